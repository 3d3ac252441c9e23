// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/series_selection.h"

namespace zipper::plots {

namespace {

constexpr SeriesId totalLoss{Quantity::Total, -1};
constexpr int mostTasksWithTotal = 2;

}  // namespace

void SeriesSelection::setRuns(const std::vector<StoredRun>& runs, int tasks) {
  const bool totalAtFirst = tasks <= mostTasksWithTotal;
  if (totalAtFirst != totalAtFirst_) changedInOne_.erase(totalLoss);  // it was a change of the other
  totalAtFirst_ = totalAtFirst;
  std::map<int, RunChoice> choices;
  for (const StoredRun& stored : runs) {
    const auto before = choices_.find(stored.run.number);
    const bool keep = before != choices_.end() && before->second.given == stored.run.visible;
    choices[stored.run.number] = keep ? before->second : RunChoice{stored.run.visible, stored.run.visible};
  }
  choices_ = std::move(choices);
  countRuns(runs);
}

void SeriesSelection::countRuns(const std::vector<StoredRun>& runs) {
  shownRuns_ = 0;
  for (const StoredRun& stored : runs) shownRuns_ += showsRun(stored.run) && !stored.segments.empty() ? 1 : 0;
}

bool SeriesSelection::showsAtFirst(const SeriesId& id) const {
  if (showsMany()) return id.quantity == Quantity::Total || id.quantity == Quantity::Top1;
  return id.quantity != Quantity::Total || totalAtFirst_;
}

bool SeriesSelection::shows(const SeriesId& id) const {
  const std::set<SeriesId>& changed = showsMany() ? changedInMany_ : changedInOne_;
  return showsAtFirst(id) != (changed.count(id) > 0);
}

void SeriesSelection::show(const SeriesId& id, bool shown) {
  std::set<SeriesId>& changed = showsMany() ? changedInMany_ : changedInOne_;
  if (shown == showsAtFirst(id))
    changed.erase(id);
  else
    changed.insert(id);
}

bool SeriesSelection::showsRun(const CurveRun& run) const {
  const auto choice = choices_.find(run.number);
  return choice == choices_.end() ? run.visible : choice->second.shown;
}

void SeriesSelection::showRun(const CurveRun& run, bool shown, const std::vector<StoredRun>& runs) {
  choices_[run.number] = {run.visible, shown};
  countRuns(runs);
}

}  // namespace zipper::plots
