// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/label_agreement.h"

#include <optional>

#include "core/data/batch_loader.h"
#include "core/support/error.h"
#include "core/training/network_device.h"

namespace zipper {

LabelAgreement agreementOn(const FoldedNetwork& first, const FoldedNetwork& second, const DatasetPtr& dataset,
                           const Work& work) {
  if (first.spec().classes != second.spec().classes)
    fail("networks of ", first.spec().classes, " and ", second.spec().classes, " classes can't agree");
  torch::NoGradGuard noGrad;
  LoaderOptions options;
  options.labels = false;
  BatchLoader loader(dataset, first.spec(), options);
  const int batches = int(loader.batchesPerEpoch());
  std::int64_t images = 0, same = 0, confident = 0, confidentSame = 0;
  for (int done = 0; const std::optional<Batch> batch = loader.next(); work.tell(++done, batches)) {
    work.throwIfStopped();
    const torch::Tensor seen = batchOn(deviceOf(first), *batch).images;
    const auto [sure, classes] = torch::softmax(first.forward(seen).logits, 1).max(1);
    const torch::Tensor equal = classes == second.forward(seen).logits.argmax(1);
    const torch::Tensor clear = sure >= 0.5;
    images += batch->images.size(0);
    same += equal.sum().item<std::int64_t>();
    confident += clear.sum().item<std::int64_t>();
    confidentSame += (equal & clear).sum().item<std::int64_t>();
  }
  if (loader.unreadable().count > 0) work.warn(unreadableText(loader.unreadable()));
  LabelAgreement result;
  result.images = images;
  result.confidentImages = confident;
  if (images > 0) result.same = double(same) / double(images);
  if (confident > 0) result.confident = double(confidentSame) / double(confident);
  return result;
}

}  // namespace zipper
