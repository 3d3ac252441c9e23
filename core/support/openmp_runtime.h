// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

namespace zipper {

/// The OpenMP runtime whose threads LibTorch computes with, looked up among the libraries that LibTorch has loaded.
/// Nothing is linked for it: a runtime of our own, or the one that a compiler brings with -fopenmp, would wake a second
/// pool of threads as soon as LibTorch comes with another. at::parallel_for() is no way either: it is compiled into the
/// caller, and does nothing in parallel without the compiler's OpenMP.
class OpenMpRuntime {
 public:
  /// Finds a function by its name, or nothing.
  using Lookup = std::function<void*(const char* name)>;
  /// Called by each thread of a team with its number, from 0, and their count.
  using Share = std::function<void(int thread, int threads)>;

  /// What is loaded in this process; looked up once.
  static const OpenMpRuntime& loaded();

  /// For tests: another process. To be called outside of a team.
  explicit OpenMpRuntime(const Lookup& lookup);

  /// Whether the runtime is there and is LibTorch's: what is set in one is read in the other. Without it (a LibTorch
  /// that computes with other threads) there are no teams.
  bool hasTeams() const { return isLibTorchs_; }

  /// Calls `share`, which may not throw, on at most this many threads at once and waits for all; on this thread alone
  /// where there are no teams.
  void run(int threads, const Share& share) const;

  /// For its life, what is called on this thread starts teams of so many at most.
  class Limit {
   public:
    explicit Limit(int threads, const OpenMpRuntime& runtime = loaded());
    ~Limit();
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

   private:
    const OpenMpRuntime& runtime_;
    const int before_;
  };

  /// For its life, what is called on this thread starts no team: oneDNN would for each small product.
  class Alone : public Limit {
   public:
    explicit Alone(const OpenMpRuntime& runtime = loaded()) : Limit(1, runtime) {}
  };

 private:
  bool isLibTorchs() const;

  using Parallel = void(void (*function)(void*), void* data, unsigned threads, unsigned flags);
  using Number = int();
  using SetNumber = void(int);

  Parallel* parallel_;
  Number *thread_, *threads_, *most_;
  SetNumber* setMost_;
  bool isLibTorchs_;
};

}  // namespace zipper
