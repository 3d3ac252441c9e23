// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QSize>
#include <vector>

namespace zipper {

/// Space between card and target, for the arrow, and between card and the edge of the window.
inline constexpr int cardGap = 26, cardEdge = 10;

/// Where a card of this size goes in the window so that it leaves its target free: beside it, on the side with the most
/// room, level with it as far as the window allows. Where there is no room on any side it covers as little of the
/// target as possible. It never leaves the window, and is made smaller if it is larger than that. Without a target
/// (an empty rectangle) it goes to the middle at the right.
QRect cardPlace(const QSize& window, const QRect& target, const QSize& card);

/// The same for a card that can have several shapes, the usual one first: the first that leaves its target free, or
/// else the one that covers the least of it.
QRect cardPlace(const QSize& window, const QRect& target, const std::vector<QSize>& shapes);

/// From the edge of the card to that of the target, the shortest way; two equal points if they touch.
struct CardArrow {
  QPointF from, to;
};
CardArrow cardArrow(const QRect& card, const QRect& target);

}  // namespace zipper
