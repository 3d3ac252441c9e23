// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/passive_waiting.h"

#include <unistd.h>

#include <cstdlib>

namespace zipper {

void waitPassively(char** arguments) {
  if (std::getenv("OMP_WAIT_POLICY") != nullptr) return;
  ::setenv("OMP_WAIT_POLICY", "passive", 1);
  ::execv("/proc/self/exe", arguments);
}

}  // namespace zipper
