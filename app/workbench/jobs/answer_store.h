// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <vector>

#include "widgets/changes/shown_changes.h"

namespace zipper {

/// Test sets are asked in parts, so that what was answered stays when something else has to be done, and a large set
/// shows its first answers soon: how many parts a set of so many images has.
int answerParts(std::int64_t images);
/// The indices of a part: every so-many-th image, as sets are often sorted by class.
std::vector<std::int64_t> imagesOfPart(std::int64_t images, int part, int parts);

/// What a network answers to a part of the images, these with their indices in the whole set.
using AnswerPart = std::shared_ptr<const NetworkAnswers>;

/// What was answered so far. Teachers are kept for as long as the session is open with the same data, merged networks
/// for the last few steps that were looked at.
class AnswerStore {
 public:
  static constexpr std::size_t keptSteps = 8;  ///< of all tasks together

  void clear();
  /// By part; null where it isn't known, fewer than there are if none of the rest is.
  std::vector<AnswerPart> teacher(int task) const;
  std::vector<AnswerPart> merged(int step, int task) const;
  void keepTeacher(int task, int part, AnswerPart answers);
  void keepMerged(int step, int task, int part, AnswerPart answers);

  /// Null if nothing was compared yet.
  ShownChangesPtr changes(int step, int task) const;
  void keepChanges(ShownChangesPtr changes);

 private:
  struct Step {
    int step = -1, task = 0;
    std::vector<AnswerPart> parts;
    ShownChangesPtr changes;
  };

  const Step* find(int step, int task) const;
  /// The newest one then.
  Step& touch(int step, int task);

  std::map<int, std::vector<AnswerPart>> teachers_;
  std::list<Step> steps_;  ///< the newest first
};

}  // namespace zipper
