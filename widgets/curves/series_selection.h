// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <set>
#include <vector>

#include "widgets/curves/curve_store.h"
#include "widgets/plots/series_style.h"

namespace zipper::plots {

/// Which series and which runs the user wants to see. With one run all series are shown at first, but not the total of
/// more than two tasks, which lies so far above its terms that it would press them together; with several runs the
/// total loss and the top-1 of each. What the user chooses in one case leaves the other as it was.
class SeriesSelection {
 public:
  /// Takes over the runs, of so many tasks, and whether they are visible; what the user chose for a run holds until
  /// that changes.
  void setRuns(const std::vector<StoredRun>& runs, int tasks);
  bool showsMany() const { return shownRuns_ > 1; }
  bool shows(const SeriesId& id) const;
  void show(const SeriesId& id, bool shown);
  bool showsRun(const CurveRun& run) const;
  void showRun(const CurveRun& run, bool shown, const std::vector<StoredRun>& runs);

 private:
  bool showsAtFirst(const SeriesId& id) const;
  void countRuns(const std::vector<StoredRun>& runs);

  struct RunChoice {
    bool given = true;  ///< CurveRun::visible when it was last set
    bool shown = true;
  };
  std::map<int, RunChoice> choices_;                 ///< by number
  std::set<SeriesId> changedInOne_, changedInMany_;  ///< from what is shown at first
  int shownRuns_ = 0;
  bool totalAtFirst_ = true;  ///< where one run is shown
};

}  // namespace zipper::plots
