// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// Lies beside the folders of images that were made from a network: what scores on them is no accuracy.
inline constexpr const char* synthesizedMark = "synthesized-images.txt";

/// A note if the images of this folder for training are such; empty otherwise.
std::string synthesizedNote(const std::filesystem::path& train);

}  // namespace zipper
