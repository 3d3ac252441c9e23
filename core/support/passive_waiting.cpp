// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/passive_waiting.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "core/support/process_start.h"

namespace fs = std::filesystem;

namespace zipper {

void waitPassively(char** arguments) {
  if (std::getenv("OMP_WAIT_POLICY") != nullptr) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  restoreSignals();
  const fs::path itself = "/proc/self/exe";
  std::error_code code;
  // Started by its own path it is called after that, and not "exe". The file may have been replaced meanwhile.
  const fs::path path = fs::read_symlink(itself, code);
  if (!code && fs::equivalent(path, itself, code)) ::execv(path.c_str(), arguments);
  ::execv(itself.c_str(), arguments);
}

}  // namespace zipper
