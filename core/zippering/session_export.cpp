// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/session_export.h"

#include <nlohmann/json.hpp>

#include "core/data/batch_loader.h"
#include "core/exports/export_formats.h"
#include "core/exports/graph_run.h"
#include "core/exports/quantization.h"
#include "core/exports/quantized_run.h"
#include "core/exports/random_inputs.h"
#include "core/network/memory_need.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/zippering/export_names.h"

namespace zipper {

namespace {

/// Images of a data set, at most `most`, evenly spread.
DatasetPtr someOf(const DatasetPtr& dataset, std::int64_t most) {
  const std::int64_t count = std::min(most, dataset->size());
  std::vector<std::int64_t> spread;
  for (std::int64_t i = 0; i < count; ++i) spread.push_back(i * dataset->size() / count);
  return subset(dataset, spread);
}

torch::Tensor testImages(const DatasetPtr& dataset, const MobileNetSpec& spec) {
  LoaderOptions options;
  options.labels = false;
  options.batchSize = int(std::min<std::int64_t>(imagesWithinBudget(spec, exportCheckImages), dataset->size()));
  BatchLoader loader(someOf(dataset, options.batchSize), spec, options);
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

/// Normalized training images of a task, [N,C,H,W].
torch::Tensor rangeImages(const std::vector<TaskData>& data, int task, const MobileNetSpec& spec) {
  const std::size_t t = std::size_t(task);
  const DatasetPtr dataset = t < data.size() ? data[t].train : nullptr;
  if (!dataset)
    fail("int8: training images of task ", taskName(task), " are needed to find out how large the numbers in between ",
         "become, none were found; give them, or choose float16");
  LoaderOptions options;
  options.labels = false;
  BatchLoader loader(someOf(dataset, imagesWithinBudget(spec, exportRangeImages)), spec, options);
  std::vector<torch::Tensor> batches;
  while (const std::optional<Batch> batch = loader.next()) batches.push_back(batch->images);
  return torch::cat(batches);
}

std::int64_t correctOf(const torch::Tensor& outputs, const torch::Tensor& labels) {
  return (outputs.argmax(1) == labels).sum().item<std::int64_t>();
}

/// What network and integers get right of a task's test images.
class AccuracyOfIntegers {
 public:
  AccuracyOfIntegers(const InferenceGraph& exact, const QuantizedGraph& integers)
      : exact_(exact), integers_(integers) {}

  /// On test images, whose labels are looked at, or else on any.
  void score(std::size_t task, const DatasetPtr& dataset, bool labels, ExportCheck& check, const Work& work) const {
    LoaderOptions options;
    options.labels = labels;
    BatchLoader loader(someOf(dataset, exportTestImages), exact_.tasks[task].spec, options);
    const int batches = int(loader.batchesPerEpoch());
    std::int64_t images = 0, network = 0, file = 0, same = 0;
    for (int done = 0; const std::optional<Batch> batch = loader.next(); work.tell(++done, batches)) {
      work.throwIfStopped();
      const std::vector<torch::Tensor> inputs = inputsOf(task, batch->images);
      const torch::Tensor exact = runGraph(exact_, inputs)[task], rounded = runQuantized(integers_, inputs)[task];
      images += batch->images.size(0);
      same += correctOf(rounded, exact.argmax(1));
      if (!labels) continue;
      network += correctOf(exact, batch->labels);
      file += correctOf(rounded, batch->labels);
    }
    const double all = double(std::max<std::int64_t>(images, 1));
    check.agreement[task] = {double(same) / all, images};
    if (labels) check.top1[task] = {double(network) / all, double(file) / all, images};
  }

 private:
  /// No images for the other tasks.
  std::vector<torch::Tensor> inputsOf(std::size_t task, const torch::Tensor& images) const {
    std::vector<torch::Tensor> inputs;
    for (const GraphTask& other : exact_.tasks)
      inputs.push_back(torch::empty({0, other.spec.inputChannels, other.spec.inputSize, other.spec.inputSize}));
    inputs[task] = images;
    return inputs;
  }

  const InferenceGraph& exact_;
  const QuantizedGraph& integers_;
};

/// The wanted tasks of a session as a graph, and what belongs to them.
struct GraphExport {
  InferenceGraph graph;
  ExportMetadata metadata;
  std::vector<torch::Tensor> images, expected;  ///< to check with, one a task
  std::vector<int> tasks;                       ///< their numbers in the session
};

/// Of a data set none of whose classes is an output of the network a label can't be asked for.
bool hasLabels(const DatasetPtr& dataset) {
  try {
    return dataset && dataset->size() > 0 && dataset->label(0) >= 0;
  } catch (const Error&) {
    return false;
  }
}

ExportCheck writeIntegers(const ExportFormat& format, const std::filesystem::path& path, const GraphExport& wanted,
                          const std::vector<TaskData>& data, const Work& work) {
  std::vector<torch::Tensor> images;
  for (std::size_t i = 0; i < wanted.tasks.size(); ++i)
    images.push_back(rangeImages(data, wanted.tasks[i], wanted.graph.tasks[i].spec));
  const int parts = int(wanted.tasks.size()) + 1;
  const QuantizedGraph integers = quantize(wanted.graph, images, partOfWork(work, 0, parts));
  ExportCheck check = exportQuantized(format, path, integers, wanted.metadata, wanted.images, wanted.expected);
  const AccuracyOfIntegers accuracy(wanted.graph, integers);
  for (std::size_t i = 0; i < wanted.tasks.size(); ++i) {
    check.top1.emplace_back();
    check.agreement.emplace_back();
    if (wanted.graph.tasks[i].spec.classes == 0) continue;
    const TaskData& images = data.at(std::size_t(wanted.tasks[i]));
    const Work part = partOfWork(work, int(i) + 1, parts);
    accuracy.score(i, images.test ? images.test : someOf(images.train, exportRangeImages), hasLabels(images.test),
                   check, part);
  }
  return check;
}

ExportCheck writeGraphOf(const ExportFormat& format, const std::filesystem::path& path, GraphExport& wanted,
                         const ExportOptions& options, const std::vector<TaskData>& data, const Work& work) {
  for (std::size_t t = 0; t < wanted.expected.size(); ++t)
    if (options.names.softmax && wanted.graph.tasks[t].spec.classes > 0)
      wanted.expected[t] = torch::softmax(wanted.expected[t], 1);
  if (options.precision == ExportPrecision::Int8) return writeIntegers(format, path, wanted, data, work);
  return exportGraph(format, path, wanted.graph, wanted.metadata, options.precision, wanted.images, wanted.expected);
}

/// Whether the format writes the graph of a network, not the network itself.
bool takesGraph(const ExportFormat& format, const ExportOptions& options) {
  return format.writeMerged == nullptr || options.precision != ExportPrecision::Float32;
}

ExportCheck exportOne(const ExportFormat& format, const std::filesystem::path& path, MobileNet network,
                      const ExportMetadata& metadata, const torch::Tensor& images, int task,
                      const ExportOptions& options, const std::vector<TaskData>& data, const Work& work) {
  if (!takesGraph(format, options)) return exportTask(format, path, network, metadata, images);
  GraphExport wanted{inferenceGraph(network, options.names),
                     withNetworkMetadata(metadata, network),
                     {images},
                     {expectedLogits(network, images, 0)},
                     {task}};
  return writeGraphOf(format, path, wanted, options, data, work);
}

/// The recipe, and what the wanted tasks are called.
ExportMetadata metadataOf(const Session& session, const std::string& task) {
  nlohmann::json names = nlohmann::json::array();
  const std::vector<std::string> all = namesOf(session.recipe.sources);
  for (std::size_t t = 0; t < all.size(); ++t)
    if (task == "all" || task == taskName(int(t))) names.push_back(all[t]);
  return {{"zipper.recipe", recipeToJson(recipeOfPath(session))}, {exportTaskNamesKey, dumpJson(names)}};
}

}  // namespace

ExportCheck exportSession(const Session& session, const ExportRequest& request, const std::filesystem::path& path,
                          const std::vector<TaskData>& data, const Work& work) {
  const ExportFormat& format = exportFormat(request.format);
  ExportOptions options = request.options;
  checkOptions(format, options);
  options.names = namesOfExport(session, request);
  MergedNetwork network = networkAt(session, session.current);
  const ExportMetadata metadata = metadataOf(session, request.task);
  GraphExport all;
  for (int t = 0; t < network.taskCount(); ++t) {
    const bool wanted = request.task == taskName(t);
    if (!wanted && request.task != "all") continue;
    const torch::Tensor images = checkImages(data, t, network.task(t)->spec());
    if (wanted) return exportOne(format, path, standalone(network, t), metadata, images, t, options, data, work);
    all.images.push_back(images);
    all.tasks.push_back(t);
  }
  if (request.task != "all")
    fail("task '", request.task, "' found, expected all or one of a to ", taskName(network.taskCount() - 1));
  if (!takesGraph(format, options)) return exportMerged(format, path, network, metadata, all.images);
  for (const int t : all.tasks) all.expected.push_back(expectedLogits(network.task(t), all.images[std::size_t(t)], t));
  all.graph = inferenceGraph(network, options.names);
  all.metadata = withNetworkMetadata(metadata, network);
  return writeGraphOf(format, path, all, options, data, work);
}

}  // namespace zipper
