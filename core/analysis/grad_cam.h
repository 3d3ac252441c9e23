// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

#include "core/analysis/float_array.h"
#include "core/session/session.h"

namespace zipper {

/// Where a task's networks look at to find a class in an image.
struct GradCam {
  int task = 0;
  int step = -1;
  int output = 0;      ///< the class, an output of the network, a background class counted
  FloatArray teacher;  ///< [H,W] of the last feature map, 0 or more
  FloatArray merged;   ///< the same of the merged network
  float teacherLogit = 0;
  float mergedLogit = 0;
  float teacherProbability = 0;  ///< of the class, by softmax
  float mergedProbability = 0;
};

/// Grad-CAM of what the last layer hands on: its channels, each with the mean over all positions of the gradient
/// of the class's logit as its weight, summed up, without what is below 0. A map covers the image as
/// Preprocessing::fit() makes it, from edge to edge. Source: R. R. Selvaraju et al., "Grad-CAM: Visual Explanations
/// from Deep Networks via Gradient-based Localization", ICCV 2017, section 3. Maps aren't scaled: where the head is one
/// linear layer, a place holds what it adds to the logit, so that both maps may be shown on one scale. Of the teacher
/// and the merged network at a step of the session (-1: nothing merged, both are equal). `image`: 8 bits, grey or RGB,
/// any size; it is prepared as for evaluation. Throws Error: no such task, step or class, no head.
GradCam gradCam(const Session& session, int step, int task, int output, const cv::Mat& image);

}  // namespace zipper
