// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_run.h"

#include <algorithm>
#include <utility>

#include "core/exports/plain_convolution.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Zeros before and behind maps on one axis, as SAME has them.
std::pair<std::int64_t, std::int64_t> zerosOfSame(std::int64_t size, std::int64_t kernel, int stride, int dilation) {
  const std::int64_t outputs = (size + stride - 1) / stride;
  const std::int64_t zeros = std::max<std::int64_t>(0, (outputs - 1) * stride + (kernel - 1) * dilation + 1 - size);
  return {zeros / 2, zeros - zeros / 2};
}

torch::Tensor activatedTflite(const std::string& activation, const torch::Tensor& x) {
  if (activation == "NONE") return x;
  if (activation == "RELU") return x.clamp_min(0);
  if (activation == "RELU6") return x.clamp(0, 6);
  fail("the activation ", printable(activation), " can't be computed");
}

/// What integers of the tensor's type can say of these numbers; others as they are. `within`: the type to divide in.
torch::Tensor roundedTflite(const TfliteTensor& tensor, const torch::Tensor& x, torch::ScalarType within) {
  if (tensor.quantization.scales.size() != 1 || (tensor.type != torch::kChar && tensor.type != torch::kByte)) return x;
  const float scale = tensor.quantization.scales.front();
  const auto zero = double(tensor.quantization.zeroPoints.front());
  const double least = tensor.type == torch::kChar ? -128 : 0;
  const torch::Tensor steps = (x.to(within) / scale).round_().add_(zero).clamp_(least, least + 255);
  return steps.sub_(zero).to(x.scalar_type()).mul_(scale);
}

/// Values are of the type of the images, maps [N,H,W,C].
class TfliteRun {
 public:
  TfliteRun(const TfliteGraph& graph, torch::ScalarType type)
      : graph_(graph), type_(type), values_(graph.tensors.size()) {}

  torch::Tensor compute(const TflitePort& input, const torch::Tensor& images, const TflitePort& output) {
    std::fill(values_.begin(), values_.end(), torch::Tensor());
    values_[std::size_t(input.tensor)] =  // see roundedInput()
        roundedTflite(tensorAt(input.tensor), images.permute({0, 2, 3, 1}), torch::kFloat);
    const std::vector<bool> isNeeded = nodesFor(output.tensor);
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const TfliteNode& node = graph_.nodes[i];
      if (isNeeded[i]) put(node.outputs.at(0), activatedTflite(node.activation, resultOf(node)));
    }
    return valueAt(output.tensor);
  }

 private:
  std::vector<bool> nodesFor(int output) const {
    std::vector<bool> isWanted(graph_.tensors.size(), false), isNeeded(graph_.nodes.size(), false);
    isWanted[std::size_t(output)] = true;
    for (std::size_t i = graph_.nodes.size(); i-- > 0;) {
      const TfliteNode& node = graph_.nodes[i];
      isNeeded[i] = isWanted[std::size_t(node.outputs.at(0))];
      for (const int tensor : node.inputs)
        if (isNeeded[i] && tensor >= 0) isWanted[std::size_t(tensor)] = true;
    }
    return isNeeded;
  }

  const TfliteTensor& tensorAt(int index) const { return graph_.tensors.at(std::size_t(index)); }

  void put(int tensor, const torch::Tensor& value) {
    values_[std::size_t(tensor)] = roundedTflite(tensorAt(tensor), value, type_);
  }

  torch::Tensor valueAt(int index) {
    torch::Tensor& value = values_.at(std::size_t(index));
    if (!value.defined()) value = realValues(tensorAt(index), type_);
    return value;
  }

  torch::Tensor input(const TfliteNode& node, std::size_t which) { return valueAt(node.inputs.at(which)); }

  torch::Tensor bias(const TfliteNode& node) {
    return node.inputs.size() > 2 && node.inputs[2] >= 0 ? valueAt(node.inputs[2]) : torch::Tensor();
  }

  /// Integers that an operator has as a tensor: axes, sizes.
  std::vector<std::int64_t> integersOf(const TfliteNode& node, std::size_t which) const {
    const torch::Tensor flat = tensorAt(node.inputs.at(which)).values.to(torch::kLong).flatten().contiguous();
    return {flat.data_ptr<std::int64_t>(), flat.data_ptr<std::int64_t>() + flat.numel()};
  }

  torch::Tensor resultOf(const TfliteNode& node) {
    if (node.op == "CONV_2D" || node.op == "DEPTHWISE_CONV_2D") return convolution(node);
    if (node.op == "FULLY_CONNECTED") {
      const torch::Tensor weight = input(node, 1);
      return torch::linear(input(node, 0).reshape({-1, weight.size(1)}), weight, bias(node));
    }
    if (node.op == "ADD") return input(node, 0) + input(node, 1);
    if (node.op == "MUL") return input(node, 0) * input(node, 1);
    if (node.op == "MEAN") return input(node, 0).mean(integersOf(node, 1), node.keepDimensions);
    if (node.op == "AVERAGE_POOL_2D") return averages(node);
    if (node.op == "PAD") return padded(node);
    if (node.op == "RESHAPE") return reshaped(node);
    if (node.op == "SOFTMAX") return torch::softmax(input(node, 0) * node.beta, -1);
    if (node.op == "HARD_SWISH") return torch::hardswish(input(node, 0));
    if (node.op == "RELU") return input(node, 0).clamp_min(0);
    if (node.op == "RELU6") return input(node, 0).clamp(0, 6);
    // A value is what its integers mean already.
    if (node.op == "DEQUANTIZE" || node.op == "QUANTIZE") return input(node, 0);
    fail("the operator ", printable(node.op), " can't be computed");
  }

  torch::Tensor convolution(const TfliteNode& node) {
    const bool isDepthwise = node.op == "DEPTHWISE_CONV_2D";
    const torch::Tensor stored = input(node, 1);
    const torch::Tensor weight = isDepthwise ? stored.permute({3, 0, 1, 2}) : stored.permute({0, 3, 1, 2});
    torch::Tensor x = input(node, 0).permute({0, 3, 1, 2});
    const std::int64_t groups = x.size(1) / weight.size(1);
    if (node.same) {
      const auto [top, bottom] = zerosOfSame(x.size(2), weight.size(2), node.strideHeight, node.dilationHeight);
      const auto [left, right] = zerosOfSame(x.size(3), weight.size(3), node.strideWidth, node.dilationWidth);
      x = torch::constant_pad_nd(x, {left, right, top, bottom});
    }
    const torch::Tensor sums = plainConvolution(x, weight, {node.strideHeight, node.strideWidth}, groups,
                                                {node.dilationHeight, node.dilationWidth})
                                   .permute({0, 2, 3, 1});
    const torch::Tensor added = bias(node);
    return added.defined() ? sums + added : sums;
  }

  torch::Tensor averages(const TfliteNode& node) {
    const torch::Tensor x = input(node, 0).permute({0, 3, 1, 2});
    const std::pair<std::int64_t, std::int64_t> none{0, 0};
    if (node.same && (zerosOfSame(x.size(2), node.filterHeight, node.strideHeight, 1) != none ||
                      zerosOfSame(x.size(3), node.filterWidth, node.strideWidth, 1) != none))
      fail("AVERAGE_POOL_2D with zeros around the maps can't be computed");
    return torch::avg_pool2d(x, {node.filterHeight, node.filterWidth}, {node.strideHeight, node.strideWidth})
        .permute({0, 2, 3, 1});
  }

  torch::Tensor padded(const TfliteNode& node) {
    const std::vector<std::int64_t> around =
        integersOf(node, 1);  // from the first axis to the last; LibTorch's begin last
    std::vector<std::int64_t> reversed;
    for (std::size_t i = around.size(); i >= 2; i -= 2) reversed.insert(reversed.end(), {around[i - 2], around[i - 1]});
    return torch::constant_pad_nd(input(node, 0), reversed);
  }

  torch::Tensor reshaped(const TfliteNode& node) {
    std::vector<std::int64_t> sizes = node.integers.empty() ? integersOf(node, 1) : node.integers;
    // Written for one image.
    if (!sizes.empty() && sizes.front() == 1 && std::find(sizes.begin(), sizes.end(), -1) == sizes.end())
      sizes.front() = -1;
    return input(node, 0).reshape(sizes);
  }

  const TfliteGraph& graph_;
  torch::ScalarType type_;
  std::vector<torch::Tensor> values_;
};

}  // namespace

std::vector<torch::Tensor> runTflite(const TfliteGraph& graph, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  if (images.size() != graph.outputs.size())
    fail("images for ", images.size(), " outputs were given, the model has ", graph.outputs.size());
  TfliteRun run(graph, images.front().scalar_type());
  std::vector<torch::Tensor> results;
  for (std::size_t t = 0; t < images.size(); ++t)
    results.push_back(
        run.compute(graph.inputs.size() == 1 ? graph.inputs.front() : graph.inputs.at(t), images[t], graph.outputs[t]));
  return results;
}

std::vector<torch::Tensor> runTflite(const std::filesystem::path& path, const std::vector<torch::Tensor>& images) {
  return runTflite(parseTflite(InputFile(path, "a TensorFlow Lite model")), images);
}

}  // namespace zipper
