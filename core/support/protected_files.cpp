// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/protected_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// What the names of all files of a checkpoint begin with, if the path may be (a file of) one.
std::string checkpointPrefix(const fs::path& path) {
  const std::string name = path.filename().string();
  for (const std::string_view ending : {".index", ".meta"})
    if (endsWith(name, ending)) return name.substr(0, name.size() - ending.size());
  const auto data = name.rfind(".data-");
  return data == std::string::npos ? name : name.substr(0, data);
}

/// True if a model that was read under `source` may hold a file of that name beside it.
bool belongsTo(const std::string& name, const fs::path& source) {
  const std::string prefix = checkpointPrefix(source), whole = source.filename().string();
  const std::string stem = source.stem().string();
  if (beginsWith(name, prefix + ".data-") || name == prefix + ".index" || name == prefix + ".meta") return true;
  return name == whole + ".data" || name == whole + "_data" || name == stem + ".data" || name == stem + "_data";
}

bool isOneOfItsFiles(const fs::path& out, const fs::path& source) {
  std::error_code code;
  const fs::path folder = source.has_parent_path() ? source.parent_path() : fs::path(".");
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
    if (belongsTo(entry->path().filename().string(), source) && isSameFile(entry->path(), out)) return true;
  return false;
}

bool isBelow(const fs::path& out, const fs::path& folder) {
  std::error_code code;
  const fs::path top = fs::canonical(folder, code);
  const fs::path inner = code ? fs::path() : fs::canonical(out, code);
  if (code) return false;
  return std::mismatch(top.begin(), top.end(), inner.begin(), inner.end()).first == top.end();
}

/// Links in the folder may lead to the file, and if it has several names, any file there may be it.
bool isLinkedFrom(const fs::path& out, const fs::path& folder) {
  struct stat status {};
  if (::stat(out.c_str(), &status) != 0) return false;
  const bool hasNames = status.st_nlink > 1;
  std::error_code code;
  const auto options = fs::directory_options::follow_directory_symlink | fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator entry(folder, options, code), end; !code && entry != end;
       entry.increment(code)) {
    std::error_code ignored;
    if (entry.depth() > 32) entry.disable_recursion_pending();  // links may lead in circles
    if (entry->is_symlink(ignored) && entry->is_directory(ignored) && isBelow(out, entry->path())) return true;
    if ((hasNames || entry->is_symlink(ignored)) && isSameFile(entry->path(), out)) return true;
  }
  return false;
}

bool wouldGo(const fs::path& out, const fs::path& source) {
  std::error_code code;
  if (fs::is_directory(source, code)) return isBelow(out, source) || isLinkedFrom(out, source);
  return isSameFile(out, source) || isOneOfItsFiles(out, source);
}

}  // namespace

const ProtectedFile* sourceReplacedBy(const fs::path& out, const std::vector<ProtectedFile>& sources) {
  std::error_code code;
  if (!fs::is_regular_file(out, code)) return nullptr;
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const ProtectedFile& source) {
    return !source.path.empty() && wouldGo(out, source.path);
  });
  return found == sources.end() ? nullptr : &*found;
}

void refuseToReplace(const fs::path& out, const std::vector<ProtectedFile>& sources) {
  const ProtectedFile* source = sourceReplacedBy(out, sources);
  if (source == nullptr) return;
  std::error_code code;
  const std::string name = wholePrintable(out.string());
  if (fs::is_directory(source->path, code))
    fail(name, ": belongs to ", source->what, " (", wholePrintable(source->path.string()),
         "), and what was read is never written over; choose another name");
  fail(name, ": is ", source->what, ", and what was read is never written over; choose another name");
}

void refuseToReplaceIn(const fs::path& folder, const std::vector<std::string>& names,
                       const std::vector<ProtectedFile>& sources) {
  for (const std::string& name : names) refuseToReplace(folder / name, sources);
}

}  // namespace zipper
