// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cassert>
#include <string>

namespace zipper {

/// What a step of a plan is about: a layer, which it merges, or end-to-end fine-tuning, which merges nothing. In a plan
/// that was made before its networks were known also every layer that no other step of it merges, in their order, with
/// a step for each; see settlePlan().
class StepTarget {
 public:
  /// From 1 on.
  static StepTarget layer(int number) {
    assert(number >= 1);
    return {Kind::Layer, number};
  }
  static StepTarget everyLayer() { return {Kind::EveryLayer, 0}; }
  static StepTarget fineTuning() { return {Kind::FineTuning, 0}; }

  bool isFineTuning() const { return kind_ == Kind::FineTuning; }
  bool isEveryLayer() const { return kind_ == Kind::EveryLayer; }
  /// Whether it is one layer, with a number.
  bool mergesLayer() const { return kind_ == Kind::Layer; }
  /// Whether it is this layer.
  bool merges(int layer) const { return mergesLayer() && number_ == layer; }
  /// Only of a target that merges a layer.
  int layerNumber() const {
    assert(mergesLayer());
    return number_;
  }

  friend bool operator==(StepTarget a, StepTarget b) { return a.kind_ == b.kind_ && a.number_ == b.number_; }
  friend bool operator!=(StepTarget a, StepTarget b) { return !(a == b); }
  /// An order for sets: fine-tuning, layers by their numbers, every layer.
  friend bool operator<(StepTarget a, StepTarget b) {
    return a.kind_ != b.kind_ ? a.kind_ < b.kind_ : a.number_ < b.number_;
  }

 private:
  enum class Kind { FineTuning, Layer, EveryLayer };

  StepTarget(Kind kind, int number) : kind_(kind), number_(number) {}

  Kind kind_;
  int number_;
};

/// What a step is called: "layer 3", "fine-tuning", "all layers".
std::string titleOfStep(StepTarget target);

/// The target as tables and seeds have it: the number of the layer, or 0 for fine-tuning. Not of every layer.
int targetNumber(StepTarget target);

}  // namespace zipper
