// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/onnx_external_data.h"

#include <algorithm>
#include <charconv>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uint64_t mostBytes = std::uint64_t(1) << 31;
constexpr std::size_t mostFiles = 1000;  ///< exporters write one, or one per tensor

std::uint64_t numberOf(const std::map<std::string, std::string>& entries, const char* key, std::uint64_t otherwise) {
  const auto found = entries.find(key);
  if (found == entries.end()) return otherwise;
  const std::string& text = found->second;
  std::uint64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size())
    fail("its ", key, " in the other file is '", printable(text, 40), "', a number was expected");
  return value;
}

/// A path below the folder, as the model spells it.
void checkLocation(const std::string& location) {
  const auto refuse = [&](const char* why) {
    fail("its data are in another file, '", printable(location), "', ", why,
         "; only files in the folder of the model, or below it, are opened");
  };
  const fs::path path = location;
  if (location.empty() || location.find('\0') != std::string::npos) refuse("which is no name of a file");
  if (path.is_absolute()) refuse("which is named from the root of the disk");
  if (std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; }))
    refuse("which is outside of it");
}

/// Without links; Error if they lead out of the folder.
fs::path resolved(const fs::path& folder, const std::string& location) {
  std::error_code code;
  const fs::path top = fs::canonical(folder.empty() ? fs::path(".") : folder, code);
  if (code) fail("the folder of the model can't be read: ", code.message());
  const fs::path file = fs::canonical(top / location, code);
  if (code)
    fail("its data are in another file, '", printable(location), "', which is not beside the model (", code.message(),
         "); put it there");
  const auto [rest, at] = std::mismatch(top.begin(), top.end(), file.begin(), file.end());
  if (rest != top.end())
    fail("its data are in another file, '", printable(location),
         "', which is a link that leads out of the folder of the model; put a copy there");
  return file;
}

}  // namespace

const InputFile& OnnxExternalData::fileOf(const std::string& location) {
  const auto known = opened_.find(location);
  if (known != opened_.end()) return *known->second;
  checkLocation(location);
  if (opened_.size() >= mostFiles) fail("its data are in more than ", mostFiles, " files");
  const fs::path path = resolved(folder_, location);
  auto& file = opened_[location] = std::make_unique<InputFile>(path, expected_);
  // Another spelling of the same file gives no more memory.
  if (std::find(paths_.begin(), paths_.end(), path) == paths_.end()) {
    paths_.push_back(path);
    available_ += file->size();
  }
  return *file;
}

OnnxExternalData::Place OnnxExternalData::placeOf(const std::map<std::string, std::string>& entries,
                                                  std::uint64_t bytes) {
  const auto location = entries.find("location");
  if (location == entries.end()) fail("its data are in another file, which is not named");
  const InputFile& file = fileOf(location->second);
  const std::uint64_t offset = numberOf(entries, "offset", 0), length = numberOf(entries, "length", bytes);
  const std::string name = "'" + printable(location->second) + "'";
  if (length != bytes) fail(length, " bytes of data in ", name, ", ", bytes, " were expected for its shape");
  if (offset > file.size() || bytes > file.size() - offset)
    fail("its data are bytes ", offset, " to ", offset, " + ", bytes, " of ", name, ", which has ", file.size(),
         " bytes; that file is truncated, or of another model");
  taken_ += bytes;
  if (taken_ > available_) fail("the tensors of the model claim more bytes of ", name, " than it has");
  if (taken_ > mostBytes) fail("the tensors in other files have more than ", mostBytes >> 30, " GiB");
  return {&file, offset};
}

void OnnxExternalData::read(const Place& place, void* buffer, std::uint64_t bytes) const {
  place.file->read(place.offset, buffer, std::size_t(bytes));
}

}  // namespace zipper
