// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/widened_network.h"

#include "core/support/error.h"

namespace zipper {

namespace {

/// What channels hold that aren't there.
double emptyValue(const std::string& key) {
  const std::string variance = "running_var";
  return key.size() > variance.size() && key.compare(key.size() - variance.size(), variance.size(), variance) == 0;
}

/// The first numbers along each axis.
torch::Tensor corner(torch::Tensor tensor, const torch::Tensor& like, const std::string& key) {
  for (std::int64_t axis = 0; axis < like.dim(); ++axis) {
    if (like.size(axis) > tensor.size(axis))
      fail(key, ": ", like.size(axis), " channels found, at most ", tensor.size(axis), " expected");
    tensor = tensor.narrow(axis, 0, like.size(axis));
  }
  return tensor;
}

}  // namespace

MobileNet widened(MobileNet& network, const MobileNetSpec& spec) {
  torch::NoGradGuard noGrad;
  MobileNet result(spec);
  const NamedTensors own = network->state(), wide = result->state();
  if (own.size() != wide.size()) fail("a network of ", own.size(), " tensors can't become one of ", wide.size());
  for (std::size_t i = 0; i < own.size(); ++i) {
    torch::Tensor target = wide[i].second;
    target.fill_(emptyValue(wide[i].first));
    corner(target, own[i].second, own[i].first).copy_(own[i].second);
  }
  result->train(network->is_training());
  return result;
}

}  // namespace zipper
