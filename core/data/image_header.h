// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zipper {

enum class ImageFormat { Png, Jpeg, WebP, Bmp, Tiff, Pnm };

/// By the first bytes (16 are enough); nothing for other files.
std::optional<ImageFormat> imageFormatOf(std::string_view bytes);
/// "PNG", "JPEG" ...
std::string toString(ImageFormat format);

/// What an image says about itself before it is decoded.
struct ImageHeader {
  ImageFormat format = ImageFormat::Png;
  std::uint64_t width = 0, height = 0;
  /// Of a decoded pixel, at most; of a TIFF, of the largest piece it is decoded in.
  std::uint64_t bytesPerPixel = 4;
  std::uint64_t pieceBytes = 0;  ///< TIFF: of one tile or strip, beside the image
  int scans = 1;                 ///< JPEG: each goes over the whole image
  int orientation = 1;           ///< EXIF, 1 (upright) to 8
};

/// Reads no more than headers and takes no memory. Own code: neither libpng nor libjpeg can be asked through OpenCV,
/// and OpenCV takes the memory that a header asks for. Throws Error (without a path) if the bytes are of a known
/// format, but damaged; nothing for other formats.
std::optional<ImageHeader> readImageHeader(std::string_view bytes);

}  // namespace zipper
