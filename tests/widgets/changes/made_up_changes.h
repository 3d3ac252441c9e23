// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/support/random.h"
#include "widgets/changes/shown_changes.h"

namespace zipper::test {

inline ShownChangesPtr changesOf(TaskAnswers answers, qint64 testImages = -1) {
  auto shown = std::make_shared<ShownChanges>();
  shown->changes = changesIn(answers);
  shown->testImages = testImages < 0 ? qint64(answers.images.size()) : testImages;
  shown->answers = std::move(answers);
  return shown;
}

/// Eight images of three classes, numbers 10 ... 17 of their data set: three lost, one won, one wrong in both.
inline TaskAnswers fewAnswers(int task = 0, int step = 0) {
  TaskAnswers answers;
  answers.task = task;
  answers.step = step;
  answers.classNames = {"shirt", "coat", "boot"};
  const int all[][3]{{0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}, {1, 2, 2}, {2, 2, 2}, {2, 2, 0}};
  const auto after = [](int output, float probability) { return SecondClass{(output + 1) % 3, probability}; };
  for (int i = 0; i < 8; ++i)
    answers.images.push_back(
        {10 + i, all[i][0], all[i][1], all[i][2], 0.9f, 0.5f, after(all[i][1], 0.08f), after(all[i][2], 0.4f)});
  return answers;
}

/// Answers to many images that are right most of the time.
inline TaskAnswers manyAnswers(int classes, int images, std::uint64_t seed) {
  Random random(seed);
  TaskAnswers answers;
  answers.step = 0;
  for (int i = 0; i < classes; ++i) answers.classNames.push_back("class number " + std::to_string(i));
  for (int i = 0; i < images; ++i) {
    const int label = i % classes;
    const auto answer = [&] { return random.uniform(0, 1) < 0.8 ? label : int(random.below(std::uint64_t(classes))); };
    answers.images.push_back({i, label, answer(), answer(), 0.8f, 0.7f});
  }
  return answers;
}

}  // namespace zipper::test
