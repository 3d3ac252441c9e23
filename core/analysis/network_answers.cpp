// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/network_answers.h"

#include <algorithm>
#include <memory>

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/support/error.h"
#include "core/training/evaluation.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

/// One network's pass over the images.
class AnswerPass {
 public:
  explicit AnswerPass(const FoldedNetwork& network) : pass_(network), place_(deviceOf(network)) {}

  void answer(const Batch& batch) {
    const torch::Tensor logits = pass_.logits(batchOn(place_, batch).images).cpu();
    addToScore(answers_.score, logits, batch.labels);
    // By topk() as the score does it: of equal outputs both then take the same.
    const torch::Tensor top = std::get<1>(logits.topk(std::min<std::int64_t>(5, logits.size(1)), 1));
    const torch::Tensor best = top.narrow(1, 0, std::min<std::int64_t>(2, top.size(1))).contiguous();
    const torch::Tensor sure = logits.softmax(1).gather(1, best).contiguous();
    const torch::Tensor labels = batch.labels.contiguous();
    const auto width = best.size(1);
    for (std::int64_t i = 0; i < best.size(0); ++i) {
      const std::int64_t* outputs = best.data_ptr<std::int64_t>() + i * width;
      const float* shares = sure.data_ptr<float>() + i * width;
      answers_.labels.push_back(int(labels.data_ptr<std::int64_t>()[i]));
      answers_.answers.push_back(int(outputs[0]));
      answers_.probabilities.push_back(shares[0]);
      answers_.seconds.push_back(width > 1 ? SecondClass{int(outputs[1]), shares[1]} : SecondClass{});
    }
    answers_.images.insert(answers_.images.end(), batch.indices.begin(), batch.indices.end());
  }

  NetworkAnswers finish(const Dataset& images, std::int64_t unreadable) {
    answers_.score = meanOf(answers_.score);
    answers_.score.drawnFrom = drawnFrom(images);
    answers_.unreadable = unreadable;
    return std::move(answers_);
  }

 private:
  FoldedPass pass_;
  torch::Device place_;
  NetworkAnswers answers_;
};

}  // namespace

std::vector<NetworkAnswers> answersOf(const std::vector<FoldedNetwork>& networks, const DatasetPtr& images,
                                      const Work& work) {
  if (networks.empty()) return {};
  torch::NoGradGuard noGrad;
  std::vector<std::unique_ptr<AnswerPass>> passes;
  for (const FoldedNetwork& network : networks) {
    if (network.spec().classes == 0) fail("a network without a head has no answers");
    passes.push_back(std::make_unique<AnswerPass>(network));
  }
  BatchLoader loader(images, networks.front().spec(), scoringOptions(networks.front().spec()));
  int done = 0;
  while (const auto batch = loader.next()) {
    for (const auto& pass : passes) {
      work.stop.throwIfStopped();
      if (!batch->indices.empty()) pass->answer(*batch);
    }
    work.tell(++done, int(loader.batchesPerEpoch()));
  }
  const UnreadableImages bad = loader.unreadable();
  if (bad.count > 0) work.warn("scoring: " + unreadableText(bad));
  std::vector<NetworkAnswers> answers;
  for (const auto& pass : passes) answers.push_back(pass->finish(*images, bad.count));
  return answers;
}

std::vector<NetworkAnswers> answersOf(const ComputeDevice& device, std::vector<MobileNet> networks,
                                      const DatasetPtr& images, const Work& work) {
  std::vector<NetworkAnswers> answers;
  withNetworksOn(device, {}, [&](const torch::Device&) {
    std::vector<FoldedNetwork> folded;
    for (MobileNet& network : networks) folded.push_back(foldedOn(device, network));
    answers = answersOf(folded, images, work);
  });
  return answers;
}

}  // namespace zipper
