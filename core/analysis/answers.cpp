// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/answers.h"

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Wanted>
std::vector<ImageAnswers> imagesThat(const TaskAnswers& answers, Wanted&& wanted) {
  std::vector<ImageAnswers> found;
  for (const ImageAnswers& image : answers.images)
    if (wanted(image)) found.push_back(image);
  return found;
}

}  // namespace

std::string toString(Outcome outcome) {
  switch (outcome) {
    case Outcome::BothRight:
      return "both right";
    case Outcome::Lost:
      return "lost";
    case Outcome::Won:
      return "won";
    case Outcome::BothWrong:
      return "both wrong";
  }
  return {};
}

Outcome outcomeOf(const ImageAnswers& image) {
  if (image.teacherIsRight()) return image.mergedIsRight() ? Outcome::BothRight : Outcome::Lost;
  return image.mergedIsRight() ? Outcome::Won : Outcome::BothWrong;
}

std::vector<ImageAnswers> sideBySide(const NetworkAnswers& teacher, const NetworkAnswers& merged) {
  if (teacher.images != merged.images || teacher.labels != merged.labels)
    fail("the answers of teacher and merged network are about different images");
  std::vector<ImageAnswers> images(teacher.images.size());
  for (std::size_t i = 0; i < images.size(); ++i)
    images[i] = {teacher.images[i],        teacher.labels[i],       teacher.answers[i], merged.answers[i],
                 teacher.probabilities[i], merged.probabilities[i], teacher.seconds[i], merged.seconds[i]};
  return images;
}

std::vector<ImageAnswers> imagesWith(const TaskAnswers& answers, Outcome outcome) {
  return imagesThat(answers, [outcome](const ImageAnswers& image) { return outcomeOf(image) == outcome; });
}

std::vector<ImageAnswers> imagesInCell(const TaskAnswers& answers, AnsweredBy network, int label, int answer) {
  return imagesThat(answers, [=](const ImageAnswers& image) {
    return image.label == label && (network == AnsweredBy::Teacher ? image.teacher : image.merged) == answer;
  });
}

std::vector<ImageAnswers> imagesThatChangedCell(const TaskAnswers& answers, int label, int answer) {
  return imagesThat(answers, [=](const ImageAnswers& image) {
    return image.label == label && (image.teacher == answer) != (image.merged == answer);
  });
}

std::vector<ImageAnswers> imagesOfClass(const TaskAnswers& answers, int label) {
  return imagesThat(answers, [label](const ImageAnswers& image) { return image.label == label; });
}

}  // namespace zipper
