// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>

#include "core/containers/safetensors.h"
#include "core/containers/tensor_file.h"
#include "core/models/model_file.h"
#include "core/support/error.h"
#include "support/python_reference.h"

namespace zipper::test {

/// Empty if a file holds the tensors that a script of tests/data put beside it as "file.NAME" (as float32), and no
/// others; else the first that differs.
inline std::string differenceTo(const NamedTensors& expected, const NamedTensors& found) {
  std::size_t count = 0;
  for (const auto& [key, tensor] : expected) {
    if (key.rfind("file.", 0) != 0) continue;
    ++count;
    const torch::Tensor other = find(found, key.substr(5));
    if (!other.defined()) return key + " is missing";
    if (!torch::equal(other.to(torch::kFloat), tensor)) return key + " differs";
  }
  if (count == 0) return "nothing was expected";
  return count == found.size() ? "" : concat(found.size(), " tensors instead of ", count);
}

/// The largest relative error of what a network makes of the script's images, against PyTorch in Python.
inline double errorOfModel(const std::filesystem::path& model, const NamedTensors& expected,
                           const SpecOverrides& overrides = {}) {
  torch::NoGradGuard noGrad;
  MobileNet network = loadModel(model, overrides).network;
  const torch::Tensor images = find(expected, "images"), logits = find(expected, "logits");
  if (logits.defined()) return relativeError(network->forward(images).logits, logits);
  return relativeError(network->forward(images, true).taps.back(), find(expected, "features"));
}

}  // namespace zipper::test
