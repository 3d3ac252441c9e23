// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/hdf5_file.h"
#include "core/support/libtorch.h"

namespace zipper {

/// The values of a dataset that holds floats, in its shape and type.
torch::Tensor hdf5Tensor(Hdf5File& file, const Hdf5Dataset& dataset);

}  // namespace zipper
