// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/openmp_runtime.h"

#include <ATen/Parallel.h>
#include <dlfcn.h>

namespace zipper {

namespace {

template <typename Function>
Function* found(const OpenMpRuntime::Lookup& lookup, const char* name) {
  return reinterpret_cast<Function*>(lookup(name));
}

/// What the dynamic linker gives to LibTorch under this name: of several runtimes in a process the first.
void* inProcess(const char* name) { return ::dlsym(RTLD_DEFAULT, name); }

}  // namespace

// GOMP_parallel is what GCC makes of "#pragma omp parallel"; GNU's, LLVM's and Intel's runtimes all have it.
OpenMpRuntime::OpenMpRuntime(const Lookup& lookup)
    : parallel_(found<Parallel>(lookup, "GOMP_parallel")),
      thread_(found<Number>(lookup, "omp_get_thread_num")),
      threads_(found<Number>(lookup, "omp_get_num_threads")),
      most_(found<Number>(lookup, "omp_get_max_threads")),
      setMost_(found<SetNumber>(lookup, "omp_set_num_threads")),
      isLibTorchs_(isLibTorchs()) {}

const OpenMpRuntime& OpenMpRuntime::loaded() {
  static const OpenMpRuntime runtime(inProcess);
  return runtime;
}

bool OpenMpRuntime::isLibTorchs() const {
  if (!parallel_ || !thread_ || !threads_ || !most_ || !setMost_) return false;
  const int before = at::get_num_threads();  // the first call sets the number
  if (most_() != before) return false;
  const int other = before > 1 ? before - 1 : 2;  // upwards there may be a limit
  setMost_(other);
  const bool arrived = at::get_num_threads() == other;
  setMost_(before);
  return arrived;
}

void OpenMpRuntime::run(int threads, const Share& share) const {
  if (!hasTeams()) return share(0, 1);
  struct Call {
    const OpenMpRuntime& runtime;
    const Share& share;
  } call{*this, share};
  const auto ofThread = [](void* data) {
    const auto& own = *static_cast<const Call*>(data);
    own.share(own.runtime.thread_(), own.runtime.threads_());
  };
  parallel_(ofThread, &call, unsigned(threads), 0);
}

OpenMpRuntime::Limit::Limit(int threads, const OpenMpRuntime& runtime)
    : runtime_(runtime), before_(runtime.most_ && runtime.setMost_ ? runtime.most_() : 0) {
  if (before_ > 0) runtime_.setMost_(threads);
}

OpenMpRuntime::Limit::~Limit() {
  if (before_ > 0) runtime_.setMost_(before_);
}

}  // namespace zipper
