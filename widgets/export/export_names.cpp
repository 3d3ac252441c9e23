// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/export_names.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "core/network/task_names.h"
#include "core/zippering/export_names.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr std::size_t longestName = 100;

/// Translators find this file's texts with those of the editor.
struct NameTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::NamesEditor)
};

bool isNameLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

QString problemOfName(const std::string& name, std::set<std::string>& used) {
  if (name.empty()) return NameTexts::tr("A name is empty.");
  if (name.size() > longestName) return NameTexts::tr("A name is longer than 100 characters.");
  if (!std::all_of(name.begin(), name.end(), isNameLetter))
    return NameTexts::tr("“%1” can't be a name: letters from a to z, digits, “_”, “.” and “-” are expected.")
        .arg(style::shown(name));
  if (!used.insert(name).second)
    return NameTexts::tr("“%1” is the name of two inputs or outputs.").arg(style::shown(name));
  return {};
}

}  // namespace

int taskNumber(const std::string& task) {
  for (int t = 0; t < mostTasks; ++t)
    if (taskName(t) == task) return t;
  return -1;
}

GraphNames usualNames(const ExportSubject& subject, const std::string& task, bool softmax) {
  const int alone = taskNumber(task);
  std::vector<NamedTask> tasks;
  for (std::size_t t = 0; t < subject.heads.size(); ++t) {
    if (alone >= 0 && int(t) != alone) continue;
    tasks.push_back({t < subject.names.size() ? subject.names[t] : std::string(), subject.heads[t]});
  }
  GraphNames names;
  names.softmax = softmax;
  return namesOfTasks(names, tasks, alone >= 0 || subject.hasTrunk ? 1 : tasks.size(), alone < 0);
}

QString problemOfNames(const GraphNames& names) {
  std::set<std::string> used;
  for (const auto* all : {&names.inputs, &names.outputs})
    for (const std::string& name : *all)
      if (const QString problem = problemOfName(name, used); !problem.isEmpty()) return problem;
  return {};
}

}  // namespace zipper
