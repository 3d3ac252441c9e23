#include "core/formats/canonical_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr const char* stemKey = "stem.conv.weight";
constexpr const char* lastKey = "layers.13.pointwise.conv.weight";
constexpr const char* headKey = "head.weight";

torch::Tensor tensorOfRank(const NamedTensors& tensors, const char* key, std::int64_t rank, const char* expected) {
  const torch::Tensor tensor = find(tensors, key);
  if (!tensor.defined()) fail("key '", key, "' is missing");
  if (tensor.dim() != rank) fail("key '", key, "' has shape ", shapeText(tensor), ", expected ", expected);
  return tensor;
}

int clamped(std::int64_t size) { return int(std::min<std::int64_t>(size, std::numeric_limits<int>::max())); }

/// The shortest width multiplier that gives this number of channels in layer 13. All other layers have 1024 / 2^k
/// channels at width 1, so that every width with the same layer 13 gives the same network.
double widthOf(int lastChannels) {
  for (const double digits : {10.0, 100.0, 1000.0}) {
    const double width = std::ceil(lastChannels * digits / 1024.0) / digits;
    if (scaledChannels(1024, width) == lastChannels) return width;
  }
  return lastChannels / 1024.0;
}

}  // namespace

bool hasCanonicalNames(const NamedTensors& tensors) {
  return find(tensors, stemKey).defined() && find(tensors, lastKey).defined();
}

MobileNetSpec specFromShapes(const NamedTensors& tensors, std::vector<std::string>& notes) {
  const torch::Tensor stem = tensorOfRank(tensors, stemKey, 4, "[channels,input channels,3,3]");
  const torch::Tensor last = tensorOfRank(tensors, lastKey, 4, "[channels,channels of layer 12,1,1]");
  MobileNetSpec spec;
  spec.width = widthOf(clamped(last.size(0)));
  spec.inputChannels = clamped(stem.size(1));
  if (spec.inputChannels == 1) spec.normalization.mean = spec.normalization.std = {0.5};
  spec.classes = 0;
  if (find(tensors, headKey).defined())
    spec.classes = clamped(tensorOfRank(tensors, headKey, 2, "[classes,channels of layer 13]").size(0));
  validate(spec);
  notes.push_back(concat("the file has no 'zipper.spec' in its metadata; guessed from the shapes: width ", spec.width,
                         ", ", spec.inputChannels, " input channels, ",
                         spec.classes > 0 ? concat(spec.classes, " classes") : std::string("no head")));
  notes.push_back(concat("input size guessed: ", spec.inputSize));
  notes.push_back(concat("stem stride guessed: ", spec.stemStride));
  notes.push_back(concat("activation guessed: ", toString(spec.activation)));
  notes.push_back(concat("padding guessed: ", toString(spec.padding)));
  notes.push_back(concat("batch normalization epsilon guessed: ", spec.bnEpsilon));
  notes.push_back("normalization guessed: mean 0.5, std 0.5, " + toString(spec.normalization.order));
  return spec;
}

void checkHead(const MobileNetSpec& spec, const NamedTensors& tensors) {
  const torch::Tensor head = find(tensors, headKey);
  if (spec.classes == 0) {
    if (head.defined()) fail("key '", headKey, "' has shape ", shapeText(head), ", but the spec has no classes");
    return;
  }
  const std::string expected = concat("[", spec.classes, ",", channelTable(spec).back(), "]");
  if (!head.defined()) fail("key '", headKey, "' is missing; shape ", expected, " was expected");
  if (shapeText(head) != expected) fail("key '", headKey, "' has shape ", shapeText(head), ", expected ", expected);
}

}  // namespace zipper
