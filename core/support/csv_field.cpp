// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/csv_field.h"

#include "core/support/printable.h"

namespace zipper {

std::string csvField(const std::string& text) {
  std::string field = wholePrintable(text);
  if (!field.empty() && std::string("=+-@").find(field.front()) != std::string::npos) field.insert(0, "'");
  if (field.find_first_of(",\"") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace zipper
