// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/data/dataset.h"

namespace zipper::cli {

/// What the command line says about how image files are read.
struct DataOptions {
  std::optional<std::string> alpha, exif;
  /// `base` where nothing was said.
  ImageReading over(ImageReading base = {}) const;
};

/// Adds --alpha and --exif.
void addDataOptions(CLI::App& command, DataOptions& options);

/// What data sets are called in an option's help.
extern const char* const dataHelp;

/// Says on standard error what is worth saying about how the parts of a data set were read, a line for each sentence.
void tellNotes(const std::string& folder, const std::vector<DatasetPtr>& parts);

}  // namespace zipper::cli
