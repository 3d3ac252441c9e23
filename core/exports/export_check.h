// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/exports/export_formats.h"
#include "core/exports/export_tolerance.h"
#include "core/support/work.h"

namespace zipper {

/// Of one task: how many of the test images the network in float32 and the file's integers get right.
struct Top1 {
  double network = 0, file = 0;  ///< 0 to 1
  std::int64_t images = 0;
};

/// Of one task: how often the network in float32 and the file's integers give the same class.
struct IntegerAgreement {
  double same = 0;  ///< 0 to 1
  std::int64_t images = 0;
};

/// How far an exported file is from the network that it was written from.
struct ExportCheck {
  /// Of any output, relative to the largest of its task. Of float16 and int8 from what the network computes with its
  /// weights so rounded.
  double largestDifference = 0;
  /// Of float16 and int8: the same from the network itself.
  double roundingDifference = 0;
  int images = 0;                            ///< per task
  std::vector<std::string> notes;            ///< what is to be known about the file, for people
  std::vector<std::filesystem::path> files;  ///< all that were written, the one that was asked for first
  std::int64_t bytes = 0;                    ///< of all of them
  std::vector<Top1> top1;                    ///< of int8, one a task; of no images where none has a label
  /// Of int8, one a task: on test images, or else on training images; of no images where there are no classes.
  std::vector<IntegerAgreement> agreement;
};

/// Writes into a temporary folder, reads that back, runs it and the network on the images (a batch [N,C,H,W] per task),
/// and puts the files into their places. Throws Error if the outputs differ by more than the tolerance or aren't
/// finite; nothing is left behind then, and a file that was there stays as it was.
ExportCheck exportMerged(const ExportFormat& format, const std::filesystem::path& path, MergedNetwork& network,
                         const ExportMetadata& metadata, const std::vector<at::Tensor>& images);
ExportCheck exportTask(const ExportFormat& format, const std::filesystem::path& path, MobileNet& network,
                       const ExportMetadata& metadata, const at::Tensor& images);

/// The same for formats that are written from a graph. `expected`: the outputs of each task in float32.
ExportCheck exportGraph(const ExportFormat& format, const std::filesystem::path& path, const InferenceGraph& graph,
                        const ExportMetadata& metadata, ExportPrecision precision,
                        const std::vector<at::Tensor>& images, const std::vector<at::Tensor>& expected);
ExportCheck exportQuantized(const ExportFormat& format, const std::filesystem::path& path, const QuantizedGraph& graph,
                            const ExportMetadata& metadata, const std::vector<at::Tensor>& images,
                            const std::vector<at::Tensor>& expected);

/// Logits of the engine, in evaluation mode. Error if they aren't finite, or memory is short.
at::Tensor expectedLogits(MobileNet& network, const at::Tensor& images, int task);

}  // namespace zipper
