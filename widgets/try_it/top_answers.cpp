// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/top_answers.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/one_image_answers.h"
#include "widgets/style/percent.h"

namespace zipper {

namespace {

QString answerText(const char* source) { return QCoreApplication::translate("TryIt", source); }

}  // namespace

std::vector<NamedAnswer> topAnswers(const std::vector<float>& probabilities, const QStringList& names, int count) {
  const auto of = [&](std::size_t i) { return std::isfinite(probabilities[i]) ? double(probabilities[i]) : 0.0; };
  std::vector<std::size_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return of(a) > of(b); });
  std::vector<NamedAnswer> top;
  for (std::size_t i = 0; i < std::min(order.size(), std::size_t(count)); ++i) {
    const QString name = names.value(int(order[i]));
    top.push_back(
        {name.isEmpty() ? answerText(QT_TRANSLATE_NOOP("TryIt", "class %1")).arg(order[i]) : name, of(order[i])});
  }
  return top;
}

QString probabilityShown(double probability) { return style::percent(probability); }

QString answerSentence(const OneImageTaskAnswers& answers, const QStringList& names, bool merged) {
  const auto teacher = topAnswers(answers.teacher, names, 1), other = topAnswers(answers.merged, names, 1);
  if (teacher.empty() || other.empty())
    return answerText(QT_TRANSLATE_NOOP("TryIt", "The networks of this task have no head: they answer nothing."));
  if (!merged) return answerText(QT_TRANSLATE_NOOP("TryIt", "The teacher answers %1.")).arg(teacher[0].name);
  if (teacher[0].name == other[0].name)
    return answerText(QT_TRANSLATE_NOOP("TryIt", "Both answer %1.")).arg(teacher[0].name);
  return answerText(QT_TRANSLATE_NOOP("TryIt", "The teacher answers %1, the merged network %2."))
      .arg(teacher[0].name, other[0].name);
}

}  // namespace zipper
