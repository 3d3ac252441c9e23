// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/plan_builder.h"

#include "core/support/error.h"

namespace zipper {

namespace {

/// Fills the counts of a convolution with `kernel`² x `inputsPerOutput` weights per output channel, and its batch
/// normalization.
void countConvolution(UnitPlan& unit, int inputsPerOutput) {
  const std::int64_t weights =
      std::int64_t(unit.kernel) * unit.kernel * inputsPerOutput * std::int64_t(unit.outputChannels);
  unit.parameters = weights + 2 * std::int64_t(unit.outputChannels);
  unit.buffers = 2 * std::int64_t(unit.outputChannels);
  unit.macs = weights * unit.outputSize * unit.outputSize;
}

}  // namespace

int PlanBuilder::convolution(const std::string& name, UnitKind kind, int layer, int outputChannels, int kernel,
                             int stride, Activation activation) {
  UnitPlan unit;
  const bool isFirst = plan_.units.empty();
  unit.name = name;
  unit.kind = kind;
  unit.layer = layer;
  unit.input = int(plan_.units.size()) - 1;
  unit.inputChannels = isFirst ? spec_.inputChannels : plan_.units.back().outputChannels;
  unit.outputChannels = outputChannels;
  unit.inputSpace = isFirst ? -1 : plan_.units.back().outputSpace;
  unit.kernel = kernel;
  unit.stride = stride;
  unit.activation = activation;
  unit.inputSize = isFirst ? spec_.inputSize : plan_.units.back().outputSize;
  unit.outputSize = outputSize(unit.inputSize, stride);
  if (kind == UnitKind::Depthwise) {
    unit.outputSpace = unit.inputSpace;
  } else {
    unit.outputSpace = int(plan_.spaces.size());
    plan_.spaces.push_back({outputChannels});
  }
  countConvolution(unit, kind == UnitKind::Depthwise ? 1 : unit.inputChannels);
  plan_.units.push_back(unit);
  return int(plan_.units.size()) - 1;
}

std::vector<int> PlanBuilder::squeezeExcite(const std::string& prefix, int layer, int squeezed) {
  const int gated = int(plan_.units.size()) - 1;
  const UnitPlan maps = plan_.units.back();
  UnitPlan squeeze;
  squeeze.name = prefix + ".squeeze";
  squeeze.kind = UnitKind::Squeeze;
  squeeze.layer = layer;
  squeeze.input = gated;
  squeeze.inputChannels = maps.outputChannels;
  squeeze.outputChannels = squeezed;
  squeeze.inputSpace = maps.outputSpace;
  squeeze.outputSpace = int(plan_.spaces.size());
  squeeze.activation = Activation::ReLU;
  squeeze.inputSize = maps.outputSize;
  squeeze.outputSize = 1;
  squeeze.macs = std::int64_t(squeezed) * maps.outputChannels;
  squeeze.parameters = squeeze.macs + squeezed;
  plan_.spaces.push_back({squeezed});
  UnitPlan excite = squeeze;
  excite.name = prefix + ".excite";
  excite.kind = UnitKind::Excite;
  excite.input = gated + 1;
  excite.gated = gated;
  std::swap(excite.inputChannels, excite.outputChannels);
  std::swap(excite.inputSpace, excite.outputSpace);
  excite.activation = Activation::HardSigmoid;
  excite.inputSize = 1;
  excite.outputSize = maps.outputSize;
  excite.parameters = excite.macs + excite.outputChannels;
  plan_.units.push_back(squeeze);
  plan_.units.push_back(excite);
  return {gated + 1, gated + 2};
}

void PlanBuilder::add(int index) {
  UnitPlan& last = plan_.units.back();
  const UnitPlan& other = plan_.units.at(std::size_t(index));
  if (other.outputChannels != last.outputChannels || other.outputSize != last.outputSize)
    fail(last.name, " can't be added to ", other.name, ": ", last.outputChannels, " channels of ", last.outputSize, "x",
         last.outputSize, " and ", other.outputChannels, " of ", other.outputSize, "x", other.outputSize, " found");
  if (last.kind == UnitKind::Depthwise) fail(last.name, " is depthwise: its channels are those of what it reads");
  last.addend = index;
  if (last.outputSpace == int(plan_.spaces.size()) - 1 && last.outputSpace != other.outputSpace)
    plan_.spaces.pop_back();
  last.outputSpace = other.outputSpace;
}

void PlanBuilder::site(std::vector<int> merged) {
  for (const int index : merged) plan_.units[std::size_t(index)].merges = true;
  plan_.sites.push_back({std::move(merged), int(plan_.units.size()) - 1});
}

void PlanBuilder::linear(const std::string& name, int outputs, Activation activation) {
  const UnitPlan& last = plan_.units.back();
  UnitPlan unit;
  unit.name = name;
  unit.kind = UnitKind::Head;
  unit.layer = plan_.layers() + 1;
  unit.input = int(plan_.units.size()) - 1;
  unit.inputChannels = last.outputChannels;
  unit.outputChannels = outputs;
  unit.inputSpace = last.outputSpace;
  unit.activation = activation;
  unit.inputSize = unit.outputSize = 1;
  unit.macs = std::int64_t(unit.inputChannels) * outputs;
  unit.parameters = unit.macs + outputs;
  plan_.units.push_back(unit);
}

void PlanBuilder::head(const std::string& name) {
  if (spec_.classes == 0) return;
  for (std::size_t i = 0; i < spec_.hidden.size(); ++i)
    linear(concat("hidden.", i + 1), spec_.hidden[i].channels, spec_.hidden[i].activation);
  linear(name, spec_.classes, Activation::None);
}

NetworkPlan PlanBuilder::plan() { return std::move(plan_); }

}  // namespace zipper
