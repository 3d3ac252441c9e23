// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_run.h"

#include <map>
#include <string>
#include <utility>

#include "core/containers/tfjs_model.h"
#include "core/exports/tfjs_run_layers.h"
#include "core/models/keras_layer_list.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// A layer by its name and which of its applications.
using KerasPlace = std::pair<std::string, std::size_t>;

/// ["conv",0,0] or, of what a layer reads, ["conv",0,0,{}].
KerasPlace placeOfOutput(const Json& json) {
  if (!json.is_array() || json.size() < 3 || !json[0].is_string() || !json[1].is_number_unsigned() ||
      json[2] != Json(0))
    fail("its configuration refers to ", shownJson(json), "; a list of a layer, a number and 0 was expected");
  return {json[0].get<std::string>(), std::size_t(parseIntegers(dumpJson(Json::array({json[1]})), "inbound_nodes")[0])};
}

std::vector<KerasPlace> placesOf(const Json& list) {
  std::vector<KerasPlace> places;
  for (const Json& one : list) places.push_back(placeOfOutput(one));
  return places;
}

/// A functional model and how it is computed.
class KerasModelRun {
 public:
  explicit KerasModelRun(const TensorFile& file) : list_(file.kerasConfig) {
    const Json model = parseShallow(file.kerasConfig, 64, "configuration of Keras");
    JsonReader reader(model, "configuration of Keras");
    JsonReader config(reader.need("config"), "configuration of Keras");
    inputs_ = placesOf(config.needArray("input_layers"));
    outputs_ = placesOf(config.needArray("output_layers"));
    for (const auto& [name, tensor] : file.tensors) {
      const auto slash = name.rfind('/');
      if (slash != std::string::npos) weights_[name.substr(0, slash)][name.substr(slash + 1)] = tensor;
    }
    readSteps();
  }

  std::size_t inputs() const { return inputs_.size(); }
  std::size_t outputs() const { return outputs_.size(); }

  /// `images`: [N,H,W,C] per input.
  std::vector<torch::Tensor> run(const std::vector<torch::Tensor>& images) {
    values_.clear();
    readers_ = readersOfAll_;
    for (std::size_t i = 0; i < inputs_.size(); ++i) values_[inputs_[i]] = images[i];
    std::vector<const Step*> left;
    for (const Step& step : steps_) left.push_back(&step);
    while (!left.empty()) {
      std::vector<const Step*> later;
      for (const Step* step : left)
        if (!compute(*step)) later.push_back(step);
      if (later.size() == left.size())
        fail("layer ", inQuotes(left.front()->layer->name), " reads what no layer puts out");
      left = std::move(later);
    }
    std::vector<torch::Tensor> results;
    for (const KerasPlace& output : outputs_) results.push_back(values_.at(output));
    return results;
  }

 private:
  /// One application of a layer.
  struct Step {
    const KerasLayerConfig* layer = nullptr;
    KerasPlace output;
    std::vector<KerasPlace> inputs;
  };

  void readSteps() {
    for (const KerasLayerConfig& layer : list_.layers()) {
      if (layer.kind == "InputLayer" || layer.nodes == nullptr) continue;
      std::size_t number = 0;
      for (const Json& node : *layer.nodes) {
        steps_.push_back({&layer, {layer.name, number++}, placesOf(node)});
        for (const KerasPlace& input : steps_.back().inputs) ++readersOfAll_[input];
      }
    }
    for (const KerasPlace& output : outputs_) ++readersOfAll_[output];
  }

  /// Whether its inputs were there. Maps that nobody reads any more are let go.
  bool compute(const Step& step) {
    std::vector<torch::Tensor> inputs;
    for (const KerasPlace& input : step.inputs) {
      const auto found = values_.find(input);
      if (found == values_.end()) return false;
      inputs.push_back(found->second);
    }
    values_[step.output] = outputOfLayer(*step.layer, weights_[step.layer->name], inputs);
    for (const KerasPlace& input : step.inputs)
      if (--readers_[input] == 0) values_.erase(input);
    return true;
  }

  KerasLayerList list_;
  std::vector<KerasPlace> inputs_, outputs_;
  std::map<std::string, std::map<std::string, torch::Tensor>> weights_;  ///< of each layer
  std::vector<Step> steps_;
  std::map<KerasPlace, torch::Tensor> values_;
  std::map<KerasPlace, int> readersOfAll_, readers_;  ///< before a run, and in it: those that are left
};

std::vector<torch::Tensor> outputsOfTasks(KerasModelRun& model, const std::vector<torch::Tensor>& images) {
  if (model.inputs() != 1 && model.inputs() != images.size())
    fail("has ", model.inputs(), " inputs, but there are ", images.size(), " batches of images");
  if (model.outputs() != images.size())
    fail("has ", model.outputs(), " outputs, but there are ", images.size(), " batches of images");
  std::vector<torch::Tensor> maps;
  for (const torch::Tensor& batch : images) maps.push_back(batch.permute({0, 2, 3, 1}));
  if (model.inputs() == images.size()) return model.run(maps);
  std::vector<torch::Tensor> results;
  for (std::size_t t = 0; t < maps.size(); ++t) results.push_back(model.run({maps[t]})[t]);
  return results;
}

}  // namespace

std::vector<torch::Tensor> runTfjs(const std::filesystem::path& path, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  try {
    const TensorFile file = readTfjs(path);
    KerasModelRun model(file);
    return outputsOfTasks(model, images);
  } catch (const std::exception&) {
    const std::string name = printable(path.string(), 4096), message = describeCurrentException();
    fail(message.rfind(name, 0) == 0 ? message : concat(name, ": ", printable(message, 1000)));
  }
}

}  // namespace zipper
