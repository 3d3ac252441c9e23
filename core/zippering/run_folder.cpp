// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/run_folder.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <utility>

#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/support/version.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr int deepestRun = 12;

std::string digestOfText(const std::string& text) { return sha256(text.data(), text.size()); }

}  // namespace

std::string dependenceOf(Recipe recipe) {
  recipe.threads = 0;
  for (TaskSource& source : recipe.sources) source.model = source.data = "";
  return recipeToJson(recipe);
}

RunFolder::RunFolder(const fs::path& report, std::vector<QueuedRun> runs, bool goOn, ProcessGroupPtr group)
    : folder_(report / "runs"), runs_(std::move(runs)), group_(std::move(group)), finished_(runs_.size(), 0) {
  if (isFirst(group_)) {
    createFolderToWrite(folder_);
    claim();
    lookAtFiles(goOn);
  }
  if (group_) meetOthers();
  deal();
}

fs::path RunFolder::lockOf(int rank) const { return folder_ / concat(".rank-", rank, ".lock"); }

void RunFolder::claim() {
  lock_ = FileLock(lockOf(shareOf(group_).index));
  if (lock_.isHeld()) return;
  const std::string folder = wholePrintable(folder_.string());
  if (lock_.holder().empty()) fail(folder, ": ", lock_.doubt());
  fail(folder, ": ", lock_.holder(), " works on runs there; wait until it ends, or choose another --report");
}

/// Nothing if there is no file; `fits`: whether it depends on the same.
std::optional<Json> RunFolder::read(std::size_t run, bool& fits) const {
  std::error_code code;
  const fs::path file = fileOf(run);
  if (!fs::exists(file, code)) return std::nullopt;
  const std::string name = wholePrintable(file.string());
  try {
    const Json json = parseShallow(readTextFile(file), deepestRun, name);
    JsonReader reader(json, name);
    std::string made, depends;
    reader.require("zipper_run", made);
    reader.require("depends_on", depends);
    fits = depends == digestOfText(runs_[run].depends);
    return reader.need("result");
  } catch (const Error& error) {
    fail(error.what(), "; it is no finished run of zipper: move it away, or choose another --report");
  }
}

void RunFolder::lookAtFiles(bool goOn) {
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    bool fits = false;
    if (!read(run, fits)) continue;
    std::error_code code;
    if (!goOn && !fs::remove(fileOf(run), code))
      fail(wholePrintable(fileOf(run).string()), ": the old run can't be removed: ", code.message());
    if (goOn && fits) finished_[run] = 1;
    if (goOn && !fits) ++unfit_;
  }
}

/// All of them call the group here and never again. Rank 0 has made the folder and looked at the files before.
void RunFolder::meetOthers() {
  const int rank = group_->rank(), size = group_->size();
  std::string all;
  for (const QueuedRun& run : runs_) all += concat(run.name, "\n", run.depends, "\n");
  const int other = rankThatDiffers(all, *group_);
  if (other >= 0)
    fail("rank ", other, " of ", size, " has other options, networks or data than rank 0; start all processes with ",
         "the same command line, on the same files or copies of them");
  const std::string folder = wholePrintable(folder_.string());
  const char* const advice = "; --report must name one folder that all machines see";
  std::error_code code;
  if (rank > 0 && !fs::is_directory(folder_, code))
    fail(folder, ": rank ", rank, " doesn't find rank 0's folder", advice);
  if (rank > 0) claim();
  group_->gather(0);  // all have their locks
  if (rank == 0)
    for (int which = 1; which < size; ++which)
      if (hasEnded(which)) fail(folder, ": rank 0 doesn't see the lock of rank ", which, " there", advice);
  group_->sum(finished_.data(), finished_.size());
}

void RunFolder::deal() {
  const Share share = shareOf(group_);
  int next = 0;
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    ranks_.push_back(finished_[run] > 0 ? -1 : next++ % share.count);
    if (ranks_.back() == share.index) own_.push_back(run);
  }
  ended_.assign(std::size_t(share.count), false);
  ended_[std::size_t(share.index)] = true;
}

std::string RunFolder::doubt() const {
  if (unfit_ == 0) return "";
  return concat(wholePrintable(folder_.string()), ": ", unfit_, unfit_ == 1 ? " run was" : " runs were",
                " made with other options, networks or data, and will be done again");
}

void RunFolder::keep(std::size_t run, const Json& result) const {
  const Json json{{"zipper_run", version}, {"depends_on", digestOfText(runs_[run].depends)}, {"result", result}};
  writeOrKeep(fileOf(run), "the finished run",
              [&](const fs::path& path) { writeFileAtomically(path, dumpJson(json)); });
}

std::optional<Json> RunFolder::result(std::size_t run) const {
  bool fits = false;
  std::optional<Json> json = read(run, fits);
  return fits ? json : std::nullopt;
}

/// What a process finished, it wrote before it ended.
bool RunFolder::othersWork() {
  for (std::size_t rank = 0; rank < ended_.size(); ++rank)
    if (!ended_[rank]) ended_[rank] = hasEnded(int(rank));
  return std::find(ended_.begin(), ended_.end(), false) != ended_.end();
}

void RunFolder::waitForOthers(const std::function<void()>& collect, const std::function<void()>& waiting,
                              const StopToken& stop) {
  if (waiting && othersWork()) waiting();
  while (othersWork()) {
    collect();
    stop.throwIfStopped();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  collect();
}

void RunFolder::checkComplete() const {
  std::set<int> ranks;
  int missing = 0;
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    if (result(run)) continue;
    ++missing;
    ranks.insert(ranks_[run]);
  }
  if (missing == 0) return;
  std::string names;
  for (const int rank : ranks) names += concat(names.empty() ? "" : ", ", rank);
  throw RankLost(concat("rank ", names, " of ", ended_.size(), " ended before its runs were done: ", missing, " of ",
                        runs_.size(), " are missing in ", wholePrintable(folder_.parent_path().string()),
                        "; the same command with --resume does them"));
}

}  // namespace zipper
