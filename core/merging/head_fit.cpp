// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/head_fit.h"

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/merging/least_squares.h"
#include "core/support/random.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

constexpr int headBatch = 64;

/// What the backbones of both networks make of the images, batch by batch, [N,C].
struct Features {
  std::vector<torch::Tensor> own, wanted;
};

Features featuresOf(MobileNet& network, MobileNet& teacher, const DatasetPtr& images, const Work& work) {
  LoaderOptions options;
  options.batchSize = headBatch;
  options.labels = false;
  options.share = shareOf(work.group);
  BatchLoader loader(images, network->spec(), options);
  FoldedPass own(network), wanted(teacher);
  Features features;
  int done = 0;
  while (const auto batch = loader.next()) {
    work.throwIfStopped();
    if (!batch->indices.empty()) {
      features.own.push_back(own.features(batch->images));
      features.wanted.push_back(wanted.features(batch->images));
    }
    work.tell(++done, int(loader.batchesPerEpoch()));
  }
  return features;
}

/// Of a layer of the head: what it reads in `network`, and what it puts out before its activation in `teacher`.
LayerMoments headMoments(MobileNet& network, MobileNet& teacher, int layer, const Features& features,
                         const Work& work) {
  const torch::Tensor weight = network->headLayers()[std::size_t(layer)]->weight;
  LayerMoments moments{int(weight.size(1)), int(weight.size(0))};
  const FoldedPass own(network), wanted(teacher);
  for (std::size_t i = 0; i < features.own.size(); ++i) {
    const auto inputs = own.headInputs(layer, features.own[i]);
    const auto outputs = wanted.headOutputs(layer, wanted.headInputs(layer, features.wanted[i]));
    moments.add(inputs.unsqueeze(2).unsqueeze(3), outputs.unsqueeze(2).unsqueeze(3), 0);
  }
  moments.pool(work.group);
  return moments;
}

}  // namespace

HeadValues fittedHead(const LayerMoments& moments, const torch::Tensor& weight, double ridge) {
  const auto fitted = fittedMap({moments}, weight, ridge);
  return {fitted, moments.z - fitted.mv(moments.x)};
}

void fitHeads(MergedNetwork& network, std::vector<MobileNet>& teachers, const MergeInput& input) {
  torch::NoGradGuard noGrad;
  const int tasks = network.taskCount();
  for (int t = 0; t < tasks; ++t) {
    MobileNet& task = network.task(t);
    const auto images = imageSample(input.trainingSets[std::size_t(t)], input.settings.initializationImages,
                                    mixSeed({input.seed, 1, std::uint64_t(t)}));
    std::vector<torch::nn::Linear> layers = task->headLayers();
    MobileNet& teacher = teachers[std::size_t(t)];
    const Features features = featuresOf(task, teacher, images, partOfWork(input.work, t, tasks));
    for (int i = 0; i < int(layers.size()); ++i) {
      const LayerMoments moments = headMoments(task, teacher, i, features, input.work);
      const HeadValues head = fittedHead(moments, layers[std::size_t(i)]->weight, pooledRidge);
      layers[std::size_t(i)]->weight.copy_(head.weight);
      layers[std::size_t(i)]->bias.copy_(head.bias);
    }
  }
}

}  // namespace zipper
