// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/sizes_link.h"

#include <algorithm>
#include <numeric>

#include "app/workbench/document.h"
#include "app/workbench/merge_cost_link.h"
#include "app/workbench/panels.h"
#include "app/workbench/run_controller.h"
#include "core/analysis/trunk_runs.h"
#include "core/network/compatibility.h"
#include "core/zippering/run_folder.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/sizes/sizes_content.h"
#include "widgets/sizes/sizes_dialog.h"
#include "widgets/sizes/sizes_page.h"
#include "widgets/sizes/trunks_page.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

/// The session's recipe with a plan of all layers and the iterations of a choice.
Recipe recipeOfAll(const Session& session, int iterations, int finetuneIterations) {
  Recipe recipe = session.recipe;
  recipe.defaults.calibration.iterations = iterations;
  std::vector<int> layers(std::size_t(session.layers()));
  std::iota(layers.begin(), layers.end(), 1);
  planSteps(recipe, layers, finetuneIterations);
  return recipe;
}

std::string dependenceOfSize(const Recipe& recipe, const SizeOrder& order) {
  return dependenceOf(recipeOfSize(recipe, order.plan.layers, order.calibrated));
}

std::string dependenceOfTrunks(Recipe recipe) {
  setTrunk(recipe, 0);
  return dependenceOf(std::move(recipe));
}

}  // namespace

SizesLink::SizesLink(Document& document, RunController& run, MergeCostLink& estimates, Panels& panels, QWidget& window)
    : QObject(&window), document_(document), run_(run), estimates_(estimates), panels_(panels), window_(window) {
  connect(&document_, &Document::opened, this, [this] {  // what was measured were other networks
    forget();
    delete dialog_;
    dialog_ = nullptr;
  });
  connect(&document_, &Document::dataChanged, this, [this] {
    forget();
    refresh();
  });
  connect(&document_, &Document::planChanged, this, &SizesLink::refresh);
  connect(&document_, &Document::stepsChanged, this, &SizesLink::refresh);
  connect(&document_, &Document::mergeCostsChanged, this, &SizesLink::showSizes);
  connect(&run_, &RunController::stateChanged, this, &SizesLink::stateChanged);
  connect(&run_, &RunController::progressChanged, this, [this] {
    if (dialog_ != nullptr && dialog_->isRunning() && run_.progress().share >= 0)
      dialog_->setProgress(run_.progress().share);
  });
}

void SizesLink::forget() {
  ++data_;
  teachers_.reset();
  sizes_.clear();
  trunks_ = {};
}

void SizesLink::build() {
  dialog_ = new SizesDialog(&window_);
  dialog_->sizes().setForecast([this](const SizesChoice& choice) {
    return document_.hasData() ? run_.secondsFor(workOfSizes(requestOf(choice))) : -1.0;
  });
  dialog_->trunks().setForecast([this](const TrunksChoice& choice) {
    return document_.hasData() ? run_.secondsFor(workOfTrunks(requestOf(choice))) : -1.0;
  });
  connect(&dialog_->sizes(), &SizesPage::startRequested, this, &SizesLink::startSizes);
  connect(&dialog_->trunks(), &TrunksPage::startRequested, this, &SizesLink::startTrunks);
  connect(&dialog_->sizes(), &SizesPage::layersChosen, this, [this](const std::vector<int>& layers) {
    std::vector<int> plan = document_.session().mergedLayers();  // they come first, as they are done
    for (const int layer : layers)
      if (std::find(plan.begin(), plan.end(), layer) == plan.end()) plan.push_back(layer);
    panels_.recipe->planLayers(plan);
    dialog_->setStatus(tr("The recipe now plans layers %1.").arg(shownLayers(layers)));
  });
  connect(dialog_, &SizesDialog::cancelRequested, &run_, &RunController::cancel);
  const Session& session = document_.session();
  dialog_->trunks().setNetworks(session.layers(), style::engineText(whyNoTrunk(session.specs())));
  dialog_->trunks().setSweep(trunks_);
}

void SizesLink::open() {
  if (!document_.isOpen()) return;
  if (dialog_ == nullptr) build();
  showSizes();
  refresh();
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
  if (document_.mergeCosts().empty() && run_.state() == RunState::Idle) estimates_.estimateQuietly();
}

void SizesLink::refresh() {
  if (dialog_ == nullptr) return;
  dialog_->sizes().setMerged(document_.session().mergedLayers());
  dialog_->setEnabledToStart(run_.state() == RunState::Idle && document_.hasData());
}

void SizesLink::showSizes() {
  if (dialog_ == nullptr) return;
  const Session& session = document_.session();
  SizeSweep sweep;
  sweep.recipe = session.recipe;
  if (!document_.mergeCosts().empty())
    sweep.plans = sizePlans(document_.mergeCosts(), session.specs(), session.recipe.bnPolicy);
  if (teachers_) sweep.teachers = *teachers_;
  for (const KnownSize& known : sizes_) sweep.points.push_back(known.point);
  dialog_->sizes().setSweep(sweep);
}

std::optional<SizeAdvice> SizesLink::measuredAdvice() const {
  SizeSweep sweep;
  if (!teachers_) return std::nullopt;
  sweep.teachers = *teachers_;
  for (const KnownSize& known : sizes_) sweep.points.push_back(known.point);
  return zipper::measuredAdvice(sweep);
}

bool SizesLink::isKnown(const std::string& depends) const {
  return std::any_of(sizes_.begin(), sizes_.end(),
                     [&depends](const KnownSize& known) { return known.depends == depends; });
}

/// Without what is measured already.
SizesRequest SizesLink::requestOf(const SizesChoice& choice) const {
  SizesRequest request{document_.session(), document_.data(), {}, !teachers_};
  request.session.recipe = recipeOfAll(document_.session(), choice.iterations, choice.finetuneIterations);
  for (const bool calibrated : {false, true})
    for (const SizePlan& plan : choice.plans) {
      const SizeOrder order{plan, calibrated};
      if (calibrated && !choice.calibrates()) continue;
      if (!isKnown(dependenceOfSize(request.session.recipe, order))) request.orders.push_back(order);
    }
  return request;
}

TrunksRequest SizesLink::requestOf(const TrunksChoice& choice) const {
  TrunksRequest request{document_.session(), document_.data(), {}, trunks_.teacherScores.empty()};
  request.session.recipe = recipeOfAll(document_.session(), choice.iterations, choice.finetuneIterations);
  const bool anew = dependenceOfTrunks(request.session.recipe) != trunksDepend_;
  for (const int depth : choice.depths) {
    const auto isThere = [depth](const TrunkPoint& point) { return point.depth == depth; };
    if (anew || std::none_of(trunks_.points.begin(), trunks_.points.end(), isThere)) request.depths.push_back(depth);
  }
  return request;
}

/// Points of other settings would tell two stories in one plot: those of the same kind are dropped.
void SizesLink::startSizes(const SizesChoice& choice) {
  if (dialog_ == nullptr || run_.state() != RunState::Idle || !document_.hasData()) return;
  SizesRequest request = requestOf(choice);
  const Recipe recipe = request.session.recipe;
  const auto isOfOtherSettings = [&](const KnownSize& known) {
    if (known.point.calibrated && !choice.calibrates()) return false;
    SizeOrder order;
    order.plan.layers = known.point.layers;
    order.calibrated = known.point.calibrated;
    return dependenceOfSize(recipe, order) != known.depends;
  };
  sizes_.erase(std::remove_if(sizes_.begin(), sizes_.end(), isOfOtherSettings), sizes_.end());
  showSizes();
  if (request.orders.empty()) return dialog_->setStatus(tr("All of these sizes are measured already."));
  wanted_ = int(request.orders.size());
  done_ = 0;
  dialog_->begin(tr("Scoring the teachers"));
  const SizesNews news = sizesNews(request.orders, recipe);
  run_.startBusy(
      tr("Measuring sizes"), tr("The sizes couldn't be measured."),
      [request = std::move(request), news](JobContext& context) { measureSizes(context, request, news); },
      BusyWith::Sizes);
}

SizesNews SizesLink::sizesNews(const std::vector<SizeOrder>& orders, const Recipe& recipe) {
  SizesNews news;
  news.teachersScored = [this, data = data_](const std::shared_ptr<const SizePoint>& point) {
    if (data != data_) return;
    teachers_ = *point;
    showSizes();
  };
  news.begun = [this, orders](int order) {
    if (dialog_ == nullptr) return;
    const SizeOrder& now = orders.at(std::size_t(order));
    const QString number = tr("%1 of %2").arg(order + 1).arg(orders.size());
    dialog_->setStatus(now.calibrated ? tr("Layers %1, calibrated: %2").arg(shownLayers(now.plan.layers), number)
                                      : tr("Layers %1, closed form: %2").arg(shownLayers(now.plan.layers), number));
  };
  news.measured = [this, recipe, data = data_](const std::shared_ptr<const SizePoint>& point) {
    if (data != data_) return;
    SizeOrder order;
    order.plan.layers = point->layers;
    order.calibrated = point->calibrated;
    sizes_.push_back({dependenceOfSize(recipe, order), *point});
    ++done_;
    showSizes();
  };
  return news;
}

void SizesLink::startTrunks(const TrunksChoice& choice) {
  if (dialog_ == nullptr || run_.state() != RunState::Idle || !document_.hasData()) return;
  TrunksRequest request = requestOf(choice);
  const std::string depends = dependenceOfTrunks(request.session.recipe);
  if (depends != trunksDepend_) trunks_.points.clear();
  trunksDepend_ = depends;
  trunks_.recipe = request.session.recipe;
  dialog_->trunks().setSweep(trunks_);
  if (request.depths.empty()) return dialog_->setStatus(tr("All of these trunks are measured already."));
  wanted_ = int(request.depths.size());
  done_ = 0;
  dialog_->begin(tr("Scoring the teachers"));
  const TrunksNews news = trunksNews(request.depths);
  run_.startBusy(
      tr("Measuring trunks"), tr("The trunks couldn't be measured."),
      [request = std::move(request), news](JobContext& context) { measureTrunks(context, request, news); },
      BusyWith::Sizes);
}

TrunksNews SizesLink::trunksNews(const std::vector<int>& depths) {
  TrunksNews news;
  news.teachersScored = [this, data = data_](const Scores& scores) {
    if (data == data_) trunks_.teacherScores = scores;
  };
  news.begun = [this, depths](int number) {
    if (dialog_ == nullptr) return;
    dialog_->setStatus(
        tr("Trunk up to layer %1: %2 of %3").arg(depths.at(std::size_t(number))).arg(number + 1).arg(depths.size()));
  };
  news.measured = [this, data = data_](const std::shared_ptr<const TrunkPoint>& point) {
    if (data != data_) return;
    trunks_.points.push_back(*point);
    std::sort(trunks_.points.begin(), trunks_.points.end(),
              [](const TrunkPoint& a, const TrunkPoint& b) { return a.depth < b.depth; });
    ++done_;
    if (dialog_ != nullptr) dialog_->trunks().setSweep(trunks_);
  };
  return news;
}

void SizesLink::stateChanged() {
  if (dialog_ == nullptr) return;
  const bool over = run_.state() == RunState::Idle || run_.state() == RunState::Empty;
  if (dialog_->isRunning() && over) {
    const QString text = done_ == wanted_ ? tr("All networks are measured.")
                                          : tr("Stopped: %1 of %2 networks are measured.").arg(done_).arg(wanted_);
    dialog_->end(text);
    Q_EMIT ended(text);
  }
  refresh();
}

}  // namespace zipper
