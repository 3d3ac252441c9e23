// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torch_script_writer.h"

#include <torch/csrc/jit/passes/freeze_module.h>
#include <torch/csrc/jit/passes/frozen_graph_optimizations.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/script.h>

#include <map>
#include <sstream>

#include "core/exports/export_tolerance.h"
#include "core/exports/torch_script_code.h"
#include "core/models/export_metadata.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/text_ends.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

using torch::jit::Module;

/// Builds script modules that do what the engine's do. Modules that tasks share become one object.
class ScriptBuilder {
 public:
  Module network(MobileNet& network) {
    Module module = create(classOf(network->spec().architecture));
    addUnits(module, network, "");
    if (!network->hidden.empty()) {
      Module hidden = create("Hidden");
      for (std::size_t i = 0; i < network->hidden.size(); ++i)
        hidden.register_module(concat(i + 1), linear("HiddenLayer", network->hidden[i]));
      module.register_module("hidden", hidden);
    }
    if (network->head) module.register_module("head", linear("Head", network->head));
    module.define("def forward(self, x: Tensor) -> Tensor:\n" +
                  scriptOfUnits(network, 0, int(network->units().size())) + scriptOfHead(network));
    return module;
  }

  /// The two parts of forward() of a task's module: see MobileNetImpl::trunk() and branch().
  static void addParts(Module& module, MobileNet& network, int depth) {
    const int end = network->plan().tap(depth) + 1;
    module.define("def trunk(self, x: Tensor) -> Tensor:\n" + scriptOfUnits(network, 0, end) + "  return x\n");
    module.define("def branch(self, x: Tensor) -> Tensor:\n" +
                  scriptOfUnits(network, end, int(network->units().size())) + scriptOfHead(network));
  }

  /// Without forward(): see addForward().
  Module merged(MergedNetwork& merged) {
    Module module = create("MergedNetwork");
    for (int t = 0; t < merged.taskCount(); ++t) {
      const std::string name = taskName(t);
      Module task = network(merged.task(t));
      if (merged.trunk() > 0) addParts(task, merged.task(t), merged.trunk());
      module.register_module(name, task);
      module.define(
          concat("def forward_", name, "(self, x: Tensor) -> Tensor:\n  return self.", name, ".forward(x)\n"));
    }
    return module;
  }

 private:
  static const char* classOf(Architecture architecture) {
    switch (architecture) {
      case Architecture::MobileNetV1:
        break;
      case Architecture::MobileNetV2:
        return "MobileNetV2";
      case Architecture::MobileNetV3Large:
        return "MobileNetV3Large";
      case Architecture::MobileNetV3Small:
        return "MobileNetV3Small";
    }
    return "MobileNetV1";
  }

  Module create(const std::string& name) {
    Module module(c10::QualifiedName("__torch__.zipper." + name), unit_, true);
    module.register_attribute("training", c10::BoolType::get(), false);
    return module;
  }

  static void addParameter(Module& module, const char* name, const torch::Tensor& tensor) {
    module.register_parameter(name, copyOf(tensor).requires_grad_(), false);
  }

  static torch::Tensor copyOf(const torch::Tensor& tensor) {
    return tensor.detach().cpu().clone(torch::MemoryFormat::Contiguous);
  }

  /// The script module of one of the engine's: made when it is met for the first time.
  template <typename Make>
  Module once(const void* original, const char* name, const Make& make) {
    const auto found = made_.find(original);
    if (found != made_.end()) return found->second;
    Module module = create(name);
    make(module);
    made_.emplace(original, module);
    return module;
  }

  Module convolution(torch::nn::Conv2d& conv) {
    return once(conv.get(), "Convolution", [&](Module& module) { addParameter(module, "weight", conv->weight); });
  }

  Module batchNorm(torch::nn::BatchNorm2d& bn) {
    return once(bn.get(), "BatchNorm", [&](Module& module) {
      addParameter(module, "weight", bn->weight);
      addParameter(module, "bias", bn->bias);
      module.register_buffer("running_mean", copyOf(bn->running_mean));
      module.register_buffer("running_var", copyOf(bn->running_var));
    });
  }

  Module linear(const char* name, torch::nn::Linear& layer) {
    Module module = create(name);
    addParameter(module, "weight", layer->weight);
    addParameter(module, "bias", layer->bias);
    return module;
  }

  Module unit(ConvUnitImpl& unit) {
    const auto& options = unit.options();
    if (!options.normalizes)  // where tasks share the bias, they share all of the unit
      return once(unit.bias.unsafeGetTensorImpl(), options.pools ? "SqueezeUnit" : "ExciteUnit", [&](Module& module) {
        module.register_module("conv", convolution(unit.conv));
        addParameter(module, "bias", unit.bias);
        module.define(scriptOfUnit(unit));
      });
    Module module = create(options.depthwise ? "DepthwiseUnit" : options.kernel == 1 ? "PointwiseUnit" : "Stem");
    module.register_module("conv", convolution(unit.conv));
    module.register_module("bn", batchNorm(unit.bn));
    module.define(scriptOfUnit(unit));
    return module;
  }

  /// Registers the units whose names begin with `prefix`, each in the modules that the parts of its name tell.
  void addUnits(Module& module, MobileNet& network, const std::string& prefix) {
    const std::vector<UnitPlan>& units = network->plan().units;
    for (std::size_t i = 0; i < network->units().size(); ++i) {
      if (!beginsWith(units[i].name, prefix)) continue;
      const std::string rest = units[i].name.substr(prefix.size()), part = rest.substr(0, rest.find('.'));
      if (part == rest) {
        module.register_module(part, unit(*network->unit(int(i))));
      } else if (!module.hasattr(part)) {
        Module inner = create(prefix.empty() ? "Layers" : "Layer");
        addUnits(inner, network, prefix + part + ".");
        module.register_module(part, inner);
      }
    }
  }

  std::shared_ptr<torch::jit::CompilationUnit> unit_ = std::make_shared<torch::jit::CompilationUnit>();
  std::map<const void*, Module> made_;
};

/// All tasks at once. Frozen modules get it afterwards: freezing it would copy all weights once more.
void addForward(Module& module, int tasks) {
  std::string arguments, types, results;
  for (int t = 0; t < tasks; ++t) {
    const std::string name = taskName(t), comma = t > 0 ? ", " : "";
    arguments += concat(", ", name, ": Tensor");
    types += comma + "Tensor";
    results += concat(comma, "self.forward_", name, "(", name, ")");
  }
  module.define(concat("def forward(self", arguments, ") -> Tuple[", types, "]:\n  return (", results, ")\n"));
}

/// All tasks of a network with a trunk, from the same images.
void addTrunkForward(Module& module, int tasks) {
  std::string types, results;
  for (int t = 0; t < tasks; ++t) {
    types += t > 0 ? ", Tensor" : "Tensor";
    results += concat(t > 0 ? ", " : "", "self.", taskName(t), ".branch(x)");
  }
  module.define(
      concat("def forward(self, x: Tensor) -> Tuple[", types, "]:\n  x = self.a.trunk(x)\n  return (", results, ")\n"));
}

void save(const fs::path& path, const Module& module, const ExportMetadata& metadata) {
  std::ostringstream bytes;
  module.save(bytes, torch::jit::ExtraFilesMap(metadata.begin(), metadata.end()));
  writeFileAtomically(path, bytes.str());
}

/// As torch::jit::freeze(), which only folds batch normalization in forward().
Module freeze(const Module& module, const std::vector<std::string>& methods) {
  const Module frozen = torch::jit::freeze_module(module, methods);
  for (const std::string& method : methods) {
    auto graph = frozen.get_method(method).graph();
    torch::jit::OptimizeFrozenGraph(graph);
  }
  return frozen;
}

std::vector<std::string> taskMethods(MergedNetwork& network) {
  std::vector<std::string> methods;
  for (int t = 0; t < network.taskCount(); ++t) methods.push_back("forward_" + taskName(t));
  return methods;
}

}  // namespace

void writeMergedTorchScript(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  Module module = ScriptBuilder().merged(network);
  if (network.trunk() > 0)
    addTrunkForward(module, network.taskCount());
  else
    addForward(module, network.taskCount());
  save(path, module, withNetworkMetadata(metadata, network));
}

void writeTaskTorchScript(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  save(path, ScriptBuilder().network(network), withNetworkMetadata(metadata, network));
}

void writeMergedFrozenTorchScript(const fs::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  if (network.trunk() > 0)
    fail(
        "torchscript-frozen: a network with a trunk would hold it once per task; use torchscript or onnx, or write "
        "one task");
  Module module = freeze(ScriptBuilder().merged(network), taskMethods(network));
  addForward(module, network.taskCount());
  save(path, module, withNetworkMetadata(metadata, network));
}

void writeTaskFrozenTorchScript(const fs::path& path, MobileNet& network, const ExportMetadata& metadata) {
  save(path, freeze(ScriptBuilder().network(network), {"forward"}), withNetworkMetadata(metadata, network));
}

std::vector<torch::Tensor> runTorchScript(const fs::path& path, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  const torch::jit::GraphOptimizerEnabledGuard asWritten(false);  // optimizing takes far longer than a single run
  Module module = torch::jit::load(path.string());
  const std::vector<torch::IValue> inputs(images.begin(), images.end());
  const bool oneInput = module.get_method("forward").function().getSchema().arguments().size() == 2;
  const torch::IValue result = oneInput ? torch::IValue() : module.forward(inputs);
  if (oneInput && images.size() == 1) return {module.forward(inputs).toTensor()};
  std::vector<torch::Tensor> logits;
  for (std::size_t t = 0; t < images.size(); ++t) {
    const torch::IValue own = oneInput ? module.forward({inputs[t]}) : result;
    logits.push_back(own.toTupleRef().elements()[t].toTensor());
    const auto alone = module.get_method("forward_" + taskName(int(t)))({images[t]}).toTensor();
    const double difference = (alone - logits.back()).abs().max().item<double>();
    if (!(difference <= maximumExportDifference * logits.back().abs().max().item<double>()))
      fail("forward_", taskName(int(t)), "() and forward() yield different outputs");
  }
  return logits;
}

}  // namespace zipper
