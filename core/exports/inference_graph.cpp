// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/inference_graph.h"

#include <algorithm>
#include <set>

#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

torch::Tensor wide(const torch::Tensor& tensor) { return tensor.detach().cpu().to(torch::kDouble); }

/// Pads as TF SAME puts them, or half the kernel all around: top, left, bottom, right.
std::array<int, 4> zerosAround(const ConvUnitImpl& unit, int inputSize) {
  const int most = unit.options().kernel / 2;
  if (most == 0 || !unit.padsAsymmetrically()) return {most, most, most, most};
  const int before = most - 1 + inputSize % 2;  // see padLikeTensorFlow()
  return {before, before, most, most};
}

class GraphBuilder {
 public:
  GraphBuilder(InferenceGraph& graph, MergedNetwork* merged) : graph_(graph), merged_(merged) {
    if (merged != nullptr) sharing_ = merged->sharing();
  }

  /// The layers that are shared whole, before any task.
  void addTrunk(const std::string& input) {
    prefix_ = "shared.";
    MobileNet& first = merged_->task(0);
    trunkInput_ = addInput(first->spec(), input);
    trunkUnits_ = first->plan().tap(merged_->trunk()) + 1;
    trunkOutput_ = addUnits(first, 0, trunkUnits_, trunkInput_);
  }

  void addTask(MobileNet& network, const std::string& letter, const std::string& input, const std::string& output,
               bool softmax) {
    prefix_ = letter.empty() ? "" : letter + ".";
    GraphTask task{letter, network->spec(), trunkInput_, -1};
    if (trunkInput_ < 0) task.input = addInput(network->spec(), input);
    const int maps =
        addUnits(network, trunkUnits_, int(network->units().size()), trunkInput_ < 0 ? task.input : trunkOutput_);
    task.output = addHead(network, addPool(prefix_ + "pool", maps), softmax);
    graph_.values[std::size_t(task.output)].name = output;
    graph_.tasks.push_back(std::move(task));
  }

 private:
  int addValue(const std::string& name, int channels, int size) {
    graph_.values.push_back({name, channels, size});
    return int(graph_.values.size()) - 1;
  }

  int addInput(const MobileNetSpec& spec, const std::string& name) {
    return addValue(name, spec.inputChannels, spec.inputSize);
  }

  /// One that several tasks share is added by the first.
  int addConstant(const std::string& name, const torch::Tensor& values) {
    auto& all = graph_.constants;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& other) { return other.name == name; });
    if (found != all.end()) return int(found - all.begin());
    all.push_back({name, values.detach().cpu().to(torch::kFloat).clone(torch::MemoryFormat::Contiguous)});
    return int(all.size()) - 1;
  }

  int addNode(GraphNode node, int channels, int size) {
    node.output = addValue(node.name, channels, size);
    graph_.nodes.push_back(std::move(node));
    return graph_.nodes.back().output;
  }

  int addSimple(GraphOp op, const std::string& name, std::vector<int> inputs, int channels, int size) {
    GraphNode node;
    node.op = op;
    node.name = name;
    node.inputs = std::move(inputs);
    return addNode(std::move(node), channels, size);
  }

  int addPool(const std::string& name, int maps) {
    return addSimple(GraphOp::AveragePool, name, {maps}, graph_.values[std::size_t(maps)].channels, 0);
  }

  /// Units first ... end - 1 behind the value `before`.
  int addUnits(MobileNet& network, int first, int end, int before) {
    const std::vector<UnitPlan>& units = network->plan().units;
    std::vector<int> outputs(std::size_t(end) + 1, -1);  // [unit + 1]
    outputs[std::size_t(first)] = before;
    for (int i = first; i < end; ++i) {
      const UnitPlan& unit = units[std::size_t(i)];
      const auto valueOf = [&](int of) { return outputs[std::size_t(of) + 1]; };
      int x = addUnit(*network->unit(i), unit, valueOf(unit.input));
      const auto combine = [&](GraphOp op, const char* name, std::vector<int> inputs) {
        const GraphValue shape = graph_.values[std::size_t(inputs.front())];
        x = addSimple(op, prefix_ + unit.name + name, std::move(inputs), shape.channels, shape.size);
      };
      if (unit.gated >= 0) combine(GraphOp::Multiply, ".multiply", {valueOf(unit.gated), x});
      if (unit.addend >= 0) combine(GraphOp::Add, ".add", {x, valueOf(unit.addend)});
      outputs[std::size_t(i) + 1] = x;
    }
    return outputs.back();
  }

  int addUnit(ConvUnitImpl& unit, const UnitPlan& plan, int x) {
    const auto& options = unit.options();
    GraphNode node;
    node.name = prefix_ + plan.name;
    node.inputs = {options.pools ? addPool(node.name + ".pool", x) : x};
    node.stride = options.stride;
    node.activation = options.activation;
    node.pads = zerosAround(unit, plan.inputSize);
    node.op = options.depthwise ? GraphOp::Depthwise : GraphOp::Convolution;
    addWeights(node, unit, plan);
    const bool isVector = !plan.normalizes();
    if (isVector) node.op = GraphOp::Linear;
    return addNode(std::move(node), options.outputChannels, isVector ? 0 : plan.outputSize);
  }

  void addWeights(GraphNode& node, ConvUnitImpl& unit, const UnitPlan& plan) {
    const Shared shared = sharing_.of(plan);
    const std::string own = prefix_ + plan.name, owner = shared == Shared::Nothing ? own : "shared." + plan.name;
    if (!plan.normalizes()) {
      node.weight = addConstant(owner + ".weight", unit.conv->weight.flatten(1));
      node.bias = addConstant((shared == Shared::Whole ? owner : own) + ".bias", unit.bias);
      return;
    }
    // The module's own epsilon: a shared one has that of the task that it came from.
    const auto scale = wide(unit.bn->weight) / torch::sqrt(wide(unit.bn->running_var) + unit.bn->options.eps());
    const auto shift = wide(unit.bn->bias) - wide(unit.bn->running_mean) * scale;
    if (shared == Shared::Weights) {
      node.weight = addConstant(owner + ".weight", unit.conv->weight);
      node.factor = addConstant(own + ".factor", scale);
      node.bias = addConstant(own + ".bias", shift);
      return;
    }
    node.weight = addConstant(owner + ".weight", wide(unit.conv->weight) * scale.view({-1, 1, 1, 1}));
    node.bias = addConstant(owner + ".bias", shift);
  }

  int addHead(MobileNet& network, int features, bool softmax) {
    std::vector<torch::nn::Linear> layers = network->headLayers();
    int x = features;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      const UnitPlan& unit = network->plan().units[network->units().size() + i];
      GraphNode node;
      node.op = GraphOp::Linear;
      node.name = prefix_ + unit.name;
      node.inputs = {x};
      node.activation = unit.activation;
      node.weight = addConstant(node.name + ".weight", layers[i]->weight);
      node.bias = addConstant(node.name + ".bias", layers[i]->bias);
      x = addNode(std::move(node), unit.outputChannels, 0);
    }
    if (!softmax || layers.empty()) return x;
    return addSimple(GraphOp::Softmax, prefix_ + "softmax", {x}, graph_.values[std::size_t(x)].channels, 0);
  }

  InferenceGraph& graph_;
  MergedNetwork* merged_;
  Sharing sharing_;
  std::string prefix_;
  int trunkInput_ = -1, trunkOutput_ = -1;  ///< -1: each task has a path of its own
  int trunkUnits_ = 0;                      ///< which the tasks' own paths leave out
};

void checkNames(const std::vector<std::string>& names, std::size_t expected, const char* what,
                std::set<std::string>& used) {
  if (names.size() != expected)
    fail(counted(std::int64_t(names.size()), "name", "names"), " of ", what, " found, ", expected, " expected");
  for (const std::string& name : names) {
    const bool fine = !name.empty() && name.size() <= 100 && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
             c == '-';
    });
    if (!fine)
      fail("'", printable(name, 100), "' can't be the name of one of the ", what,
           ": 1 to 100 letters, digits, '_', '.' and '-' are expected");
    if (!used.insert(name).second) fail("'", name, "' is the name of two inputs or outputs");
  }
}

/// "image", or "image_a", "image_b", ...
std::vector<std::string> usualNames(const std::string& stem, std::size_t count, bool letters) {
  std::vector<std::string> names;
  for (std::size_t t = 0; t < count; ++t) names.push_back(letters ? stem + "_" + taskName(int(t)) : stem);
  return names;
}

}  // namespace

GraphNames completedNames(GraphNames names, std::size_t inputs, const std::vector<bool>& heads, bool letters) {
  if (names.inputs.empty()) names.inputs = usualNames("image", inputs, letters && inputs > 1);
  if (names.outputs.empty())
    for (std::size_t t = 0; t < heads.size(); ++t) {
      const char* stem = !heads[t] ? "features" : names.softmax ? "probabilities" : "logits";
      names.outputs.push_back(letters ? concat(stem, "_", taskName(int(t))) : stem);
    }
  std::set<std::string> used;
  checkNames(names.inputs, inputs, "inputs", used);
  checkNames(names.outputs, heads.size(), "outputs", used);
  return names;
}

InferenceGraph inferenceGraph(MergedNetwork& network, const GraphNames& names) {
  torch::NoGradGuard noGrad;
  InferenceGraph graph;
  GraphBuilder builder(graph, &network);
  std::vector<bool> heads;
  for (int t = 0; t < network.taskCount(); ++t) heads.push_back(bool(network.task(t)->head));
  const bool hasTrunk = network.trunk() > 0;
  const GraphNames all = completedNames(names, hasTrunk ? 1 : heads.size(), heads, true);
  if (hasTrunk) builder.addTrunk(all.inputs.front());
  for (int t = 0; t < network.taskCount(); ++t)
    builder.addTask(network.task(t), taskName(t), all.inputs[hasTrunk ? 0 : std::size_t(t)],
                    all.outputs[std::size_t(t)], all.softmax);
  return graph;
}

InferenceGraph inferenceGraph(MobileNet& network, const GraphNames& names) {
  torch::NoGradGuard noGrad;
  InferenceGraph graph;
  const GraphNames all = completedNames(names, 1, {bool(network->head)}, false);
  GraphBuilder(graph, nullptr).addTask(network, "", all.inputs.front(), all.outputs.front(), all.softmax);
  return graph;
}

std::int64_t bytesOfConstants(const InferenceGraph& graph) {
  std::int64_t bytes = 0;
  for (const GraphConstant& constant : graph.constants) bytes += constant.values.numel() * 4;
  return bytes;
}

}  // namespace zipper
