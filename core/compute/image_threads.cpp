// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/image_threads.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <map>
#include <mutex>
#include <vector>

#include "core/support/openmp_runtime.h"

namespace zipper {

namespace {

/// Some microseconds: waking a thread takes as long everywhere.
constexpr std::int64_t leastDivided = 250'000;
/// Multiply-adds in a second that one thread does, about.
constexpr double workPerSecond = 80e9;
/// What is measured on a machine that does something else at that moment is no cost of this program.
constexpr double leastCost = 1e-6, mostCost = 125e-6;

std::atomic<double> assumedCost{-1};

struct Call {
  const std::function<void(std::size_t)>& body;
  std::vector<std::exception_ptr> errors;  ///< per part
};

/// On a team, which may be smaller than was asked for.
void runOnTeam(Call& call) {
  const std::size_t parts = call.errors.size();
  OpenMpRuntime::loaded().run(int(parts), [&](int thread, int threads) {
    for (auto part = std::size_t(thread); part < parts; part += std::size_t(threads)) {
      try {
        call.body(part);
      } catch (...) {
        call.errors[part] = std::current_exception();
      }
    }
  });
}

/// Seconds until threads that have nothing to do have been woken and are done: the median of some such calls, after
/// some that start the threads.
double measuredCost(int threads) {
  const std::function<void(std::size_t)> nothing = [](std::size_t) {};
  std::vector<double> seconds;
  for (int i = 0; i < 35; ++i) {
    Call call{nothing, std::vector<std::exception_ptr>(std::size_t(threads))};
    const auto start = std::chrono::steady_clock::now();
    runOnTeam(call);
    if (i >= 4) seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  const auto middle = seconds.begin() + std::ptrdiff_t(seconds.size() / 2);
  std::nth_element(seconds.begin(), middle, seconds.end());
  return std::clamp(*middle, leastCost, mostCost);
}

double threadCost(int threads) {
  static std::mutex mutex;
  static std::map<int, double> known;
  const double assumed = assumedCost;
  if (assumed >= 0) return assumed;
  const std::lock_guard lock(mutex);
  const auto found = known.find(threads);
  return found != known.end() ? found->second : known[threads] = measuredCost(threads);
}

}  // namespace

Division divisionFor(std::int64_t images, std::int64_t work) {
  const int threads = at::get_num_threads();
  if (work < leastDivided || images <= 1 || threads <= 1) return {};
  Division division{std::size_t(std::min<std::int64_t>(images, threads)), false};
  if (at::in_parallel_region() || !OpenMpRuntime::loaded().hasTeams()) return division;
  const double saved = double(work) / workPerSecond * (1 - 1.0 / double(division.parts));
  division.onThreads = saved > threadCost(threads);
  return division;
}

void assumeThreadCost(double seconds) { assumedCost = seconds; }

void runParts(const Division& division, const std::function<void(std::size_t part)>& body) {
  if (division.parts <= 1 || !division.onThreads || at::in_parallel_region()) {
    const OpenMpRuntime::Alone alone;
    for (std::size_t part = 0; part < division.parts; ++part) body(part);
    return;
  }
  const std::size_t parts = division.parts;
  Call call{body, std::vector<std::exception_ptr>(parts)};
  runOnTeam(call);
  for (const std::exception_ptr& error : call.errors)
    if (error) std::rethrow_exception(error);
}

}  // namespace zipper
