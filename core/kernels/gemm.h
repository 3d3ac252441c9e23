#pragma once

#include <cstdint>

namespace zipper {

/// Row-major matrices, float32, on the calling thread when called from a parallel region. Computed by oneDNN.

/// y[m,n] = x[m,k] w[n,k]^T
void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const float* w, float* y);
/// x[m,k] = y[m,n] w[n,k]
void multiply(std::int64_t m, std::int64_t k, std::int64_t n, const float* y, const float* w, float* x);
/// w[n,k] += y[m,n]^T x[m,k]
void addOuterProducts(std::int64_t n, std::int64_t k, std::int64_t m, const float* y, const float* x, float* w);

}  // namespace zipper
