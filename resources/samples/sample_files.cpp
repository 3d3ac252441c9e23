// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/samples/sample_files.h"

#include "core/support/files.h"

// The assembler copies a file into the read-only data between two symbols.
#define ZIPPER_EMBED(symbol, name)                                                                                 \
  __asm__(".section .rodata\n.global " #symbol "_begin\n.balign 16\n" #symbol "_begin:\n.incbin \"" ZIPPER_SAMPLES \
          "/" name "\"\n.global " #symbol "_end\n" #symbol "_end:\n.byte 0\n.previous\n");                         \
  extern "C" const char symbol##_begin[];                                                                          \
  extern "C" const char symbol##_end[];

ZIPPER_EMBED(zipper_fashion_model, "fashion.safetensors")
ZIPPER_EMBED(zipper_fashion_classes, "fashion/classes.txt")
ZIPPER_EMBED(zipper_fashion_train_images, "fashion/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_train_labels, "fashion/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_images, "fashion/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_labels, "fashion/t10k-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_model, "digits.safetensors")
ZIPPER_EMBED(zipper_digits_train_images, "digits/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_train_labels, "digits/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_images, "digits/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_labels, "digits/t10k-labels-idx1-ubyte.gz")

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
