#include "core/formats/export_formats.h"

#include <nlohmann/json.hpp>

#include "core/formats/model_file.h"
#include "core/formats/safetensors.h"
#include "core/network/merged_network.h"
#include "core/support/error.h"

namespace zipper {

namespace {

void writeMergedSafetensors(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata) {
  nlohmann::ordered_json specs;
  for (int t = 0; t < network.taskCount(); ++t)
    specs[taskName(t)] = nlohmann::ordered_json::parse(specToJson(network.task(t)->spec()));
  ExportMetadata all = metadata;
  all["format"] = "pt";
  all["zipper.specs"] = specs.dump();
  all["zipper.merged_layers"] = nlohmann::json(network.mergedLayers()).dump();
  all["zipper.bn"] = toString(network.policy());
  writeSafetensors(path, network.state(), all);
}

}  // namespace

const std::vector<ExportFormat>& exportFormats() {
  static const std::vector<ExportFormat> formats{
      {"safetensors", "safetensors", "safetensors", &writeMergedSafetensors, &saveModel}};
  return formats;
}

const ExportFormat& exportFormat(const std::string& name) {
  std::string known;
  for (const ExportFormat& format : exportFormats()) {
    if (format.name == name) return format;
    known += (known.empty() ? "" : ", ") + format.name;
  }
  fail("export format '", name, "' found, expected one of ", known);
}

}  // namespace zipper
