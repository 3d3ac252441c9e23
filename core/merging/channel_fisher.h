// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/merging/layer_moments.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"

namespace zipper {

/// How much a network's answers depend on each output channel of a unit of the plan that merges: the Fisher information
/// of z (see LayerMoments), [C_out], float64, averaged over images and positions. With p the network's own
/// probabilities and J the Jacobian of the logits it is the diagonal of Jᵀ (diag p − p pᵀ) J, estimated with one random
/// vector an image; labels aren't looked at. Of more than 256 images as many are taken. The network must be in
/// evaluation mode. Tells progress in batches; with a group its processes divide the images. Throws Cancelled,
/// RankLost. Related: Fisher-weighted averaging (Matena and Raffel 2022).
torch::Tensor channelFisher(MobileNet& teacher, int unit, const CalibrationImages& images, const Work& work = {});

}  // namespace zipper
