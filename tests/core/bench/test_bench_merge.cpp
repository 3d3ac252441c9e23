// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/bench/bench.h"
#include "core/bench/bench_merge.h"
#include "core/session/step_parts.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "resources/samples/sample_files.h"
#include "support/expect_error.h"
#include "support/fewer_images.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

BenchOptions tinyMerge(const std::string& name) {
  BenchOptions options;
  options.width = 0.125;
  options.inputSize = 32;
  options.batch = 4;
  options.only = {"merge"};
  options.merge.merges = {name};
  options.merge.layers = "1,2";
  options.merge.iterations = 2;
  options.merge.fineTuning = 2;
  return options;
}

double secondsOf(const MergeMeasurement& merge, const std::string& part) {
  for (const MergePartTime& time : merge.parts)
    if (time.part == part) return time.median;
  return -1;
}

}  // namespace

class TestBenchMerge : public QObject {
  Q_OBJECT

  static void addUp(const MergeMeasurement& merge) {
    double sum = 0;
    for (const MergePartTime& time : merge.parts) {
      QVERIFY2(time.median >= 0 && time.minimum <= time.median, time.part.c_str());
      if (time.part != "whole") sum += time.median;
    }
    QCOMPARE(merge.parts.size(), stepParts.size() + 4);
    QVERIFY2(std::abs(sum - secondsOf(merge, "whole")) < 1e-6, qPrintable(QString::number(sum)));
  }

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void measuresEveryPartOfRandomNetworks() {
    std::vector<std::pair<int, int>> told;
    Work work;
    work.progress = [&](int done, int total) { told.emplace_back(done, total); };
    const BenchResult result = runBench(tinyMerge("random/fast"), work);
    QVERIFY(result.measurements.empty());
    QCOMPARE(result.merges.size(), std::size_t(1));
    const MergeMeasurement& merge = result.merges.front();
    QCOMPARE(merge.key, std::string("random/fast"));
    addUp(merge);
    for (const StepPart part : stepParts) QVERIFY2(secondsOf(merge, toString(part)) > 0, toString(part).c_str());
    QVERIFY(secondsOf(merge, "loading") > 0 && secondsOf(merge, "saving") > 0);
    // The teachers' scores, two layers, fine-tuning.
    QCOMPARE(told.size(), std::size_t(5));
    for (int i = 0; i < 5; ++i) QCOMPARE(told[std::size_t(i)], std::make_pair(i, 4));
  }

  void untrainedIsWithoutCalibration() {
    BenchOptions options = tinyMerge("random/untrained");
    options.merge.repetitions = 2;
    const MergeMeasurement merge = measureMerges(options).front();
    const double whole = secondsOf(merge, "whole");
    QVERIFY(secondsOf(merge, "moments") > 0 && secondsOf(merge, "scores") > 0);
    QVERIFY2(secondsOf(merge, "calibration") < 0.01 * whole,
             qPrintable(QString::number(secondsOf(merge, "calibration"))));
    QVERIFY(merge.parts.back().minimum <= whole);
  }

  void mergesTheSample() {
    const QTemporaryDir folder;
    const std::filesystem::path sample = folder.path().toStdString();
    writeSamples(sample);
    for (const char* task : {"fashion", "digits"})
      for (const Split split : {Split::Train, Split::Test}) keepImages(sample / task, split, 64);
    BenchOptions options = tinyMerge("sample/untrained");
    options.merge.sample = sample;
    options.merge.layers = "1";
    const std::vector<MergeMeasurement> merges = measureMerges(options);
    QCOMPARE(merges.size(), std::size_t(1));
    QCOMPARE(merges.front().title, std::string("sample pair, untrained"));
    addUp(merges.front());
  }

  void refusesWhatItCantMeasure() {
    ZIPPER_EXPECT_ERROR(measureMerges(tinyMerge("random/paper")), "there is no merge called 'random/paper'");
    ZIPPER_EXPECT_ERROR(runBench(tinyMerge("sample/fast")), "sample/fast needs the folder of the sample");
    BenchOptions options = tinyMerge("random/fast");
    options.merge.repetitions = 0;
    ZIPPER_EXPECT_ERROR(measureMerges(options), "0 repetitions of merges");
    options.merge.repetitions = 1;
    options.merge.layers = "14";
    ZIPPER_EXPECT_ERROR(measureMerges(options), "there is no layer 14");
  }

  void stops() {
    StopSource source;
    Work work{source.token()};
    work.progress = [&](int, int) { source.requestStop(); };
    bool stopped = false;
    try {
      measureMerges(tinyMerge("random/fast"), work);
    } catch (const Cancelled&) {
      stopped = true;
    }
    QVERIFY(stopped);
  }

  /// Whole merges take minutes.
  void isNoPartOfEverything() {
    const std::vector<std::string> names = benchNames();
    QCOMPARE(std::count(names.begin(), names.end(), "merge"), std::ptrdiff_t(1));
    BenchOptions options = tinyMerge("random/fast");
    options.only = {"assignment"};
    options.repetitions = 1;
    const BenchResult result = runBench(options);
    QVERIFY(result.merges.empty());
    QCOMPARE(result.measurements.size(), std::size_t(1));
  }
};

ZIPPER_TEST(TestBenchMerge)
#include "test_bench_merge.moc"
