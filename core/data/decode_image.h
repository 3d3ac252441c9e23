// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <opencv2/core.hpp>
#include <string>

#include "core/data/image_reading.h"

namespace zipper {

/// Whether the name ends as one of an image that decodeImageFile() knows (any case).
bool hasImageExtension(const std::filesystem::path& path);
/// These endings for messages: ".jpg .jpeg .png ...".
const std::string& imageExtensions();

/// Reads an image file (JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM, whatever its name ends in): 8-bit, one channel
/// (grey) or three (RGB). 16-bit images are scaled to 8 bits. Throws Error that names the path if it is no regular
/// file, would take more than half a gigabyte of memory (which its header tells), or can't be decoded; also for a JPEG
/// that is cut short, which libjpeg would fill up with grey. Nothing that a library prints gets out.
cv::Mat decodeImageFile(const std::filesystem::path& path, const ImageReading& reading = {});

/// EXIF's orientation of an image file, 1 (upright) to 8, as far as its first bytes tell; 1 of whatever else.
int orientationOf(const std::filesystem::path& path);

}  // namespace zipper
