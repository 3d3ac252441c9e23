// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_spec.h"

#include <algorithm>

#include "core/models/canonical_names.h"
#include "core/models/keras_config.h"
#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// One of the sizes that MobileNets were published for, if the name of the file has it; otherwise 0.
int inputSizeInName(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  int size = 0;
  std::string digits;
  for (const char c : name + ".") {
    if (c >= '0' && c <= '9') {
      digits += c;
      continue;
    }
    for (const int usual : {128, 160, 192, 224})
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

MobileNetSpec usualSpec(const SchemeNetwork& network) {
  const Conventions& usual = network.scheme->conventions;
  MobileNetSpec spec = specFromShapes(network.tensors, [&](const std::string& key) { return network.keyText(key); });
  spec.classOffset = spec.classes > 0 && spec.classes == usual.classesWithBackground ? 1 : 0;
  spec.inputSize = usual.inputSize;
  spec.stemStride = usual.stemStride;
  spec.activation = usual.activation;
  spec.padding = usual.padding;
  spec.bnEpsilon = usual.bnEpsilon;
  spec.normalization = {perChannel(usual.mean, spec.inputChannels), perChannel(usual.std, spec.inputChannels),
                        usual.order};
  return spec;
}

void noteGuesses(SchemeNetwork& network, const MobileNetSpec& spec, bool sizeFromName, const SpecOverrides& wishes) {
  auto& notes = network.notes;
  const bool isKnown = network.scheme->stem.weight != nullptr;
  const std::string by =
      isKnown ? concat(" (by the convention of ", network.scheme->title, ")") : " (what most networks have)";
  notes.push_back(concat("the file has no spec; from the shapes: width ", spec.width, ", ", spec.inputChannels,
                         " input channels, ", spec.classes > 0 ? concat(spec.classes, " classes") : "no head"));
  if (!wishes.inputSize)
    notes.push_back(concat("input size guessed: ", spec.inputSize, sizeFromName ? " (from the file's name)" : by));
  if (!wishes.stemStride) notes.push_back(concat("stem stride guessed: ", spec.stemStride, by));
  if (!wishes.activation) notes.push_back("activation guessed: " + toString(spec.activation) + by);
  if (!wishes.padding) notes.push_back("padding guessed: " + toString(spec.padding) + by);
  if (!wishes.bnEpsilon) notes.push_back(concat("batch normalization epsilon guessed: ", spec.bnEpsilon, by));
  if (!wishes.mean) notes.push_back("normalization guessed: mean " + numbersText(spec.normalization.mean) + by);
  if (!wishes.std) notes.push_back("normalization guessed: std " + numbersText(spec.normalization.std) + by);
  if (!wishes.channelOrder) notes.push_back("channel order guessed: " + toString(spec.normalization.order) + by);
  if (!wishes.classOffset && spec.classOffset > 0)
    notes.push_back(concat("class offset guessed: ", spec.classOffset, " (of ", spec.classes,
                           " outputs the first is a background class)"));
}

using Shape = std::vector<std::int64_t>;

std::string expectedText(const Shape& shape) {
  std::string result = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) result += concat(i > 0 ? "," : "", shape[i]);
  return result + "]";
}

void checkShape(const SchemeNetwork& network, const std::string& key, const Shape& expected, bool optional = false) {
  const torch::Tensor tensor = find(network.tensors, key);
  if (!tensor.defined()) {
    if (optional) return;
    fail("key ", network.keyText(key), " is missing; shape ", expectedText(expected), " was expected");
  }
  if (tensor.sizes() != at::IntArrayRef(expected))
    fail("key ", network.keyText(key), " has shape ", zipper::shapeText(tensor), ", expected ", expectedText(expected));
}

void checkUnit(const SchemeNetwork& network, const std::string& prefix, const Shape& kernel) {
  checkShape(network, prefix + ".conv.weight", kernel);
  const bool folded =
      find(network.tensors, prefix + ".conv.bias").defined() && !find(network.tensors, prefix + ".bn.weight").defined();
  checkShape(network, prefix + ".conv.bias", {kernel[0]}, true);
  for (const char* leaf : {".bn.weight", ".bn.bias", ".bn.running_mean", ".bn.running_var"})
    checkShape(network, prefix + leaf, {kernel[0]}, folded);
}

}  // namespace

MobileNetSpec guessSpec(SchemeNetwork& network, const TensorFile& file, const std::filesystem::path& path,
                        const SpecOverrides& overrides) {
  MobileNetSpec spec = usualSpec(network);
  int channels = 0;
  const SpecOverrides ofFile = file.kerasConfig.empty() ? SpecOverrides() : statedByKeras(file.kerasConfig, channels);
  if (channels > 0 && channels != spec.inputChannels)
    fail("the file states an input of ", channels, " channels, but the first convolution, ",
         network.keyText("stem.conv.weight"), ", reads ", spec.inputChannels);
  const int size = inputSizeInName(path);
  if (size > 0) spec.inputSize = size;
  validate(spec);
  std::vector<std::string> stated;
  applyOverrides(spec, ofFile, stated);
  // Neither what the user says nor what the file says is a guess.
  SpecOverrides known = overrides;
  const auto add = [](auto& value, const auto& other) {
    if (!value) value = other;
  };
  add(known.inputSize, ofFile.inputSize);
  add(known.stemStride, ofFile.stemStride);
  add(known.activation, ofFile.activation);
  add(known.bnEpsilon, ofFile.bnEpsilon);
  add(known.mean, ofFile.mean);
  add(known.std, ofFile.std);
  noteGuesses(network, spec, size > 0, known);
  for (std::string& note : stated) {
    const auto end = note.find(" chosen: ");
    network.notes.push_back("read from the file: " + note.substr(0, end) + note.substr(end + 8));
  }
  return spec;
}

void checkShapes(const SchemeNetwork& network, const MobileNetSpec& spec) {
  const torch::Tensor head = find(network.tensors, headKey);
  if (spec.classes == 0 && head.defined())
    fail("key ", network.keyText(headKey), " has shape ", zipper::shapeText(head), ", but the spec has no classes");
  const std::vector<UnitPlan> units = unitsOf(spec);
  if (spec.classes > 0) {
    checkShape(network, headKey, {spec.classes, units.back().inputChannels});
    checkShape(network, "head.bias", {spec.classes});
  }
  for (const UnitPlan& unit : units)
    if (unit.kind != UnitKind::Head)
      checkUnit(
          network, unit.name,
          {unit.outputChannels, unit.kind == UnitKind::Depthwise ? 1 : unit.inputChannels, unit.kernel, unit.kernel});
}

}  // namespace zipper
