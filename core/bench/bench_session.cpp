// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>

#include "core/bench/bench_work.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/random.h"
#include "core/support/temporary_folder.h"

namespace zipper {

namespace {

constexpr int iterations = 40;  ///< of each step's curve

Curve randomCurve(int layers, Random& random) {
  const Curve curve(benchTasks, layers);
  std::vector<float> values(curve.columns().size() * iterations);
  for (float& value : values) value = float(random.uniform());
  return Curve(curve.columns(), std::move(values));
}

/// Calibration changes all tensors in every step; so does this, since equal ones would be written only once.
void changeAll(MergedNetwork& network) {
  torch::NoGradGuard noGrad;
  for (const auto& entry : network.state()) torch::Tensor(entry.second).mul_(1.01);
}

Session startedSession(const BenchOptions& options) {
  Session session;
  session.recipe = presetRecipe("paper", layersOf(benchSpec(options)));
  for (int t = 0; t < benchTasks; ++t) session.recipe.sources.push_back({"random network", "", "random images", ""});
  for (MobileNet& teacher : randomTeachers(options)) session.teachers.push_back(makeTeacher(teacher, {}));
  return session;
}

Session finishedSession(const BenchOptions& options) {
  Session session = startedSession(options);
  MergedNetwork network = networkAt(session, -1);
  Random random(1);
  for (const StepPlan& plan : std::vector<StepPlan>(session.recipe.steps)) {
    const int layer = plan.target.layerNumber();
    StepResult step;
    step.plan = plan;
    step.plan.settings.calibration.iterations = iterations;
    step.mergedLayers = session.mergedLayers();
    step.mergedLayers.push_back(layer);
    step.curve = randomCurve(network.layers(), random);
    network.merge(layer);
    changeAll(network);
    step.values = valuesOf(network);
    appendStep(session, std::move(step));
  }
  return session;
}

struct SavedSession {
  explicit SavedSession(const BenchOptions& options) : session(finishedSession(options)) { save(); }
  std::filesystem::path path() const { return folder.path() / "bench.zipper"; }
  void save() const { saveSession(path(), session); }

  TemporaryFolder folder;
  Session session;
};

}  // namespace

void addSession(const BenchOptions& options, BenchWorks& works) {
  const auto saved = std::make_shared<const SavedSession>(options);
  const auto bytes = std::int64_t(std::filesystem::file_size(saved->path()));
  const std::string what = concat(" a session of ", saved->session.steps.size(), " steps");
  works.push_back({{"session_save_ms", "saving" + what, {}, 0, bytes}, {[saved] { saved->save(); }}});
  works.push_back({{"session_load_ms", "loading" + what, {}, 0, bytes}, {[saved] { loadSession(saved->path()); }}});
}

}  // namespace zipper
