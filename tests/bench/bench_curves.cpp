// SPDX-License-Identifier: GPL-3.0-or-later

// How free the event loop stays while the curves panel shows a million iterations, takes in new ones 25 times a second
// and two other threads compute. Not a test: prints figures.
//
//   bench_curves [iterations = 1000000] [seconds = 10]

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "widgets/curves/curves_panel.h"
#include "widgets/plots/smoothing_slider.h"

using namespace zipper;

namespace {

constexpr int steps = 13;

double processorMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// An application that takes the time of each event that its loop delivers: by the clock, and of the processor alone,
/// which doesn't depend on what else the machine does.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    if (nested_) return QApplication::notify(receiver, event);
    nested_ = true;
    QElapsedTimer timer;
    timer.start();
    const double before = processorMilliseconds();
    const bool handled = QApplication::notify(receiver, event);
    processor.push_back(processorMilliseconds() - before);
    events.push_back(double(timer.nsecsElapsed()) / 1e6);
    nested_ = false;
    return handled;
  }
  std::vector<double> events, processor;

 private:
  bool nested_ = false;
};

/// Gaps of a 5 ms timer, which are the turns of the event loop and the wait for the processor; and the events.
class Probe : public QObject {
 public:
  explicit Probe(TimedApplication& app) : app_(app) {
    connect(&timer_, &QTimer::timeout, this, [this] {
      if (gap_.isValid()) gaps_.push_back(double(gap_.nsecsElapsed()) / 1e6);
      gap_.start();
    });
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.start(5);
  }
  void print(const char* phase) {
    print(phase, "events", app_.events);
    print(phase, "events, processor", app_.processor);
    print(phase, "gaps of a 5 ms timer", gaps_);
    app_.events.clear();
    app_.processor.clear();
    gaps_.clear();
    gap_.invalidate();
  }

 private:
  static void print(const char* phase, const char* what, std::vector<double>& values) {
    if (values.empty()) return;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
    std::printf("%-22s %-21s %6zu  median %6.2f ms  p99 %6.2f ms  max %6.2f ms\n", phase, what, values.size(), at(0.5),
                at(0.99), values.back());
    std::fflush(stdout);
  }

  TimedApplication& app_;
  QElapsedTimer gap_;
  QTimer timer_;
  std::vector<double> gaps_;
};

/// Cheap noise: the figures are about drawing.
float noise(std::uint32_t& state) {
  state = state * 1664525U + 1013904223U;
  return float(state >> 8) / float(1U << 24);
}

IterationRecord record(std::size_t i, std::size_t iterations, std::uint32_t& state) {
  const float fall = 3 * std::exp(-6 * float(i) / float(iterations));
  IterationRecord result;
  for (int t = 0; t < 2; ++t) {
    result.crossEntropy.push_back((0.3F + fall) * (0.6F + 0.8F * noise(state)));
    result.l1.push_back((0.9F + fall) * (0.7F + 0.6F * noise(state)));
    result.total += result.crossEntropy.back() + result.l1.back();
  }
  result.layerL1.assign(2 * steps, 0.1F);
  result.learningRate = 1e-3F * (1 - float(i) / float(iterations));
  return result;
}

CurveRun longRun(int number, std::size_t iterations) {
  CurveRun run;
  run.number = number;
  run.name = QString("Run %1").arg(number + 1);
  run.current = number == 0;
  std::uint32_t state = 1 + std::uint32_t(number);
  const std::size_t perStep = iterations / steps;
  for (int m = 1; m <= steps; ++m) {
    auto step = std::make_shared<StepResult>();
    step->plan.target = StepTarget::layer(m);
    step->curve = Curve(2, steps);
    for (int merged = 1; merged <= m; ++merged) step->mergedLayers.push_back(merged);
    step->initialized = step->calibrated = {{1000, 0.9, 1, 0.3}, {1000, 0.85, 1, 0.4}};
    for (std::size_t i = 0; i < perStep; ++i) step->curve.append(record(i, perStep, state));
    run.steps.push_back(step);
  }
  return run;
}

/// Runs the event loop for so long, with new records 25 times a second and `each` 10 times a second.
void live(CurvesPanel& panel, double seconds, const std::function<void(int)>& each) {
  std::uint32_t state = 9;
  std::size_t count = 0;
  QTimer feed, disturb;
  QObject::connect(&feed, &QTimer::timeout, &panel, [&] {
    std::vector<IterationRecord> records;
    for (int i = 0; i < 8; ++i) records.push_back(record(count++, 5000, state));
    panel.append(records);
  });
  int turn = 0;
  QObject::connect(&disturb, &QTimer::timeout, &panel, [&] { each(turn++); });
  feed.start(40);
  if (each) disturb.start(100);
  QEventLoop loop;  // quitting the application would close the window
  QTimer::singleShot(int(seconds * 1000), &loop, &QEventLoop::quit);
  loop.exec();
}

void wheel(QWidget* plot, int delta) {
  const QPointF at(plot->width() / 2.0, plot->height() / 3.0);
  QWheelEvent event(at, plot->mapToGlobal(at), QPoint(), QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(plot, &event);
}

void hover(QWidget* plot, int turn) {
  const QPointF at(100 + (37 * turn) % (plot->width() - 200), plot->height() / 3.0);
  QMouseEvent event(QEvent::MouseMove, at, plot->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QApplication::sendEvent(plot, &event);
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  TimedApplication app(argc, argv);
  const std::size_t iterations = argc > 1 ? std::stoul(argv[1]) : 1000000;
  const double seconds = argc > 2 ? std::stod(argv[2]) : 10;
  const CurveRun first = longRun(0, iterations), second = longRun(1, iterations);
  std::atomic<bool> over{false};
  std::atomic<double> sink{0};
  std::vector<std::thread> others;
  for (int i = 0; i < 2; ++i)
    others.emplace_back([&over, &sink] {
      double x = 1;
      while (!over) x = std::sin(x) + 1.1;
      sink = x;
    });
  {
    CurvesPanel panel;
    panel.resize(1280, 700);
    panel.show();
    Probe probe(app);
    auto* plot = panel.findChild<QWidget*>("curvesPlot");
    auto* smoothing = panel.findChild<plots::SmoothingSlider*>();
    live(panel, 0.5, {});
    probe.print("showing the window");
    QElapsedTimer set;
    set.start();
    panel.setRuns({first}, 2);
    std::printf("%-22s %.2f ms\n", "setRuns()", double(set.nsecsElapsed()) / 1e6);
    panel.startStep(StepTarget::fineTuning());
    live(panel, 3, {});
    probe.print("taking in the history");
    std::printf("%zu iterations, settled: %s\n", panel.pointCount(), panel.isSettled() ? "yes" : "no");
    live(panel, seconds, {});
    probe.print("live");
    live(panel, seconds / 2, [&](int turn) { hover(plot, turn); });
    probe.print("live, crosshair");
    live(panel, seconds / 2, [&](int turn) { wheel(plot, turn % 20 < 10 ? 120 : -120); });
    probe.print("live, zooming");
    live(panel, seconds / 2, [&](int turn) { smoothing->setWindow(turn % 2 == 0 ? 100 : 1000); });
    probe.print("live, smoothing anew");
    for (QToolButton* button : panel.findChildren<QToolButton*>())
      if (button->text() == "Log scale") button->click();
    live(panel, seconds / 2, {});
    probe.print("live, logarithmic");
    panel.setRuns({first, second}, 2);
    live(panel, seconds / 2, {});
    probe.print("live, two runs");
  }
  over = true;
  for (std::thread& thread : others) thread.join();
  return 0;
}
