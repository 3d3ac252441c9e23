// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <array>
#include <optional>

#include "core/data/data_summary.h"
#include "core/models/model_summary.h"
#include "core/recipe/recipe.h"
#include "core/zippering/task_classes.h"

namespace zipper {

/// Two networks and their data while they are being chosen.
struct PairDraft {
  struct Task {
    QString model, data;
    std::optional<ModelSummary> summary;      ///< once the model has been read
    std::optional<DataSummary> dataSummary;   ///< once the data has been
    ImageReading reading;                     ///< how the data's images are read
    std::optional<ClassView> classes;         ///< once model and data were looked at together
    std::optional<std::vector<int>> outputs;  ///< which output each class is, if the user says so

    TaskSource source() const {
      TaskSource source;
      source.model = model.toStdString();
      source.data = data.toStdString();
      source.images = reading;
      if (summary) source.overrides = summary->overrides;
      source.classes = outputs;
      return source;
    }
  };
  std::array<Task, 2> tasks;

  bool isComplete() const {
    for (const Task& task : tasks)
      if (!task.summary || task.summary->spec.classes == 0 || task.data.isEmpty()) return false;
    return true;
  }
  /// Why the networks can't be merged; empty if they can, or aren't known.
  std::string misfit() const {
    if (!tasks[0].summary || !tasks[1].summary) return {};
    return whyNotMergeable({tasks[0].summary->spec, tasks[1].summary->spec});
  }
  /// The first task whose classes can't be trained on; -1: none.
  int taskWithoutLabels() const {
    for (std::size_t t = 0; t < tasks.size(); ++t)
      if (tasks[t].classes && !tasks[t].classes->matching.problem.empty()) return int(t);
    return -1;
  }
  bool isEmpty() const {
    for (const Task& task : tasks)
      if (!task.model.isEmpty() || !task.data.isEmpty()) return false;
    return true;
  }
  /// The recipe of a new session of this pair.
  Recipe recipe() const {
    Recipe recipe = presetRecipe("fast");
    for (const Task& task : tasks) recipe.sources.push_back(task.source());
    return recipe;
  }
};

}  // namespace zipper
