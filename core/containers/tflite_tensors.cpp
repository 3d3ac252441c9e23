// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tflite_tensors.h"

#include <cmath>
#include <limits>

#include "core/support/error.h"
#include "core/support/printable.h"

// Constants are views of the file's bytes.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "TensorFlow Lite files are little-endian");

namespace zipper {

namespace {

constexpr std::size_t mostTensors = 20000;
constexpr std::size_t mostTfliteAxes = 8;

struct TfliteNumbers {
  tflite::TensorType number;
  torch::ScalarType type;
};
constexpr TfliteNumbers tfliteNumbers[]{
    {tflite::TensorType::FLOAT32, torch::kFloat},  {tflite::TensorType::FLOAT16, torch::kHalf},
    {tflite::TensorType::FLOAT64, torch::kDouble}, {tflite::TensorType::BFLOAT16, torch::kBFloat16},
    {tflite::TensorType::UINT8, torch::kByte},     {tflite::TensorType::INT8, torch::kChar},
    {tflite::TensorType::INT16, torch::kShort},    {tflite::TensorType::INT32, torch::kInt},
    {tflite::TensorType::INT64, torch::kLong}};

std::string startOf(const TfliteTensor& tensor) { return concat("tensor '", printable(tensor.name), "': "); }

std::vector<std::int64_t> sizesOf(const flatbuffers::Vector<std::int32_t>* sizes, TfliteTensor& tensor) {
  if (sizes == nullptr) return {};
  if (sizes->size() > mostTfliteAxes) fail(startOf(tensor), "has more than ", mostTfliteAxes, " axes");
  return {sizes->begin(), sizes->end()};
}

std::int64_t countOf(const TfliteTensor& tensor) {
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  std::int64_t count = 1;
  for (const std::int64_t size : tensor.shape) {
    if (size < 0) fail(startOf(tensor), "a size of its shape is ", size);
    if (size > 0 && count > most / size) fail(startOf(tensor), "its shape is too large");
    count *= size;
  }
  return count;
}

std::string nameOfType(tflite::TensorType type) {
  const std::string name = tflite::EnumNameTensorType(type);
  return name.empty() ? concat("type ", int(type)) : name;
}

}  // namespace

std::vector<TfliteTensor> TfliteTensors::read(const tflite::SubGraph& graph) {
  std::vector<TfliteTensor> tensors;
  if (graph.tensors() == nullptr) return tensors;
  if (graph.tensors()->size() > mostTensors)
    fail("has ", graph.tensors()->size(), " tensors, at most ", mostTensors, " are read");
  for (const tflite::Tensor* raw : *graph.tensors()) tensors.push_back(tensorOf(*raw));
  return tensors;
}

const flatbuffers::Vector<std::uint8_t>* TfliteTensors::dataOf(std::uint32_t buffer) const {
  const auto* const buffers = model_.buffers();
  if (buffers == nullptr || buffer >= buffers->size()) fail("there is no buffer ", buffer, " in it");
  const tflite::Buffer& found = *buffers->Get(buffer);
  if (found.offset() > 1 || found.size() > 1)
    fail("the data of buffer ", buffer, " are outside of its FlatBuffer, as in models of over 2 GB, which aren't read");
  return found.data() == nullptr || found.data()->size() == 0 ? nullptr : found.data();
}

TfliteTensor TfliteTensors::tensorOf(const tflite::Tensor& raw) {
  TfliteTensor tensor;
  budget_.keep(sizeof tensor + 3 * mostTfliteAxes * sizeof(std::int64_t));
  tensor.name = budget_.text(raw.name());
  if (raw.sparsity() != nullptr) fail(startOf(tensor), "stores only what isn't zero, which can't be read");
  tensor.shape = sizesOf(raw.shape(), tensor);
  tensor.signature = sizesOf(raw.shape_signature(), tensor);
  if (!tensor.signature.empty() && tensor.signature.size() != tensor.shape.size())
    fail(startOf(tensor), "its shape has ", tensor.shape.size(), " axes, its signature ", tensor.signature.size());
  tensor.typeName = nameOfType(raw.type());
  for (const TfliteNumbers& known : tfliteNumbers)
    if (known.number == raw.type()) tensor.type = known.type;
  tensor.buffer = raw.buffer();
  if (raw.quantization() != nullptr) readQuantization(*raw.quantization(), tensor);
  readValues(tensor);
  return tensor;
}

void TfliteTensors::readQuantization(const tflite::QuantizationParameters& raw, TfliteTensor& tensor) {
  const auto* const scales = raw.scale();
  const auto* const zeros = raw.zero_point();
  if (scales == nullptr || scales->size() == 0) return;
  const std::size_t count = scales->size();
  budget_.keep(count * (sizeof(float) + sizeof(std::int64_t)));
  TfliteQuantization& found = tensor.quantization;
  found.scales.assign(scales->begin(), scales->end());
  found.zeroPoints.assign(count, 0);
  if (zeros != nullptr && zeros->size() == count) found.zeroPoints.assign(zeros->begin(), zeros->end());
  if (zeros != nullptr && zeros->size() != count && zeros->size() != 0)
    fail(startOf(tensor), "has ", count, " scales and ", zeros->size(), " zero points");
  for (const float scale : found.scales)
    if (!std::isfinite(scale) || scale < 0) fail(startOf(tensor), "one of its scales is ", scale);
  if (count == 1) return;
  found.axis = raw.quantized_dimension();
  const bool exists = found.axis >= 0 && found.axis < std::int64_t(tensor.shape.size());
  if (!exists || tensor.shape[std::size_t(found.axis)] != std::int64_t(count))
    fail(startOf(tensor), "has ", count, " scales along axis ", found.axis, ", which has another size");
}

void TfliteTensors::readValues(TfliteTensor& tensor) {
  const auto* const data = dataOf(std::uint32_t(tensor.buffer));
  if (data == nullptr || tensor.type == torch::ScalarType::Undefined) return;
  const std::int64_t count = countOf(tensor), size = std::int64_t(c10::elementSize(tensor.type));
  const std::int64_t found = data->size();
  if (found != count * size)
    fail(startOf(tensor), found, " bytes of data, ", count * size, " were expected for ", count, " numbers of type ",
         tensor.typeName);
  const std::int64_t place = data->data() - bytes_.data_ptr<std::uint8_t>();
  torch::Tensor part = bytes_.narrow(0, place, found);
  if (place % size != 0) {  // no writer of such files does this
    budget_.keep(std::size_t(found));
    part = part.clone();
  }
  tensor.values = part.view(tensor.type).view(tensor.shape);
}

}  // namespace zipper
