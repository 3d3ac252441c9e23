// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/data/opened_dataset.h"

namespace zipper {

/// Whether the folder holds at least one of MNIST's four files (train-images-idx3-ubyte, train-labels-idx1-ubyte,
/// t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; plain or .gz; also with a dot before "idx").
bool holdsIdx(const std::filesystem::path& folder);

/// Grey images. The test split is t10k-*; without these files it has to be held out of train-*. Class names come from
/// classes.txt (one a line); without it they are "0", "1", ... up to the largest train label. Format:
/// http://yann.lecun.com/exdb/mnist/, "the IDX file format".
OpenedDataset openIdx(const std::filesystem::path& folder, Split split);

}  // namespace zipper
