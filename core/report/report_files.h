// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/analysis/answers.h"
#include "core/analysis/inference_time.h"
#include "core/session/session.h"

namespace zipper {

/// The contents of report.json.
std::string reportJson(const Session& session, const std::vector<InferenceTime>& times,
                       const std::vector<TaskAnswers>& answers);
/// The contents of steps.csv: a row per step of the path. What wasn't measured is an empty cell.
std::string stepsCsv(const Session& session);
/// The contents of curves.csv, in pieces: a row per iteration of the path.
void curvesCsv(const Session& session, const std::function<void(const std::string&)>& write);
/// The contents of recipe.json: the recipe of the path. Bytes of file names that aren't UTF-8, which JSON can't hold,
/// become U+FFFD.
std::string recipeText(const Session& session);
/// The contents of report.html: HTML5 that is well-formed XML as well.
std::string reportHtml(const Session& session, const std::vector<InferenceTime>& times,
                       const std::vector<TaskAnswers>& answers);

}  // namespace zipper
