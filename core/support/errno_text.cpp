// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/errno_text.h"

#include <cstring>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

std::string errnoText(int code) {
  const char* advice = "";
  if (code == ENOSPC || code == EDQUOT) advice = "; free some space or choose another place";
  if (code == EACCES || code == EROFS || code == EPERM) advice = "; check the permissions or choose another place";
  if (code == EFBIG) advice = "; files may not become that large here (see ulimit -f), choose another place";
  return std::string(std::strerror(code)) + advice;
}

void failWithErrno(const char* what, const std::filesystem::path& path, int code) {
  fail(wholePrintable(path.string()), ": ", what, ": ", errnoText(code));
}

}  // namespace zipper
