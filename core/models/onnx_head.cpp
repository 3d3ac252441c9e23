// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_head.h"

#include <set>

#include "core/containers/onnx_attributes.h"
#include "core/models/onnx_activation.h"
#include "core/models/onnx_scale.h"
#include "core/models/onnx_unit.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

torch::Tensor asDouble(const torch::Tensor& tensor) { return tensor.to(torch::kDouble); }

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

class HeadReader {
 public:
  HeadReader(OnnxChain& chain, OnnxAxes& axes, int size) : chain_(chain), axes_(axes), size_(size) {}

  OnnxHead read() {
    axes_.follow(chain_);
    if (chain_.atEnd()) fail("average pooling was expected after the last layer, found its end");
    readPooling();
    readLayers();
    readRest();
    return std::move(found_);
  }

 private:
  void readPooling() {
    while (!axes_.isPooled()) {
      if (chain_.take({"GlobalAveragePool"}) != nullptr) {
        if (axes_.letters() != "NCHW") fail("GlobalAveragePool gets axes in the order ", axes_.letters());
        axes_ = OnnxAxes("NC11");
      } else if (const OnnxNode* mean = chain_.take({"ReduceMean"})) {
        axes_.average(chain_, *mean);
      } else {
        readWindow();
      }
      axes_.follow(chain_);
    }
  }

  /// AveragePool, if its window is the whole feature map.
  void readWindow() {
    if (const OnnxNode* pad = chain_.take({"Pad"}))
      if (padsOf(chain_, axes_, *pad) != Integers{0, 0, 0, 0}) fail(describeNode(*pad), " pads before the pooling");
    const OnnxNode* pool = chain_.take({"AveragePool"});
    if (pool == nullptr) fail("average pooling was expected after the last layer, found ", chain_.describeNext());
    const Integers window = integersOf(*pool, "kernel_shape", {});
    const bool square = window.size() == 2 && window[0] == window[1] && window[0] >= 1 && window[0] <= 4096;
    if (!square || (size_ > 0 && window[0] != size_) || axes_.letters() != "NCHW" ||
        integersOf(*pool, "pads", {0, 0, 0, 0}) != Integers{0, 0, 0, 0})
      fail(describeNode(*pool), " does not average over the whole feature map");
    found_.pooledSize = int(window[0]);
    axes_ = OnnxAxes("NC11");
  }

  /// An activation, and a scale in front of a layer, only make sense if a layer follows.
  void readLayers() {
    std::string unexpected;
    bool isScaled = false;
    for (;;) {
      const OnnxScale before = takeScale(chain_, axes_);
      if (unexpected.empty()) unexpected = before.first;
      if (!readLayer()) break;
      OnnxLinear& layer = found_.layers.back();
      if (!before.first.empty()) putBefore(layer, before);
      const OnnxScale behind = takeScale(chain_, axes_);
      if (!behind.first.empty()) putBehind(layer, behind);
      isScaled = behind.isScaled;
      unexpected = chain_.describeNext();
      const std::optional<Activation> activation = takeActivation(chain_, axes_);
      if (!activation) unexpected.clear();
      layer.activation = activation.value_or(Activation::None);
    }
    if (!unexpected.empty()) fail("the end of the network was expected, found ", unexpected);
    if (isScaled) found_.notes.push_back("the scale behind the head is put into its weights");
  }

  /// False if the next node is no linear layer.
  bool readLayer() {
    if (const OnnxNode* gemm = chain_.take({"Gemm"})) {
      readGemm(*gemm);
    } else if (const OnnxNode* product = chain_.take({"MatMul"})) {
      const std::size_t place = chain_.constantInput(*product);
      if (axes_.letters().back() != 'C' || place != 1) fail(describeNode(*product), " is not a plain linear layer");
      addLayer(*product, chain_.values(*product, place), true);
    } else if (const OnnxNode* conv = chain_.take({"Conv"})) {
      readConvolution(*conv);
    } else {
      return false;
    }
    return true;
  }

  void readGemm(const OnnxNode& gemm) {
    if (realOf(gemm, "alpha", 1) != 1 || realOf(gemm, "beta", 1) != 1 || integerOf(gemm, "transA", 0) != 0 ||
        axes_.letters() != "NC")
      fail(describeNode(gemm), " is not a plain linear layer");
    addLayer(gemm, chain_.values(gemm, 1), integerOf(gemm, "transB", 0) == 0);
    if (chain_.hasInput(gemm, 2)) setBias(chain_.values(gemm, 2));
  }

  void readConvolution(const OnnxNode& conv) {
    torch::Tensor weight = chain_.values(conv, 1);
    if (axes_.letters() != "NC11" || integerOf(conv, "group", 1) != 1)
      fail(describeNode(conv), " is not a linear layer");
    if (weight.dim() == 4 && weight.size(2) == 1 && weight.size(3) == 1) weight = weight.squeeze(3).squeeze(2);
    addLayer(conv, weight, false);
    if (chain_.hasInput(conv, 2)) setBias(chain_.values(conv, 2));
  }

  /// Layers may hold copies of their weights, so that each weight is taken once: a small file can't become large.
  void addLayer(const OnnxNode& node, const torch::Tensor& weight, bool transposed) {
    if (weight.dim() != 2)
      fail("the head, ", describeNode(node), ", has weights of shape ", shapeText(weight),
           ", two dimensions were expected");
    if (!known_.insert(weight.data_ptr()).second) fail(describeNode(node), " has the weights of another layer");
    OnnxLinear layer;
    layer.weight = (transposed ? weight.t() : weight).contiguous();
    layer.bias = torch::zeros({layer.weight.size(0)});
    if (!found_.layers.empty() && layer.weight.size(1) != found_.layers.back().weight.size(0))
      fail(describeNode(node), " has weights of shape ", shapeText(weight), " behind a layer of ",
           found_.layers.back().weight.size(0), " outputs");
    found_.layers.push_back(std::move(layer));
  }

  void setBias(const torch::Tensor& bias) {
    OnnxLinear& layer = found_.layers.back();
    if (bias.numel() != layer.weight.size(0) && bias.numel() != 1)
      fail("the head has weights of shape ", shapeText(layer.weight), " and a bias of shape ", shapeText(bias));
    layer.bias = bias.reshape({-1}).expand({layer.weight.size(0)}).contiguous();
  }

  void readRest() {
    axes_.follow(chain_);
    while (const OnnxNode* node = chain_.take({"Softmax", "LogSoftmax", "Sigmoid", "ArgMax", "TopK", "Cast", "Squeeze",
                                               "Unsqueeze", "Reshape", "Flatten", "Transpose"}))
      if (node->op != "Cast" && node->op.find("queeze") == std::string::npos && node->op != "Reshape" &&
          node->op != "Flatten" && node->op != "Transpose")
        found_.notes.push_back(concat("the ", printable(node->op, 20), " at its end is left out"));
    if (!chain_.atEnd()) fail("the end of the network was expected, found ", chain_.describeNext());
  }

  OnnxChain& chain_;
  OnnxAxes& axes_;
  int size_;
  OnnxHead found_;
  std::set<const void*> known_;
};

}  // namespace

OnnxHead takeHead(OnnxChain& chain, OnnxAxes& axes, int size) { return HeadReader(chain, axes, size).read(); }

}  // namespace zipper
