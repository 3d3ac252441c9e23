// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/beside_step.h"

#include <algorithm>
#include <utility>

#include "app/workbench/document.h"
#include "core/session/run_tree.h"
#include "widgets/inspector/beside_choice.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

BesideStep::BesideStep(Document& document, BesideChoice& choice, QObject* parent)
    : QObject(parent), document_(document), choice_(choice) {
  connect(&document_, &Document::opened, this, [this] {
    holds_ = isGone_ = false;
    showChoice();
  });
  connect(&document_, &Document::stepsChanged, this, [this] {
    forgetIfGone();
    showChoice();
  });
  connect(&document_, &Document::runNotesChanged, this, &BesideStep::showChoice);
  connect(&choice_, &BesideChoice::chosen, this, &BesideStep::choose);
}

int BesideStep::chosen() const {
  const auto values = held_.lock();
  if (!holds_ || !values) return -1;
  const auto& steps = document_.session().steps;
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step->values == values; });
  return found == steps.end() ? -1 : int(found - steps.begin());
}

int BesideStep::step() const {
  const int step = chosen();
  return step == document_.session().current ? -1 : step;
}

void BesideStep::choose(int step) {
  const auto& steps = document_.session().steps;
  holds_ = step >= 0 && step < int(steps.size());
  isGone_ = false;
  if (holds_) held_ = steps[std::size_t(step)]->values;
  showChoice();
  Q_EMIT changed();
}

void BesideStep::forgetIfGone() {
  if (!holds_ || chosen() >= 0) return;
  holds_ = false;
  isGone_ = true;
  Q_EMIT changed();
}

QString BesideStep::titleOf(int step) const {
  const Session& session = document_.session();
  if (step < 0) return tr("the teachers");
  const int run = runNumbers(session)[std::size_t(step)];
  const auto note = session.runNotes.find(run);
  const QString layer = stepTitle(session.steps[std::size_t(step)]->plan.target);
  if (note == session.runNotes.end() || note->second.name.empty())
    return tr("Run %1, %2", "number, step").arg(run + 1).arg(layer);
  return tr("Run %1 (%2), %3", "number, name, step").arg(run + 1).arg(style::shown(note->second.name), layer);
}

void BesideStep::showChoice() {
  const Session& session = document_.session();
  const std::vector<int> numbers = runNumbers(session);
  std::vector<std::pair<int, int>> order;  // run, step
  for (int step = 0; step < int(session.steps.size()); ++step) order.emplace_back(numbers[std::size_t(step)], step);
  std::sort(order.begin(), order.end());
  std::vector<BesideChoice::Step> steps;
  for (const auto& [run, step] : order) steps.push_back({step, titleOf(step)});
  choice_.setSteps(steps, document_.isOpen() ? titleOf(session.current) : QString());
  choice_.setStep(chosen());
  showNote();
}

void BesideStep::showNote() {
  if (isGone_) return choice_.setNote(tr("The step that stood beside is not in the session any more."));
  const bool standsThere = chosen() >= 0 && step() < 0;
  choice_.setNote(standsThere ? tr("The session stands there: there is nothing to compare.") : QString());
}

}  // namespace zipper
