// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_outputs.h"

#include <algorithm>

namespace zipper {

std::vector<int> asSaid(std::vector<int> outputs) {
  std::replace(outputs.begin(), outputs.end(), noOutput, leftOutOnPurpose);
  return outputs;
}

std::vector<std::string> outputNames(const MobileNetSpec& spec) {
  if (spec.classNames.empty()) return {};
  return {spec.classNames.begin() + spec.classOffset, spec.classNames.end()};
}

}  // namespace zipper
