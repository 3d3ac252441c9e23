// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QtGlobal>
#include <memory>

#include "core/analysis/task_changes.h"

namespace zipper {

/// What a step changed for a task, with the answers that say so.
struct ShownChanges {
  TaskAnswers answers;
  TaskChanges changes;
  qint64 testImages = 0;  ///< of the whole set
  /// What the networks in the places of the teacher and of the merged network are called; empty: these are.
  QString first, second;

  qint64 compared() const { return qint64(answers.images.size()) + answers.unreadable; }
  /// False while only some of the images are compared.
  bool isWhole() const { return compared() >= testImages; }
};

using ShownChangesPtr = std::shared_ptr<const ShownChanges>;

/// A small picture of a test image.
struct Thumbnail {
  qint64 image = 0;  ///< its index in the data set
  QImage picture;    ///< null: it can't be read
};

}  // namespace zipper
