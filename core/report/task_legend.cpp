// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/task_legend.h"

#include "core/network/task_names.h"
#include "core/report/html_parts.h"

namespace zipper {

std::string taskLegend(const std::vector<TaskSource>& sources) {
  const std::vector<std::string> names = namesOf(sources);
  std::string rows;
  for (std::size_t t = 0; t < sources.size(); ++t)
    rows += htmlRow({{taskCapital(int(t))}, {names[t]}, {sources[t].model}, {sources[t].data}});
  if (rows.empty()) return "";
  return htmlSection(
      "Tasks",
      "<div class=\"long\">" + htmlTable(htmlRow({{"task"}, {"name"}, {"model"}, {"data"}}, true), rows) + "</div>\n");
}

}  // namespace zipper
