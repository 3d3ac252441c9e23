// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report.h"

#include "core/analysis/inference_time.h"
#include "core/report/report_files.h"
#include "core/support/files.h"

namespace zipper {

std::vector<std::string> reportFileNames() {
  return {"report.html", "report.json", "steps.csv", "curves.csv", "recipe.json"};
}

void writeReport(const std::filesystem::path& folder, const Session& session, const std::vector<InferenceTime>& times,
                 const std::vector<TaskAnswers>& answers) {
  createFolder(folder);
  writeFileAtomically(folder / "report.json", reportJson(session, times, answers));
  writeFileAtomically(folder / "steps.csv", stepsCsv(session));
  writeFileAtomically(folder / "curves.csv", [&](FileWriter& writer) {
    curvesCsv(session, [&](const std::string& piece) { writer.write(piece); });
  });
  writeFileAtomically(folder / "recipe.json", recipeText(session));
  writeFileAtomically(folder / "report.html", reportHtml(session, times, answers));
}

}  // namespace zipper
