// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/compute_threads.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <malloc.h>

#include <algorithm>
#include <limits>
#include <opencv2/core.hpp>
#include <thread>

namespace zipper {

namespace {

/// Activations are allocated and freed in every iteration. By default glibc gives such large blocks back to the system
/// at once, and the page faults of getting them again took two thirds of a training step (1,577 against 498 images/s,
/// width 0.25, 32x32, batch 128, one thread). One arena that keeps its memory avoids them.
void keepFreedMemory() {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}

/// OpenBLAS with threads of its own (Debian: libopenblas0-pthread) isn't told by LibTorch: it would take all cores, and
/// sums would depend on their number.
void limitOpenBlas(int threads) {
  constexpr int ownThreads = 1;  // 0: none, 2: OpenMP's
  const auto parallel = reinterpret_cast<int (*)()>(::dlsym(RTLD_DEFAULT, "openblas_get_parallel"));
  const auto setThreads = reinterpret_cast<void (*)(int)>(::dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
  if (parallel != nullptr && setThreads != nullptr && parallel() == ownThreads) setThreads(threads);
}

}  // namespace

int setComputeThreads(int threads) {
  if (threads <= 0) threads = std::max(1, int(std::thread::hardware_concurrency()));
  keepFreedMemory();
  at::set_num_threads(threads);
  limitOpenBlas(threads);
  cv::setNumThreads(0);  // images are decoded on the loader's own threads, one image per thread
  return threads;
}

}  // namespace zipper
