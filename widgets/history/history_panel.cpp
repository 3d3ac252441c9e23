// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_panel.h"

#include <QTabWidget>
#include <QVBoxLayout>
#include <type_traits>

#include "widgets/history/history_tree.h"
#include "widgets/history/run_comparison.h"

namespace zipper {

HistoryPanel::HistoryPanel(QWidget* parent)
    : QWidget(parent), pages_(new QTabWidget), steps_(new HistoryTree), runs_(new RunComparison) {
  pages_->setDocumentMode(true);
  pages_->addTab(steps_, tr("Steps"));
  pages_->addTab(runs_, tr("Runs compared"));
  pages_->setTabToolTip(0, tr("All steps of the session, by run"));
  pages_->setTabToolTip(1, tr("What each run came to"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(pages_);
  connect(steps_, &HistoryTree::stepActivated, this, &HistoryPanel::activate);
  connect(runs_, &RunComparison::stepActivated, this, &HistoryPanel::activate);
  connect(steps_, &HistoryTree::runVisibilityChanged, this, &HistoryPanel::runVisibilityChanged);
  connect(steps_, &HistoryTree::runAgainRequested, this, &HistoryPanel::runAgainRequested);
  connect(steps_, &HistoryTree::besideRequested, this, &HistoryPanel::besideRequested);
  const auto forward = [this](auto* page) {
    using Page = std::remove_pointer_t<decltype(page)>;
    connect(page, &Page::noteRequested, this, &HistoryPanel::noteRequested);
    connect(page, &Page::recipesRequested, this, &HistoryPanel::recipesRequested);
    connect(page, &Page::commandRequested, this, &HistoryPanel::commandRequested);
  };
  forward(steps_);
  forward(runs_);
}

void HistoryPanel::setSession(const Session& session) {
  current_ = session.current;
  steps_->setSession(session);
  runs_->setSession(session);
}

void HistoryPanel::setNavigationEnabled(bool enabled) {
  navigation_ = enabled;
  steps_->setNavigationEnabled(enabled);
}

QSet<int> HistoryPanel::hiddenRuns() const { return steps_->hiddenRuns(); }

void HistoryPanel::setRunVisible(int run, bool visible) { steps_->setRunVisible(run, visible); }

QString HistoryPanel::runsCsv() const { return runs_->csv(); }

void HistoryPanel::activate(int step) {
  if (navigation_ && step != current_) Q_EMIT stepActivated(step);
}

}  // namespace zipper
