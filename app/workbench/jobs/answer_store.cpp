// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/answer_store.h"

#include <algorithm>
#include <utility>

namespace zipper {

namespace {

constexpr std::int64_t imagesInPart = 1000, wholeUpTo = 2000;

void keepPart(std::vector<AnswerPart>& parts, int part, AnswerPart answers) {
  if (parts.size() <= std::size_t(part)) parts.resize(std::size_t(part) + 1);
  parts[std::size_t(part)] = std::move(answers);
}

}  // namespace

int answerParts(std::int64_t images) {
  return images <= wholeUpTo ? 1 : int((images + imagesInPart - 1) / imagesInPart);
}

std::vector<std::int64_t> imagesOfPart(std::int64_t images, int part, int parts) {
  std::vector<std::int64_t> indices;
  for (std::int64_t image = part; image < images; image += parts) indices.push_back(image);
  return indices;
}

void AnswerStore::clear() {
  teachers_.clear();
  steps_.clear();
}

std::vector<AnswerPart> AnswerStore::teacher(int task) const {
  const auto found = teachers_.find(task);
  return found == teachers_.end() ? std::vector<AnswerPart>() : found->second;
}

std::vector<AnswerPart> AnswerStore::merged(int step, int task) const {
  const Step* found = find(step, task);
  return found == nullptr ? std::vector<AnswerPart>() : found->parts;
}

void AnswerStore::keepTeacher(int task, int part, AnswerPart answers) {
  keepPart(teachers_[task], part, std::move(answers));
}

void AnswerStore::keepMerged(int step, int task, int part, AnswerPart answers) {
  keepPart(touch(step, task).parts, part, std::move(answers));
}

ShownChangesPtr AnswerStore::changes(int step, int task) const {
  const Step* found = find(step, task);
  return found == nullptr ? nullptr : found->changes;
}

void AnswerStore::keepChanges(ShownChangesPtr changes) {
  Step& step = touch(changes->answers.step, changes->answers.task);
  step.changes = std::move(changes);
}

const AnswerStore::Step* AnswerStore::find(int step, int task) const {
  const auto found =
      std::find_if(steps_.begin(), steps_.end(), [=](const Step& one) { return one.step == step && one.task == task; });
  return found == steps_.end() ? nullptr : &*found;
}

AnswerStore::Step& AnswerStore::touch(int step, int task) {
  const auto found =
      std::find_if(steps_.begin(), steps_.end(), [=](const Step& one) { return one.step == step && one.task == task; });
  if (found != steps_.end()) {
    steps_.splice(steps_.begin(), steps_, found);
  } else {
    steps_.push_front({step, task, {}, nullptr});
    if (steps_.size() > keptSteps) steps_.pop_back();
  }
  return steps_.front();
}

}  // namespace zipper
