// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/plan_note.h"

#include <QCoreApplication>
#include <algorithm>

namespace zipper {

namespace {

struct PlanNote {
  Q_DECLARE_TR_FUNCTIONS(PlanNote)
};

}  // namespace

QString planNote(const Recipe& recipe, const std::vector<int>& mergedLayers) {
  const bool isOpen = std::any_of(recipe.steps.begin(), recipe.steps.end(),
                                  [](const StepPlan& step) { return step.target.isEveryLayer(); });
  if (isOpen) return PlanNote::tr("All layers that the networks have.");
  std::vector<int> done, toCome;
  for (const int layer : plannedLayers(recipe)) {
    const bool merged = std::find(mergedLayers.begin(), mergedLayers.end(), layer) != mergedLayers.end();
    (merged ? done : toCome).push_back(layer);
  }
  const auto text = [](const std::vector<int>& layers) { return QString::fromStdString(layersToString(layers)); };
  if (done.empty() && toCome.empty()) return PlanNote::tr("No layer, fine-tuning only.");
  if (done.empty()) return PlanNote::tr("%n layer(s) to merge.", nullptr, int(toCome.size()));
  if (toCome.empty()) return PlanNote::tr("All of them are merged.");
  return PlanNote::tr("%1 merged, %2 to come.").arg(text(done), text(toCome));
}

bool hasSameSteps(const Recipe& a, const Recipe& b) {
  const auto steps = [](const Recipe& recipe) {
    Recipe bare;
    bare.defaults = {};
    bare.steps = recipe.steps;
    return recipeToJson(bare);
  };
  return steps(a) == steps(b);
}

}  // namespace zipper
