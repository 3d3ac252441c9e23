// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/answers.h"
#include "core/data/dataset.h"
#include "core/session/session.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"
#include "core/zippering/zippering.h"

namespace zipper {

// Here `images` are labelled as settleClasses() leaves them: label() counts outputs from the first behind a background
// class. All functions compute on the device, or on all threads, batch by batch with folded batch normalization as
// evaluate() does, so that accuracies are those of the scores. They are done by one process alone, tell progress in
// batches, warn of images that can't be read, and throw Cancelled, and Error: no such task or step, no head, labels
// that can't be scored on.

/// What the teacher of a task answers. It stays the same at every step: keep it.
NetworkAnswers teacherAnswers(const Session& session, int task, const DatasetPtr& images, const Work& work = {},
                              const ComputeDevice& device = {});
/// What a task's path through the merged network answers at a step of the session (-1: what its teacher does).
NetworkAnswers mergedAnswers(const Session& session, int step, int task, const DatasetPtr& images,
                             const Work& work = {}, const ComputeDevice& device = {});
/// Both side by side, from passes over the same images.
TaskAnswers taskAnswers(const Session& session, int step, int task, const Dataset& images,
                        const NetworkAnswers& teacher, const NetworkAnswers& merged);
/// Both in one pass, which reads every image once.
TaskAnswers taskAnswers(const Session& session, int step, int task, const DatasetPtr& images, const Work& work = {},
                        const ComputeDevice& device = {});

/// The same for every task that has test images with labels that can be scored on, and a head; the others are left out.
std::vector<TaskAnswers> answersOfAllTasks(const Session& session, int step, const std::vector<TaskData>& data,
                                           const Work& work = {}, const ComputeDevice& device = {});

/// What people call each output of a network with these images: by the data set's classes, else by the network's own
/// names, "background" and "class 7" where there is none.
std::vector<std::string> namesOfOutputs(const MobileNetSpec& spec, const Dataset& images);

}  // namespace zipper
