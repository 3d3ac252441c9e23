// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/lack.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/models/model_summary.h"
#include "widgets/style/terms.h"
#include "widgets/welcome/chosen_task.h"

namespace zipper {

namespace {

struct LackText {
  Q_DECLARE_TR_FUNCTIONS(LackText)
};

QString sentence(Lack lack, const QStringList& letters) {
  const int count = int(letters.size());
  const QString tasks = letters.join(QStringLiteral(", "));
  switch (lack) {
    case Lack::Nothing:
      return {};
    case Lack::ModelAndData:
      return LackText::tr("Task(s) %1: neither model nor data chosen yet.", nullptr, count).arg(tasks);
    case Lack::Model:
      return LackText::tr("Task(s) %1: no model chosen yet.", nullptr, count).arg(tasks);
    case Lack::Data:
      return LackText::tr("Task(s) %1: no data chosen yet.", nullptr, count).arg(tasks);
    case Lack::Head:
      return LackText::tr("Task(s) %1: a network without a head can't be merged, choose another model.", nullptr, count)
          .arg(tasks);
  }
  return {};
}

}  // namespace

Lack lackOf(const ChosenTask& task) {
  const bool model = !task.model.isEmpty(), data = !task.data.isEmpty();
  if (task.summary != nullptr && task.summary->spec.classes == 0) return Lack::Head;
  if (!model && !data) return Lack::ModelAndData;
  if (!model) return Lack::Model;
  return data ? Lack::Nothing : Lack::Data;
}

QString lackText(const std::vector<Lack>& lacks) {
  QStringList lines;
  for (const Lack lack : {Lack::Head, Lack::ModelAndData, Lack::Model, Lack::Data}) {
    QStringList letters;
    for (std::size_t task = 0; task < lacks.size(); ++task)
      if (lacks[task] == lack) letters << taskLetter(int(task));
    if (!letters.isEmpty()) lines << sentence(lack, letters);
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace zipper
