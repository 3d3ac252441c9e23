// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/summary_link.h"

#include <QSettings>

#include "app/workbench/changes_link.h"
#include "app/workbench/document.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/session_summary.h"
#include "widgets/summary/summary_card.h"

namespace zipper {

namespace {

const QString choiceKey = QStringLiteral("summary/unfolded");

}  // namespace

SummaryLink::SummaryLink(Document& document, RunController& run, ChangesLink& changes, SummaryCard& card)
    : QObject(nullptr), document_(document), run_(run), changes_(changes), card_(card) {
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, &SummaryLink::show);
  connect(&document_, &Document::opened, this, &SummaryLink::startAnew);
  connect(&document_, &Document::dataChanged, this, &SummaryLink::startAnew);
  for (const auto signal : {&Document::stepsChanged, &Document::planChanged, &Document::scoresChanged})
    connect(&document_, signal, this, &SummaryLink::update);
  connect(&document_, &Document::stepScored, this, &SummaryLink::update);
  connect(&run_, &RunController::stateChanged, this, &SummaryLink::update);
  for (const auto signal : {&RunController::stepStarted, &RunController::stepEnded, &RunController::progressChanged})
    connect(&run_, signal, this, &SummaryLink::showWork);
  connect(&changes_, &ChangesLink::compared, this, &SummaryLink::take);
  connect(&changes_, &ChangesLink::comparingFailed, this, [this](int step, int task, const QString& message) {
    failures_[{step, task}] = message;
    update();
  });
  connect(&card_, &SummaryCard::seenChanged, this, &SummaryLink::update);
  connect(&card_, &SummaryCard::chosen, this, [](bool unfolded) { QSettings().setValue(choiceKey, unfolded); });
  if (const QSettings settings; settings.contains(choiceKey)) card_.setChoice(settings.value(choiceKey).toBool());
}

void SummaryLink::startAnew() {
  known_.clear();
  failures_.clear();
  update();
}

void SummaryLink::update() { soon_.start(); }

void SummaryLink::show() {
  const auto seconds = [this](const std::vector<StepPlan>& plans) { return run_.secondsFor(plans); };
  Summary summary = summaryOf(document_.session(), document_.taskTitles(), document_.hasData(), seconds);
  addChanges(summary);
  card_.setSummary(summary);
  showWork();
}

void SummaryLink::showWork() {
  SummaryWork work;
  if (const StepPlan* plan = run_.planInWork(); plan != nullptr) {
    work.step = plan->target;
    work.paused = run_.state() == RunState::Paused;
    work.secondsLeft = run_.progress().secondsLeft;
  }
  card_.setWork(work);
}

void SummaryLink::addChanges(Summary& summary) {
  const int step = document_.session().current;
  std::vector<int> wanted;
  for (int task = 0; task < int(summary.tasks.size()) && step >= 0; ++task) {
    TaskSummary& one = summary.tasks[std::size_t(task)];
    if (const auto found = known_.find({step, task}); found != known_.end()) {
      one.changed = found->second;
    } else if (const auto failed = failures_.find({step, task}); failed != failures_.end()) {
      one.whyNotCompared = tr("the answers could not be compared: %1").arg(failed->second);
    } else if (ChangesLink::whyNotAnswered(document_, task).isEmpty()) {
      one.whyNotCompared = tr("images lost and won are counted as soon as nothing else runs");
      wanted.push_back(task);
    }
  }
  if (!card_.showsTasks()) wanted.clear();
  changes_.setWanted(step, wanted);
}

void SummaryLink::take(const ShownChangesPtr& changes) {
  const TaskChanges& counted = changes->changes;
  known_[{changes->answers.step, changes->answers.task}] = {counted.lost, counted.won, changes->compared(),
                                                            changes->testImages, counted.p};
  update();
}

}  // namespace zipper
