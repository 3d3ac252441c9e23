// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/graph_network.h"

#include <algorithm>
#include <cmath>

#include "core/models/naming_tables.h"
#include "core/models/onnx_mobilenet.h"
#include "core/models/spec_overrides.h"
#include "core/support/error.h"
#include "core/support/out_of_memory.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

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
bool isOfPyTorch(const OnnxMobileNet& found, const MobileNetSpec& spec, const GraphOrigin& origin) {
  return origin.ofPyTorch && spec.architecture != Architecture::MobileNetV1 && spec.padding == Padding::Pad1 &&
         spec.stemStride == 2 && spec.inputChannels == 3 && spec.classOffset == 0 && !found.reversesChannels;
}

void guessNormalization(MobileNetSpec& spec, OnnxMobileNet& found, const GraphOrigin& origin) {
  const std::string order = found.reversesChannels ? std::string() : ", " + toString(spec.normalization.order);
  if (!isOfPyTorch(found, spec, origin)) {
    found.notes.push_back(concat("not in ", origin.what, ", guessed: normalization mean 0.5, std 0.5", order));
    return;
  }
  spec.normalization.mean.assign(naming::imagenetMean.begin(), naming::imagenetMean.end());
  spec.normalization.std.assign(naming::imagenetStd.begin(), naming::imagenetStd.end());
  found.notes.push_back(concat("not in ", origin.what, ", guessed: normalization mean ",
                               numbersText(spec.normalization.mean), ", std ", numbersText(spec.normalization.std),
                               order, " (by the convention of PyTorch)"));
}

/// What a graph can't tell comes from the metadata of our own exports, or is guessed.
MobileNetSpec specOfGraph(OnnxMobileNet& found, const ExportMetadata& metadata, const GraphOrigin& origin) {
  const auto own = metadata.find(exportSpecKey);
  if (own != metadata.end()) return specOfExport(found, own->second);
  MobileNetSpec spec = found.spec;
  spec.classOffset = spec.classes == classesWithBackground ? 1 : 0;
  if (found.reversesChannels) spec.normalization.order = ChannelOrder::BGR;
  if (found.normalization)
    spec.normalization = *found.normalization;
  else
    guessNormalization(spec, found, origin);
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

}  // namespace

std::optional<GraphNetwork> networkOfGraph(const OnnxGraph& graph, const ExportMetadata& metadata,
                                           const GraphOrigin& origin, std::string& refusal) {
  std::optional<OnnxMobileNet> found = mobileNetOf(graph, refusal);
  if (!found) return std::nullopt;
  GraphNetwork network;
  network.spec = specOfGraph(*found, metadata, origin);
  network.tensors = std::move(found->tensors);
  network.notes = std::move(found->notes);
  return network;
}

}  // namespace zipper
