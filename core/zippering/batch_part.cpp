#include "core/zippering/batch_part.h"

namespace zipper {

BatchPart partOf(std::int64_t images, const ProcessGroupPtr& group) {
  if (!group) return {0, images};
  BatchPart part;
  const auto counts = group->gather(images);
  for (std::size_t rank = 0; rank < counts.size(); ++rank) {
    if (int(rank) < group->rank()) part.first += counts[rank];
    part.whole += counts[rank];
  }
  return part;
}

void poolMeans(double& samples, const std::vector<torch::Tensor*>& means, const ProcessGroupPtr& group) {
  if (!group) return;
  const double own = samples;
  group->sum(&samples, 1);
  for (torch::Tensor* mean : means) {
    if (!mean->defined())
      fail("rank ", group->rank(), " of ", group->size(),
           " got none of the images; use fewer processes or more images");
    torch::Tensor sum = *mean * own;
    group->sum(sum);
    *mean = sum / samples;
  }
}

}  // namespace zipper
