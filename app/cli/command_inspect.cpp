#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/formats/model_file.h"
#include "core/formats/naming_schemes.h"
#include "core/network/layer_table.h"
#include "core/support/error.h"

namespace zipper::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string shapeOf(const LayerInfo& info) {
  if (info.kind == LayerKind::Head) return concat("[", info.outputChannels, ",", info.inputChannels, "]");
  const int inputs = info.kind == LayerKind::Depthwise ? 1 : info.inputChannels;
  return concat("[", info.outputChannels, ",", inputs, ",", info.kernel, ",", info.kernel, "]");
}

Json toJson(const LayerInfo& info) {
  return {{"layer", info.layer},
          {"kind", toString(info.kind)},
          {"name", info.name},
          {"shape", shapeOf(info)},
          {"stride", info.stride},
          {"input_size", info.inputSize},
          {"output_size", info.outputSize},
          {"parameters", info.parameters},
          {"macs", info.macs}};
}

void printJson(const LoadedModel& model) {
  const MobileNetSpec& spec = model.network->spec();
  const Cost cost = totalCost(spec);
  Json json{{"path", model.source.path},     {"format", model.source.format},
            {"scheme", model.source.scheme}, {"sha256", model.source.sha256},
            {"notes", model.source.notes},   {"spec", Json::parse(specToJson(spec))},
            {"parameters", cost.parameters}, {"macs", cost.macs},
            {"layers", Json::array()}};
  for (const LayerInfo& info : layerTable(spec)) json["layers"].push_back(toJson(info));
  std::cout << json.dump(2) << std::endl;
}

std::string listText(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) text += concat(text.empty() ? "" : " ", value);
  return text;
}

/// What weights don't tell, one line each; which of them are guesses is in the notes.
void printConventions(const MobileNetSpec& spec) {
  std::string classes = concat(spec.classes);
  if (spec.classes == 0) classes = "none: a backbone; zipper train --from gives it a head";
  if (spec.classOffset > 0) classes += concat(", the first ", spec.classOffset, " of them for no class (background)");
  std::cout << "  classes     " << classes << "\n  input       " << spec.inputSize << "x" << spec.inputSize << ", "
            << spec.inputChannels << (spec.inputChannels == 1 ? " channel" : " channels, ")
            << (spec.inputChannels == 1 ? "" : toString(spec.normalization.order)) << "\n  normalized  (pixel - "
            << listText(spec.normalization.mean) << ") / " << listText(spec.normalization.std)
            << ", of pixels from 0 to 1\n  layers      stem stride " << spec.stemStride << ", "
            << toString(spec.activation) << ", padding " << toString(spec.padding) << ", BN epsilon " << spec.bnEpsilon
            << "\n";
}

void printTable(const LoadedModel& model) {
  const MobileNetSpec& spec = model.network->spec();
  const NamingScheme* scheme = namingScheme(model.source.scheme);
  std::cout << model.source.path << "\n  format      " << model.source.format << "\n  names       "
            << model.source.scheme << (scheme == nullptr ? "" : concat(" (", scheme->title, ")")) << "\n  network     "
            << describe(spec) << "\n";
  printConventions(spec);
  std::cout << "  SHA-256     " << model.source.sha256 << "\n";
  for (const std::string& note : model.source.notes) std::cout << "  note        " << note << "\n";
  std::printf("\n%5s  %-9s  %-18s %6s %9s %12s %14s\n", "layer", "kind", "shape", "stride", "output", "parameters",
              "MACs");
  for (const LayerInfo& info : layerTable(spec))
    std::printf("%5d  %-9s  %-18s %6d %9s %12s %14s\n", info.layer, toString(info.kind).c_str(), shapeOf(info).c_str(),
                info.stride, concat(info.outputSize, "x", info.outputSize).c_str(),
                groupedText(info.parameters).c_str(), groupedText(info.macs).c_str());
  const Cost cost = totalCost(spec);
  std::printf("total: %s trainable parameters, %s MACs for one image\n", groupedText(cost.parameters).c_str(),
              groupedText(cost.macs).c_str());
}

struct InspectOptions {
  std::string model;
  bool json = false;
  SpecOverrides overrides;
  std::optional<std::string> activation, padding, channelOrder;
};

void addOverrides(CLI::App& command, InspectOptions& options) {
  SpecOverrides& overrides = options.overrides;
  const char* group = "What the file doesn't tell, or tells wrong";
  command.add_option("--input-size", overrides.inputSize, "Height and width of the input")->group(group);
  command.add_option("--stem-stride", overrides.stemStride, "1 or 2")->group(group);
  command.add_option("--activation", options.activation, "relu or relu6")->group(group);
  command.add_option("--padding", options.padding, "pad-1 or same (TensorFlow)")->group(group);
  command.add_option("--bn-epsilon", overrides.bnEpsilon, "Epsilon of batch normalization")->group(group);
  command.add_option("--class-offset", overrides.classOffset, "Number of the first output that is a class of the data")
      ->group(group);
  command.add_option("--mean", overrides.mean, "Subtracted from pixels in [0,1]: one number, or one per channel")
      ->delimiter(',')
      ->group(group);
  command.add_option("--std", overrides.std, "By which they are divided then")->delimiter(',')->group(group);
  command.add_option("--channel-order", options.channelOrder, "rgb or bgr")->group(group);
  command.add_flag("--ema", overrides.useEma, "The moving averages of the weights in a checkpoint")->group(group);
  command.add_option("--part", overrides.part, "Which of several networks: what its names begin with, or its task")
      ->group(group);
}

int inspect(InspectOptions options) {
  SpecOverrides& overrides = options.overrides;
  if (options.activation) overrides.activation = activationFromString(*options.activation);
  if (options.padding) overrides.padding = paddingFromString(*options.padding);
  if (options.channelOrder) overrides.channelOrder = channelOrderFromString(*options.channelOrder);
  const LoadedModel model = loadModel(options.model, overrides);
  if (options.json)
    printJson(model);
  else
    printTable(model);
  return 0;
}

}  // namespace

void addInspect(CLI::App& app, Run& run) {
  auto options = std::make_shared<InspectOptions>();
  CLI::App* command = app.add_subcommand("inspect", "Show format, spec, layers, parameters and MACs of a model");
  command->footer(
      "Reads safetensors, PyTorch, TorchScript, ONNX, Keras h5 and TensorFlow checkpoints.\n"
      "Example:\n  zipper inspect sample/fashion.safetensors\n"
      "  zipper inspect checkpoint.pth --stem-stride 1 --input-size 32");
  command->add_option("MODEL", options->model, "The model file")->required();
  command->add_flag("--json", options->json, "Print JSON");
  addOverrides(*command, *options);
  command->callback([options, &run] { run = [options] { return inspect(*options); }; });
}

}  // namespace zipper::cli
