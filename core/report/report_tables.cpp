// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/analysis/inference_time.h"
#include "core/network/task_names.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

HtmlCell numberCell(const std::string& text) { return {text, true}; }

/// Which figures of a task some step has: columns that nothing fills are left out.
struct TaskColumns {
  bool initialized = false, calibrated = false, top5 = false;
  int count() const { return (initialized ? 1 : 0) + (calibrated ? (top5 ? 3 : 2) : 0); }
};

TaskColumns columnsOf(const Session& session, const std::vector<int>& indices, int task) {
  TaskColumns columns;
  for (const int index : indices) {
    const StepResult& step = stepAt(session, index);
    columns.initialized = columns.initialized || scoreOf(step.initialized, task) != nullptr;
    columns.calibrated = columns.calibrated || scoreOf(step.calibrated, task) != nullptr;
  }
  const MobileNetSpec& spec = session.teachers[std::size_t(task)].spec;
  columns.top5 = spec.classes - spec.classOffset > 5;  // with five classes or fewer it says nothing
  return columns;
}

void addTaskHeads(const TaskColumns& columns, std::vector<HtmlCell>& cells) {
  if (columns.initialized) cells.push_back(numberCell("top-1 before"));
  if (!columns.calibrated) return;
  cells.push_back(numberCell("top-1 after"));
  if (columns.top5) cells.push_back(numberCell("top-5"));
  cells.push_back(numberCell("loss"));
}

void addTaskCells(const StepResult& step, const TaskColumns& columns, int task, std::vector<HtmlCell>& cells) {
  const Score* before = scoreOf(step.initialized, task);
  const Score* after = scoreOf(step.calibrated, task);
  const auto percent = [](const Score* score, double Score::*figure) {
    return numberCell(score == nullptr ? "" : percentText(score->*figure));
  };
  if (columns.initialized) cells.push_back(percent(before, &Score::top1));
  if (!columns.calibrated) return;
  cells.push_back(percent(after, &Score::top1));
  if (columns.top5) cells.push_back(percent(after, &Score::top5));
  cells.push_back(numberCell(after == nullptr ? "" : fixedNumber(after->loss, 3)));
}

std::string optimizerText(const CalibrationSettings& settings) {
  const std::string labels = settings.crossEntropyWeight > 0 ? "" : ", without labels";
  const std::string distillation = settings.distillationWeight > 0
                                       ? concat(", distillation weight ", shortestNumber(settings.distillationWeight),
                                                " at temperature ", shortestNumber(settings.temperature))
                                       : "";
  return concat(toString(settings.optimizer), ", ", toString(settings.schedule), " learning rate ",
                shortestNumber(settings.learningRate), ", batch ", settings.batchSize, labels, distillation);
}

/// How the steps were calibrated, those that follow each other with the same settings together.
std::string calibrationNote(const Session& session, const std::vector<int>& indices) {
  std::string note, last;
  for (std::size_t i = 0, first = 0; i <= indices.size(); ++i) {
    std::string text;
    if (i < indices.size() && stepAt(session, indices[i]).curve.rows() > 0)
      text = optimizerText(stepAt(session, indices[i]).plan.settings.calibration);
    if (i < indices.size() && text == last) continue;
    if (!last.empty())
      note += concat(" Calibration of ", i == first + 1 ? concat("step ", i) : concat("steps ", first + 1, " to ", i),
                     ": ", last, ".");
    last = text;
    first = i;
  }
  return note;
}

/// "600 of A, 500 of B"
std::string imagesText(const Scores& scores) {
  std::string text;
  for (std::size_t t = 0; t < scores.size(); ++t)
    text += concat(t > 0 ? ", " : "", scores[t].images, " of ", taskCapital(int(t)));
  return text;
}

/// Which state fine-tuning kept, and by what.
std::string validationNote(const Session& session, const std::vector<int>& indices) {
  std::string note;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    const StepResult& step = stepAt(session, indices[i]);
    for (const ValidationPoint& point : step.validation)
      if (point.iteration == step.keptIteration)
        note +=
            concat(" Step ", i + 1, " kept its state after iteration ", point.iteration, " of ", step.curve.rows(),
                   ": the best of ", step.validation.size(), " by mean top-1 (", percentText(meanTop1(point.scores)),
                   ") on training images that were held out (", imagesText(point.scores), ").");
  }
  return note;
}

std::string stepRow(const Session& session, const StepResult& step, int number,
                    const std::vector<TaskColumns>& columns) {
  std::vector<HtmlCell> cells{numberCell(std::to_string(number)),
                              {titleOfStep(step.plan.target)},
                              {step.plan.target.mergesLayer() ? toString(step.plan.settings.start.initialization) : ""},
                              numberCell(withThousands(std::int64_t(step.curve.rows())))};
  for (int t = 0; t < session.taskCount(); ++t) addTaskCells(step, columns[std::size_t(t)], t, cells);
  const FinalLosses losses = finalLosses(step.curve, session.taskCount());
  cells.push_back(numberCell(losses.iterations > 0 ? fixedNumber(losses.total, 3) : ""));
  cells.push_back(numberCell(durationText(step.seconds)));
  return htmlRow(cells);
}

std::string scoreText(const Score* score) {
  if (score == nullptr) return "";
  return concat(percentText(score->top1), " of ", withThousands(score->images),
                score->images == 1 ? " image, loss " : " images, loss ", fixedNumber(score->loss, 3));
}

}  // namespace

std::string stepsTable(const Session& session, const std::vector<int>& indices) {
  if (indices.empty()) return "";
  std::vector<TaskColumns> columns;
  std::vector<HtmlCell> groups{{"", false, 4}};
  std::vector<HtmlCell> heads{numberCell("step"), {"what"}, {"initialization"}, numberCell("iterations")};
  bool grouped = false;
  for (int t = 0; t < session.taskCount(); ++t) {
    columns.push_back(columnsOf(session, indices, t));
    addTaskHeads(columns.back(), heads);
    if (columns.back().count() == 0) continue;
    groups.push_back({shortened(taskTitle(session, t), 24), false, columns.back().count()});
    grouped = true;
  }
  groups.push_back({"", false, 2});
  heads.push_back(numberCell("final loss"));
  heads.push_back(numberCell("time"));
  std::string rows;
  for (std::size_t i = 0; i < indices.size(); ++i)
    rows += stepRow(session, stepAt(session, indices[i]), int(i) + 1, columns);
  return htmlTable((grouped ? htmlRow(groups, true) : "") + htmlRow(heads, true), rows) +
         "<p class=\"soft\">Final loss: the calibration loss, mean of the last tenth of the iterations." +
         escapeXml(calibrationNote(session, indices) + validationNote(session, indices)) + "</p>\n";
}

std::string tasksTable(const Session& session) {
  const Scores merged = currentScores(session);
  std::vector<HtmlCell> heads{{""}};
  for (int t = 0; t < session.taskCount(); ++t) heads.push_back({taskCapital(t)});
  std::string rows;
  const auto addRow = [&](const std::string& name, auto text) {
    std::vector<HtmlCell> cells{{name}};
    bool filled = false;
    for (int t = 0; t < session.taskCount(); ++t) {
      cells.push_back({text(t)});
      filled = filled || !cells.back().text.empty();
    }
    if (filled) rows += htmlRow(cells);
  };
  addRow("model", [&](int t) { return sourceOf(session, t).model; });
  addRow("SHA-256", [&](int t) { return sourceOf(session, t).modelSha256; });
  addRow("network", [&](int t) { return describe(session.teachers[std::size_t(t)].spec); });
  addRow("data", [&](int t) { return sourceOf(session, t).data; });
  addRow("teacher, top-1", [&](int t) { return scoreText(scoreOf(session.teacherScores, t)); });
  addRow("merged, top-1", [&](int t) { return scoreText(scoreOf(merged, t)); });
  return concat("<div class=\"long\">", htmlTable(htmlRow(heads, true), rows), "</div>\n");
}

std::string inferenceTable(const std::vector<InferenceTime>& times) {
  if (times.empty()) return "";
  const bool trunk = times.front().trunk > 0;
  const bool disturbed = std::any_of(times.begin(), times.end(), [](const auto& time) { return time.isDisturbed(); });
  const auto speedup = [](double before, double after) {
    return numberCell(fixedNumber(before / after, 2) + "\u00d7");
  };
  std::vector<HtmlCell> heads{numberCell("batch"), numberCell("threads"), numberCell("separate"), numberCell("merged"),
                              numberCell("separate / merged")};
  if (trunk) heads.insert(heads.end(), {numberCell("merged, trunk once"), numberCell("separate / trunk once")});
  heads.push_back(numberCell("repetitions"));
  std::string rows;
  for (const InferenceTime& time : times) {
    std::vector<HtmlCell> cells{numberCell(std::to_string(time.batch)), numberCell(std::to_string(time.threads)),
                                numberCell(millisecondsText(time.separate, time.separateRange)),
                                numberCell(millisecondsText(time.merged, time.mergedRange)),
                                speedup(time.separate, time.merged)};
    if (trunk)
      cells.insert(cells.end(),
                   {numberCell(millisecondsText(time.trunk, time.trunkRange)), speedup(time.separate, time.trunk)});
    cells.push_back(numberCell(std::to_string(time.repetitions)));
    rows += htmlRow(cells);
  }
  return htmlTable(htmlRow(heads, true), rows) +
         "<p class=\"soft\">Median wall time, with the fastest and the slowest run in brackets, of one batch through "
         "the networks of all tasks, one after the other, batch normalization folded, on this machine's CPU." +
         (trunk ? " Trunk once: all tasks look at the same images, and the layers that are shared whole are computed "
                  "once."
                : "") +
         (disturbed ? " <strong>The machine was busy with something else meanwhile: medians lie far above the least "
                      "times. Measure again when it is idle.</strong>"
                    : "") +
         "</p>\n";
}

}  // namespace zipper
