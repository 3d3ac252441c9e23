// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curves_csv.h"

#include <algorithm>

#include "core/network/task_names.h"
#include "core/support/csv_field.h"
#include "core/support/text_format.h"
#include "widgets/plots/curve_run.h"

namespace zipper::plots {

namespace {

/// How many of a step's columns are written: those of distillation, the last, only where there is any.
std::size_t writtenColumns(const StepColumns& columns, bool distilled) {
  return distilled ? columns.count() : columns.learningRate() + 1;
}

/// "ce.a" becomes "ce_a".
std::string header(const StepColumns& columns, bool distilled) {
  std::vector<std::string> names = columns.names();
  names[columns.learningRate()] = "learning_rate";
  names.resize(writtenColumns(columns, distilled));
  for (int t = 0; t < columns.tasks(); ++t) names.push_back("top1_" + taskName(t));
  std::string line = "run,step,layer,iteration";
  for (std::string& name : names) {
    std::replace(name.begin(), name.end(), '.', '_');
    line += ',' + name;
  }
  return line + "\n";
}

float valueAt(const Segment& segment, std::size_t row, std::size_t column, const std::vector<int>& sources) {
  if (const StepResult* step = segment.curves->step()) return step->curve.at(row, std::size_t(sources[column]));
  return segment.curves->series(column).raw()[row];
}

/// Columns of the finished step, which may not be loaded yet.
std::vector<int> sourcesOf(const Segment& segment, bool distilled) {
  const StepColumns& columns = segment.curves->columns();
  const StepResult* step = segment.curves->step();
  std::vector<int> sources = step != nullptr ? columns.in(step->curve) : std::vector<int>(columns.count());
  sources.resize(writtenColumns(columns, distilled));
  return sources;
}

bool hasValue(const Segment& segment, std::size_t row, std::size_t column, const std::vector<int>& sources) {
  if (segment.curves->step() != nullptr) return sources[column] >= 0;
  return row < segment.curves->series(column).raw().size();
}

void addSegment(const std::string& lead, const Segment& segment, int tasks, bool distilled, std::string& csv) {
  const std::vector<int> sources = sourcesOf(segment, distilled);
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
  std::string csv = header(StepColumns(store.tasks()), distilled);
  for (const StoredRun& stored : store.runs()) {
    if (!selection.showsRun(stored.run)) continue;
    int number = 0;
    for (const Segment& segment : stored.segments) {
      const std::string lead = csvField(runName(stored.run).toStdString()) + ',' + std::to_string(++number) + ',' +
                               std::to_string(targetNumber(segment.target)) + ',';
      addSegment(lead, segment, store.tasks(), distilled, csv);
    }
  }
  return csv;
}

}  // namespace zipper::plots
