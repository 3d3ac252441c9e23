// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// The image that feature maps are to be shown of.
struct ProbeChoice {
  int task = 0;
  qint64 index = 0;  ///< of the task's test set, from 0 on
  QString file;      ///< an image file instead; empty: image `index` of the test set
};

}  // namespace zipper
