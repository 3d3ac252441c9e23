// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/samples/sample_files.h"

#include "core/support/embedded_file.h"
#include "core/support/files.h"

ZIPPER_EMBED(zipper_fashion_model, ZIPPER_SAMPLES "/fashion.safetensors")
ZIPPER_EMBED(zipper_fashion_classes, ZIPPER_SAMPLES "/fashion/classes.txt")
ZIPPER_EMBED(zipper_fashion_train_images, ZIPPER_SAMPLES "/fashion/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_train_labels, ZIPPER_SAMPLES "/fashion/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_images, ZIPPER_SAMPLES "/fashion/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_labels, ZIPPER_SAMPLES "/fashion/t10k-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_model, ZIPPER_SAMPLES "/digits.safetensors")
ZIPPER_EMBED(zipper_digits_train_images, ZIPPER_SAMPLES "/digits/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_train_labels, ZIPPER_SAMPLES "/digits/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_images, ZIPPER_SAMPLES "/digits/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_labels, ZIPPER_SAMPLES "/digits/t10k-labels-idx1-ubyte.gz")

#define ZIPPER_FILE(name, symbol) \
  { name, symbol##_begin, std::size_t(symbol##_end - symbol##_begin) }

namespace zipper {

const std::vector<SampleFile>& sampleFiles() {
  static const std::vector<SampleFile> files{
      ZIPPER_FILE("fashion.safetensors", zipper_fashion_model),
      ZIPPER_FILE("fashion/classes.txt", zipper_fashion_classes),
      ZIPPER_FILE("fashion/train-images-idx3-ubyte.gz", zipper_fashion_train_images),
      ZIPPER_FILE("fashion/train-labels-idx1-ubyte.gz", zipper_fashion_train_labels),
      ZIPPER_FILE("fashion/t10k-images-idx3-ubyte.gz", zipper_fashion_test_images),
      ZIPPER_FILE("fashion/t10k-labels-idx1-ubyte.gz", zipper_fashion_test_labels),
      ZIPPER_FILE("digits.safetensors", zipper_digits_model),
      ZIPPER_FILE("digits/train-images-idx3-ubyte.gz", zipper_digits_train_images),
      ZIPPER_FILE("digits/train-labels-idx1-ubyte.gz", zipper_digits_train_labels),
      ZIPPER_FILE("digits/t10k-images-idx3-ubyte.gz", zipper_digits_test_images),
      ZIPPER_FILE("digits/t10k-labels-idx1-ubyte.gz", zipper_digits_test_labels)};
  return files;
}

void writeSamples(const std::filesystem::path& folder) {
  for (const SampleFile& file : sampleFiles()) {
    const auto path = folder / file.name;
    createFolder(path.parent_path());
    writeFileAtomically(path, [&](FileWriter& writer) { writer.write(file.data, file.bytes); });
  }
}

}  // namespace zipper
