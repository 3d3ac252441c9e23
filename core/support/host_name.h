// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// The name of this machine up to its first dot, of letters, digits and '-' only, so that it can be part of a file's
/// name.
const std::string& hostName();

}  // namespace zipper
