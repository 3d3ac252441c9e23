// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/sizes_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

using namespace plots;

namespace {

/// Translators find this file's texts in one place.
struct SizesTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::SizesTexts)
};

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

/// "−0.77": percentage points, with a sign.
QString points(double difference) {
  const QString text = number(std::abs(100 * difference), 2);
  return difference < 0 ? QStringLiteral("−") + text : QStringLiteral("+") + text;
}

QString bytes(std::int64_t count) { return QString::fromStdString(bytesText(count)); }

QString range(const Proportion& share) {
  return QStringLiteral("%1 (%2–%3)")
      .arg(style::percent(share.share, 2), number(100 * share.low, 1), number(100 * share.high, 1));
}

QString kindName(bool calibrated) { return calibrated ? SizesTexts::tr("calibrated") : SizesTexts::tr("closed form"); }

QString sharedTitle(const std::vector<int>& layers) {
  return layers.empty() ? SizesTexts::tr("separate networks") : SizesTexts::tr("layers %1").arg(shownLayers(layers));
}

QStringList sizeHeadings(int tasks) {
  QStringList headings{SizesTexts::tr("Shared layers"), SizesTexts::tr("Compression"), SizesTexts::tr("Memory"),
                       SizesTexts::tr("Mean top-1"), SizesTexts::tr("Points to teachers ± standard error")};
  for (int task = 0; task < tasks; ++task) headings << SizesTexts::tr("Top-1 %1").arg(taskLetter(task));
  return headings;
}

TradeMark markOf(const SizeSweep& sweep, const SizePoint& point) {
  const Proportion mean = meanTop1Of(point.scores);
  TradeMark mark{
      point.cost.compression, 100 * mean.share, 100 * mean.low, 100 * mean.high, sharedTitle(point.layers), {}, false};
  mark.cells << shownLayers(point.layers) << timesText(point.cost.compression) << bytes(point.cost.mergedBytes)
             << range(mean);
  if (point.layers.empty())
    mark.cells << QStringLiteral("–");
  else
    mark.cells << QStringLiteral("%1 ± %2").arg(
        points(mean.share - meanTop1(sweep.teachers.scores)),
        number(100 * standardErrorOfDifference(sweep.teachers.right, point.right), 2));
  for (const Score& score : point.scores) mark.cells << range(top1Of(score));
  return mark;
}

/// Of the kind that was measured more closely.
std::vector<std::pair<double, double>> expectedLine(const SizeSweep& sweep) {
  const bool calibrated = sweep.has(true);
  const auto all = lossOfAll(sweep, calibrated);
  std::vector<std::pair<double, double>> line;
  for (const SizePlan& plan : sweep.plans)
    if (all)
      line.emplace_back(plan.cost.compression, 100 * (meanTop1(sweep.teachers.scores) - *all * plan.expectedLoss));
  return line;
}

/// What was measured of a size, a sentence for each kind.
QString measuredText(const SizePlan& plan, const SizeSweep& sweep) {
  QString text;
  for (const SizePoint& point : sweep.points) {
    if (point.layers != plan.layers) continue;
    const double difference = meanTop1(point.scores) - meanTop1(sweep.teachers.scores);
    text +=
        QLatin1Char('\n') + SizesTexts::tr("Measured, %1: mean top-1 %2, %3 points to the teachers.")
                                .arg(kindName(point.calibrated), range(meanTop1Of(point.scores)), points(difference));
  }
  return text;
}

QString expectedText(const SizePlan& plan, const SizeSweep& sweep) {
  const auto all = lossOfAll(sweep, false);
  if (all)
    return SizesTexts::tr("Estimate, scaled by what was measured: it loses about %1 points in closed form.")
        .arg(number(100 * *all * plan.expectedLoss, 2));
  return SizesTexts::tr("Estimate: it loses %1 of what sharing all layers loses.")
      .arg(style::percent(plan.expectedLoss, 0));
}

}  // namespace

QString timesText(double compression) { return number(std::floor(100 * compression) / 100, 2) + QStringLiteral(" ×"); }

QString shownLayers(const std::vector<int>& layers) {
  if (layers.empty()) return SizesTexts::tr("none");
  QString text = style::shown(layersToString(layers));
  return text.replace(u'-', QStringLiteral("–")).replace(u',', QStringLiteral(", "));
}

QString adviceSentence(const SizeAdvice& advice) {
  const QString layers = shownLayers(advice.layers), times = timesText(advice.cost.compression);
  if (!advice.measured)
    return SizesTexts::tr(
               "Recommended by estimate: layers %1, %2 fewer parameters. Measuring tells whether it is right.")
        .arg(layers, times);
  const QString difference = QStringLiteral("%1 ± %2").arg(points(-advice.loss), number(100 * advice.standardError, 2));
  if (advice.losesNothing)
    return SizesTexts::tr(
               "Recommended as measured, %1: all of it, layers %2, %3 fewer parameters. The difference to the "
               "teachers, %4 points, is no more than noise explains.")
        .arg(kindName(advice.calibrated), layers, times, difference);
  return SizesTexts::tr("Recommended as measured, %1: layers %2, %3 fewer parameters, %4 points to the teachers.")
      .arg(kindName(advice.calibrated), layers, times, difference);
}

QString forecastText(const SizePlan& plan, const SizeSweep& sweep) {
  if (plan.layers.empty()) return SizesTexts::tr("No layer is shared: the separate networks as they are.");
  const int all = sweep.plans.empty() ? 0 : int(sweep.plans.back().layers.size());
  const QString saved = SizesTexts::tr("%1 of %2 layers are shared (%3): %4 fewer parameters, %5 instead of %6.")
                            .arg(plan.layers.size())
                            .arg(all)
                            .arg(shownLayers(plan.layers), timesText(plan.cost.compression),
                                 bytes(plan.cost.mergedBytes), bytes(plan.cost.separateBytes));
  return saved + QLatin1Char('\n') + expectedText(plan, sweep) + measuredText(plan, sweep);
}

TradeData sizesData(const SizeSweep& sweep, const SizePlan* chosen) {
  TradeData data;
  data.headings = sizeHeadings(int(sweep.teachers.scores.size()));
  if (!sweep.plans.empty()) data.most = sweep.plans.back().cost.compression;
  if (chosen != nullptr) data.chosen = chosen->cost.compression;
  if (sweep.teachers.scores.empty()) return data;
  for (const bool calibrated : {false, true}) {
    if (!sweep.has(calibrated)) continue;
    TradeSeries series{kindName(calibrated), {}};
    const auto advice = measuredAdvice(sweep, calibrated);
    for (const SizePoint& point : sweep.curve(calibrated)) {
      series.marks.push_back(markOf(sweep, point));
      series.marks.back().recommended = advice && advice->layers == point.layers;
    }
    data.series.push_back(std::move(series));
  }
  data.expected = expectedLine(sweep);
  return data;
}

TradeData trunksData(const TrunkSweep& sweep) {
  TradeData data;
  data.headings = {SizesTexts::tr("Layers shared whole"), SizesTexts::tr("Speedup"),
                   SizesTexts::tr("All tasks"),           SizesTexts::tr("Multiply-adds"),
                   SizesTexts::tr("Mean top-1"),          SizesTexts::tr("Points to teachers")};
  for (std::size_t t = 0; t < sweep.teacherScores.size(); ++t)
    data.headings << SizesTexts::tr("Top-1 %1").arg(taskLetter(int(t)));
  TradeSeries series{SizesTexts::tr("trunks"), {}};
  data.most = 1.1;
  for (const TrunkPoint& point : sweep.points) {
    const Proportion mean = meanTop1Of(point.scores);
    const QString depth = point.depth == 0 ? SizesTexts::tr("none") : SizesTexts::tr("0 to %1").arg(point.depth);
    TradeMark mark{point.speedup(),
                   100 * mean.share,
                   100 * mean.low,
                   100 * mean.high,
                   SizesTexts::tr("trunk: %1").arg(depth),
                   {},
                   false};
    mark.cells << depth << timesText(point.speedup())
               << style::shown(millisecondsText(point.time.trunk > 0 ? point.time.trunk : point.time.merged))
               << QLocale().toString(qlonglong(point.cost.mergedMacs)) << range(mean)
               << points(mean.share - meanTop1(sweep.teacherScores));
    for (const Score& score : point.scores) mark.cells << range(top1Of(score));
    data.most = std::max(data.most, mark.x);
    data.least = std::min(data.least, mark.x);
    series.marks.push_back(std::move(mark));
  }
  if (!series.marks.empty()) data.series.push_back(std::move(series));
  return data;
}

}  // namespace zipper
