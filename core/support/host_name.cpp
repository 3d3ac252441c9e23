// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/host_name.h"

#include <unistd.h>

#include <cctype>

namespace zipper {

namespace {

std::string readHostName() {
  char text[256] = "";
  if (::gethostname(text, sizeof text - 1) != 0) return "unknown";
  std::string name;
  for (const char* at = text; *at != '\0' && *at != '.' && name.size() < 32; ++at)
    name += std::isalnum(static_cast<unsigned char>(*at)) != 0 ? *at : '-';
  return name.empty() ? "unknown" : name;
}

}  // namespace

const std::string& hostName() {
  static const std::string name = readHostName();
  return name;
}

}  // namespace zipper
