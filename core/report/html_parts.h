// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/analysis/inference_time.h"
#include "core/session/session.h"

namespace zipper {

/// A table cell: text, and whether it is a number, which stands at the right.
struct HtmlCell {
  std::string text;  ///< not yet escaped
  bool number = false;
  int columns = 1;
};
/// "<tr>...</tr>" with <td>, or <th> in the head of a table.
std::string htmlRow(const std::vector<HtmlCell>& cells, bool head = false);
/// A table in a box that scrolls sideways where it is too wide.
std::string htmlTable(const std::string& headRows, const std::string& bodyRows);
/// <section> with a heading; empty if there is no content.
std::string htmlSection(const std::string& heading, const std::string& content);

/// A whole page, HTML5 that is well-formed XML as well: headings (not yet escaped), sections and the footer.
std::string htmlPage(const std::string& title, const std::string& subtitle, const std::string& sections);

/// The parts of the page, each empty if there is nothing measured to show.
std::string summaryCards(const Session& session, const std::vector<InferenceTime>& times);
std::string accuracyChart(const Session& session);
std::string lossCharts(const Session& session);
std::string stepsTable(const Session& session, const std::vector<int>& indices);
/// What the parts of these steps took, and all of them together; steps that don't know it are left out.
std::string partsTable(const Session& session, const std::vector<int>& indices);
std::string layersTable(const Session& session);
std::string tasksTable(const Session& session);
std::string inferenceTable(const std::vector<InferenceTime>& times);

/// The style sheet of the page: light, dark and print.
const char* reportStyle();

}  // namespace zipper
