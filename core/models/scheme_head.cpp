// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_head.h"

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Far more than any head has; a configuration may list one layer as often as it likes.
constexpr std::size_t mostLinearLayers = 64;

void addTensor(MatchedHead& head, const std::string& canonical, std::size_t index) {
  if (index != HeadBuilder::none) head.tensors.emplace_back(canonical, index);
}

void addNorm(MatchedHead& head, const std::string& canonical, const std::optional<HeadBuilder::Norm>& norm) {
  if (!norm) return;
  addTensor(head, canonical + ".weight", norm->weight);
  addTensor(head, canonical + ".bias", norm->bias);
  addTensor(head, canonical + ".running_mean", norm->mean);
  addTensor(head, canonical + ".running_var", norm->variance);
  if (norm->epsilon) head.epsilons[canonical] = *norm->epsilon;
}

}  // namespace

void HeadBuilder::linear(const std::string& name, std::size_t weight, std::size_t bias) {
  if (layers_.size() == mostLinearLayers) fail("the head has more than ", mostLinearLayers, " linear layers");
  layers_.push_back({name, weight, bias, std::nullopt, pending_, std::nullopt});
  pending_.reset();
}

void HeadBuilder::norm(const Norm& norm) {
  std::optional<Norm>& place = layers_.empty() || layers_.back().activation ? pending_ : layers_.back().behind;
  if (place)
    fail("the head has two batch normalizations one behind the other, ", inQuotes(place->name), " and ",
         inQuotes(norm.name), "; one between two linear layers was expected");
  place = norm;
}

void HeadBuilder::activate(Activation activation) {
  if (pending_)
    fail("batch normalization ", inQuotes(pending_->name),
         " of the head can't be put into the weights of a linear layer, since an activation follows that isn't that of "
         "the linear layer before it");
  if (layers_.empty()) return;  // of the features, which have none below zero
  std::optional<Activation>& own = layers_.back().activation;
  if (own && *own != activation)
    fail("the linear layer ", inQuotes(layers_.back().name), " of the head has two activations, ", toString(*own),
         " and ", toString(activation));
  own = activation;
}

MatchedHead HeadBuilder::finish(bool tells) {
  if (pending_)
    fail("batch normalization ", inQuotes(pending_->name),
         " is the last layer of the head; a linear layer was expected");
  MatchedHead head;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const Layer& layer = layers_[i];
    const bool isLast = i + 1 == layers_.size();
    const std::string canonical = isLast ? "head" : concat("hidden.", i + 1);
    if (isLast && layer.activation)
      fail("behind the last linear layer of the head, ", inQuotes(layer.name), ", lies the activation ",
           toString(*layer.activation), "; none, or softmax, was expected");
    if (!isLast) {
      head.hidden.push_back(layer.activation);
      if (tells && !layer.activation) head.hidden.back() = Activation::None;
    }
    addTensor(head, canonical + ".weight", layer.weight);
    addTensor(head, canonical + ".bias", layer.bias);
    addNorm(head, canonical + ".before", layer.before);
    addNorm(head, canonical + ".behind", layer.behind);
  }
  return head;
}

}  // namespace zipper
