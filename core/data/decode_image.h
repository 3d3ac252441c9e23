// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <opencv2/core.hpp>

namespace zipper {

/// Whether the name ends in .jpg, .jpeg, .png, .webp or .bmp (any case).
bool hasImageExtension(const std::filesystem::path& path);

/// Reads an image file: 8-bit, one channel (grey) or three (RGB). 16-bit images are scaled to 8 bits, transparent ones
/// are laid over white; EXIF orientation is ignored, as by the data loaders that networks are usually trained with.
/// Throws Error that names the path, also for a JPEG that is cut short, which libjpeg would fill up with grey.
cv::Mat decodeImageFile(const std::filesystem::path& path);

}  // namespace zipper
