// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/image_threads.h"

#include <ATen/Parallel.h>

#include <exception>
#include <vector>

// What a compiler makes of "#pragma omp parallel" for GNU's OpenMP runtime, which is LibTorch's. Called by hand, because
// clang would bring a second runtime with a pool of its own, and at::parallel_for() does nothing in parallel without the
// compiler's support.
extern "C" {
void GOMP_parallel(void (*function)(void*), void* data, unsigned threads, unsigned flags);
int omp_get_thread_num(void);
int omp_get_num_threads(void);
int omp_get_max_threads(void);
void omp_set_num_threads(int threads);
}

namespace zipper {

namespace {

/// About a quarter of a millisecond.
constexpr std::int64_t leastWork = 20'000'000;

struct Call {
  const std::function<void(std::size_t)>& body;
  std::vector<std::exception_ptr> errors;  ///< per part
};

/// On each thread of a team, which may be smaller than was asked for.
void runShare(void* data) {
  Call& call = *static_cast<Call*>(data);
  for (auto part = std::size_t(omp_get_thread_num()); part < call.errors.size();
       part += std::size_t(omp_get_num_threads())) {
    try {
      call.body(part);
    } catch (...) {
      call.errors[part] = std::current_exception();
    }
  }
}

/// For its life, what is called on this thread doesn't start others: oneDNN would for each small product.
class Alone {
 public:
  Alone() : threads_(omp_get_max_threads()) { omp_set_num_threads(1); }
  ~Alone() { omp_set_num_threads(threads_); }
  Alone(const Alone&) = delete;
  Alone& operator=(const Alone&) = delete;

 private:
  int threads_;
};

}  // namespace

std::size_t partsFor(std::int64_t images, std::int64_t work) {
  if (work < leastWork) return 1;
  return std::size_t(std::clamp<std::int64_t>(images, 1, at::get_num_threads()));
}

void runParts(std::size_t parts, const std::function<void(std::size_t part)>& body) {
  if (parts <= 1 || at::in_parallel_region()) {
    const Alone alone;
    for (std::size_t part = 0; part < parts; ++part) body(part);
    return;
  }
  Call call{body, std::vector<std::exception_ptr>(parts)};
  GOMP_parallel(runShare, &call, unsigned(parts), 0);
  for (const std::exception_ptr& error : call.errors)
    if (error) std::rethrow_exception(error);
}

}  // namespace zipper
