// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/exports/graph_run.h"
#include "core/exports/rounded_weights.h"
#include "core/exports/tflite_run.h"
#include "core/exports/tflite_writer.h"
#include "exported_v3.h"
#include "integer_steps.h"

namespace zipper::test {

/// A model that was written as TensorFlow Lite, and what it is to compute.
struct WrittenTflite {
  std::string name, path;
  InferenceGraph graph;
  std::optional<QuantizedGraph> quantized;
  std::vector<torch::Tensor> images, expected;  ///< one a task; in int8 what the file's integers give
  std::vector<torch::Tensor> exact;             ///< of int8: what the network gives in float32
  bool runsInArmNn = true;
  std::int64_t mostInArmNn = 1000;  ///< images: its reference backend takes a second for one of 224x224

  bool hasOneInput() const { return graph.tasks.size() > 1 && graph.tasks[0].input == graph.tasks[1].input; }
  const std::string& outputName(std::size_t task) const {
    return graph.values[std::size_t(graph.tasks[task].output)].name;
  }
  ValueRange outputRange(std::size_t task) const { return quantized->ranges[std::size_t(graph.tasks[task].output)]; }
};

/// Of int8: all outputs of a model against what is expected.
inline IntegerSteps stepsOf(const WrittenTflite& model, const std::vector<torch::Tensor>& found) {
  IntegerSteps steps;
  for (std::size_t t = 0; t < model.expected.size(); ++t)
    steps.add(found.at(t), model.expected[t], model.exact.at(t), model.outputRange(t));
  return steps;
}

/// Bytes of the constants in a file, shared ones once.
inline std::int64_t constantBytesOf(const TfliteGraph& graph) {
  std::map<std::size_t, std::int64_t> buffers;
  for (const TfliteTensor& tensor : graph.tensors)
    if (tensor.values.defined()) buffers[tensor.buffer] = std::int64_t(tensor.values.nbytes());
  std::int64_t bytes = 0;
  for (const auto& [buffer, count] : buffers) bytes += count;
  return bytes;
}

inline TfliteGraph parsedTflite(const std::string& path) {
  return parseTflite(InputFile(path, "a TensorFlow Lite model"));
}

/// Writes models into one folder.
class TfliteModels {
 public:
  std::string file(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }
  QString folder() const { return folder_.path(); }
  const std::vector<WrittenTflite>& all() const { return all_; }

  /// A file that is there already.
  void add(WrittenTflite model) { all_.push_back(std::move(model)); }

  const WrittenTflite& named(const std::string& name) const {
    for (const WrittenTflite& model : all_)
      if (model.name == name) return model;
    fail("no model ", name, " was written");
  }

  void add(const std::string& name, MergedNetwork network, ExportPrecision precision, bool softmax = false) {
    std::vector<torch::Tensor> images = batchesFor(network, precision == ExportPrecision::Int8 ? 6 : 3);
    GraphNames names;
    names.softmax = softmax;
    InferenceGraph graph = inferenceGraph(network, names);
    if (network.trunk() > 0) std::fill(images.begin(), images.end(), images.front());
    std::vector<torch::Tensor> outputs = ExportedNetworks::logits(network, images);
    std::vector<torch::Tensor> manyImages;
    if (precision == ExportPrecision::Int8) manyImages = batchesFor(network, 24);
    add(name, std::move(graph), std::move(images), std::move(outputs), manyImages, precision, softmax,
        withNetworkMetadata(recipeOfV3, network));
  }

  void add(const std::string& name, MobileNet network, ExportPrecision precision, bool softmax = false) {
    torch::NoGradGuard noGrad;
    GraphNames names;
    names.softmax = softmax;
    torch::manual_seed(3);
    const torch::Tensor images = randomImages(network->spec(), 3);
    const torch::Tensor outputs = network->forward(images).logits;  // features without a head
    add(name, inferenceGraph(network, names), {images}, {outputs}, {randomImages(network->spec(), 24)}, precision,
        softmax, withNetworkMetadata(recipeOfV3, network));
  }

  /// Arm NN 20.08 pads int8 maps with the integer 0, which isn't the number 0, unless a convolution follows that is not
  /// depthwise; and knows no float16.
  void leaveOutInArmNn() { all_.back().runsInArmNn = false; }

 private:
  void add(const std::string& name, InferenceGraph graph, std::vector<torch::Tensor> images,
           std::vector<torch::Tensor> outputs, const std::vector<torch::Tensor>& manyImages, ExportPrecision precision,
           bool softmax, const ExportMetadata& metadata) {
    WrittenTflite model{name, file(name), std::move(graph), std::nullopt, std::move(images), std::move(outputs), {}};
    if (softmax)
      for (torch::Tensor& output : model.expected) output = torch::softmax(output, 1);
    if (precision == ExportPrecision::Int8) {
      model.quantized = quantize(model.graph, manyImages);
      writeQuantizedTflite(model.path, *model.quantized, metadata);
      model.exact = model.expected;
      model.expected = runTflite(model.path, inFloat64(model.images));
    } else {
      writeTflite(model.path, model.graph, metadata, precision);
    }
    if (precision == ExportPrecision::Float16) {
      model.expected = runGraph(roundedToHalf(model.graph), model.images);
      model.runsInArmNn = false;
    }
    all_.push_back(std::move(model));
  }

  QTemporaryDir folder_;
  std::vector<WrittenTflite> all_;
};

}  // namespace zipper::test
