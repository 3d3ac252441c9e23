// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/kept_elsewhere.h"

#include <cstdlib>
#include <vector>

#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

std::vector<fs::path> places() {
  std::error_code code;
  std::vector<fs::path> found;
  const fs::path temporary = fs::temp_directory_path(code);
  if (!code) found.push_back(temporary);
  for (const char* folder : {"/tmp", "/var/tmp"}) found.emplace_back(folder);
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') found.emplace_back(home);
  found.push_back(fs::current_path(code));
  return found;
}

/// Where it is kept now; empty if it couldn't be written there either.
fs::path keepIn(const fs::path& place, const fs::path& name, const std::function<void(const fs::path&)>& write) {
  std::string folder = (place / "zipper-kept-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return {};
  const fs::path kept = fs::path(folder) / (name.empty() ? fs::path("result") : name);
  try {
    write(kept);
    return kept;
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception&) {
    std::error_code code;
    fs::remove_all(folder, code);
    return {};
  }
}

}  // namespace

void writeOrKeep(const fs::path& path, const std::string& what, const std::function<void(const fs::path&)>& write) {
  std::string reason;
  try {
    return write(path);
  } catch (const Cancelled&) {
    throw;
  } catch (const std::exception&) {
    reason = describeCurrentException();
  }
  const fs::path name = path.has_filename() ? path.filename() : path.parent_path().filename();
  for (const fs::path& place : places()) {
    const fs::path kept = keepIn(place, name, write);
    if (!kept.empty())
      throw KeptElsewhere(concat(reason, "; ", what, " is kept as ", wholePrintable(kept.string())), kept);
  }
  throw Error(reason);
}

}  // namespace zipper
