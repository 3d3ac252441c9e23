// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

#include "core/compute/fused_batch_norm.h"
#include "core/compute/image_threads.h"
#include "core/compute/unit_shapes.h"
#include "core/kernels/gemm.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"
#include "core/support/mapped_memory.h"

namespace zipper {

/// Memory that the steps of several tasks use one after another, kept from one iteration to the next.
struct FusedWorkspace {
  std::vector<MappedFloats> depthwise;  ///< outputs of the depthwise convolutions of each layer
  std::vector<MappedFloats> pointwise;  ///< those of the stem and of the pointwise convolutions
  std::vector<MappedFloats> maps;       ///< what these become behind the activation
  std::vector<MappedFloats> taps;       ///< of the teacher, each layer
  MappedFloats gradient, inner;         ///< of the outputs of the layer in work, and between its convolutions
  struct Part {
    MappedFloats block;    ///< rows of activated depthwise outputs, or of patches
    MappedFloats weights;  ///< this thread's share of the gradient of a weight
    double mismatch = 0;
  };
  std::vector<Part> parts;  ///< per thread

  /// Where the taps of so many images go.
  std::vector<float*> tapsFor(const UnitShapes& shapes, std::int64_t count);
};

/// One task's path through the merged network in training mode, forward and backward, without autograd: convolutions by
/// oneDNN's matrix product and by kernels.h, each batch normalization, activation and L1 mismatch in one go over the
/// maps. Everything is NHWC; the same mathematics as MobileNet::forward() and taskLoss().
class FusedStudent {
 public:
  /// Only float32 parameters on the CPU, of a plan that can be fused, see canBeFused().
  static bool supports(const MobileNet& network);
  static bool supports(MergedNetwork& network);
  /// Shares the parameters with `network`. With a group each process has a share of the images:
  /// statistics are those of all; gradients are this process's share of their sum over all.
  FusedStudent(MobileNet network, std::shared_ptr<FusedWorkspace> workspace, ProcessGroupPtr group = nullptr,
               Precision precision = Precision::Float32);

  /// images: NHWC, `count` of them; taps: those of the teacher (FusedTeacher), kept until backward(), or none where
  /// nothing is compared. Returns features [N,C] before the head and updates the running statistics.
  torch::Tensor forward(const float* images, std::int64_t count, const std::vector<const float*>& taps);
  /// After forward(): mean |teacher - student| of each layer, of this process's images.
  const std::vector<float>& layerL1() const { return layerL1_; }
  /// Adds the gradients of l1Weight * (sum of layerL1()) and of a loss with this gradient with respect to the features
  /// (undefined: none) to those of the parameters.
  void backward(const float* images, const torch::Tensor& featureGradient, double l1Weight);

 private:
  struct Unit {
    torch::Tensor weight;
    std::shared_ptr<FusedBatchNorm> bn;
    std::vector<float> kernels;  ///< depthwise weights, [9][channels]
    Weights products;            ///< pointwise weights, as of the last forward()
  };
  void forwardStem(const float* images);
  void forwardDepthwise(std::size_t layer);
  void forwardPointwise(std::size_t layer);
  torch::Tensor features();
  void activateMaps(std::size_t layer, std::int64_t image, double& mismatch);
  void noteMismatch(std::size_t layer);

  void backwardHead(const torch::Tensor& featureGradient, float weight);
  void backwardPointwise(std::size_t layer);
  void backwardDepthwise(std::size_t layer, float weight);
  void backwardStem(const float* images);
  void backwardActivation(std::size_t layer, float weight, std::int64_t row, std::int64_t rows, std::size_t part);
  float mismatchWeight(std::size_t layer, double l1Weight) const;
  void addPartialWeights(torch::Tensor& weight, bool kernelsOrder);

  std::size_t layers() const { return depthwise_.size(); }
  std::int64_t rows(std::size_t layer) const { return count_ * shapes_.pixels(int(layer)); }

  MobileNet network_;
  std::shared_ptr<FusedWorkspace> space_;
  ProcessGroupPtr group_;
  UnitShapes shapes_;
  std::vector<Unit> depthwise_;  ///< layers 1, 2, ...
  std::vector<Unit> pointwise_;  ///< the stem and layers 1, 2, ...
  std::int64_t count_ = 0;       ///< images of the last forward()
  Division division_;            ///< of them
  std::vector<const float*> taps_;
  std::vector<float> layerL1_;
};

}  // namespace zipper
