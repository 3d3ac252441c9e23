// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/dataset.h"

namespace zipper {

/// What the reader of one kind of data set hands back.
struct OpenedDataset {
  DatasetPtr dataset;       ///< null: validation images were asked for, and there are none
  bool hasOwnSplit = true;  ///< false: `dataset` is everything there is, the test split must be held out of it
};

}  // namespace zipper
