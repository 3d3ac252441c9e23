// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/merging/calibration_images.h"
#include "core/network/mobilenet.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"
#include "core/training/batch_part.h"

namespace zipper {

/// Averages over images and positions, float64, of a unit that merges in one task: x its input, of a squeeze the
/// average over all positions, z what its output should be. z is the teacher's output after batch normalization or
/// bias, before the activation: up to scale and shift per channel the convolution's output, with the sign that the
/// following layers see.
struct LayerMoments {
  double samples = 0;
  torch::Tensor x;   ///< E[x], [C_in]
  torch::Tensor z;   ///< E[z], [C_out]
  torch::Tensor xx;  ///< E[x xᵀ], [C_in,C_in]
  torch::Tensor zx;  ///< E[z xᵀ], [C_out,C_in]
  torch::Tensor zz;  ///< E[z²], [C_out]
  /// How much an error of each output channel counts in this task, [C_out]; undefined: as much as in the others.
  torch::Tensor importance;

  LayerMoments(int inputChannels, int outputChannels);
  /// Averages in a batch: inputs [N,C_in,H,W], outputs [N,C_out,H,W]. Of more than 8,192 positions as many are drawn at
  /// random.
  void add(const torch::Tensor& inputs, const torch::Tensor& outputs, std::uint64_t seed);
  /// The same where the batch is a part of a larger one: positions are drawn from the whole batch.
  void add(const torch::Tensor& inputs, const torch::Tensor& outputs, std::uint64_t seed, const BatchPart& part);
  /// Makes them the averages over what all processes of the group have added.
  void pool(const ProcessGroupPtr& group);
  /// The output channels in another order: channel i is what was order[i].
  void permuteOutputs(const std::vector<int>& order);
  void permuteInputs(const std::vector<int>& order);

  torch::Tensor inputCovariance() const { return xx - torch::outer(x, x); }
  torch::Tensor crossCovariance() const { return zx - torch::outer(z, x); }
  torch::Tensor outputVariance() const { return (zz - z * z).clamp_min(0); }
};

/// Moments of a unit of the plan that merges: the inputs that `network` produces, the outputs that `teacher` produces,
/// both for the same images. Both networks must be in evaluation mode. Tells progress in batches; with a group its
/// processes divide the images. Throws Cancelled, RankLost.
LayerMoments layerMoments(MobileNet& network, MobileNet& teacher, int unit, const CalibrationImages& images,
                          const Work& work = {});

}  // namespace zipper
