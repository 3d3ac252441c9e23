// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>

#include "core/support/process_group.h"
#include "core/support/stop_token.h"

namespace zipper {

/// What a long computation and the one who asked for it have to say to each other while it runs; its last argument. All
/// calls come from the thread that computes, and none of the members need be there. A computation says in its own
/// contract in what it counts its progress, and whether its processes divide the images: without a word on either it
/// tells none, or is done by one process alone, whatever the group.
struct Work {
  StopToken stop = {};
  std::function<void(int done, int total)> progress = {};
  std::function<void(const std::string& text)> warning = {};  ///< for people
  ProcessGroupPtr group = nullptr;  ///< whose processes all do this work, with the same arguments in the same order

  /// Throws Cancelled if a stop was requested: in all processes of the group at the same place, or in none. All of them
  /// must call it, and it waits for them.
  void throwIfStopped() const { zipper::throwIfStopped(stop, group); }
  void tell(int done, int total) const {
    if (progress) progress(done, total);
  }
  void warn(const std::string& text) const {
    if (warning) warning(text);
  }
};

/// One of several equal parts of a work: its progress is told as that of the whole. Valid as long as `whole` is.
inline Work partOfWork(const Work& whole, int part, int parts) {
  Work own = whole;
  own.progress = [&whole, part, parts](int done, int total) { whole.tell(part * total + done, parts * total); };
  return own;
}

}  // namespace zipper
