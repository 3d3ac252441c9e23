// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/models/model_file.h"
#include "core/support/work.h"

namespace zipper {

/// How badly a network's batch normalizations describe these images: the running mean and variance of each unit's
/// channels against those of the images when they run through the network. Mean over channels and units of
/// (m - mean)^2 / var + log(v / var)^2, each channel cut off at 4; about 0 for the images that the network was trained
/// on, read as in training. Looks at no label. Units without statistics (folded) count nothing; NaN if none has any.
double conventionMisfit(MobileNet& network, const DatasetPtr& images);

/// Loads a model, and tries what its file doesn't tell and `overrides` don't say with images that it was trained on:
/// input size (that of small images), stem stride, activation, normalization, channel order, padding and epsilon; what
/// fits its batch statistics clearly best is taken. What the file tells is never touched. All that was tried ends up in
/// `overrides`, so that the model is read the same way again; the notes say what was tried. The images may be null:
/// nothing is tried then. Throws Cancelled, and Error as loadModel().
LoadedModel loadModelFor(const std::filesystem::path& path, SpecOverrides& overrides, const DatasetPtr& images,
                         const Work& work = {});

}  // namespace zipper
