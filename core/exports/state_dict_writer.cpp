// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/state_dict_writer.h"

#include "core/containers/safetensors.h"
#include "core/exports/pytorch_archive.h"
#include "core/models/export_metadata.h"
#include "core/models/model_file.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

std::vector<torch::Tensor> run(const TensorFile& file, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  if (file.metadata.count(exportSpecKey) > 0) {
    MobileNet network = networkOfMetadata(file.metadata);
    network->loadState(file.tensors);
    return {network->forward(images.at(0)).logits};
  }
  MergedNetwork network = mergedNetworkOfMetadata(file.metadata);
  network.loadState(file.tensors);
  std::vector<torch::Tensor> logits;
  for (int t = 0; t < network.taskCount(); ++t)
    logits.push_back(network.task(t)->forward(images.at(std::size_t(t))).logits);
  return logits;
}

}  // namespace

void writeMergedSafetensors(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  ExportMetadata all = withNetworkMetadata(metadata, network);
  all["format"] = "pt";
  writeSafetensors(path, network.state(), all);
}

void writeTaskSafetensors(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  saveModel(path, network, withNetworkMetadata(metadata, network));
}

void writeMergedPyTorch(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  writePyTorchArchive(path, network.state(), withNetworkMetadata(metadata, network));
}

void writeTaskPyTorch(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  writePyTorchArchive(path, network->state(), withNetworkMetadata(metadata, network));
}

std::vector<torch::Tensor> runSafetensors(const fs::path& path, const std::vector<torch::Tensor>& images) {
  return run(readSafetensors(path), images);
}

std::vector<torch::Tensor> runPyTorch(const fs::path& path, const std::vector<torch::Tensor>& images) {
  return run(readPyTorchArchive(path), images);
}

}  // namespace zipper
