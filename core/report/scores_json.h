// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json.hpp>

#include "core/network/mobilenet_spec.h"
#include "core/network/task_names.h"
#include "core/training/evaluation.h"

namespace zipper {

/// The top-1 of each task by its letter, in percent.
inline nlohmann::ordered_json top1Of(const Scores& scores) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (std::size_t t = 0; t < scores.size(); ++t) json[taskName(int(t))] = scores[t].top1;
  return json;
}

}  // namespace zipper
