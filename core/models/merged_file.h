// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True if the file is an export of a merged network with all its tasks (see export_metadata.h).
bool holdsMergedNetwork(const TensorFile& file);

/// One task of such a file, with the shared tensors and the task's spec, as if it had been exported alone. `wanted`:
/// "a", "b", ...; empty: the first, which a note says. Error that names the tasks if there is none of that name, or if
/// batch normalization that is shared, and not folded, has another epsilon in that task.
TensorFile taskOfMerged(const TensorFile& file, const std::string& wanted);

}  // namespace zipper
