// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

TemporaryFolder::TemporaryFolder() {
  std::error_code code;
  fs::path base = fs::temp_directory_path(code);
  if (code) base = "/tmp";
  std::string name = (base / "zipper-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    fail(base.string(), ": a temporary folder can't be created: ", std::strerror(errno),
         "; set TMPDIR to a folder that can be written");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code code;  // nothing is lost when something stays behind
  fs::remove_all(path_, code);
}

}  // namespace zipper
