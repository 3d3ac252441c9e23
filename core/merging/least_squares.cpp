// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/least_squares.h"

#include <algorithm>
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

torch::Tensor varies(const LayerMoments& task) { return task.outputVariance() > 1e-12; }

/// Over the channels that aren't constant, as those of widened networks are.
torch::Tensor meanImportance(const LayerMoments& task) {
  const torch::Tensor counts = varies(task);
  return counts.all().item<bool>() ? task.importance.mean()
                                   : task.importance.masked_select(counts).sum() / counts.sum().clamp_min(1);
}

/// Of N tasks, each with mean 1 over the channels: how much each counts, per channel N together. An influence of zero
/// would leave the other tasks alone with a channel, and channels without any undetermined.
std::vector<torch::Tensor> relativeImportance(const std::vector<LayerMoments>& tasks) {
  constexpr double smallest = 1e-3;
  std::vector<torch::Tensor> parts;
  torch::Tensor sum;
  for (const LayerMoments& task : tasks) {
    parts.push_back((task.importance / meanImportance(task).clamp_min(1e-300)).clamp_min(smallest));
    sum = sum.defined() ? sum + parts.back() : parts.back();
  }
  for (torch::Tensor& part : parts) part = double(tasks.size()) * part / sum;
  return parts;
}

/// The same of errors that aren't relative to the variance of z. A channel that hardly varies in one task isn't left to
/// that task.
std::vector<torch::Tensor> plainImportance(const std::vector<LayerMoments>& tasks) {
  constexpr double smallest = 1e-3;
  std::vector<torch::Tensor> parts = relativeImportance(tasks);
  torch::Tensor largest = tasks[0].outputVariance(), sum;
  for (const LayerMoments& task : tasks) largest = torch::maximum(largest, task.outputVariance());
  const auto least = (smallest * largest).clamp_min(1e-300);
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    parts[t] = parts[t] / torch::maximum(tasks[t].outputVariance(), least);
    sum = t == 0 ? parts[t] : sum + parts[t];
  }
  for (torch::Tensor& part : parts) part = double(tasks.size()) * part / sum;
  return parts;
}

/// T [n,r] with Tᵀ S T = I for the directions of S that occur.
torch::Tensor whitening(const torch::Tensor& s) {
  const auto [values, vectors] = at::linalg_eigh(s);
  const auto occurs = values > rankTolerance * std::max(0.0, values.max().item<double>());
  return vectors.index({torch::indexing::Slice(), occurs}) * values.index({occurs}).rsqrt();
}

/// Of two tasks. In the basis that turns the sum of both Gram matrices into I and the second one into a diagonal λ,
/// that of row c is i_c1 (1 − λ) + i_c2 λ.
torch::Tensor weightedPair(const std::vector<LayerMoments>& tasks, double ridge) {
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

/// Row c of W solves w (S + Σ_t i_tc G_t) = b_c.
torch::Tensor solveRows(const std::vector<torch::Tensor>& importance, const std::vector<torch::Tensor>& grams,
                        const torch::Tensor& strength, const torch::Tensor& right,
                        const std::function<void()>& betweenRows) {
  auto weights = torch::empty_like(right);
  for (std::int64_t row = 0; row < right.size(0); ++row) {
    if (betweenRows) betweenRows();
    auto gram = strength.clone();
    for (std::size_t t = 0; t < grams.size(); ++t) gram.add_(grams[t] * importance[t][row]);
    weights[row].copy_(solveSymmetric(gram, right.narrow(0, row, 1))[0]);
  }
  return weights;
}

/// Of any number of tasks: more than two Gram matrices have no basis that makes all of them diagonal.
torch::Tensor weightedRows(const std::vector<LayerMoments>& tasks, double ridge,
                           const std::function<void()>& betweenRows) {
  const auto importance = relativeImportance(tasks);
  std::vector<torch::Tensor> grams;
  torch::Tensor sum = torch::zeros_like(tasks[0].xx), cross = torch::zeros_like(tasks[0].zx);
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    grams.push_back(tasks[t].inputCovariance());
    sum += grams[t];
    cross += importance[t].unsqueeze(1) * scaledCrossCovariance(tasks[t]);
  }
  const auto strength = ridge * sum.diagonal().mean() * torch::eye(sum.size(0), sum.options());
  return solveRows(importance, grams, strength, cross, betweenRows);
}

/// What has to be added to the rows of `start`.
torch::Tensor weightedChange(const std::vector<LayerMoments>& tasks, const torch::Tensor& start, double ridge,
                             const std::function<void()>& betweenRows) {
  const auto importance = plainImportance(tasks);
  std::vector<torch::Tensor> grams;
  torch::Tensor sum = torch::zeros_like(tasks[0].xx), missing = torch::zeros_like(tasks[0].zx);
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    grams.push_back(tasks[t].inputCovariance());
    sum += grams[t];
    missing += importance[t].unsqueeze(1) * (tasks[t].crossCovariance() - start.mm(grams[t]));
  }
  const auto strength = ridge * sum.diagonal().mean() * torch::eye(sum.size(0), sum.options());
  return solveRows(importance, grams, strength, missing, betweenRows);
}

/// Of the inputs and the outputs as far as what is behind the weights leaves them their scale.
torch::Tensor wantedCovariance(const LayerMoments& task, Behind behind) {
  return behind == Behind::BatchNorm ? scaledCrossCovariance(task) : task.crossCovariance();
}

/// 0 where nothing varies.
torch::Tensor relativeTo(const torch::Tensor& variance, const torch::Tensor& costs) {
  return torch::where(variance > 1e-12, costs / variance.clamp_min(1e-12), torch::zeros_like(costs));
}

bool haveImportance(const std::vector<LayerMoments>& tasks) {
  return std::all_of(tasks.begin(), tasks.end(), [](const LayerMoments& task) { return task.importance.defined(); });
}

/// Where a channel is constant in some of the tasks (as those of widened networks are), those have no say in it: batch
/// normalization makes any weights constant for them. Empty where each channel varies in all tasks.
std::vector<LayerMoments> withoutConstants(const std::vector<LayerMoments>& tasks) {
  std::vector<LayerMoments> weighted = tasks;
  bool areAllAlike = true;
  for (LayerMoments& task : weighted) {
    task.importance = varies(task).to(torch::kFloat64);
    areAllAlike = areAllAlike && torch::equal(task.importance, weighted.front().importance);
  }
  return areAllAlike ? std::vector<LayerMoments>() : weighted;
}

/// sharingCosts() as if all tasks had a say in each channel.
torch::Tensor costsOfAll(const std::vector<OwnFit>& tasks) {
  torch::Tensor gram = torch::zeros_like(tasks[0].gram), product = torch::zeros_like(tasks[0].product);
  torch::Tensor own = torch::zeros({product.size(0)}, product.options()), variance;
  for (const OwnFit& task : tasks) {
    gram += task.gram;
    product += task.product;
    own += (task.product * task.weights).sum(1);
    if (task.variance.defined()) variance = variance.defined() ? variance + task.variance : task.variance;
  }
  const auto shared = solveSymmetric(gram, product);  // the w that is closest to all
  const auto costs = ((own - (shared * product).sum(1)) / double(tasks.size())).clamp_min(0);
  return variance.defined() ? relativeTo(variance / double(tasks.size()), costs) : costs;
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

torch::Tensor leastSquaresWeights(const std::vector<LayerMoments>& tasks, double ridge, BnPolicy policy,
                                  const std::function<void()>& betweenRows) {
  if (policy == BnPolicy::Shared) {
    const LayerMoments all = pooled(tasks);
    return solveSymmetric(withRidge(all.inputCovariance(), ridge), scaledCrossCovariance(all));
  }
  if (haveImportance(tasks))
    return tasks.size() == 2 ? weightedPair(tasks, ridge) : weightedRows(tasks, ridge, betweenRows);
  if (const std::vector<LayerMoments> weighted = withoutConstants(tasks); !weighted.empty())
    return leastSquaresWeights(weighted, ridge, policy, betweenRows);
  torch::Tensor gram = torch::zeros_like(tasks[0].xx), cross = torch::zeros_like(tasks[0].zx);
  for (const LayerMoments& task : tasks) {
    gram += task.inputCovariance();
    cross += scaledCrossCovariance(task);
  }
  return solveSymmetric(withRidge(gram, ridge), cross);
}

torch::Tensor fittedMap(const std::vector<LayerMoments>& tasks, const torch::Tensor& near, double ridge,
                        BnPolicy policy, const std::function<void()>& betweenRows) {
  if (policy == BnPolicy::Shared) return fittedMap({pooled(tasks)}, near, ridge);
  const auto start = near.to(torch::kFloat64);
  if (haveImportance(tasks)) return start + weightedChange(tasks, start, ridge, betweenRows);
  torch::Tensor gram = torch::zeros_like(tasks[0].xx), cross = torch::zeros_like(tasks[0].zx);
  for (const LayerMoments& task : tasks) {
    gram += task.inputCovariance();
    cross += task.crossCovariance();
  }
  return start + solveSymmetric(withRidge(gram, ridge), cross - start.mm(gram));
}

void fitBias(torch::Tensor& bias, const torch::Tensor& weights, const std::vector<LayerMoments>& tasks) {
  torch::NoGradGuard noGrad;
  const LayerMoments all = pooled(tasks);
  bias.copy_(all.z - weights.mv(all.x));
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

torch::Tensor pairingCosts(const LayerMoments& a, const LayerMoments& b, double ridge, Behind behind) {
  const auto gramA = withRidge(a.inputCovariance(), ridge), gramB = withRidge(b.inputCovariance(), ridge);
  const auto rowsA = solveSymmetric(gramA, wantedCovariance(a, behind));
  const auto rowsB = solveSymmetric(gramB, wantedCovariance(b, behind));
  // (G_A⁻¹ + G_B⁻¹)⁻¹ = G_A (G_A + G_B)⁻¹ G_B, which needs neither inverse.
  const auto metric = solveSymmetric(gramA + gramB, gramA).mm(gramB);
  const auto rowsMetric = rowsA.mm(metric);
  const auto ownA = (rowsMetric * rowsA).sum(1, true), ownB = (rowsB.mm(metric) * rowsB).sum(1).unsqueeze(0);
  const auto costs = (0.5 * (ownA + ownB) - rowsMetric.mm(rowsB.t())).clamp_min(0);
  // Batch normalization makes any weights a constant channel.
  if (behind == Behind::BatchNorm) return costs * torch::outer(varies(a), varies(b)).to(costs.scalar_type());
  return relativeTo(0.5 * (a.outputVariance().unsqueeze(1) + b.outputVariance().unsqueeze(0)), costs);
}

OwnFit ownFit(const LayerMoments& task, double ridge, Behind behind) {
  OwnFit fit;
  fit.gram = withRidge(task.inputCovariance(), ridge);
  fit.weights = solveSymmetric(fit.gram, wantedCovariance(task, behind));
  fit.product = fit.weights.mm(fit.gram);
  if (behind == Behind::Bias) fit.variance = task.outputVariance();
  return fit;
}

torch::Tensor sharingCosts(const std::vector<OwnFit>& tasks) {
  torch::Tensor costs = costsOfAll(tasks);
  if (tasks.size() < 2 || tasks[0].variance.defined()) return costs;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const torch::Tensor isConstant = tasks[t].weights.eq(0).all(1);
    if (!isConstant.any().item<bool>()) continue;
    std::vector<OwnFit> others = tasks;
    others.erase(others.begin() + std::ptrdiff_t(t));
    costs = torch::where(isConstant, sharingCosts(others) * (double(others.size()) / double(tasks.size())), costs);
  }
  return costs;
}

}  // namespace zipper
