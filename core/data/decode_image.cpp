// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/decode_image.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string_view>

#include "core/support/error.h"
#include "core/support/out_of_memory.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uintmax_t maximumFileBytes = std::uintmax_t(1) << 30;

std::vector<std::uint8_t> readBytes(const fs::path& path) {
  std::error_code code;
  const auto size = fs::file_size(path, code);
  std::ifstream in(path, std::ios::binary);
  if (code || !in) fail(path.string(), ": can't be read: ", code ? code.message() : std::strerror(errno));
  if (size == 0 || size > maximumFileBytes)
    fail(path.string(), ": an image was expected, ", size, " bytes were found; replace or remove the file");
  std::vector<std::uint8_t> bytes(std::size_t(size), 0);  // OpenCV's WebP reader refuses signed bytes
  in.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size()));
  bytes.resize(std::size_t(in.gcount()));
  return bytes;
}

/// Inside compressed JPEG data every FF is followed by 00 or a restart marker, so the last start of a scan must have an
/// end-of-image marker somewhere behind it (bytes behind that one are harmless).
bool isJpegCutShort(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.substr(0, 3) != "\xFF\xD8\xFF"sv) return false;
  const auto scan = bytes.rfind("\xFF\xDA"sv);
  return scan == std::string_view::npos || bytes.find("\xFF\xD9"sv, scan) == std::string_view::npos;
}

cv::Mat overWhite(const cv::Mat& bgra) {
  cv::Mat rgb(bgra.size(), CV_8UC3);
  for (int y = 0; y < bgra.rows; ++y) {
    const auto* in = bgra.ptr<std::uint8_t>(y);
    auto* out = rgb.ptr<std::uint8_t>(y);
    for (int x = 0; x < bgra.cols; ++x, in += 4, out += 3)
      for (int c = 0; c < 3; ++c) out[c] = std::uint8_t((in[2 - c] * in[3] + 255 * (255 - in[3]) + 127) / 255);
  }
  return rgb;
}

cv::Mat decode(const fs::path& path) {
  const std::vector<std::uint8_t> bytes = readBytes(path);
  if (isJpegCutShort({reinterpret_cast<const char*>(bytes.data()), bytes.size()}))
    fail(path.string(), ": the JPEG file is cut short; replace or remove it");
  cv::Mat image = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
  if (image.empty()) fail(path.string(), ": can't be decoded as an image; replace or remove it");
  return image;
}

}  // namespace

bool hasImageExtension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  for (const char* known : {".jpg", ".jpeg", ".png", ".webp", ".bmp"})
    if (extension == known) return true;
  return false;
}

cv::Mat decodeImageFile(const fs::path& path) {
  try {
    cv::Mat image = decode(path);
    if (image.depth() == CV_16U) image.convertTo(image, CV_8U, 1.0 / 257.0);
    if (image.depth() == CV_8U && image.channels() == 1) return image;
    if (image.depth() == CV_8U && image.channels() == 4) return overWhite(image);
    if (image.depth() == CV_8U && image.channels() == 3) {
      cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
      return image;
    }
    fail(path.string(), ": 1, 3 or 4 channels of 8 or 16 bits were expected, ", image.channels(), " channels of ",
         8 * image.elemSize1(), " bits were found; convert the image");
  } catch (const cv::Exception& error) {
    failIfMemoryIsShort(path.string());
    fail(path.string(), ": can't be decoded: ", error.err, "; replace or remove it");
  }
}

}  // namespace zipper
