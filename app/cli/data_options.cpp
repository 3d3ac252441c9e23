// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/data_options.h"

#include "app/cli/console.h"
#include "core/support/printable.h"

namespace zipper::cli {

const char* const dataHelp =
    "class folders (directly, or below train, validation and test folders), images beside a list (.csv, train.txt, "
    "CUB-200's, Flowers-102's), IDX files or CIFAR-10 batches";

ImageReading DataOptions::over(ImageReading base) const {
  if (alpha) base.alpha = alphaFromString(*alpha);
  if (exif) base.exif = exifFromString(*exif);
  return base;
}

void addDataOptions(CLI::App& command, DataOptions& options) {
  command
      .add_option("--alpha", options.alpha,
                  "Transparent images: drop (the colours as stored, as PIL's convert(\"RGB\") and TensorFlow read "
                  "them) or white (laid over white); drop, unless a recipe or session says otherwise")
      ->check(CLI::IsMember({"drop", "white"}));
  command
      .add_option("--exif", options.exif,
                  "The orientation in EXIF data: ignore (as PyTorch's ImageFolder and TensorFlow do) or apply (turned "
                  "upright); ignore, unless a recipe or session says otherwise")
      ->check(CLI::IsMember({"ignore", "apply"}));
}

void tellNotes(const std::string& folder, const std::vector<DatasetPtr>& parts) {
  for (const std::string& note : notesOf(parts)) printNote(wholePrintable(folder) + ": " + note);
}

}  // namespace zipper::cli
