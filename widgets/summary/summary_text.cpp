// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/summary_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/percent.h"
#include "widgets/style/terms.h"

namespace zipper::summary {

namespace {

struct SummaryTexts {
  Q_DECLARE_TR_FUNCTIONS(SummaryTexts)
};

constexpr double hardlyByChance = 0.05;
constexpr double leastFactor = 1.1;
constexpr int tasksInLine = 3;  ///< more are summed up where there is one line only

/// Of a text in the engine's way of writing, without groups of thousands.
QString inLocale(QString text) { return text.replace(u'.', QLocale().decimalPoint()); }

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

/// "1.83× fewer parameters"; where that says little, "0.4 % fewer parameters".
QString gain(const MergeCost& cost) {
  if (cost.compression >= leastFactor) return SummaryTexts::tr("%1× fewer parameters").arg(factor(cost.compression));
  const double share = 1 - double(cost.mergedParameters) / double(std::max<std::int64_t>(1, cost.separateParameters));
  if (share < 0) return SummaryTexts::tr("%1 more parameters", "percent").arg(style::percent(-share));
  return SummaryTexts::tr("%1 fewer parameters", "percent").arg(style::percent(share));
}

/// "91.2 → 90.1 %", or the teacher's alone.
QString beforeAndAfter(const Proportion& teacher, const Proportion& merged) {
  if (merged.images == 0) return style::percent(teacher.share);
  if (teacher.images == 0) return style::percent(merged.share);
  return SummaryTexts::tr("%1 → %2", "accuracy of the teacher, of the merged network")
      .arg(number(100 * teacher.share, 1), style::percent(merged.share));
}

bool isKnown(const TaskSummary& task) { return task.teacher.images > 0 || task.merged.images > 0; }

/// Of all tasks, as far as they have one.
QString scoresInLine(const Summary& summary) {
  QStringList parts;
  Proportion teacher, merged;
  int known = 0;
  for (std::size_t task = 0; task < summary.tasks.size(); ++task) {
    const TaskSummary& one = summary.tasks[task];
    if (!isKnown(one)) continue;
    parts << QStringLiteral("%1 %2").arg(taskLetter(int(task)), beforeAndAfter(one.teacher, one.merged));
    ++known;
    teacher.share += one.teacher.share;
    merged.share += one.merged.share;
    teacher.images += one.teacher.images;
    merged.images += one.merged.images;
  }
  if (known <= tasksInLine) return parts.join(QStringLiteral(", "));
  teacher.share /= known;
  merged.share /= known;
  return SummaryTexts::tr("mean of %1 tasks %2").arg(number(known, 0), beforeAndAfter(teacher, merged));
}

/// The task that lost most; null: none did.
const TaskSummary* mostHurt(const Summary& summary) {
  const TaskSummary* worst = nullptr;
  for (const TaskSummary& task : summary.tasks)
    if (task.isScored() && task.difference() < 0 && (worst == nullptr || task.difference() < worst->difference()))
      worst = &task;
  return worst;
}

QString nextStep(const NextWork& next, bool exact) {
  const bool names = next.step->mergesLayer() && !exact;
  const QString what = names ? SummaryTexts::tr("%1 (%2)", "a layer, its initialization")
                                   .arg(stepTitle(*next.step), initializationName(next.initialization))
                             : stepTitle(*next.step);
  if (next.seconds < 0)
    return next.stepsLeft > 1 ? SummaryTexts::tr("Next: %1; %n step(s) left.", nullptr, next.stepsLeft).arg(what)
                              : SummaryTexts::tr("Next: %1.").arg(what);
  if (next.stepsLeft <= 1) return SummaryTexts::tr("Next: %1, about %2.").arg(what, roughly(next.seconds));
  return SummaryTexts::tr("Next: %1, about %2; all %n step(s) left about %3.", nullptr, next.stepsLeft)
      .arg(what, roughly(next.seconds), roughly(next.planSeconds));
}

}  // namespace

QString headline(const Summary& summary) {
  switch (summary.moment) {
    case SummaryMoment::NothingMerged: {
      if (summary.plannedLayers == 0)
        return SummaryTexts::tr("Nothing is merged, and the recipe plans no layer to merge");
      const QString what = SummaryTexts::tr("The plan merges %n layer(s): %1", nullptr, summary.plannedLayers)
                               .arg(gain(summary.planned));
      if (summary.next.planSeconds < 0) return what;
      return SummaryTexts::tr("%1, in about %2").arg(what, roughly(summary.next.planSeconds));
    }
    case SummaryMoment::StepsLeft:
      return SummaryTexts::tr("After %1: %2").arg(stepTitle(*summary.step), gain(summary.cost));
    case SummaryMoment::PlanDone:
      return SummaryTexts::tr("The merge is done: %1").arg(gain(summary.cost));
  }
  return {};
}

QString longHeadline(const Summary& summary) {
  if (summary.moment != SummaryMoment::StepsLeft) return headline(summary);
  return SummaryTexts::tr("After %1: %2 (%3 of %n layer(s) merged)", nullptr, summary.plannedLayers)
      .arg(stepTitle(*summary.step), gain(summary.cost), count(summary.mergedLayers));
}

QString shortText(const Summary& summary, const SummaryWork& work) {
  QStringList parts{scoresInLine(summary)};
  if (int(summary.tasks.size()) > tasksInLine) {
    if (const TaskSummary* worst = mostHurt(summary); worst != nullptr)
      parts << SummaryTexts::tr("%1 lost most: %2 points").arg(worst->title, points(worst->difference()));
  }
  parts << nextText(summary, work);
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

QString resultText(const Summary& summary) {
  const auto scored = std::count_if(summary.tasks.begin(), summary.tasks.end(),
                                    [](const TaskSummary& task) { return task.isScored(); });
  if (summary.moment == SummaryMoment::NothingMerged || scored == 0) return {};
  const TaskSummary* worst = mostHurt(summary);
  if (worst == nullptr)
    return summary.exact
               ? SummaryTexts::tr("Nothing was lost: what is shared is the same in all networks.")
               : SummaryTexts::tr("No task lost accuracy on these images. How sure that is, the intervals tell.");
  const QString loss = points(worst->difference());
  // A verdict on a part of the images says nothing of the difference on all of them.
  if (!worst->changed || worst->changed->compared == 0 || worst->changed->compared < worst->changed->testImages)
    return SummaryTexts::tr("%1 lost most: %2 points.").arg(worst->title, loss);
  return (worst->changed->p < hardlyByChance ? SummaryTexts::tr("%1 lost most: %2 points, which is hardly chance.")
                                             : SummaryTexts::tr("%1 lost most: %2 points, which may well be chance."))
      .arg(worst->title, loss);
}

QString timeText(const Summary& summary) {
  if (!summary.step) return {};
  const QString step = duration(summary.stepSeconds), title = stepTitle(*summary.step);
  if (summary.steps <= 1) return SummaryTexts::tr("Time: %1 for %2.").arg(step, title);
  return SummaryTexts::tr("Time: %1 for %2, %3 for all %n step(s).", nullptr, summary.steps)
      .arg(step, title, duration(summary.mergeSeconds));
}

QString nextText(const Summary& summary, const SummaryWork& work) {
  if (work.step && work.paused) return SummaryTexts::tr("Paused: %1.").arg(stepTitle(*work.step));
  if (work.step && work.secondsLeft < 0) return SummaryTexts::tr("In work: %1.").arg(stepTitle(*work.step));
  if (work.step)
    return SummaryTexts::tr("In work: %1; about %2 left.").arg(stepTitle(*work.step), roughly(work.secondsLeft));
  if (summary.next.step) return nextStep(summary.next, summary.exact);
  if (summary.moment == SummaryMoment::NothingMerged) return SummaryTexts::tr("Next: plan layers in the recipe.");
  if (summary.next.tuningSeconds < 0) return SummaryTexts::tr("Next: export the merged network.");
  return SummaryTexts::tr("Next: export; or fine-tuning, which the recipe can add (about %1).")
      .arg(roughly(summary.next.tuningSeconds));
}

QString noteText(const Summary& summary) {
  QStringList notes;
  const bool known = std::any_of(summary.tasks.begin(), summary.tasks.end(), isKnown);
  if (!summary.hasData)
    notes << (known ? SummaryTexts::tr("The images aren't open: accuracies are those of the session.")
                    : SummaryTexts::tr("The images aren't open, so nothing can be scored."));
  const bool sampled = std::any_of(summary.tasks.begin(), summary.tasks.end(),
                                   [](const TaskSummary& task) { return task.drawnFrom > 0; });
  if (sampled && summary.hasData)
    notes << SummaryTexts::tr("≈ on a sample of the test images; all are scored when nothing else runs.");
  else if (sampled)
    notes << SummaryTexts::tr("≈ on a sample of the test images.");
  const bool partly = std::any_of(summary.tasks.begin(), summary.tasks.end(), [](const TaskSummary& task) {
    return task.changed && task.changed->compared < task.changed->testImages;
  });
  if (partly) notes << SummaryTexts::tr("Lost and won are of the images compared so far; What Changed compares all.");
  return notes.join(u' ');
}

QString memoryBefore(const MergeCost& cost) {
  return SummaryTexts::tr("before: %1 parameters, %2").arg(count(cost.separateParameters), bytes(cost.separateBytes));
}

QString memoryAfter(const MergeCost& cost, bool planned) {
  return (planned ? SummaryTexts::tr("after the plan: %1 parameters, %2") : SummaryTexts::tr("now: %1 parameters, %2"))
      .arg(count(cost.mergedParameters), bytes(cost.mergedBytes));
}

QString interval(const Proportion& proportion) {
  return SummaryTexts::tr("%1–%2", "from, to").arg(number(100 * proportion.low, 1), number(100 * proportion.high, 1));
}

QString points(double difference) {
  const QString size = number(100 * std::abs(difference), 2);
  if (std::llround(10000 * difference) == 0) return number(0, 2);
  return (difference < 0 ? u'\u2212' : u'+') + size;
}

QString count(qint64 number) { return QLocale().toString(number); }

QString factor(double compression) { return number(compression, 2); }

QString bytes(qint64 bytes) { return inLocale(QString::fromStdString(bytesText(bytes))); }

QString duration(double seconds) { return inLocale(QString::fromStdString(durationText(seconds))); }

QString roughly(double seconds) { return QString::fromStdString(roughDuration(seconds)).replace(u' ', QChar::Nbsp); }

QString taskSentence(const TaskSummary& task) {
  QStringList parts;
  const auto add = [&parts](const Proportion& accuracy, const QString& text) {
    if (accuracy.images > 0)
      parts << text.arg(style::percent(accuracy.share), number(100 * accuracy.low, 1), style::percent(accuracy.high));
  };
  add(task.teacher, SummaryTexts::tr("teacher %1 (95 % interval: %2 to %3)"));
  add(task.merged, SummaryTexts::tr("merged %1 (95 % interval: %2 to %3)"));
  const qint64 images = std::max(task.teacher.images, task.merged.images);
  if (images > 0 && task.drawnFrom > 0)
    parts << SummaryTexts::tr("a sample of %1 of %n test image(s)", nullptr, int(task.drawnFrom)).arg(count(images));
  else if (images > 0)
    parts << SummaryTexts::tr("%n test image(s)", nullptr, int(images));
  if (task.changed && task.changed->compared < task.changed->testImages)
    parts << SummaryTexts::tr("%1 lost and %2 won among the %3 compared so far")
                 .arg(count(task.changed->lost), count(task.changed->won), count(task.changed->compared));
  else if (task.changed)
    parts << SummaryTexts::tr("%1 lost and %2 won").arg(count(task.changed->lost), count(task.changed->won));
  else if (!task.whyNotCompared.isEmpty())
    parts << task.whyNotCompared;
  if (parts.isEmpty()) return SummaryTexts::tr("%1: not scored").arg(task.title);
  return SummaryTexts::tr("%1: %2", "a task, what is known of it").arg(task.title, parts.join(QStringLiteral("; ")));
}

}  // namespace zipper::summary
