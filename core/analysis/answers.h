// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/session/scores.h"

namespace zipper {

/// The class that comes second, and its probability.
struct SecondClass {
  int output = -1;  ///< -1: the network has one class only
  float probability = 0;
};

/// What one network answers to the images of a labelled data set, in their order. Classes are outputs of the network,
/// a background class counted. Images that can't be read are left out.
struct NetworkAnswers {
  std::vector<std::int64_t> images;  ///< indices into the data set
  std::vector<int> labels;           ///< of each image
  std::vector<int> answers;          ///< the class with the largest output
  std::vector<float> probabilities;  ///< of the answer, by softmax: 0 ... 1
  std::vector<SecondClass> seconds;  ///< of each image
  Score score;                       ///< over all of them, as evaluate() gives it
  std::int64_t unreadable = 0;       ///< images that were left out
};

/// What the teacher and the merged network of a task answer to one image.
struct ImageAnswers {
  std::int64_t image = 0;  ///< index into the data set
  int label = 0;
  int teacher = 0;  ///< the teacher's answer
  int merged = 0;   ///< the merged network's answer
  float teacherProbability = 0;
  float mergedProbability = 0;
  SecondClass teacherSecond{}, mergedSecond{};

  bool teacherIsRight() const { return teacher == label; }
  bool mergedIsRight() const { return merged == label; }
};

/// What the merge did to an image. Lost: the teacher is right and the merged network wrong. Won: the other way.
enum class Outcome { BothRight, Lost, Won, BothWrong };
/// "both right", "lost", "won", "both wrong".
std::string toString(Outcome outcome);
Outcome outcomeOf(const ImageAnswers& image);

/// The answers of a task's two networks to its test images.
struct TaskAnswers {
  int task = 0;
  int step = -1;                        ///< of the session; -1: nothing merged, both answer the same
  std::vector<std::string> classNames;  ///< of each output, never empty; those of the data where it has some
  std::vector<ImageAnswers> images;     ///< in the order of the data set, without those that can't be read
  Score teacherScore, mergedScore;
  std::int64_t unreadable = 0;  ///< images that were left out

  int classes() const { return int(classNames.size()); }
};

/// Puts the answers of a task's networks side by side. Throws Error if they aren't about the same images and labels.
std::vector<ImageAnswers> sideBySide(const NetworkAnswers& teacher, const NetworkAnswers& merged);

/// Which of a task's networks gave an answer.
enum class AnsweredBy { Teacher, Merged };

/// The images behind a number, a bar or a cell, in the order of the data set; Dataset::describeImage() says where each
/// is.
std::vector<ImageAnswers> imagesWith(const TaskAnswers& answers, Outcome outcome);
/// Behind a cell of a confusion matrix.
std::vector<ImageAnswers> imagesInCell(const TaskAnswers& answers, AnsweredBy network, int label, int answer);
/// Behind a cell of the difference of the matrices: those that are in it for one of the networks only.
std::vector<ImageAnswers> imagesThatChangedCell(const TaskAnswers& answers, int label, int answer);
/// Behind a bar of a class: all images with this label.
std::vector<ImageAnswers> imagesOfClass(const TaskAnswers& answers, int label);

}  // namespace zipper
