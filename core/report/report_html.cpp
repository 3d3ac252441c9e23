// SPDX-License-Identifier: GPL-3.0-or-later

#include <torch/version.h>

#include "core/analysis/inference_time.h"
#include "core/report/guess_notice.h"
#include "core/report/html_parts.h"
#include "core/report/report_changes.h"
#include "core/report/report_figures.h"
#include "core/report/report_files.h"
#include "core/report/timestamp.h"
#include "core/session/run_tree.h"
#include "core/support/error.h"
#include "core/support/text_format.h"
#include "core/support/version.h"

namespace zipper {

namespace {

std::string titleOf(const Session& session) {
  std::string title;
  for (int t = 0; t < session.taskCount(); ++t) title += (t > 0 ? " + " : "") + taskTitle(session, t);
  return title;
}

std::string subtitleOf(const Session& session) {
  const std::vector<int> merged = session.mergedLayers();
  const std::string layers = merged.empty() ? "nothing merged yet" : concat("merged layers: ", layersToString(merged));
  const std::string trunk = session.trunk() > 0 ? concat(", 0 to ", session.trunk(), " whole") : "";
  const std::string& name = noteOf(session, currentRun(session)).name;
  return concat("Zippering report", name.empty() ? "" : " of the run ", name, ": ", layers, trunk,
                "; batch normalization of merged layers ", toString(session.recipe.bnPolicy), "; preset ",
                session.recipe.preset, ", seed ", session.recipe.seed);
}

/// What was noted of the run, its lines kept.
std::string notesOfRun(const Session& session) {
  const std::string& notes = noteOf(session, currentRun(session)).notes;
  return notes.empty() ? std::string() : concat("<p style=\"white-space:pre-wrap\">", escapeXml(notes), "</p>\n");
}

std::string recipeDetails(const Session& session) {
  return concat("<details><summary>Recipe that reproduces this merge (recipe.json)</summary>\n<pre>",
                escapeXml(recipeText(session)), "</pre></details>\n");
}

std::string footer() {
  return concat("<footer>Written by Zipper Workbench ", escapeXml(version), " with LibTorch ", escapeXml(TORCH_VERSION),
                ", ", timestamp(), ". Every figure was measured; what was not evaluated is left out.</footer>\n");
}

}  // namespace

std::string htmlRow(const std::vector<HtmlCell>& cells, bool head) {
  const char* tag = head ? "th" : "td";
  std::string row = "<tr>";
  for (const HtmlCell& cell : cells) {
    row += concat("<", tag);
    if (cell.columns > 1)
      row += concat(" class=\"group\" colspan=\"", cell.columns, "\"");
    else if (cell.number)
      row += " class=\"number\"";
    row += concat(">", escapeXml(cell.text), "</", tag, ">");
  }
  return row + "</tr>\n";
}

std::string htmlTable(const std::string& headRows, const std::string& bodyRows) {
  return concat("<div class=\"wide\"><table>\n<thead>\n", headRows, "</thead>\n<tbody>\n", bodyRows,
                "</tbody>\n</table></div>\n");
}

std::string htmlSection(const std::string& heading, const std::string& content) {
  if (content.empty()) return "";
  return concat("<section>\n<h2>", escapeXml(heading), "</h2>\n", content, "</section>\n");
}

std::string htmlPage(const std::string& title, const std::string& subtitle, const std::string& sections) {
  return concat(
      "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
      escapeXml(title), "</title>\n<style>", reportStyle(), "</style>\n</head>\n<body>\n<header>\n<h1>",
      escapeXml(title), "</h1>\n<p class=\"soft\">", escapeXml(subtitle), "</p>\n</header>\n<main>\n", sections,
      "</main>\n", footer(), "</body>\n</html>\n");
}

std::string reportHtml(const Session& session, const std::vector<InferenceTime>& times,
                       const std::vector<TaskAnswers>& answers) {
  const std::string sections =
      guessNotice(guessesOf(session)) + summaryCards(session, times) + htmlSection("Notes", notesOfRun(session)) +
      htmlSection("Top-1 by number of merged layers", accuracyChart(session)) +
      htmlSection("What the merge changed", changesOfTasks(session, answers)) +
      htmlSection("Calibration loss", lossCharts(session)) + htmlSection("Steps", stepsTable(session, session.path())) +
      htmlSection("Time of the steps", partsTable(session, session.path())) +
      htmlSection("Other tries", stepsTable(session, otherTries(session))) +
      htmlSection("Inference time", inferenceTable(times)) + htmlSection("Tasks", tasksTable(session)) +
      htmlSection("Layers", layersTable(session)) + htmlSection("Recipe", recipeDetails(session));
  return htmlPage(titleOf(session), subtitleOf(session), sections);
}

}  // namespace zipper
