#include "core/formats/printable.h"

namespace zipper {

namespace {

bool isContinuation(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// Bytes of the UTF-8 sequence that starts here; 0 if there is no well-formed one.
std::size_t sequenceLength(const std::string& text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!isContinuation(text, at + i)) return 0;
  return length;
}

}  // namespace

std::string printable(const std::string& text, std::size_t maximumBytes) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (result.size() >= maximumBytes) return result + "...";
    const std::size_t length = sequenceLength(text, at);
    const auto first = static_cast<unsigned char>(text[at]);
    const bool visible = length > 1 || (length == 1 && first >= 0x20 && first != 0x7f);
    result += visible ? text.substr(at, length) : "?";
    at += length > 0 ? length : 1;
  }
  return result;
}

}  // namespace zipper
