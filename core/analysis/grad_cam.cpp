// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/grad_cam.h"

#include <algorithm>

#include "core/analysis/network_input.h"
#include "core/analysis/task_values.h"
#include "core/analysis/tensor_numbers.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

struct ClassMap {
  FloatArray map;
  float logit = 0, probability = 0;
};

ClassMap classMapOf(MobileNet& network, const torch::Tensor& input, int output) {
  torch::Tensor maps;
  {
    torch::NoGradGuard noGrad;
    maps = network->trunk(input, network->layers());
  }
  torch::AutoGradMode withGradients(true);
  maps = maps.detach().requires_grad_(true);
  const torch::Tensor logits = network->branch(maps, network->layers()).logits;
  const torch::Tensor gradient = torch::autograd::grad({logits[0][output]}, {maps}).front();
  torch::NoGradGuard noGrad;
  const torch::Tensor map = (gradient.mean({2, 3}, true) * maps).sum(1).clamp_min(0).squeeze(0);
  return {
      {map.sizes().vec(), numbersOf(map)}, logits[0][output].item<float>(), logits.softmax(1)[0][output].item<float>()};
}

}  // namespace

GradCam gradCam(const Session& session, int step, int task, int output, const cv::Mat& image) {
  const MobileNetSpec& spec = teacherOfTask(session, task).spec;
  if (spec.classes == 0) fail("task ", taskName(task), " has no head, and so no answers");
  if (output < 0 || output >= spec.classes)
    fail("output ", output, " was asked for, task ", taskName(task), " has ", spec.classes, " outputs, from 0 on");
  const torch::Tensor input = networkInput(image, spec);
  MobileNet teacher = taskNetworkAt(session, -1, task);
  ClassMap seen = classMapOf(teacher, input, output);
  GradCam result;
  result.task = task;
  result.step = std::max(step, -1);
  result.output = output;
  result.teacher = seen.map;
  result.teacherLogit = seen.logit;
  result.teacherProbability = seen.probability;
  if (step >= 0) {
    MobileNet path = taskNetworkAt(session, step, task);
    seen = classMapOf(path, input, output);
  }
  result.merged = std::move(seen.map);
  result.mergedLogit = seen.logit;
  result.mergedProbability = seen.probability;
  return result;
}

}  // namespace zipper
