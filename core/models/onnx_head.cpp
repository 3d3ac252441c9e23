// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_head.h"

#include <algorithm>

#include "core/containers/onnx_attributes.h"
#include "core/models/onnx_unit.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

class HeadReader {
 public:
  HeadReader(OnnxChain& chain, OnnxAxes& axes, int size) : chain_(chain), axes_(axes), size_(size) {}

  OnnxHead read() {
    axes_.follow(chain_);
    if (chain_.atEnd()) fail("average pooling was expected after the last layer, found its end");
    readPooling();
    axes_.follow(chain_);
    readWeights();
    if (found_.weight.defined()) readScales();
    readRest();
    if (found_.weight.defined() && !found_.bias.defined()) found_.bias = torch::zeros({found_.weight.size(0)});
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

  void readWeights() {
    if (const OnnxNode* gemm = chain_.take({"Gemm"})) return readGemm(*gemm);
    if (const OnnxNode* product = chain_.take({"MatMul"})) {
      const std::size_t place = chain_.constantInput(*product);
      if (axes_.letters().back() != 'C' || place != 1) fail(describeNode(*product), " is not a plain linear layer");
      return setWeight(*product, chain_.values(*product, place), true);
    }
    if (const OnnxNode* conv = chain_.take({"Conv"})) {
      torch::Tensor weight = chain_.values(*conv, 1);
      if (axes_.letters() != "NC11" || integerOf(*conv, "group", 1) != 1)
        fail(describeNode(*conv), " is not a linear layer");
      if (weight.dim() == 4 && weight.size(2) == 1 && weight.size(3) == 1) weight = weight.flatten(1);
      setWeight(*conv, weight, false);
      if (chain_.hasInput(*conv, 2)) setBias(chain_.values(*conv, 2));
    }
  }

  void readGemm(const OnnxNode& gemm) {
    if (realOf(gemm, "alpha", 1) != 1 || realOf(gemm, "beta", 1) != 1 || integerOf(gemm, "transA", 0) != 0 ||
        axes_.letters() != "NC")
      fail(describeNode(gemm), " is not a plain linear layer");
    setWeight(gemm, chain_.values(gemm, 1), integerOf(gemm, "transB", 0) == 0);
    if (chain_.hasInput(gemm, 2)) setBias(chain_.values(gemm, 2));
  }

  void setWeight(const OnnxNode& node, const torch::Tensor& weight, bool transposed) {
    if (weight.dim() != 2)
      fail("the head, ", describeNode(node), ", has weights of shape ", shapeText(weight),
           ", two dimensions were expected");
    found_.weight = (transposed ? weight.t() : weight).contiguous();
  }

  void setBias(const torch::Tensor& bias) {
    if (bias.numel() != found_.weight.size(0) && bias.numel() != 1)
      fail("the head has weights of shape ", shapeText(found_.weight), " and a bias of shape ", shapeText(bias));
    found_.bias = bias.reshape({-1}).expand({found_.weight.size(0)}).contiguous();
  }

  /// A bias as a node of its own, and scales (a temperature, say).
  void readScales() {
    axes_.follow(chain_);
    while (const OnnxNode* node = chain_.take({"Add", "Sub", "Mul", "Div"})) {
      const std::size_t place = chain_.constantInput(*node);
      torch::Tensor values = axes_.perChannel(*node, chain_.values(*node, place));
      if (values.numel() != 1 && values.numel() != found_.weight.size(0))
        fail(describeNode(*node), ": ", values.numel(), " numbers were found for ", found_.weight.size(0), " classes");
      if (place == 0 && (node->op == "Sub" || node->op == "Div"))
        fail(describeNode(*node), " changes the head's outputs like in no known MobileNet");
      apply(node->op, values.expand({found_.weight.size(0)}));
      axes_.follow(chain_);
    }
  }

  void apply(const std::string& op, torch::Tensor values) {
    const auto wide = [](const torch::Tensor& tensor) { return tensor.to(torch::kDouble); };
    torch::Tensor bias =
        found_.bias.defined() ? wide(found_.bias) : torch::zeros({found_.weight.size(0)}, torch::kDouble);
    if (op == "Add" || op == "Sub") {
      bias = op == "Add" ? bias + values : bias - values;
    } else {
      if (op == "Div") values = torch::reciprocal(values);
      bias = bias * values;
      found_.weight = (wide(found_.weight) * values.unsqueeze(1)).to(torch::kFloat);
      found_.notes.push_back("the scale behind the head is put into its weights");
    }
    found_.bias = bias.to(torch::kFloat);
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
};

}  // namespace

OnnxHead takeHead(OnnxChain& chain, OnnxAxes& axes, int size) { return HeadReader(chain, axes, size).read(); }

}  // namespace zipper
