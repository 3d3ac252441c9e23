// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/analysis/answers.h"

namespace zipper {

/// An answer whose probability is so far above that of the next class, or less, was close.
inline constexpr double closeAnswer = 0.3;

/// Both networks' first two classes with their probabilities, and whether the image was on the border for the teacher
/// already or the teacher was far from it. Empty where a network has no second class.
QString reasonSentence(const TaskAnswers& answers, const ImageAnswers& image);

}  // namespace zipper
