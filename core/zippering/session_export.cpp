// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/session_export.h"

#include "core/data/batch_loader.h"
#include "core/exports/export_formats.h"
#include "core/exports/random_inputs.h"
#include "core/network/memory_need.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/error.h"

namespace zipper {

namespace {

torch::Tensor testImages(const DatasetPtr& dataset, const MobileNetSpec& spec) {
  const std::int64_t count = std::min<std::int64_t>(imagesWithinBudget(spec, exportCheckImages), dataset->size());
  std::vector<std::int64_t> spread;
  for (std::int64_t i = 0; i < count; ++i) spread.push_back(i * dataset->size() / count);
  LoaderOptions options;
  options.batchSize = int(count);
  options.labels = false;
  BatchLoader loader(subset(dataset, spread), spec, options);
  return loader.next().value().images;
}

torch::Tensor checkImages(const std::vector<TaskData>& data, int task, const MobileNetSpec& spec) {
  if (task < int(data.size()) && data[std::size_t(task)].test) {
    try {
      return testImages(data[std::size_t(task)].test, spec);
    } catch (const Error&) {
      // No image can be decoded: that is no reason not to export.
    }
  }
  return randomInputs(spec, imagesWithinBudget(spec, exportCheckImages));
}

/// Batch normalization that is shared has the epsilon of the task that it came from, which need not be that of the spec
/// that `copy` was made of: its scale makes up for it.
void adoptEpsilon(ConvUnit& copy, ConvUnit& original) {
  if (!original->options().normalizes) return;
  const double used = original->bn->options.eps(), own = copy->bn->options.eps();
  if (used == own) return;
  const auto variance = copy->bn->running_var.to(torch::kDouble);
  copy->bn->weight.mul_(torch::sqrt((variance + own) / (variance + used)).to(torch::kFloat));
}

/// The path of one task as a network that means the same by itself.
MobileNet standalone(MergedNetwork& network, int task) {
  torch::NoGradGuard noGrad;
  MobileNet copy = cloneNetwork(network.task(task));
  std::vector<ConvUnit>& originals = network.task(task)->units();
  for (std::size_t i = 0; i < originals.size(); ++i) adoptEpsilon(copy->unit(int(i)), originals[i]);
  return copy;
}

}  // namespace

ExportCheck exportSession(const Session& session, const std::string& format, const std::string& task,
                          const std::filesystem::path& path, const std::vector<TaskData>& data) {
  const ExportFormat& chosen = exportFormat(format);
  MergedNetwork network = networkAt(session, session.current);
  const ExportMetadata metadata{{"zipper.recipe", recipeToJson(recipeOfPath(session))}};
  std::vector<torch::Tensor> images;
  for (int t = 0; t < network.taskCount(); ++t) {
    const bool wanted = task == taskName(t);
    if (wanted || task == "all") images.push_back(checkImages(data, t, network.task(t)->spec()));
    if (!wanted) continue;
    MobileNet alone = standalone(network, t);
    return exportTask(chosen, path, alone, metadata, images.front());
  }
  if (task != "all") fail("task '", task, "' found, expected all or one of a to ", taskName(network.taskCount() - 1));
  return exportMerged(chosen, path, network, metadata, images);
}

}  // namespace zipper
