// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <csignal>

namespace zipper::cli {

namespace {

StopSource& source() {
  static StopSource instance;
  return instance;
}

void onSignal(int signal) {
  source().requestStop();
  std::signal(signal, SIG_DFL);
}

}  // namespace

StopToken stopOnInterrupt() {
  const StopToken token = source().token();
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
  return token;
}

}  // namespace zipper::cli
