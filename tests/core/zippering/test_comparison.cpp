// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/network/merge_cost.h"
#include "core/report/comparison_figures.h"
#include "core/report/comparison_report.h"
#include "core/support/files.h"
#include "support/expect_error.h"
#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr double teacherTop1 = 0.85;  // the mean of plainSession()

/// Layers 1 and 2, 10 iterations each, then 20 of fine-tuning. `difference`: at the end, against the teachers.
ComparisonRun madeUpRun(const std::string& strategy, std::uint64_t seed, double difference) {
  ComparisonRun run;
  run.strategy = strategy;
  run.seed = seed;
  const auto scores = [&](double to) { return plainScores({teacherTop1 + to + 0.05, teacherTop1 + to - 0.05}); };
  const StepTarget first = StepTarget::layer(1), second = StepTarget::layer(2);
  run.points = {{first, 1, false, 0, 1, scores(-0.3)},
                {first, 1, true, 10, 2, scores(-0.001)},
                {second, 2, false, 10, 3, scores(-0.2)},
                {second, 2, true, 20, 4, scores(difference - 0.01)},
                {StepTarget::fineTuning(), 2, true, 40, 8, scores(difference)}};
  for (int i = 0; i < 40; ++i) run.losses.push_back(5 / float(i + 1));
  run.seconds = 8;
  return run;
}

Comparison madeUpComparison() {
  const Session session = plainSession();
  Comparison comparison;
  comparison.recipe = session.recipe;
  planSteps(comparison.recipe, {1, 2}, 20);
  comparison.teacherScores = session.teacherScores;
  comparison.cost = mergeCost(session.specs(), Sharing(std::vector<int>{1, 2}, BnPolicy::PerTask));
  comparison.strategies = {strategyFromString("mean", {}), strategyFromString("least-squares+weights", {})};
  comparison.seeds = {1, 2};
  comparison.runs = {madeUpRun("mean", 1, -0.05), madeUpRun("mean", 2, -0.015),
                     madeUpRun("least-squares+weights", 1, -0.01), madeUpRun("least-squares+weights", 2, 0.01)};
  return comparison;
}

}  // namespace

class TestComparison : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsStrategies() {
    Start fast;
    fast.initialization = Initialization::LeastSquares;
    fast.alignment = Alignment::Mergeability;
    QVERIFY(strategyFromString("mean", fast).start.alignment == Alignment::None);
    QVERIFY(strategyFromString("least-squares", fast).start.alignment == Alignment::Mergeability);
    const Strategy strategy = strategyFromString("mean+weights", fast);
    QVERIFY(strategy.start.initialization == Initialization::Mean && strategy.start.alignment == Alignment::Weights);
    QCOMPARE(strategy.name, std::string("mean+weights"));
    ZIPPER_EXPECT_ERROR(strategyFromString("best", fast), "initialization: 'best' found");
    ZIPPER_EXPECT_ERROR(strategyFromString("mean+best", fast), "alignment: 'best' found");
    QVERIFY(strategyFromString("naive", fast).naive && !strategy.naive);
    ZIPPER_EXPECT_ERROR(strategyFromString("naive+weights", fast), "naive stands alone");
    Recipe recipe = withStrategy(presetRecipe("fast"), strategy);
    for (const StepPlan& step : recipe.steps) QVERIFY(step.settings.start.alignment == Alignment::Weights);
    for (const StepPlan& step : recipe.steps) QVERIFY(!step.settings.start.fitKernels && !step.settings.start.fitHeads);
    const Strategy best = strategyFromString("least-squares", presetRecipe("fast").defaults.start);
    for (const StepPlan& step : withStrategy(recipe, best).steps)
      QVERIFY(step.settings.start.fisherWeights && step.settings.start.fitKernels && step.settings.start.fitHeads);
  }

  void averagesOverSeeds() {
    const Spread spread = spreadOf({1, 2, 3, 6});
    QCOMPARE(spread.mean, 3.0);
    QVERIFY(std::abs(spread.deviation - std::sqrt(14.0 / 3)) < 1e-12);
    QCOMPARE(spreadOf({7}).deviation, 0.0);
    QCOMPARE(spreadOf({}).count, 0);
  }

  void findsTheFirstMomentThatIsCloseEnough() {
    const Comparison comparison = madeUpComparison();
    // One merged layer close to the teachers doesn't count: the plan has two.
    QVERIFY(firstWithin(comparison, comparison.runs[0], 2) == nullptr);
    QVERIFY(firstWithin(comparison, comparison.runs[1], 1) == nullptr);
    QCOMPARE(firstWithin(comparison, comparison.runs[1], 2)->iterations, std::int64_t(40));
    QCOMPARE(firstWithin(comparison, comparison.runs[2], 1)->iterations, std::int64_t(40));  // exactly one point
    QCOMPARE(firstWithin(comparison, comparison.runs[2], 2)->iterations, std::int64_t(20));
    QCOMPARE(firstWithin(comparison, comparison.runs[3], 1)->seconds, 4.0);
  }

  void figuresOfAStrategy() {
    const auto figures = strategyFigures(madeUpComparison());
    QCOMPARE(figures.size(), std::size_t(2));
    QVERIFY(std::abs(figures[0].meanTop1.mean - (teacherTop1 - 0.0325)) < 1e-9);
    QVERIFY(std::abs(figures[0].top1[0].mean - (teacherTop1 - 0.0325 + 0.05)) < 1e-9);
    QCOMPARE(figures[0].iterationsWithin1.count, 0);
    QCOMPARE(figures[0].iterationsWithin2.count, 1);
    QCOMPARE(figures[1].iterationsWithin1.mean, 30.0);
    QCOMPARE(figures[1].untrained.count, 0);  // layer 1 was calibrated before layer 2 was merged
    Comparison training = madeUpComparison();
    for (ComparisonPoint& point : training.runs[0].points) point.iterations = 0;
    QCOMPARE(strategyFigures(training)[0].untrained.count, 1);
  }

  void filesSayTheSame() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("report").toStdString();
    writeComparison(path, madeUpComparison());
    const auto json = nlohmann::json::parse(readTextFile(path / "compare.json"));
    QCOMPARE(json["strategies"].size(), std::size_t(2));
    QCOMPARE(json["strategies"][1]["alignment"].get<std::string>(), std::string("weights"));
    QCOMPARE(json["strategies"][1]["within_1_point"]["iterations"]["mean"].get<double>(), 30.0);
    QVERIFY(json["strategies"][0]["within_1_point"]["iterations"].is_null());
    QCOMPARE(json["runs"][3]["points"].size(), std::size_t(5));
    QVERIFY(std::abs(json["runs"][3]["points"][4]["top1"]["a"].get<double>() - 0.91) < 1e-9);
    const QStringList rows = QString::fromStdString(readTextFile(path / "compare.csv")).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 1 + 4 * 5);
    QCOMPARE(
        rows[0],
        QString("strategy,seed,layer,merged_layers,moment,iterations,seconds,speedup,top1_a,loss_a,top1_b,loss_b"));
    QVERIFY(rows[2].startsWith("mean,1,1,1,calibrated,10,2,,"));
    QCOMPARE(QString::fromStdString(readTextFile(path / "compare-losses.csv")).count('\n'), 1 + 4 * 40);
    for (const char* name : {"top1-by-layers.svg", "convergence.svg"}) {
      QXmlStreamReader svg(QString::fromStdString(readTextFile(path / name)));
      QVERIFY(svg.readNextStartElement() && svg.name() == QLatin1String("svg"));
      while (!svg.atEnd()) svg.readNext();
      QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    }
    QVERIFY(!std::filesystem::exists(path / "top1-by-speedup.svg"));  // nothing was measured
  }

  void thePageIsWellFormedAndComplete() {
    const QString page = QString::fromStdString(comparisonHtml(madeUpComparison()));
    QXmlStreamReader reader(page);
    int charts = 0, series = 0;
    while (!reader.atEnd())
      if (reader.readNext() == QXmlStreamReader::StartElement) {
        charts += reader.name() == QLatin1String("svg");
        series += reader.attributes().value("class") == QLatin1String("series");
      }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(charts, 2);
    QCOMPARE(series, 3 + 2);  // the teachers are a line of their own
    for (const char* text :
         {"not reached", "40 / 8.00\u00a0s (1 of 2 runs)", "30 / 6.00\u00a0s", "81.75 ± 2.47", "−3.25"})
      QVERIFY2(page.contains(QString::fromUtf8(text)), text);
  }

  void speedupsBelongToTheSteps() {
    Comparison comparison = madeUpComparison();
    QVERIFY(std::isnan(speedupAt(comparison, comparison.runs[0], comparison.runs[0].points[0])));
    comparison.speedups = {1.01, 1.25, 1.375};
    QVERIFY(comparisonHtml(comparison).find("Accuracy against speedup") == std::string::npos);  // one time for all
    for (StepPlan& step : comparison.recipe.steps) step.settings.trunk = 2;
    std::vector<double> found;
    for (const ComparisonPoint& point : comparison.runs[0].points)
      found.push_back(speedupAt(comparison, comparison.runs[0], point));
    QCOMPARE(found, (std::vector<double>{1.01, 1.01, 1.25, 1.25, 1.375}));
    const std::string page = comparisonHtml(comparison);
    QVERIFY(page.find("Accuracy against speedup") != std::string::npos);
    QVERIFY(page.find("1.38\u00d7") != std::string::npos);
    const QStringList rows = QString::fromStdString(comparisonCsv(comparison)).split('\n');
    QVERIFY(rows[4].startsWith("mean,1,2,2,calibrated,20,4,1.25,"));
    QCOMPARE(nlohmann::json::parse(comparisonJson(comparison))["speedup_after_steps"].size(), std::size_t(3));
    comparison.strategies.push_back(strategyFromString("naive", {}));
    comparison.runs.push_back(madeUpRun("naive", 1, -0.4));
    QVERIFY(std::isnan(speedupAt(comparison, comparison.runs.back(), comparison.runs.back().points[0])));
    const QStringList naive = QString::fromStdString(comparisonCsv(comparison)).split('\n').filter("naive,");
    QVERIFY(naive.first().contains(",,"));
  }

  void thePageSaysWhatTheNaiveBaselineIs() {
    Comparison comparison = madeUpComparison();
    QVERIFY(comparisonHtml(comparison).find("naive") == std::string::npos);
    comparison.strategies.push_back(strategyFromString("naive", {}));
    comparison.runs.push_back(madeUpRun("naive", 1, -0.4));
    comparison.runs.back().parameters = 123456;
    const std::string page = comparisonHtml(comparison);
    QVERIFY(page.find("one network with a head per task and all other layers shared (123,456 parameters)") !=
            std::string::npos);
    QCOMPARE(nlohmann::json::parse(comparisonJson(comparison))["runs"][4]["parameters"].get<int>(), 123456);
  }

  /// A queue that was interrupted early still makes a report.
  void unfinishedQueuesAreFine() {
    Comparison comparison = madeUpComparison();
    comparison.runs.resize(1);
    QVERIFY(comparisonHtml(comparison).find("least-squares+weights") != std::string::npos);
    QCOMPARE(strategyFigures(comparison).size(), std::size_t(1));
    comparison.runs.clear();
    QVERIFY(comparisonHtml(comparison).find("<svg") == std::string::npos);
  }
};

ZIPPER_TEST(TestComparison)
#include "test_comparison.moc"
