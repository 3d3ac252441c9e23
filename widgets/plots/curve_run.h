// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// A run as the plots show it: its finished steps from the teachers on.
struct CurveRun {
  int number = 0;  ///< decides its colour; see Run in core/analysis/runs.h
  QString name;
  bool current = false;  ///< live iterations continue this one
  bool visible = true;
  std::vector<std::shared_ptr<const StepResult>> steps;  ///< in path order
};

namespace plots {

/// "Run 3" for a run without a name.
QString runName(const CurveRun& run);
/// Short enough for a disc: the number in its name, or its own.
QString runBadge(const CurveRun& run);
/// The key of a run in the legends.
QString runKey(const CurveRun& run);

}  // namespace plots

}  // namespace zipper
