// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/merging/layer_moments.h"
#include "core/network/merged_network.h"
#include "core/session/session.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"

namespace zipper {

/// Puts the channels of a space of the plan into another order, channel i being what was order[i]: the rows and the
/// batch normalization of every unit that writes it, and the input columns of every unit that reads it, the head
/// included. The network computes the same function. None of these may be shared with another task. Throws Error if
/// `order` isn't a permutation of the channels.
void permuteSpace(MobileNet& network, int space, const std::vector<int>& order);

/// Whether the channels of a space still belong to each task alone: nothing that permuteSpace() changes is shared.
bool canPermute(MergedNetwork& network, int space);
/// Whether a unit that writes the space is shared: then it has the order of task A already.
bool isWrittenByShared(MergedNetwork& network, int space);

/// The order of B's output channels of a unit of the plan that corresponds best to A's, for permuteSpace() on B: an
/// exact assignment. By the squared distance of the weights with batch normalization folded in (Ainsworth et al., "Git
/// Re-Basin", 2023). The inputs of the unit must correspond already. In place if the kernels have different shapes
/// (stems).
std::vector<int> matchByWeights(MobileNet& a, MobileNet& b, int unit);
/// By the correlation of what the unit hands on (after the activation, and the addition if there is one) when both
/// networks see the same images: those of both tasks, each prepared as the network wants it (Li et al., "Convergent
/// Learning", 2016). Tells progress in batches; with a group its processes divide the images. Throws Cancelled,
/// RankLost.
std::vector<int> matchByActivations(MobileNet& a, MobileNet& b, int unit, const std::vector<CalibrationImages>& images,
                                    const Work& work = {});
/// By pairingCosts() of least_squares.h.
std::vector<int> matchByCosts(const torch::Tensor& costs);

/// The teacher of a task with its channels in the order of the merged network at a step of the session, so that output
/// channel i of every layer corresponds to channel i of the merged network. The same function as the teacher. Throws
/// Error if there is no such step.
MobileNet alignedTeacher(const Session& session, int step, int task);
/// The same order of channels for a network that has them in the order of the teacher.
void alignLikeTeacher(const Session& session, int step, int task, MobileNet& network);

}  // namespace zipper
