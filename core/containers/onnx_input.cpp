// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/onnx_input.h"

#include <cstring>
#include <limits>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::size_t maximumKept = std::size_t(16) << 20;
constexpr std::uint64_t maximumFile = std::numeric_limits<int>::max();

}  // namespace

int OnnxInput::Reader::Read(void* buffer, int size) {
  const auto count = std::min<std::uint64_t>(std::uint64_t(size), file_.size() - at_);
  file_.read(at_, buffer, std::size_t(count));
  at_ += count;
  return int(count);
}

OnnxInput::OnnxInput(const InputFile& file) : reader_(file), adaptor_(&reader_, 1 << 16), stream_(&adaptor_) {
  if (file.size() > maximumFile) fail("has ", file.size(), " bytes; an ONNX file has less than 2 GiB");
  stream_.PushLimit(int(file.size()));
}

std::optional<OnnxInput::Field> OnnxInput::next() {
  const int left = stream_.BytesUntilLimit();
  if (left == 0) return std::nullopt;
  const std::uint32_t tag = stream_.ReadTag();
  const auto wire = Wire(tag & 7);
  const bool known = wire == Wire::Varint || wire == Wire::Fixed64 || wire == Wire::Bytes || wire == Wire::Fixed32;
  if (tag >> 3 == 0 || !known) fail("is damaged near byte ", stream_.CurrentPosition());
  return Field{int(tag >> 3), wire};
}

std::uint64_t OnnxInput::varint() {
  std::uint64_t value = 0;
  if (!stream_.ReadVarint64(&value)) fail("is damaged near byte ", stream_.CurrentPosition());
  return value;
}

int OnnxInput::length() {
  const std::uint64_t length = varint();
  const auto left = std::uint64_t(stream_.BytesUntilLimit());
  if (length > left)
    fail("at byte ", stream_.CurrentPosition(), ": ", length, " bytes were expected, but only ", left,
         " follow; the file is truncated or damaged");
  return int(length);
}

int OnnxInput::length(const Field& field) {
  if (field.wire != Wire::Bytes) fail("is damaged near byte ", stream_.CurrentPosition());
  return length();
}

void OnnxInput::skip(const Field& field) {
  std::uint64_t ignored = 0;
  bool fine = true;
  if (field.wire == Wire::Varint) varint();
  if (field.wire == Wire::Fixed64) fine = stream_.ReadLittleEndian64(&ignored);
  if (field.wire == Wire::Fixed32) fine = stream_.Skip(4);
  if (field.wire == Wire::Bytes) fine = stream_.Skip(length());
  if (!fine) fail("is damaged near byte ", stream_.CurrentPosition());
}

std::int64_t OnnxInput::integer(const Field& field) {
  if (field.wire != Wire::Varint) fail("is damaged near byte ", stream_.CurrentPosition());
  return std::int64_t(varint());
}

float OnnxInput::real(const Field& field) {
  std::uint32_t bits = 0;
  if (field.wire != Wire::Fixed32 || !stream_.ReadLittleEndian32(&bits))
    fail("is damaged near byte ", stream_.CurrentPosition());
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::string OnnxInput::text(const Field& field) {
  std::string text(std::size_t(length(field)), '\0');
  keep(text.size() + sizeof text);
  bytes(text.data(), int(text.size()));
  return text;
}

void OnnxInput::integers(const Field& field, std::vector<std::int64_t>& values, std::size_t most) {
  const auto append = [&](std::uint64_t value) {
    if (values.size() >= most) return;
    keep(2 * sizeof value);
    values.push_back(std::int64_t(value));
  };
  if (field.wire == Wire::Bytes) return packed(field, append);
  append(std::uint64_t(integer(field)));
}

void OnnxInput::reals(const Field& field, std::vector<float>& values, std::size_t most) {
  const auto append = [&](float value) {
    if (values.size() >= most) return;
    keep(2 * sizeof value);
    values.push_back(value);
  };
  if (field.wire != Wire::Bytes) return append(real(field));
  const auto limit = stream_.PushLimit(length(field));
  while (stream_.BytesUntilLimit() > 0) append(real({field.number, Wire::Fixed32}));
  stream_.PopLimit(limit);
}

void OnnxInput::bytes(void* buffer, int count) {
  if (!stream_.ReadRaw(buffer, count)) fail("ends in the middle; the file is truncated");
}

void OnnxInput::keep(std::size_t bytes) {
  kept_ += bytes;
  if (kept_ > maximumKept)
    fail("its names, nodes and texts take more than ", maximumKept >> 20, " MiB; that is no MobileNet");
}

}  // namespace zipper
