// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_file.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/models/export_metadata.h"
#include "core/models/naming_tables.h"
#include "core/models/onnx_mobilenet.h"
#include "core/models/spec_overrides.h"
#include "core/support/error.h"
#include "core/support/out_of_memory.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr const char* expectedOnnx = "an ONNX file";
constexpr int classesWithBackground = 1001;  ///< of ImageNet, as TensorFlow counts them

bool sameNumbers(const std::vector<double>& one, const std::vector<double>& other) {
  for (std::size_t i = 0; i < std::max(one.size(), other.size()); ++i) {
    const double a = one.size() == 1 ? one[0] : one.at(i), b = other.size() == 1 ? other[0] : other.at(i);
    if (std::abs(a - b) > 1e-4) return false;
  }
  return true;
}

/// What our own exports say besides the graph; what the graph tells comes from it.
MobileNetSpec specOfExport(const OnnxMobileNet& found, const std::string& json) {
  MobileNetSpec spec = specFromJson(json);
  if (spec.architecture != found.spec.architecture)
    fail("its metadata say ", titleOf(spec.architecture), ", but its graph is a ", titleOf(found.spec.architecture));
  spec.strides = found.spec.strides;
  spec.expandFirst = found.spec.expandFirst;
  spec.minimalistic = found.spec.minimalistic;
  spec.hidden = found.spec.hidden;
  spec.stemStride = found.spec.stemStride;
  spec.activation = found.spec.activation;
  spec.padding = found.spec.padding;
  if (found.knowsInputSize) spec.inputSize = found.spec.inputSize;
  if (found.knowsEpsilon) spec.bnEpsilon = found.spec.bnEpsilon;
  const Normalization& said = spec.normalization;
  if (found.normalization &&
      !(sameNumbers(said.mean, found.normalization->mean) && sameNumbers(said.std, found.normalization->std)))
    fail("its metadata say normalization mean ", numbersText(said.mean), ", std ", numbersText(said.std),
         ", but its graph computes mean ", numbersText(found.normalization->mean), ", std ",
         numbersText(found.normalization->std));
  if ((found.normalization || found.reversesChannels) && (said.order == ChannelOrder::BGR) != found.reversesChannels)
    fail("its metadata say channel order ", toString(said.order), ", but its graph ",
         found.reversesChannels ? "turns the channels round" : "does not turn the channels round");
  validate(spec);
  return spec;
}

/// Whether it is like the MobileNets V2 and V3 of PyTorch that are trained on ImageNet, whoever publishes them; those
/// of V1 have no such custom.
bool isOfPyTorch(const OnnxMobileNet& found, const MobileNetSpec& spec, const ExportMetadata& metadata) {
  const auto producer = metadata.find("onnx.producer");
  return producer != metadata.end() && beginsWith(producer->second, "pytorch") &&
         spec.architecture != Architecture::MobileNetV1 && spec.padding == Padding::Pad1 && spec.stemStride == 2 &&
         spec.inputChannels == 3 && spec.classOffset == 0 && !found.reversesChannels;
}

void guessNormalization(MobileNetSpec& spec, OnnxMobileNet& found, const ExportMetadata& metadata) {
  const std::string order = found.reversesChannels ? std::string() : ", " + toString(spec.normalization.order);
  if (!isOfPyTorch(found, spec, metadata)) {
    found.notes.push_back("not in an ONNX graph, guessed: normalization mean 0.5, std 0.5" + order);
    return;
  }
  spec.normalization.mean.assign(naming::imagenetMean.begin(), naming::imagenetMean.end());
  spec.normalization.std.assign(naming::imagenetStd.begin(), naming::imagenetStd.end());
  found.notes.push_back(concat("not in an ONNX graph, guessed: normalization mean ",
                               numbersText(spec.normalization.mean), ", std ", numbersText(spec.normalization.std),
                               order, " (by the convention of PyTorch)"));
}

/// What a graph can't tell comes from the metadata of our own exports, or is guessed.
MobileNetSpec specOf(OnnxMobileNet& found, const ExportMetadata& metadata) {
  const auto own = metadata.find(exportSpecKey);
  if (own != metadata.end()) return specOfExport(found, own->second);
  MobileNetSpec spec = found.spec;
  spec.classOffset = spec.classes == classesWithBackground ? 1 : 0;
  if (found.reversesChannels) spec.normalization.order = ChannelOrder::BGR;
  if (found.normalization)
    spec.normalization = *found.normalization;
  else
    guessNormalization(spec, found, metadata);
  if (spec.classOffset > 0)
    found.notes.push_back(
        concat("class offset guessed: 1 (of ", spec.classes, " outputs the first is a background class)"));
  validate(spec);
  return spec;
}

std::optional<OnnxMobileNet> mobileNetOf(const OnnxGraph& graph, std::string& refusal) {
  std::string likely;
  try {
    return recognizeMobileNet(graph, likely);
  } catch (const std::exception&) {
    failIfMemoryIsShort("the graph");
    refusal = concat("the graph was not recognized as ", likely, ": ", printable(describeCurrentException(), 1000));
    return std::nullopt;
  }
}

/// The initializers as they are. Integers are shapes and axes, not weights.
NamedTensors initializersOf(const OnnxGraph& graph, std::vector<std::string>& notes) {
  NamedTensors tensors;
  for (const std::string& name : graph.initializers) {
    const torch::Tensor& values = graph.tensors.at(name).values;
    if (values.defined()) tensors.emplace_back(name, values);
  }
  const auto skipped = graph.initializers.size() - tensors.size();
  if (skipped > 0) notes.push_back(concat(skipped, " initializers without a floating-point type were ignored"));
  return tensors;
}

TensorFile contentOf(OnnxGraph graph) {
  TensorFile content;
  content.metadata = std::move(graph.metadata);
  if (!graph.producer.empty()) content.metadata["onnx.producer"] = graph.producer;
  content.otherFiles = std::move(graph.otherFiles);
  auto found = content.metadata.count(exportSpecsKey) > 0 ? std::nullopt : mobileNetOf(graph, content.refusal);
  if (!found) {
    content.tensors = initializersOf(graph, content.notes);
    return content;
  }
  content.metadata[exportSpecKey] = specToJson(specOf(*found, content.metadata));
  content.tensors = std::move(found->tensors);
  content.notes = std::move(found->notes);
  return content;
}

}  // namespace

bool looksLikeOnnx(const std::filesystem::path& path) {
  const std::string start = InputFile(path, expectedOnnx).beginning(64);
  if (start.size() < 3 || start[0] != 0x08 || start[1] < 1 || start[1] > 32) return false;
  // The field after ir_version: opset_import, producer_name, producer_version, domain, model_version, doc_string,
  // graph.
  if (std::string("\x42\x12\x1a\x22\x28\x32\x3a").find(start[2]) == std::string::npos) return false;
  // Core ML and TensorFlow's SavedModel begin with a version too, but with a message where ONNX has a name.
  if (start[2] != 0x12) return true;
  const std::size_t length = start.size() > 3 ? static_cast<unsigned char>(start[3]) : 0;
  const std::string name = length < 128 ? start.substr(std::min<std::size_t>(start.size(), 4), length) : "\n";
  return std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

TensorFile readOnnx(const std::filesystem::path& path) {
  const InputFile file(path, expectedOnnx);
  try {
    return contentOf(parseOnnx(file, path.parent_path()));
  } catch (const std::exception&) {
    fail(file.name(), ": ", printable(describeCurrentException(), 1000));
  }
}

}  // namespace zipper
