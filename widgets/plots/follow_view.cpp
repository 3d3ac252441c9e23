// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/follow_view.h"

#include <algorithm>

namespace zipper::plots {

namespace {

constexpr double narrowest = 8;

/// Not narrower than a few iterations, and never without any data in view.
Span limited(Span wished, double end) {
  const double width = std::clamp(wished.size(), narrowest, 2 * wholeSpan(end).size());
  const double middle = (wished.lower + wished.upper) / 2;
  const double lower = std::clamp(middle - width / 2, -0.5 * width, std::max(0.0, end - 0.2 * width));
  return {lower, lower + width};
}

}  // namespace

Span wholeSpan(double end) { return {0, std::max(narrowest, end) * 1.02 + 0.5}; }

Span FollowView::span(double newest, double end) const {
  if (all_) return wholeSpan(end);
  if (follows_) return {newest + lead_ - kept_.size(), newest + lead_};
  return kept_;
}

void FollowView::fitAll() {
  all_ = true;
  follows_ = true;
}

void FollowView::setFollows(bool on, double newest, double end) {
  if (on == follows_) return;
  kept_ = span(newest, end);
  if (!on) {
    all_ = false;
  } else {
    lead_ = newest >= kept_.lower && newest <= kept_.upper ? kept_.upper - newest : 0.03 * kept_.size();
  }
  follows_ = on;
}

void FollowView::zoomTo(Span wished, double newest, double end) {
  const Span whole = wholeSpan(end);
  if (follows_ && wished.size() >= whole.size()) return fitAll();
  kept_ = limited(wished, end);
  all_ = false;
  follows_ = follows_ && newest >= kept_.lower && newest <= kept_.upper;
  lead_ = kept_.upper - newest;
}

void FollowView::panTo(Span wished, double end) {
  kept_ = limited(wished, end);
  all_ = false;
  follows_ = false;
}

}  // namespace zipper::plots
