// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/evaluation.h"

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/network/memory_need.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr int scoringBatch = 128;

/// Sums, not yet means.
void addUp(Score& score, const ProcessGroupPtr& group) {
  if (!group) return;
  double sums[] = {double(score.images), score.top1, score.top5, score.loss};
  group->sum(sums, 4);
  score = {std::int64_t(sums[0]), sums[1], sums[2], sums[3]};
}

}  // namespace

void addToScore(Score& score, const torch::Tensor& logits, const torch::Tensor& labels) {
  const auto count = labels.size(0);
  const auto best = std::get<1>(logits.topk(std::min<std::int64_t>(5, logits.size(1)), 1));
  const auto hits = best.eq(labels.unsqueeze(1));
  score.images += count;
  score.top1 += double(hits.select(1, 0).sum().item<std::int64_t>());
  score.top5 += double(hits.sum().item<std::int64_t>());
  score.loss += torch::nn::functional::cross_entropy(logits, labels).item<double>() * double(count);
}

Score meanOf(const Score& sums) {
  Score means = sums;
  for (double Score::*figure : {&Score::top1, &Score::top5, &Score::loss}) means.*figure /= double(sums.images);
  return means;
}

LoaderOptions scoringOptions(const MobileNetSpec& spec) {
  LoaderOptions options;
  options.batchSize = imagesWithinBudget(spec, scoringBatch);
  return options;
}

std::string doubtAboutClasses(const MobileNetSpec& spec, const Dataset& dataset) {
  const int classes = int(dataset.classNames().size()), outputs = spec.classes - spec.classOffset;
  if (classes >= outputs) return "";
  return concat("the data set has ", classes, " classes, the network ", outputs,
                "; scores only mean something if its classes are the network's first, in that order");
}

Score evaluate(const FoldedNetwork& network, const DatasetPtr& dataset, const Work& work) {
  torch::NoGradGuard noGrad;
  LoaderOptions options = scoringOptions(network.spec());
  options.share = shareOf(work.group);
  BatchLoader loader(dataset, network.spec(), options);
  FoldedPass pass(network);
  const torch::Device place = deviceOf(network);
  Score score;
  int done = 0;
  while (const auto batch = loader.next()) {
    work.throwIfStopped();
    if (!batch->indices.empty()) addToScore(score, pass.logits(batchOn(place, *batch).images).cpu(), batch->labels);
    work.tell(++done, int(loader.batchesPerEpoch()));
  }
  const UnreadableImages bad = loader.unreadable(work.group);
  if (bad.count > 0) work.warn("scoring: " + unreadableText(bad));
  addUp(score, work.group);
  Score means = meanOf(score);
  means.drawnFrom = drawnFrom(*dataset);
  return means;
}

Score evaluate(const ComputeDevice& device, MobileNet& network, const DatasetPtr& dataset, const Work& work) {
  Score score;
  withNetworksOn(device, {}, [&](const torch::Device&) { score = evaluate(foldedOn(device, network), dataset, work); });
  return score;
}

}  // namespace zipper
