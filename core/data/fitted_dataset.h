// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "core/data/dataset.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// The data set, which keeps what fitted() returns for networks with the input size and the channels of `spec`: later
/// passes neither decode nor resize. Pixels are kept up to `bytes`, first come, first kept, and nothing is ever
/// replaced: shuffled passes would profit from no replacement. Everything else is as in `base`: image() still is the
/// image as it was decoded, and networks of another input get theirs made anew. What can't be decoded is tried again
/// whenever it is asked for. A data set that keeps its images so already is returned as it is; one that keeps them for
/// another input, or up to another number of bytes, begins anew. Thread-safe.
DatasetPtr fittedDataset(const DatasetPtr& base, const MobileNetSpec& spec, std::size_t bytes);

/// What keeping all images of the data set takes; 0 without one.
std::size_t fittedBytes(const DatasetPtr& dataset, const MobileNetSpec& spec);

/// Shares of a budget: nobody gets more than needed, and what is left over goes to the others in equal parts.
std::vector<std::size_t> dividedBudget(const std::vector<std::size_t>& needs, std::size_t budget);

}  // namespace zipper
