// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/session_saver.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli/console.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"

namespace zipper::cli {

SessionSaver::SessionSaver(const std::string& path, const std::string& advice)
    : wanted_(path), path_(path), claim_(path) {
  const std::string name = wholePrintable(path);
  if (!claim_.holder().empty())
    fail(name, ": ", claim_.holder(), " works on this session; wait until it has ended, or ", advice);
  checkCanWrite(path);
  struct stat now {};
  if (::stat(path.c_str(), &now) == 0) mode_ = now.st_mode & 0777;
  if (!claim_.doubt().empty())
    printWarning(concat(name, ": another program can't be kept from writing it (", claim_.doubt(),
                        "); a change will be noticed"));
}

void SessionSaver::stepAside() {
  path_ = freeNameBeside(path_).string();
  // What was private stays so: the file that is there lends its mode to what replaces it.
  if (mode_) (void)::close(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, *mode_));
  claim_ = ClaimedFile(path_);
  printWarning(concat(wholePrintable(wanted_),
                      " was changed by another program since it was read; it stays as it is, "
                      "and this session is saved as ",
                      wholePrintable(path_)));
}

void SessionSaver::save(const Session& session) {
  if (claim_.hasChanged()) stepAside();
  if (session.steps.empty()) {  // nothing would be lost
    saveSession(path_, session);
    return claim_.rememberWritten();
  }
  try {
    writeOrKeep(path_, "the session", [&](const auto& place) { saveSession(place, session); });
  } catch (const KeptElsewhere& error) {
    throw Error(concat(error.what(), "; go on with: zipper resume ", wholePrintable(error.kept.string())));
  }
  claim_.rememberWritten();
}

void SessionSaver::checkPlace() const {
  if (path_ != wanted_)
    fail(wholePrintable(wanted_), ": was changed by another program during this run; this session is saved as ",
         wholePrintable(path_));
}

}  // namespace zipper::cli
