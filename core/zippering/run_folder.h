// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/recipe/recipe.h"
#include "core/support/file_lock.h"
#include "core/support/json_reader.h"
#include "core/support/process_group.h"
#include "core/support/stop_token.h"

namespace zipper {

/// One of the runs of a comparison or a sweep, each a whole merge.
struct QueuedRun {
  std::string name;     ///< of its file, without extension: "mean-seed-1"
  std::string depends;  ///< all that its result depends on, as text, see dependenceOf()
};

/// What the result of a merge by this recipe depends on: all of it but where models and data lie, and the threads.
std::string dependenceOf(Recipe recipe);

/// The finished runs of a comparison or a sweep, a file each in REPORT/runs. A later start goes on with what is there;
/// several processes share the folder, divide the runs and find the results of the others. They need each other at the
/// beginning only: one that is lost costs the runs that it hadn't finished. That a process still works is told by a
/// lock that it holds in the folder.
class RunFolder {
 public:
  /// Makes the folder. Finished runs that are there are taken if `goOn` says so and they depend on the same, and are
  /// removed otherwise. All processes of a group must call it, with the same runs. Throws Error if another program
  /// works in the folder, the processes differ in their runs or don't share the folder, or a file that would be
  /// replaced is no finished run; RankLost.
  RunFolder(const std::filesystem::path& report, std::vector<QueuedRun> runs, bool goOn, ProcessGroupPtr group = {});

  std::size_t size() const { return runs_.size(); }
  int processes() const { return shareOf(group_).count; }
  /// The runs that are left to this process, by number, in order.
  const std::vector<std::size_t>& own() const { return own_; }
  /// Whether this process gathers the results: rank 0, or the only one.
  bool gathers() const { return isFirst(group_); }
  /// A sentence if finished runs are there that depend on something else, and are done again; otherwise empty.
  std::string doubt() const;

  /// Writes the result of a run, kept elsewhere if that fails (see writeOrKeep()).
  void keep(std::size_t run, const Json& result) const;
  /// The result of a finished run, by whichever process; nothing if it isn't finished.
  std::optional<Json> result(std::size_t run) const;

  /// For rank 0: calls `waiting` (may be empty) if other processes still work, then `collect` again and again until
  /// none does, and once after that. Throws Cancelled.
  void waitForOthers(const std::function<void()>& collect, const std::function<void()>& waiting, const StopToken& stop);
  /// For rank 0, when no other process works any more: throws RankLost if runs are missing, and says how to get them.
  void checkComplete() const;

 private:
  std::filesystem::path fileOf(std::size_t run) const { return folder_ / (runs_[run].name + ".json"); }
  std::filesystem::path lockOf(int rank) const;
  std::optional<Json> read(std::size_t run, bool& fits) const;
  bool othersWork();
  void claim();
  void lookAtFiles(bool goOn);
  void meetOthers();
  void deal();
  bool hasEnded(int rank) const { return FileLock(lockOf(rank)).isHeld(); }

  std::filesystem::path folder_;
  std::vector<QueuedRun> runs_;
  ProcessGroupPtr group_;
  FileLock lock_;
  std::vector<double> finished_;  ///< at the start, 1 for yes
  std::vector<int> ranks_;        ///< that each run was left to; -1: it was finished
  std::vector<std::size_t> own_;
  std::vector<bool> ended_;  ///< by rank
  int unfit_ = 0;
};

}  // namespace zipper
