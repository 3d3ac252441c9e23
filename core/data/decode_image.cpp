// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/decode_image.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <mutex>
#include <new>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string_view>

#include "core/data/image_header.h"
#include "core/data/library_output.h"
#include "core/data/path_text.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/support/out_of_memory.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uint64_t mostBytes = std::uint64_t(1) << 29;    // of a file, and of a decoded image
constexpr std::uint64_t mostPixels = std::uint64_t(1) << 27;   // 134 megapixels
constexpr std::uint64_t mostWork = std::uint64_t(1) << 33;     // pixels times scans of a JPEG
constexpr std::uint64_t smallBytes = std::uint64_t(32) << 20;  // larger ones are decoded one at a time

constexpr const char* extensions[] = {".jpg", ".jpeg", ".jpe",  ".jfif", ".png", ".webp", ".bmp",
                                      ".dib", ".tif",  ".tiff", ".ppm",  ".pgm", ".pbm",  ".pnm"};

std::vector<std::uint8_t> readBytes(const fs::path& path) {
  checkRegularFile(path);
  std::error_code code;
  const auto size = fs::file_size(path, code);
  std::ifstream in(path, std::ios::binary);
  if (code || !in) fail(nameOf(path), ": can't be read: ", code ? code.message() : std::strerror(errno));
  if (size == 0) fail(nameOf(path), ": an image was expected, 0 bytes were found; replace or remove the file");
  if (size > mostBytes)
    fail(nameOf(path), ": an image of up to ", mostBytes >> 20, " MB was expected, ", size,
         " bytes were found; scale it down or remove it");
  std::vector<std::uint8_t> bytes(std::size_t(size), 0);  // OpenCV's WebP reader refuses signed bytes
  in.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size()));
  bytes.resize(std::size_t(in.gcount()));
  return bytes;
}

/// Inside compressed JPEG data every FF is followed by 00 or a restart marker, so the last start of a scan must have an
/// end-of-image marker somewhere behind it (bytes behind that one are harmless).
bool isJpegCutShort(std::string_view bytes) {
  using namespace std::string_view_literals;
  const auto scan = bytes.rfind("\xFF\xDA"sv);
  return scan == std::string_view::npos || bytes.find("\xFF\xD9"sv, scan) == std::string_view::npos;
}

/// Error if decoding would take more memory or time than any photograph does.
void checkBudget(const fs::path& path, const ImageHeader& header) {
  const std::uint64_t side = std::uint64_t(1) << 32;
  if (header.width == 0 || header.height == 0 || header.width >= side || header.height >= side)
    fail(nameOf(path), ": can't be decoded as an image: its header says ", header.width, "x", header.height,
         " pixels; replace or remove it");
  const std::uint64_t pixels = header.width * header.height;
  if (pixels > mostPixels || pixels * header.bytesPerPixel > mostBytes || header.pieceBytes > mostBytes)
    fail(nameOf(path), ": is too large: its header says ", header.width, "x", header.height, " pixels of ",
         header.bytesPerPixel, " bytes; at most ", mostPixels / 1000000, " megapixels and ", mostBytes >> 20,
         " MB are read; scale it down or remove it");
  if (pixels * std::uint64_t(std::max(1, header.scans)) > mostWork)
    fail(nameOf(path), ": would take too long: its ", header.scans, " scans go over ", header.width, "x", header.height,
         " pixels each; save it anew or remove it");
}

cv::Mat withoutAlpha(const cv::Mat& bgra, Alpha alpha) {
  cv::Mat rgb(bgra.size(), CV_8UC3);
  if (alpha == Alpha::Drop) {
    cv::cvtColor(bgra, rgb, cv::COLOR_BGRA2RGB);
    return rgb;
  }
  for (int y = 0; y < bgra.rows; ++y) {
    const auto* in = bgra.ptr<std::uint8_t>(y);
    auto* out = rgb.ptr<std::uint8_t>(y);
    for (int x = 0; x < bgra.cols; ++x, in += 4, out += 3)
      for (int c = 0; c < 3; ++c) out[c] = std::uint8_t((in[2 - c] * in[3] + 255 * (255 - in[3]) + 127) / 255);
  }
  return rgb;
}

/// EXIF's eight orientations: 2 is mirrored, 3 turned by a half, 4 upside down mirrored, 5 to 8 with axes exchanged.
cv::Mat upright(const cv::Mat& image, int orientation) {
  cv::Mat result = image;
  if (orientation >= 5) cv::transpose(image, result);
  const bool mirrored = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
  const bool turned = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
  if (!mirrored && !turned) return result;
  cv::Mat flipped;
  cv::flip(result, flipped, mirrored && turned ? -1 : mirrored ? 1 : 0);
  return flipped;
}

/// As OpenCV has it: BGR or BGRA order, any depth.
cv::Mat decoded(const fs::path& path, const std::vector<std::uint8_t>& bytes) {
  const LibraryOutput output;
  std::string reason;
  try {
    cv::Mat image = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
    if (!image.empty()) return image;
    reason = output.firstLine();
  } catch (const cv::Exception& error) {
    reason = printable(error.err);
  }
  fail(nameOf(path), ": can't be decoded as an image", reason.empty() ? "" : " (" + reason + ")",
       "; replace or remove it");
}

cv::Mat asEightBits(const fs::path& path, cv::Mat image, const ImageReading& reading) {
  if (image.depth() == CV_16U) image.convertTo(image, CV_8U, 1.0 / 257.0);
  if (image.depth() == CV_8U && image.channels() == 1) return image;
  if (image.depth() == CV_8U && image.channels() == 4) return withoutAlpha(image, reading.alpha);
  if (image.depth() == CV_8U && image.channels() == 3) {
    cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
    return image;
  }
  fail(nameOf(path), ": 1, 3 or 4 channels of 8 or 16 bits were expected, ", image.channels(), " channels of ",
       8 * image.elemSize1(), " bits were found; convert the image");
}

ImageHeader headerOf(const fs::path& path, std::string_view bytes) {
  std::optional<ImageHeader> header;
  try {
    header = readImageHeader(bytes);
  } catch (const Error& error) {
    fail(nameOf(path), ": can't be decoded as an image: ", error.what(), "; replace or remove it");
  }
  if (!header)
    fail(
        nameOf(path),
        ": can't be decoded as an image: JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM was expected; convert, replace or "
        "remove it");
  checkBudget(path, *header);
  if (header->format == ImageFormat::Jpeg && isJpegCutShort(bytes))
    fail(nameOf(path), ": the JPEG file is cut short; replace or remove it");
  return *header;
}

}  // namespace

bool hasImageExtension(const fs::path& path) {
  const std::string extension = asciiLowerCase(path.extension().string());
  return std::any_of(std::begin(extensions), std::end(extensions),
                     [&](const char* known) { return extension == known; });
}

const std::string& imageExtensions() {
  static const std::string list = [] {
    std::string text;
    for (const char* extension : extensions) text += (text.empty() ? "" : " ") + std::string(extension);
    return text;
  }();
  return list;
}

cv::Mat decodeImageFile(const fs::path& path, const ImageReading& reading) {
  const std::vector<std::uint8_t> bytes = readBytes(path);
  const ImageHeader header = headerOf(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  static std::mutex largeOnes;
  std::unique_lock<std::mutex> oneAtATime(largeOnes, std::defer_lock);
  if (header.width * header.height * header.bytesPerPixel > smallBytes) oneAtATime.lock();
  try {
    const cv::Mat image = asEightBits(path, decoded(path, bytes), reading);
    return reading.exif == Exif::Apply ? upright(image, header.orientation) : image;
  } catch (const cv::Exception& error) {
    // Nothing is wrong with the image: it isn't to be left out as one that can't be read.
    if (!memoryShortage().empty()) throw std::bad_alloc();
    fail(nameOf(path), ": can't be decoded: ", printable(error.err), "; replace or remove it");
  }
}

int orientationOf(const fs::path& path) {
  constexpr std::size_t headBytes = std::size_t(256) << 10;  // EXIF segments of JPEG come first and hold 64 kB each
  try {
    checkRegularFile(path);
    std::string bytes(headBytes, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(bytes.data(), std::streamsize(bytes.size()));
    bytes.resize(std::size_t(in.gcount()));
    const auto header = readImageHeader(bytes);
    return header ? header->orientation : 1;
  } catch (const Error&) {
    return 1;  // damaged, or cut in the middle of what would be read: the one who decodes it says so
  }
}

}  // namespace zipper
