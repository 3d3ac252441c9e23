// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/guess_link.h"

#include "app/workbench/document.h"
#include "app/workbench/run_controller.h"
#include "widgets/tour/guess_dialog.h"
#include "widgets/tour/guess_form.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

GuessLink::GuessLink(Document& document, RunController& run, ZipperView& zipper, QWidget& window)
    : QObject(&window), document_(document), run_(run), zipper_(zipper), window_(window) {
  connect(&document_, &Document::opened, this, [this] {
    guess_ = 0;
    answers_ = false;
    if (dialog_ != nullptr) dialog_->close();
    Q_EMIT changed();
  });
  // Queued: scores of the last step are there then.
  connect(&run_, &RunController::stateChanged, this, &GuessLink::answerIfDone, Qt::QueuedConnection);
}

void GuessLink::build() {
  dialog_ = new GuessDialog(&window_);
  connect(&zipper_, &ZipperView::layerSelected, dialog_->form(), &GuessForm::setLayer);
  connect(dialog_->form(), &GuessForm::guessed, this, [this](int layer) {
    setGuess(layer, true);
    dialog_->close();
  });
}

std::vector<int> GuessLink::layersAhead() const {
  std::vector<int> layers;
  if (!document_.isOpen()) return layers;
  for (const StepPlan& plan : remainingSteps(document_.session()))
    if (plan.target.mergesLayer()) layers.push_back(plan.target.layerNumber());
  return layers;
}

void GuessLink::open() {
  if (!document_.isOpen()) return;
  if (dialog_ == nullptr) build();
  const std::vector<int> layers = layersAhead();
  if (layers.empty() && hasAnswer()) return dialog_->showAnswer(answer());
  if (layers.empty()) return;
  dialog_->ask(layers);
  dialog_->form()->setLayer(guess_);
}

void GuessLink::setGuess(int layer, bool answers) {
  guess_ = layer;
  answers_ = answers && layer > 0;
  Q_EMIT changed();
}

GuessAnswer GuessLink::answer() const {
  GuessAnswer answer;
  answer.guess = guess_;
  if (document_.isOpen()) answer.drops = layerDrops(document_.session());
  return answer;
}

bool GuessLink::hasAnswer() const { return guess_ > 0 && verdictOf(answer()) != GuessVerdict::Unknown; }

void GuessLink::answerIfDone() {
  if (!answers_ || run_.state() != RunState::Idle || !layersAhead().empty() || !hasAnswer()) return;
  answers_ = false;
  if (dialog_ == nullptr) build();
  dialog_->showAnswer(answer());
}

}  // namespace zipper
