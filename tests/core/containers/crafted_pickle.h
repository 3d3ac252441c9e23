// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "crafted_bytes.h"

namespace zipper::test {

/// Pieces of pickles, and ZIP archives around them, byte by byte.

inline std::string pickled(const std::string& body) { return "\x80\x02" + body + "."; }
inline std::string pickledText(const std::string& text) { return "X" + littleEndian(text.size(), 4) + text; }
inline std::string pickledInteger(std::int64_t value) { return "\x8a\x08" + littleEndian(std::uint64_t(value), 8); }
inline std::string pickledGlobal(const std::string& module, const std::string& name) {
  return "c" + module + "\n" + name + "\n";
}
inline std::string pickledTuple(const std::vector<std::int64_t>& values) {
  std::string text = "(";
  for (const std::int64_t value : values) text += pickledInteger(value);
  return text + "t";
}

inline std::string pickledStorage(const std::string& key, std::int64_t count,
                                  const std::string& type = "FloatStorage") {
  return "(" + pickledText("storage") + pickledGlobal("torch", type) + pickledText(key) + pickledText("cpu") +
         pickledInteger(count) + "tQ";
}

inline std::string pickledTensor(const std::string& storage, std::int64_t offset,
                                 const std::vector<std::int64_t>& sizes, const std::vector<std::int64_t>& strides) {
  return pickledGlobal("torch._utils", "_rebuild_tensor_v2") + "(" + storage + pickledInteger(offset) +
         pickledTuple(sizes) + pickledTuple(strides) + "\x89" + pickledGlobal("collections", "OrderedDict") + ")RtR";
}

/// {"key": value}
inline std::string pickledDict(const std::string& key, const std::string& value) {
  return "}" + pickledText(key) + value + "s";
}

/// A file in an archive; what is not given is right.
struct CraftedEntry {
  std::string name, data;
  std::uint16_t method = 0, flags = 0;
  std::int64_t size = -1, packedSize = -1, header = -1;
  std::int64_t crc = -1;
};

inline std::uint32_t crc32Of(const std::string& data) {
  std::uint32_t crc = ~0u;
  for (const char c : data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0u);
  }
  return ~crc;
}

inline std::string craftedZip(const std::vector<CraftedEntry>& entries) {
  std::string file, directory;
  for (const CraftedEntry& entry : entries) {
    const auto or_ = [](std::int64_t given, std::uint64_t right) { return given >= 0 ? std::uint64_t(given) : right; };
    const std::string sizes = littleEndian(or_(entry.crc, crc32Of(entry.data)), 4) +
                              littleEndian(or_(entry.packedSize, entry.data.size()), 4) +
                              littleEndian(or_(entry.size, entry.data.size()), 4) + littleEndian(entry.name.size(), 2);
    const std::string start = littleEndian(20, 2) + littleEndian(entry.flags, 2) + littleEndian(entry.method, 2) +
                              std::string(4, '\0') + sizes + littleEndian(0, 2);
    directory += "PK\x01\x02" + littleEndian(20, 2) + start + std::string(10, '\0') +
                 littleEndian(or_(entry.header, file.size()), 4) + entry.name;
    file += "PK\x03\x04" + start + entry.name + entry.data;
  }
  return file + directory + "PK\x05\x06" + std::string(4, '\0') + littleEndian(entries.size(), 2) +
         littleEndian(entries.size(), 2) + littleEndian(directory.size(), 4) + littleEndian(file.size(), 4) +
         littleEndian(0, 2);
}

/// What torch.save writes: a pickle and its storages.
inline std::string craftedPyTorch(const std::string& pickle, const std::vector<std::string>& storages = {}) {
  std::vector<CraftedEntry> entries{{"archive/data.pkl", pickle}};
  for (std::size_t i = 0; i < storages.size(); ++i)
    entries.push_back({"archive/data/" + std::to_string(i), storages[i]});
  entries.push_back({"archive/version", "3\n"});
  return craftedZip(entries);
}

/// What torch.save wrote before PyTorch 1.6: pickles behind one another, then `data`, the storages.
inline std::string craftedLegacyPyTorch(const std::string& content, const std::vector<std::string>& keys,
                                        const std::string& data, std::int64_t version = 1001,
                                        bool littleEndianMachine = true) {
  std::string list = "](";
  for (const std::string& key : keys) list += pickledText(key);
  return pickled("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19") + pickled(pickledInteger(version)) +
         pickled(pickledDict("little_endian", littleEndianMachine ? "\x88" : "\x89")) + content + pickled(list + "e") +
         data;
}

}  // namespace zipper::test
