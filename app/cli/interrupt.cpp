// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>

#include "core/support/signal_shelter.h"

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

/// A thread for nothing else than signals, so that they are never handled amid a computation. It ends with the process.
void takeSignalsElsewhere() {
  shelterFromSignals();
  try {
    std::thread([] {
      takeSignals();
      for (;;) ::pause();
    }).detach();
  } catch (const std::system_error&) {
    takeSignals();  // rather amid a computation than never
  }
}

}  // namespace

StopToken stopOnInterrupt() {
  const StopToken token = source().token();
  static std::once_flag sheltered;
  std::call_once(sheltered, takeSignalsElsewhere);
  std::signal(SIGINT, onSignal);
  std::signal(SIGTERM, onSignal);
  return token;
}

}  // namespace zipper::cli
