// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/files_together.h"

#include <algorithm>
#include <fstream>
#include <string>

#include "core/support/errno_text.h"
#include "core/support/files.h"
#include "core/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

void putInto(const fs::path& target, const fs::path& made) {
  writeFileAtomically(target, [&](FileWriter& writer) {
    std::ifstream in(made, std::ios::binary);
    std::vector<char> buffer(std::size_t(1) << 20);
    while (in.read(buffer.data(), std::streamsize(buffer.size())) || in.gcount() > 0)
      writer.write(buffer.data(), std::size_t(in.gcount()));
    if (in.bad()) failWithErrno("can't be read", made);
  });
}

/// What lies in the folder besides the file, by name.
std::vector<fs::path> othersIn(const fs::path& folder, const fs::path& file) {
  std::vector<fs::path> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().filename() != file) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

WrittenFiles makeFilesAtomically(const fs::path& path, const std::function<void(const fs::path&)>& make) {
  WrittenFiles written{{path}, 0};
  std::error_code code;
  if (path.filename().empty() || (fs::exists(path, code) && !fs::is_regular_file(path, code))) {
    makeFileAtomically(path, [&](const fs::path& temporary) {
      make(temporary);
      written.bytes = std::int64_t(fs::file_size(temporary));
    });
    return written;
  }
  const TemporaryFolder scratch;
  const fs::path main = path.filename();
  make(scratch.path() / main);
  const std::vector<fs::path> others = othersIn(scratch.path(), main);
  for (const fs::path& name : others) written.files.push_back(path.parent_path() / name);
  for (std::size_t i = written.files.size(); i-- > 0;) {
    const fs::path made = scratch.path() / written.files[i].filename();
    written.bytes += std::int64_t(fs::file_size(made));
    putInto(written.files[i], made);
  }
  return written;
}

}  // namespace zipper
