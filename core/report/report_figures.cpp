// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/report_figures.h"

#include <algorithm>
#include <cmath>

#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

double meanOfLast(const std::vector<float>& values, int count) {
  double sum = 0;
  for (auto at = values.end() - count; at != values.end(); ++at) sum += double(*at);
  return sum / count;
}

}  // namespace

FinalLosses finalLosses(const Curve& curve, int tasks) {
  FinalLosses losses;
  if (curve.rows() == 0) return losses;
  losses.iterations = std::max(1, int(curve.rows() / 10));
  const auto addMean = [&](const std::string& name, std::vector<double>& means) {
    const std::vector<float> values = curve.column(name);
    if (!values.empty()) means.push_back(meanOfLast(values, losses.iterations));
  };
  std::vector<double> total{std::nan("")};
  addMean(totalLossColumn(), total);
  losses.total = total.back();
  for (int t = 0; t < tasks; ++t) {
    addMean(crossEntropyColumn(t), losses.crossEntropy);
    addMean(l1Column(t), losses.l1);
    addMean(distillationColumn(t), losses.distillation);
  }
  return losses;
}

std::size_t nonFiniteIterations(const Curve& curve) {
  const std::vector<float> losses = curve.column(totalLossColumn());
  return std::size_t(std::count_if(losses.begin(), losses.end(), [](float loss) { return !std::isfinite(loss); }));
}

const Score* scoreOf(const Scores& scores, int task) {
  if (task >= int(scores.size()) || scores[std::size_t(task)].images <= 0) return nullptr;
  return &scores[std::size_t(task)];
}

bool isComplete(const Scores& scores, int tasks) {
  for (int t = 0; t < tasks; ++t)
    if (scoreOf(scores, t) == nullptr) return false;
  return tasks > 0;
}

std::vector<int> otherTries(const Session& session) {
  const std::vector<int> path = session.path();
  std::vector<int> others;
  for (int index = 0; index < int(session.steps.size()); ++index)
    if (std::find(path.begin(), path.end(), index) == path.end()) others.push_back(index);
  return others;
}

const StepResult& stepAt(const Session& session, int index) { return *session.steps.at(std::size_t(index)); }

Scores currentScores(const Session& session) {
  return session.current < 0 ? Scores{} : stepAt(session, session.current).calibrated;
}

bool knowsParts(const StepResult& step) { return step.partSeconds.sum() > 0; }

std::int64_t iterationsOfPath(const Session& session) {
  std::int64_t sum = 0;
  for (const int index : session.path()) sum += std::int64_t(stepAt(session, index).curve.rows());
  return sum;
}

double secondsOfPath(const Session& session) {
  double sum = 0;
  for (const int index : session.path()) sum += stepAt(session, index).seconds;
  return sum;
}

std::string taskTitle(const Session& session, int task) {
  const std::string name = nameOf(sourceOf(session, task));
  return name.empty() ? taskCapital(task) : concat(taskCapital(task), " (", name, ")");
}

TaskSource sourceOf(const Session& session, int task) {
  TaskSource source;
  const auto index = std::size_t(task);
  if (index < session.recipe.sources.size()) source = session.recipe.sources[index];
  const ModelSource& loaded = session.teachers.at(index).source;
  if (source.model.empty()) source.model = loaded.path;
  if (source.modelSha256.empty()) source.modelSha256 = loaded.sha256;
  return source;
}

}  // namespace zipper
