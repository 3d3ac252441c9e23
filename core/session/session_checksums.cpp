// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session_checksums.h"

#include <ATen/Parallel.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "core/support/files.h"
#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr const char* hashesKey = "zipper.hashes";
constexpr const char* digestKey = "zipper.digest";

/// Over all entries but its own, each with its length, so that none can grow at the cost of the next.
std::string digestOf(const Metadata& metadata) {
  std::string all;
  for (const auto& [key, value] : metadata)
    if (key != digestKey) all += concat(key.size(), ' ', key, ' ', value.size(), ' ', value, '\n');
  return sha256(all.data(), all.size());
}

bool isIntact(const torch::Tensor& tensor, const std::string& hash) {
  if (hash.empty()) return tensor.numel() == 0 || torch::isfinite(tensor).all().item<bool>();
  return sha256(tensor.data_ptr(), std::size_t(tensor.nbytes())) == hash;
}

}  // namespace

void addChecksums(Metadata& metadata, const TensorHashes& hashes) {
  metadata[hashesKey] = dumpJson(hashes);
  metadata[digestKey] = digestOf(metadata);
}

bool hasChecksums(const Metadata& metadata) { return metadata.count(hashesKey) + metadata.count(digestKey) > 0; }

TensorHashes checkedHashes(const Metadata& metadata) {
  const auto digest = metadata.find(digestKey), hashes = metadata.find(hashesKey);
  if (digest == metadata.end() || hashes == metadata.end()) fail("its checksums are missing; the file is damaged");
  if (digest->second != digestOf(metadata))
    fail("its description isn't what its checksum was taken of; the file is damaged, or was changed by hand");
  return parseTexts(hashes->second, "checksums");
}

void checkValues(const NamedTensors& tensors, const TensorHashes& hashes) {
  std::vector<char> damaged(tensors.size(), 0);
  at::parallel_for(0, std::int64_t(tensors.size()), 1, [&](std::int64_t begin, std::int64_t end) {
    for (auto i = std::size_t(begin); i < std::size_t(end); ++i) {
      const auto hash = hashes.find(tensors[i].first);
      damaged[i] = isIntact(tensors[i].second, hash == hashes.end() ? std::string() : hash->second) ? 0 : 1;
    }
  });
  for (std::size_t i = 0; i < tensors.size(); ++i)
    if (damaged[i] != 0)
      fail("key '", printable(tensors[i].first), "' ",
           hashes.empty() ? "holds values that aren't finite" : "isn't what its checksum was taken of",
           "; the file is damaged: take a copy of it, if there is one");
}

}  // namespace zipper
