// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper::plots {

struct Span {
  double lower = 0, upper = 1;
  double size() const { return upper - lower; }
};

/// Which iterations are in view: all of them, a stretch that follows the newest one, or a stretch where the user left
/// it.
class FollowView {
 public:
  /// `newest` is the last iteration of the current run, `end` that of the longest one shown.
  Span span(double newest, double end) const;
  bool follows() const { return follows_; }
  bool showsAll() const { return all_; }

  /// Everything, and what is yet to come.
  void fitAll();
  /// Switched by the user: on keeps the width and goes to the newest; off keeps what is in view.
  void setFollows(bool on, double newest, double end);
  /// The user has zoomed to this stretch: goes on following if the newest is still in view, at its place.
  void zoomTo(Span wished, double newest, double end);
  /// The user has moved to this stretch: no longer follows.
  void panTo(Span wished, double end);

 private:
  bool follows_ = true, all_ = true;
  Span kept_;        ///< where the user left it
  double lead_ = 0;  ///< following: from the newest to the upper end
};

/// All iterations, with room for the markers at the end.
Span wholeSpan(double end);

}  // namespace zipper::plots
