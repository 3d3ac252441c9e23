// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/merge_cost_link.h"

#include <QUndoStack>
#include <memory>

#include "app/workbench/document.h"
#include "app/workbench/panels.h"
#include "app/workbench/run_controller.h"
#include "core/support/compute_threads.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/recipe/suggest_dialog.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

MergeCostLink::MergeCostLink(Document& document, RunController& run, Panels& panels, QWidget& window)
    : QObject(nullptr), document_(document), run_(run), panels_(panels), window_(window) {
  connect(&document_, &Document::opened, this, &MergeCostLink::show);
  connect(&document_, &Document::mergeCostsChanged, this, &MergeCostLink::show);
}

void MergeCostLink::estimate() {
  run([this] { panels_.reveal(panels_.costs); });
}

void MergeCostLink::estimateQuietly() {
  run([] {});
}

void MergeCostLink::run(std::function<void()> then) {
  if (!document_.hasData()) return;
  const auto work = [this, then = std::move(then), session = document_.session(),
                     data = document_.data()](JobContext& context) {
    setComputeThreads(session.recipe.threads);
    std::vector<DatasetPtr> trainingSets;
    trainingSets.reserve(data.size());
    for (const TaskData& task : data) trainingSets.push_back(task.train);
    const auto costs =
        mergeability(session, trainingSets, {},
                     {context.stop(), [&context](int done, int total) { context.progress(done, total); }});
    context.deliver([this, costs, then] {
      document_.setMergeCosts(costs);
      then();
    });
  };
  run_.startBusy(tr("Estimating merge costs"), tr("The merge costs couldn't be estimated."), work,
                 BusyWith::MergeCosts);
}

void MergeCostLink::suggest() {
  if (!document_.mergeCosts().empty()) return openDialog();
  run([this] { openDialog(); });
}

void MergeCostLink::openDialog() {
  const Session& session = document_.session();
  SuggestionBase base{document_.mergeCosts(), session.specs(), session.recipe.bnPolicy, session.mergedLayers(), {}};
  if (measuredAdvice_) base.measured = measuredAdvice_();
  auto* dialog = new SuggestDialog(std::move(base), &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SuggestDialog::planChosen, panels_.recipe, &RecipePanel::planLayers);
  dialog->open();
}

void MergeCostLink::show() {
  std::vector<double> costs;
  costs.reserve(document_.mergeCosts().size());
  for (const LayerMergeability& layer : document_.mergeCosts()) costs.push_back(layer.cost);
  panels_.zipper->setMergeCosts(costs);
  panels_.layers->setMergeCosts(costs);
  panels_.costs->setEstimates(document_.mergeCosts());
}

}  // namespace zipper
