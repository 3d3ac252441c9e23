// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torchvision_writer.h"

#include "core/exports/pytorch_archive.h"
#include "core/exports/torchvision_fit.h"
#include "core/exports/torchvision_names.h"
#include "core/network/merged_network.h"
#include "core/network/state_layout.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

void refuseOthers(const MobileNetSpec& spec) {
  const std::string reason = whyNotTorchvision(spec);
  if (!reason.empty()) throw Error(reason);
}

/// Calls rename(key of the state, name in torchvision) for all tensors.
template <typename Rename>
void forEachName(const MobileNetSpec& spec, const Rename& rename) {
  const NetworkPlan plan = planOf(spec);
  for (const StateEntry& entry : stateLayout(spec))
    for (const UnitPlan& unit : plan.units)
      if (entry.key.rfind(unit.name + ".", 0) == 0)
        rename(entry.key, torchvisionName(spec.architecture, plan, unit, entry.key.substr(unit.name.size() + 1)));
}

/// (x - mean) / sqrt(variance + epsilon) · weight is the same with torchvision's epsilon, `wanted`, and another
/// variance; where that would be negative, with none and another weight.
void adoptEpsilon(NamedTensors& state, const std::string& unit, double epsilon, double wanted) {
  if (epsilon == wanted) return;
  torch::Tensor variance = find(state, unit + ".bn.running_var"), weight = find(state, unit + ".bn.weight");
  const torch::Tensor sum = variance.to(torch::kDouble) + epsilon, possible = sum.clamp_min(wanted);
  weight.copy_(weight.to(torch::kDouble) * torch::sqrt(possible / sum));
  variance.copy_(possible - wanted);
}

}  // namespace

void writeTaskTorchvision(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  torch::NoGradGuard noGrad;
  refuseOthers(network->spec());
  NamedTensors state = deepCopy(network->state());
  const double epsilon = torchvisionEpsilon(network->spec().architecture);
  for (std::size_t i = 0; i < network->units().size(); ++i)
    if (ConvUnit& unit = network->unit(int(i)); unit->options().normalizes)
      adoptEpsilon(state, network->plan().units[i].name, unit->bn->options.eps(), epsilon);
  NamedTensors renamed;
  forEachName(network->spec(),
              [&](const std::string& key, const std::string& name) { renamed.emplace_back(name, find(state, key)); });
  ExportMetadata all = withNetworkMetadata(metadata, network);
  MobileNetSpec spec = network->spec();
  spec.bnEpsilon = epsilon;
  all[exportSpecKey] = specToJson(spec);
  writePyTorchArchive(path, renamed, all);
}

void writeMergedTorchvision(const fs::path&, MergedNetwork&, const ExportMetadata&) {
  fail("torchvision: a file of several tasks is none of its networks; write one task, or all of them as pytorch");
}

std::vector<std::string> torchvisionNotes(MobileNet& network) {
  const MobileNetSpec& spec = network->spec();
  const double epsilon = torchvisionEpsilon(spec.architecture);
  std::vector<std::string> notes{concat("to be loaded into ", torchvisionCall(spec))};
  for (ConvUnit& unit : network->units()) {
    if (!unit->options().normalizes || unit->bn->options.eps() == epsilon) continue;
    notes.push_back(concat("the epsilon of batch normalization, ", unit->bn->options.eps(), ", is ", epsilon,
                           " in torchvision; running variances make up for it"));
    break;
  }
  return notes;
}

std::vector<torch::Tensor> runTorchvision(const fs::path& path, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  const TensorFile file = readPyTorchArchive(path);
  MobileNet network = networkOfMetadata(file.metadata);
  NamedTensors state;
  forEachName(network->spec(), [&](const std::string& key, const std::string& name) {
    const torch::Tensor tensor = find(file.tensors, name);
    if (!tensor.defined()) fail("key '", name, "' is missing");
    state.emplace_back(key, tensor);
  });
  if (state.size() != file.tensors.size())
    fail(file.tensors.size(), " tensors found, ", state.size(), " were expected");
  network->loadState(state);
  return {network->forward(images.at(0)).logits};
}

}  // namespace zipper
