// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/merged_network.h"
#include "core/session/session.h"

namespace zipper {

/// A network of its own in evaluation mode with the teacher's values.
MobileNet teacherNetwork(const Teacher& teacher);

Teacher makeTeacher(MobileNet& network, const ModelSource& source);

/// Makes a network with nothing merged share what the network after a step shares; values stay those of task A.
void shareAsAt(const StepResult& step, MergedNetwork& network);

/// The network at a step of the session (-1: the teachers' copies, nothing merged). A network of its own, in evaluation
/// mode.
MergedNetwork networkAt(const Session& session, int step);

}  // namespace zipper
