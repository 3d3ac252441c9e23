// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/synthesized_images.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/network/network_plan.h"
#include "core/support/error.h"
#include "core/support/random.h"
#include "core/training/network_device.h"
#include "core/training/unfolded_norms.h"

namespace zipper {

namespace {

/// What a pass over images found.
struct Pass {
  torch::Tensor logits;  ///< undefined without a head
  torch::Tensor distance;
};

torch::Tensor distanceOf(const ConvUnitImpl& unit, const torch::Tensor& maps) {
  const double epsilon = unit.options().bnEpsilon;
  const torch::Tensor mean = maps.mean({0, 2, 3}), deviation = (maps.var({0, 2, 3}, false) + epsilon).sqrt();
  const torch::Tensor wanted = unit.bn->running_var + epsilon;
  const torch::Tensor away = (mean - unit.bn->running_mean).square() + (deviation - wanted.sqrt()).square();
  return (away / wanted).mean();
}

Pass passOf(MobileNet& network, const torch::Tensor& images) {
  std::vector<torch::Tensor> distances;
  const auto apply = [&](int index, const torch::Tensor& maps) {
    ConvUnit& unit = network->unit(index);
    if (!unit->options().normalizes) return unit->forward(maps);
    const torch::Tensor before = unit->convolve(maps);
    distances.push_back(distanceOf(*unit, before));
    return unit->activate(unit->bn->forward(before));
  };
  const torch::Tensor last =
      walkUnits(network->plan(), 0, int(network->units().size()), images, apply, [](int, const torch::Tensor&) {});
  Pass pass;
  pass.distance = torch::stack(distances).mean();
  if (network->spec().classes > 0) pass.logits = network->logitsOf(last.mean({2, 3}));
  return pass;
}

/// Per channel, [1,C,1,1].
torch::Tensor perChannel(const std::vector<double>& values, int channels) {
  std::vector<float> all;
  for (int c = 0; c < channels; ++c) all.push_back(float(values.size() == 1 ? values[0] : values[std::size_t(c)]));
  return torch::tensor(all).view({1, channels, 1, 1});
}

/// Outputs that stand for classes of a data set.
std::vector<int> outputsOf(const MobileNetSpec& spec) {
  std::vector<int> outputs;
  for (int i = spec.classOffset; i < spec.classes; ++i) outputs.push_back(i);
  return outputs;
}

void checkStatistics(MobileNet& network) {
  for (ConvUnit& unit : network->units()) {
    if (!unit->options().normalizes) continue;
    if (isFolded(*unit->bn))
      fail(
          "the batch normalization of this network is folded into its convolutions, or was never trained: it holds no "
          "statistics to make images from; take the file that it was converted from");
  }
}

class Synthesis {
 public:
  /// The network is on `place`.
  Synthesis(MobileNet& network, const SynthesisOptions& options, const torch::Device& place)
      : network_(network),
        options_(options),
        place_(place),
        outputs_(outputsOf(network->spec())),
        mean_(perChannel(network->spec().normalization.mean, network->spec().inputChannels).to(place)),
        std_(perChannel(network->spec().normalization.std, network->spec().inputChannels).to(place)) {}

  /// Images `first` to `end` - 1, [N,C,H,W] in [0,1].
  torch::Tensor batch(int first, int end, const Work& work) {
    const MobileNetSpec& spec = network_->spec();
    auto generator = at::make_generator<at::CPUGeneratorImpl>(mixSeed({options_.seed, std::uint64_t(first)}));
    Random shifts(mixSeed({options_.seed, std::uint64_t(first), 1}));
    torch::Tensor pixels = torch::empty({end - first, spec.inputChannels, spec.inputSize, spec.inputSize});
    pixels = pixels.normal_(0.5, 0.25, generator).clamp_(0, 1).to(place_).set_requires_grad(true);
    const torch::Tensor labels = labelsOf(first, end).to(place_);
    torch::optim::Adam adam({pixels}, torch::optim::AdamOptions(options_.learningRate));
    for (int i = 0; i < options_.iterations; ++i) {
      work.throwIfStopped();
      static_cast<torch::optim::AdamOptions&>(adam.param_groups()[0].options()).lr(learningRateAt(i));
      adam.zero_grad();
      lossOf(shifted(pixels, shifts), labels).backward();
      adam.step();
      torch::NoGradGuard noGrad;
      pixels.clamp_(0, 1);
      work.tell(first / options_.batchSize * options_.iterations + i + 1,
                (options_.images + options_.batchSize - 1) / options_.batchSize * options_.iterations);
    }
    return pixels.detach().cpu();
  }

  SynthesizedImage imageOf(const torch::Tensor& pixels, int number) const {
    const torch::Tensor bytes = (pixels * 255).round().to(torch::kUInt8).permute({1, 2, 0}).contiguous();
    const int side = int(bytes.size(0)), channels = int(bytes.size(2));
    SynthesizedImage image;
    image.output = outputs_.empty() ? -1 : outputs_[std::size_t(number) % outputs_.size()];
    image.pixels = cv::Mat(side, side, CV_8UC(channels), bytes.data_ptr()).clone();
    if (channels == 3 && network_->spec().normalization.order == ChannelOrder::BGR)
      cv::cvtColor(image.pixels, image.pixels, cv::COLOR_BGR2RGB);
    return image;
  }

 private:
  /// Falls to nothing as a cosine does.
  double learningRateAt(int iteration) const {
    return options_.learningRate * 0.5 * (1 + std::cos(M_PI * iteration / options_.iterations));
  }

  torch::Tensor labelsOf(int first, int end) const {
    std::vector<std::int64_t> labels;
    for (int i = first; i < end && !outputs_.empty(); ++i) labels.push_back(outputs_[std::size_t(i) % outputs_.size()]);
    return torch::tensor(labels, torch::kInt64);
  }

  /// By up to a sixteenth: what is in an image shall not depend on where its pixels lie.
  torch::Tensor shifted(const torch::Tensor& pixels, Random& random) const {
    const int most = std::max(1, int(pixels.size(2)) / 16);
    const auto by = [&] { return std::int64_t(random.below(std::uint64_t(2 * most + 1))) - most; };
    const std::int64_t down = by(), right = by();
    return torch::roll(pixels, {down, right}, {2, 3});
  }

  torch::Tensor lossOf(const torch::Tensor& pixels, const torch::Tensor& labels) {
    const Pass pass = passOf(network_, (pixels - mean_) / std_);
    torch::Tensor loss = options_.statisticsWeight * pass.distance;
    if (pass.logits.defined()) loss = loss + torch::nn::functional::cross_entropy(pass.logits, labels);
    const torch::Tensor down = (pixels.slice(2, 1) - pixels.slice(2, 0, -1)).abs().mean(),
                        right = (pixels.slice(3, 1) - pixels.slice(3, 0, -1)).abs().mean();
    return loss + options_.smoothnessWeight * (down + right);
  }

  MobileNet network_;
  SynthesisOptions options_;
  torch::Device place_;
  std::vector<int> outputs_;
  torch::Tensor mean_, std_;
};

}  // namespace

torch::Tensor statisticsDistance(MobileNet& network, const torch::Tensor& images) {
  return passOf(network, images).distance;
}

void synthesizeImages(MobileNet& network, const SynthesisOptions& options,
                      const std::function<void(const SynthesizedImage&)>& take, const Work& work) {
  checkStatistics(network);
  MobileNet own = cloneNetwork(network);  // in evaluation mode, and without gradients of its weights
  own->eval();
  for (torch::Tensor& parameter : own->parameters()) parameter.set_requires_grad(false);
  withNetworksOn(options.device, {own}, [&](const torch::Device& place) {
    Synthesis synthesis(own, options, place);
    for (int first = 0; first < options.images; first += options.batchSize) {
      const int end = std::min(options.images, first + options.batchSize);
      const torch::Tensor pixels = synthesis.batch(first, end, work);
      for (int i = first; i < end; ++i) take(synthesis.imageOf(pixels[i - first], i));
    }
  });
}

}  // namespace zipper
