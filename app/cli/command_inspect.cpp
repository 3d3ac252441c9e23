// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdio>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/override_options.h"
#include "core/models/guesses.h"
#include "core/models/model_file.h"
#include "core/models/naming_schemes.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

std::string shapeOf(const UnitPlan& info) {
  if (info.kind == UnitKind::Head) return concat("[", info.outputChannels, ",", info.inputChannels, "]");
  const int inputs = info.kind == UnitKind::Depthwise ? 1 : info.inputChannels;
  return concat("[", info.outputChannels, ",", inputs, ",", info.kernel, ",", info.kernel, "]");
}

Json toJson(const UnitPlan& info, const std::vector<UnitPlan>& units) {
  Json json{{"layer", info.layer},
            {"kind", toString(info.kind)},
            {"role", info.role()},
            {"name", info.name},
            {"shape", shapeOf(info)},
            {"stride", info.stride},
            {"activation", toString(info.activation)},
            {"input_size", info.inputSize},
            {"output_size", info.outputSize},
            {"parameters", info.parameters},
            {"macs", info.macs}};
  if (info.gated >= 0) json["multiplies"] = units[std::size_t(info.gated)].name;
  if (info.addend >= 0) json["adds"] = units[std::size_t(info.addend)].name;
  return json;
}

void printAsJson(const LoadedModel& model) {
  const MobileNetSpec& spec = model.network->spec();
  const Cost cost = totalCost(spec);
  Json json{{"path", model.source.path},
            {"format", model.source.format},
            {"scheme", model.source.scheme},
            {"sha256", model.source.sha256},
            {"notes", model.source.notes},
            {"guessed", guessesAmong(model.source.notes)},
            {"spec", parseShallow(specToJson(spec), 8, "network spec")},
            {"parameters", cost.parameters},
            {"macs", cost.macs},
            {"layers", Json::array()}};
  const std::vector<UnitPlan> units = unitsOf(spec);
  for (const UnitPlan& info : units) json["layers"].push_back(toJson(info, units));
  printJson(json, 2);
}

std::string listed(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += concat(text.empty() ? "" : " ", number);
  return text;
}

/// Channels that aren't those of the width.
std::string channelsText(const MobileNetSpec& spec) {
  if (!isV3(spec.architecture)) return listed(spec.channels);
  std::string text = concat("stem ", spec.channels.front(), "; expanded, squeezed, put out");
  for (std::size_t i = 1; i + 1 < spec.channels.size(); i += 3)
    text += concat(i == 1 ? " " : ", ", spec.channels[i], " ", spec.channels[i + 1], " ", spec.channels[i + 2]);
  return concat(text, "; last ", spec.channels.back());
}

/// "relu", "hard-swish and relu"
std::string activationsText(const MobileNetSpec& spec) {
  return (hasHardSwish(spec.architecture, spec.minimalistic) ? toString(Activation::HardSwish) + " and " : "") +
         toString(spec.activation);
}

/// What weights don't tell, one line each; which of them are guesses is told below.
void printConventions(const MobileNetSpec& spec) {
  std::string classes = concat(spec.classes);
  if (spec.classes == 0) classes = "none: a backbone; zipper train --from gives it a head";
  if (spec.classOffset > 0) classes += concat(", the first ", spec.classOffset, " of them for no class (background)");
  printLine("  classes     " + classes);
  printLine(concat("  input       ", spec.inputSize, "x", spec.inputSize, ", ", spec.inputChannels,
                   spec.inputChannels == 1 ? " channel" : " channels, ",
                   spec.inputChannels == 1 ? "" : toString(spec.normalization.order)));
  printLine(concat("  normalized  (pixel - ", numbersText(spec.normalization.mean, " "), ") / ",
                   numbersText(spec.normalization.std, " "), ", of pixels from 0 to 1"));
  printLine(concat("  layers      stem stride ", spec.stemStride, ", ", activationsText(spec), ", padding ",
                   toString(spec.padding), ", BN epsilon ", spec.bnEpsilon));
  if (!spec.channels.empty()) printLine("  channels    " + channelsText(spec));
  if (!spec.strides.empty())
    printLine(concat("  strides     of the ", isV3(spec.architecture) ? "blocks " : "rows ", listed(spec.strides)));
  std::string hidden;
  for (const HiddenLayer& layer : spec.hidden)
    hidden += concat(hidden.empty() ? "" : ", ", layer.channels, " (", toString(layer.activation), ")");
  if (!hidden.empty()) printLine("  head        hidden layers " + hidden);
}

void printTable(const LoadedModel& model) {
  const MobileNetSpec& spec = model.network->spec();
  const NamingScheme* scheme = namingScheme(model.source.scheme);
  printLine(model.source.path);
  printLine("  format      " + model.source.format);
  printLine("  names       " + model.source.scheme + (scheme == nullptr ? "" : concat(" (", scheme->title, ")")));
  printLine("  network     " + describe(spec));
  printConventions(spec);
  printLine("  SHA-256     " + model.source.sha256);
  for (const std::string& note : model.source.notes)
    printLine((guessesAmong({note}).empty() ? "  note        " : "  guess       ") + note);
  printLine();
  printLine(
      textOf("%5s  %-9s  %-18s %6s %9s %12s %14s", "layer", "kind", "shape", "stride", "output", "parameters", "MACs"));
  for (const UnitPlan& info : unitsOf(spec))
    printLine(textOf("%5d  %-9s  %-18s %6d %9s %12s %14s", info.layer, info.role().c_str(), shapeOf(info).c_str(),
                     info.stride, concat(info.outputSize, "x", info.outputSize).c_str(),
                     withThousands(info.parameters).c_str(), withThousands(info.macs).c_str()));
  const Cost cost = totalCost(spec);
  printLine(concat("total: ", withThousands(cost.parameters), " trainable parameters, ", withThousands(cost.macs),
                   " MACs for one image"));
}

struct InspectOptions {
  std::string model;
  bool json = false;
  OverrideOptions overrides;
};

int inspect(const InspectOptions& options) {
  const LoadedModel model = loadModel(options.model, options.overrides.parsed());
  if (options.json)
    printAsJson(model);
  else
    printTable(model);
  return 0;
}

}  // namespace

void addInspect(CLI::App& app, Run& run) {
  auto options = std::make_shared<InspectOptions>();
  CLI::App* command = app.add_subcommand("inspect", "Show format, spec, layers, parameters and MACs of a model");
  command->footer(
      "Reads safetensors, PyTorch, TorchScript, ONNX, Keras (.h5, .keras), TensorFlow.js (model.json), TensorFlow "
      "Lite (.tflite) and TensorFlow checkpoints.\n"
      "Example:\n  zipper inspect sample/fashion.safetensors\n"
      "  zipper inspect checkpoint.pth --stem-stride 1 --input-size 32");
  command->add_option("MODEL", options->model, "The model file")->required();
  command->add_flag("--json", options->json, "Print JSON");
  addOverrides(*command, options->overrides);
  command->callback([options, &run] { run = [options] { return inspect(*options); }; });
}

}  // namespace zipper::cli
