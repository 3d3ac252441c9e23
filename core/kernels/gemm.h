// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/kernels/precision.h"

namespace zipper {

/// Whether this processor multiplies bfloat16 numbers by instructions of its own (AVX-512 BF16, AMX).
bool hasBFloat16();

/// A matrix that is multiplied with several times.
class Weights {
 public:
  explicit Weights(Precision precision = Precision::Float32) : precision_(precision) {}
  /// Looks at `count` numbers that have to stay where they are.
  void set(const float* values, std::int64_t count);

  Precision precision() const { return precision_; }
  const float* values() const { return values_; }
  const std::uint16_t* rounded() const { return rounded_.data(); }  ///< with Precision::BFloat16

 private:
  Precision precision_;
  const float* values_ = nullptr;
  std::vector<std::uint16_t> rounded_;
};

/// Row-major matrices, on the calling thread when called from a parallel region. Computed by oneDNN. Error if it can't.

/// y[m,n] = x[m,k] w[n,k]^T
void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const float* w, float* y);
void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const Weights& w, float* y);
/// x[m,k] = y[m,n] w[n,k]
void multiply(std::int64_t m, std::int64_t k, std::int64_t n, const float* y, const float* w, float* x);
/// w[n,k] += y[m,n]^T x[m,k]
void addOuterProducts(std::int64_t n, std::int64_t k, std::int64_t m, const float* y, const float* x, float* w);
/// Backwards through y = x w^T: the gradient of y in; that of w is added to dw[n,k], that of x written to dx[m,k].
void multiplyBackward(std::int64_t m, std::int64_t n, std::int64_t k, const float* dy, const float* x, const Weights& w,
                      float* dw, float* dx);

}  // namespace zipper
