// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/analysis/inference_time.h"
#include "core/session/session.h"
#include "core/training/observer.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Every step of the plan asks for a trunk of this depth; 0: for none.
void setTrunk(Recipe& recipe, int depth);

/// What a sweep over trunks times: single images, so many times.
inline constexpr int trunkRepetitions = 50;

/// The session's recipe with a trunk of this depth, merged from the teachers and scored after its last step.
/// `finished` (may be empty) is called after each step and the scoring. Throws Cancelled, Diverged, Error.
Session mergedWithTrunk(const Session& start, int depth, const std::vector<TaskData>& data,
                        const Observer& observer = {}, const std::function<void()>& finished = {},
                        const Work& work = {});

/// What the network of mergedWithTrunk() takes, of one with weights that next to nothing was done for: times depend on
/// nothing else. Throws Cancelled, Error.
InferenceTime timeWithTrunk(const Session& start, int depth, const std::vector<TaskData>& data, const Work& work = {});

}  // namespace zipper
