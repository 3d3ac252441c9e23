// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/onnx_mobilenet.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/formats/canonical_names.h"
#include "core/formats/onnx_chain.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

Integers integersOf(const OnnxNode& node, const char* attribute, const Integers& otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() || found->second.integers.empty() ? otherwise : found->second.integers;
}

std::int64_t integerOf(const OnnxNode& node, const char* attribute, std::int64_t otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() ? otherwise : found->second.integer.value_or(otherwise);
}

double realOf(const OnnxNode& node, const char* attribute, double otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() || !found->second.real ? otherwise : double(*found->second.real);
}

std::string textOf(const OnnxNode& node, const char* attribute) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() ? std::string() : found->second.text;
}

/// float32 in a file is not 0.001: the shortest decimal number that is meant.
double shortest(double epsilon) { return std::stod(concat(float(epsilon))); }

/// A convolution, batch normalization and activation, as they follow each other in the graph.
struct Unit {
  const OnnxNode* conv = nullptr;
  torch::Tensor weight, bias;                 ///< bias: undefined if there is none
  torch::Tensor gamma, beta, mean, variance;  ///< undefined where it is folded
  double epsilon = 0;
  int stride = 1;
  Integers pads;                ///< top, left, bottom, right; of a Pad node before it too
  bool likeTensorFlow = false;  ///< padded by auto_pad
  Activation activation = Activation::ReLU;
};

class Recognizer {
 public:
  explicit Recognizer(const OnnxGraph& graph) : chain_(graph) {}

  OnnxMobileNet recognize() {
    readInput();
    addUnit("stem", 3, false, 0);
    const auto strides = strideTable(found_.spec);
    for (int layer = 1; layer <= layerCount; ++layer) {
      addUnit(concat("layers.", layer, ".depthwise"), 3, true, strides[std::size_t(layer)]);
      addUnit(concat("layers.", layer, ".pointwise"), 1, false, 1);
    }
    readPooling();
    readHead();
    completeSpec();
    return std::move(found_);
  }

 private:
  void readInput() {
    const Integers& shape = chain_.input().shape;
    chain_.skip({"Identity", "Cast"});
    const bool transposed = chain_.take({"Transpose"}) != nullptr;
    if (shape.size() != 4) return;
    const std::int64_t height = shape[transposed ? 1 : 2], width = shape[transposed ? 2 : 3];
    if (height > 0 && height <= 4096 && height == width) size_ = int(height);
    if (transposed) found_.notes.push_back("its input is in NHWC layout, which only matters to its users");
  }

  Unit takeUnit(const std::string& key) {
    Unit unit;
    unit.pads = {0, 0, 0, 0};
    if (const OnnxNode* pad = chain_.take({"Pad"})) unit.pads = padsOf(*pad);
    unit.conv = chain_.take({"Conv"});
    if (unit.conv == nullptr) fail("a Conv was expected for ", key, ", found ", chain_.describeNext());
    unit.weight = chain_.values(*unit.conv, 1);
    if (chain_.hasInput(*unit.conv, 2)) unit.bias = chain_.values(*unit.conv, 2);
    addPads(unit);
    if (const OnnxNode* bn = chain_.take({"BatchNormalization"})) {
      unit.gamma = chain_.values(*bn, 1);
      unit.beta = chain_.values(*bn, 2);
      unit.mean = chain_.values(*bn, 3);
      unit.variance = chain_.values(*bn, 4);
      unit.epsilon = shortest(realOf(*bn, "epsilon", 1e-5));
    }
    takeActivation(unit, key);
    return unit;
  }

  /// Only of height and width; ONNX has all beginnings, then all ends.
  Integers padsOf(const OnnxNode& pad) {
    const Integers all = chain_.hasInput(pad, 1) ? chain_.integers(pad, 1) : integersOf(pad, "pads", {});
    checkRange(pad, all);
    if (all.size() != 8 || all[0] != 0 || all[1] != 0 || all[4] != 0 || all[5] != 0)
      fail(describeNode(pad), " pads more than height and width");
    if (!textOf(pad, "mode").empty() && textOf(pad, "mode") != "constant")
      fail(describeNode(pad), " does not pad with zeros");
    return {all[2], all[3], all[6], all[7]};
  }

  static void checkRange(const OnnxNode& node, const Integers& pads) {
    for (const std::int64_t pad : pads)
      if (pad < 0 || pad > 2) fail(describeNode(node), " is padded like in no known MobileNet");
  }

  static void addPads(Unit& unit) {
    const std::string automatic = textOf(*unit.conv, "auto_pad");
    if (automatic == "SAME_LOWER") fail(describeNode(*unit.conv), " pads like no known MobileNet (SAME_LOWER)");
    unit.likeTensorFlow = automatic == "SAME_UPPER";
    const Integers own = integersOf(*unit.conv, "pads", {0, 0, 0, 0});
    checkRange(*unit.conv, own);
    if (own.size() != 4) fail(describeNode(*unit.conv), ": 4 pads were expected, ", own.size(), " found");
    for (std::size_t i = 0; i < 4; ++i) unit.pads[i] += automatic == "VALID" ? 0 : own[i];
    const Integers strides = integersOf(*unit.conv, "strides", {1, 1});
    if (strides.size() != 2 || strides[0] != strides[1] || strides[0] < 1 || strides[0] > 2)
      fail(describeNode(*unit.conv), ": a stride of 1 or 2 was expected");
    unit.stride = int(strides[0]);
  }

  void takeActivation(Unit& unit, const std::string& key) {
    if (chain_.take({"Relu"}) != nullptr) return;
    const OnnxNode* clip = chain_.take({"Clip"});
    if (clip == nullptr) fail("Relu or Clip was expected after ", key, ", found ", chain_.describeNext());
    const auto bound = [&](std::size_t input, const char* attribute) {
      if (!chain_.hasInput(*clip, input)) return realOf(*clip, attribute, std::nan(""));
      const torch::Tensor value = chain_.values(*clip, input);
      return value.numel() == 1 ? value.to(torch::kDouble).item<double>() : std::nan("");
    };
    if (bound(1, "min") != 0 || bound(2, "max") != 6)
      fail(describeNode(*clip), ": a range of 0 to 6 was expected (ReLU6)");
    unit.activation = Activation::ReLU6;
  }

  /// `stride` 0: any.
  void addUnit(const std::string& key, int kernel, bool depthwise, int stride) {
    const Unit unit = takeUnit(key);
    const std::string node = describeNode(*unit.conv);
    const std::int64_t groups = integerOf(*unit.conv, "group", 1);
    if (unit.weight.dim() != 4 || unit.weight.size(2) != kernel || unit.weight.size(3) != kernel)
      fail(node, " has weights of shape ", shapeText(unit.weight), ", a kernel of ", kernel, "x", kernel,
           " was expected for ", key);
    if (groups != (depthwise ? unit.weight.size(0) : 1) || (depthwise && unit.weight.size(1) != 1))
      fail(node, " has ", groups, " groups, which is not what ", key, " has");
    if (stride > 0 && unit.stride != stride)
      fail(node, " has stride ", unit.stride, ", ", stride, " was expected for ", key);
    if (integersOf(*unit.conv, "dilations", {1, 1}) != Integers{1, 1}) fail(node, " is dilated");
    if (key == "stem") {
      found_.spec.stemStride = unit.stride;
      found_.spec.activation = unit.activation;
    }
    if (unit.activation != found_.spec.activation)
      fail(node, " is followed by another activation than the layers before");
    notePadding(unit, node, kernel);
    if (size_ > 0 && kernel == 3) size_ = outputSize(size_, unit.stride);
    addTensors(key, unit);
  }

  /// At stride 2, TensorFlow's SAME pads odd sizes as everybody does, and even ones only at the right and the bottom.
  void notePadding(const Unit& unit, const std::string& node, int kernel) {
    const Integers none{0, 0, 0, 0}, around{1, 1, 1, 1}, after{0, 0, 1, 1};
    if (firstSize_ == 0) firstSize_ = size_;
    if (unit.likeTensorFlow && unit.pads == none) {
      if (unit.stride == 2) asymmetric_ = true;
      return;
    }
    const bool fits = kernel == 1 ? unit.pads == none
                                  : unit.pads == around || (unit.stride == 2 && unit.pads == after && size_ % 2 == 0);
    if (!fits) fail(node, " is padded like in no known MobileNet");
    if (kernel == 1 || unit.stride == 1) return;
    if (unit.pads == after)
      asymmetric_ = true;
    else if (size_ % 2 == 0)
      symmetric_ = true;
  }

  void addTensors(const std::string& key, const Unit& unit) {
    const auto vector = [&](const torch::Tensor& tensor, const char* name) {
      if (tensor.numel() != unit.weight.size(0))
        fail(describeNode(*unit.conv), ": ", name, " of shape ", shapeText(tensor), ", ", unit.weight.size(0),
             " numbers were expected");
      return tensor.reshape({-1});
    };
    units_.push_back({key, unit.epsilon});
    auto& tensors = found_.tensors;
    tensors.emplace_back(key + ".conv.weight", unit.weight);
    if (unit.bias.defined()) tensors.emplace_back(key + ".conv.bias", vector(unit.bias, "bias"));
    if (!unit.gamma.defined()) {
      if (!unit.bias.defined()) tensors.emplace_back(key + ".conv.bias", torch::zeros({unit.weight.size(0)}));
      return;
    }
    tensors.emplace_back(key + ".bn.weight", vector(unit.gamma, "scale"));
    tensors.emplace_back(key + ".bn.bias", vector(unit.beta, "shift"));
    tensors.emplace_back(key + ".bn.running_mean", vector(unit.mean, "mean"));
    tensors.emplace_back(key + ".bn.running_var", vector(unit.variance, "variance"));
  }

  void readPooling() {
    if (chain_.take({"GlobalAveragePool"}) != nullptr) return;
    if (const OnnxNode* mean = chain_.take({"ReduceMean"})) {
      Integers axes = chain_.hasInput(*mean, 1) ? chain_.integers(*mean, 1) : integersOf(*mean, "axes", {});
      for (std::int64_t& axis : axes) axis += axis < 0 ? 4 : 0;
      if (std::set<std::int64_t>(axes.begin(), axes.end()) == std::set<std::int64_t>{2, 3}) return;
      fail(describeNode(*mean), " does not average over height and width");
    }
    chain_.skip({"Identity"});
    if (const OnnxNode* pad = chain_.take({"Pad"}))
      if (padsOf(*pad) != Integers{0, 0, 0, 0}) fail(describeNode(*pad), " pads before the pooling");
    const OnnxNode* pool = chain_.take({"AveragePool"});
    if (pool == nullptr) fail("average pooling was expected after layer 13, found ", chain_.describeNext());
    if (size_ == 0 || integersOf(*pool, "kernel_shape", {}) != Integers{size_, size_})
      fail(describeNode(*pool), " does not average over the whole feature map");
  }

  void readHead() {
    const std::vector<std::string> passive{"Flatten", "Reshape", "Squeeze", "Dropout", "Identity", "Cast", "Transpose"};
    chain_.skip(passive);
    found_.spec.classes = 0;
    torch::Tensor weight, bias;
    if (const OnnxNode* gemm = chain_.take({"Gemm"})) {
      if (realOf(*gemm, "alpha", 1) != 1 || realOf(*gemm, "beta", 1) != 1 || integerOf(*gemm, "transA", 0) != 0)
        fail(describeNode(*gemm), " is not a plain linear layer");
      weight = chain_.values(*gemm, 1);
      if (weight.dim() == 2 && integerOf(*gemm, "transB", 0) == 0) weight = weight.t();
      if (chain_.hasInput(*gemm, 2)) bias = chain_.values(*gemm, 2);
    } else if (const OnnxNode* product = chain_.take({"MatMul"})) {
      weight = chain_.otherValues(*product);
      if (weight.dim() == 2) weight = weight.t();
    } else if (const OnnxNode* conv = chain_.take({"Conv"})) {
      weight = chain_.values(*conv, 1);
      if (weight.dim() == 4 && weight.size(2) == 1 && weight.size(3) == 1) weight = weight.flatten(1);
      if (chain_.hasInput(*conv, 2)) bias = chain_.values(*conv, 2);
    }
    if (weight.defined()) addHead(weight, bias);
    chain_.skip(passive);
    if (chain_.skip({"Softmax"}) > 0) found_.notes.push_back("the softmax at its end is left out");
    chain_.skip(passive);
    if (!chain_.atEnd()) fail("the end of the network was expected, found ", chain_.describeNext());
  }

  void addHead(const torch::Tensor& weight, torch::Tensor bias) {
    if (weight.dim() != 2) fail("the head has weights of shape ", shapeText(weight), ", two dimensions were expected");
    if (!bias.defined())
      if (const OnnxNode* add = chain_.take({"Add"})) bias = chain_.otherValues(*add);
    if (bias.defined() && bias.numel() != weight.size(0))
      fail("the head has weights of shape ", shapeText(weight), " and a bias of shape ", shapeText(bias));
    found_.tensors.emplace_back("head.weight", weight.contiguous());
    found_.tensors.emplace_back("head.bias", bias.defined() ? bias.reshape({-1}) : torch::zeros({weight.size(0)}));
  }

  void completeSpec() {
    MobileNetSpec spec = found_.spec;
    found_.spec = specFromShapes(found_.tensors);
    found_.spec.stemStride = spec.stemStride;
    found_.spec.activation = spec.activation;
    if (asymmetric_ && symmetric_) fail("some of its layers are padded like in TensorFlow, others aren't");
    found_.spec.padding = asymmetric_ ? Padding::Same : Padding::Pad1;
    if (firstSize_ >= 32) found_.spec.inputSize = firstSize_;
    settleEpsilon();
    describeFindings();
  }

  /// One epsilon for all: the scales of layers that have another are changed so that they do the same.
  void settleEpsilon() {
    const auto first = std::find_if(units_.begin(), units_.end(), [](const auto& unit) { return unit.epsilon > 0; });
    if (first == units_.end()) return;
    const double epsilon = found_.spec.bnEpsilon = first->epsilon;
    found_.knowsEpsilon = true;
    const auto tensor = [&](const std::string& name) -> torch::Tensor& {
      return std::find_if(found_.tensors.begin(), found_.tensors.end(),
                          [&](const auto& entry) { return entry.first == name; })
          ->second;
    };
    for (const auto& [key, own] : units_) {
      if (own == 0 || own == epsilon) continue;
      auto& scale = tensor(key + ".bn.weight");
      const auto variance = tensor(key + ".bn.running_var").to(torch::kDouble);
      scale = (scale.to(torch::kDouble) * torch::sqrt((variance + epsilon) / (variance + own))).to(torch::kFloat);
    }
  }

  void describeFindings() {
    const MobileNetSpec& spec = found_.spec;
    found_.notes.push_back(concat("read from the graph: stem stride ", spec.stemStride, ", activation ",
                                  toString(spec.activation), ", padding ", toString(spec.padding)));
    found_.notes.push_back(
        concat(firstSize_ >= 32 ? "read from the graph: input size " : "input size guessed: ", spec.inputSize));
  }

  struct Normalized {
    std::string key;
    double epsilon;  ///< 0: folded
  };

  OnnxChain chain_;
  OnnxMobileNet found_;
  std::vector<Normalized> units_;
  int size_ = 0, firstSize_ = 0;  ///< of the feature map; 0: unknown
  bool asymmetric_ = false, symmetric_ = false;
};

}  // namespace

OnnxMobileNet recognizeMobileNet(const OnnxGraph& graph) { return Recognizer(graph).recognize(); }

}  // namespace zipper
