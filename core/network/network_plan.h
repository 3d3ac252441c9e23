// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Squeeze and excite are the two linear maps of squeeze-and-excite: what a squeeze reads it averages over all
/// positions first; what an excite puts out, one factor a channel, multiplies the maps of a unit before it. Both have a
/// bias in place of batch normalization. Source: Howard et al., "Searching for MobileNetV3", 2019, section 5.3.
enum class UnitKind { Stem, Depthwise, Pointwise, Squeeze, Excite, Head };
std::string toString(UnitKind kind);
/// Whether a unit of the kind has batch normalization; a bias otherwise.
constexpr bool normalizes(UnitKind kind) {
  return kind != UnitKind::Squeeze && kind != UnitKind::Excite && kind != UnitKind::Head;
}

/// A convolution with its batch normalization, or bias, and activation, or a linear layer of the head. Maps are square.
struct UnitPlan {
  std::string name;  ///< key prefix in a state dict, e.g. "layers.3.pointwise"
  UnitKind kind = UnitKind::Stem;
  int layer = 0;    ///< the layer that it is part of: from 1 on; 0: before the first; one more than the last: the head
  int input = -1;   ///< the unit whose output it reads, an index into NetworkPlan::units; -1: the image
  int gated = -1;   ///< the unit whose output it multiplies, behind the activation; -1: none; it hands on the product
  int addend = -1;  ///< the unit whose output is added to its own, behind the activation; -1: none
  int inputChannels = 0;
  int outputChannels = 0;
  int inputSpace = -1;   ///< index into NetworkPlan::spaces; -1: channels of the image
  int outputSpace = -1;  ///< -1: classes
  int kernel = 1;
  int stride = 1;
  Activation activation = Activation::None;
  bool merges = false;          ///< its weights become one for all tasks where its layer is merged
  int inputSize = 0;            ///< height = width of the input feature map
  int outputSize = 0;           ///< height = width of what it hands on
  std::int64_t parameters = 0;  ///< trainable: weights, bias, BN scale and shift
  std::int64_t buffers = 0;     ///< BN running mean and variance
  std::int64_t macs = 0;        ///< multiply-accumulates of the convolution or head for one image

  /// What it is in its layer: the last part of its name that isn't a number, "stem", "expand", "depthwise", "project",
  /// "squeeze", "excite", "pointwise", "hidden", "head".
  std::string role() const;
  bool normalizes() const { return zipper::normalizes(kind); }
};

/// Whether any of them is part of squeeze-and-excite.
bool haveSqueezeExcite(const std::vector<UnitPlan>& units);

/// Channels that keep one order wherever they go: what alignment permutes. The units with this outputSpace write them,
/// those with this inputSpace read them; a depthwise unit does both.
struct Space {
  int channels = 0;
};

/// A layer in the words of this project: what one step merges.
struct Site {
  std::vector<int> merged;  ///< units whose weights become shared, indices into NetworkPlan::units
  int tap = 0;              ///< the unit behind which teacher and merged network are compared; nothing behind it reads
                            ///< what lies before it
};

/// What a network is made of, a value: modules, executors, cost, keys in files, writers, alignment and window walk it.
struct NetworkPlan {
  std::vector<UnitPlan> units;  ///< in an order in which they can be computed; those of the head, if any, are last
  std::vector<Space> spaces;    ///< in the order in which they are first written
  std::vector<Site> sites;      ///< layer 1, 2, ...

  int layers() const { return int(sites.size()); }
  const Site& site(int layer) const { return sites[std::size_t(layer) - 1]; }
  /// The unit whose output a layer hands on; of layer 0 the one before the first layer, the stem.
  int tap(int layer) const { return layer == 0 ? firstUnitOf(1) - 1 : site(layer).tap; }
  /// Indices of the units of a layer: from the first to behind the last.
  int firstUnitOf(int layer) const;
  int endOfUnitsOf(int layer) const;
  /// How many units are convolutions; the head's are behind them.
  int convolutions() const;
  /// The space of the channels that a layer (0: what comes before the first) hands on.
  int outputSpace(int layer) const { return units[std::size_t(tap(layer))].outputSpace; }
};

/// Walks the convolutions first ... end - 1 of a plan. `known`: units before the first (-1: the image) and what they
/// put out, all that the walk reads, the one right before the first among them. apply(index, maps) computes a unit
/// without product and addition. `behind(index, maps)` sees what each unit hands on. Maps that nobody reads any more
/// are let go.
template <typename Maps, typename Apply, typename Behind>
Maps walkUnits(const NetworkPlan& plan, int first, int end, const std::vector<std::pair<int, Maps>>& known,
               Apply&& apply, Behind&& behind) {
  std::vector<Maps> kept(std::size_t(end) + 1);  // [unit + 1], only what an addition or a later unit still needs
  std::vector<int> lastReader(std::size_t(end) + 1, -1);
  for (int i = first; i < end; ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    lastReader[std::size_t(unit.input + 1)] = i;
    if (unit.gated >= 0) lastReader[std::size_t(unit.gated + 1)] = i;
    if (unit.addend >= 0) lastReader[std::size_t(unit.addend + 1)] = i;
  }
  for (const auto& [unit, maps] : known) kept[std::size_t(unit + 1)] = maps;
  Maps maps = kept[std::size_t(first)];
  for (int i = first; i < end; ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    maps = apply(i, kept[std::size_t(unit.input + 1)]);
    if (unit.gated >= 0) maps = kept[std::size_t(unit.gated + 1)] * maps;
    if (unit.addend >= 0) maps = maps + kept[std::size_t(unit.addend + 1)];
    for (const int read : {unit.input, unit.gated, unit.addend})
      if (read >= -1 && lastReader[std::size_t(read + 1)] == i) kept[std::size_t(read + 1)] = Maps();
    if (lastReader[std::size_t(i + 1)] > i) kept[std::size_t(i + 1)] = maps;
    behind(i, maps);
  }
  return maps;
}

/// The same where nothing of the walk reads what lies before the unit before the first, so that it begins behind a tap.
/// `before`: what that unit puts out, or the image.
template <typename Maps, typename Apply, typename Behind>
Maps walkUnits(const NetworkPlan& plan, int first, int end, const Maps& before, Apply&& apply, Behind&& behind) {
  return walkUnits(plan, first, end, std::vector<std::pair<int, Maps>>{{first - 1, before}}, apply, behind);
}

}  // namespace zipper
