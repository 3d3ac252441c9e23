// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/data/opened_dataset.h"

namespace zipper {

/// Whether the folder holds data_batch_*.bin or test_batch.bin.
bool holdsCifar(const std::filesystem::path& folder);

/// 32x32 RGB images. The test split is test_batch.bin; without it, it has to be held out of data_batch_*.bin. Class
/// names come from batches.meta.txt; without it they are "0" to "9". Format:
/// https://www.cs.toronto.edu/~kriz/cifar.html, "binary version": records of one label and 3072 bytes, plane by plane.
OpenedDataset openCifar(const std::filesystem::path& folder, Split split);

}  // namespace zipper
