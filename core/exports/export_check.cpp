// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_check.h"

#include "core/network/memory_need.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

double relativeDifference(const torch::Tensor& found, const torch::Tensor& expected) {
  if (found.sizes() != expected.sizes())
    fail("its outputs have the shape ", shapeText(found), ", ", shapeText(expected), " was expected");
  const double scale = std::max(expected.abs().max().item<double>(), 1e-12);
  return (found.cpu() - expected.cpu()).abs().max().item<double>() / scale;
}

ExportCheck compare(const ExportFormat& format, const fs::path& file, const std::vector<torch::Tensor>& images,
                    const std::vector<torch::Tensor>& expected) {
  torch::NoGradGuard noGrad;
  const auto found = format.run(file, images);
  if (found.size() != expected.size()) fail("it has ", found.size(), " outputs, ", expected.size(), " were expected");
  ExportCheck check;
  check.images = int(images.front().size(0));
  for (std::size_t t = 0; t < found.size(); ++t) {
    const double difference = relativeDifference(found[t], expected[t]);
    // Written so that NaN fails.
    if (!(difference <= maximumExportDifference))
      fail("its outputs for task ", taskName(int(t)), " differ from the network's by ", difference,
           " (relative), at most ", maximumExportDifference,
           " was expected; this is a defect of the export, please report it");
    check.largestDifference = std::max(check.largestDifference, difference);
  }
  return check;
}

/// Logits of the engine, in evaluation mode.
torch::Tensor expectedLogits(MobileNet& network, const torch::Tensor& images, int task) {
  checkMemory("the check of an export on " + imagesText(network->spec(), images.size(0)),
              inferenceBytes(network->spec(), images.size(0)));
  torch::NoGradGuard noGrad;
  const auto logits = network->forward(images).logits;
  if (!torch::isfinite(logits).all().item<bool>())
    fail("the network's outputs for task ", taskName(task), " are not finite");
  return logits;
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

template <typename Write>
ExportCheck writeAndCompare(const ExportFormat& format, const fs::path& path, const std::vector<torch::Tensor>& images,
                            const std::vector<torch::Tensor>& expected, const Write& write) {
  ExportCheck check;
  makeFileAtomically(path, [&](const fs::path& temporary) {
    writeAs(path, temporary, write);
    try {
      check = compare(format, temporary, images, expected);
    } catch (const std::exception&) {
      fail(printable(path.string(), 4096), ": was not written: the file was read back and ",
           describeCurrentException());
    }
  });
  return check;
}

}  // namespace

ExportCheck exportMerged(const ExportFormat& format, const fs::path& path, MergedNetwork& network,
                         const ExportMetadata& metadata, const std::vector<torch::Tensor>& images) {
  std::vector<torch::Tensor> expected;
  for (int t = 0; t < network.taskCount(); ++t)
    expected.push_back(expectedLogits(network.task(t), images.at(std::size_t(t)), t));
  return writeAndCompare(format, path, images, expected,
                         [&](const fs::path& file) { format.writeMerged(file, network, metadata); });
}

ExportCheck exportTask(const ExportFormat& format, const fs::path& path, MobileNet& network,
                       const ExportMetadata& metadata, const torch::Tensor& images) {
  ExportCheck check = writeAndCompare(format, path, {images}, {expectedLogits(network, images, 0)},
                                      [&](const fs::path& file) { format.writeTask(file, network, metadata); });
  if (format.notes != nullptr) check.notes = format.notes(network);
  return check;
}

}  // namespace zipper
