// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "core/analysis/float_array.h"
#include "core/session/session.h"

namespace zipper {

/// What one image looks like inside a task's networks.
struct FeatureMaps {
  int layer = 0;
  int task = 0;
  int step = -1;
  FloatArray teacher;  ///< [C,H,W]: what the layer hands on, behind activation and addition; channel i is the one
                       ///< that corresponds to channel i of the merged network, see channelMatch() in session.h
  FloatArray merged;   ///< the same of the merged network
  std::vector<float> teacherProbabilities;  ///< per class of the head
  std::vector<float> mergedProbabilities;
};

/// Runs the image through the teacher of the task and through the merged network at a step of the session (-1: nothing
/// merged, both are equal). `layer`: from 1 on. `image`: 8 bits, grey or RGB, any size; it is prepared as for
/// evaluation. Throws Error.
FeatureMaps featureMaps(const Session& session, int step, int task, int layer, const cv::Mat& image);

}  // namespace zipper
