// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_spec.h"

#include <algorithm>

#include "core/models/canonical_names.h"
#include "core/models/guess_notes.h"
#include "core/models/head_norms.h"
#include "core/models/hidden_activation.h"
#include "core/models/keras_chain.h"
#include "core/models/keras_config.h"
#include "core/models/row_strides.h"
#include "core/models/tensor_shapes.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// One of the sizes that networks of a scheme were published for, if the name of the file has it; otherwise 0.
int inputSizeInName(const std::filesystem::path& path, const NamingScheme& scheme) {
  std::vector<int> published{128, 160, 192, 224};
  const bool isTensorFlow = scheme.conventions.padding == Padding::Same;
  if (scheme.architecture == Architecture::MobileNetV2 && isTensorFlow) published.push_back(96);
  const std::string name = path.filename().string();
  int size = 0;
  std::string digits;
  for (const char c : name + ".") {
    if (c >= '0' && c <= '9') {
      digits += c;
      continue;
    }
    for (const int usual : published)
      if (digits == std::to_string(usual)) size = usual;
    digits.clear();
  }
  return size;
}

/// The mean of three channels stands for the one of a grey image.
std::vector<double> perChannel(const std::array<double, 3>& values, int channels) {
  if (channels != 1) return {values.begin(), values.end()};
  return {(values[0] + values[1] + values[2]) / 3};
}

MobileNetSpec usualSpec(SchemeNetwork& network, const std::string& fileName) {
  MobileNetSpec spec = specFromShapes(network.tensors, [&](const std::string& key) { return network.keyText(key); });
  network.scheme = &schemeByFileName(*network.scheme, fileName, spec.minimalistic);
  const Conventions& usual = network.scheme->conventions;
  spec.classOffset = spec.classes > 0 && spec.classes == usual.classesWithBackground ? 1 : 0;
  spec.inputSize = usual.inputSize;
  spec.stemStride = usual.stemStride;
  spec.activation = usual.activation;
  spec.padding = usual.padding;
  spec.bnEpsilon = usual.bnEpsilon;
  spec.normalization = {perChannel(usual.mean, spec.inputChannels), perChannel(usual.std, spec.inputChannels),
                        usual.order};
  if (usual.strides.front() > 0) spec.strides.assign(usual.strides.begin(), usual.strides.end());
  return spec;
}

void checkUnit(const SchemeNetwork& network, const UnitPlan& unit) {
  const std::string& prefix = unit.name;
  const std::vector<std::int64_t> kernel{unit.outputChannels, unit.kind == UnitKind::Depthwise ? 1 : unit.inputChannels,
                                         unit.kernel, unit.kernel};
  checkShape(network, prefix + ".conv.weight", kernel);
  if (!unit.normalizes()) return checkShape(network, prefix + ".bias", {kernel[0]});
  const bool folded =
      find(network.tensors, prefix + ".conv.bias").defined() && !find(network.tensors, prefix + ".bn.weight").defined();
  checkShape(network, prefix + ".conv.bias", {kernel[0]}, true);
  for (const char* leaf : {".bn.weight", ".bn.bias", ".bn.running_mean", ".bn.running_var"})
    checkShape(network, prefix + leaf, {kernel[0]}, folded);
}

}  // namespace

MobileNetSpec guessSpec(SchemeNetwork& network, const TensorFile& file, const std::filesystem::path& path,
                        const SpecOverrides& overrides) {
  MobileNetSpec spec = usualSpec(network, path.filename().string());
  const std::string headNote = setHiddenActivations(spec, network.head, *network.scheme, network.fileNames);
  const KerasLayerList layers(file.kerasConfig);
  const KerasStatements statements = statedByKeras(layers, isV3(spec.architecture));
  const SpecOverrides& ofFile = statements.spec;
  const int channels = statements.channels;
  if (channels > 0 && channels != spec.inputChannels)
    fail("the file states an input of ", channels, " channels, but the first convolution, ",
         network.keyText("stem.conv.weight"), ", reads ", spec.inputChannels);
  const int size = inputSizeInName(path, *network.scheme);
  if (size > 0) spec.inputSize = size;
  const bool isV2 = spec.architecture == Architecture::MobileNetV2;
  const bool stridesStated = spec.architecture != Architecture::MobileNetV1 && !statements.strides.empty();
  if (stridesStated) spec.strides = stridesOfDepthwise(spec.architecture, statements.strides);
  validate(spec);
  std::vector<std::string> stated;
  applyOverrides(spec, ofFile, stated);
  checkKerasChain(layers, spec, network.fileNames);
  // Neither what the user says nor what the file says is a guess.
  SpecOverrides known = overrides;
  const auto add = [](auto& value, const auto& other) {
    if (!value) value = other;
  };
  add(known.inputSize, ofFile.inputSize);
  add(known.stemStride, ofFile.stemStride);
  add(known.activation, ofFile.activation);
  add(known.padding, ofFile.padding);
  add(known.bnEpsilon, ofFile.bnEpsilon);
  add(known.mean, ofFile.mean);
  add(known.std, ofFile.std);
  const bool isItsBackbone = isV2 && spec.width == 0.35 && spec.inputSize == 224 && !ofFile.mean;
  if (isItsBackbone && isOfTeachableMachine(layers)) {
    add(known.mean, std::optional(spec.normalization.mean));
    add(known.std, std::optional(spec.normalization.std));
    add(known.channelOrder, std::optional(spec.normalization.order));
    network.notes.push_back("made by Teachable Machine, whose images are RGB with values from -1 to 1");
  }
  noteGuesses(network, spec, {size > 0, stridesStated, known});
  if (!headNote.empty()) network.notes.push_back(headNote);
  for (std::string& note : stated) {
    const auto end = note.find(" chosen: ");
    network.notes.push_back("read from the file: " + note.substr(0, end) + note.substr(end + 8));
  }
  return spec;
}

void checkShapes(const SchemeNetwork& network, const MobileNetSpec& spec) {
  const torch::Tensor head = find(network.tensors, headKey);
  if (spec.classes == 0 && head.defined())
    fail("key ", network.keyText(headKey), " has shape ", shapeText(head), ", but the spec has no classes");
  const std::vector<UnitPlan> units = unitsOf(spec);
  for (const UnitPlan& unit : units) {
    if (unit.kind != UnitKind::Head) continue;
    checkShape(network, unit.name + ".weight", {unit.outputChannels, unit.inputChannels});
    checkShape(network, unit.name + ".bias", {unit.outputChannels});
  }
  checkHeadNorms(network, spec);
  for (const UnitPlan& unit : units)
    if (unit.kind != UnitKind::Head) checkUnit(network, unit);
  const NetworkPlan plan = planOf(spec);
  const int size = plan.units[std::size_t(plan.tap(plan.layers()))].outputSize, pooled = network.head.pooledSize;
  if (pooled > 0 && pooled != size)
    fail("its configuration averages over ", pooled, "x", pooled, " pixels, but the last feature maps have ", size, "x",
         size, "; only networks that average over whole maps can be used");
}

}  // namespace zipper
