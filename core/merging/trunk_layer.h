// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/merging/layer_moments.h"
#include "core/merging/merge_input.h"
#include "core/network/merged_network.h"

namespace zipper {

/// Gives the depthwise unit of a layer (from 1 on), with layer 1 the stem as well, the same values in all tasks, as the
/// settings say: from A, from B, mean and random as initializeLayer() with shared batch normalization; least squares by
/// fitKernels() on images. Shares no modules yet. `images`: per task, for least squares. Throws Cancelled.
void equalizeKernels(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input,
                     const std::vector<CalibrationImages>& images);

/// Makes the trunk one layer deeper: `layer` = network.trunk() + 1, which must be merged already. Its kernels are
/// equalized; its pointwise weights and batch normalization are initialized anew for what the kernels produce then.
void deepenTrunk(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input);

/// The images that initializing looks at, per task; empty unless needsImages(input.settings).
std::vector<CalibrationImages> imagesOf(const MergeInput& input);

}  // namespace zipper
