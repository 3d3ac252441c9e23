// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/background_priority.h"

#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>

namespace zipper {

namespace {

/// A third of the weight of a thread at 0: enough to be preempted, and what shares the machine doesn't bring a run to a
/// standstill.
constexpr int background = 5;

}  // namespace

void giveWayToOthers() {
  // Linux has a nice value for each thread (sched(7)), and a thread begins with that of the one that starts it.
  const auto thread = id_t(::gettid());
  errno = 0;
  const int now = ::getpriority(PRIO_PROCESS, thread);
  if (errno == 0 && now < background) ::setpriority(PRIO_PROCESS, thread, background);
}

}  // namespace zipper
