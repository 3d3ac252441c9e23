// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/class_labels.h"

#include "core/exports/inference_graph.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// A line is never empty: what reads such files may skip empty ones, and the classes behind it would move up.
std::string lineOf(const MobileNetSpec& spec, std::size_t output) {
  const std::string& name = spec.classNames[output];
  if (!name.empty()) return wholePrintable(name);
  return int(output) < spec.classOffset ? "background" : concat("class ", output);
}

}  // namespace

std::string labelFileName(const GraphTask& task) { return labelFileName(task.letter); }

std::string labelFileName(const std::string& letter) {
  return letter.empty() ? "labels.txt" : "labels_" + letter + ".txt";
}

std::vector<std::string> labelsOf(const MobileNetSpec& spec) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < spec.classNames.size(); ++i) labels.push_back(lineOf(spec, i));
  return labels;
}

std::vector<std::pair<std::string, std::string>> labelFiles(const InferenceGraph& graph) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const GraphTask& task : graph.tasks) {
    std::string lines;
    for (const std::string& label : labelsOf(task.spec)) lines += label + "\n";
    if (!lines.empty()) files.emplace_back(labelFileName(task), lines);
  }
  return files;
}

}  // namespace zipper
