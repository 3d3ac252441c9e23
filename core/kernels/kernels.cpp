// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/kernels/kernels.h"

#include <cstdlib>
#include <cstring>

#include "core/kernels/kernel_sets.h"

namespace zipper {

int kernelSets(const Kernels* sets[3]) {
  int count = 0;
  sets[count++] = &genericKernels;
#ifdef ZIPPER_X86_KERNELS
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) sets[count++] = &avx2Kernels;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw"))
    sets[count++] = &avx512Kernels;
#endif
  return count;
}

const Kernels& kernels() {
  static const Kernels& chosen = []() -> const Kernels& {
    const Kernels* sets[3];
    const int count = kernelSets(sets);
    const char* wanted = std::getenv("ZIPPER_KERNELS");
    for (int i = 0; i < count && wanted != nullptr; ++i)
      if (std::strcmp(sets[i]->name, wanted) == 0) return *sets[i];
    return *sets[count - 1];
  }();
  return chosen;
}

}  // namespace zipper
