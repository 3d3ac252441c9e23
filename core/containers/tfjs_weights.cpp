// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tfjs_weights.h"

#include <algorithm>
#include <cstring>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t mostAxes = 8;

std::uint64_t bytesPerTfjsValue(const std::string& type) {
  if (type == "float32" || type == "int32") return 4;
  if (type == "bool" || type == "uint8") return 1;
  if (type == "complex64") return 8;
  fail("its type is '", printable(type, 40), "', float32 was expected");
}

std::uint64_t bytesPerStoredValue(const TfjsWeight& weight) {
  if (weight.storedAs.empty()) return bytesPerTfjsValue(weight.type);
  return weight.storedAs == "uint8" ? 1 : 2;
}

void readTfjsQuantization(const Json& json, TfjsWeight& weight) {
  JsonReader reader(json, "quantization");
  reader.require("dtype", weight.storedAs);
  if (weight.type != "float32" && weight.type != "int32")
    fail("it is quantized, but its type is '", printable(weight.type, 40), "'");
  if (weight.storedAs == "float16" && weight.type == "float32") return;
  if (weight.storedAs != "uint8" && weight.storedAs != "uint16")
    fail("it is quantized as '", printable(weight.storedAs, 40), "'; float16, uint8 or uint16 were expected");
  reader.require("scale", weight.scale);
  reader.require("min", weight.least);
}

/// Reads the shape and returns how many values it has. Sizes of 0 count as 1 in what is claimed.
std::uint64_t readShape(const Json& shape, TfjsWeight& weight, std::uint64_t mostValues, std::uint64_t maximumBytes) {
  if (shape.size() > mostAxes) fail("its shape has ", shape.size(), " axes, at most ", mostAxes, " were expected");
  std::uint64_t claimed = 1;
  bool isEmpty = false;
  for (const Json& size : shape) {
    const auto* const number = size.get_ptr<const Json::number_unsigned_t*>();
    if (number == nullptr) fail("a size of its shape is ", shownJson(size), ", a whole number was expected");
    const std::uint64_t value = std::max<std::uint64_t>(*number, 1);
    if (claimed > mostValues / value)
      fail("its shape ", shownJson(shape), " claims more than ", maximumBytes, " bytes");
    weight.shape.push_back(std::int64_t(*number));
    claimed *= value;
    isEmpty = isEmpty || *number == 0;
  }
  return isEmpty ? 0 : claimed;
}

torch::ScalarType storedType(const TfjsWeight& weight) {
  if (weight.storedAs.empty()) return torch::kFloat;
  if (weight.storedAs == "float16") return torch::kHalf;
  return weight.storedAs == "uint8" ? torch::kByte : torch::kShort;
}

}  // namespace

TfjsWeight tfjsWeight(const Json& json, std::uint64_t maximumBytes) {
  TfjsWeight weight;
  JsonReader reader(json, "weight");
  reader.require("name", weight.name);
  const Json& shape = reader.needArray("shape");
  reader.require("dtype", weight.type);
  try {
    const std::uint64_t each = std::max<std::uint64_t>(bytesPerTfjsValue(weight.type), sizeof(float));
    if (const Json* quantization = reader.take("quantization")) readTfjsQuantization(*quantization, weight);
    const std::uint64_t count = readShape(shape, weight, maximumBytes / each, maximumBytes);
    weight.bytes = count * bytesPerStoredValue(weight);
    weight.bytesAsFloat32 = count * sizeof(float);
  } catch (const Error& error) {
    fail(inQuotes(weight.name), ": ", error.what());
  }
  return weight;
}

torch::Tensor valuesOf(const TfjsWeight& weight, const char* bytes) {
  torch::Tensor stored = torch::empty(weight.shape, torch::TensorOptions().dtype(storedType(weight)));
  if (weight.bytes > 0) std::memcpy(stored.data_ptr(), bytes, std::size_t(weight.bytes));
  if (weight.storedAs.empty() || weight.storedAs == "float16") return stored.to(torch::kFloat);
  // LibTorch has no unsigned numbers of 16 bits.
  if (weight.storedAs == "uint16") stored = stored.to(torch::kInt).bitwise_and(0xffff);
  return (stored.to(torch::kDouble) * weight.scale + weight.least).to(torch::kFloat);
}

}  // namespace zipper
