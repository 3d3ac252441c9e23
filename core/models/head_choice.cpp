// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/head_choice.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/models/head_by_shapes.h"
#include "core/models/hidden_activation.h"
#include "core/models/keras_head.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr int mostHiddenLayers = 8;

class HeadTaker {
 public:
  HeadTaker(SchemeMatch& match, const Candidate& chosen, const std::vector<ExpectedName>& expected, Leftovers& left,
            const std::vector<NamedShape>& tensors)
      : match_(match), chosen_(chosen), expected_(expected), left_(left), tensors_(tensors) {
    for (std::size_t i = chosen.convolutionNames(); i < chosen.indices.size(); ++i)
      if (chosen.has(i)) named_.push_back(chosen.indices[i]);
  }

  bool byConfiguration(const KerasLayerList& list) {
    const std::string path = tensors_[lastTensor()].name;
    auto head = headOfKeras(list, path.substr(0, path.rfind('/')), tensors_);
    if (!head) return false;
    accept(std::move(*head));
    return true;
  }

  /// A network that this program wrote.
  bool byOwnNames() {
    if (chosen_.scheme->hidden == nullptr || named_.empty()) return false;
    HeadBuilder builder;
    for (int i = 1; i <= mostHiddenLayers; ++i) {
      const std::string start = chosen_.prefix + concat(chosen_.scheme->hidden, i) + ".";
      const std::size_t weight = unknown(start + "weight");
      if (weight == HeadBuilder::none) break;
      builder.linear(start, weight, unknown(start + "bias"));
    }
    if (builder.isEmpty()) return false;
    const std::size_t head = chosen_.convolutionNames();
    if (!chosen_.has(head)) return false;
    builder.linear("head", chosen_.indices[head], chosen_.indices[head + 1]);
    accept(builder.finish(false));
    return true;
  }

  /// The only tensors left are a weight and a bias: they can be nothing else.
  bool asPair() {
    if (!named_.empty() || left_.unknown.size() != 2) return false;
    std::size_t weight = left_.unknown[0], bias = left_.unknown[1];
    if (tensors_[weight].shape.size() == 1) std::swap(weight, bias);
    const auto& shape = tensors_[weight].shape;
    if (tensors_[bias].shape.size() != 1 || (shape.size() != 2 && shape.size() != 4)) return false;
    const Framework& framework = *match_.scheme->framework;
    const bool first = shape.size() == 2 ? !framework.headTransposed : framework.kernel == axesOIHW;
    if (shape[first ? 0 : shape.size() - 1] != tensors_[bias].shape[0]) return false;
    MatchedHead head;
    head.tensors = {{"head.weight", weight}, {"head.bias", bias}};
    head.notes.push_back(concat("head guessed: ", inQuotes(tensors_[weight].name), " and ",
                                inQuotes(tensors_[bias].name), ", the only tensors left"));
    accept(std::move(head));
    return true;
  }

  bool byShapes() {
    std::vector<std::size_t> indices = left_.unknown;
    if (indices.empty() && (named_.empty() || isHiddenLayerAlone())) indices = left_.outside;
    if (indices.empty()) return false;
    indices.insert(indices.end(), named_.begin(), named_.end());
    std::sort(indices.begin(), indices.end());
    auto head = headByShapes(tensors_, indices, features(), match_.scheme->framework->headTransposed);
    if (!head) return false;
    accept(std::move(*head));
    return true;
  }

  /// The hidden layer of a V3 without a last layer behind it: unless it puts out what such layers do, it is the last.
  bool asHiddenLayerAlone() {
    if (!isHiddenLayerAlone()) return false;
    const std::size_t hidden = chosen_.convolutionNames();
    const auto& shape = tensors_[chosen_.indices[hidden]].shape;
    const Framework& framework = *chosen_.scheme->framework;
    const bool first = shape.size() == 2 ? !framework.headTransposed : framework.kernel == axesOIHW;
    const std::string name = inQuotes(tensors_[chosen_.indices[hidden]].name);
    MatchedHead head;
    if (shape.empty() || isHiddenOfV3(chosen_.scheme->architecture, first ? shape.front() : shape.back())) {
      head.notes.push_back(concat("left out: the hidden layer of a head without its last layer, ", name));
    } else {
      head.tensors.emplace_back("head.weight", chosen_.indices[hidden]);
      if (chosen_.scheme->hiddenBias != nullptr && chosen_.has(hidden + 1))
        head.tensors.emplace_back("head.bias", chosen_.indices[hidden + 1]);
      head.notes.push_back(concat("head guessed: ", name, ", the only linear layer"));
    }
    named_.clear();
    accept(std::move(head));
    return true;
  }

  void byNames() {
    for (std::size_t i = chosen_.convolutionNames(); i < expected_.size(); ++i) {
      if (!chosen_.has(i)) continue;
      match_.tensors.emplace_back(expected_[i].canonical, chosen_.indices[i]);
      if (expected_[i].canonical == "hidden.1.weight") match_.head.hidden.emplace_back();
    }
  }

  /// Whether all layers of the head have the names of the scheme.
  bool isNamed() const { return !named_.empty() && left_.unknown.empty() && !isHiddenLayerAlone(); }

 private:
  /// Of the head that the scheme names.
  bool isHiddenLayerAlone() const {
    const std::size_t end = chosen_.indices.size();
    return chosen_.scheme->hiddenWeight != nullptr && chosen_.has(chosen_.convolutionNames()) &&
           !chosen_.has(end - 2) && !chosen_.has(end - 1);
  }

  std::size_t unknown(const std::string& name) const {
    for (const std::size_t index : left_.unknown)
      if (tensors_[index].name == name) return index;
    return HeadBuilder::none;
  }

  /// A tensor of the last convolution of the backbone: of its batch normalization, or its bias if that is folded.
  std::size_t lastTensor() const { return match_.tensors.back().second; }

  /// How many channels come out of the backbone; 0 if that can't be told.
  std::int64_t features() const {
    const auto& shape = tensors_[lastTensor()].shape;
    return shape.size() == 1 ? shape[0] : 0;
  }

  void accept(MatchedHead head) {
    std::set<std::size_t> used;
    for (const auto& entry : head.tensors) used.insert(entry.second);
    for (auto* list : {&left_.unknown, &left_.outside, &left_.others})
      list->erase(std::remove_if(list->begin(), list->end(), [&](std::size_t i) { return used.count(i) > 0; }),
                  list->end());
    std::copy_if(named_.begin(), named_.end(), std::back_inserter(left_.unknown),
                 [&](std::size_t i) { return used.count(i) == 0; });
    match_.tensors.insert(match_.tensors.end(), head.tensors.begin(), head.tensors.end());
    match_.notes.insert(match_.notes.end(), head.notes.begin(), head.notes.end());
    match_.head = std::move(head);
  }

  SchemeMatch& match_;
  const Candidate& chosen_;
  const std::vector<ExpectedName>& expected_;
  Leftovers& left_;
  const std::vector<NamedShape>& tensors_;
  std::vector<std::size_t> named_;  ///< tensors with the names that heads have in the scheme
};

}  // namespace

bool takeHead(SchemeMatch& match, const Candidate& chosen, const std::vector<ExpectedName>& expected, Leftovers& left,
              const std::vector<NamedShape>& tensors, const MatchOptions& options) {
  if (!left.behindBackbone.empty() || match.tensors.empty()) return false;
  HeadTaker taker(match, chosen, expected, left, tensors);
  if (options.keras != nullptr && taker.byConfiguration(*options.keras)) return true;
  if (taker.byOwnNames()) return true;
  if (!taker.isNamed() && (taker.asPair() || taker.byShapes())) return true;
  if (left.unknown.empty() && taker.asHiddenLayerAlone()) return true;
  taker.byNames();
  return false;
}

}  // namespace zipper
