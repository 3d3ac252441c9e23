// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/exports/onnx_builder.h"
#include "core/models/export_metadata.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
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
  if (unit.options().kernel == 1) return {0, 0, 0, 0};
  if (!unit.padsAsymmetrically()) return {1, 1, 1, 1};
  const std::int64_t before = inputSize % 2;  // see padLikeTensorFlow()
  return {before, before, 1, 1};
}

/// Adds the path of one task after the other to a graph.
class GraphWriter {
 public:
  GraphWriter(OnnxBuilder& builder, MergedNetwork* merged) : builder_(builder), merged_(merged) {}

  /// The layers that are shared whole, before any task; with the input "image".
  void addTrunk() {
    prefix_ = "shared.";
    trunkOutput_ = addImage(merged_->task(0)->spec(), "image");
    trunkOutput_ = addLayers(merged_->task(0), 0, merged_->trunk(), trunkOutput_);
    trunkSize_ = size_;
  }

  /// `name`: "a" in a graph of several tasks, empty for the only one.
  void addTask(MobileNet& network, const std::string& name) {
    prefix_ = name.empty() ? "" : name + ".";
    const std::string suffix = name.empty() ? "" : "_" + name;
    std::string x = trunkOutput_;
    size_ = trunkSize_;
    if (x.empty())
      x = addLayers(network, 0, layerCount, addImage(network->spec(), "image" + suffix));
    else
      x = addLayers(network, merged_->trunk() + 1, layerCount, x);
    x = builder_.addNode("GlobalAveragePool", prefix_ + "pool", {x});
    addHead(network, x, suffix);
  }

 private:
  std::string addImage(const MobileNetSpec& spec, const std::string& name) {
    size_ = spec.inputSize;
    builder_.addInput(name, {spec.inputChannels, spec.inputSize, spec.inputSize});
    return name;
  }

  /// Layers `first` (0: the stem) to `last`, one after the other.
  std::string addLayers(MobileNet& network, int first, int last, std::string x) {
    const Sharing sharing = merged_ == nullptr ? Sharing() : merged_->sharing();
    auto units = network->units();
    const auto table = layerTable(network->spec());
    for (std::size_t i = 0; i < units.size(); ++i)
      if (table[i].layer >= first && table[i].layer <= last)
        x = addUnit(*units[i], table[i].name, sharing.of(table[i]), x);
    return x;
  }

  /// The name of an initializer; one that several tasks share is added by the first.
  std::string add(const std::string& name, const torch::Tensor& tensor) {
    if (builder_.hasInitializer(name)) return name;
    const auto values = tensor.detach().cpu().to(torch::kFloat).contiguous();
    builder_.addInitializer(name, values.sizes().vec(), values.data_ptr<float>());
    return name;
  }

  std::string addUnit(ConvUnitImpl& unit, const std::string& key, Shared shared, const std::string& x) {
    const std::string owner = shared == Shared::Nothing ? prefix_ : "shared.";
    std::vector<std::string> inputs{x};
    if (shared == Shared::Weights) {
      inputs.push_back(add(owner + key + ".conv.weight", unit.conv->weight));
    } else {
      const FoldedConvolution folded = fold(unit);
      inputs.push_back(add(owner + key + ".conv.weight", folded.weight));
      inputs.push_back(add(owner + key + ".conv.bias", folded.bias));
    }
    const auto& options = unit.options();
    std::string y = builder_.addNode("Conv", prefix_ + key + ".conv", inputs,
                                     {{"dilations", std::vector<std::int64_t>{1, 1}},
                                      {"group", std::int64_t(options.depthwise ? options.inputChannels : 1)},
                                      {"kernel_shape", std::vector<std::int64_t>{options.kernel, options.kernel}},
                                      {"pads", padsOf(unit, size_)},
                                      {"strides", std::vector<std::int64_t>{options.stride, options.stride}}});
    size_ = options.kernel == 3 ? outputSize(size_, options.stride) : size_;
    if (shared == Shared::Weights) y = addBatchNorm(*unit.bn, prefix_ + key + ".bn", y);
    if (options.activation == Activation::ReLU) return builder_.addNode("Relu", prefix_ + key, {y});
    return builder_.addNode("Clip", prefix_ + key, {y}, {{"max", 6.0f}, {"min", 0.0f}});
  }

  std::string addBatchNorm(torch::nn::BatchNorm2dImpl& bn, const std::string& name, const std::string& x) {
    return builder_.addNode("BatchNormalization", name,
                            {x, add(name + ".weight", bn.weight), add(name + ".bias", bn.bias),
                             add(name + ".running_mean", bn.running_mean), add(name + ".running_var", bn.running_var)},
                            {{"epsilon", float(bn.options.eps())}});
  }

  void addHead(MobileNet& network, const std::string& x, const std::string& suffix) {
    const std::int64_t channels = channelTable(network->spec()).back();
    if (!network->head) {
      builder_.addNode("Flatten", prefix_ + "flatten", {x}, {{"axis", std::int64_t(1)}}, "features" + suffix);
      return builder_.addOutput("features" + suffix, {channels});
    }
    const auto flat = builder_.addNode("Flatten", prefix_ + "flatten", {x}, {{"axis", std::int64_t(1)}});
    builder_.addNode(
        "Gemm", prefix_ + "head",
        {flat, add(prefix_ + "head.weight", network->head->weight), add(prefix_ + "head.bias", network->head->bias)},
        {{"transB", std::int64_t(1)}}, "logits" + suffix);
    builder_.addOutput("logits" + suffix, {network->spec().classes});
  }

  OnnxBuilder& builder_;
  MergedNetwork* merged_;
  std::string prefix_;
  int size_ = 0;
  std::string trunkOutput_;  ///< empty: each task has a path of its own
  int trunkSize_ = 0;
};

void addPreprocessing(OnnxBuilder& builder, const MobileNetSpec& spec, const std::string& prefix) {
  const auto dump = [](const Json& json) { return dumpJson(json); };
  builder.addMetadata(prefix + "mean", dump(spec.normalization.mean));
  builder.addMetadata(prefix + "std", dump(spec.normalization.std));
  builder.addMetadata(prefix + "channel_order", toString(spec.normalization.order));
  builder.addMetadata(prefix + "input_size", concat(spec.inputSize));
  builder.addMetadata(prefix + "class_offset", concat(spec.classOffset));
  builder.addMetadata(prefix + "class_names", dump(spec.classNames));
}

constexpr const char* description =
    "Inputs: images with values in [0,1], then (value - mean) / std for each channel; mean and std are in the "
    "metadata.";

}  // namespace

void writeMergedOnnx(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  OnnxBuilder builder("merged_mobilenet_v1", description);
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
  OnnxBuilder builder("mobilenet_v1", description);
  GraphWriter(builder, nullptr).addTask(network, "");
  addPreprocessing(builder, network->spec(), "");
  for (const auto& [key, text] : withNetworkMetadata(metadata, network)) builder.addMetadata(key, text);
  writeFileAtomically(path, builder.serialize());
}

}  // namespace zipper
