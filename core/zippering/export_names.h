// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/exports/export_options.h"
#include "core/session/session.h"
#include "core/zippering/export_request.h"

namespace zipper {

/// A task that is exported, as far as names of outputs go.
struct NamedTask {
  std::string name;     ///< for people
  bool hasHead = true;  ///< it puts out logits or probabilities; otherwise features
};

/// The name of a task as other programs can take it: ASCII letters and digits, '_', '.' and '-', at most 60 of them and
/// none of the latter three at either end. What else there is becomes '_', never two in a row. May be empty.
std::string safeOutputName(const std::string& name);

/// `chosen` with the names that stand for those that are left empty. Inputs: "image", or "image_a", "image_b", ...
/// Outputs: the name of the task, made safe; where nothing is left of it, another task's is the same or an input has
/// it, "logits_a" or "probabilities_a"; without a head "features_a". `inputs`: how many there are; `letters`: there may
/// be several tasks, otherwise it is "logits". Names that are chosen stay and aren't looked at: completedNames() does
/// that.
GraphNames namesOfTasks(GraphNames chosen, const std::vector<NamedTask>& tasks, std::size_t inputs, bool letters);

/// The same for what a request wants of a session. Of a format that doesn't choose names, and where there is no such
/// task, what the request has.
GraphNames namesOfExport(const Session& session, const ExportRequest& request);

}  // namespace zipper
