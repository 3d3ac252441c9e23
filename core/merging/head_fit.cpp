// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/head_fit.h"

#include "core/compute/folded_pass.h"
#include "core/merging/least_squares.h"
#include "core/merging/tap_reader.h"
#include "core/training/network_device.h"
#include "core/training/task_work.h"

namespace zipper {

namespace {

constexpr int headBatch = 64;

/// What the backbones of both networks make of the images, batch by batch, [N,C], on the device.
struct Features {
  std::vector<torch::Tensor> own, wanted;
};

std::vector<torch::Tensor> featuresOf(MobileNet& network, int layer, const CalibrationImages& images,
                                      const Work& work) {
  FoldedPass pass(foldedOn(images.device, network));
  TapReader taps({&pass}, layer, images, headBatch, work);
  std::vector<torch::Tensor> features;
  while (const auto batch = taps.next()) {
    if (batch->images() > 0) features.push_back(pass.features(batch->starts.front()));
    work.tell(batch->number, taps.batches());
  }
  return features;
}

/// Of a layer of the head: what it reads in `network`, and what it puts out before its activation in `teacher`.
LayerMoments headMoments(MobileNet& network, MobileNet& teacher, int layer, const Features& features,
                         const ComputeDevice& device, const Work& work) {
  const torch::Tensor weight = network->headLayers()[std::size_t(layer)]->weight;
  LayerMoments moments{int(weight.size(1)), int(weight.size(0))};
  const FoldedPass own(foldedOn(device, network)), wanted(foldedOn(device, teacher));
  for (std::size_t i = 0; i < features.own.size(); ++i) {
    const auto inputs = own.headInputs(layer, features.own[i]);
    const auto outputs = wanted.headOutputs(layer, wanted.headInputs(layer, features.wanted[i]));
    moments.add(inputs.unsqueeze(2).unsqueeze(3), outputs.unsqueeze(2).unsqueeze(3), 0);
  }
  moments.pool(work.group);
  return moments;
}

void fitHead(MobileNet& network, MobileNet& teacher, int layer, const CalibrationImages& images, const Work& work) {
  std::vector<torch::nn::Linear> layers = network->headLayers();
  const int behindAll = network->plan().layers() + 1;
  const Features features{featuresOf(network, layer, images, partOfWork(work, 0, 2)),
                          featuresOf(teacher, behindAll, images, partOfWork(work, 1, 2))};
  for (int i = 0; i < int(layers.size()); ++i) {
    const LayerMoments moments = headMoments(network, teacher, i, features, images.device, work);
    const HeadValues head = fittedHead(moments, layers[std::size_t(i)]->weight, pooledRidge);
    layers[std::size_t(i)]->weight.copy_(head.weight);
    layers[std::size_t(i)]->bias.copy_(head.bias);
  }
}

}  // namespace

HeadValues fittedHead(const LayerMoments& moments, const torch::Tensor& weight, double ridge) {
  const auto fitted = fittedMap({moments}, weight, ridge);
  return {fitted, moments.z - fitted.mv(moments.x)};
}

void fitHeads(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input) {
  torch::NoGradGuard noGrad;
  forTasks(network.taskCount(), input.work, input.device, [&](int t, const Work& work) {
    fitHead(network.task(t), teachers[std::size_t(t)], layer, imagesOfTask(input, t), work);
  });
}

}  // namespace zipper
