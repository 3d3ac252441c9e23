// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "core/session/session.h"
#include "core/support/claimed_file.h"

namespace zipper::cli {

/// Saves the session of a run after every step, so that nothing of it and nothing of anybody else's is lost.
class SessionSaver {
 public:
  /// Takes the file for this program until its end and tries whether it can be written. Throws Error that says who
  /// works on it already, or why it can't be written. `advice`: what to do instead of waiting for the other one.
  SessionSaver(const std::string& path, const std::string& advice);

  /// What stands there now is known to this run: it was read, or put aside.
  void remember() { claim_.remember(); }
  /// Writes it. If another program has changed the file meanwhile, that stays, and this session and all later ones are
  /// written beside it, with a warning. What can't be written is kept elsewhere if it has a finished step: throws Error
  /// that names the place.
  void save(const Session& session);
  /// Where the session is.
  const std::string& path() const { return path_; }
  /// Throws Error at the end of a run that had to save beside the file.
  void checkPlace() const;

 private:
  void stepAside();

  std::string wanted_, path_;
  ClaimedFile claim_;
  std::optional<mode_t> mode_;  ///< that the file had when it was claimed
};

}  // namespace zipper::cli
