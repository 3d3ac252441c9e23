// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/network/named_tensors.h"
#include "core/network/plan.h"
#include "core/support/libtorch.h"

namespace zipper {

/// Pads [N,C,H,W] with zeros as TF SAME does before a convolution of stride 2 with a 3x3 or 5x5 kernel: right and
/// bottom by half the kernel, left and top by one pixel less where the size is even.
torch::Tensor padLikeTensorFlow(const torch::Tensor& x, int kernel = 3);

/// The values of an activation.
torch::Tensor activate(const torch::Tensor& x, Activation activation);

/// A convolution without bias, batch normalization and activation: the unit that MobileNets are made of. `conv` and
/// `bn` are modules of their own, so that units of several tasks can share either. Those of squeeze-and-excite have
/// `bias` in place of `bn`, which is null then.
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
    bool normalizes = true;  ///< batch normalization; otherwise a bias
    bool pools = false;      ///< what it reads is averaged over all positions first
  };

  explicit ConvUnitImpl(const Options& options);

  /// [N,C_in,H,W] -> [N,C_out,H',W'], after the activation.
  torch::Tensor forward(const torch::Tensor& x);
  /// What the convolution sees of maps that the unit reads: their average where it pools, otherwise the maps.
  torch::Tensor seen(const torch::Tensor& x) const { return options_.pools ? x.mean({2, 3}, true) : x; }
  /// The convolution alone, before batch normalization or bias.
  torch::Tensor convolve(const torch::Tensor& x);
  /// Convolution and batch normalization or bias.
  torch::Tensor beforeActivation(const torch::Tensor& x);
  torch::Tensor activate(const torch::Tensor& x) const { return zipper::activate(x, options_.activation); }

  /// Makes this unit use the convolution of another unit, or all of it.
  void shareConvolution(ConvUnitImpl& other);
  void share(ConvUnitImpl& other);
  /// Its own parameters and buffers, not copies: "conv.weight", and "bn.weight", "bn.bias", "bn.running_mean",
  /// "bn.running_var", or "bias". The output channels are the first axis of each.
  NamedTensors tensors() const;

  const Options& options() const { return options_; }
  /// True if padLikeTensorFlow() comes before the convolution.
  bool padsAsymmetrically() const { return options_.padding == Padding::Same && options_.stride == 2; }

  torch::nn::Conv2d conv{nullptr};
  torch::nn::BatchNorm2d bn{nullptr};
  torch::Tensor bias;  ///< undefined where there is batch normalization

 private:
  Options options_;
};
TORCH_MODULE(ConvUnit);

/// What a forward pass yields.
struct ForwardResult {
  torch::Tensor logits;             ///< [N,classes]
  std::vector<torch::Tensor> taps;  ///< what each layer hands on, [N,C,H,W]; empty unless asked for
};

/// The network of a plan: convolution units, global average pooling, a head of linear layers.
class MobileNetImpl : public torch::nn::Module {
 public:
  /// Weights are initialized from the seed (He for convolutions, as in torchvision).
  explicit MobileNetImpl(const MobileNetSpec& spec, std::uint64_t seed = 0);
  /// Of another plan than the one that planOf() gives this spec.
  MobileNetImpl(const MobileNetSpec& spec, NetworkPlan plan, std::uint64_t seed);

  /// x: [N,C,H,W], normalized as the spec says.
  ForwardResult forward(const torch::Tensor& x, bool withTaps = false);
  /// Features before the head: [N,channels of the last layer].
  torch::Tensor features(const torch::Tensor& x);
  /// What the head makes of them, [N,classes]; without classes the features themselves.
  torch::Tensor logitsOf(const torch::Tensor& features);
  /// The two parts of forward(): images to the output of a layer, 0 being what comes before the first, appending the
  /// outputs of layers 1 to `layer` to `taps` if given; and that output to logits, with the taps of the layers behind
  /// it.
  torch::Tensor trunk(const torch::Tensor& x, int layer, std::vector<torch::Tensor>* taps = nullptr);
  ForwardResult branch(const torch::Tensor& maps, int layer, bool withTaps = false);

  const MobileNetSpec& spec() const { return spec_; }
  const NetworkPlan& plan() const { return plan_; }
  int layers() const { return plan_.layers(); }
  /// All convolutions, in the order of plan().units, which has the head behind them.
  std::vector<ConvUnit>& units() { return units_; }
  ConvUnit& unit(int index) { return units_[std::size_t(index)]; }
  ConvUnit& stem() { return units_.front(); }
  /// The first unit of these kinds of a layer, from 1 on.
  ConvUnit& depthwise(int layer) { return unit(layer, UnitKind::Depthwise); }
  ConvUnit& pointwise(int layer) { return unit(layer, UnitKind::Pointwise); }
  /// The linear layers of the head, in the order of the plan: hidden ones, then `head`. None without classes.
  std::vector<torch::nn::Linear> headLayers();

  /// All parameters and buffers under canonical names: "stem.conv.weight", "layers.3.pointwise.bn.running_mean",
  /// "head.weight", ... (without num_batches_tracked). The tensors are the network's own, not copies.
  NamedTensors state();
  /// Copies values in. Throws Error naming the first key that is missing, unknown, or has another shape.
  void loadState(const NamedTensors& state);

  std::vector<torch::nn::Linear> hidden;  ///< of the head, before its last layer
  torch::nn::Linear head{nullptr};        ///< its last layer; null if the spec has no classes

 private:
  ConvUnit& unit(int layer, UnitKind kind);
  /// Units first ... end - 1, see walkUnits().
  torch::Tensor walk(const torch::Tensor& x, int first, int end, std::vector<torch::Tensor>* taps);

  MobileNetSpec spec_;
  NetworkPlan plan_;
  std::vector<ConvUnit> units_;
};
TORCH_MODULE(MobileNet);

/// A network of its own with the same spec, mode and values.
MobileNet cloneNetwork(MobileNet& network);

/// The weights of a trained network under another spec: everything but the head is copied, the head is new and
/// initialized from the seed. The spec may differ in input size, classes, stem stride and the like, not in shapes;
/// Error names the first that differs.
MobileNet withNewHead(MobileNet& network, const MobileNetSpec& spec, std::uint64_t seed);

}  // namespace zipper
