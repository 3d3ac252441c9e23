// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/network/mobilenet.h"

namespace zipper {

/// Writes a network that trainTeacher() trained, in zipper's own format, with what it was trained on and how many
/// validation images it gets right. Atomic. Throws Error.
void writeTrained(const std::filesystem::path& path, MobileNet& network, const std::string& data,
                  double validationTop1);

/// What the values of a network take in a file.
std::uintmax_t bytesOf(MobileNet& network);

}  // namespace zipper
