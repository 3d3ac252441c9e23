// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/compute/fused_batch_norm.h"
#include "core/compute/fused_squeeze_excite.h"
#include "core/compute/fused_workspace.h"
#include "core/compute/image_threads.h"
#include "core/kernels/gemm.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"

namespace zipper {

/// One task's path through the merged network in training mode, forward and backward, without autograd: convolutions by
/// oneDNN's matrix product and by kernels.h, each batch normalization, activation and L1 mismatch in one go over the
/// maps. Everything is NHWC; the same mathematics as MobileNet::forward() and taskLoss().
class FusedStudent {
 public:
  /// Only float32 parameters on the CPU, of a plan that can be fused, see canBeFused().
  static bool supports(const MobileNet& network);
  static bool supports(MergedNetwork& network);
  /// Whether the tasks share nothing but weights of pointwise convolutions, so that they can go at once, each with a
  /// workspace of its own, if gradients are kept apart.
  static bool canGoAtOnce(MergedNetwork& network);
  /// Shares the parameters with `network`. With a group each process has a share of the images:
  /// statistics are those of all; gradients are this process's share of their sum over all.
  FusedStudent(MobileNet network, std::shared_ptr<FusedWorkspace> workspace, ProcessGroupPtr group = nullptr,
               Precision precision = Precision::Float32);

  /// images: NHWC, `count` of them; taps: those of the teacher (FusedTeacher), whose values stay until backward().
  /// Returns features [N,C] before the head and updates the running statistics.
  torch::Tensor forward(const float* images, std::int64_t count, TeacherTaps taps);
  /// The same from what a layer (0: the units before the first) handed on in training mode, NHWC. The units up to it
  /// are left alone. backward() isn't for this.
  torch::Tensor forwardFrom(int layer, const float* maps, std::int64_t count);
  /// Keeps what a layer hands on until the next forward(); and that, NHWC.
  void keepMaps(int layer);
  const float* maps(int layer) const;
  /// After forward(): mean |teacher - student| of each layer, of this process's images.
  const std::vector<float>& layerL1() const { return layerL1_; }
  /// Adds the gradients of l1Weight * (sum of layerL1()) and of a loss with this gradient with respect to the features
  /// (undefined: none) to those of the parameters.
  void backward(const float* images, const torch::Tensor& featureGradient, double l1Weight);

  /// From now on backward() leaves the gradients of pointwise weights, which tasks may share, to addGradients().
  void keepGradientsApart();
  void addGradients();

 private:
  struct Unit {
    torch::Tensor weight;
    std::shared_ptr<FusedBatchNorm> bn;                 ///< null: see UnitShape::normalizes()
    MappedFloats kernels;                               ///< depthwise weights, [9 or 25][channels]
    Weights products;                                   ///< pointwise weights, as of the last forward()
    std::shared_ptr<FusedSqueezeExcite> squeezeExcite;  ///< of the maps that a pointwise unit reads; null: none
  };
  void begin(std::int64_t count, TeacherTaps taps);
  void takeMemory();
  void forwardUnits(std::size_t first);
  void forwardStem(const float* images);
  void forwardDepthwise(std::size_t unit);
  void forwardPointwise(std::size_t unit);
  const float* readRows(std::size_t pointwise, std::int64_t row, std::int64_t rows, float* block) const;
  torch::Tensor features();
  const float* finishMaps(std::size_t unit, std::int64_t image, std::size_t part);
  const float* finishedMaps(std::size_t unit, std::int64_t image, std::size_t part);
  float* placeOf(std::size_t unit, std::int64_t image, std::size_t part);
  void noteMismatch(std::size_t unit);

  void backwardHead(const torch::Tensor& featureGradient);
  void backwardPointwise(std::size_t unit);
  void backwardDepthwise(std::size_t unit);
  void backwardStem(const float* images);
  void backwardMaps(std::size_t unit, float* gradient, std::int64_t image, std::size_t part);
  void passOn(std::size_t addend, const float* gradient, std::int64_t image);
  void noteAddend(std::size_t unit);
  void addPartialWeights(torch::Tensor& weight, bool kernelsOrder);
  void addPartialSqueezeExcite(FusedSqueezeExcite& of);

  std::int64_t rows(std::size_t unit) const { return count_ * shapes_[unit].pixels(); }
  const float* tapOf(std::size_t unit, std::int64_t image) const;

  MobileNet network_;
  std::shared_ptr<FusedWorkspace> space_;
  ProcessGroupPtr group_;
  UnitShapes shapes_;
  std::vector<Unit> units_;
  std::int64_t count_ = 0;  ///< images of the last forward()
  Division division_;       ///< of them
  TeacherTaps taps_;
  int given_ = -1;  ///< unit whose maps were given to forwardFrom(); -1: none
  const float* givenMaps_ = nullptr;
  std::vector<float> layerL1_;
  bool keepsApart_ = false;
  double l1Weight_ = 0;           ///< of the backward() in work
  std::vector<bool> added_;       ///< units whose maps are added somewhere
  std::vector<bool> keeps_;       ///< units whose maps are kept: a depthwise reader finds them again for less
  std::vector<bool> hasPending_;  ///< those whose gradients wait in FusedWorkspace::pending
};

}  // namespace zipper
