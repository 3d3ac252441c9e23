// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/network/mobilenet_spec.h"
#include "core/network/named_tensors.h"
#include "core/support/libtorch.h"

namespace zipper {

/// Pads [N,C,H,W] with zeros as TF SAME does before a 3x3 convolution of stride 2: right and bottom, and left and top
/// only where the size is odd.
torch::Tensor padLikeTensorFlow(const torch::Tensor& x);

/// A convolution without bias, batch normalization and activation: the unit that MobileNet V1 is made of.
/// `conv` and `bn` are modules of their own, so that units of several tasks can share either.
class ConvUnitImpl : public torch::nn::Module {
 public:
  struct Options {
    int inputChannels = 0;
    int outputChannels = 0;
    int kernel = 1;
    int stride = 1;
    bool depthwise = false;
    Padding padding = Padding::Pad1;
    Activation activation = Activation::ReLU6;
    double bnEpsilon = 1e-3;
  };

  explicit ConvUnitImpl(const Options& options);

  /// [N,C_in,H,W] -> [N,C_out,H',W'], after the activation.
  torch::Tensor forward(const torch::Tensor& x);
  /// The convolution alone, before batch normalization.
  torch::Tensor convolve(const torch::Tensor& x);
  torch::Tensor activate(const torch::Tensor& x) const;

  /// Makes this unit use the convolution, the batch normalization, or both modules of another unit.
  void shareConvolution(ConvUnitImpl& other);
  void shareBatchNorm(ConvUnitImpl& other);
  void share(ConvUnitImpl& other);

  const Options& options() const { return options_; }
  /// True if padLikeTensorFlow() comes before the convolution.
  bool padsAsymmetrically() const { return options_.padding == Padding::Same && options_.stride == 2; }

  torch::nn::Conv2d conv{nullptr};
  torch::nn::BatchNorm2d bn{nullptr};

 private:
  Options options_;
};
TORCH_MODULE(ConvUnit);

/// What a forward pass yields.
struct ForwardResult {
  torch::Tensor logits;             ///< [N,classes]
  std::vector<torch::Tensor> taps;  ///< 13 pointwise outputs after the activation, [N,C,H,W]; empty unless asked for
};

/// MobileNet V1 of a spec: stem, 13 blocks of depthwise and pointwise unit, global average pooling, linear head.
class MobileNetImpl : public torch::nn::Module {
 public:
  /// Weights are initialized from the seed (He for convolutions, as in torchvision).
  explicit MobileNetImpl(const MobileNetSpec& spec, std::uint64_t seed = 0);

  /// x: [N,C,H,W], normalized as the spec says.
  ForwardResult forward(const torch::Tensor& x, bool withTaps = false);
  /// Features before the head: [N,channels of block 13].
  torch::Tensor features(const torch::Tensor& x);
  /// The two parts of forward(): images to the output of layer 0 (stem) ... 13, appending the outputs of layers 1 to
  /// `layer` to `taps` if given; and that output to logits, with the taps of the layers behind it.
  torch::Tensor trunk(const torch::Tensor& x, int layer, std::vector<torch::Tensor>* taps = nullptr);
  ForwardResult branch(const torch::Tensor& maps, int layer, bool withTaps = false);

  const MobileNetSpec& spec() const { return spec_; }
  ConvUnit& depthwise(int layer) { return depthwise_[std::size_t(layer) - 1]; }  ///< layer 1...13
  ConvUnit& pointwise(int layer) { return pointwise_[std::size_t(layer) - 1]; }  ///< layer 1...13
  /// All convolutions, in the order of layerTable(), which has the head behind them.
  std::vector<ConvUnit> units() const;

  /// All parameters and buffers under canonical names: "stem.conv.weight", "layers.3.pointwise.bn.running_mean",
  /// "head.weight", ... (without num_batches_tracked). The tensors are the network's own, not copies.
  NamedTensors state();
  /// Copies values in. Throws Error naming the first key that is missing, unknown, or has another shape.
  void loadState(const NamedTensors& state);

  ConvUnit stem{nullptr};
  torch::nn::Linear head{nullptr};  ///< null if the spec has no classes

 private:
  MobileNetSpec spec_;
  std::vector<ConvUnit> depthwise_;
  std::vector<ConvUnit> pointwise_;
};
TORCH_MODULE(MobileNet);

/// A network of its own with the same spec, mode and values.
MobileNet cloneNetwork(MobileNet& network);

/// The weights of a trained network under another spec: everything but the head is copied, the head is new and
/// initialized from the seed. The spec may differ in input size, classes, stem stride and the like, not in shapes;
/// Error names the first that differs.
MobileNet withNewHead(MobileNet& network, const MobileNetSpec& spec, std::uint64_t seed);

}  // namespace zipper
