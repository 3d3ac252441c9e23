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

constexpr std::array<Signature, 16> signatures{{
    {0, "PK\x03\x04"sv, "a ZIP archive (a PyTorch file?)"},
    {0, "\x89HDF\r\n\x1a\n"sv, "an HDF5 file (Keras?)"},
    {0, "\x80\x02"sv, "a Python pickle (an old PyTorch file?)"},
    {0, "\x80\x03"sv, "a Python pickle"},
    {0, "\x80\x04"sv, "a Python pickle"},
    {0, "\x80\x05"sv, "a Python pickle"},
    {4, "TFL3"sv, "a TensorFlow Lite model"},
    {0, "\x08\x03\x12"sv, "an ONNX model, it seems"},
    {0, "\x08\x04\x12"sv, "an ONNX model, it seems"},
    {0, "\x08\x06\x12"sv, "an ONNX model, it seems"},
    {0, "\x08\x07\x12"sv, "an ONNX model, it seems"},
    {0, "\x08\x08\x12"sv, "an ONNX model, it seems"},
    {0, "\x93NUMPY"sv, "a NumPy array"},
    {0, "\x1f\x8b"sv, "a gzip archive"},
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
