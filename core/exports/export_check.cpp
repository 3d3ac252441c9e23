// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_check.h"

#include <algorithm>
#include <functional>

#include "core/exports/class_labels.h"
#include "core/exports/graph_run.h"
#include "core/exports/quantization.h"
#include "core/exports/quantized_run.h"
#include "core/exports/rounded_weights.h"
#include "core/network/memory_need.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/files_together.h"
#include "core/support/libtorch.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

using Outputs = std::vector<torch::Tensor>;
using Run = std::function<Outputs(const fs::path& path, const Outputs& images)>;

double relativeDifference(const torch::Tensor& found, const torch::Tensor& expected) {
  if (found.sizes() != expected.sizes())
    fail("its outputs have the shape ", shapeText(found), ", ", shapeText(expected), " was expected");
  const double scale = std::max(expected.abs().max().item<double>(), 1e-12);
  return (found.cpu() - expected.cpu()).abs().max().item<double>() / scale;
}

double largestDifference(const Outputs& found, const Outputs& expected) {
  double largest = 0;
  for (std::size_t t = 0; t < found.size(); ++t)
    largest = std::max(largest, relativeDifference(found[t], expected.at(t)));
  return largest;
}

ExportCheck compare(const Run& run, const fs::path& file, const Outputs& images, const Outputs& expected,
                    double tolerance) {
  torch::NoGradGuard noGrad;
  const auto found = run(file, images);
  if (found.size() != expected.size()) fail("it has ", found.size(), " outputs, ", expected.size(), " were expected");
  ExportCheck check;
  check.images = int(images.front().size(0));
  for (std::size_t t = 0; t < found.size(); ++t) {
    const double difference = relativeDifference(found[t], expected[t]);
    // Written so that NaN fails.
    if (!(difference <= tolerance))
      fail("its outputs for task ", taskName(int(t)), " differ from the network's by ", difference,
           " (relative), at most ", tolerance, " was expected; this is a defect of the export, please report it");
    check.largestDifference = std::max(check.largestDifference, difference);
  }
  return check;
}

/// Writes; messages name the file that was asked for, not the one that becomes it.
template <typename Write>
void writeAs(const fs::path& path, const fs::path& temporary, const Write& write) {
  try {
    write(temporary);
  } catch (const Error& error) {
    std::string message = error.what();
    const auto at = message.find(temporary.string());
    if (at != std::string::npos) message.replace(at, temporary.string().size(), path.string());
    throw Error(message);
  }
}

/// Class names beside the file, called after it.
void writeLabels(const fs::path& path, const InferenceGraph& graph) {
  for (const auto& [name, text] : labelFiles(graph))
    writeFileAtomically(path.parent_path() / (path.stem().string() + "_" + name), text);
}

template <typename Write>
ExportCheck writeAndCompare(const Run& run, const fs::path& path, const Outputs& images, const Outputs& expected,
                            double tolerance, const Write& write) {
  ExportCheck check;
  const WrittenFiles written = makeFilesAtomically(path, [&](const fs::path& temporary) {
    writeAs(path, temporary, write);
    try {
      check = compare(run, temporary, images, expected, tolerance);
    } catch (const std::exception&) {
      fail(printable(path.string(), 4096), ": was not written: the file was read back and ",
           describeCurrentException());
    }
  });
  check.files = written.files;
  check.bytes = written.bytes;
  return check;
}

/// In float64, where the same sums are rounded to the same integers whatever their order; a few images at a time, as
/// maps take twice the memory.
Outputs inFloat64(const Outputs& images, const std::function<Outputs(const Outputs&)>& run) {
  std::int64_t parts = 5;
  for (const torch::Tensor& batch : images) parts = std::min(parts, batch.size(0));
  std::vector<Outputs> found;
  for (std::int64_t i = 0; i < parts; ++i) {
    Outputs part;
    for (const torch::Tensor& batch : images)
      part.push_back(batch.tensor_split(parts)[std::size_t(i)].to(torch::kDouble));
    const Outputs outputs = run(part);
    found.resize(outputs.size());
    for (std::size_t t = 0; t < outputs.size(); ++t) found[t].push_back(outputs[t]);
  }
  Outputs whole;
  for (const Outputs& of : found) whole.push_back(torch::cat(of));
  return whole;
}

}  // namespace

torch::Tensor expectedLogits(MobileNet& network, const torch::Tensor& images, int task) {
  checkMemory("the check of an export on " + imagesText(network->spec(), images.size(0)),
              inferenceBytes(network->spec(), images.size(0)));
  torch::NoGradGuard noGrad;
  const auto logits = network->forward(images).logits;
  if (!torch::isfinite(logits).all().item<bool>())
    fail("the network's outputs for task ", taskName(task), " are not finite");
  return logits;
}

ExportCheck exportMerged(const ExportFormat& format, const fs::path& path, MergedNetwork& network,
                         const ExportMetadata& metadata, const std::vector<torch::Tensor>& images) {
  Outputs expected;
  for (int t = 0; t < network.taskCount(); ++t)
    expected.push_back(expectedLogits(network.task(t), images.at(std::size_t(t)), t));
  if (format.writeMerged == nullptr)
    return exportGraph(format, path, inferenceGraph(network), withNetworkMetadata(metadata, network),
                       ExportPrecision::Float32, images, expected);
  return writeAndCompare(format.run, path, images, expected, maximumExportDifference,
                         [&](const fs::path& file) { format.writeMerged(file, network, metadata); });
}

ExportCheck exportTask(const ExportFormat& format, const fs::path& path, MobileNet& network,
                       const ExportMetadata& metadata, const torch::Tensor& images) {
  const Outputs expected{expectedLogits(network, images, 0)};
  if (format.writeTask == nullptr)
    return exportGraph(format, path, inferenceGraph(network), withNetworkMetadata(metadata, network),
                       ExportPrecision::Float32, {images}, expected);
  ExportCheck check = writeAndCompare(format.run, path, {images}, expected, maximumExportDifference,
                                      [&](const fs::path& file) { format.writeTask(file, network, metadata); });
  if (format.notes != nullptr) check.notes = format.notes(network);
  return check;
}

ExportCheck exportGraph(const ExportFormat& format, const fs::path& path, const InferenceGraph& graph,
                        const ExportMetadata& metadata, ExportPrecision precision,
                        const std::vector<torch::Tensor>& images, const std::vector<torch::Tensor>& expected) {
  const bool half = precision == ExportPrecision::Float16;
  const Outputs wanted = half ? runGraph(roundedToHalf(graph), images) : expected;
  ExportCheck check =
      writeAndCompare(format.run, path, images, wanted, maximumExportDifference, [&](const fs::path& file) {
        format.writeGraph(file, graph, metadata, precision);
        if (format.hasLabelFiles) writeLabels(file, graph);
      });
  if (half) check.roundingDifference = largestDifference(wanted, expected);
  return check;
}

ExportCheck exportQuantized(const ExportFormat& format, const fs::path& path, const QuantizedGraph& graph,
                            const ExportMetadata& metadata, const std::vector<torch::Tensor>& images,
                            const std::vector<torch::Tensor>& expected) {
  const Outputs wanted = inFloat64(images, [&](const Outputs& part) { return runQuantized(graph, part); });
  const Run run = [&](const fs::path& file, const Outputs& all) {
    return inFloat64(all, [&](const Outputs& part) { return format.runQuantized(file, part); });
  };
  ExportCheck check = writeAndCompare(run, path, images, wanted, maximumQuantizedDifference, [&](const fs::path& file) {
    format.writeQuantized(file, graph, metadata);
    if (format.hasLabelFiles) writeLabels(file, graph.graph);
  });
  check.roundingDifference = largestDifference(wanted, expected);
  return check;
}

}  // namespace zipper
