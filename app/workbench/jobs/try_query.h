// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "core/analysis/one_image_answers.h"
#include "core/data/image_reading.h"
#include "core/zippering/zippering.h"
#include "widgets/try_it/tried_picture.h"
#include "widgets/try_it/try_picture.h"

namespace zipper {

/// 8 bits, grey or RGB, of any image of Qt; transparency as the reading has it. Throws Error for an empty image.
cv::Mat toMatrix(const QImage& image, Alpha alpha);

/// Asks the networks of a session about pictures. Keeps them folded from one picture to the next, as long as they are
/// the same. Used by the worker's thread only.
class TryAsker {
 public:
  /// At the session's current step. `data`: empty, or that of each task. Throws Error: a picture that can't be read, a
  /// test image that isn't there.
  TriedPicture ask(const Session& session, const std::vector<TaskData>& data, const TryPicture& picture);

 private:
  const OneImageNetworks& networksOf(const Session& session);

  std::unique_ptr<OneImageNetworks> networks_;
  std::vector<std::shared_ptr<const NetworkValues>> values_;  ///< that they are of
};

}  // namespace zipper
