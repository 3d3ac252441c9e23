// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_quantized_run.h"

#include <algorithm>

#include "core/containers/input_file.h"
#include "core/containers/onnx_attributes.h"
#include "core/exports/plain_convolution.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using Values = std::map<std::string, torch::Tensor>;

/// All tensors are of the type of the images, which holds integers of 8 bits exactly.
class NodeComputer {
 public:
  NodeComputer(const OnnxGraph& graph, Values values)
      : graph_(graph), type_(values.begin()->second.scalar_type()), values_(std::move(values)) {}

  Values run() {
    for (const OnnxNode& node : graph_.nodes) values_[node.outputs.at(0)] = compute(node);
    return std::move(values_);
  }

 private:
  torch::Tensor input(const OnnxNode& node, std::size_t place) const {
    const std::string& name = node.inputs.at(place);
    const auto value = values_.find(name);
    if (value != values_.end()) return value->second;
    const auto constant = graph_.tensors.find(name);
    if (constant != graph_.tensors.end() && constant->second.values.defined()) return constant->second.values.to(type_);
    if (constant != graph_.tensors.end() && constant->second.quantized.defined())
      return constant->second.quantized.to(type_);
    fail("nothing computes '", printable(name), "'");
  }

  torch::Tensor compute(const OnnxNode& node) const {
    const torch::Tensor x = input(node, 0);
    if (node.op == "QuantizeLinear") return quantized(node, x);
    if (node.op == "DequantizeLinear") return dequantized(node, x);
    if (node.op == "Conv") return convolved(node, x);
    if (node.op == "Gemm") return torch::linear(x, input(node, 1), input(node, 2));
    if (node.op == "Identity") return x;
    if (node.op == "GlobalAveragePool") return x.mean({2, 3}, true);
    if (node.op == "Flatten") return x.flatten(1);
    if (node.op == "Add") return x + input(node, 1);
    if (node.op == "Mul") return x * input(node, 1);
    if (node.op == "Relu") return torch::relu(x);
    if (node.op == "Clip") return torch::clamp(x, input(node, 1).item<float>(), input(node, 2).item<float>());
    if (node.op == "HardSigmoid") return torch::clamp(x * slopeOf(node) + realOf(node, "beta", 0.5), 0, 1);
    if (node.op == "Softmax") return torch::softmax(x, integerOf(node, "axis", -1));
    fail(printable(node.op, 60), " '", printable(node.name), "' is no operator of a quantized export");
  }

  /// Exact where the file has the float32 next to 1/6.
  static double slopeOf(const OnnxNode& node) {
    const double slope = realOf(node, "alpha", 0.2);
    return float(slope) == 1.0f / 6 ? 1.0 / 6 : slope;
  }

  torch::Tensor quantized(const OnnxNode& node, const torch::Tensor& x) const {
    const auto isRead = [&](const auto& port) { return port.name == node.inputs[0]; };
    const bool isImage = std::any_of(graph_.inputs.begin(), graph_.inputs.end(), isRead);
    const auto within = isImage ? torch::kFloat : type_;  // see roundedInput()
    const torch::Tensor steps = torch::round(x.to(within) / input(node, 1).to(within)).to(type_);
    const bool isSigned = graph_.tensors.at(node.inputs.at(2)).quantized.scalar_type() == torch::kChar;
    return torch::clamp(steps + input(node, 2), isSigned ? -128 : 0, isSigned ? 127 : 255);
  }

  torch::Tensor dequantized(const OnnxNode& node, const torch::Tensor& x) const {
    const torch::Tensor scale = input(node, 1);
    const torch::Tensor zero = node.inputs.size() > 2 ? input(node, 2) : torch::zeros_like(scale);
    std::vector<std::int64_t> shape(std::size_t(x.dim()), 1);
    if (scale.numel() > 1) shape.at(std::size_t(integerOf(node, "axis", 1))) = scale.numel();
    return (x - zero.reshape(shape)) * scale.reshape(shape);
  }

  torch::Tensor convolved(const OnnxNode& node, const torch::Tensor& x) const {
    const auto pads = integersOf(node, "pads", {0, 0, 0, 0});
    const torch::Tensor padded = torch::constant_pad_nd(x, {pads.at(1), pads.at(3), pads.at(0), pads.at(2)});
    const auto strides = integersOf(node, "strides", {1, 1});
    const torch::Tensor sums =
        plainConvolution(padded, input(node, 1), {strides.at(0), strides.at(1)}, integerOf(node, "group", 1));
    return sums + input(node, 2).view({1, -1, 1, 1});
  }

  const OnnxGraph& graph_;
  torch::ScalarType type_;
  Values values_;
};

}  // namespace

std::vector<torch::Tensor> runQuantizedOnnx(const std::filesystem::path& path,
                                            const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  const OnnxGraph graph = parseOnnx(InputFile(path, "an ONNX model"), path.parent_path());
  if (graph.outputs.size() != images.size())
    fail("it has ", graph.outputs.size(), " outputs, ", images.size(), " were expected");
  const bool hasOneInput = graph.inputs.size() == 1;
  std::vector<torch::Tensor> outputs;
  Values all;
  for (std::size_t t = 0; t < images.size(); ++t) {
    if (hasOneInput) all = NodeComputer(graph, {{graph.inputs.front().name, images[t]}}).run();
    if (!hasOneInput && t == 0) {
      Values inputs;
      for (std::size_t i = 0; i < images.size(); ++i) inputs[graph.inputs.at(i).name] = images[i];
      all = NodeComputer(graph, std::move(inputs)).run();
    }
    outputs.push_back(all.at(graph.outputs[t].name));
  }
  return outputs;
}

}  // namespace zipper
