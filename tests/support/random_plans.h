// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/plan_builder.h"
#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper::test {

/// What random networks may be made of.
struct PlanKinds {
  bool inverted = false;  ///< layers of expand, depthwise and linear project, with an addition where shapes allow it
  bool wide = false;      ///< 5x5 depthwise kernels among the 3x3 ones
  bool squeezes = false;  ///< squeeze-and-excite behind some depthwise units, and hard swish among the activations
};

/// A plan of two to five layers with random channels, strides and activations.
inline NetworkPlan randomPlan(const MobileNetSpec& spec, const PlanKinds& kinds, Random& random) {
  const auto draw = [&](int count) { return int(random.below(std::uint64_t(count))); };
  const auto activation = [&] {
    const int kind = draw(kinds.squeezes ? 3 : 2);
    return kind == 0 ? Activation::ReLU : kind == 1 ? Activation::ReLU6 : Activation::HardSwish;
  };
  PlanBuilder builder(spec);
  int channels = 4 + draw(9);
  int last = builder.convolution("stem", UnitKind::Stem, 0, channels, 3, 1 + draw(2), activation());
  const int layers = 2 + draw(4);
  for (int layer = 1; layer <= layers; ++layer) {
    const std::string prefix = concat("layers.", layer);
    const int kernel = kinds.wide && (layer == 1 || draw(2) == 0) ? 5 : 3;
    const bool adds = kinds.inverted && (layer == 2 || (layer > 2 && draw(2) == 0));
    const int stride = adds ? 1 : 1 + draw(2), out = adds ? channels : 4 + draw(13);
    std::vector<int> merged;
    int hidden = channels;
    if (kinds.inverted) {
      hidden = channels * (1 + draw(3));
      merged.push_back(builder.convolution(prefix + ".expand", UnitKind::Pointwise, layer, hidden, 1, 1, activation()));
    }
    builder.convolution(prefix + ".depthwise", UnitKind::Depthwise, layer, hidden, kernel, stride, activation());
    if (kinds.squeezes && (layer == 2 || draw(2) == 0))
      for (const int unit : builder.squeezeExcite(prefix, layer, 1 + draw(6))) merged.push_back(unit);
    merged.push_back(builder.convolution(prefix + (kinds.inverted ? ".project" : ".pointwise"), UnitKind::Pointwise,
                                         layer, out, 1, 1, kinds.inverted ? Activation::None : activation()));
    if (adds) builder.add(last);
    last = merged.back();
    builder.site(merged);
    channels = out;
  }
  builder.head("head");
  return builder.plan();
}

}  // namespace zipper::test
