// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/merging/layer_moments.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"

namespace zipper {

/// Shared weights [C_out,C_in], float64, that minimize the squared output error of all tasks together:
///
///     W = (Σ_t Y_t X_tᵀ)(Σ_t X_t X_tᵀ + ρ I)⁻¹
///
/// BnPolicy::PerTask: X_t and Y_t are centred per task and Y_t has standard deviation 1 per channel and task; the
/// task's own batch normalization undoes both. BnPolicy::Shared: centred and scaled by what all tasks together have,
/// since one batch normalization has to undo it for all. Each task counts the same. ρ is `ridge` times the mean of
/// the Gram matrix's diagonal. Solved by Cholesky; singular matrices (dead ReLU6 channels) by the pseudo-inverse.
///
/// If all of the N tasks of BnPolicy::PerTask have an importance, their errors count by it, for each output channel
/// relative to the other tasks: row c of W solves w (Σ_t i_tc G_t + ρ I) = Σ_t i_tc C_tc, with Σ_t i_tc = N. Of two
/// tasks the matrices of all rows are diagonalized at once; of more each row is a system of its own, and `betweenRows`
/// is called before each (it may throw). BnPolicy::Shared takes no account of it. A task in which a channel is constant
/// has no say in its row (1e-3 of the others').
/// Related: RegMean (Jin et al. 2023).
torch::Tensor leastSquaresWeights(const std::vector<LayerMoments>& tasks, double ridge, BnPolicy policy,
                                  const std::function<void()>& betweenRows = {});

/// Ridge for a linear map of which there is one sample an image, not one a position.
inline constexpr double pooledRidge = 0.1;

/// Weights [C_out,C_in], float64, of a linear map with a bias that minimize the squared error of all tasks together, by
/// ridge regression around weights `near` that they stay near:
///
///     W = W₀ + Σ_t (Y_t X_tᵀ − W₀ X_t X_tᵀ)(Σ_t X_t X_tᵀ + ρ I)⁻¹,   X and Y centred per task, nothing scaled
///
/// Each task counts the same. ρ is `ridge` times the mean of the Gram matrix's diagonal. BnPolicy::Shared: one bias for
/// all, X and Y centred by what all tasks together have. If all tasks of BnPolicy::PerTask have an importance, row c of
/// W solves (w − w₀) (Σ_t i_tc G_t + ρ I) = Σ_t i_tc (C_tc − w₀ G_t): an importance is that of errors relative to the
/// variance of z, i_tc that of errors as they are, with Σ_t i_tc = N. `betweenRows` may throw Cancelled.
torch::Tensor fittedMap(const std::vector<LayerMoments>& tasks, const torch::Tensor& near, double ridge,
                        BnPolicy policy = BnPolicy::PerTask, const std::function<void()>& betweenRows = {});

/// Sets the batch normalization behind shared weights W so that its output has the mean and the variance of z per
/// channel, with the sign of their correlation: running statistics, scale and shift. Several moments: one batch
/// normalization for all of them.
void fitBatchNorm(torch::nn::BatchNorm2d& bn, const torch::Tensor& weights, const std::vector<LayerMoments>& tasks);
/// The same for a bias: its output has the mean of z per channel.
void fitBias(torch::Tensor& bias, const torch::Tensor& weights, const std::vector<LayerMoments>& tasks);

/// What stands behind shared weights, one per task: batch normalization makes up for outputs of another scale, a bias
/// doesn't.
enum class Behind { BatchNorm, Bias };

/// What it costs to give output channel i of task A and channel j of task B the same weights, [C_out,C_out]: the
/// smallest possible mean squared error of the two outputs, relative to their variance, beyond the error of separate
/// weights:
///
///     ½ (w_A − w_B)ᵀ (G_A⁻¹ + G_B⁻¹)⁻¹ (w_A − w_B)
///
/// 0 where one of them is constant. Behind::Bias: nothing is scaled, and the error is relative to the mean of both
/// variances.
torch::Tensor pairingCosts(const LayerMoments& a, const LayerMoments& b, double ridge,
                           Behind behind = Behind::BatchNorm);

/// A task's own weights w [C_out,C_in], its Gram matrix G with ridge, and w G: of what sharingCosts() is made.
struct OwnFit {
  torch::Tensor weights, gram, product;
  torch::Tensor variance{};  ///< of z, [C_out]; undefined: 1
};
OwnFit ownFit(const LayerMoments& task, double ridge, Behind behind = Behind::BatchNorm);

/// What it costs to give each output channel of all N tasks, as they stand, the same weights, [C_out]: the smallest
/// possible mean squared error of their outputs, relative to their variance, beyond the error of separate weights:
///
///     1/N min_w Σ_t (w − w_t)ᵀ G_t (w − w_t)
///
/// 0 for the same weights, 1 − 1/N for weights without anything in common. A task in which a channel is constant has no
/// say in it where batch normalization stands behind the weights. Of two tasks it is the diagonal of
/// pairingCosts(), within rounding.
torch::Tensor sharingCosts(const std::vector<OwnFit>& tasks);

/// 1 / standard deviation per channel; 0 for channels that are constant.
torch::Tensor inverseDeviation(const torch::Tensor& variance);

/// S⁻¹ Bᵀ transposed, that is B S⁻¹, for a symmetric positive semi-definite S [n,n] and B [m,n]. Cholesky; the
/// pseudo-inverse if S is singular.
torch::Tensor solveSymmetric(const torch::Tensor& s, const torch::Tensor& b);

}  // namespace zipper
