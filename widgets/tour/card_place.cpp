// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/card_place.h"

#include <algorithm>
#include <array>

namespace zipper {

namespace {

/// The nearest place inside: `room` is at least as large as the rectangle.
QRect pushedInto(const QRect& room, QRect place) {
  place.moveLeft(std::clamp(place.left(), room.left(), room.right() - place.width() + 1));
  place.moveTop(std::clamp(place.top(), room.top(), room.bottom() - place.height() + 1));
  return place;
}

int areaOf(const QRect& rect) { return rect.isEmpty() ? 0 : rect.width() * rect.height(); }

/// The point of the span that is nearest to the other one, in the middle of what both have.
double meeting(int low, int high, int otherLow, int otherHigh) {
  const int from = std::max(low, otherLow), to = std::min(high, otherHigh);
  if (from <= to) return (from + to) / 2.0;
  return low > otherHigh ? low : high;
}

}  // namespace

QRect cardPlace(const QSize& window, const QRect& target, const QSize& card) {
  const QRect room = QRect(QPoint(0, 0), window).adjusted(cardEdge, cardEdge, -cardEdge, -cardEdge);
  QRect place(QPoint(0, 0), card.boundedTo(room.size()));
  if (target.isEmpty()) {
    place.moveCenter(room.center());
    place.moveRight(room.right());
    return pushedInto(room, place);
  }
  const QPoint level = target.center() - place.center();
  const std::array<QRect, 4> places{place.translated(target.right() + cardGap, level.y()),
                                    place.translated(target.left() - cardGap - place.width(), level.y()),
                                    place.translated(level.x(), target.bottom() + cardGap),
                                    place.translated(level.x(), target.top() - cardGap - place.height())};
  // What is left of the room beside the card: the more, the better.
  const std::array<int, 4> spare{room.right() - places[0].right(), places[1].left() - room.left(),
                                 room.bottom() - places[2].bottom(), places[3].top() - room.top()};
  const auto best = std::max_element(spare.begin(), spare.end());
  if (*best >= 0) return pushedInto(room, places[std::size_t(best - spare.begin())]);
  std::array<QRect, 8> tried;
  for (std::size_t i = 0; i < places.size(); ++i) tried[i] = pushedInto(room, places[i]);
  tried[4] = pushedInto(room, QRect(room.topLeft(), place.size()));
  tried[5] = pushedInto(room, QRect(QPoint(room.right(), room.top()), place.size()));
  tried[6] = pushedInto(room, QRect(QPoint(room.left(), room.bottom()), place.size()));
  tried[7] = pushedInto(room, QRect(room.bottomRight(), place.size()));
  return *std::min_element(tried.begin(), tried.end(), [&target](const QRect& a, const QRect& b) {
    return areaOf(a & target) < areaOf(b & target);
  });
}

QRect cardPlace(const QSize& window, const QRect& target, const std::vector<QSize>& shapes) {
  QRect best;
  int least = -1;
  for (const QSize& shape : shapes) {
    const QRect place = cardPlace(window, target, shape);
    const int covered = areaOf(place & target);
    if (least >= 0 && covered >= least) continue;
    best = place;
    least = covered;
    if (covered == 0) break;
  }
  return best;
}

CardArrow cardArrow(const QRect& card, const QRect& target) {
  const double x = meeting(card.left(), card.right(), target.left(), target.right());
  const double y = meeting(card.top(), card.bottom(), target.top(), target.bottom());
  return {{x, y},
          {meeting(target.left(), target.right(), card.left(), card.right()),
           meeting(target.top(), target.bottom(), card.top(), card.bottom())}};
}

}  // namespace zipper
