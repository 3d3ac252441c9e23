// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/data/dataset.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The first byte says under which name the rest is a list, beside two images.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  static const std::filesystem::path folder = files.write("a.png", "", 0).parent_path();
  files.write("b.png", "", 0);
  constexpr const char* names[] = {"labels.csv", "train.txt", "image_class_labels.txt", "labels.tsv"};
  if (size == 0) return 0;
  const std::string name = names[data[0] % 4];
  files.write(name, data + 1, size - 1);
  if (name == "image_class_labels.txt") files.write("images.txt", "1 a.png\n2 b.png\n", 16);
  try {
    zipper::openDataset(folder.string());
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  std::filesystem::remove(folder / name);
  std::filesystem::remove(folder / "images.txt");
  return 0;
}
