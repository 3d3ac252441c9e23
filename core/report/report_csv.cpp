// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/report/report_figures.h"
#include "core/report/report_files.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : ",") + cell;
  return line + "\n";
}

std::string stepsHeader(int tasks) {
  std::vector<std::string> names{"step",       "layer",     "merged_layers", "initialization", "iterations",
                                 "batch_size", "optimizer", "learning_rate", "seconds",        "calibration_seconds"};
  for (int t = 0; t < tasks; ++t)
    for (const char* moment : {"initialized_", "calibrated_"})
      for (const char* figure : {"top1_", "top5_", "loss_"}) names.push_back(concat(moment, figure, taskName(t)));
  names.push_back("final_loss");
  for (const char* term : {"final_ce_", "final_l1_", "final_kl_"})
    for (int t = 0; t < tasks; ++t) names.push_back(term + taskName(t));
  for (const StepPart part : stepParts) names.push_back("part_seconds_" + toString(part));
  return joined(names);
}

void addScore(const Score* score, std::vector<std::string>& cells) {
  if (score == nullptr) return void(cells.insert(cells.end(), 3, ""));
  for (const double figure : {score->top1, score->top5, score->loss}) cells.push_back(shortestNumber(figure));
}

void addFinalLosses(const StepResult& step, int tasks, std::vector<std::string>& cells) {
  const FinalLosses losses = finalLosses(step.curve, tasks);
  cells.push_back(losses.iterations == 0 ? "" : shortestNumber(losses.total));
  for (const auto* term : {&losses.crossEntropy, &losses.l1, &losses.distillation})
    for (std::size_t t = 0; t < std::size_t(tasks); ++t)
      cells.push_back(t < term->size() ? shortestNumber((*term)[t]) : "");
}

std::string stepRow(const StepResult& step, int number, int tasks) {
  const CalibrationSettings& calibration = step.plan.settings.calibration;
  std::vector<std::string> cells{
      std::to_string(number),
      std::to_string(targetNumber(step.plan.target)),
      std::to_string(step.mergedLayers.size()),
      step.plan.target.mergesLayer() ? toString(step.plan.settings.start.initialization) : "",
      std::to_string(step.curve.rows()),
      std::to_string(calibration.batchSize),
      toString(calibration.optimizer),
      shortestNumber(calibration.learningRate),
      shortestNumber(step.seconds),
      shortestNumber(step.calibrationSeconds)};
  for (int t = 0; t < tasks; ++t) {
    addScore(scoreOf(step.initialized, t), cells);
    addScore(scoreOf(step.calibrated, t), cells);
  }
  addFinalLosses(step, tasks, cells);
  for (const StepPart part : stepParts) cells.push_back(knowsParts(step) ? shortestNumber(step.partSeconds[part]) : "");
  return joined(cells);
}

/// The usual columns, then those that only some steps have (distillation, validation).
std::vector<std::string> curveColumns(const Session& session) {
  std::vector<std::string> columns = Curve(session.taskCount(), session.layers()).columns();
  for (const int index : session.path())
    for (const std::string& name : stepAt(session, index).curve.columns())
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
  return columns;
}

/// Empty where there is no such column, or where an iteration was not validated.
std::string curveCell(const Curve& curve, std::size_t row, std::size_t column) {
  if (column >= curve.columns().size()) return "";
  const float value = curve.at(row, column);
  return std::isnan(value) && isValidationColumn(curve.columns()[column]) ? "" : shortestNumber(value);
}

/// Rows of one step in the columns of the header, whatever columns the step's own curve has.
std::string curveRows(const StepResult& step, int number, const std::vector<std::string>& header) {
  const std::vector<std::string>& own = step.curve.columns();
  std::vector<std::size_t> places;
  for (const std::string& name : header)
    places.push_back(std::size_t(std::find(own.begin(), own.end(), name) - own.begin()));
  std::string rows;
  for (std::size_t row = 0; row < step.curve.rows(); ++row) {
    rows += concat(number, ",", targetNumber(step.plan.target), ",", row + 1);
    for (const std::size_t place : places) rows += "," + curveCell(step.curve, row, place);
    rows += "\n";
  }
  return rows;
}

}  // namespace

std::string stepsCsv(const Session& session) {
  std::string text = stepsHeader(session.taskCount());
  int number = 0;
  for (const int index : session.path()) text += stepRow(stepAt(session, index), ++number, session.taskCount());
  return text;
}

void curvesCsv(const Session& session, const std::function<void(const std::string&)>& write) {
  const std::vector<std::string> columns = curveColumns(session);
  std::vector<std::string> header{"step", "layer", "iteration"};
  header.insert(header.end(), columns.begin(), columns.end());
  write(joined(header));
  int number = 0;
  for (const int index : session.path()) write(curveRows(stepAt(session, index), ++number, columns));
}

}  // namespace zipper
