// SPDX-License-Identifier: GPL-3.0-or-later

// How free the window stays while the sample calibrates at full speed with a million points on the plot, and what the
// window costs the calibration. Not a test: prints figures.
//
//   bench_workbench PATH_OF_ZIPPER [iterations per layer = 60] [rounds = 3]
//
// With 0 rounds only the event loop is watched.

#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>
#include <algorithm>
#include <cstdio>

#include "app/workbench/window_fixture.h"
#include "core/session/session_file.h"
#include "core/support/passive_waiting.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// How late a 5 ms timer comes: the longest gap bounds the longest turn of the event loop from above.
class TurnProbe : public QObject {
 public:
  TurnProbe() {
    connect(&timer_, &QTimer::timeout, this, [this] {
      if (clock_.isValid()) gaps_.push_back(double(clock_.nsecsElapsed()) / 1e6);
      clock_.start();
    });
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.start(5);
  }
  void print() {
    if (gaps_.empty()) return;
    std::sort(gaps_.begin(), gaps_.end());
    const auto at = [this](double share) { return gaps_[std::size_t(share * double(gaps_.size() - 1))]; };
    std::printf("gap of a 5 ms timer: %zu  median %.2f ms  p99 %.2f ms  max %.2f ms\n", gaps_.size(), at(0.5), at(0.99),
                gaps_.back());
  }

 private:
  QElapsedTimer clock_;
  QTimer timer_;
  std::vector<double> gaps_;
};

double calibrationSeconds(const Session& session) {
  double sum = 0;
  for (int index : session.path()) sum += session.steps[std::size_t(index)]->calibrationSeconds;
  return sum;
}

/// The same merge by the command line.
double secondsOfCommand(const QString& zipper, WindowFixture& fixture, int iterations) {
  const QString out = fixture.path("cli.zipper");
  QProcess process;
  process.start(zipper, {"merge", "--a", fixture.path("sample/fashion.safetensors"), "--b",
                         fixture.path("sample/digits.safetensors"), "--data-a", fixture.path("sample/fashion"),
                         "--data-b", fixture.path("sample/digits"), "--init", "mean", "--steps",
                         QString::number(iterations), "--finetune-steps", "0", "--out", out});
  if (!process.waitForFinished(-1) || process.exitCode() != 0)
    qFatal("zipper failed: %s", process.readAllStandardError().constData());
  return calibrationSeconds(loadSession(out.toStdString()));
}

/// A finished step with a million iterations, so that the plot has something to draw.
std::shared_ptr<const StepResult> longStep(const StepResult& real) {
  StepResult step = real;
  const auto columns = real.curve.columns();
  std::vector<float> values;
  const std::size_t rows = 1000000;
  values.reserve(rows * columns.size());
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns.size(); ++column)
      values.push_back(real.curve.at(row % real.curve.rows(), column) * (1 + 0.1f * float(row % 97) / 97));
  step.curve = Curve(columns, std::move(values));
  return std::make_shared<const StepResult>(std::move(step));
}

double secondsOfWindow(WindowFixture& fixture, int iterations, const std::string& layers) {
  if (!QTest::qWaitFor([&] { return !fixture.part<JobRunner>()->isRunning(); }, 60000))
    qFatal("the teachers take long");
  Recipe recipe = presetRecipe("fast");
  setInitialization(recipe.defaults.start, Initialization::Mean);
  recipe.defaults.calibration.iterations = iterations;
  planSteps(recipe, parseLayers(layers));
  fixture.document().setRecipe(recipe);
  fixture.run().runAll();
  if (!fixture.waitUntil(RunState::Idle, 3600000)) qFatal("the run takes too long");
  return calibrationSeconds(fixture.document().session());
}

}  // namespace

int main(int argc, char** argv) {
  waitPassively(argv);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each round is seen when it ends
  QApplication app(argc, argv);
  if (argc < 2) qFatal("usage: bench_workbench PATH_OF_ZIPPER [iterations] [rounds]");
  const int iterations = argc > 2 ? std::atoi(argv[2]) : 60, rounds = argc > 3 ? std::atoi(argv[3]) : 3;
  WindowFixture fixture;
  fixture.openWholeSample();
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    const double command = secondsOfCommand(argv[1], fixture, iterations);
    while (fixture.document().session().current >= 0) fixture.run().stepBack();
    const double window = secondsOfWindow(fixture, iterations, "1-13");
    ratios.push_back(window / command);
    std::printf("calibration of 13 layers: zipper %.2f s, window %.2f s, ratio %.3f\n", command, window,
                window / command);
  }
  std::sort(ratios.begin(), ratios.end());
  if (!ratios.empty()) std::printf("median ratio %.3f\n", ratios[ratios.size() / 2]);

  while (fixture.document().session().current >= 0) fixture.run().stepBack();
  fixture.useQuickRecipe("1-3");
  if (!fixture.runToEnd(fixture.actions().step)) qFatal("the step failed");
  fixture.run().stepBack();
  fixture.document().append(longStep(*fixture.document().session().steps[0]));
  std::printf("points on the plot: %zu\n", fixture.part<CurvesPanel>()->pointCount());
  TurnProbe probe;
  secondsOfWindow(fixture, iterations, "2-13");
  probe.print();
  return 0;
}
