// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/network_plan.h"

namespace zipper {

/// Builds a plan unit by unit; sizes, spaces and costs follow.
class PlanBuilder {
 public:
  explicit PlanBuilder(const MobileNetSpec& spec) : spec_(spec) {}

  /// A convolution that reads the unit before it. Returns its index.
  int convolution(const std::string& name, UnitKind kind, int layer, int outputChannels, int kernel, int stride,
                  Activation activation);
  /// Squeeze-and-excite of the maps of the unit before it: two units, PREFIX.squeeze and PREFIX.excite. Returns their
  /// indices.
  std::vector<int> squeezeExcite(const std::string& prefix, int layer, int squeezed);
  /// Adds the output of `unit` to that of the last one: both write one space from now on. Error if their shapes differ,
  /// or if the last one is depthwise.
  void add(int unit);
  /// Ends the layer: units named here are what it merges, the last one is where it is compared.
  void site(std::vector<int> merged);
  /// The head behind global average pooling, if the spec has classes: the hidden layers, "hidden.1", ..., and the last
  /// one.
  void head(const std::string& name);
  /// To be called once, at the end.
  NetworkPlan plan();

 private:
  void linear(const std::string& name, int outputs, Activation activation);

  MobileNetSpec spec_;
  NetworkPlan plan_;
};

}  // namespace zipper
