// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/containers/hdf5_blocks.h"

namespace zipper {

/// What a tree of version 2 lists.
enum class Hdf5DenseKind { Links, Attributes };

/// The bodies of the link or attribute messages that groups with many members, and objects with many or large
/// attributes, keep in a fractal heap, in the order of the tree that lists them by name. Throws Error for what is
/// damaged, or has filters.
/// Source: HDF5 File Format Specification 3.0, sections III.A.2 and III.G.
std::vector<std::string> denseHdf5Messages(Hdf5Blocks& blocks, Hdf5DenseKind kind, std::uint64_t heap,
                                           std::uint64_t tree);

}  // namespace zipper
