// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/safetensors.h"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/containers/input_file.h"
#include "core/containers/safetensors_header.h"
#include "core/containers/safetensors_json.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"

// Numbers go from the file into memory as they are.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "safetensors files are little-endian");

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uint64_t prefixBytes = 8;
constexpr const char* expectedSafetensors = "a safetensors file";

std::uint64_t headerLengthOf(const InputFile& file) {
  if (file.size() < prefixBytes)
    fail(file.name(), ": has ", file.size(),
         " bytes; a safetensors file begins with the 8 bytes of its header's length");
  std::uint64_t length = 0;
  file.read(0, &length, sizeof length);
  if (length > maximumSafetensorsHeader)
    fail(file.name(), ": header of ", length, " bytes, at most ", maximumSafetensorsHeader,
         " were expected; this is no safetensors file, or a damaged one");
  if (length > file.size() - prefixBytes)
    fail(file.name(), ": header of ", length, " bytes, but only ", file.size() - prefixBytes,
         " follow; the file is truncated");
  return length;
}

SafetensorsHeader readHeader(const InputFile& file, std::uint64_t& dataStart,
                             const std::function<void(const SafetensorsHeader&)>& check = {}) {
  const std::uint64_t length = headerLengthOf(file);
  std::string json(std::size_t(length), '\0');
  file.read(prefixBytes, json.data(), json.size());
  if (json.empty() || json[0] != '{') fail(file.name(), ": header: '{' was expected at its first byte");
  dataStart = prefixBytes + length;
  try {
    SafetensorsHeader header = parseSafetensorsHeader(json, file.size() - dataStart);
    if (check) check(header);
    return header;
  } catch (const Error& error) {
    fail(file.name(), ": ", error.what());
  }
}

/// A sparse file of any size takes no room on the disk.
void checkMemory(const InputFile& file, std::uint64_t bytes) {
  const auto memory = std::uint64_t(::sysconf(_SC_PHYS_PAGES)) * std::uint64_t(::sysconf(_SC_PAGESIZE));
  if (bytes > memory)
    fail(file.name(), ": its tensors have ", bytes, " bytes, this machine's memory ", memory,
         "; it can't be read here");
}

torch::Tensor allocate(const InputFile& file, const SafetensorsEntry& entry) {
  try {
    return torch::empty(entry.shape, torch::TensorOptions().dtype(entry.type));
  } catch (const std::exception&) {
    fail(file.name(), ": ", printable(entry.name), ": no memory for its ", entry.end - entry.begin, " bytes");
  }
}

torch::Tensor readTensor(const InputFile& file, const SafetensorsEntry& entry, std::uint64_t dataStart) {
  torch::Tensor tensor = allocate(file, entry);
  const auto bytes = std::size_t(entry.end - entry.begin);
  auto* data = static_cast<unsigned char*>(tensor.data_ptr());
  file.read(dataStart + entry.begin, data, bytes);
  // Other bytes in a C++ bool are undefined behaviour wherever they are used.
  if (entry.type == torch::kBool && std::any_of(data, data + bytes, [](unsigned char value) { return value > 1; }))
    fail(file.name(), ": ", printable(entry.name), ": a BOOL is neither 0 nor 1");
  return tensor;
}

std::string jsonString(const fs::path& path, const std::string& text) {
  try {
    return nlohmann::json(text).dump();  // foreign text: what isn't UTF-8 is refused
  } catch (const nlohmann::json::exception&) {
    fail(printable(path.string(), 4096), ": can't be written: '", printable(text), "' is not UTF-8");
  }
}

void checkWritable(const fs::path& path, const std::string& name, const torch::Tensor& tensor) {
  const std::string start = concat(printable(path.string(), 4096), ": can't be written: ", printable(name));
  if (name == safetensorsMetadataKey) fail(start, ": this name is reserved");
  if (!tensor.defined()) fail(start, ": is undefined");
  if (tensor.layout() != torch::kStrided) fail(start, ": is not a dense tensor");
  if (safetensorsTypeName(tensor.scalar_type()).empty())
    fail(start, ": safetensors has no type for ", torch::toString(tensor.scalar_type()));
}

/// The header of the tensors, padded so that the data begins at a multiple of 8 bytes.
std::string headerText(const fs::path& path, const NamedTensors& tensors,
                       const std::map<std::string, std::string>& metadata) {
  std::string text = "{";
  if (!metadata.empty()) {
    std::string entries;
    for (const auto& [key, value] : metadata)
      entries += concat(entries.empty() ? "" : ",", jsonString(path, key), ":", jsonString(path, value));
    text += concat('"', safetensorsMetadataKey, "\":{", entries, '}');
  }
  std::unordered_set<std::string> names;
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : tensors) {
    checkWritable(path, name, tensor);
    if (!names.insert(name).second)
      fail(printable(path.string(), 4096), ": can't be written: ", printable(name), ": two tensors have this name");
    const std::uint64_t end = offset + std::uint64_t(tensor.numel()) * tensor.element_size();
    text += concat(text.size() > 1 ? "," : "", jsonString(path, name), ":{\"dtype\":\"",
                   safetensorsTypeName(tensor.scalar_type()), "\",\"shape\":", dumpJson(tensor.sizes().vec()),
                   ",\"data_offsets\":[", offset, ',', end, "]}");
    offset = end;
  }
  text += '}';
  text.append((prefixBytes - text.size() % prefixBytes) % prefixBytes, ' ');
  if (text.size() > maximumSafetensorsHeader)
    fail(printable(path.string(), 4096), ": can't be written: its header would have ", text.size(), " bytes, at most ",
         maximumSafetensorsHeader, " are allowed");
  return text;
}

}  // namespace

bool looksLikeSafetensors(const fs::path& path) {
  const std::string start = InputFile(path, expectedSafetensors).beginning(prefixBytes + 1);
  if (start.size() <= prefixBytes) return false;
  std::uint64_t length = 0;
  std::memcpy(&length, start.data(), sizeof length);
  return length >= 2 && length <= maximumSafetensorsHeader && start[prefixBytes] == '{';
}

TensorFile readSafetensors(const fs::path& path) { return readSafetensors(path, {}); }

TensorFile readSafetensors(const fs::path& path, const std::function<void(const SafetensorsHeader&)>& check) {
  const InputFile file(path, expectedSafetensors);
  std::uint64_t dataStart = 0;
  SafetensorsHeader header = readHeader(file, dataStart, check);
  checkMemory(file, file.size() - dataStart);
  TensorFile result;
  result.metadata = std::move(header.metadata);
  result.tensors.reserve(header.entries.size());
  for (const auto& entry : header.entries) result.tensors.emplace_back(entry.name, readTensor(file, entry, dataStart));
  return result;
}

std::map<std::string, std::string> readSafetensorsMetadata(const fs::path& path) {
  const InputFile file(path, expectedSafetensors);
  std::uint64_t dataStart = 0;
  return readHeader(file, dataStart).metadata;
}

void writeSafetensors(const fs::path& path, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata) {
  const std::string header = headerText(path, tensors, metadata);
  const std::uint64_t length = header.size();
  writeFileAtomically(path, [&](FileWriter& writer) {
    writer.write(&length, sizeof length);
    writer.write(header);
    for (const auto& [name, tensor] : tensors) {
      const torch::Tensor values = tensor.detach().cpu().contiguous().resolve_neg();
      writer.write(values.data_ptr(), std::size_t(values.nbytes()));
    }
  });
}

}  // namespace zipper
