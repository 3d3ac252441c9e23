// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "core/analysis/one_image_answers.h"

namespace zipper {

/// What the panel must know of a task.
struct TriedTask {
  QString title;          ///< "A · fashion"
  QStringList names;      ///< of the outputs; one without a name is "class 7"
  qint64 testImages = 0;  ///< 0: none, or they aren't open
};

/// A picture that the networks were asked about, and what they answered.
struct TriedPicture {
  std::shared_ptr<const OneImageAnswers> answers;
  QImage picture;            ///< as it was given, not larger than needed
  std::vector<QImage> seen;  ///< what the networks of each task see
  QString description;       ///< "Test image 3 of A · fashion, labelled shirt"
  bool busy = false;         ///< something else was computed meanwhile: times are longer than usual
  QString step;              ///< "layer 3"; empty: nothing is merged
};

}  // namespace zipper
