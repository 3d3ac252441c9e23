// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accuracy/accuracy_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <map>

#include "widgets/accuracy/accuracy_content.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/ranges.h"

namespace zipper {

using namespace plots;

struct AccuracyPanel::Parts {
  explicit Parts(AccuracyPanel* panel)
      : legend(new Legend(panel)),
        teachers(new TeacherLines(panel->plot().yAxis)),
        scores(new ScoreLines(panel->plot().xAxis, panel->plot().yAxis)),
        note(new QLabel(panel)) {}

  Legend* legend;
  TeacherLines* teachers;
  ScoreLines* scores;
  QLabel* note;  ///< on points that are of samples
  AccuracyData data;
  HiddenKeys hidden;
  std::map<int, std::pair<bool, bool>> choices;  ///< run number: visible as given, as the user chose
};

AccuracyPanel::AccuracyPanel(QWidget* parent)
    : PlotPanel("accuracyPlot",
                {tr("Top-1 by number of merged layers"),
                 tr("Top-1 of the tasks on the test images by number of merged layers. Left and Right show the values "
                    "at the previous and the next number, Escape hides them."),
                 tr("merged layers"),
                 {}},
                parent),
      parts_(std::make_unique<Parts>(this)) {
  plot().setMinimumSize(260, 160);
  setCounted(0, 0);
  buildControls();
  connect(parts_->legend, &Legend::toggled, this, &AccuracyPanel::toggle);
  showContent();
}

AccuracyPanel::~AccuracyPanel() = default;

void AccuracyPanel::buildControls() {
  auto* row = new QHBoxLayout;
  row->addWidget(parts_->legend, 1);
  row->addWidget(makeExportButton("accuracy"), 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(&plot(), 1);
  column->addWidget(parts_->note);
  parts_->note->setObjectName("sampleNote");
  parts_->note->setWordWrap(true);
  parts_->note->setTextFormat(Qt::PlainText);
}

void AccuracyPanel::setRuns(const std::vector<CurveRun>& runs, const Scores& teachers, int layers) {
  Parts& p = *parts_;
  p.data.runs = runs;
  p.data.teachers = teachers;
  std::map<int, std::pair<bool, bool>> choices;
  for (CurveRun& run : p.data.runs) {
    const auto before = p.choices.find(run.number);
    const bool keep = before != p.choices.end() && before->second.first == run.visible;
    choices[run.number] = {run.visible, keep ? before->second.second : run.visible};
    run.visible = choices[run.number].second;
  }
  p.choices = std::move(choices);
  setCounted(0, layers);
  showContent();
}

void AccuracyPanel::setTaskTitles(const QStringList& titles) {
  if (titles == parts_->data.titles) return;
  parts_->data.titles = titles;
  showContent();
}

int AccuracyPanel::pointCount() const {
  int count = 0;
  for (const ScoreLine& line : parts_->scores->lines())
    count += int(std::count_if(line.points.begin(), line.points.end(), [](const ScorePoint& p) { return p.x > 0; }));
  return count;
}

void AccuracyPanel::showContent() {
  showContentIn(palette());
  parts_->legend->setEntries(accuracyLegendOf(parts_->data, parts_->hidden, palette()));
  parts_->note->setText(sampleNoteOf(parts_->data));
  parts_->note->setVisible(!parts_->note->text().isEmpty());
  replot();
}

void AccuracyPanel::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  p.scores->setBackground(palette.color(QPalette::Base));
  plot().yAxis->setLabel(sampleNoteOf(p.data).isEmpty() ? tr("top-1, %") : tr("top-1, % (newest ≈)"));
  p.teachers->setLevels(teacherLevelsOf(p.data, p.hidden, palette));
  p.scores->setLines(scoreLinesOf(p.data, p.hidden, palette));
  setHint(p.data.hasSteps() ? tr("These steps were not scored on the test images.")
                            : tr("No scores yet: they appear here after each step."));
  applyStyle(palette, !p.data.hasScores());
  const int labels = p.teachers->labelWidth();
  plot().axisRect()->setMinimumMargins(QMargins(0, 10, labels > 0 ? labels + 14 : 12, 0));
  std::vector<double> levels;
  for (const TeacherLevel& level : p.teachers->levels()) levels.push_back(level.percent);
  const QCPRange counted = plot().xAxis->range();
  const Span span = percentSpan(p.scores->lines(), {counted.lower, counted.upper}, levels);
  plot().yAxis->setRange(span.lower, span.upper);
}

void AccuracyPanel::toggle(const QString& key, bool shown) {
  Parts& p = *parts_;
  for (CurveRun& run : p.data.runs) {
    if (runKey(run) != key) continue;
    run.visible = p.choices[run.number].second = shown;
    showContent();
    Q_EMIT runToggled(run.number, shown);
    return;
  }
  if (shown)
    p.hidden.erase(key);
  else
    p.hidden.insert(key);
  showContent();
}

Readout AccuracyPanel::readoutAt(int merged) const {
  return accuracyReadoutAt(parts_->data, parts_->hidden, merged, palette());
}

Figure AccuracyPanel::figure() {
  const Parts& p = *parts_;
  return {plot(), tr("Top-1 by number of merged layers"), [this](const QPalette& palette) { showContentIn(palette); },
          [&p](const QPalette& palette) { return accuracyLegendOf(p.data, p.hidden, palette); }};
}

std::string AccuracyPanel::csv() const { return accuracyCsv(parts_->data); }

}  // namespace zipper
