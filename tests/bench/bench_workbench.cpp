// SPDX-License-Identifier: GPL-3.0-or-later

// How free the window stays while the sample pair is merged with all threads busy, and what the window costs the merge:
// the same one by the window and by `zipper`, in turns. Then while everything that looks at images is brought forward
// and asked in turn, and with a million points on the plot. Not a test: prints figures.
//
//   bench_workbench PATH_OF_ZIPPER [iterations per layer = 60] [rounds = 3]
//
// With 0 rounds only the last two are looked at.

#include <QComboBox>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QProcess>
#include <QtTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>
#include <utility>

#include "app/workbench/window_fixture.h"
#include "core/session/session_file.h"
#include "core/support/passive_waiting.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/try_it/try_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// How long what is posted to the event loop waits until it is handled, as a press of a key would: asked from a thread
/// of its own every few milliseconds.
class LatencyProbe : public QObject {
 public:
  LatencyProbe() : thread_([this] { ask(); }) {}
  ~LatencyProbe() override {
    over_ = true;
    thread_.join();
  }

  /// In milliseconds, of all that was handled so far.
  const std::vector<double>& latencies() const { return latencies_; }

 private:
  using Clock = std::chrono::steady_clock;

  void ask() {
    while (!over_) {
      QMetaObject::invokeMethod(
          this, [this, asked = Clock::now()] { answer(asked); }, Qt::QueuedConnection);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  void answer(Clock::time_point asked) {
    latencies_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
  }

  std::atomic<bool> over_{false};
  std::vector<double> latencies_;
  std::thread thread_;  ///< the last member: it uses the others
};

/// Says which events took long, the innermost of those that lie in each other.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    const char* name = receiver->metaObject()->className();  // it may be gone afterwards
    const int type = event->type();
    const auto began = std::chrono::steady_clock::now();
    const auto inner = std::exchange(inner_, {});
    const bool handled = QApplication::notify(receiver, event);
    const auto took = std::chrono::steady_clock::now() - began;
    if (took - inner_ > std::chrono::milliseconds(40))
      std::printf("  %s, event %d: %.0f ms\n", name, type,
                  std::chrono::duration<double, std::milli>(took - inner_).count());
    inner_ = inner + took;
    return handled;
  }

 private:
  std::chrono::steady_clock::duration inner_{};  ///< in the events within the one at hand
};

void print(const char* when, std::vector<double> latencies) {
  if (latencies.empty()) return;
  std::sort(latencies.begin(), latencies.end());
  const auto at = [&](double share) { return latencies[std::size_t(share * double(latencies.size() - 1))]; };
  const auto over = [&](double limit) {
    return latencies.end() - std::upper_bound(latencies.begin(), latencies.end(), limit);
  };
  std::printf("event loop %s: p50 %.2f ms, p99 %.2f ms, worst %.2f ms; %zu asked, %td over 16 ms, %td over 50 ms\n",
              when, at(0.5), at(0.99), latencies.back(), latencies.size(), over(16), over(50));
}

/// One merge: the times of its steps, and of all from asking for it until it is there.
struct Merge {
  double steps = 0, calibration = 0, whole = 0;
  std::vector<double> top1;  ///< after its last step
};

Merge mergeOf(const Session& session, double whole) {
  Merge merge;
  merge.whole = whole;
  for (int index : session.path()) {
    const StepResult& step = *session.steps[std::size_t(index)];
    merge.steps += step.seconds;
    merge.calibration += step.calibrationSeconds;
    merge.top1.clear();
    for (const Score& score : step.calibrated) merge.top1.push_back(score.top1);
  }
  return merge;
}

/// The same merge by the command line, whose start and loading are part of the whole.
Merge mergeOfCommand(const QString& zipper, WindowFixture& fixture, int iterations) {
  const QString out = fixture.path("cli.zipper");
  QElapsedTimer clock;
  clock.start();
  QProcess process;
  process.start(zipper, {"merge", "--a", fixture.path("sample/fashion.safetensors"), "--b",
                         fixture.path("sample/digits.safetensors"), "--data-a", fixture.path("sample/fashion"),
                         "--data-b", fixture.path("sample/digits"), "--init", "mean", "--steps",
                         QString::number(iterations), "--finetune-steps", "0", "--out", out});
  if (!process.waitForFinished(-1) || process.exitCode() != 0)
    qFatal("zipper failed: %s", process.readAllStandardError().constData());
  const double seconds = double(clock.elapsed()) / 1000;
  QFile::rename(out, out + ".old");  // the next one finds nothing to set aside
  const Session session = loadSession((out + ".old").toStdString());
  QFile::remove(out + ".old");
  return mergeOf(session, seconds);
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

/// In an event loop as the program has it: QTest's sleeps for 10 ms between two looks.
void waitUntilIdle(RunController& run) {
  QEventLoop loop;
  const auto quitWhenIdle = [&] {
    if (run.state() == RunState::Idle) loop.quit();
  };
  QObject::connect(&run, &RunController::stateChanged, &loop, quitWhenIdle);
  if (run.state() != RunState::Idle) loop.exec();
}

/// From where the session stands.
Merge mergeOfWindow(WindowFixture& fixture, int iterations, const std::string& layers) {
  if (!QTest::qWaitFor([&] { return !fixture.part<JobRunner>()->isRunning(); }, 60000))
    qFatal("the teachers take long");
  Recipe recipe = presetRecipe("fast");
  setInitialization(recipe.defaults.start, Initialization::Mean);
  recipe.defaults.calibration.iterations = iterations;
  planSteps(recipe, parseLayers(layers));
  fixture.document().setRecipe(recipe);
  QElapsedTimer clock;
  clock.start();
  fixture.run().runAll();
  waitUntilIdle(fixture.run());
  return mergeOf(fixture.document().session(), double(clock.elapsed()) / 1000);
}

/// Presses what is computed beside a run, one thing after the other: changes and the images behind them, Grad-CAM, Try
/// It, every page of the inspector, another step beside the shown one.
class Presser {
 public:
  explicit Presser(WindowFixture& fixture) : fixture_(fixture) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { press(presses_++); });
    timer_.start(400);
  }
  int presses() const { return presses_; }

 private:
  void press(int number) {
    auto* changes = fixture_.part<ChangesPanel>();
    const std::array<std::function<void()>, 8> all{
        [&] { reveal(changes); },
        [&] { changes->chooseTask(1 - changes->task()); },
        [&] { changes->ask(ImagesAsked::with(Outcome::BothRight)); },
        [&] { openImage(*changes); },
        [&] { changes->ask(ImagesAsked::inCell(MatrixShown::Difference, number % 10, number / 8 % 10)); },
        [&] {
          reveal(fixture_.part<TryPanel>());
          fixture_.part<TryPanel>()->chooseTestImage();
        },
        [&] { fixture_.part<InspectorPanel>()->findChild<NarrowTabs*>()->setCurrentIndex(number / 8 % 6); },
        [&] { chooseBeside(); }};
    all[std::size_t(number) % all.size()]();
  }
  void reveal(QWidget* panel) {
    for (QDockWidget* dock : fixture_.window().findChildren<QDockWidget*>())
      if (dock->isAncestorOf(panel)) dock->raise();
  }
  static void openImage(ChangesPanel& changes) {
    auto* gallery = changes.findChild<QListView*>("gallery");
    if (gallery->model()->rowCount() > 0) Q_EMIT gallery->clicked(gallery->model()->index(0, 0));
  }
  void chooseBeside() {
    auto* steps = fixture_.window().findChild<QComboBox*>("besideStep");
    if (steps->count() < 2) return;
    const int other = 1 + presses_ % (steps->count() - 1);
    steps->setCurrentIndex(other);
    Q_EMIT steps->activated(other);
  }

  WindowFixture& fixture_;
  QTimer timer_;
  int presses_ = 0;
};

void goToTeachers(WindowFixture& fixture) {
  while (fixture.document().session().current >= 0) fixture.run().stepBack();
}

/// One merge each; who begins changes from round to round, as a machine gets warm.
double compareOnce(const QString& zipper, WindowFixture& fixture, int iterations, bool windowFirst,
                   std::vector<double>& latencies) {
  Merge command, window;
  for (const bool windows : {windowFirst, !windowFirst}) {
    if (!windows) {
      command = mergeOfCommand(zipper, fixture, iterations);
      continue;
    }
    goToTeachers(fixture);
    const LatencyProbe probe;
    window = mergeOfWindow(fixture, iterations, "1-13");
    print("during the merge", probe.latencies());
    latencies.insert(latencies.end(), probe.latencies().begin(), probe.latencies().end());
  }
  std::printf(
      "13 layers, steps: zipper %.2f s, window %.2f s, ratio %.3f; calibration alone %.2f s, %.2f s, ratio %.3f; "
      "whole command %.2f s, run of the window %.2f s; scores %s\n",
      command.steps, window.steps, window.steps / command.steps, command.calibration, window.calibration,
      window.calibration / command.calibration, command.whole, window.whole,
      command.top1 == window.top1 ? "equal" : "DIFFERENT");
  return window.steps / command.steps;
}

}  // namespace

int main(int argc, char** argv) {
  waitPassively(argv);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each round is seen when it ends
  TimedApplication app(argc, argv);
  if (argc < 2) qFatal("usage: bench_workbench PATH_OF_ZIPPER [iterations] [rounds]");
  const int iterations = argc > 2 ? std::atoi(argv[2]) : 60, rounds = argc > 3 ? std::atoi(argv[3]) : 3;
  WindowFixture fixture;
  fixture.openWholeSample();
  std::vector<double> ratios, latencies;
  for (int round = 0; round < rounds; ++round)
    ratios.push_back(compareOnce(argv[1], fixture, iterations, round % 2 == 1, latencies));
  std::sort(ratios.begin(), ratios.end());
  if (!ratios.empty())
    std::printf("window against zipper, median ratio of the steps: %.3f\n", ratios[ratios.size() / 2]);
  print("during all merges", latencies);

  goToTeachers(fixture);
  {
    const LatencyProbe probe;
    const Presser presser(fixture);
    mergeOfWindow(fixture, iterations, "1-13");
    std::printf("pressed meanwhile: %d\n", presser.presses());
    print("with all that looks at images", probe.latencies());
  }

  goToTeachers(fixture);
  fixture.useQuickRecipe("1-3");
  if (!fixture.runToEnd(fixture.actions().step)) qFatal("the step failed");
  fixture.run().stepBack();
  fixture.document().append(longStep(*fixture.document().session().steps[0]));
  std::printf("points on the plot: %zu\n", fixture.part<CurvesPanel>()->pointCount());
  const LatencyProbe probe;
  mergeOfWindow(fixture, iterations, "2-13");
  print("with a million points", probe.latencies());
  return 0;
}
