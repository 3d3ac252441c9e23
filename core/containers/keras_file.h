// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/containers/tensor_file.h"

namespace zipper {

/// True if the first bytes are those of an HDF5 file, as Keras writes with `save_weights("NAME.h5")` and
/// `save("NAME.h5")`, or if it is an archive of Keras 3 (`save("NAME.keras")`).
bool looksLikeKeras(const std::filesystem::path& path);

/// Reads the weights of a Keras model from HDF5, with the names of Keras 2 or 3, at the root of the file or under
/// `model_weights`; from the ".weights.h5" of Keras 3 (see readKerasWeights()), and from the archive around one, which
/// may be deflated: up to 1 GiB, see ZipArchive::unpacked(). Names are delivered as `<layer>/<weight>`
/// ("conv_dw_1/depthwise_kernel", "conv_dw_1_bn/gamma"), without ":0" and without the repeated group; the weights of a
/// model within the model are called after its own layers. Layouts are Keras's (HWIO, depthwise (3,3,C,1)). Types
/// float16, float32 and float64; others are left out, with a note. The metadata hold "backend" and "keras_version".
/// Throws Error that names the file and the weight: see Hdf5File; no Keras names; names without a dataset; two weights
/// of one name.
TensorFile readKeras(const std::filesystem::path& path);

}  // namespace zipper
