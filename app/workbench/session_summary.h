// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <functional>

#include "core/session/session.h"
#include "widgets/summary/summary.h"

namespace zipper {

/// How long steps take from where the session stands, by rates that were measured; negative: unknown.
using SecondsFor = std::function<double(const std::vector<StepPlan>&)>;

/// What the merge of a session is worth at its current step, images lost and won aside. `titles`: of the tasks;
/// `hasData`: their images are open.
Summary summaryOf(const Session& session, const QStringList& titles, bool hasData, const SecondsFor& secondsFor);

}  // namespace zipper
