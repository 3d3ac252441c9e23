#include "core/zippering/evaluation.h"

#include "core/data/batch_loader.h"

namespace zipper {

namespace {

constexpr int batchSize = 128;

void addBatch(Score& score, const torch::Tensor& logits, const torch::Tensor& labels) {
  const auto count = labels.size(0);
  const auto best = std::get<1>(logits.topk(std::min<std::int64_t>(5, logits.size(1)), 1));
  const auto hits = best.eq(labels.unsqueeze(1));
  score.images += count;
  score.top1 += double(hits.select(1, 0).sum().item<std::int64_t>());
  score.top5 += double(hits.sum().item<std::int64_t>());
  score.loss += torch::nn::functional::cross_entropy(logits, labels).item<double>() * double(count);
}

}  // namespace

Score evaluate(const FoldedNetwork& network, const DatasetPtr& dataset, const StopToken& stop,
               const EvaluationProgress& progress, const std::function<void(const std::string&)>& warning) {
  torch::NoGradGuard noGrad;
  LoaderOptions options;
  options.batchSize = batchSize;
  BatchLoader loader(dataset, network.spec(), options);
  Score score;
  int done = 0;
  while (const auto batch = loader.next()) {
    stop.throwIfStopped();
    addBatch(score, network.forward(batch->images).logits, batch->labels);
    if (progress) progress(++done, int(loader.batchesPerEpoch()));
  }
  const UnreadableImages bad = loader.unreadable();
  if (bad.count > 0 && warning)
    warning(concat(bad.count, " images to score on left out, the first: ", bad.messages.front()));
  score.top1 /= double(score.images);
  score.top5 /= double(score.images);
  score.loss /= double(score.images);
  return score;
}

}  // namespace zipper
