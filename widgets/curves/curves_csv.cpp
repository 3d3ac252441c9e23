// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curves_csv.h"

#include "core/network/task_names.h"
#include "core/support/csv_field.h"
#include "core/support/text_format.h"
#include "widgets/curves/figure_content.h"

namespace zipper::curves {

namespace {

std::string header(int tasks, bool distilled) {
  std::string line = "run,step,layer,iteration,loss";
  for (const char* term : {",ce_", ",l1_"})
    for (int t = 0; t < tasks; ++t) line += std::string(term) + taskName(t);
  line += ",learning_rate";
  for (int t = 0; distilled && t < tasks; ++t) line += std::string(",kl_") + taskName(t);
  for (int t = 0; t < tasks; ++t) line += std::string(",top1_") + taskName(t);
  return line + "\n";
}

float valueAt(const Segment& segment, std::size_t row, std::size_t column, const std::vector<int>& sources) {
  if (const StepResult* step = segment.curves->step()) return step->curve.at(row, std::size_t(sources[column]));
  return segment.curves->series(column).raw()[row];
}

/// Columns of the finished step, which may not be loaded yet.
std::vector<int> sourcesOf(const Segment& segment, int tasks, bool distilled) {
  const StepResult* step = segment.curves->step();
  std::vector<int> sources(segment.curves->columns(), 0);
  if (step != nullptr) sources = sourceColumns(step->curve, tasks);
  if (!distilled) sources.resize(learningRateColumn(tasks) + 1);
  return sources;
}

bool hasValue(const Segment& segment, std::size_t row, std::size_t column, const std::vector<int>& sources) {
  if (segment.curves->step() != nullptr) return sources[column] >= 0;
  return row < segment.curves->series(column).raw().size();
}

void addSegment(const std::string& lead, const Segment& segment, int tasks, bool distilled, std::string& csv) {
  const std::vector<int> sources = sourcesOf(segment, tasks, distilled);
  const std::size_t rows = segment.curves->rows();
  const StepResult* step = segment.curves->step();
  for (std::size_t row = 0; row < rows; ++row) {
    csv += lead + std::to_string(segment.offset + row + 1);
    for (std::size_t column = 0; column < sources.size(); ++column) {
      csv += ',';
      if (hasValue(segment, row, column, sources)) csv += shortestNumber(valueAt(segment, row, column, sources));
    }
    for (std::size_t t = 0; t < std::size_t(tasks); ++t) {
      csv += ',';
      if (row + 1 == rows && step != nullptr && t < step->calibrated.size())
        csv += shortestNumber(step->calibrated[t].top1);
    }
    csv += '\n';
  }
}

}  // namespace

std::string curvesCsv(const CurveStore& store, const SeriesSelection& selection) {
  const bool distilled = store.isDistilled();
  std::string csv = header(store.tasks(), distilled);
  for (const StoredRun& stored : store.runs()) {
    if (!selection.showsRun(stored.run)) continue;
    int number = 0;
    for (const Segment& segment : stored.segments) {
      const std::string lead = csvField(runName(stored.run).toStdString()) + ',' + std::to_string(++number) + ',' +
                               std::to_string(segment.layer) + ',';
      addSegment(lead, segment, store.tasks(), distilled, csv);
    }
  }
  return csv;
}

}  // namespace zipper::curves
