// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_writer.h"

#include "core/exports/onnx_builder.h"
#include "core/exports/onnx_metadata.h"
#include "core/models/export_metadata.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// A convolution with its batch normalization folded in, computed in float64.
struct FoldedConvolution {
  torch::Tensor weight, bias;
};

FoldedConvolution fold(ConvUnitImpl& unit) {
  const auto wide = [](const torch::Tensor& tensor) { return tensor.detach().cpu().to(torch::kDouble); };
  // The module's own epsilon: a shared one has that of the task that it came from.
  const auto scale = wide(unit.bn->weight) / torch::sqrt(wide(unit.bn->running_var) + unit.bn->options.eps());
  return {wide(unit.conv->weight) * scale.view({-1, 1, 1, 1}),
          wide(unit.bn->bias) - wide(unit.bn->running_mean) * scale};
}

/// Pads as ONNX has them: top, left, bottom, right.
std::vector<std::int64_t> padsOf(const ConvUnitImpl& unit, int inputSize) {
  const std::int64_t most = unit.options().kernel / 2;
  if (most == 0 || !unit.padsAsymmetrically()) return {most, most, most, most};
  const std::int64_t before = most - 1 + inputSize % 2;  // see padLikeTensorFlow()
  return {before, before, most, most};
}

/// Adds the path of one task after the other to a graph.
class GraphWriter {
 public:
  GraphWriter(OnnxBuilder& builder, MergedNetwork* merged) : builder_(builder), merged_(merged) {}

  /// The layers that are shared whole, before any task; with the input "image".
  void addTrunk() {
    prefix_ = "shared.";
    MobileNet& first = merged_->task(0);
    trunkUnits_ = first->plan().tap(merged_->trunk()) + 1;
    trunkOutput_ = addUnits(first, 0, trunkUnits_, addImage(first->spec(), "image"));
  }

  /// `name`: "a" in a graph of several tasks, empty for the only one.
  void addTask(MobileNet& network, const std::string& name) {
    prefix_ = name.empty() ? "" : name + ".";
    const std::string suffix = name.empty() ? "" : "_" + name;
    std::string x = trunkOutput_.empty() ? addImage(network->spec(), "image" + suffix) : trunkOutput_;
    x = addUnits(network, trunkUnits_, int(network->units().size()), x);
    x = builder_.addNode("GlobalAveragePool", prefix_ + "pool", {x});
    addHead(network, x, suffix);
  }

 private:
  std::string addImage(const MobileNetSpec& spec, const std::string& name) {
    builder_.addInput(name, {spec.inputChannels, spec.inputSize, spec.inputSize});
    return name;
  }

  /// Units first ... end - 1, from the output of the one before the first on.
  std::string addUnits(MobileNet& network, int first, int end, const std::string& before) {
    const Sharing sharing = merged_ == nullptr ? Sharing() : merged_->sharing();
    const std::vector<UnitPlan>& units = network->plan().units;
    std::vector<std::string> outputs(std::size_t(end) + 1);  // [unit + 1]
    outputs[std::size_t(first)] = before;
    for (int i = first; i < end; ++i) {
      const UnitPlan& unit = units[std::size_t(i)];
      std::string x = addUnit(*network->unit(i), unit, sharing.of(unit), outputs[std::size_t(unit.input) + 1]);
      if (unit.gated >= 0)
        x = builder_.addNode("Mul", prefix_ + unit.name + ".mul", {outputs[std::size_t(unit.gated) + 1], x});
      if (unit.addend >= 0)
        x = builder_.addNode("Add", prefix_ + unit.name + ".add", {x, outputs[std::size_t(unit.addend) + 1]});
      outputs[std::size_t(i) + 1] = x;
    }
    return outputs.back();
  }

  /// The name of an initializer; one that several tasks share is added by the first.
  std::string add(const std::string& name, const torch::Tensor& tensor) {
    if (builder_.hasInitializer(name)) return name;
    const auto values = tensor.detach().cpu().to(torch::kFloat).contiguous();
    builder_.addInitializer(name, values.sizes().vec(), values.data_ptr<float>());
    return name;
  }

  /// What a convolution reads beside its maps: weights, and a bias unless its own batch normalization follows.
  std::vector<std::string> addWeights(ConvUnitImpl& unit, const std::string& key, Shared shared) {
    const std::string owner = shared == Shared::Nothing ? prefix_ : "shared.";
    const std::string weight = owner + key + ".conv.weight";
    if (!unit.options().normalizes)
      return {add(weight, unit.conv->weight),
              add((shared == Shared::Whole ? owner : prefix_) + key + ".bias", unit.bias)};
    if (shared == Shared::Weights) return {add(weight, unit.conv->weight)};
    const FoldedConvolution folded = fold(unit);
    return {add(weight, folded.weight), add(owner + key + ".conv.bias", folded.bias)};
  }

  std::string addUnit(ConvUnitImpl& unit, const UnitPlan& plan, Shared shared, const std::string& x) {
    const std::string& key = plan.name;
    std::vector<std::string> inputs = addWeights(unit, key, shared);
    inputs.insert(inputs.begin(),
                  unit.options().pools ? builder_.addNode("GlobalAveragePool", prefix_ + key + ".pool", {x}) : x);
    const auto& options = unit.options();
    std::string y = builder_.addNode("Conv", prefix_ + key + ".conv", inputs,
                                     {{"dilations", std::vector<std::int64_t>{1, 1}},
                                      {"group", std::int64_t(options.depthwise ? options.inputChannels : 1)},
                                      {"kernel_shape", std::vector<std::int64_t>{options.kernel, options.kernel}},
                                      {"pads", padsOf(unit, plan.inputSize)},
                                      {"strides", std::vector<std::int64_t>{options.stride, options.stride}}});
    if (options.normalizes && shared == Shared::Weights) y = addBatchNorm(*unit.bn, prefix_ + key + ".bn", y);
    return addActivation(options.activation, prefix_ + key, y);
  }

  std::string addActivation(Activation activation, const std::string& name, const std::string& x) {
    switch (activation) {
      case Activation::None:
        return x;
      case Activation::ReLU:
        return builder_.addNode("Relu", name, {x});
      case Activation::ReLU6:
        return builder_.addNode("Clip", name, {x}, {{"max", 6.0f}, {"min", 0.0f}});
      case Activation::HardSwish:
        return builder_.addNode("Mul", name,
                                {x, builder_.addNode("HardSigmoid", name + ".factor", {x}, {sixth, {"beta", 0.5f}})});
      case Activation::HardSigmoid:
        // Without its beta, which is the default: where both are told, OpenCV takes any product with a hard sigmoid for
        // a hard swish, as is wanted above, and computes squeeze-and-excite wrongly (4.6, 4.10).
        return builder_.addNode("HardSigmoid", name, {x}, {sixth});
    }
    return x;
  }

  std::string addBatchNorm(torch::nn::BatchNorm2dImpl& bn, const std::string& name, const std::string& x) {
    return builder_.addNode("BatchNormalization", name,
                            {x, add(name + ".weight", bn.weight), add(name + ".bias", bn.bias),
                             add(name + ".running_mean", bn.running_mean), add(name + ".running_var", bn.running_var)},
                            {{"epsilon", float(bn.options.eps())}});
  }

  void addHead(MobileNet& network, const std::string& x, const std::string& suffix) {
    if (!network->head) {
      const std::int64_t channels = network->plan().units.back().outputChannels;
      builder_.addNode("Flatten", prefix_ + "flatten", {x}, {{"axis", std::int64_t(1)}}, "features" + suffix);
      return builder_.addOutput("features" + suffix, {channels});
    }
    std::string y = builder_.addNode("Flatten", prefix_ + "flatten", {x}, {{"axis", std::int64_t(1)}});
    std::vector<torch::nn::Linear> layers = network->headLayers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const UnitPlan& unit = network->plan().units[network->units().size() + i];
      const bool last = i + 1 == layers.size();
      const std::string name = prefix_ + unit.name;
      y = builder_.addNode("Gemm", last ? name : name + ".linear",
                           {y, add(name + ".weight", layers[i]->weight), add(name + ".bias", layers[i]->bias)},
                           {{"transB", std::int64_t(1)}}, last ? "logits" + suffix : "");
      y = addActivation(unit.activation, name, y);
    }
    builder_.addOutput("logits" + suffix, {network->spec().classes});
  }

  inline static const OnnxBuilder::Attribute sixth{"alpha", 1.0f / 6.0f};  ///< relu6(x + 3) / 6 = clip(x / 6 + 1/2)

  OnnxBuilder& builder_;
  MergedNetwork* merged_;
  std::string prefix_;
  std::string trunkOutput_;  ///< empty: each task has a path of its own
  int trunkUnits_ = 0;       ///< which the tasks' own paths leave out
};

}  // namespace

void writeMergedOnnx(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  OnnxBuilder builder("merged_" + toString(network.task(0)->spec().architecture), onnxDescription);
  GraphWriter writer(builder, &network);
  if (network.trunk() > 0) writer.addTrunk();
  for (int t = 0; t < network.taskCount(); ++t) {
    writer.addTask(network.task(t), taskName(t));
    addPreprocessing(builder, network.task(t)->spec(), taskName(t) + ".");
  }
  for (const auto& [key, text] : withNetworkMetadata(metadata, network)) builder.addMetadata(key, text);
  writeFileAtomically(path, builder.serialize());
}

void writeTaskOnnx(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  OnnxBuilder builder(toString(network->spec().architecture), onnxDescription);
  GraphWriter(builder, nullptr).addTask(network, "");
  addPreprocessing(builder, network->spec(), "");
  for (const auto& [key, text] : withNetworkMetadata(metadata, network)) builder.addMetadata(key, text);
  writeFileAtomically(path, builder.serialize());
}

}  // namespace zipper
