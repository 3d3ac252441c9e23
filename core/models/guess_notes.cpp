// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/guess_notes.h"

#include "core/network/mobilenet_v3.h"
#include "core/support/error.h"

namespace zipper {

namespace {

std::string wholeNumbers(const std::vector<int>& values) {
  std::string text;
  for (const int value : values) text += concat(text.empty() ? "" : ",", value);
  return text;
}

/// Channels that no width gives; of a V3 perhaps its blocks alone have those of one.
std::string channelsNote(const MobileNetSpec& spec) {
  const bool areOfWidth = isV3(spec.architecture) && widthOfV3(spec.architecture, spec.channels) > 0;
  return (areOfWidth ? concat("only what its blocks put out has the channels of width ", spec.width,
                              "; all are those of the shapes: ")
                     : std::string("no width multiplier gives its channels, which are those of the shapes: ")) +
         wholeNumbers(spec.channels);
}

/// What the publisher computes otherwise, and what was done about it.
void noteFactors(SchemeNetwork& network) {
  const Conventions& usual = network.scheme->conventions;
  if (usual.exciteFactor != 1)
    network.notes.push_back(concat(
        "slope of the hard sigmoid guessed: ", usual.exciteFactor / 6, " (by the convention of ", network.scheme->title,
        "; the second layers of squeeze-and-excite were multiplied by ", usual.exciteFactor, ")"));
  if (usesHeadFactor(network))
    network.notes.push_back(concat("factor of the head guessed: ", usual.headFactor, " (by the convention of ",
                                   network.scheme->title, "; the weights of its last layer were multiplied by it)"));
}

}  // namespace

void noteGuesses(SchemeNetwork& network, const MobileNetSpec& spec, const KnownConventions& known) {
  auto& notes = network.notes;
  const SpecOverrides& wishes = known.values;
  const bool isKnown = network.scheme->stem.weight != nullptr;  // else told by shapes
  const std::string by =
      isKnown ? concat(" (by the convention of ", network.scheme->title, ")") : " (what most networks have)";
  notes.push_back(concat("the file has no spec; from the shapes: width ", spec.width, ", ", spec.inputChannels,
                         " input channels, ", spec.classes > 0 ? concat(spec.classes, " classes") : "no head"));
  if (!spec.channels.empty()) notes.push_back(channelsNote(spec));
  if (!wishes.inputSize)
    notes.push_back(
        concat("input size guessed: ", spec.inputSize, known.sizeFromName ? " (from the file's name)" : by));
  if (!wishes.stemStride) notes.push_back(concat("stem stride guessed: ", spec.stemStride, by));
  if (!spec.strides.empty() && !known.strides)
    notes.push_back("strides of the rows guessed: " + wholeNumbers(spec.strides) + by);
  if (network.scheme->conventions.stridesVary && !known.strides)
    notes.push_back("strides of the blocks guessed: " + wholeNumbers(stridesOfV3(spec)) + by);
  if (!wishes.activation) notes.push_back("activation guessed: " + toString(spec.activation) + by);
  if (!wishes.padding) notes.push_back("padding guessed: " + toString(spec.padding) + by);
  if (!wishes.bnEpsilon) notes.push_back(concat("batch normalization epsilon guessed: ", spec.bnEpsilon, by));
  if (!wishes.mean) notes.push_back("normalization guessed: mean " + numbersText(spec.normalization.mean) + by);
  if (!wishes.std) notes.push_back("normalization guessed: std " + numbersText(spec.normalization.std) + by);
  if (!wishes.channelOrder) notes.push_back("channel order guessed: " + toString(spec.normalization.order) + by);
  if (!wishes.classOffset && spec.classOffset > 0)
    notes.push_back(concat("class offset guessed: ", spec.classOffset, " (of ", spec.classes,
                           " outputs the first is a background class)"));
  noteFactors(network);
}

}  // namespace zipper
