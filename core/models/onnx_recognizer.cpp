// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_recognizer.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/containers/onnx_attributes.h"
#include "core/models/canonical_names.h"
#include "core/models/onnx_excitation.h"
#include "core/network/mobilenet_v2.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/error.h"

namespace zipper {

OnnxRecognizer::OnnxRecognizer(const OnnxGraph& graph, const OnnxValue& output) : chain_(graph, output) {
  likeness_ = likenessOf(chain_);
  likely_ = likeness_.spec;
  if (likely_.architecture == Architecture::MobileNetV2) {
    const auto layers = firstLayersOfRows();
    rows_.assign(layers.begin(), layers.end());
  }
  if (!isV3(likely_.architecture)) return;
  rows_.resize(std::size_t(blocksOfV3(likely_.architecture)));
  std::iota(rows_.begin(), rows_.end(), 1);
}

OnnxMobileNet OnnxRecognizer::recognize() {
  if (!likeness_.hasBlocks)
    fail("none of its convolutions is depthwise; in a MobileNet there is a depthwise one in each block");
  const OnnxNode* const sum = chain_.lastAddition();
  if (sum != nullptr && likely_.architecture == Architecture::MobileNetV1)
    fail("two branches meet at ", describeNode(*sum));
  const OnnxPreprocessing input = takePreprocessing(chain_, axes_);
  size_ = firstSize_ = input.size;
  addUnits();
  readHead();
  completeSpec(input);
  return std::move(found_);
}

void OnnxRecognizer::addUnits() {
  const NetworkPlan plan = planOf(likely_);
  const bool mayAdd = likely_.architecture != Architecture::MobileNetV1;
  const bool maySqueeze = isV3(likely_.architecture) && !likely_.minimalistic;
  for (int i = 0; i < plan.convolutions(); ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    if (i == plan.firstUnitOf(unit.layer)) {
      blockInput_ = axes_.arrangements();
      blockChannels_ = channels_;
      blockStride_ = 1;
    }
    if (!unit.normalizes()) continue;  // squeeze-and-excite is taken where the graph has it
    addUnit(unit);
    if (maySqueeze && unit.kind == UnitKind::Depthwise) takeSqueezeExcite(unit.layer);
    if (mayAdd && i + 1 == plan.endOfUnitsOf(unit.layer) && unit.activation == Activation::None)
      takeBlockAddition(unit.layer);
  }
}

void OnnxRecognizer::addUnit(const UnitPlan& planned) {
  const std::string& key = planned.name;
  const int kernel = planned.kernel;
  const bool depthwise = planned.kind == UnitKind::Depthwise;
  const OnnxUnit unit = takeUnit(chain_, axes_, key, planned.activation);
  const std::string node = describeNode(*unit.conv);
  const std::int64_t groups = integerOf(*unit.conv, "group", 1);
  if (unit.weight.dim() != 4 || unit.weight.size(2) != kernel || unit.weight.size(3) != kernel)
    fail(node, " has weights of shape ", shapeText(unit.weight), ", a kernel of ", kernel, "x", kernel,
         " was expected for ", key);
  if (groups != (depthwise ? unit.weight.size(0) : 1) || (depthwise && unit.weight.size(1) != 1))
    fail(node, " has ", groups, " groups, which is not what ", key, " has");
  noteStride(planned, unit);
  if (integersOf(*unit.conv, "dilations", {1, 1}) != std::vector<std::int64_t>{1, 1}) fail(node, " is dilated");
  noteActivation(planned, unit);
  padding_.note(unit, kernel, size_);
  if (size_ > 0 && kernel > 1) size_ = outputSize(size_, unit.stride);
  channels_ = unit.weight.size(0);
  addTensors(key, unit);
}

/// All that are no hard swish are the same.
void OnnxRecognizer::noteActivation(const UnitPlan& planned, const OnnxUnit& unit) {
  if (planned.activation == Activation::None || planned.activation == Activation::HardSwish) return;
  if (!std::exchange(knowsActivation_, true)) likely_.activation = unit.activation;
  if (unit.activation != likely_.activation)
    fail(describeNode(*unit.conv), " is followed by another activation than the layers before");
}

/// The stem may have any stride, and so may the first block of a row of a V2 and all blocks of a V3.
void OnnxRecognizer::noteStride(const UnitPlan& planned, const OnnxUnit& unit) {
  if (planned.kind == UnitKind::Stem) {
    likely_.stemStride = unit.stride;
    return;
  }
  blockStride_ = std::max(blockStride_, unit.stride);
  const bool free = planned.kind == UnitKind::Depthwise && std::count(rows_.begin(), rows_.end(), planned.layer) > 0;
  if (!free && unit.stride != planned.stride)
    fail(describeNode(*unit.conv), " has stride ", unit.stride, ", ", planned.stride, " was expected for ",
         planned.name);
  if (!free) return;
  strides_.push_back(unit.stride);
  ownStrides_ = ownStrides_ || unit.stride != planned.stride;
}

void OnnxRecognizer::addTensors(const std::string& key, const OnnxUnit& unit) {
  const auto vector = [&](const torch::Tensor& tensor, const char* name) {
    if (tensor.numel() != unit.weight.size(0))
      fail(describeNode(*unit.conv), ": ", name, " of shape ", shapeText(tensor), ", ", unit.weight.size(0),
           " numbers were expected");
    return tensor.reshape({-1});
  };
  epsilons_.push_back({key, unit.epsilon});
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

/// Of the maps that the depthwise unit before hands on, if the graph multiplies them.
void OnnxRecognizer::takeSqueezeExcite(int layer) {
  if (!axes_.isFactor(chain_)) return;
  const std::string prefix = concat("layers.", layer);
  const OnnxExcitation found = takeExcitation(chain_, axes_, prefix, size_, taken_);
  const auto add = [&](const std::string& key, const OnnxLinear& linear) {
    found_.tensors.emplace_back(key + ".conv.weight", linear.weight.unsqueeze(2).unsqueeze(3));
    found_.tensors.emplace_back(key + ".bias", linear.bias);
  };
  add(prefix + ".squeeze", found.squeeze);
  add(prefix + ".excite", found.excite);
}

/// A block adds its input to its output where their shapes are the same, and only there.
void OnnxRecognizer::takeBlockAddition(int layer) {
  OnnxBranch addend;
  const bool adds = blockStride_ == 1 && blockChannels_ == channels_;
  const std::string next = chain_.describeNext();
  const OnnxNode* const sum = chain_.takeAddition(addend);
  if (sum == nullptr && adds)
    fail("an addition of the input of layer ", layer, " to its output was expected, as both have ", channels_,
         " channels and the stride is 1, found ", next);
  if (sum == nullptr) return;
  if (!adds) fail(next, " adds to the output of layer ", layer, ", whose input has another shape");
  if (lettersOf(blockInput_, addend) != axes_.letters())
    fail(next, " adds something else than the input of layer ", layer, " to its output");
  axes_.follow(chain_);
}

void OnnxRecognizer::readHead() {
  const OnnxHead head = takeHead(chain_, axes_, size_, taken_);
  found_.notes.insert(found_.notes.end(), head.notes.begin(), head.notes.end());
  pooledSize_ = head.pooledSize;
  for (std::size_t i = 0; i < head.layers.size(); ++i) {
    const OnnxLinear& layer = head.layers[i];
    const bool last = i + 1 == head.layers.size();
    const std::string key = last ? "head" : concat("hidden.", i + 1);
    found_.tensors.emplace_back(key + ".weight", layer.weight);
    found_.tensors.emplace_back(key + ".bias", layer.bias);
    if (!last) likely_.hidden.push_back({int(layer.weight.size(0)), layer.activation});
  }
}

void OnnxRecognizer::completeSpec(const OnnxPreprocessing& input) {
  MobileNetSpec spec = specFromShapes(found_.tensors);
  if (input.channels > 0 && input.channels != spec.inputChannels)
    fail("its input has ", input.channels, " channels, but its first convolution reads ", spec.inputChannels);
  spec.stemStride = likely_.stemStride;
  spec.activation = likely_.activation;
  spec.hidden = likely_.hidden;
  if (ownStrides_) spec.strides = strides_;
  spec.padding = padding_.padding();
  found_.spec = spec;
  found_.knowsInputSize = firstSize_ > 0;
  if (firstSize_ > 0) found_.spec.inputSize = firstSize_;
  if (firstSize_ == 0 && pooledSize_ > 0) found_.spec.inputSize = sizeOfPooled();
  found_.reversesChannels = input.reversed;
  found_.normalization = input.normalization;
  const double epsilon = settleEpsilon(found_.tensors, epsilons_);
  found_.knowsEpsilon = epsilon > 0;
  if (found_.knowsEpsilon) found_.spec.bnEpsilon = epsilon;
  describeFindings();
  found_.notes.insert(found_.notes.end(), input.notes.begin(), input.notes.end());
}

/// The largest input whose last feature map has the size of the pooling window.
int OnnxRecognizer::sizeOfPooled() const {
  int reduction = 1;
  for (const UnitPlan& unit : unitsOf(found_.spec)) reduction *= unit.stride;
  const int size = pooledSize_ * reduction;
  if (size < 32 || size > 4096)
    fail("it averages over ", pooledSize_, "x", pooledSize_, " pixels, which is an input of ", size, "x", size,
         "; 32x32 to 4096x4096 were expected");
  return size;
}

void OnnxRecognizer::describeFindings() {
  const MobileNetSpec& spec = found_.spec;
  found_.notes.push_back(concat("read from the graph: stem stride ", spec.stemStride, ", activation ",
                                toString(spec.activation), ", padding ", toString(spec.padding)));
  found_.notes.push_back(
      firstSize_ > 0    ? concat("read from the graph: input size ", spec.inputSize)
      : pooledSize_ > 0 ? concat("input size guessed: ", spec.inputSize,
                                 " (the graph leaves it open and averages over ", pooledSize_, "x", pooledSize_, ")")
                        : concat("input size guessed: ", spec.inputSize, " (the graph leaves it open)"));
}

}  // namespace zipper
