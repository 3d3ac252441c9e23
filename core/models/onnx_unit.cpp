// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_unit.h"

#include "core/containers/onnx_attributes.h"
#include "core/models/onnx_activation.h"
#include "core/network/named_tensors.h"
#include "core/support/decimal.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

void checkRange(const OnnxNode& node, const Integers& pads) {
  for (const std::int64_t pad : pads)
    if (pad < 0 || pad > 2) fail(describeNode(node), " is padded like in no known MobileNet");
}

class UnitReader {
 public:
  UnitReader(OnnxChain& chain, OnnxAxes& axes, const std::string& key, Activation expected)
      : chain_(chain), axes_(axes), key_(key), expected_(expected) {}

  OnnxUnit read() {
    unit_.pads = {0, 0, 0, 0};
    axes_.follow(chain_);
    if (const OnnxNode* pad = chain_.take({"Pad"})) unit_.pads = padsOf(chain_, axes_, *pad);
    axes_.follow(chain_);
    unit_.conv = chain_.take({"Conv"});
    if (unit_.conv == nullptr) fail("a Conv was expected for ", key_, ", found ", chain_.describeNext());
    if (axes_.letters() != "NCHW") fail(describeNode(*unit_.conv), " gets axes in the order ", axes_.letters());
    unit_.weight = chain_.values(*unit_.conv, 1);
    if (unit_.weight.dim() != 4)
      fail(describeNode(*unit_.conv), " has weights of shape ", shapeText(unit_.weight), ", four axes were expected");
    if (chain_.hasInput(*unit_.conv, 2)) unit_.bias = chain_.values(*unit_.conv, 2).reshape({-1});
    addPads();
    readScales();
    readActivation();
    return std::move(unit_);
  }

 private:
  void readActivation() {
    const std::string next = chain_.describeNext();
    const Activation found = takeActivation(chain_, axes_).value_or(Activation::None);
    unit_.activation = found;
    if (expected_ == Activation::None && found != expected_)
      fail("no activation was expected after ", key_, ", found ", toString(found));
    if (expected_ == Activation::HardSwish && found != expected_)
      fail("a hard swish was expected after ", key_, ", found ", next);
    const bool wantsRelu = expected_ == Activation::ReLU || expected_ == Activation::ReLU6;
    if (wantsRelu && found != Activation::ReLU && found != Activation::ReLU6)
      fail("Relu or Clip was expected after ", key_, ", found ", next);
  }

  void addPads() {
    const OnnxNode& conv = *unit_.conv;
    const std::string automatic = textOf(conv, "auto_pad");
    if (automatic == "SAME_LOWER") fail(describeNode(conv), " pads like no known MobileNet (SAME_LOWER)");
    unit_.likeTensorFlow = automatic == "SAME_UPPER";
    const Integers own = integersOf(conv, "pads", {0, 0, 0, 0});
    checkRange(conv, own);
    if (own.size() != 4) fail(describeNode(conv), ": 4 pads were expected, ", own.size(), " found");
    for (std::size_t i = 0; i < 4; ++i) unit_.pads[i] += automatic == "VALID" ? 0 : own[i];
    const Integers strides = integersOf(conv, "strides", {1, 1});
    if (strides.size() != 2 || strides[0] != strides[1] || strides[0] < 1 || strides[0] > 2)
      fail(describeNode(conv), ": a stride of 1 or 2 was expected");
    unit_.stride = int(strides[0]);
  }

  /// Batch normalization, and what is written as additions and multiplications.
  void readScales() {
    axes_.follow(chain_);
    while (!axes_.isFactor(chain_)) {
      const OnnxNode* const node = chain_.take({"BatchNormalization", "Add", "Sub", "Mul", "Div"});
      if (node == nullptr) break;
      if (node->op == "BatchNormalization")
        normalize(*node);
      else
        change(*node);
      axes_.follow(chain_);
    }
  }

  void normalize(const OnnxNode& node) {
    if (axes_.letters() != "NCHW") fail(describeNode(node), " gets axes in the order ", axes_.letters());
    if (unit_.gamma.defined()) fail(describeNode(node), " is the second batch normalization of ", key_);
    unit_.gamma = chain_.values(node, 1).reshape({-1});
    unit_.beta = chain_.values(node, 2).reshape({-1});
    unit_.mean = chain_.values(node, 3);
    unit_.variance = chain_.values(node, 4);
    unit_.epsilon = decimalOf(float(realOf(node, "epsilon", 1e-5)));
  }

  torch::Tensor perOutput(const OnnxNode& node, const torch::Tensor& values) const {
    const std::int64_t outputs = unit_.weight.size(0);
    if (values.numel() != 1 && values.numel() != outputs)
      fail(describeNode(node), ": ", values.numel(), " numbers were found for ", outputs, " channels");
    return values.expand({outputs});
  }

  void change(const OnnxNode& node) {
    const std::size_t place = chain_.constantInput(node);
    torch::Tensor values = perOutput(node, axes_.perChannel(node, chain_.values(node, place)));
    const bool additive = node.op == "Add" || node.op == "Sub";
    if (place == 0 && (node.op == "Sub" || node.op == "Div")) fail(describeNode(node), " is what no MobileNet does");
    if (node.op == "Sub") values = -values;
    if (node.op == "Div") values = torch::reciprocal(values);
    torch::Tensor& scale = unit_.gamma.defined() ? unit_.gamma : unit_.weight;
    torch::Tensor& shift = unit_.gamma.defined() ? unit_.beta : unit_.bias;
    const auto type = unit_.weight.scalar_type() == torch::kDouble ? torch::kDouble : torch::kFloat;
    if (shift.defined() && shift.numel() != values.numel()) fail(describeNode(node), " meets a bias of another size");
    if (additive) {
      shift = shift.defined() ? (shift.to(torch::kDouble).reshape({-1}) + values).to(type) : values.to(type);
      return;
    }
    std::vector<std::int64_t> shape(std::size_t(scale.dim()), 1);
    shape[0] = -1;
    scale = (scale.to(torch::kDouble) * values.reshape(shape)).to(type);
    if (shift.defined()) shift = (shift.to(torch::kDouble).reshape({-1}) * values).to(type);
  }

  OnnxChain& chain_;
  OnnxAxes& axes_;
  const std::string& key_;
  Activation expected_;
  OnnxUnit unit_;
};

}  // namespace

std::vector<std::int64_t> padsOf(OnnxChain& chain, const OnnxAxes& axes, const OnnxNode& pad) {
  const Integers all = chain.hasInput(pad, 1) ? chain.integers(pad, 1) : integersOf(pad, "pads", {});
  checkRange(pad, all);
  // All beginnings, then all ends.
  if (all.size() != 8 || axes.letters().size() != 4)
    fail(describeNode(pad), ": pads of 4 axes were expected, ", all.size(), " numbers found");
  for (std::size_t i = 0; i < 4; ++i)
    if (axes.letters()[i] != 'H' && axes.letters()[i] != 'W' && (all[i] != 0 || all[i + 4] != 0))
      fail(describeNode(pad), " pads more than height and width");
  const double value = chain.hasInput(pad, 2) ? chain.number(pad, 2) : realOf(pad, "value", 0);
  if ((!textOf(pad, "mode").empty() && textOf(pad, "mode") != "constant") || value != 0)
    fail(describeNode(pad), " does not pad with zeros");
  const auto h = std::size_t(axes.place('H')), w = std::size_t(axes.place('W'));
  return {all[h], all[w], all[h + 4], all[w + 4]};
}

OnnxUnit takeUnit(OnnxChain& chain, OnnxAxes& axes, const std::string& key, Activation expected) {
  return UnitReader(chain, axes, key, expected).read();
}

}  // namespace zipper
