// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace zipper {

/// Now, as in "2026-11-24T06:45:12Z".
std::string timestamp();
/// The same of seconds since 1970, UTC.
std::string timestampOf(std::int64_t seconds);

}  // namespace zipper
