#include "core/support/compute_threads.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <opencv2/core.hpp>
#include <thread>

namespace zipper {

int setComputeThreads(int threads) {
  if (threads <= 0) threads = std::max(1, int(std::thread::hardware_concurrency()));
  at::set_num_threads(threads);
  cv::setNumThreads(0);  // images are decoded on the loader's own threads, one image per thread
  return threads;
}

}  // namespace zipper
