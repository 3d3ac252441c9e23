// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/analysis/size_sweep.h"
#include "core/report/trunk_sweep.h"
#include "core/zippering/work_estimate.h"

namespace zipper {

/// A size that is to be measured.
struct SizeOrder {
  SizePlan plan;
  bool calibrated = false;
};

/// A snapshot of everything that measuring sizes needs.
struct SizesRequest {
  Session session;  ///< its teachers and its recipe, which plans all layers; the steps aren't looked at
  std::vector<TaskData> data;
  std::vector<SizeOrder> orders;
  bool teachers = true;  ///< score them, first
};

/// What it tells the window, in the window's thread.
struct SizesNews {
  std::function<void(const std::shared_ptr<const SizePoint>&)> teachersScored;
  std::function<void(int order)> begun;
  std::function<void(const std::shared_ptr<const SizePoint>&)> measured;
};

/// Tells progress as a share of the whole. Throws Cancelled, Diverged, Error.
void measureSizes(JobContext& context, const SizesRequest& request, const SizesNews& news);
/// How much there is to do.
std::vector<StepWork> workOfSizes(const SizesRequest& request);

/// The same for trunks.
struct TrunksRequest {
  Session session;
  std::vector<TaskData> data;
  std::vector<int> depths;
  bool teachers = true;
};
struct TrunksNews {
  std::function<void(const Scores&)> teachersScored;
  std::function<void(int number)> begun;
  std::function<void(const std::shared_ptr<const TrunkPoint>&)> measured;
};
void measureTrunks(JobContext& context, const TrunksRequest& request, const TrunksNews& news);
std::vector<StepWork> workOfTrunks(const TrunksRequest& request);

}  // namespace zipper
