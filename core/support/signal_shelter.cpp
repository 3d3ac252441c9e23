// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/signal_shelter.h"

#include <csignal>

namespace zipper {

namespace {

/// All but those that a thread causes itself.
sigset_t signalsFromOutside() {
  sigset_t signals;
  ::sigfillset(&signals);
  for (const int own : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT, SIGPIPE, SIGXFSZ})
    ::sigdelset(&signals, own);
  return signals;
}

}  // namespace

void shelterFromSignals() {
  const sigset_t signals = signalsFromOutside();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void takeSignals() {
  const sigset_t signals = signalsFromOutside();
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace zipper
