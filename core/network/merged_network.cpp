// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/merged_network.h"

#include <unordered_set>

#include "core/network/compatibility.h"
#include "core/network/state_layout.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

MergedNetwork::MergedNetwork(const std::vector<MobileNet>& teachers, BnPolicy policy) : policy_(policy) {
  std::vector<MobileNetSpec> specs;
  for (const MobileNet& teacher : teachers) specs.push_back(teacher->spec());
  const std::string reason = whyNotMergeable(specs);
  if (!reason.empty()) throw Error(reason);
  for (MobileNet teacher : teachers) tasks_.push_back(cloneNetwork(teacher));
}

void MergedNetwork::merge(int layer) {
  if (layer < 1 || layer > layers()) fail("layer ", layer, ": there are layers 1 to ", layers());
  merged_.insert(layer);
  shareModules();
}

void MergedNetwork::shareModules() {
  const Sharing all = sharing();
  const std::vector<UnitPlan>& table = tasks_[0]->plan().units;
  std::vector<ConvUnit>& first = tasks_[0]->units();
  for (std::size_t t = 1; t < tasks_.size(); ++t) {
    std::vector<ConvUnit>& own = tasks_[t]->units();
    for (std::size_t i = 0; i < own.size(); ++i) {
      const Shared shared = all.of(table[i]);
      if (shared == Shared::Weights) own[i]->shareConvolution(*first[i]);
      if (shared == Shared::Whole) own[i]->share(*first[i]);
    }
  }
}

int MergedNetwork::mergedPrefix() const { return layersFromTheFirst(merged_); }

void MergedNetwork::shareTrunk(int depth) {
  if (depth <= trunk_) return;
  if (depth > mergedPrefix())
    fail("a trunk up to layer ", depth, ": layer ", mergedPrefix() + 1, " isn't merged; there are layers 1 to ",
         layers());
  std::vector<MobileNetSpec> specs;
  for (MobileNet& task : tasks_) specs.push_back(task->spec());
  const std::string reason = whyNoTrunk(specs);
  if (!reason.empty()) throw Error(reason);
  trunk_ = depth;
  shareModules();
}

std::vector<ForwardResult> MergedNetwork::forward(const std::vector<torch::Tensor>& images, bool withTaps) {
  std::vector<ForwardResult> results;
  if (trunk_ == 0) {
    for (std::size_t t = 0; t < images.size(); ++t) results.push_back(tasks_[t]->forward(images[t], withTaps));
    return results;
  }
  std::vector<torch::Tensor> taps;
  const torch::Tensor maps = tasks_[0]->trunk(torch::cat(images), trunk_, &taps);
  std::int64_t begin = 0;
  for (std::size_t t = 0; t < images.size(); begin += images[t].size(0), ++t) {
    const auto own = [&](const torch::Tensor& all) { return all.narrow(0, begin, images[t].size(0)); };
    ForwardResult result = tasks_[t]->branch(own(maps), trunk_, withTaps);
    if (withTaps) {
      std::vector<torch::Tensor> all;
      for (const torch::Tensor& tap : taps) all.push_back(own(tap));
      all.insert(all.end(), result.taps.begin(), result.taps.end());
      result.taps = all;
    }
    results.push_back(result);
  }
  return results;
}

std::vector<torch::Tensor> MergedNetwork::parameters() {
  std::vector<torch::Tensor> all;
  std::unordered_set<const void*> seen;
  for (MobileNet& task : tasks_)
    for (const torch::Tensor& parameter : task->parameters())
      if (seen.insert(parameter.unsafeGetTensorImpl()).second) all.push_back(parameter);
  return all;
}

NamedTensors MergedNetwork::state() {
  NamedTensors state;
  const Sharing all = sharing();
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    const std::set<std::string> shared = sharedKeys(tasks_[t]->plan().units, all);
    for (const auto& [key, tensor] : tasks_[t]->state()) {
      if (shared.count(key) == 0)
        state.emplace_back(taskName(int(t)) + "." + key, tensor);
      else if (t == 0)
        state.emplace_back("shared." + key, tensor);
    }
  }
  return state;
}

void MergedNetwork::loadState(const NamedTensors& state) { copyValues(state, this->state()); }

MergedNetwork MergedNetwork::clone() {
  MergedNetwork copy(tasks_, policy_);
  for (int layer : merged_) copy.merge(layer);
  copy.shareTrunk(trunk_);
  return copy;
}

void MergedNetwork::train(bool on) {
  for (MobileNet& task : tasks_) task->train(on);
}

}  // namespace zipper
