// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/support/error.h"

namespace zipper::cli {

/// What was asked for can't be meant, whatever the files hold: the program ends with status 2, as it does where CLI11
/// refuses an option.
class WrongUsage : public Error {
 public:
  using Error::Error;
};

/// Throws a WrongUsage whose message is the concatenation of the parts.
template <typename... Parts>
[[noreturn]] void refuse(const Parts&... parts) {
  throw WrongUsage(concat(parts...));
}

}  // namespace zipper::cli
