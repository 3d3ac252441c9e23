// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/merging/layer_moments.h"
#include "core/network/mobilenet.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"

namespace zipper {

/// Averages over images and positions, float64, of the stem or a depthwise convolution in one task: G groups with I
/// inputs (the pixels under the kernel) and O outputs each. Stem: G = 1; depthwise: G = channels, O = 1. z is what
/// LayerMoments::z is.
struct KernelMoments {
  double samples = 0;
  torch::Tensor x;   ///< E[x], [G,I]
  torch::Tensor z;   ///< E[z], [G,O]
  torch::Tensor xx;  ///< E[x xᵀ], [G,I,I]
  torch::Tensor zx;  ///< E[z xᵀ], [G,O,I]
  torch::Tensor zz;  ///< E[z²], [G,O]
};

/// Moments of a unit of the plan, the stem or a depthwise one: the inputs that `network` produces, the outputs that
/// `teacher` produces, both for the same images, at positions drawn at random. Both networks must be in evaluation
/// mode. Tells no progress; with a group its processes divide the images. Throws Cancelled, RankLost.
KernelMoments kernelMoments(MobileNet& network, MobileNet& teacher, int unit, const CalibrationImages& images,
                            const Work& work = {});

/// The kernels that minimize the squared output error of all tasks together, as leastSquaresWeights() does
/// with shared batch normalization: a system of I equations per group. Copied into the convolution of
/// `unit`, whose batch normalization is set so that its outputs have the mean and the variance of z.
void fitKernels(ConvUnitImpl& unit, const std::vector<KernelMoments>& tasks, double ridge);

/// The kernels of one task's depthwise layer that come closest to z from the inputs that the task has by now: closed
/// form, regularized towards the kernels that `unit` has. Its batch normalization is set so that the outputs are those
/// of the fit, with the mean of z.
void fitOwnKernels(ConvUnitImpl& unit, const KernelMoments& moments);

}  // namespace zipper
