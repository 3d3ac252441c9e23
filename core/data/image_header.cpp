// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/image_header.h"

#include <algorithm>

#include "core/data/tiff_directory.h"
#include "core/support/error.h"

namespace zipper {

using namespace std::string_view_literals;

namespace {

bool startsWith(std::string_view bytes, std::string_view beginning) {
  return bytes.substr(0, beginning.size()) == beginning;
}

/// Numbers at places that may lie behind the end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool has(std::size_t at, std::size_t count) const { return at <= bytes_.size() && count <= bytes_.size() - at; }
  std::uint64_t byte(std::size_t at) const { return big(at, 1); }
  std::uint64_t big(std::size_t at, std::size_t count) const { return number(at, count, true); }
  std::uint64_t little(std::size_t at, std::size_t count) const { return number(at, count, false); }

 private:
  std::uint64_t number(std::size_t at, std::size_t count, bool bigEndian) const {
    if (!has(at, count)) fail("it is cut short");
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + (bigEndian ? i : count - 1 - i)]);
    return value;
  }

  std::string_view bytes_;
};

/// Of EXIF data, which is a TIFF without pixels; damaged EXIF data is no reason to refuse an image.
int orientationOf(std::string_view exif) {
  try {
    if (startsWith(exif, "Exif\0\0"sv)) exif.remove_prefix(6);
    const auto value = readTiffDirectory(exif).value(0x112);
    return value && *value >= 1 && *value <= 8 ? int(*value) : 1;
  } catch (const Error&) {
    return 1;
  }
}

ImageHeader pngHeader(std::string_view text) {
  const Bytes bytes(text);
  ImageHeader header;
  header.format = ImageFormat::Png;
  header.width = bytes.big(16, 4);
  header.height = bytes.big(20, 4);
  const std::uint64_t depth = bytes.byte(24), colour = bytes.byte(25);
  // Grey with transparency and palettes may become four channels.
  header.bytesPerPixel = (colour == 0 ? 1 : colour == 2 ? 3 : 4) * (depth > 8 ? 2 : 1);
  for (std::size_t at = 8; bytes.has(at, 12);) {
    const std::uint64_t length = bytes.big(at, 4);
    if (text.substr(at + 4, 4) == "IEND"sv || !bytes.has(at + 8, length)) break;
    if (text.substr(at + 4, 4) == "eXIf"sv) header.orientation = orientationOf(text.substr(at + 8, length));
    at += 12 + std::size_t(length);
  }
  return header;
}

bool isStartOfFrame(std::uint64_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// In compressed data no FF is followed by DA, so that all of them behind the first scan are starts of scans.
int scansFrom(std::string_view text, std::size_t at) {
  int scans = 0;
  for (at = text.find("\xFF\xDA"sv, at); at != std::string_view::npos; at = text.find("\xFF\xDA"sv, at + 2)) ++scans;
  return scans;
}

ImageHeader jpegHeader(std::string_view text) {
  const Bytes bytes(text);
  ImageHeader header;
  header.format = ImageFormat::Jpeg;
  for (std::size_t at = 2;;) {
    if (bytes.byte(at) != 0xFF) {  // libjpeg skips such bytes with a warning
      ++at;
      continue;
    }
    const std::uint64_t marker = bytes.byte(at + 1);
    if (marker == 0xFF || marker == 0 || marker == 1 || (marker >= 0xD0 && marker <= 0xD8)) {
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    if (marker == 0xD9) fail("it holds no image");
    if (marker == 0xDA) {
      if (header.width == 0) fail("its size is missing");
      header.scans = scansFrom(text, at);
      return header;
    }
    const std::uint64_t length = bytes.big(at + 2, 2);
    if (length < 2) fail("it is damaged");
    if (isStartOfFrame(marker)) {
      header.height = bytes.big(at + 5, 2);
      header.width = bytes.big(at + 7, 2);
      header.bytesPerPixel = bytes.byte(at + 9) == 1 ? 1 : 3;
    }
    if (marker == 0xE1 && bytes.has(at + 4, length - 2) && startsWith(text.substr(at + 4), "Exif\0\0"sv))
      header.orientation = orientationOf(text.substr(at + 4, length - 2));
    at += 2 + std::size_t(length);
  }
}

ImageHeader webpHeader(std::string_view text) {
  const Bytes bytes(text);
  ImageHeader header;
  header.format = ImageFormat::WebP;
  const std::string_view kind = text.substr(12, 4);
  if (kind == "VP8 "sv) {
    header.width = bytes.little(26, 2) & 0x3FFF;
    header.height = bytes.little(28, 2) & 0x3FFF;
  } else if (kind == "VP8L"sv) {
    const std::uint64_t sizes = bytes.little(21, 4);
    header.width = (sizes & 0x3FFF) + 1;
    header.height = (sizes >> 14 & 0x3FFF) + 1;
  } else if (kind == "VP8X"sv) {
    header.width = bytes.little(24, 3) + 1;
    header.height = bytes.little(27, 3) + 1;
  } else {
    fail("it is damaged");
  }
  for (std::size_t at = 12; bytes.has(at, 8);) {
    const std::uint64_t length = bytes.little(at + 4, 4);
    if (!bytes.has(at + 8, length)) break;
    if (text.substr(at, 4) == "EXIF"sv) header.orientation = orientationOf(text.substr(at + 8, length));
    at += 8 + std::size_t(length + length % 2);
  }
  return header;
}

ImageHeader bmpHeader(std::string_view text) {
  const Bytes bytes(text);
  ImageHeader header;
  header.format = ImageFormat::Bmp;
  const bool old = bytes.little(14, 4) == 12;
  header.width = bytes.little(18, old ? 2 : 4);
  header.height = bytes.little(old ? 20 : 22, old ? 2 : 4);
  if (!old && header.height >> 31 != 0) header.height = 0x100000000 - header.height;  // from top to bottom
  return header;
}

ImageHeader pnmHeader(std::string_view text) {
  ImageHeader header;
  header.format = ImageFormat::Pnm;
  std::size_t at = 2;
  const auto number = [&] {
    while (at < text.size() && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r') || text[at] == '#'))
      at = text[at] == '#' ? std::min(text.find('\n', at), text.size()) : at + 1;
    std::uint64_t value = 0;
    const std::size_t begin = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && value < 0x100000000; ++at)
      value = value * 10 + std::uint64_t(text[at] - '0');
    if (at == begin) fail("its size is missing");
    return value;
  };
  header.width = number();
  header.height = number();
  header.bytesPerPixel = (text[1] == '3' || text[1] == '6' ? 3 : 1) * 2;
  return header;
}

ImageHeader tiffHeader(std::string_view text) {
  const TiffDirectory directory = readTiffDirectory(text);
  ImageHeader header;
  header.format = ImageFormat::Tiff;
  header.width = directory.value(0x100).value_or(0);
  header.height = directory.value(0x101).value_or(0);
  const std::uint64_t bits = std::min<std::uint64_t>(directory.value(0x102).value_or(1), 64);
  const std::uint64_t samples = std::min<std::uint64_t>(directory.value(0x115).value_or(1), 64);
  header.bytesPerPixel = std::max<std::uint64_t>(4, samples * ((bits + 7) / 8));  // decoded as RGBA, or as it is
  constexpr std::uint64_t side = std::uint64_t(1) << 32;
  const std::uint64_t columns = std::min(directory.value(0x142).value_or(header.width), side);
  const std::uint64_t rows = std::min(directory.value(0x143).value_or(directory.value(0x116).value_or(1)), side);
  const std::uint64_t pixels = columns == 0 || rows < side / columns ? columns * rows : side;
  header.pieceBytes = directory.value(0x142) ? pixels * header.bytesPerPixel : 0;  // strips end with the image
  return header;
}

}  // namespace

std::optional<ImageFormat> imageFormatOf(std::string_view bytes) {
  if (startsWith(bytes, "\x89PNG\r\n\x1A\n"sv)) return ImageFormat::Png;
  if (startsWith(bytes, "\xFF\xD8\xFF"sv)) return ImageFormat::Jpeg;
  if (bytes.size() >= 12 && startsWith(bytes, "RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) return ImageFormat::WebP;
  if (startsWith(bytes, "BM"sv)) return ImageFormat::Bmp;
  for (const auto magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (startsWith(bytes, magic)) return ImageFormat::Tiff;
  if (bytes.size() > 2 && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6' &&
      (bytes[2] == ' ' || bytes[2] == '#' || (bytes[2] >= '\t' && bytes[2] <= '\r')))
    return ImageFormat::Pnm;
  return std::nullopt;
}

std::string toString(ImageFormat format) {
  constexpr const char* names[] = {"PNG", "JPEG", "WebP", "BMP", "TIFF", "PNM"};
  return names[int(format)];
}

std::optional<ImageHeader> readImageHeader(std::string_view bytes) {
  const auto format = imageFormatOf(bytes);
  if (!format) return std::nullopt;
  switch (*format) {
    case ImageFormat::Png:
      return pngHeader(bytes);
    case ImageFormat::Jpeg:
      return jpegHeader(bytes);
    case ImageFormat::WebP:
      return webpHeader(bytes);
    case ImageFormat::Bmp:
      return bmpHeader(bytes);
    case ImageFormat::Tiff:
      return tiffHeader(bytes);
    case ImageFormat::Pnm:
      break;
  }
  return pnmHeader(bytes);
}

}  // namespace zipper
