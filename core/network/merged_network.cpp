#include "core/network/merged_network.h"

#include <unordered_set>

#include "core/support/error.h"

namespace zipper {

namespace {

/// Whether this key of a task's state belongs to a shared module once its layer is merged.
bool isSharedKey(const std::string& key, const std::set<int>& merged, BnPolicy policy) {
  for (int layer : merged) {
    const std::string prefix = concat("layers.", layer, ".pointwise.");
    if (key.rfind(prefix, 0) != 0) continue;
    return policy == BnPolicy::Shared || key == prefix + "conv.weight";
  }
  return false;
}

}  // namespace

MergedNetwork::MergedNetwork(const std::vector<MobileNet>& teachers, BnPolicy policy) : policy_(policy) {
  std::vector<MobileNetSpec> specs;
  for (const MobileNet& teacher : teachers) specs.push_back(teacher->spec());
  const std::string reason = whyNotMergeable(specs);
  if (!reason.empty()) throw Error(reason);
  for (MobileNet teacher : teachers) tasks_.push_back(cloneNetwork(teacher));
}

void MergedNetwork::merge(int layer) {
  if (layer < 1 || layer > layerCount) fail("layer ", layer, ": there are layers 1 to ", layerCount);
  merged_.insert(layer);
  ConvUnit& first = tasks_[0]->pointwise(layer);
  for (std::size_t t = 1; t < tasks_.size(); ++t) {
    tasks_[t]->pointwise(layer)->shareConvolution(*first);
    if (policy_ == BnPolicy::Shared) tasks_[t]->pointwise(layer)->shareBatchNorm(*first);
  }
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
  for (std::size_t t = 0; t < tasks_.size(); ++t) {
    for (const auto& [key, tensor] : tasks_[t]->state()) {
      if (!isSharedKey(key, merged_, policy_))
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
  return copy;
}

void MergedNetwork::train(bool on) {
  for (MobileNet& task : tasks_) task->train(on);
}

}  // namespace zipper
