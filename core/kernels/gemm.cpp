// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kernels/gemm.h"

#include <array>
#include <dnnl.hpp>
#include <map>
#include <new>

#include "core/kernels/kernels.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::size_t mostShapes = 256;

void check(dnnl_status_t status) {
  if (status == dnnl_out_of_memory) throw std::bad_alloc();
  if (status != dnnl_success) throw Error(concat("oneDNN could not multiply two matrices (status ", int(status), ")"));
}

struct Rounded {
  const std::uint16_t* values;
  bool transposed;  ///< how it is stored
};

/// Products of bfloat16 matrices for one thread. Each shape needs a program of its own, which oneDNN writes once.
class RoundedProducts {
 public:
  static RoundedProducts& ofThread() {
    thread_local RoundedProducts own;
    return own;
  }

  /// c[m,n] = a[m,k] b[k,n], or added to what c holds.
  void multiply(std::int64_t m, std::int64_t n, std::int64_t k, Rounded a, Rounded b, bool add, float* c) {
    if (m == 0 || n == 0 || k == 0) return;
    try {
      const Shape& shape = shapeOf(m, n, k, a.transposed, b.transposed, add);
      shape.product.execute(stream_, {{DNNL_ARG_SRC, memory(shape.a, a.values)},
                                      {DNNL_ARG_WEIGHTS, memory(shape.b, b.values)},
                                      {DNNL_ARG_DST, dnnl::memory(shape.c, engine_, c)}});
    } catch (const dnnl::error& error) {
      check(error.status);
    }
  }

  /// Two buffers for factors, kept from one product to the next.
  const std::uint16_t* round(std::size_t buffer, const float* values, std::int64_t count) {
    buffers_[buffer].resize(std::size_t(count));
    kernels().roundToBFloat16(values, count, buffers_[buffer].data());
    return buffers_[buffer].data();
  }

 private:
  struct Shape {
    dnnl::memory::desc a, b, c;
    dnnl::matmul product;
  };

  static dnnl::memory::desc rounded(std::int64_t rows, std::int64_t columns, bool transposed) {
    const dnnl::memory::dims strides = transposed ? dnnl::memory::dims{1, rows} : dnnl::memory::dims{columns, 1};
    return {{rows, columns}, dnnl::memory::data_type::bf16, strides};
  }

  dnnl::memory memory(const dnnl::memory::desc& form, const std::uint16_t* values) const {
    return {form, engine_, const_cast<std::uint16_t*>(values)};
  }

  dnnl::matmul::primitive_desc describe(const Shape& shape, const dnnl::primitive_attr& attributes) const {
#if DNNL_VERSION_MAJOR >= 3
    return {engine_, shape.a, shape.b, shape.c, attributes};
#else
    return {{shape.a, shape.b, shape.c}, attributes, engine_};
#endif
  }

  const Shape& shapeOf(std::int64_t m, std::int64_t n, std::int64_t k, bool aTransposed, bool bTransposed, bool add) {
    const std::array<std::int64_t, 4> key{m, n, k, (aTransposed ? 1 : 0) + (bTransposed ? 2 : 0) + (add ? 4 : 0)};
    const auto found = shapes_.find(key);
    if (found != shapes_.end()) return found->second;
    if (shapes_.size() >= mostShapes) shapes_.clear();
    Shape shape;
    shape.a = rounded(m, k, aTransposed);
    shape.b = rounded(k, n, bTransposed);
    shape.c = {{m, n}, dnnl::memory::data_type::f32, dnnl::memory::dims{n, 1}};
    dnnl::primitive_attr attributes;
    if (add) {
      dnnl::post_ops sum;
      sum.append_sum(1.0f);
      attributes.set_post_ops(sum);
    }
    shape.product = dnnl::matmul(describe(shape, attributes));
    return shapes_.emplace(key, shape).first->second;
  }

  dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream_{engine_};
  std::map<std::array<std::int64_t, 4>, Shape> shapes_;
  std::array<std::vector<std::uint16_t>, 2> buffers_;
};

}  // namespace

bool hasBFloat16() {
  constexpr unsigned wanted = dnnl_cpu_isa_avx512_core_bf16;
  return (unsigned(dnnl_get_effective_cpu_isa()) & wanted) == wanted;
}

void Weights::set(const float* values, std::int64_t count) {
  values_ = values;
  if (precision_ == Precision::Float32) return;
  rounded_.resize(std::size_t(count));
  kernels().roundToBFloat16(values, count, rounded_.data());
}

void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const float* w, float* y) {
  check(dnnl_sgemm('N', 'T', m, n, k, 1, x, k, w, k, 0, y, n));
}

void multiplyTransposed(std::int64_t m, std::int64_t n, std::int64_t k, const float* x, const Weights& w, float* y) {
  if (w.precision() == Precision::Float32) return multiplyTransposed(m, n, k, x, w.values(), y);
  RoundedProducts& products = RoundedProducts::ofThread();
  products.multiply(m, n, k, {products.round(0, x, m * k), false}, {w.rounded(), true}, false, y);
}

void multiply(std::int64_t m, std::int64_t k, std::int64_t n, const float* y, const float* w, float* x) {
  check(dnnl_sgemm('N', 'N', m, k, n, 1, y, n, w, k, 0, x, k));
}

void addOuterProducts(std::int64_t n, std::int64_t k, std::int64_t m, const float* y, const float* x, float* w) {
  check(dnnl_sgemm('T', 'N', n, k, m, 1, y, n, x, k, 1, w, k));
}

void multiplyBackward(std::int64_t m, std::int64_t n, std::int64_t k, const float* dy, const float* x, const Weights& w,
                      float* dw, float* dx) {
  if (w.precision() == Precision::Float32) {
    addOuterProducts(n, k, m, dy, x, dw);
    return multiply(m, k, n, dy, w.values(), dx);
  }
  RoundedProducts& products = RoundedProducts::ofThread();
  const std::uint16_t *gradient = products.round(0, dy, m * n), *input = products.round(1, x, m * k);
  products.multiply(n, k, m, {gradient, true}, {input, false}, true, dw);
  products.multiply(m, k, n, {gradient, false}, {w.rounded(), false}, false, dx);
}

}  // namespace zipper
