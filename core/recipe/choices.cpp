// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/choices.h"

#include <utility>

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Enum>
using Names = std::vector<std::pair<Enum, std::string>>;

const Names<Initialization> initializations{{Initialization::FromA, "a"},
                                            {Initialization::FromB, "b"},
                                            {Initialization::Random, "random"},
                                            {Initialization::Mean, "mean"},
                                            {Initialization::LeastSquares, "least-squares"}};
const Names<Alignment> alignments{{Alignment::None, "none"},
                                  {Alignment::Weights, "weights"},
                                  {Alignment::Activations, "activations"},
                                  {Alignment::Mergeability, "mergeability"}};
const Names<OptimizerKind> optimizers{{OptimizerKind::Sgd, "sgd"}, {OptimizerKind::Adam, "adam"}};
const Names<ScheduleKind> schedules{
    {ScheduleKind::Constant, "constant"}, {ScheduleKind::Exponential, "exponential"}, {ScheduleKind::Cosine, "cosine"}};
const Names<Precision> precisions{{Precision::Float32, "float32"}, {Precision::BFloat16, "bfloat16"}};
const Names<UpdateOrder> updateOrders{{UpdateOrder::Alternate, "alternate"}, {UpdateOrder::Joint, "joint"}};

template <typename Enum>
std::string nameOf(const Names<Enum>& names, Enum value) {
  for (const auto& entry : names)
    if (entry.first == value) return entry.second;
  return {};
}

template <typename Enum>
Enum valueOf(const Names<Enum>& names, const std::string& text, const char* what) {
  std::string known;
  for (const auto& [value, name] : names) {
    if (name == text) return value;
    known += (known.empty() ? "" : ", ") + name;
  }
  fail(what, ": '", text, "' found, expected one of ", known);
}

template <typename Enum>
std::vector<std::string> namesOf(const Names<Enum>& names) {
  std::vector<std::string> texts;
  for (const auto& entry : names) texts.push_back(entry.second);
  return texts;
}

}  // namespace

std::string toString(Initialization value) { return nameOf(initializations, value); }
std::string toString(Alignment value) { return nameOf(alignments, value); }
std::string toString(OptimizerKind value) { return nameOf(optimizers, value); }
std::string toString(ScheduleKind value) { return nameOf(schedules, value); }
std::string toString(UpdateOrder value) { return nameOf(updateOrders, value); }
std::string toString(Precision value) { return nameOf(precisions, value); }

Initialization initializationFromString(const std::string& text) {
  return valueOf(initializations, text, "initialization");
}
Alignment alignmentFromString(const std::string& text) { return valueOf(alignments, text, "alignment"); }
OptimizerKind optimizerFromString(const std::string& text) { return valueOf(optimizers, text, "optimizer"); }
ScheduleKind scheduleFromString(const std::string& text) { return valueOf(schedules, text, "schedule"); }
UpdateOrder updateOrderFromString(const std::string& text) { return valueOf(updateOrders, text, "update order"); }
Precision precisionFromString(const std::string& text) { return valueOf(precisions, text, "precision"); }

std::vector<std::string> initializationNames() { return namesOf(initializations); }
std::vector<std::string> alignmentNames() { return namesOf(alignments); }
std::vector<std::string> optimizerNames() { return namesOf(optimizers); }
std::vector<std::string> scheduleNames() { return namesOf(schedules); }
std::vector<std::string> updateOrderNames() { return namesOf(updateOrders); }
std::vector<std::string> precisionNames() { return namesOf(precisions); }

}  // namespace zipper
