// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_snippet.h"

#include <algorithm>

#include "core/exports/snippet_languages.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Names of tasks as they may stand in a terminal's line.
SnippetNetwork withNames(SnippetNetwork network) {
  for (std::size_t t = 0; t < network.tasks.size(); ++t) {
    SnippetTask& task = network.tasks[t];
    task.name = wholePrintable(task.name);
    if (task.name.empty()) task.name = task.letter.empty() ? "answer" : taskCapital(int(t));
  }
  return network;
}

void checkTasks(const SnippetNetwork& network) {
  if (network.tasks.empty()) fail("a program that shows how to use the file: there is no task");
  for (const SnippetTask& task : network.tasks)
    if (task.spec.classes == 0)
      fail("a program that prints classes can't be shown: ", inQuotes(task.name), " has no head, and so no classes");
}

/// "onnx (float32, int8), safetensors (float32)"
std::string choicesOf(const ExportTarget& target) {
  std::vector<std::string> formats;
  for (const ExportChoice& choice : target.choices)
    if (std::find(formats.begin(), formats.end(), choice.format) == formats.end()) formats.push_back(choice.format);
  std::string list;
  for (const std::string& format : formats) {
    std::string precisions;
    for (const ExportChoice& choice : target.choices)
      if (choice.format == format) precisions += (precisions.empty() ? "" : ", ") + toString(choice.precision);
    list += concat(list.empty() ? "" : ", ", format, " (", precisions, ")");
  }
  return list;
}

void checkChoice(const ExportTarget& target, const ExportChoice& choice) {
  if (std::find(target.choices.begin(), target.choices.end(), choice) != target.choices.end()) return;
  const std::string wanted = concat(printable(choice.format), " in ", toString(choice.precision));
  std::string others;
  for (const ExportTarget* const other : targetsOf(choice)) others += (others.empty() ? "" : ", ") + other->name;
  fail("export target '", target.name, "' has no program for ", wanted, ", only for ", choicesOf(target),
       others.empty() ? "" : concat("; ", wanted, " has one for ", others));
}

ExportSnippet pageToOpen() {
  return {"Text",
          "how-to.txt",
          "Open the file in a browser: it holds the network and everything else that it needs, and works without a "
          "network connection. To publish it, put it on any web server or send it on; where the camera is to be used, "
          "the server has to speak HTTPS. A picture that is dropped into the page stays in the browser.\n",
          {}};
}

}  // namespace

ExportSnippet exportSnippet(const ExportTarget& target, const ExportChoice& choice, const std::string& fileName,
                            const SnippetNetwork& network) {
  checkChoice(target, choice);
  const SnippetNetwork named = withNames(network);
  const SnippetRequest request{target, choice, fileName, named};
  if (choice.format == "web-page") return pageToOpen();
  if (choice.format == "pytorch" || choice.format == "safetensors") return tensorListInPython(request);
  checkTasks(named);
  if (target.name == "phone") return snippetInKotlin(request);
  if (target.name == "browser") return snippetInHtml(request);
  if (target.name == "cpp") return snippetInCpp(request);
  if (target.name == "program") return snippetInNode(request);
  return snippetInPython(request);
}

ExportSnippet exportSnippet(const ExportChoice& choice, const std::string& fileName, const SnippetNetwork& network) {
  const std::vector<const ExportTarget*> targets = targetsOf(choice);
  if (targets.empty())
    fail("no export target has ", printable(choice.format), " in ", toString(choice.precision), " for a format");
  return exportSnippet(*targets.front(), choice, fileName, network);
}

}  // namespace zipper
