// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True if the path leads to a checkpoint of TensorFlow (TF-slim, format "V2"): its `.index` file, or what the files of
/// the checkpoint have in common ("mobilenet_v1_1.0_224.ckpt"), or one of the `.data-…` and `.meta` files beside an
/// `.index` file. Recognized by the last bytes of the index, which are those of a LevelDB table.
bool looksLikeTensorFlowCheckpoint(const std::filesystem::path& path);

/// Reads the floating-point tensors of a checkpoint under their full names, scope included, in TensorFlow's layouts
/// (HWIO; depthwise HWCM). What belongs to the training (slots of optimizers, global_step, ...) is left out, with a
/// note. So are the moving averages ("/ExponentialMovingAverage") unless `useEma`: then they are delivered as the
/// values of the tensors that they are averages of. Throws Error that names the file and the tensor: see
/// readBundleIndex; a missing data file (named); offsets beyond the end of the data, overlapping ones, negative shapes,
/// shapes and sizes that don't agree, partitioned tensors, wrong checksums. Takes as much memory as the files have
/// bytes, plus at most 16 MiB.
TensorFile readTensorFlowCheckpoint(const std::filesystem::path& path, bool useEma);
/// The same without moving averages.
TensorFile readTensorFlowCheckpoint(const std::filesystem::path& path);

}  // namespace zipper
