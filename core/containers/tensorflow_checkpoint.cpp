// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tensorflow_checkpoint.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

#include "core/containers/crc32c.h"
#include "core/containers/leveldb_table.h"
#include "core/containers/tensor_bundle.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* expectedIndex = "the index file of a TensorFlow checkpoint";
constexpr std::string_view indexExtension = ".index";
constexpr std::string_view averageSuffix = "/ExponentialMovingAverage";

/// The index file, and what all files of the checkpoint begin with.
struct CheckpointPlace {
  fs::path index;
  std::string prefix;
};

bool isFile(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

CheckpointPlace placeOf(const fs::path& path) {
  const std::string text = path.string();
  if (endsWith(text, indexExtension)) return {path, text.substr(0, text.size() - indexExtension.size())};
  if (!isFile(text)) return {text + std::string(indexExtension), text};
  const std::string extension = path.extension().string();
  const std::string prefix = text.substr(0, text.size() - extension.size());
  const std::string index = prefix + std::string(indexExtension);
  if ((extension == ".meta" || extension.rfind(".data-", 0) == 0) && isFile(index)) return {index, prefix};
  return {path, text};
}

std::string lastComponent(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

/// What TensorFlow's optimizers and batch normalization keep beside the variables, by the last component of the names.
bool belongsToTraining(std::string_view name) {
  static const std::set<std::string> known{
      "RMSProp", "Momentum", "Adam",   "AdaMax",     "Adagrad",     "Adadelta",      "Ftrl",        "GradientDescent",
      "accum",   "momentum", "biased", "local_step", "global_step", "learning_rate", "beta1_power", "beta2_power"};
  std::string last = lastComponent(name);
  if (known.count(last) > 0) return true;
  // Slots of one variable that would have the same name are numbered: "RMSProp", "RMSProp_1".
  last.erase(last.find_last_not_of("0123456789") + 1);
  return endsWith(last, "_") && known.count(last.substr(0, last.size() - 1)) > 0;
}

std::optional<torch::ScalarType> floatType(int bundleType) {
  switch (bundleType) {
    case 1:
      return torch::kFloat;
    case 2:
      return torch::kDouble;
    case 14:
      return torch::kBFloat16;
    case 19:
      return torch::kHalf;
    default:
      return std::nullopt;
  }
}

/// The entries by what is to become of them.
struct Selection {
  std::vector<BundleEntry> wanted;
  std::vector<std::string> training, averages, otherTypes;
};

/// With `useEma`, an average takes the place of the entry whose average it is.
void takeAverages(Selection& selection, const std::vector<BundleEntry>& averages) {
  std::map<std::string, const BundleEntry*> byName;
  for (const auto& average : averages)
    byName[average.name.substr(0, average.name.size() - averageSuffix.size())] = &average;
  for (auto& entry : selection.wanted) {
    const auto found = byName.find(entry.name);
    if (found == byName.end()) continue;
    const std::string name = entry.name;
    entry = *found->second;
    entry.name = name;
    selection.averages.push_back(name);
  }
}

Selection select(const std::vector<BundleEntry>& entries, bool useEma) {
  Selection selection;
  std::vector<BundleEntry> averages;
  for (const auto& entry : entries) {
    const bool isAverage = endsWith(entry.name, averageSuffix);
    const auto base =
        std::string_view(entry.name).substr(0, entry.name.size() - (isAverage ? averageSuffix.size() : 0));
    if (belongsToTraining(base)) {
      selection.training.push_back(lastComponent(base));
    } else if (!floatType(entry.type)) {
      selection.otherTypes.push_back(printable(entry.name) + " (" + bundleTypeName(entry.type) + ")");
    } else {
      (isAverage ? averages : selection.wanted).push_back(entry);
    }
  }
  if (useEma) {
    takeAverages(selection, averages);
  } else {
    for (const auto& average : averages) selection.averages.push_back(average.name);
  }
  return selection;
}

/// The first different ones, comma-separated.
std::string list(const std::vector<std::string>& texts) {
  const std::set<std::string> different(texts.begin(), texts.end());
  std::string line;
  int count = 0;
  for (const auto& text : different) {
    if (++count > 4) return line + ", ...";
    line += (line.empty() ? "" : ", ") + printable(text);
  }
  return line;
}

std::vector<std::string> notesOf(const Selection& selection, bool useEma) {
  std::vector<std::string> notes;
  if (!selection.training.empty())
    notes.push_back(concat(selection.training.size(),
                           selection.training.size() == 1 ? " entry that belongs to the training was ignored: "
                                                          : " entries that belong to the training were ignored: ",
                           list(selection.training)));
  if (!selection.averages.empty() && useEma)
    notes.push_back(concat(selection.averages.size(), selection.averages.size() == 1
                                                          ? " tensor is a moving average (ExponentialMovingAverage)"
                                                          : " tensors are moving averages (ExponentialMovingAverage)"));
  if (!selection.averages.empty() && !useEma)
    notes.push_back(
        concat(selection.averages.size(), selection.averages.size() == 1
                                              ? " moving average (ExponentialMovingAverage) was ignored"
                                              : " moving averages (ExponentialMovingAverage) were ignored"));
  if (useEma && selection.averages.empty()) notes.emplace_back("the checkpoint holds no moving averages");
  if (!selection.otherTypes.empty())
    notes.push_back(concat(selection.otherTypes.size(),
                           selection.otherTypes.size() == 1
                               ? " entry that is no floating-point tensor was ignored: "
                               : " entries that are not floating-point tensors were ignored: ",
                           list(selection.otherTypes)));
  return notes;
}

/// The bytes that the shape takes; Error unless they are those that the entry has.
void checkShape(const BundleEntry& entry) {
  if (entry.sliced) fail("it is partitioned into slices, tensors in one piece were expected");
  const std::int64_t elementBytes = std::int64_t(torch::elementSize(*floatType(entry.type)));
  std::int64_t bytes = elementBytes;
  for (const auto dimension : entry.shape) {
    if (dimension < 0) fail("a dimension is ", dimension);
    if (__builtin_mul_overflow(bytes, dimension, &bytes)) fail("its shape has more than 2^63 bytes");
  }
  if (bytes != entry.size) fail("its shape has ", bytes, " bytes, but ", entry.size, " are stored");
}

torch::Tensor readTensor(const InputFile& shard, const BundleEntry& entry) {
  if (entry.offset < 0 || entry.size < 0 || std::uint64_t(entry.offset) > shard.size() ||
      std::uint64_t(entry.size) > shard.size() - std::uint64_t(entry.offset))
    fail("its ", entry.size, " bytes from byte ", entry.offset, " on reach beyond the end of ", shard.name(), " (",
         shard.size(), " bytes)");
  torch::Tensor tensor = torch::empty(entry.shape, torch::TensorOptions().dtype(*floatType(entry.type)));
  shard.read(std::uint64_t(entry.offset), tensor.data_ptr(), std::size_t(entry.size));
  const std::uint32_t found = maskedCrc32c(crc32c(tensor.data_ptr(), std::size_t(entry.size)));
  if (found != entry.crc)
    fail("checksum ", found, ", ", entry.crc, " was expected; ", shard.name(),
         " is damaged, or does not belong to this index");
  return tensor;
}

/// The data files in one pass each, one open at a time. No two tensors share bytes, so they take no more memory than
/// the files have.
NamedTensors readTensors(const std::vector<BundleEntry>& entries, const CheckpointPlace& place, int shards) {
  NamedTensors tensors(entries.size());
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(entries[a].shard, entries[a].offset, a) < std::tie(entries[b].shard, entries[b].offset, b);
  });
  std::unique_ptr<InputFile> shard;
  std::int64_t opened = -1, end = 0;
  for (const auto i : order) {
    const BundleEntry& entry = entries[i];
    try {
      checkShape(entry);
      if (entry.shard < 0 || entry.shard >= shards) fail("it is in data file ", entry.shard, " of ", shards);
      if (entry.shard != opened) {
        const std::string expected = "the data of the checkpoint " + printable(place.index.string(), 4096);
        shard = std::make_unique<InputFile>(shardName(place.prefix, entry.shard, shards), expected);
        opened = entry.shard;
        end = 0;
      }
      if (entry.offset < end) fail("its bytes from ", entry.offset, " on overlap those of another tensor");
      tensors[i] = {entry.name, readTensor(*shard, entry)};
      end = entry.offset + entry.size;
    } catch (const std::exception&) {
      fail("'", printable(entry.name), "': ", describeCurrentException());
    }
  }
  return tensors;
}

}  // namespace

bool looksLikeTensorFlowCheckpoint(const fs::path& path) {
  const CheckpointPlace place = placeOf(path);
  return isFile(place.index.string()) && looksLikeLevelDbTable(InputFile(place.index, expectedIndex));
}

TensorFile readTensorFlowCheckpoint(const fs::path& path) { return readTensorFlowCheckpoint(path, false); }

TensorFile readTensorFlowCheckpoint(const fs::path& path, bool useEma) {
  const CheckpointPlace place = placeOf(path);
  const InputFile file(place.index, expectedIndex);
  try {
    const BundleIndex index = readBundleIndex(file);
    const Selection selection = select(index.entries, useEma);
    TensorFile result;
    result.notes = notesOf(selection, useEma);
    result.tensors = readTensors(selection.wanted, place, index.shards);
    return result;
  } catch (const Error& error) {
    fail(file.name(), ": ", error.what());
  }
}

}  // namespace zipper
