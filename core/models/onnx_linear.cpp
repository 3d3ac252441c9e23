// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_linear.h"

#include "core/containers/onnx_attributes.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

torch::Tensor asDouble(const torch::Tensor& tensor) { return tensor.to(torch::kDouble); }

class LinearReader {
 public:
  LinearReader(OnnxChain& chain, OnnxAxes& axes, const std::string& what, const OnnxLinear* before,
               OnnxTakenWeights& taken)
      : chain_(chain), axes_(axes), what_(what), before_(before), taken_(taken) {}

  std::optional<OnnxLinear> read() {
    if (const OnnxNode* gemm = chain_.take({"Gemm"})) {
      readGemm(*gemm);
    } else if (const OnnxNode* product = chain_.take({"MatMul"})) {
      const std::size_t place = chain_.constantInput(*product);
      if (axes_.letters().back() != 'C' || place != 1) fail(describeNode(*product), " is not a plain linear layer");
      setWeight(*product, chain_.values(*product, place), true);
    } else if (const OnnxNode* conv = chain_.take({"Conv"})) {
      readConvolution(*conv);
    } else {
      return std::nullopt;
    }
    return std::move(layer_);
  }

 private:
  void readGemm(const OnnxNode& gemm) {
    if (realOf(gemm, "alpha", 1) != 1 || realOf(gemm, "beta", 1) != 1 || integerOf(gemm, "transA", 0) != 0 ||
        axes_.letters() != "NC")
      fail(describeNode(gemm), " is not a plain linear layer");
    setWeight(gemm, chain_.values(gemm, 1), integerOf(gemm, "transB", 0) == 0);
    if (chain_.hasInput(gemm, 2)) setBias(chain_.values(gemm, 2));
  }

  void readConvolution(const OnnxNode& conv) {
    torch::Tensor weight = chain_.values(conv, 1);
    if (axes_.letters() != "NC11" || integerOf(conv, "group", 1) != 1)
      fail(describeNode(conv), " is not a linear layer");
    if (weight.dim() == 4 && weight.size(2) == 1 && weight.size(3) == 1) weight = weight.squeeze(3).squeeze(2);
    setWeight(conv, weight, false);
    if (chain_.hasInput(conv, 2)) setBias(chain_.values(conv, 2));
  }

  void setWeight(const OnnxNode& node, const torch::Tensor& weight, bool transposed) {
    if (weight.dim() != 2)
      fail(what_, ", ", describeNode(node), ", has weights of shape ", shapeText(weight),
           ", two dimensions were expected");
    if (!taken_.insert(weight.data_ptr()).second) fail(describeNode(node), " has the weights of another layer");
    layer_.weight = (transposed ? weight.t() : weight).contiguous();
    layer_.bias = torch::zeros({layer_.weight.size(0)});
    if (before_ != nullptr && layer_.weight.size(1) != before_->weight.size(0))
      fail(describeNode(node), " has weights of shape ", shapeText(weight), " behind a layer of ",
           before_->weight.size(0), " outputs");
  }

  void setBias(const torch::Tensor& bias) {
    if (bias.numel() != layer_.weight.size(0) && bias.numel() != 1)
      fail(what_, " has weights of shape ", shapeText(layer_.weight), " and a bias of shape ", shapeText(bias));
    layer_.bias = bias.reshape({-1}).expand({layer_.weight.size(0)}).contiguous();
  }

  OnnxChain& chain_;
  OnnxAxes& axes_;
  const std::string& what_;
  const OnnxLinear* before_;
  OnnxTakenWeights& taken_;
  OnnxLinear layer_;
};

}  // namespace

std::optional<OnnxLinear> takeLinear(OnnxChain& chain, OnnxAxes& axes, const std::string& what,
                                     const OnnxLinear* before, OnnxTakenWeights& taken) {
  return LinearReader(chain, axes, what, before, taken).read();
}

/// W (x · scale + shift) + b is another linear layer.
void putBefore(OnnxLinear& layer, const OnnxScale& scale) {
  const torch::Tensor weight = asDouble(layer.weight), bias = asDouble(layer.bias);
  if (scale.scale.numel() != 1 && scale.scale.numel() != weight.size(1))
    fail(scale.first, ": ", scale.scale.numel(), " numbers were found for ", weight.size(1), " channels");
  layer.bias = (bias + weight.matmul(scale.shift.expand({weight.size(1)}))).to(torch::kFloat);
  layer.weight = (weight * scale.scale).to(torch::kFloat);
}

void putBehind(OnnxLinear& layer, const OnnxScale& scale) {
  const std::int64_t outputs = layer.weight.size(0);
  if (scale.scale.numel() != 1 && scale.scale.numel() != outputs)
    fail(scale.first, ": ", scale.scale.numel(), " numbers were found for ", outputs, " classes");
  layer.bias = (asDouble(layer.bias) * scale.scale + scale.shift).to(torch::kFloat);
  if (scale.isScaled)
    layer.weight = (asDouble(layer.weight) * scale.scale.expand({outputs}).unsqueeze(1)).to(torch::kFloat);
}

}  // namespace zipper
