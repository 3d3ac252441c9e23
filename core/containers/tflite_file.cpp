// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tflite_file.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "core/containers/tflite_metadata.h"
#include "core/containers/tflite_operators.h"
#include "core/containers/tflite_tensors.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::uint32_t tfliteVersion = 3;
constexpr flatbuffers::uoffset_t deepestTable = 32, mostTables = 100000;
constexpr std::size_t mostPorts = 64;
constexpr std::size_t mostEntries = 256;
constexpr const char* metadataEntry = "TFLITE_METADATA";

class TfliteParser {
 public:
  explicit TfliteParser(const InputFile& file) : file_(file) { load(); }

  TfliteGraph parse() {
    const tflite::Model& model = *tflite::GetModel(bytes_.data_ptr<std::uint8_t>());
    if (model.version() != tfliteVersion)
      fail("has version ", model.version(), " of the format, version ", tfliteVersion, " was expected");
    const tflite::SubGraph& graph = onlySubgraph(model);
    TfliteTensors tensors(model, bytes_, budget_);
    found_.bytes = bytes_.numel();
    found_.description = budget_.text(model.description());
    found_.tensors = tensors.read(graph);
    found_.nodes = readTfliteOperators(model, graph, found_.tensors, budget_);
    const auto names = signatureNames(model);
    found_.inputs = portsOf(graph.inputs(), names, "an input");
    for (const TflitePort& input : found_.inputs) checkSizes(found_.tensors[std::size_t(input.tensor)]);
    found_.outputs = portsOf(graph.outputs(), names, "an output");
    readEntries(model, tensors);
    TfliteFiles files = readTfliteFiles(file_, budget_);
    found_.files = std::move(files.texts);
    found_.largeFiles = std::move(files.tooLarge);
    return std::move(found_);
  }

 private:
  void load() {
    if (file_.size() < 8 || file_.beginning(8).substr(4) != tflite::ModelIdentifier())
      fail("does not begin like a TensorFlow Lite model");
    if (file_.size() > std::uint64_t(std::numeric_limits<std::int32_t>::max()) - 1)
      fail("has ", file_.size(), " bytes, more than a FlatBuffer may have");
    bytes_ = torch::empty({std::int64_t(file_.size())}, torch::kByte);
    file_.read(0, bytes_.data_ptr(), std::size_t(file_.size()));
    flatbuffers::Verifier verifier(bytes_.data_ptr<std::uint8_t>(), std::size_t(file_.size()), deepestTable,
                                   mostTables);
    if (!tflite::VerifyModelBuffer(verifier))
      fail("is damaged or truncated: its FlatBuffer points outside of its ", file_.size(), " bytes");
  }

  static const tflite::SubGraph& onlySubgraph(const tflite::Model& model) {
    const std::size_t count = model.subgraphs() == nullptr ? 0 : model.subgraphs()->size();
    if (count != 1)
      fail("has ", count, " subgraphs, one was expected (others have loops and conditions, or are for training)");
    return *model.subgraphs()->Get(0);
  }

  using NamesOfTensors = std::unordered_map<std::uint32_t, std::string>;

  NamesOfTensors signatureNames(const tflite::Model& model) {
    NamesOfTensors names;
    if (model.signature_defs() == nullptr || model.signature_defs()->size() != 1) return names;
    const tflite::SignatureDef& signature = *model.signature_defs()->Get(0);
    for (const auto* ports : {signature.inputs(), signature.outputs()}) {
      if (ports == nullptr) continue;
      for (const tflite::TensorMap* port : *ports) {
        budget_.keep(sizeof(NamesOfTensors::value_type));
        if (port->name() != nullptr) names[port->tensor_index()] = budget_.text(port->name());
      }
    }
    return names;
  }

  std::vector<TflitePort> portsOf(const flatbuffers::Vector<std::int32_t>* places, const NamesOfTensors& names,
                                  const char* what) {
    std::vector<TflitePort> ports;
    if (places == nullptr) return ports;
    if (places->size() > mostPorts)
      fail("has ", places->size(), " inputs or outputs, at most ", mostPorts, " are read");
    for (const std::int32_t place : *places) {
      if (place < 0 || std::size_t(place) >= found_.tensors.size())
        fail(what, " is tensor ", place, ", but there are ", found_.tensors.size());
      TflitePort port;
      port.tensor = place;
      const auto name = names.find(std::uint32_t(place));
      port.name = name != names.end() ? name->second : found_.tensors[std::size_t(place)].name;
      budget_.keep(sizeof port + port.name.size());
      ports.push_back(port);
    }
    return ports;
  }

  /// Only -1 in a signature leaves a size open.
  static void checkSizes(const TfliteTensor& input) {
    const auto check = [&](std::int64_t size) {
      if (size < 1)
        fail("tensor ", inQuotes(input.name), ": a size of its shape is ", size, ", 1 or more was expected");
    };
    for (std::size_t axis = 0; axis < input.shape.size(); ++axis) {
      const bool isOpen = !input.signature.empty() && input.signature[axis] == -1;
      if (isOpen && input.shape[axis] == -1) continue;
      check(input.shape[axis]);
      if (!isOpen && !input.signature.empty()) check(input.signature[axis]);
    }
  }

  void readEntries(const tflite::Model& model, const TfliteTensors& tensors) {
    if (model.metadata() == nullptr) return;
    if (model.metadata()->size() > mostEntries) fail("has ", model.metadata()->size(), " entries of metadata");
    for (const tflite::Metadata* entry : *model.metadata()) {
      const std::string name = budget_.text(entry->name());
      const auto* const data = tensors.dataOf(entry->buffer());
      if (data == nullptr) continue;
      if (name == metadataEntry)
        addMetadata(parseTfliteMetadata(*data, budget_));
      else
        addText(name, *data);
    }
  }

  void addMetadata(const TfliteMetadata& metadata) {
    const auto apply = [](const std::vector<TflitePortMetadata>& said, std::vector<TflitePort>& ports) {
      for (std::size_t i = 0; i < std::min(said.size(), ports.size()); ++i) {
        ports[i].mean = said[i].mean;
        ports[i].std = said[i].std;
        ports[i].labels = said[i].labels;
      }
    };
    apply(metadata.inputs, found_.inputs);
    apply(metadata.outputs, found_.outputs);
  }

  /// Some writers fill their texts up with zeros. What isn't text is for other programs.
  void addText(const std::string& name, const flatbuffers::Vector<std::uint8_t>& data) {
    budget_.keep(data.size());
    std::string text(data.begin(), data.end());
    text.erase(text.find_last_not_of('\0') + 1);
    const auto isControl = [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    };
    if (std::none_of(text.begin(), text.end(), isControl) && validUtf8(text) == text)
      found_.metadata[name] = std::move(text);
  }

  const InputFile& file_;
  TfliteBudget budget_;
  torch::Tensor bytes_;
  TfliteGraph found_;
};

}  // namespace

TfliteGraph parseTflite(const InputFile& file) { return TfliteParser(file).parse(); }

}  // namespace zipper
