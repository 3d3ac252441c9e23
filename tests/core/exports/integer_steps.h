// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/exports/quantized_graph.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"

namespace zipper::test {

/// How far outputs of integers are from what is expected, in steps of their range: of all tasks of a model together.
///
/// The expected integers are computed in float64, where none depends on the order of a sum. Runtimes multiply sums of
/// integers in float32 or fixed point: about one sum in 10^5 is so close to the middle between two integers that they
/// round it to the other one. Random networks carry that on until the outputs of that image differ as much as they do
/// from those in float32. So most images have to have the same integers, and the rest may differ on the whole as much
/// as rounding changes anything. Measured with 64 outputs of random V1, V2 and V3 for 3 images each: in ONNX Runtime 5
/// of them have an image that differs, in Arm NN 8, in LiteRT 3 of the 32 without a hard swish; by up to 10 steps.
///
/// LiteRT's hard swish of integers is rounded several times, in fixed point: all images differ, of 16 pairs of V3 in
/// the mean by 0.87 of what rounding changes, of the worst one by 1.27.
class IntegerSteps {
 public:
  /// Of a task: [N,classes]; `exact`: in float32.
  void add(const torch::Tensor& found, const torch::Tensor& expected, const torch::Tensor& exact,
           const ValueRange& range) {
    if (!found.defined() || found.sizes() != expected.sizes()) {
      problem_ = "another shape";
      return;
    }
    const torch::Tensor steps = (found - expected).abs().to(torch::kDouble) / double(range.scale);
    const torch::Tensor rounding = (exact - expected).abs().to(torch::kDouble) / double(range.scale);
    sum_ += steps.sum().item<double>();
    ofRounding_ += rounding.sum().item<double>();
    images_ += steps.size(0);
    others_ += (steps.amax(1) > 0.01).sum().item<std::int64_t>();
  }

  /// Empty if all are the same integers.
  std::string differenceFromSame() const {
    if (!problem_.empty() || others_ == 0) return problem_;
    return concat(others_, " of ", images_, " images have other integers");
  }

  /// Empty if it is what a runtime does that rounds in float32 or fixed point.
  std::string differenceOfRuntime() const {
    if (3 * others_ > images_) return differenceFromSame();
    return differenceAbove(1);
  }

  /// The same, with a hard swish that is rounded in another way.
  std::string differenceWithOtherHardSwish() const { return differenceAbove(2); }

 private:
  /// `most`: of what rounding changes.
  std::string differenceAbove(double most) const {
    if (!problem_.empty() || sum_ <= most * ofRounding_) return problem_;
    return concat("differs by ", sum_ / ofRounding_, " of what rounding changes");
  }

  std::string problem_;
  double sum_ = 0, ofRounding_ = 0;
  std::int64_t images_ = 0, others_ = 0;
};

}  // namespace zipper::test
