// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

namespace zipper {

class MergedNetwork;
class MobileNet;

/// What goes into an exported file besides the network.
using ExportMetadata = std::map<std::string, std::string>;

/// Keys under which exported files hold what their tensors don't tell.
inline constexpr const char* exportSpecKey = "zipper.spec";             ///< one task: specToJson()
inline constexpr const char* exportSpecsKey = "zipper.specs";           ///< several: {"a": spec, "b": spec}
inline constexpr const char* exportMergedKey = "zipper.merged_layers";  ///< [1,2,13]
inline constexpr const char* exportTrunkKey = "zipper.trunk";           ///< MergedNetwork::trunk(); not there: 0
inline constexpr const char* exportBnKey = "zipper.bn";                 ///< toString(BnPolicy)
inline constexpr const char* exportTaskNamesKey = "zipper.task_names";  ///< for people: ["cats", "dogs"]
inline constexpr const char* exportProducerKey = "zipper.producer";     ///< program and version

/// The metadata with what belongs to the network. Error if a class name is not UTF-8.
ExportMetadata withNetworkMetadata(const ExportMetadata& metadata, MobileNet& network);
ExportMetadata withNetworkMetadata(const ExportMetadata& metadata, MergedNetwork& network);

/// A network of the metadata's specs with nothing in it yet: the reverse. Error if the keys are missing.
MobileNet networkOfMetadata(const ExportMetadata& metadata);
MergedNetwork mergedNetworkOfMetadata(const ExportMetadata& metadata);

}  // namespace zipper
