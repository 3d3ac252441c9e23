// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/session_snippet.h"

#include <algorithm>

#include "core/exports/inference_graph.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/zippering/export_names.h"

namespace zipper {

SnippetNetwork snippetOfSession(const Session& session, const ExportRequest& request) {
  InferenceGraph outline;  // without weights: inputs, outputs and tasks are all that is looked at
  std::vector<std::string> names;
  std::vector<bool> heads;
  bool upright = false;
  for (int t = 0; t < session.taskCount(); ++t) {
    if (request.task != "all" && request.task != taskName(t)) continue;
    const TaskSource& source = session.recipe.sources.at(std::size_t(t));
    const MobileNetSpec& spec = session.teachers[std::size_t(t)].spec;
    outline.tasks.push_back({request.task == "all" ? taskName(t) : std::string(), spec, -1, -1});
    names.push_back(nameOf(source));
    heads.push_back(spec.classes > 0);
    upright = upright || source.images.exif == Exif::Apply;
  }
  if (outline.tasks.empty()) fail("task '", request.task, "' found, which the session doesn't have");
  const bool oneInput = request.task != "all" || session.trunk() > 0;
  const GraphNames all =
      completedNames(namesOfExport(session, request), oneInput ? 1 : names.size(), heads, request.task == "all");
  for (const std::string& name : all.inputs) outline.values.push_back({name, 0, 0});
  for (std::size_t t = 0; t < outline.tasks.size(); ++t) {
    outline.tasks[t].input = oneInput ? 0 : int(t);
    outline.tasks[t].output = int(outline.values.size());
    outline.values.push_back({all.outputs[t], 0, 0});
  }
  SnippetNetwork network = snippetNetwork(outline, names);
  network.softmax = all.softmax;
  network.upright = upright;
  return network;
}

}  // namespace zipper
