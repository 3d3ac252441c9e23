// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report.h"

#include <array>
#include <ctime>

#include "core/report/report_files.h"
#include "core/support/files.h"

namespace zipper {

std::string timestamp() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
}

std::vector<std::string> reportFileNames() {
  return {"report.html", "report.json", "steps.csv", "curves.csv", "recipe.json"};
}

void writeReport(const std::filesystem::path& folder, const Session& session, const std::vector<InferenceTime>& times) {
  createFolder(folder);
  writeFileAtomically(folder / "report.json", reportJson(session, times));
  writeFileAtomically(folder / "steps.csv", stepsCsv(session));
  writeFileAtomically(folder / "curves.csv", [&](FileWriter& writer) {
    curvesCsv(session, [&](const std::string& piece) { writer.write(piece); });
  });
  writeFileAtomically(folder / "recipe.json", recipeText(session));
  writeFileAtomically(folder / "report.html", reportHtml(session, times));
}

}  // namespace zipper
