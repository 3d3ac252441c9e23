// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// Now, as in "2026-11-24T06:45:12Z".
std::string timestamp();

}  // namespace zipper
