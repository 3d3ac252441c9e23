// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_onnx.h"

#include <numeric>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::int64_t mostSmallIntegers = 16;
constexpr std::size_t longestName = 100;

bool isOfOneByte(torch::ScalarType type) { return type == torch::kByte || type == torch::kChar; }

}  // namespace

TfliteOnnx::TfliteOnnx(const TfliteGraph& graph) : graph_(graph), sources_(graph.tensors.size()) {
  std::iota(sources_.begin(), sources_.end(), 0);
  for (const TfliteTensor& tensor : graph.tensors) {
    shownNames_.push_back(printable(tensor.name, longestName));
    ownNames_.push_back(newName(shownNames_.back()));
  }
  values_ = ownNames_;
}

std::string TfliteOnnx::newName(const std::string& like) {
  std::string name = like.empty() ? "value" : like;
  while (!names_.insert(name).second) name = concat(like, " #", ++numbered_);
  return name;
}

void TfliteOnnx::addOutput(int tensor) {
  const std::string value = valueOf(tensor);
  const std::string& name = ownNames_[std::size_t(tensor)];
  if (value != name) addNode("Identity", nameOf(tensor), {value}, name);
  made_.outputs.push_back({name, this->tensor(tensor).shape, 0});
}

bool TfliteOnnx::isConstant(int tensor) const {
  return graph_.tensors[std::size_t(sources_[std::size_t(tensor)])].values.defined();
}

torch::Tensor TfliteOnnx::constant(int tensor) {
  const int source = sources_[std::size_t(tensor)];
  const auto known = constants_.find(source);
  if (known != constants_.end()) return known->second;
  const TfliteTensor& stored = this->tensor(source);
  const torch::ScalarType type = stored.type;
  if (isOfOneByte(type) && stored.quantization.scales.empty())
    fail("tensor '", printable(stored.name), "' holds 8-bit integers without a scale");
  constexpr std::int64_t megabyte = std::int64_t(1) << 20;
  if (stored.values.defined() && type != torch::kFloat) taken_ += 4 * stored.values.numel();
  if (taken_ > megabyte + 8 * graph_.bytes)
    fail("its weights are used so often that they would take over 8 times as much memory as the file");
  torch::Tensor values = realValues(stored);
  usesBytes_ = usesBytes_ || isOfOneByte(type);
  usesHalves_ = usesHalves_ || type == torch::kHalf || type == torch::kBFloat16;
  constants_.emplace(source, values);
  return values;
}

std::string TfliteOnnx::valueOf(int tensor) {
  const std::string& name = values_[std::size_t(tensor)];
  if (isConstant(tensor) && made_.tensors.count(name) == 0) {
    const torch::Tensor values = constant(tensor);
    made_.tensors[name] = {values.sizes().vec(), values, {}};
  }
  return name;
}

std::optional<std::vector<std::int64_t>> TfliteOnnx::integersOf(int tensor) const {
  const torch::Tensor& values = this->tensor(tensor).values;
  if (!values.defined() || values.is_floating_point() || values.numel() > mostSmallIntegers) return std::nullopt;
  const torch::Tensor integers = values.to(torch::kLong).contiguous();
  return std::vector<std::int64_t>(integers.data_ptr<std::int64_t>(),
                                   integers.data_ptr<std::int64_t>() + integers.numel());
}

std::string TfliteOnnx::addConstant(const std::string& like, const torch::Tensor& values) {
  const std::string name = newName(like);
  made_.tensors[name] = {values.sizes().vec(), values, {}};
  return name;
}

OnnxNode& TfliteOnnx::addNode(const std::string& op, const std::string& name, std::vector<std::string> inputs,
                              const std::string& output) {
  OnnxNode node;
  node.op = op;
  node.name = name;
  node.inputs = std::move(inputs);
  node.outputs = {output};
  made_.nodes.push_back(std::move(node));
  return made_.nodes.back();
}

void setInteger(OnnxNode& node, const char* name, std::int64_t value) { node.attributes[name].integer = value; }

void setIntegers(OnnxNode& node, const char* name, std::vector<std::int64_t> values) {
  node.attributes[name].integers = std::move(values);
}

void setReal(OnnxNode& node, const char* name, float value) { node.attributes[name].real = value; }

void setText(OnnxNode& node, const char* name, const std::string& value) { node.attributes[name].text = value; }

}  // namespace zipper
