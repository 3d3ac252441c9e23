// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "core/data/data_summary.h"
#include "core/models/model_summary.h"
#include "core/recipe/recipe.h"
#include "core/zippering/task_classes.h"

namespace zipper {

/// A network and its data while they are being chosen.
struct TaskDraft {
  int id = 0;  ///< stays the same when other tasks come and go
  QString name, model, data;
  std::optional<ModelSummary> summary{};         ///< once the model has been read
  std::optional<DataSummary> dataSummary{};      ///< once the data has been
  ImageReading reading{};                        ///< how the data's images are read
  std::optional<ClassView> classes{};            ///< once model and data were looked at together
  std::optional<std::vector<int>> outputs{};     ///< which output each class is, if the user says so
  bool modelIsRead = false, dataIsRead = false;  ///< now, in the worker: the place is taken

  bool isEmpty() const { return name.isEmpty() && model.isEmpty() && data.isEmpty(); }
  bool isComplete() const { return summary && summary->spec.classes > 0 && !data.isEmpty(); }
  TaskSource source() const;
};

/// The tasks of a new session while they are being chosen; at least two.
class SessionDraft {
 public:
  SessionDraft() { clear(); }

  std::vector<TaskDraft> tasks;

  /// So many empty tasks, none of them one that was there before.
  void clear(std::size_t count = 2);
  /// One more, empty; up to mostTasks.
  void add();
  /// Two always stay.
  void remove(int task);
  /// Null if it was removed meanwhile.
  TaskDraft* find(int id);

  bool isComplete() const;
  bool isEmpty() const;
  /// Why the networks can't be merged; empty if they can, or aren't known.
  std::string misfit() const;
  /// What will be done to the networks so that they fit each other, a sentence each; empty until all are known.
  std::vector<std::string> adjustments() const;
  /// The first task whose classes can't be trained on; -1: none.
  int taskWithoutLabels() const;
  /// What each task is called that has no name of its own: like its model's file, with a number where another task is
  /// called that ("digits 2"). Empty: it has a name, or no model yet.
  std::vector<std::string> usualNames() const;
  /// How many layers are the same in all networks, bit for bit; 0: none, or not all networks are known or have a head.
  int identicalLayers() const;
  /// The recipe of a new session of these tasks. Names that need a number are in it.
  Recipe recipe(const std::string& preset = "fast") const;

 private:
  int lastId_ = 0;
};

}  // namespace zipper
