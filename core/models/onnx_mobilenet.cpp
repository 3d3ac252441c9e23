// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_mobilenet.h"

#include <algorithm>

#include "core/containers/onnx_attributes.h"
#include "core/models/canonical_names.h"
#include "core/models/onnx_head.h"
#include "core/models/onnx_preprocessing.h"
#include "core/models/onnx_unit.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

constexpr std::size_t mostOutputs = 16;

class Recognizer {
 public:
  Recognizer(const OnnxGraph& graph, const OnnxValue& output) : chain_(graph, output) {}

  OnnxMobileNet recognize() {
    const OnnxPreprocessing input = takePreprocessing(chain_, axes_);
    size_ = firstSize_ = input.size;
    for (const UnitPlan& unit : unitsOf(found_.spec))
      if (unit.kind != UnitKind::Head) addUnit(unit);
    readHead();
    completeSpec(input);
    return std::move(found_);
  }

  /// How far it came.
  std::size_t place() const { return chain_.place(); }

 private:
  /// The stem may have any stride.
  void addUnit(const UnitPlan& planned) {
    const std::string& key = planned.name;
    const int kernel = planned.kernel;
    const bool depthwise = planned.kind == UnitKind::Depthwise, stem = planned.kind == UnitKind::Stem;
    const OnnxUnit unit = takeUnit(chain_, axes_, key);
    const std::string node = describeNode(*unit.conv);
    const std::int64_t groups = integerOf(*unit.conv, "group", 1);
    if (unit.weight.dim() != 4 || unit.weight.size(2) != kernel || unit.weight.size(3) != kernel)
      fail(node, " has weights of shape ", shapeText(unit.weight), ", a kernel of ", kernel, "x", kernel,
           " was expected for ", key);
    if (groups != (depthwise ? unit.weight.size(0) : 1) || (depthwise && unit.weight.size(1) != 1))
      fail(node, " has ", groups, " groups, which is not what ", key, " has");
    if (!stem && unit.stride != planned.stride)
      fail(node, " has stride ", unit.stride, ", ", planned.stride, " was expected for ", key);
    if (integersOf(*unit.conv, "dilations", {1, 1}) != Integers{1, 1}) fail(node, " is dilated");
    if (stem) {
      found_.spec.stemStride = unit.stride;
      found_.spec.activation = unit.activation;
    }
    if (unit.activation != found_.spec.activation)
      fail(node, " is followed by another activation than the layers before");
    notePadding(unit, node, kernel);
    if (size_ > 0 && kernel > 1) size_ = outputSize(size_, unit.stride);
    addTensors(key, unit);
  }

  /// At stride 2, TensorFlow's SAME pads odd sizes as everybody does, and even ones only at the right and the bottom.
  void notePadding(const OnnxUnit& unit, const std::string& node, int kernel) {
    const Integers none{0, 0, 0, 0}, around{1, 1, 1, 1}, after{0, 0, 1, 1};
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

  void addTensors(const std::string& key, const OnnxUnit& unit) {
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

  void readHead() {
    const OnnxHead head = takeHead(chain_, axes_, size_);
    found_.notes.insert(found_.notes.end(), head.notes.begin(), head.notes.end());
    pooledSize_ = head.pooledSize;
    if (!head.weight.defined()) return;
    found_.tensors.emplace_back("head.weight", head.weight);
    found_.tensors.emplace_back("head.bias", head.bias);
  }

  void completeSpec(const OnnxPreprocessing& input) {
    MobileNetSpec spec = found_.spec;
    found_.spec = specFromShapes(found_.tensors);
    if (input.channels > 0 && input.channels != found_.spec.inputChannels)
      fail("its input has ", input.channels, " channels, but its first convolution reads ", found_.spec.inputChannels);
    found_.spec.stemStride = spec.stemStride;
    found_.spec.activation = spec.activation;
    if (asymmetric_ && symmetric_) fail("some of its layers are padded like in TensorFlow, others aren't");
    found_.spec.padding = asymmetric_ ? Padding::Same : Padding::Pad1;
    found_.knowsInputSize = firstSize_ > 0;
    if (firstSize_ > 0) found_.spec.inputSize = firstSize_;
    if (firstSize_ == 0 && pooledSize_ > 0) found_.spec.inputSize = sizeOfPooled();
    found_.reversesChannels = input.reversed;
    found_.normalization = input.normalization;
    settleEpsilon();
    describeFindings();
    found_.notes.insert(found_.notes.end(), input.notes.begin(), input.notes.end());
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

  /// The largest input whose last feature map has the size of the pooling window.
  int sizeOfPooled() const {
    int reduction = 1;
    for (const UnitPlan& unit : unitsOf(found_.spec)) reduction *= unit.stride;
    const int size = pooledSize_ * reduction;
    if (size < 32 || size > 4096)
      fail("it averages over ", pooledSize_, "x", pooledSize_, " pixels, which is an input of ", size, "x", size,
           "; 32x32 to 4096x4096 were expected");
    return size;
  }

  void describeFindings() {
    const MobileNetSpec& spec = found_.spec;
    found_.notes.push_back(concat("read from the graph: stem stride ", spec.stemStride, ", activation ",
                                  toString(spec.activation), ", padding ", toString(spec.padding)));
    found_.notes.push_back(
        firstSize_ > 0    ? concat("read from the graph: input size ", spec.inputSize)
        : pooledSize_ > 0 ? concat("input size guessed: ", spec.inputSize,
                                   " (the graph leaves it open and averages over ", pooledSize_, "x", pooledSize_, ")")
                          : concat("input size guessed: ", spec.inputSize, " (the graph leaves it open)"));
  }

  struct Normalized {
    std::string key;
    double epsilon;  ///< 0: folded
  };

  OnnxChain chain_;
  OnnxAxes axes_{"NCHW"};
  OnnxMobileNet found_;
  std::vector<Normalized> units_;
  int size_ = 0, firstSize_ = 0;  ///< of the feature map and of the input; 0: unknown
  int pooledSize_ = 0;            ///< what the pooling averages over, where the graph states it
  bool asymmetric_ = false, symmetric_ = false;
};

/// What an output was found to be.
struct Answer {
  const OnnxValue* output = nullptr;
  std::optional<OnnxMobileNet> network;
  std::string reason;     ///< why it is none
  std::size_t place = 0;  ///< how many nodes fitted

  bool hasHead() const { return network && network->spec.classes > 0; }
};

Answer answerOf(const OnnxGraph& graph, const OnnxValue& output) {
  Answer answer;
  answer.output = &output;
  std::optional<Recognizer> recognizer;
  try {
    answer.network = recognizer.emplace(graph, output).recognize();
  } catch (const std::exception&) {
    answer.reason = printable(describeCurrentException(), 1000);
    answer.place = recognizer ? recognizer->place() : 0;
  }
  return answer;
}

/// The others may hold weights of their own, where a scale was put into them: they would take memory once per output.
void keepHead(OnnxMobileNet& network) {
  auto& tensors = network.tensors;
  tensors.erase(std::remove_if(tensors.begin(), tensors.end(),
                               [](const auto& entry) { return entry.first.rfind("head.", 0) != 0; }),
                tensors.end());
}

bool haveSameHead(const Answer& one, const Answer& other) {
  for (const char* name : {"head.weight", "head.bias"}) {
    const torch::Tensor a = find(one.network->tensors, name), b = find(other.network->tensors, name);
    if (a.sizes() != b.sizes() || !torch::equal(a.to(torch::kFloat), b.to(torch::kFloat))) return false;
  }
  return true;
}

std::string namesOf(const std::vector<const OnnxValue*>& outputs) {
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(outputs.size(), 4); ++i)
    names += concat(i > 0 ? ", " : "", "'", printable(outputs[i]->name, 60), "'");
  return outputs.size() > 4 ? names + ", ..." : names;
}

/// The one whose network it is; Error with the reason of the one that came farthest if there is none.
Answer chosenOf(std::vector<Answer>& answers) {
  std::vector<const OnnxValue*> heads;
  Answer* best = nullptr;
  for (Answer& answer : answers) {
    if (!answer.hasHead()) continue;
    if (best == nullptr) best = &answer;
    if (heads.empty() || !haveSameHead(*best, answer)) heads.push_back(answer.output);
  }
  if (heads.size() > 1)
    fail("several of its outputs are heads of a MobileNet V1: ", namesOf(heads), "; export it with one of them");
  if (best != nullptr) return std::move(*best);
  for (Answer& answer : answers)
    if (!answer.network && (best == nullptr || answer.place >= best->place)) best = &answer;
  if (best == nullptr) return std::move(answers.front());  // backbones, all of them
  if (answers.size() > 1) fail("output '", printable(best->output->name), "': ", best->reason);
  fail(best->reason);
}

void refuseQuantized(const OnnxGraph& graph) {
  for (const OnnxNode& node : graph.nodes)
    if (node.op.rfind("QLinear", 0) == 0 || node.op == "QuantizeLinear" || node.op == "DequantizeLinear" ||
        node.op == "ConvInteger" || node.op == "MatMulInteger")
      fail("its weights are quantized (", describeNode(node), "); export the network before quantization");
}

}  // namespace

OnnxMobileNet recognizeMobileNet(const OnnxGraph& graph) {
  if (graph.outputs.empty() || graph.outputs.size() > mostOutputs)
    fail("it has ", graph.outputs.size(), " outputs, 1 to ", mostOutputs, " were expected");
  if (graph.inputs.empty()) fail("it has no input");
  refuseQuantized(graph);
  std::vector<Answer> answers;
  for (const OnnxValue& output : graph.outputs) {
    Answer answer = answerOf(graph, output);
    const auto isBetter = [&](const Answer& earlier) {
      return answer.hasHead() ? earlier.hasHead() : earlier.network.has_value();
    };
    if (answer.network && std::any_of(answers.begin(), answers.end(), isBetter)) keepHead(*answer.network);
    answers.push_back(std::move(answer));
  }
  Answer chosen = chosenOf(answers);
  std::vector<const OnnxValue*> others;
  for (const OnnxValue& output : graph.outputs)
    if (&output != chosen.output) others.push_back(&output);
  if (!others.empty())
    chosen.network->notes.push_back(
        concat("left aside: ", others.size(), others.size() == 1 ? " output, " : " outputs, ", namesOf(others),
               "; the network is that of output '", printable(chosen.output->name, 60), "'"));
  return std::move(*chosen.network);
}

}  // namespace zipper
