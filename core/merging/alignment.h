// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/merging/layer_moments.h"
#include "core/network/merged_network.h"
#include "core/session/session.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"

namespace zipper {

/// Puts the output channels of a layer (0: the stem) into another order, channel i being what was order[i]: those of
/// the whole space that its last unit writes (see Space in plan.h), which are the rows and the batch normalization of
/// every unit that writes it, and the input columns of every unit that reads it, the head included. The network
/// computes the same function. None of these may be shared with another task. Throws Error if `order` isn't a
/// permutation of the channels.
void permuteOutputs(MobileNet& network, int layer, const std::vector<int>& order);

/// Whether the output channels of a layer (0: the stem) still belong to each task alone: nothing that permuteOutputs()
/// changes is shared.
bool canPermute(MergedNetwork& network, int layer);

/// The order of B's output channels that corresponds best to A's, for permuteOutputs() on B: an exact assignment.
/// By the squared distance of the weights with batch normalization folded in (Ainsworth et al., "Git Re-Basin", 2023).
/// The inputs of the layer must correspond already. In place if the kernels have different shapes (stems).
std::vector<int> matchByWeights(MobileNet& a, MobileNet& b, int layer);
/// By the correlation of the outputs after the activation when both networks see the same images: those of both tasks,
/// each prepared as the network wants it (Li et al., "Convergent Learning", 2016). Tells progress in batches; with a
/// group its processes divide the images. Throws Cancelled, RankLost.
std::vector<int> matchByActivations(MobileNet& a, MobileNet& b, int layer, const std::vector<CalibrationImages>& images,
                                    const Work& work = {});
/// By pairingCosts() of least_squares.h.
std::vector<int> matchByCosts(const torch::Tensor& costs);

/// The teacher of a task with its channels in the order of the merged network at a step of the session, so that output
/// channel i of every layer corresponds to channel i of the merged network. The same function as the teacher. Throws
/// Error if there is no such step.
MobileNet alignedTeacher(const Session& session, int step, int task);

}  // namespace zipper
