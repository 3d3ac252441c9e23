// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/samples/sample_files.h"

#include <algorithm>
#include <fstream>

#include "core/support/embedded_file.h"
#include "core/support/errno_text.h"
#include "core/support/error.h"
#include "core/support/files.h"

ZIPPER_EMBED(zipper_fashion_model, ZIPPER_SAMPLES "/fashion.safetensors")
ZIPPER_EMBED(zipper_fashion_licence, ZIPPER_SAMPLES "/fashion/LICENSE")
ZIPPER_EMBED(zipper_fashion_classes, ZIPPER_SAMPLES "/fashion/classes.txt")
ZIPPER_EMBED(zipper_fashion_train_images, ZIPPER_SAMPLES "/fashion/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_train_labels, ZIPPER_SAMPLES "/fashion/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_images, ZIPPER_SAMPLES "/fashion/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_fashion_test_labels, ZIPPER_SAMPLES "/fashion/t10k-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_model, ZIPPER_SAMPLES "/digits.safetensors")
ZIPPER_EMBED(zipper_digits_licence, ZIPPER_SAMPLES "/digits/LICENSE")
ZIPPER_EMBED(zipper_digits_train_images, ZIPPER_SAMPLES "/digits/train-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_train_labels, ZIPPER_SAMPLES "/digits/train-labels-idx1-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_images, ZIPPER_SAMPLES "/digits/t10k-images-idx3-ubyte.gz")
ZIPPER_EMBED(zipper_digits_test_labels, ZIPPER_SAMPLES "/digits/t10k-labels-idx1-ubyte.gz")

// photographs.inc, which CMake writes, has a line ZIPPER_PHOTOGRAPH(number, path) for each file.
#define ZIPPER_PHOTOGRAPH(number, path) ZIPPER_EMBED(zipper_photographs_##number, ZIPPER_SAMPLES "/" path)
#include "photographs.inc"
#undef ZIPPER_PHOTOGRAPH

namespace zipper {

namespace {

/// As it lies in the program.
struct EmbeddedFile {
  const char *name, *begin, *end;
};

#define ZIPPER_FILE(name, symbol) \
  { name, symbol##_begin, symbol##_end }
#define ZIPPER_PHOTOGRAPH(number, path) ZIPPER_FILE(path, zipper_photographs_##number),

constexpr EmbeddedFile digitFiles[] = {
    ZIPPER_FILE("fashion.safetensors", zipper_fashion_model),
    ZIPPER_FILE("fashion/LICENSE", zipper_fashion_licence),
    ZIPPER_FILE("fashion/classes.txt", zipper_fashion_classes),
    ZIPPER_FILE("fashion/train-images-idx3-ubyte.gz", zipper_fashion_train_images),
    ZIPPER_FILE("fashion/train-labels-idx1-ubyte.gz", zipper_fashion_train_labels),
    ZIPPER_FILE("fashion/t10k-images-idx3-ubyte.gz", zipper_fashion_test_images),
    ZIPPER_FILE("fashion/t10k-labels-idx1-ubyte.gz", zipper_fashion_test_labels),
    ZIPPER_FILE("digits.safetensors", zipper_digits_model),
    ZIPPER_FILE("digits/LICENSE", zipper_digits_licence),
    ZIPPER_FILE("digits/train-images-idx3-ubyte.gz", zipper_digits_train_images),
    ZIPPER_FILE("digits/train-labels-idx1-ubyte.gz", zipper_digits_train_labels),
    ZIPPER_FILE("digits/t10k-images-idx3-ubyte.gz", zipper_digits_test_images),
    ZIPPER_FILE("digits/t10k-labels-idx1-ubyte.gz", zipper_digits_test_labels),
};

constexpr EmbeddedFile photographFiles[] = {
#include "photographs.inc"
};

template <std::size_t Count>
std::vector<SampleFile> listed(const EmbeddedFile (&files)[Count]) {
  std::vector<SampleFile> list;
  for (const EmbeddedFile& file : files) list.push_back({file.name, file.begin, std::size_t(file.end - file.begin)});
  return list;
}

/// Complete or not at all, but without a sync: one for each of a thousand pictures takes long.
void writeUnsynced(const std::filesystem::path& path, const SampleFile& file) {
  const std::filesystem::path temporary = path.string() + ".part";
  std::ofstream out(temporary, std::ios::binary);
  out.write(file.data, std::streamsize(file.bytes));
  out.close();
  if (!out) failWithErrno("can't be written", path);
  std::error_code code;
  std::filesystem::rename(temporary, path, code);
  if (code) failWithErrno("can't be written", path, code.value());
}

}  // namespace

std::vector<std::string> embeddedSampleNames() { return {"digits", "photographs"}; }

EmbeddedSample embeddedSample(const std::string& name) {
  const std::vector<std::string> names = embeddedSampleNames();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) fail("sample: \"", name, "\" found, digits or photographs expected");
  return found == names.begin() ? EmbeddedSample::Digits : EmbeddedSample::Photographs;
}

std::vector<std::string> taskNamesOf(EmbeddedSample sample) {
  if (sample == EmbeddedSample::Photographs) return {"flowers", "clothing"};
  return {"fashion", "digits"};
}

const std::vector<SampleFile>& sampleFiles(EmbeddedSample sample) {
  static const std::vector<SampleFile> digits = listed(digitFiles), photographs = listed(photographFiles);
  return sample == EmbeddedSample::Photographs ? photographs : digits;
}

void writeSamples(const std::filesystem::path& folder, EmbeddedSample sample) {
  for (const SampleFile& file : sampleFiles(sample)) {
    const auto path = folder / file.name;
    createFolder(path.parent_path());
    if (path.extension() == ".jpg")
      writeUnsynced(path, file);
    else
      writeFileAtomically(path, [&](FileWriter& writer) { writer.write(file.data, file.bytes); });
  }
}

}  // namespace zipper
