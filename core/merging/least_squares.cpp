// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/least_squares.h"

#include <cmath>

namespace zipper {

namespace {

/// Below this share of the largest eigenvalue a direction counts as one that doesn't occur.
constexpr double rankTolerance = 1e-12;

torch::Tensor withRidge(const torch::Tensor& gram, double ridge) {
  const double strength = ridge * gram.diagonal().mean().item<double>();
  return gram + strength * torch::eye(gram.size(0), gram.options());
}

/// All tasks as one; each counts the same.
LayerMoments pooled(const std::vector<LayerMoments>& tasks) {
  LayerMoments all(int(tasks[0].x.size(0)), int(tasks[0].z.size(0)));
  for (const LayerMoments& task : tasks) {
    const double share = 1.0 / double(tasks.size());
    all.samples += task.samples;
    all.x += share * task.x;
    all.z += share * task.z;
    all.xx += share * task.xx;
    all.zx += share * task.zx;
    all.zz += share * task.zz;
  }
  return all;
}

torch::Tensor scaledCrossCovariance(const LayerMoments& task) {
  return task.crossCovariance() * inverseDeviation(task.outputVariance()).unsqueeze(1);
}

/// Of two tasks, each with mean 1 over the channels: how much each counts, per channel 2 together. An influence of zero
/// would leave the other task alone with a channel, and channels without any undetermined.
std::vector<torch::Tensor> relativeImportance(const std::vector<LayerMoments>& tasks) {
  constexpr double smallest = 1e-3;
  std::vector<torch::Tensor> parts;
  for (const LayerMoments& task : tasks)
    parts.push_back((task.importance / task.importance.mean().clamp_min(1e-300)).clamp_min(smallest));
  const auto sum = parts[0] + parts[1];
  return {2 * parts[0] / sum, 2 * parts[1] / sum};
}

/// T [n,r] with Tᵀ S T = I for the directions of S that occur.
torch::Tensor whitening(const torch::Tensor& s) {
  const auto [values, vectors] = at::linalg_eigh(s);
  const auto occurs = values > rankTolerance * std::max(0.0, values.max().item<double>());
  return vectors.index({torch::indexing::Slice(), occurs}) * values.index({occurs}).rsqrt();
}

/// In the basis that turns the sum of both Gram matrices into I and the second one into a diagonal λ, that of row c is
/// i_c1 (1 − λ) + i_c2 λ.
torch::Tensor weightedSolution(const std::vector<LayerMoments>& tasks, double ridge) {
  const auto importance = relativeImportance(tasks);
  const auto second = tasks[1].inputCovariance(), sum = tasks[0].inputCovariance() + second;
  const auto strength = 0.5 * ridge * sum.diagonal().mean() * torch::eye(sum.size(0), sum.options());
  const auto white = whitening(sum + 2 * strength);
  const auto [values, vectors] = at::linalg_eigh(white.t().mm(second + strength).mm(white));
  const auto basis = white.mm(vectors), lambda = values.clamp(0, 1).unsqueeze(0);
  const auto first = importance[0].unsqueeze(1), other = importance[1].unsqueeze(1);
  const auto cross = first * scaledCrossCovariance(tasks[0]) + other * scaledCrossCovariance(tasks[1]);
  return (cross.mm(basis) / (first * (1 - lambda) + other * lambda)).mm(basis.t());
}

bool haveImportance(const std::vector<LayerMoments>& tasks) {
  return tasks.size() == 2 && tasks[0].importance.defined() && tasks[1].importance.defined();
}

}  // namespace

torch::Tensor inverseDeviation(const torch::Tensor& variance) {
  return torch::where(variance > 1e-12, variance.clamp_min(1e-12).rsqrt(), torch::zeros_like(variance));
}

torch::Tensor solveSymmetric(const torch::Tensor& s, const torch::Tensor& b) {
  const auto [factor, info] = at::linalg_cholesky_ex(s);
  const auto diagonal = factor.diagonal();
  const bool regular =
      info.item<int>() == 0 && diagonal.min().item<double>() > std::sqrt(rankTolerance) * diagonal.max().item<double>();
  if (regular) return torch::cholesky_solve(b.t(), factor).t().contiguous();
  const auto [values, vectors] = at::linalg_eigh(s);
  const double smallest = rankTolerance * std::max(0.0, values.max().item<double>());
  const auto inverse = torch::where(values > smallest, 1 / values, torch::zeros_like(values));
  return b.mm(vectors * inverse).mm(vectors.t());
}

torch::Tensor leastSquaresWeights(const std::vector<LayerMoments>& tasks, double ridge, BnPolicy policy) {
  if (policy == BnPolicy::Shared) {
    const LayerMoments all = pooled(tasks);
    return solveSymmetric(withRidge(all.inputCovariance(), ridge), scaledCrossCovariance(all));
  }
  if (haveImportance(tasks)) return weightedSolution(tasks, ridge);
  torch::Tensor gram = torch::zeros_like(tasks[0].xx), cross = torch::zeros_like(tasks[0].zx);
  for (const LayerMoments& task : tasks) {
    gram += task.inputCovariance();
    cross += scaledCrossCovariance(task);
  }
  return solveSymmetric(withRidge(gram, ridge), cross);
}

void fitBatchNorm(torch::nn::BatchNorm2d& bn, const torch::Tensor& weights, const std::vector<LayerMoments>& tasks) {
  torch::NoGradGuard noGrad;
  const LayerMoments all = pooled(tasks);
  const auto mean = weights.mv(all.x);
  const auto variance = (weights.mm(all.inputCovariance()) * weights).sum(1).clamp_min(0);
  const auto agreement = (weights * all.crossCovariance()).sum(1);
  const auto sign = torch::where(agreement < 0, -torch::ones_like(agreement), torch::ones_like(agreement));
  const auto restored =
      all.outputVariance().sqrt() * (variance + bn->options.eps()).sqrt() * inverseDeviation(variance);
  bn->running_mean.copy_(mean);
  bn->running_var.copy_(variance);
  bn->weight.copy_(sign * restored);
  bn->bias.copy_(all.z);
}

torch::Tensor pairingCosts(const LayerMoments& a, const LayerMoments& b, double ridge) {
  const auto gramA = withRidge(a.inputCovariance(), ridge), gramB = withRidge(b.inputCovariance(), ridge);
  const auto rowsA = solveSymmetric(gramA, scaledCrossCovariance(a));
  const auto rowsB = solveSymmetric(gramB, scaledCrossCovariance(b));
  // (G_A⁻¹ + G_B⁻¹)⁻¹ = G_A (G_A + G_B)⁻¹ G_B, which needs neither inverse.
  const auto metric = solveSymmetric(gramA + gramB, gramA).mm(gramB);
  const auto rowsMetric = rowsA.mm(metric);
  const auto ownA = (rowsMetric * rowsA).sum(1, true), ownB = (rowsB.mm(metric) * rowsB).sum(1).unsqueeze(0);
  return (0.5 * (ownA + ownB) - rowsMetric.mm(rowsB.t())).clamp_min(0);
}

}  // namespace zipper
