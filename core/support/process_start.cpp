// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/process_start.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace zipper {

namespace {

using Handler = void (*)(int);

Handler pipeBefore = SIG_DFL;
Handler sizeBefore = SIG_DFL;

/// open() gives the lowest number that is free. What a stream is not meant for fails, so that a closed standard output
/// is noticed by whoever writes to it.
void fillClosedStreams() {
  for (int stream = 0; stream <= 2; ++stream)
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF && ::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY) < 0)
      return;
}

}  // namespace

void prepareProcess(const char* name) {
  fillClosedStreams();
  ::prctl(PR_SET_NAME, name, 0, 0, 0);
  pipeBefore = std::signal(SIGPIPE, SIG_IGN);
  sizeBefore = std::signal(SIGXFSZ, SIG_IGN);
}

bool endsWithItsReader() { return pipeBefore == SIG_DFL; }

void restoreSignals() {
  std::signal(SIGPIPE, pipeBefore);
  std::signal(SIGXFSZ, sizeBefore);
}

}  // namespace zipper
