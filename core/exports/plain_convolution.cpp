// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/plain_convolution.h"

namespace zipper {

namespace {

using Steps = std::array<std::int64_t, 2>;

torch::Tensor tapByTap(const torch::Tensor& maps, const torch::Tensor& weight, const Steps& stride,
                       const Steps& dilation) {
  const auto outputs = [&](std::size_t axis) {
    const std::int64_t reach = (weight.size(std::int64_t(axis) + 2) - 1) * dilation[axis] + 1;
    return (maps.size(std::int64_t(axis) + 2) - reach) / stride[axis] + 1;
  };
  const Steps sizes{outputs(0), outputs(1)};
  torch::Tensor sums = torch::zeros({maps.size(0), maps.size(1), sizes[0], sizes[1]}, maps.options());
  for (std::int64_t y = 0; y < weight.size(2); ++y)
    for (std::int64_t x = 0; x < weight.size(3); ++x) {
      const Steps first{y * dilation[0], x * dilation[1]};
      torch::Tensor seen = maps;
      for (std::size_t axis = 0; axis < 2; ++axis)
        seen = seen.slice(std::int64_t(axis) + 2, first[axis], first[axis] + (sizes[axis] - 1) * stride[axis] + 1,
                          stride[axis]);
      sums.addcmul_(seen, weight.select(3, x).select(2, y).reshape({1, -1, 1, 1}));
    }
  return sums;
}

}  // namespace

torch::Tensor plainConvolution(const torch::Tensor& maps, const torch::Tensor& weight, const Steps& stride,
                               std::int64_t groups, const Steps& dilation) {
  const bool isDepthwise = groups == maps.size(1) && groups == weight.size(0);
  if (isDepthwise && groups > 1 && maps.scalar_type() == torch::kDouble)
    return tapByTap(maps, weight, stride, dilation);
  return torch::conv2d(maps, weight, {}, stride, std::array<std::int64_t, 2>{0, 0}, dilation, groups);
}

}  // namespace zipper
