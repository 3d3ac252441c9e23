// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/file_kind.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/formats/input_file.h"

namespace zipper {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  const char* description;
};

constexpr std::array<Signature, 13> signatures{{
    {0, "PK\x03\x04"sv, "a ZIP archive that holds neither data.pkl of PyTorch nor model.weights.h5 of Keras"},
    {0, "PK\x05\x06"sv, "an empty ZIP archive"},
    {0, "\x80\x02"sv, "a Python pickle that is no PyTorch file; save a state dict with torch.save"},
    {0, "\x80\x03"sv, "a Python pickle that is no PyTorch file; save a state dict with torch.save"},
    {0, "\x80\x04"sv, "a Python pickle that is no PyTorch file; save a state dict with torch.save"},
    {0, "\x80\x05"sv, "a Python pickle that is no PyTorch file; save a state dict with torch.save"},
    {4, "TFL3"sv, "a TensorFlow Lite model"},
    {0, "\x89HDF\r\n\x1a\n"sv, "a damaged HDF5 file"},
    {0, "\x93NUMPY"sv, "a NumPy array"},
    {0, "\x1f\x8b"sv, "a gzip archive; unpack it first"},
    {0, "BZh"sv, "a bzip2 archive; unpack it first"},
    {0, "\x89PNG"sv, "a PNG image"},
    {0, "\xff\xd8\xff"sv, "a JPEG image"},
}};

bool isText(const std::string& bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  });
}

}  // namespace

std::string describeContent(const std::filesystem::path& path) {
  const std::string start = InputFile(path, "a network").beginning(512);
  if (start.empty()) return "nothing (it is empty)";
  for (const auto& signature : signatures)
    if (start.size() >= signature.offset &&
        start.compare(signature.offset, signature.bytes.size(), signature.bytes) == 0)
      return signature.description;
  return isText(start) ? "text" : "unknown binary data";
}

}  // namespace zipper
