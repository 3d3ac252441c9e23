#pragma once

#include "core/network/mobilenet.h"

namespace zipper {

/// A network for inference: running statistics, scale and shift of every batch normalization are folded into the
/// convolution before it. Its weights are constants in channels-last layout; no gradients.
class FoldedNetwork {
 public:
  explicit FoldedNetwork(MobileNet& network);
  /// The same function as the network in evaluation mode.
  ForwardResult forward(const torch::Tensor& x, bool withTaps = false) const;
  const MobileNetSpec& spec() const { return spec_; }

 private:
  struct Unit {
    torch::Tensor weight, bias;
    std::int64_t stride = 1, padding = 0, groups = 1;
    bool asymmetric = false;  ///< TF SAME at stride 2
  };
  static Unit fold(ConvUnitImpl& unit);
  torch::Tensor apply(const Unit& unit, const torch::Tensor& x) const;

  MobileNetSpec spec_;
  std::vector<Unit> units_;  ///< stem, then depthwise and pointwise of each block
  torch::Tensor headWeight_, headBias_;
};

}  // namespace zipper
