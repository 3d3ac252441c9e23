// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/export_names.h"

#include <algorithm>

#include "core/exports/export_formats.h"
#include "core/exports/inference_graph.h"
#include "core/network/task_names.h"

namespace zipper {

namespace {

constexpr std::size_t longestSafeName = 60;
constexpr const char* signsOfNames = "_.-";

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string withoutSignsAtEnds(const std::string& name) {
  const std::size_t first = name.find_first_not_of(signsOfNames), last = name.find_last_not_of(signsOfNames);
  return first == std::string::npos ? std::string() : name.substr(first, last - first + 1);
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The safe names of tasks where they can be used, otherwise the usual ones.
std::vector<std::string> outputsOfTasks(const std::vector<NamedTask>& tasks, const std::vector<std::string>& usual,
                                        const std::vector<std::string>& inputs) {
  std::vector<std::string> safe;
  for (const NamedTask& task : tasks) safe.push_back(task.hasHead ? safeOutputName(task.name) : std::string());
  std::vector<std::string> outputs = usual;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    // A usual name may be needed for the task that has it.
    const bool isTaken =
        std::count(safe.begin(), safe.end(), safe[t]) > 1 || holds(inputs, safe[t]) || holds(usual, safe[t]);
    if (!safe[t].empty() && !isTaken) outputs[t] = safe[t];
  }
  return outputs;
}

}  // namespace

std::string safeOutputName(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    const char next = isLetterOrDigit(c) || c == '.' || c == '-' ? c : '_';
    if (next != '_' || safe.empty() || safe.back() != '_') safe += next;
  }
  return withoutSignsAtEnds(withoutSignsAtEnds(safe).substr(0, longestSafeName));
}

GraphNames namesOfTasks(GraphNames chosen, const std::vector<NamedTask>& tasks, std::size_t inputs, bool letters) {
  std::vector<bool> heads;
  for (const NamedTask& task : tasks) heads.push_back(task.hasHead);
  const GraphNames usual = completedNames({{}, {}, chosen.softmax}, inputs, heads, letters);
  if (chosen.inputs.empty()) chosen.inputs = usual.inputs;
  if (chosen.outputs.empty()) chosen.outputs = outputsOfTasks(tasks, usual.outputs, chosen.inputs);
  return chosen;
}

GraphNames namesOfExport(const Session& session, const ExportRequest& request) {
  if (!exportFormat(request.format).choosesNames) return request.options.names;
  const std::vector<std::string> names = namesOf(session.recipe.sources);
  const bool isAll = request.task == "all";
  std::vector<NamedTask> tasks;
  for (int t = 0; t < session.taskCount(); ++t)
    if (isAll || request.task == taskName(t))
      tasks.push_back({std::size_t(t) < names.size() ? names[std::size_t(t)] : std::string(),
                       session.teachers[std::size_t(t)].spec.classes > 0});
  if (tasks.empty()) return request.options.names;
  return namesOfTasks(request.options.names, tasks, isAll && session.trunk() == 0 ? tasks.size() : 1, isAll);
}

}  // namespace zipper
