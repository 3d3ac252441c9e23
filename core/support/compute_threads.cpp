// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/compute_threads.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <opencv2/core.hpp>
#include <thread>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ZIPPER_HAS_OWN_HEAP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ZIPPER_HAS_OWN_HEAP 1
#endif
#endif
#ifndef ZIPPER_HAS_OWN_HEAP
#define ZIPPER_HAS_OWN_HEAP 0
#endif

namespace zipper {

namespace {

/// The heap grows by this much, of which nothing is used yet, and asks for pages of 2 MB where it lies: the page faults
/// of what is used for the first time take a tenth of a merge without training otherwise (virtual machine).
void askForLargePages() {
#if defined(__linux__) && !ZIPPER_HAS_OWN_HEAP
  static const bool once = [] {
    constexpr std::size_t bytes = std::size_t(1) << 30, page = std::size_t(2) << 20;
    void* const block = std::malloc(bytes);
    if (block == nullptr) return false;
    const auto start = (reinterpret_cast<std::uintptr_t>(block) + page - 1) / page * page;
    ::madvise(reinterpret_cast<void*>(start), bytes - page, MADV_HUGEPAGE);
    std::free(block);
    return true;
  }();
  (void)once;
#endif
}

/// Activations are allocated and freed in every iteration. By default glibc gives such large blocks back to the system
/// at once, and the page faults of getting them again took two thirds of a training step (1,577 against 498 images/s,
/// width 0.25, 32x32, batch 128, one thread). One arena that keeps its memory avoids them.
void keepFreedMemory() {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  mallopt(M_TOP_PAD, 64 << 20);
  askForLargePages();
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
