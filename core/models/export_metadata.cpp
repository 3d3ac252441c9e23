// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/export_metadata.h"

#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/support/version.h"

namespace zipper {

namespace {

std::string producer() { return concat("Zipper Workbench ", version); }

Json specsToJson(MergedNetwork& network) {
  Json specs;
  for (int t = 0; t < network.taskCount(); ++t)
    specs[taskName(t)] = parseShallow(specToJson(network.task(t)->spec()), 8, "network spec");
  return specs;
}

const std::string& entry(const ExportMetadata& metadata, const char* key) {
  const auto found = metadata.find(key);
  if (found == metadata.end()) fail("its metadata has no '", key, "'");
  return found->second;
}

}  // namespace

ExportMetadata withNetworkMetadata(const ExportMetadata& metadata, MobileNet& network) {
  ExportMetadata all = metadata;
  all[exportSpecKey] = specToJson(network->spec());
  all[exportProducerKey] = producer();
  return all;
}

ExportMetadata withNetworkMetadata(const ExportMetadata& metadata, MergedNetwork& network) {
  ExportMetadata all = metadata;
  all[exportSpecsKey] = dumpJson(specsToJson(network));
  all[exportMergedKey] = dumpJson(network.mergedLayers());
  all[exportBnKey] = toString(network.policy());
  if (network.trunk() > 0) all[exportTrunkKey] = concat(network.trunk());
  all[exportProducerKey] = producer();
  return all;
}

MobileNet networkOfMetadata(const ExportMetadata& metadata) {
  MobileNet network(specFromJson(entry(metadata, exportSpecKey)));
  network->eval();
  return network;
}

MergedNetwork mergedNetworkOfMetadata(const ExportMetadata& metadata) {
  std::vector<MobileNet> tasks;
  const Json specs = parseShallow(entry(metadata, exportSpecsKey), 9, exportSpecsKey);
  for (const auto& spec : specs) tasks.emplace_back(specFromJson(dumpJson(spec)));
  MergedNetwork network(tasks, bnPolicyFromString(entry(metadata, exportBnKey)));
  for (const int layer : parseIntegers(entry(metadata, exportMergedKey), exportMergedKey)) network.merge(layer);
  if (metadata.count(exportTrunkKey) > 0)
    network.shareTrunk(parseIntegers(concat('[', metadata.at(exportTrunkKey), ']'), exportTrunkKey).at(0));
  network.train(false);
  return network;
}

}  // namespace zipper
