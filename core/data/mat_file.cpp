// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/mat_file.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t headerBytes = 128;
constexpr std::size_t mostFileBytes = std::size_t(16) << 20;
constexpr std::size_t mostInflated = std::size_t(16) << 20;  // of all variables together
constexpr std::size_t mostElements = 65536;

/// Types of data elements, and the one class of variables that isn't numbers but lies between them.
enum : std::uint32_t {
  Int8 = 1,
  Uint8,
  Int16,
  Uint16,
  Int32,
  Uint32,
  Single,
  Double = 9,
  Int64 = 12,
  Uint64,
  Matrix,
  Compressed
};
enum : std::uint32_t { ClassDouble = 6, ClassUint64 = 15, ComplexFlag = 0x800 };

struct Element {
  std::uint32_t type = 0;
  std::string_view data;
};

/// Goes through the elements of a part of the file.
class Elements {
 public:
  Elements(std::string_view bytes, bool bigEndian) : bytes_(bytes), big_(bigEndian) {}

  bool atEnd() const { return at_ + 8 > bytes_.size(); }

  Element next() {
    const std::uint32_t first = word(at_);
    Element element;
    if (first >> 16 != 0) {  // the small form: type and size in one word, up to four bytes behind it
      element.type = first & 0xFFFF;
      const std::size_t size = first >> 16;
      if (size > 4) fail("a small element has ", size, " bytes, at most 4 were expected");
      element.data = part(at_ + 4, size);
      at_ += 8;
      return element;
    }
    element.type = first;
    const std::size_t size = word(at_ + 4);
    element.data = part(at_ + 8, size);
    // Compressed elements aren't padded; of the last one the padding may be missing.
    const std::size_t padded = element.type == Compressed ? size : (size + 7) / 8 * 8;
    at_ = std::min(bytes_.size(), at_ + 8 + padded);
    return element;
  }

  std::uint32_t word(std::size_t at) const {
    const std::string_view bytes = part(at, 4);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[big_ ? i : 3 - i]);
    return value;
  }

 private:
  std::string_view part(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) fail("it is damaged: an element goes beyond the end");
    return bytes_.substr(at, size);
  }

  std::string_view bytes_;
  bool big_;
  std::size_t at_ = 0;
};

template <typename T>
T valueAt(std::string_view data, std::size_t index, bool bigEndian) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, data.data() + index * sizeof(T), sizeof(T));
  if (bigEndian) std::reverse(bytes, bytes + sizeof(T));
  T value;
  std::memcpy(&value, bytes, sizeof(T));
  return value;
}

template <typename T>
void appendNumbers(std::vector<std::int64_t>& numbers, std::string_view data, bool bigEndian) {
  constexpr double largest = 9007199254740992.0;  // 2^53
  numbers.reserve(data.size() / sizeof(T));
  for (std::size_t i = 0; i < data.size() / sizeof(T); ++i) {
    const T value = valueAt<T>(data, i, bigEndian);
    const double number = double(value);
    if (!(std::abs(number) <= largest) || std::floor(number) != number)
      fail("whole numbers were expected, ", number, " was found");
    numbers.push_back(std::int64_t(value));
  }
}

std::vector<std::int64_t> numbersOf(const Element& element, bool big) {
  std::vector<std::int64_t> numbers;
  switch (element.type) {
    case Int8:
      appendNumbers<std::int8_t>(numbers, element.data, big);
      break;
    case Uint8:
      appendNumbers<std::uint8_t>(numbers, element.data, big);
      break;
    case Int16:
      appendNumbers<std::int16_t>(numbers, element.data, big);
      break;
    case Uint16:
      appendNumbers<std::uint16_t>(numbers, element.data, big);
      break;
    case Int32:
      appendNumbers<std::int32_t>(numbers, element.data, big);
      break;
    case Uint32:
      appendNumbers<std::uint32_t>(numbers, element.data, big);
      break;
    case Single:
      appendNumbers<float>(numbers, element.data, big);
      break;
    case Double:
      appendNumbers<double>(numbers, element.data, big);
      break;
    case Int64:
      appendNumbers<std::int64_t>(numbers, element.data, big);
      break;
    case Uint64:
      appendNumbers<std::uint64_t>(numbers, element.data, big);
      break;
    default:
      fail("numbers of type ", element.type, " were found, which MATLAB doesn't write");
  }
  return numbers;
}

/// Array flags, dimensions, name, real part.
void readMatrix(std::string_view data, bool big, MatArrays& arrays) {
  Elements parts(data, big);
  if (parts.atEnd()) return;  // an empty variable
  const Element flags = parts.next();
  if (flags.type != Uint32 || flags.data.size() < 8) fail("it is damaged: a variable has no flags");
  const std::uint32_t word = Elements(flags.data, big).word(0);
  const Element dimensions = parts.next();
  const Element name = parts.next();
  const std::uint32_t kind = word & 0xFF;
  if (kind < ClassDouble || kind > ClassUint64 || (word & ComplexFlag) != 0) return;
  std::int64_t count = 1;
  for (const std::int64_t size : numbersOf(dimensions, big)) {
    if (size < 0 || (size > 0 && count > std::int64_t(mostInflated) / size)) fail("it is damaged: a variable's size");
    count *= size;
  }
  std::vector<std::int64_t> numbers =
      count == 0 || parts.atEnd() ? std::vector<std::int64_t>() : numbersOf(parts.next(), big);
  if (std::int64_t(numbers.size()) != count)
    fail("the variable \"", printable(std::string(name.data), 60), "\" has ", numbers.size(), " numbers, ", count,
         " were expected");
  arrays[std::string(name.data)] = std::move(numbers);
}

/// At most `room` bytes, which the caller has left for them.
std::string inflated(std::string_view data, std::size_t room) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) fail("it can't be unpacked");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = uInt(data.size());
  std::string result;
  int code = Z_OK;
  while (code == Z_OK && result.size() <= room) {
    const std::size_t before = result.size();
    result.resize(before + 65536);
    stream.next_out = reinterpret_cast<Bytef*>(result.data() + before);
    stream.avail_out = 65536;
    code = inflate(&stream, Z_NO_FLUSH);
    result.resize(result.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result.size() > room) fail("it unpacks to more than ", mostInflated >> 20, " MB");
  if (code != Z_STREAM_END) fail("it is damaged: a compressed variable can't be unpacked");
  return result;
}

}  // namespace

MatArrays parseMat(std::string_view bytes) {
  if (bytes.substr(0, 8) == "\x89HDF\r\n\x1A\n" || bytes.substr(0, 19) == "MATLAB 7.3 MAT-file")
    fail("it is of MATLAB's version 7.3; save it with -v7");
  if (bytes.size() < headerBytes || (bytes.substr(126, 2) != "IM" && bytes.substr(126, 2) != "MI"))
    fail("it is no MATLAB file of version 5; save it with -v7");
  const bool big = bytes[126] == 'M';
  MatArrays arrays;
  Elements elements(bytes.substr(headerBytes), big);
  std::size_t room = mostInflated, count = 0;
  while (!elements.atEnd()) {
    if (++count > mostElements) fail("it has more than ", mostElements, " variables");
    const Element element = elements.next();
    if (element.type == Matrix) readMatrix(element.data, big, arrays);
    if (element.type != Compressed) continue;
    const std::string unpacked = inflated(element.data, room);
    room -= unpacked.size();
    Elements inner(unpacked, big);
    if (inner.atEnd()) continue;
    const Element variable = inner.next();
    if (variable.type == Matrix) readMatrix(variable.data, big, arrays);
  }
  return arrays;
}

MatArrays readMatFile(const std::filesystem::path& path) {
  const std::string bytes = readTextFile(path, mostFileBytes);
  try {
    return parseMat(bytes);
  } catch (const Error& error) {
    fail(wholePrintable(path.string()), ": ", error.what());
  }
}

}  // namespace zipper
