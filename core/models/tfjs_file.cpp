// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tfjs_file.h"

#include <array>
#include <map>
#include <utility>

#include "core/containers/tfjs_model.h"
#include "core/models/expected_names.h"
#include "core/models/export_metadata.h"
#include "core/models/keras_chain.h"
#include "core/models/keras_graph.h"
#include "core/models/keras_layer_list.h"
#include "core/network/mobilenet_spec.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr double usualKerasEpsilon = 1e-3;  ///< where a layer doesn't say it

/// Of a tensor with another number of axes nothing is changed: its shape will be refused.
torch::Tensor permutedIfMaps(const torch::Tensor& tensor, const std::array<std::int64_t, 4>& axes) {
  return tensor.dim() == 4 ? tensor.permute(axes) : tensor;
}

/// Gives the weights of the layers of an export the keys of our own networks.
class ExportedLayers {
 public:
  explicit ExportedLayers(const TensorFile& file) : file_(file), list_(file.kerasConfig) {
    for (const KerasLayerConfig& layer : list_.layers()) layers_.emplace(layer.name, &layer);
    readTasks();
    readHeads();
  }

  NamedTensors tensors() const {
    NamedTensors result;
    std::map<std::string, std::string> names;
    for (const auto& [name, tensor] : file_.tensors) {
      const auto slash = name.rfind('/');
      const auto layer = layers_.find(name.substr(0, slash));
      if (slash == std::string::npos || layer == layers_.end()) {
        result.emplace_back(name, tensor);
        continue;
      }
      const std::string leaf = name.substr(slash + 1);
      if (isOfNorm(leaf) && addsOnly(*layer->second)) {
        checkIdle(name, leaf, tensor);
        continue;
      }
      result.push_back(keyed(*layer->second, leaf, tensor));
      names.emplace(result.back().first, name);
    }
    checkTopology(names);
    return result;
  }

 private:
  struct Task {
    std::string prefix;  ///< "a."; of the only one empty
    double epsilon = 0;  ///< of its batch normalization
  };

  /// Tasks that share layers use these several times; of them only the order is checked.
  void checkTopology(const std::map<std::string, std::string>& names) const {
    const auto one = file_.metadata.find(exportSpecKey);
    if (one != file_.metadata.end())
      checkKerasChain(list_, specFromJson(one->second), names);
    else
      static_cast<void>(KerasGraph(list_));
  }

  void addTask(const std::string& prefix, const std::string& spec) {
    tasks_.push_back({prefix, specFromJson(spec).bnEpsilon});
  }

  void readTasks() {
    const auto one = file_.metadata.find(exportSpecKey);
    if (one != file_.metadata.end()) return addTask("", one->second);
    const Json specs = parseShallow(file_.metadata.at(exportSpecsKey), 9, "specs of the tasks");
    if (!specs.is_object()) fail("specs of the tasks: not a JSON object with an entry per task");
    for (const auto& entry : specs.items()) addTask(entry.key() + ".", dumpJson(entry.value()));
  }

  /// The last layer of each task is called after the output.
  void readHeads() {
    const Json model = parseShallow(file_.kerasConfig, 64, "configuration of Keras");
    const auto config = model.find("config");
    if (config == model.end() || !config->is_object()) return;
    const auto outputs = config->find("output_layers");
    if (outputs == config->end() || !outputs->is_array()) return;
    for (std::size_t t = 0; t < outputs->size() && t < tasks_.size(); ++t)
      if (const Json& output = (*outputs)[t]; output.is_array() && !output.empty() && output[0].is_string())
        heads_.emplace(output[0].get<std::string>(), tasks_[t].prefix + "head");
  }

  /// The name of the unit whose layer it is. A name that an input or output has, too, ends with "_" in a layer.
  std::string unitOf(const KerasLayerConfig& layer) const {
    if (const auto head = heads_.find(layer.name); head != heads_.end()) return head->second;
    return layer.name.substr(0, layer.name.find_last_not_of('_') + 1);
  }

  double epsilonOf(const std::string& unit) const {
    for (const Task& task : tasks_)
      if (beginsWith(unit, task.prefix)) return task.epsilon;
    return usualKerasEpsilon;
  }

  static bool isOfNorm(const std::string& leaf) { return leaf == "moving_mean" || leaf == "moving_variance"; }

  /// Whether a layer of batch normalization is there for its shift alone, as a bias.
  static bool addsOnly(const KerasLayerConfig& layer) {
    const Json* const scale = layer.at("scale");
    return layer.kind == "BatchNormalization" && scale != nullptr && *scale == Json(false);
  }

  /// A linear layer has no place for statistics.
  static void checkIdle(const std::string& name, const std::string& leaf, const torch::Tensor& tensor) {
    if (!torch::allclose(tensor, torch::full_like(tensor, leaf == "moving_mean" ? 0.0 : 1.0)))
      fail("weight ", inQuotes(name), " isn't ", leaf == "moving_mean" ? "0" : "1",
           " any more, as it is where a network was exported; it was trained since, and can't be read");
  }

  static bool isLinear(const std::string& unit) {
    const std::string dotted = "." + unit + ".";
    return isSqueezeExcite(dotted) || dotted.find(".head.") != std::string::npos ||
           dotted.find(".hidden.") != std::string::npos;
  }

  /// What a weight of a layer is in a network.
  std::pair<std::string, torch::Tensor> keyed(const KerasLayerConfig& layer, const std::string& leaf,
                                              const torch::Tensor& tensor) const {
    const std::string unit = unitOf(layer);
    if (layer.kind == "BatchNormalization" && !addsOnly(layer)) return ofNorm(layer, unit, leaf, tensor);
    const bool isBias = leaf == "bias" || leaf == "beta";
    if (isBias) return {unit + (isLinear(unit) ? ".bias" : ".conv.bias"), tensor};
    if (leaf == "depthwise_kernel") return {unit + ".conv.weight", permutedIfMaps(tensor, {2, 3, 0, 1})};
    if (leaf != "kernel") return {layer.name + "/" + leaf, tensor};
    if (layer.kind != "Dense") return {unit + ".conv.weight", permutedIfMaps(tensor, {3, 2, 0, 1})};
    const std::string key = unit + (isSqueezeExcite("." + unit + ".") ? ".conv.weight" : ".weight");
    return {key, tensor.dim() == 2 ? tensor.t() : tensor};
  }

  std::pair<std::string, torch::Tensor> ofNorm(const KerasLayerConfig& layer, const std::string& unit,
                                               const std::string& leaf, const torch::Tensor& tensor) const {
    if (leaf == "gamma") return {unit + ".bn.weight", tensor};
    if (leaf == "beta") return {unit + ".bn.bias", tensor};
    if (leaf == "moving_mean") return {unit + ".bn.running_mean", tensor};
    if (leaf != "moving_variance") return {layer.name + "/" + leaf, tensor};
    const double shift = layer.number("epsilon").value_or(usualKerasEpsilon) - epsilonOf(unit);
    return {unit + ".bn.running_var", (tensor.to(torch::kDouble) + shift).to(torch::kFloat)};
  }

  const TensorFile& file_;
  KerasLayerList list_;
  std::map<std::string, const KerasLayerConfig*> layers_;
  std::vector<Task> tasks_;
  std::map<std::string, std::string> heads_;  ///< what the last layers are called, and the names of their units
};

}  // namespace

TensorFile readTfjsNetwork(const std::filesystem::path& path) {
  TensorFile file = readTfjs(path);
  if (file.metadata.count(exportSpecKey) == 0 && file.metadata.count(exportSpecsKey) == 0) return file;
  try {
    file.tensors = ExportedLayers(file).tensors();
  } catch (const std::exception&) {
    fail(printable(path.string(), 4096), ": ", printable(describeCurrentException(), 1000));
  }
  file.kerasConfig.clear();  // the metadata say all of it
  return file;
}

}  // namespace zipper
