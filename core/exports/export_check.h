// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exports/export_formats.h"
#include "core/exports/export_tolerance.h"

namespace zipper {

/// How far an exported file is from the network that it was written from.
struct ExportCheck {
  double largestDifference = 0;    ///< of any logit, relative to the largest logit of its task
  int images = 0;                  ///< per task
  std::vector<std::string> notes;  ///< what the format says about the file of one task, for people
};

/// Writes into a temporary file, reads that back, runs it and the network on the images (a batch [N,C,H,W] per task),
/// and puts the file into its place. Throws Error if the outputs differ by more than maximumExportDifference or aren't
/// finite; nothing is left behind then, and a file that was there stays as it was.
ExportCheck exportMerged(const ExportFormat& format, const std::filesystem::path& path, MergedNetwork& network,
                         const ExportMetadata& metadata, const std::vector<at::Tensor>& images);
ExportCheck exportTask(const ExportFormat& format, const std::filesystem::path& path, MobileNet& network,
                       const ExportMetadata& metadata, const at::Tensor& images);

}  // namespace zipper
