// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <type_traits>

#include "core/data/batch_loader.h"
#include "core/exports/export_check.h"
#include "core/exports/inference_graph.h"
#include "core/models/export_metadata.h"
#include "core/models/model_file.h"
#include "core/network/merged_network.h"
#include "resources/samples/sample_files.h"
#include "support/python_reference.h"
#include "support/random_networks.h"

namespace zipper::test {

/// All formats but the one that takes networks of its own kind only.
inline std::vector<ExportFormat> formatsOfAnyNetwork() {
  std::vector<ExportFormat> formats;
  for (const ExportFormat& format : exportFormats())
    if (format.name != "torchvision") formats.push_back(format);
  return formats;
}

/// Writes a file without the check that an export makes, for tests that look at what is in it themselves.
template <typename Network>
void writeUnchecked(const ExportFormat& format, const std::string& path, Network& network,
                    const ExportMetadata& metadata) {
  if constexpr (std::is_same_v<Network, MobileNet>) {
    if (format.writeTask != nullptr) return format.writeTask(path, network, metadata);
  } else {
    if (format.writeMerged != nullptr) return format.writeMerged(path, network, metadata);
  }
  format.writeGraph(path, inferenceGraph(network), withNetworkMetadata(metadata, network), ExportPrecision::Float32);
}

inline bool isScript(const ExportFormat& format) { return format.name.rfind("torchscript", 0) == 0; }

/// The two networks of the sample, zippered at a few layers, and real images for them.
class ExportedNetworks {
 public:
  ExportedNetworks() { writeSamples(folder_.path().toStdString()); }

  std::string file(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  /// The networks with the sample's weights; `padding` and odd conventions of task b are not what they were trained
  /// with, but a function that exports have to have as well.
  MergedNetwork merged(BnPolicy policy, Padding padding) const {
    std::vector<MobileNet> tasks;
    for (const char* name : {"fashion", "digits"}) {
      MobileNet trained = loadModel(file(std::string(name) + ".safetensors")).network;
      MobileNetSpec spec = trained->spec();
      spec.padding = padding;
      if (!tasks.empty() && policy == BnPolicy::PerTask) spec.activation = Activation::ReLU, spec.bnEpsilon = 2e-3;
      MobileNet network(spec);
      network->loadState(trained->state());
      network->eval();
      tasks.push_back(network);
    }
    MergedNetwork network(tasks, policy);
    for (const int layer : {1, 2, 13}) network.merge(layer);
    network.train(false);
    return network;
  }

  /// The first test images of each task.
  std::vector<torch::Tensor> images(MergedNetwork& network, int count) const {
    std::vector<torch::Tensor> images;
    const std::vector<std::string> folders{"fashion", "digits"};
    for (int t = 0; t < network.taskCount(); ++t) {
      OpenOptions open;
      open.split = Split::Test;
      LoaderOptions options;
      options.batchSize = count;
      BatchLoader loader(openDataset(file(folders[std::size_t(t)]), open), network.task(t)->spec(), options);
      images.push_back(loader.next().value().images);
    }
    return images;
  }

  static std::vector<torch::Tensor> logits(MergedNetwork& network, const std::vector<torch::Tensor>& images) {
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> logits;
    for (int t = 0; t < network.taskCount(); ++t)
      logits.push_back(network.task(t)->forward(images[std::size_t(t)]).logits);
    return logits;
  }

 private:
  QTemporaryDir folder_;
};

/// Empty if the logits agree to 1e-4 and say the same class for each image.
inline std::string difference(const torch::Tensor& found, const torch::Tensor& expected) {
  if (found.sizes() != expected.sizes()) return "shape " + shapeText(found) + " instead of " + shapeText(expected);
  const double error = relativeError(found, expected);
  if (!(error <= 1e-4)) return concat("relative error ", error);
  if (!torch::equal(found.argmax(1), expected.argmax(1))) return "another class";
  return {};
}

}  // namespace zipper::test
