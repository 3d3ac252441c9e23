// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zipper::test {

/// Protobuf's wire format, byte by byte.
class Proto {
 public:
  static std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value > 127; value >>= 7) bytes += char((value & 127) | 128);
    return bytes + char(value);
  }

  Proto& number(int field, std::uint64_t value) { return raw(varint(std::uint64_t(field) << 3) + varint(value)); }
  Proto& text(int field, const std::string& value) {
    return raw(varint((std::uint64_t(field) << 3) | 2) + varint(value.size()) + value);
  }
  Proto& message(int field, const Proto& inner) { return text(field, inner.bytes); }
  Proto& raw(const std::string& value) {
    bytes += value;
    return *this;
  }

  std::string bytes;
};

/// The messages of ONNX, as far as they are needed here. Numbers from onnx.proto.
namespace onnx {

inline std::string floats(std::size_t count, float value = 0.5f) {
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  return bytes;
}

inline Proto tensor(const std::string& name, const std::vector<std::int64_t>& shape, int type,
                    const std::string& data) {
  Proto tensor;
  for (const auto size : shape) tensor.number(1, std::uint64_t(size));
  return tensor.number(2, std::uint64_t(type)).text(8, name).text(9, data);
}

using Entries = std::vector<std::pair<std::string, std::string>>;

/// A tensor whose data are in another file.
inline Proto externalTensor(const std::string& name, const std::vector<std::int64_t>& shape, int type,
                            const Entries& entries) {
  Proto tensor;
  for (const auto size : shape) tensor.number(1, std::uint64_t(size));
  tensor.number(2, std::uint64_t(type)).text(8, name);
  for (const auto& [key, value] : entries) tensor.message(13, Proto().text(1, key).text(2, value));
  return tensor.number(14, 1);
}

inline Proto value(const std::string& name, const std::vector<std::int64_t>& shape) {
  Proto dims;
  for (const auto size : shape)
    dims.message(1, size < 0 ? Proto().text(2, "n") : Proto().number(1, std::uint64_t(size)));
  return Proto().text(1, name).message(2, Proto().message(1, Proto().number(1, 1).message(2, dims)));
}

inline Proto node(const std::string& op, const std::vector<std::string>& inputs, const std::string& output) {
  Proto node;
  for (const auto& input : inputs) node.text(1, input);
  return node.text(2, output).text(4, op);
}

inline std::string model(const Proto& graph) { return Proto().number(1, 7).text(2, "test").message(7, graph).bytes; }

}  // namespace onnx

}  // namespace zipper::test
