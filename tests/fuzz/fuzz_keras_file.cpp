// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>

#include "core/containers/keras_file.h"
#include "core/models/keras_config.h"
#include "core/models/keras_head.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is an HDF5 file; what it says of its network is read, too, with the head behind its first layer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const auto path = files.write("fuzz.h5", data, size);
  try {
    if (!zipper::looksLikeKeras(path)) return 0;
    const zipper::TensorFile file = zipper::readKeras(path);
    std::vector<zipper::NamedShape> shapes;
    for (const auto& [name, tensor] : file.tensors) shapes.push_back({name, tensor.sizes().vec()});
    const zipper::KerasLayerList layers(file.kerasConfig);
    if (!layers.layers().empty()) zipper::headOfKeras(layers, layers.layers().front().name, shapes);
    zipper::statedByKeras(layers);
    zipper::statedByKeras(layers, true);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
