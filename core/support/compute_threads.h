// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// Sets how many threads LibTorch, its BLAS and OpenCV may use for one operation, for the whole process. To be called
/// once, before the first operation. Also makes the allocator keep freed memory for the next
/// iteration. 0 means one per core. Returns the number that is in force.
int setComputeThreads(int threads);

}  // namespace zipper
