// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tflite_operators.h"

#include <algorithm>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t mostOperators = 10000;
constexpr std::size_t mostTfliteSizes = 8;

using tflite::ActivationFunctionType;
using tflite::BuiltinOperator;

/// Of both fields the larger one counts: old files have the number in one, new ones in both or in the other.
std::string operatorName(const tflite::OperatorCode& code, TfliteBudget& budget) {
  const int number = std::max(int(code.deprecated_builtin_code()), int(code.builtin_code()));
  if (number == int(BuiltinOperator::CUSTOM)) return "custom operator " + budget.text(code.custom_code());
  const std::string name = tflite::EnumNameBuiltinOperator(BuiltinOperator(number));
  return name.empty() ? concat("operator ", number) : name;
}

std::string activationName(ActivationFunctionType activation) {
  const std::string name = tflite::EnumNameActivationFunctionType(activation);
  return name.empty() ? concat("activation ", int(activation)) : name;
}

template <typename Options>
void readWindow(const Options& options, TfliteNode& node) {
  node.same = options.padding() == tflite::Padding::SAME;
  node.strideHeight = options.stride_h();
  node.strideWidth = options.stride_w();
  node.activation = activationName(options.fused_activation_function());
}

template <typename Options>
void readDilation(const Options& options, TfliteNode& node) {
  node.dilationHeight = options.dilation_h_factor();
  node.dilationWidth = options.dilation_w_factor();
}

void keepSizes(const flatbuffers::Vector<std::int32_t>* sizes, TfliteNode& node) {
  if (sizes != nullptr && sizes->size() <= mostTfliteSizes) node.integers.assign(sizes->begin(), sizes->end());
}

void readOptions(const tflite::Operator& raw, TfliteNode& node) {
  if (const auto* conv = raw.builtin_options_as_Conv2DOptions()) {
    readWindow(*conv, node);
    readDilation(*conv, node);
  } else if (const auto* depthwise = raw.builtin_options_as_DepthwiseConv2DOptions()) {
    readWindow(*depthwise, node);
    readDilation(*depthwise, node);
    node.depthMultiplier = depthwise->depth_multiplier();
  } else if (const auto* pool = raw.builtin_options_as_Pool2DOptions()) {
    readWindow(*pool, node);
    node.filterHeight = pool->filter_height();
    node.filterWidth = pool->filter_width();
  } else if (const auto* linear = raw.builtin_options_as_FullyConnectedOptions()) {
    node.activation = activationName(linear->fused_activation_function());
    node.shuffledWeights = linear->weights_format() != tflite::FullyConnectedOptionsWeightsFormat::DEFAULT;
  } else if (const auto* softmax = raw.builtin_options_as_SoftmaxOptions()) {
    node.beta = softmax->beta();
  } else if (const auto* mean = raw.builtin_options_as_ReducerOptions()) {
    node.keepDimensions = mean->keep_dims();
  } else if (const auto* reshape = raw.builtin_options_as_ReshapeOptions()) {
    keepSizes(reshape->new_shape(), node);
  } else if (const auto* squeeze = raw.builtin_options_as_SqueezeOptions()) {
    keepSizes(squeeze->squeeze_dims(), node);
  }
}

/// Of the four that compute with two tensors.
void readActivationOfTwo(const tflite::Operator& raw, TfliteNode& node) {
  if (const auto* add = raw.builtin_options_as_AddOptions())
    node.activation = activationName(add->fused_activation_function());
  if (const auto* mul = raw.builtin_options_as_MulOptions())
    node.activation = activationName(mul->fused_activation_function());
  if (const auto* sub = raw.builtin_options_as_SubOptions())
    node.activation = activationName(sub->fused_activation_function());
  if (const auto* div = raw.builtin_options_as_DivOptions())
    node.activation = activationName(div->fused_activation_function());
}

class OperatorReader {
 public:
  OperatorReader(const tflite::Model& model, const tflite::SubGraph& graph, const std::vector<TfliteTensor>& tensors,
                 TfliteBudget& budget)
      : model_(model), graph_(graph), tensors_(tensors), budget_(budget), known_(tensors.size(), false) {}

  std::vector<TfliteNode> read() {
    std::vector<TfliteNode> nodes;
    for (std::size_t i = 0; i < tensors_.size(); ++i) known_[i] = isGiven(tensors_[i]);
    if (graph_.inputs() != nullptr)
      for (const int input : *graph_.inputs()) know(input, "an input");
    if (graph_.operators() == nullptr) return nodes;
    if (graph_.operators()->size() > mostOperators)
      fail("has ", graph_.operators()->size(), " operators, at most ", mostOperators, " are read");
    for (const tflite::Operator* raw : *graph_.operators()) nodes.push_back(nodeOf(*raw));
    return nodes;
  }

 private:
  /// A constant, or one that keeps its value between two runs. One that isn't read (text, say) may be a constant too.
  bool isGiven(const TfliteTensor& tensor) const {
    const auto& sizes = tensor.shape;
    const bool isEmpty = std::find(sizes.begin(), sizes.end(), 0) != sizes.end();
    const bool mayVary = graph_.tensors()->Get(flatbuffers::uoffset_t(&tensor - tensors_.data()))->is_variable();
    return tensor.values.defined() || isEmpty || mayVary || hasUnreadData(tensor);
  }

  bool hasUnreadData(const TfliteTensor& tensor) const {
    if (tensor.type != torch::ScalarType::Undefined) return false;
    const tflite::Buffer& buffer = *model_.buffers()->Get(flatbuffers::uoffset_t(tensor.buffer));
    return buffer.data() != nullptr && buffer.data()->size() > 0;
  }

  int checked(int tensor, const std::string& what) const {
    if (tensor < 0 || std::size_t(tensor) >= tensors_.size())
      fail(what, " is tensor ", tensor, ", but there are ", tensors_.size());
    return tensor;
  }

  void know(int tensor, const std::string& what) { known_[std::size_t(checked(tensor, what))] = true; }

  TfliteNode nodeOf(const tflite::Operator& raw) {
    TfliteNode node;
    budget_.keep(sizeof node + mostTfliteSizes * sizeof(std::int64_t));
    const auto* const codes = model_.operator_codes();
    if (codes == nullptr || raw.opcode_index() >= codes->size())
      fail("an operator has the code ", raw.opcode_index(), ", but there are ", codes == nullptr ? 0 : codes->size());
    node.op = operatorName(*codes->Get(raw.opcode_index()), budget_);
    readOptions(raw, node);
    readActivationOfTwo(raw, node);
    readInputs(raw, node);
    readOutputs(raw, node);
    return node;
  }

  void readInputs(const tflite::Operator& raw, TfliteNode& node) {
    if (raw.inputs() == nullptr) return;
    budget_.keep(raw.inputs()->size() * sizeof(int));
    for (const int input : *raw.inputs()) {
      node.inputs.push_back(input == -1 ? -1 : checked(input, "an input of " + shownName(node)));
      if (input >= 0 && !known_[std::size_t(input)])
        fail(shownName(node), " reads ", inQuotes(tensors_[std::size_t(input)].name),
             ", which nothing before it computes; its operators form a circle or aren't in order");
    }
  }

  void readOutputs(const tflite::Operator& raw, TfliteNode& node) {
    if (raw.outputs() == nullptr) return;
    budget_.keep(raw.outputs()->size() * sizeof(int));
    for (const int output : *raw.outputs()) {
      const int place = checked(output, "an output of " + shownName(node));
      node.outputs.push_back(place);
      if (known_[std::size_t(place)])
        fail(shownName(node), " computes ", inQuotes(tensors_[std::size_t(place)].name), ", which is already there");
      known_[std::size_t(place)] = true;
    }
  }

  static std::string shownName(const TfliteNode& node) { return printable(node.op, 60); }

  const tflite::Model& model_;
  const tflite::SubGraph& graph_;
  const std::vector<TfliteTensor>& tensors_;
  TfliteBudget& budget_;
  std::vector<bool> known_;  ///< tensors that an operator may read
};

}  // namespace

std::vector<TfliteNode> readTfliteOperators(const tflite::Model& model, const tflite::SubGraph& graph,
                                            const std::vector<TfliteTensor>& tensors, TfliteBudget& budget) {
  return OperatorReader(model, graph, tensors, budget).read();
}

}  // namespace zipper
