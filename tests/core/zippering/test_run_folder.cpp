// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/session/comparison_json.h"
#include "core/support/files.h"
#include "core/zippering/divided_comparison.h"
#include "support/expect_error.h"
#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

const std::vector<QueuedRun> threeRuns{{"mean-seed-1", "recipe 1"}, {"mean-seed-2", "recipe 2"}, {"a-seed-1", "a"}};

using Numbers = std::vector<std::size_t>;

}  // namespace

class TestRunFolder : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  std::filesystem::path report(const char* name) const { return folder_.filePath(name).toStdString(); }

 private Q_SLOTS:
  void goesOnWithWhatIsThere() {
    const auto path = report("on");
    {
      RunFolder folder(path, threeRuns, false);
      QVERIFY(folder.gathers() && folder.processes() == 1);
      QCOMPARE(folder.own(), (Numbers{0, 1, 2}));
      QVERIFY(!folder.result(1));
      folder.keep(1, {{"top1", 0.1}});
      QCOMPARE(folder.result(1)->at("top1").get<double>(), 0.1);
      ZIPPER_EXPECT_ERROR(folder.checkComplete(), "2 of 3 are missing");
    }
    RunFolder again(path, threeRuns, true);
    QCOMPARE(again.own(), (Numbers{0, 2}));
    QCOMPARE(again.doubt(), std::string());
    for (const std::size_t run : again.own()) again.keep(run, Json::object());
    int collected = 0;
    again.waitForOthers([&] { ++collected; }, [] { QFAIL("there is nobody else"); }, {});
    QCOMPARE(collected, 1);
    again.checkComplete();
  }

  void startsAnewUnlessAsked() {
    const auto path = report("anew");
    RunFolder(path, threeRuns, false).keep(0, Json::object());
    RunFolder folder(path, threeRuns, false);
    QCOMPARE(folder.own(), (Numbers{0, 1, 2}));
    QVERIFY(!folder.result(0));
  }

  void doesAgainWhatDependsOnSomethingElse() {
    const auto path = report("else");
    RunFolder(path, threeRuns, false).keep(0, Json::object());
    std::vector<QueuedRun> others = threeRuns;
    others[0].depends = "another recipe";
    RunFolder folder(path, others, true);
    QCOMPARE(folder.own(), (Numbers{0, 1, 2}));
    QVERIFY(!folder.result(0));
    QVERIFY2(folder.doubt().find("1 run was made with other options") != std::string::npos, folder.doubt().c_str());
  }

  void replacesNobodysFiles() {
    const auto path = report("files");
    createFolder(path / "runs");
    for (const char* text : {"a letter", "{}", "{\"zipper_run\": 1}"}) {
      writeFileAtomically(path / "runs" / "a-seed-1.json", std::string(text));
      for (const bool goOn : {false, true})
        ZIPPER_EXPECT_ERROR(RunFolder(path, threeRuns, goOn), "it is no finished run of zipper");
      QCOMPARE(readTextFile(path / "runs" / "a-seed-1.json"), std::string(text));
    }
  }

  void oneProgramAtATime() {
    const auto path = report("busy");
    std::optional<RunFolder> first(std::in_place, path, threeRuns, false);
    first->keep(0, Json::object());
    ZIPPER_EXPECT_ERROR(RunFolder(path, threeRuns, false), "works on runs there");
    QVERIFY(first->result(0));
    first.reset();
    QCOMPARE(RunFolder(path, threeRuns, true).own(), (Numbers{1, 2}));
  }

  /// Where things lie and how many threads there are doesn't change a run; seed, strategy and settings do.
  void knowsWhatARunDependsOn() {
    Session session = plainSession();
    planSteps(session.recipe, {1, 2});
    const auto runs = plannedRuns({strategyFromString("mean", {}), strategyFromString("random", {})}, {1, 2});
    const auto queued = queuedRuns(session, runs);
    QCOMPARE(queued.size(), std::size_t(4));
    QCOMPARE(queued[1].name, std::string("mean-seed-2"));
    for (std::size_t i = 1; i < 4; ++i) QVERIFY(queued[i].depends != queued[i - 1].depends);
    Session moved = session;
    moved.recipe.threads = 7;
    moved.recipe.seed = 99;
    for (TaskSource& source : moved.recipe.sources) source.data = "elsewhere";
    QCOMPARE(queuedRuns(moved, runs)[0].depends, queued[0].depends);
    moved.recipe.steps.front().settings.calibration.iterations += 1;
    QVERIFY(queuedRuns(moved, runs)[0].depends != queued[0].depends);
  }

  void runsAreReadAsTheyWere() {
    ComparisonRun run;
    run.strategy = "mean+weights";
    run.seed = 18446744073709551615U;
    run.parameters = 1234567890123;
    run.seconds = 0.1;
    run.losses = {0.1f, 1.f / 3, 5e-30f};
    run.points = {{StepTarget::layer(3), 1, false, 0, 1.0 / 3, {{7, 2.0 / 7, 1, 0.3}}},
                  {StepTarget::fineTuning(), 13, true, 3, 2.5, {{7, 1, 1, std::nan("")}}}};
    const std::string text = dumpJson(comparisonRunJson(run));
    const ComparisonRun read = comparisonRunFromJson(parseShallow(text, 12, "run"), "run");
    QCOMPARE(read.strategy, run.strategy);
    QCOMPARE(read.seed, run.seed);
    QCOMPARE(read.parameters, run.parameters);
    QVERIFY(read.seconds == run.seconds && read.losses == run.losses);
    QCOMPARE(read.points.size(), std::size_t(2));
    QVERIFY(read.points[0].target == StepTarget::layer(3) && read.points[1].target.isFineTuning());
    QVERIFY(!read.points[0].calibrated && read.points[1].calibrated);
    QVERIFY(read.points[0].seconds == 1.0 / 3 && read.points[0].scores[0].top1 == 2.0 / 7);
    QCOMPARE(read.points[1].mergedLayers, 13);
    QCOMPARE(read.points[1].iterations, std::int64_t(3));
    QVERIFY(std::isnan(read.points[1].scores[0].loss));
    Json damaged = comparisonRunJson(run);
    damaged["points"][0]["layer"] = -1;
    ZIPPER_EXPECT_ERROR(comparisonRunFromJson(damaged, "run"), "'layer' holds -1");
    damaged["points"] = Json::array();
    ZIPPER_EXPECT_ERROR(comparisonRunFromJson(damaged, "run"), "'points' holds nothing");
  }
};

ZIPPER_TEST(TestRunFolder)
#include "test_run_folder.moc"
