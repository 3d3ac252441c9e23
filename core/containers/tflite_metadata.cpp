// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tflite_metadata.h"

#include "core/containers/zip_archive.h"
#include "core/support/error.h"
#include "tflite_metadata_schema_generated.h"

namespace zipper {

namespace {

constexpr flatbuffers::uoffset_t mostMetadataTables = 10000;
constexpr std::size_t mostAssociatedFiles = 64;
constexpr std::size_t mostPortChannels = 16;

std::vector<float> channelsOf(const flatbuffers::Vector<float>* numbers) {
  if (numbers == nullptr || numbers->size() > mostPortChannels) return {};
  return {numbers->begin(), numbers->end()};
}

TflitePortMetadata portOf(const tflite::TensorMetadata& raw, TfliteBudget& budget) {
  TflitePortMetadata port;
  budget.keep(sizeof port + 2 * mostPortChannels * sizeof(float));
  if (raw.process_units() != nullptr) {
    for (const tflite::ProcessUnit* unit : *raw.process_units()) {
      const auto* const normalization = unit->options_as_NormalizationOptions();
      if (normalization == nullptr) continue;
      port.mean = channelsOf(normalization->mean());
      port.std = channelsOf(normalization->std());
    }
  }
  if (raw.associated_files() == nullptr) return port;
  for (const tflite::AssociatedFile* file : *raw.associated_files()) {
    if (file->type() != tflite::AssociatedFileType::TENSOR_AXIS_LABELS || file->name() == nullptr) continue;
    budget.keep(sizeof(std::string));
    port.labels.push_back(budget.text(file->name()));
  }
  return port;
}

std::vector<TflitePortMetadata> portsOf(const flatbuffers::Vector<flatbuffers::Offset<tflite::TensorMetadata>>* tensors,
                                        TfliteBudget& budget) {
  std::vector<TflitePortMetadata> ports;
  if (tensors == nullptr) return ports;
  for (const tflite::TensorMetadata* tensor : *tensors) ports.push_back(portOf(*tensor, budget));
  return ports;
}

}  // namespace

TfliteMetadata parseTfliteMetadata(const flatbuffers::Vector<std::uint8_t>& bytes, TfliteBudget& budget) {
  budget.keep(bytes.size());
  const std::vector<std::uint8_t> aligned(bytes.begin(), bytes.end());  // wherever they are in the file
  flatbuffers::Verifier verifier(aligned.data(), aligned.size(), 64, mostMetadataTables);
  if (!tflite::VerifyModelMetadataBuffer(verifier)) fail("its metadata are damaged");
  const tflite::ModelMetadata& model = *tflite::GetModelMetadata(aligned.data());
  TfliteMetadata metadata;
  if (model.subgraph_metadata() == nullptr || model.subgraph_metadata()->size() == 0) return metadata;
  const tflite::SubGraphMetadata& graph = *model.subgraph_metadata()->Get(0);
  metadata.inputs = portsOf(graph.input_tensor_metadata(), budget);
  metadata.outputs = portsOf(graph.output_tensor_metadata(), budget);
  return metadata;
}

TfliteFiles readTfliteFiles(const InputFile& file, TfliteBudget& budget) {
  TfliteFiles files;
  try {
    const ZipArchive archive(file);
    for (const ZipEntry& entry : archive.entries()) {
      const bool isTooLarge = entry.size > tfliteFileBytes;
      if ((isTooLarge ? files.tooLarge.size() : files.texts.size()) == mostAssociatedFiles) continue;
      budget.keep(entry.name.size() + (isTooLarge ? 0 : std::size_t(entry.size)));
      if (isTooLarge)
        files.tooLarge.insert(entry.name);
      else
        files.texts[entry.name] = archive.unpacked(entry, tfliteFileBytes);
    }
  } catch (const Error&) {
    return {};  // few models have one, and the bytes that an archive ends with may be weights
  }
  return files;
}

}  // namespace zipper
