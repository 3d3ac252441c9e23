// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <array>
#include <optional>

#include "core/data/data_summary.h"
#include "core/formats/model_summary.h"
#include "core/zippering/recipe.h"

namespace zipper {

/// Two networks and their data while they are being chosen.
struct PairDraft {
  struct Task {
    QString model, data;
    std::optional<ModelSummary> summary;     ///< once the model has been read
    std::optional<DataSummary> dataSummary;  ///< once the data has been
    ImageReading reading;                    ///< how the data's images are read
  };
  std::array<Task, 2> tasks;

  bool isComplete() const {
    for (const Task& task : tasks)
      if (!task.summary || task.data.isEmpty()) return false;
    return true;
  }
  bool isEmpty() const {
    for (const Task& task : tasks)
      if (!task.model.isEmpty() || !task.data.isEmpty()) return false;
    return true;
  }
  /// The recipe of a new session of this pair.
  Recipe recipe() const {
    Recipe recipe = presetRecipe("fast");
    for (const Task& task : tasks) {
      TaskSource source;
      source.model = task.model.toStdString();
      source.data = task.data.toStdString();
      source.images = task.reading;
      if (task.summary) source.overrides = task.summary->overrides;
      recipe.sources.push_back(source);
    }
    return recipe;
  }
};

}  // namespace zipper
