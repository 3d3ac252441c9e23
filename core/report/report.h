// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/answers.h"
#include "core/analysis/inference_time.h"
#include "core/session/session.h"

namespace zipper {

/// The names of the files of a report.
std::vector<std::string> reportFileNames();

/// Writes into the folder (created if needed): report.json, steps.csv, curves.csv, recipe.json and report.html, a page
/// that needs no other file, with tables, loss curves and the accuracy by merged layers as SVG. Figures that were not
/// measured are left out. `answers`: of the tasks at the session's current step, see answersOfAllTasks(); the report
/// says of which tasks there are none.
void writeReport(const std::filesystem::path& folder, const Session& session, const std::vector<InferenceTime>& times,
                 const std::vector<TaskAnswers>& answers = {});

}  // namespace zipper
