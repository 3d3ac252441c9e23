#include "core/kernels/gemm.h"

#include <dnnl.h>

#include "core/support/error.h"

namespace zipper {

namespace {

void check(dnnl_status_t status) {
  if (status != dnnl_success) throw Error(concat("oneDNN could not multiply two matrices (status ", int(status), ")"));
}

}  // namespace

void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const float* w, float* y) {
  check(dnnl_sgemm('N', 'T', m, n, k, 1, x, k, w, k, 0, y, n));
}

void multiply(std::int64_t m, std::int64_t k, std::int64_t n, const float* y, const float* w, float* x) {
  check(dnnl_sgemm('N', 'N', m, k, n, 1, y, n, w, k, 0, x, k));
}

void addOuterProducts(std::int64_t n, std::int64_t k, std::int64_t m, const float* y, const float* x, float* w) {
  check(dnnl_sgemm('T', 'N', n, k, m, 1, y, n, x, k, 1, w, k));
}

}  // namespace zipper
