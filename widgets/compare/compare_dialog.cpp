// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/compare_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QVBoxLayout>

#include "widgets/compare/compare_form.h"
#include "widgets/compare/comparison_plot.h"
#include "widgets/compare/comparison_table.h"
#include "widgets/compare/kept_row.h"

namespace zipper {

namespace {

QPushButton* makeButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

CompareDialog::CompareDialog(QWidget* parent)
    : QDialog(parent, Qt::Window),
      form_(new CompareForm),
      kept_(new KeptRow),
      plot_(new ComparisonPlot),
      table_(new ComparisonTable),
      status_(new QLabel),
      progress_(new QProgressBar),
      start_(makeButton(tr("&Start"), "startButton",
                        tr("Run all strategies one after another; the steps of the session stay as they are"))),
      cancel_(makeButton(tr("&Cancel"), "cancelButton",
                         tr("Give up the run in progress; the session keeps the finished ones"))),
      export_(makeButton(tr("&Export Report…"), "exportButton",
                         tr("Write a page, tables and the recipe of the shown runs into a folder"))) {
  setObjectName("compareDialog");
  setWindowTitle(tr("Compare strategies"));
  new QHBoxLayout(this);
  buildLeft();
  buildRight();
  connect(form_, &CompareForm::changed, this, &CompareDialog::updateButtons);
  connect(start_, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(form_->choice()); });
  connect(cancel_, &QPushButton::clicked, this, &CompareDialog::cancelRequested);
  connect(export_, &QPushButton::clicked, this, &CompareDialog::exportRequested);
  connect(kept_, &KeptRow::placeChosen, this, &CompareDialog::showChosen);
  connect(kept_, &KeptRow::renameRequested, this, &CompareDialog::renameRequested);
  connect(kept_, &KeptRow::removeRequested, this, &CompareDialog::removeRequested);
  updateButtons();
  resize(QSize(1240, 700).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
}

void CompareDialog::buildLeft() {
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(start_);
  buttons->addWidget(cancel_);
  status_->setWordWrap(true);
  status_->setTextFormat(Qt::PlainText);
  status_->setObjectName("status");
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setAccessibleName(tr("Progress of the comparison"));
  auto* column = new QVBoxLayout;
  column->addWidget(form_);
  column->addLayout(buttons);
  column->addWidget(progress_);
  column->addWidget(status_);
  column->addStretch(1);
  static_cast<QHBoxLayout*>(layout())->addLayout(column);
}

void CompareDialog::buildRight() {
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(plot_);
  splitter->addWidget(table_);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  auto* close = makeButton(tr("C&lose"), "closeButton", tr("Close this window; a comparison that runs goes on"));
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(export_);
  buttons->addWidget(close);
  auto* column = new QVBoxLayout;
  column->addWidget(kept_);
  column->addWidget(splitter, 1);
  column->addLayout(buttons);
  static_cast<QHBoxLayout*>(layout())->addLayout(column, 1);
}

void CompareDialog::setPlan(const Recipe& recipe) {
  recipe_ = recipe;
  form_->setPlan(recipe);
  if (!running_ && finished_.empty()) showNothing();
}

/// A table of the plan's tasks without rows.
void CompareDialog::showNothing() {
  Comparison none;
  none.recipe = recipe_;
  table_->setComparison(none);
}

void CompareDialog::setEnabledToStart(bool on) {
  canStart_ = on;
  updateButtons();
}

void CompareDialog::begin(const CompareChoice& choice, const Scores& teachers) {
  running_ = true;
  kept_->setRunning(true);
  finished_.clear();
  showNothing();
  plot_->start(choice.strategies, teachers);
  setProgress(0);
  updateButtons();
}

void CompareDialog::setStatus(const QString& text) { status_->setText(text); }

void CompareDialog::setProgress(double share) { progress_->setValue(int(1000 * share)); }

void CompareDialog::setComparison(const Comparison& soFar) {
  finished_ = soFar.runs;
  table_->setComparison(soFar);
  plot_->setTeachers(soFar.teacherScores);
  plot_->setRuns(finished_);
  updateButtons();
}

void CompareDialog::end(const QString& text, int place) {
  running_ = false;
  kept_->setRunning(false);
  kept_->setPlace(place);
  plot_->setRuns(finished_);
  setStatus(text);
  updateButtons();
}

void CompareDialog::setKept(const std::vector<std::shared_ptr<const KeptComparison>>& kept) {
  const int before = kept_->place();
  kept_->setKept(kept);
  if (!running_ && before >= 0 && kept_->place() < 0) showChosen();
}

void CompareDialog::showKept(int place) {
  if (running_) return;
  kept_->setPlace(place);
  showChosen();
}

int CompareDialog::shownPlace() const { return kept_->place(); }

/// Curves and table of what is chosen in the list.
void CompareDialog::showChosen() {
  const auto kept = kept_->chosen();
  finished_ = kept ? kept->comparison.runs : std::vector<ComparisonRun>();
  std::vector<std::string> names;
  if (kept) {
    for (const Strategy& strategy : kept->comparison.strategies) names.push_back(strategy.name);
    table_->setComparison(kept->comparison);
  } else {
    showNothing();
  }
  plot_->start(names, kept ? kept->comparison.teacherScores : Scores());
  plot_->setRuns(finished_);
  setStatus(kept ? keptSettings(*kept) : QString());
  updateButtons();
}

void CompareDialog::updateButtons() {
  form_->setEnabled(!running_);
  start_->setEnabled(!running_ && canStart_ && form_->problem().isEmpty());
  cancel_->setEnabled(running_);
  export_->setEnabled(!finished_.empty());
  progress_->setVisible(running_);
}

}  // namespace zipper
