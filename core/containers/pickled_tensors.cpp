// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickled_tensors.h"

#include <algorithm>

#include "core/containers/pickle.h"
#include "core/containers/pickle_storages.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::uint64_t maximumExtraFile = 1'000'000;
constexpr std::size_t maximumExtraFiles = 64;

/// The storages of an archive: an entry each.
class EntriesAsStorages : public StorageSource {
 public:
  EntriesAsStorages(const ZipArchive& archive, std::string folder) : archive_(archive), folder_(std::move(folder)) {}

  std::string nameOf(const std::string& key) const override { return folder_ + key; }
  std::uint64_t bytesOf(const std::string& key) const override {
    const ZipEntry& entry = entryOf(key);
    archive_.checkReadable(entry);
    return entry.size;
  }
  void read(const std::string& key, void* buffer) const override { archive_.read(entryOf(key), buffer); }

 private:
  const ZipEntry& entryOf(const std::string& key) const {
    const ZipEntry* entry = archive_.find(folder_ + key);
    if (entry == nullptr) fail("'", printable(folder_ + key), "' is missing in the archive");
    return *entry;
  }

  const ZipArchive& archive_;
  const std::string folder_;
};

void checkByteOrder(const ZipArchive& archive, const std::string& root) {
  const ZipEntry* entry = archive.find(root + "byteorder");
  if (entry != nullptr && archive.text(*entry, 100) != "little")
    fail("'", root, "byteorder' says '", printable(archive.text(*entry, 100)), "', only 'little' is read");
}

}  // namespace

TensorFile readPickledTensors(const InputFile& file, const ZipArchive& archive, const std::string& root, bool objects) {
  const ZipEntry* entry = archive.find(root + "data.pkl");
  if (entry == nullptr) fail(file.name(), ": '", printable(root), "data.pkl' is missing in the archive");
  const std::string bytes = archive.text(*entry, maximumPickle);
  checkByteOrder(archive, root);
  Pickle pickle;
  try {
    pickle = readPickle(bytes, objects);
  } catch (const Error& error) {
    fail(file.name(), ": ", error.what());
  }
  TensorFile result;
  addPickledTensors(file.name(), pickle, EntriesAsStorages(archive, root + "data/"), result);
  return result;
}

std::string rootOfPyTorchArchive(const InputFile& file, const ZipArchive& archive) {
  const std::string data = "data.pkl";
  std::string root;
  int count = 0;
  for (const ZipEntry& entry : archive.entries()) {
    if (!endsWith(entry.name, "/" + data) && entry.name != data) continue;
    root = entry.name.substr(0, entry.name.size() - data.size());
    ++count;
  }
  if (count != 1) fail(file.name(), ": ", count, " files data.pkl in the archive, one was expected");
  return root;
}

bool isTorchScriptArchive(const ZipArchive& archive, const std::string& root) {
  if (archive.find(root + "constants.pkl") != nullptr) return true;
  const std::string code = root + "code/";
  return std::any_of(archive.entries().begin(), archive.entries().end(),
                     [&](const ZipEntry& entry) { return entry.name.rfind(code, 0) == 0; });
}

bool looksLikePyTorchArchive(const InputFile& file, bool torchScript) {
  const std::string start = file.beginning(300);
  if (start.compare(0, 4, "PK\x03\x04", 4) != 0) return false;
  try {
    const ZipArchive archive(file);
    return isTorchScriptArchive(archive, rootOfPyTorchArchive(file, archive)) == torchScript;
  } catch (const Error&) {
    return !torchScript && start.find("data.pkl", 30) != std::string::npos;
  }
}

std::map<std::string, std::string> extraFilesOf(const ZipArchive& archive, const std::string& root,
                                                std::vector<std::string>& notes) {
  const std::string folder = root + "extra/";
  std::map<std::string, std::string> files;
  for (const ZipEntry& entry : archive.entries()) {
    if (entry.name.rfind(folder, 0) != 0) continue;
    if (entry.method == 0 && entry.size <= maximumExtraFile && files.size() < maximumExtraFiles)
      files[entry.name.substr(folder.size())] = archive.text(entry, maximumExtraFile);
    else
      notes.push_back(concat("the extra file '", printable(entry.name), "' was not read"));
  }
  return files;
}

}  // namespace zipper
