// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/dock_sizes.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <cstdint>
#include <utility>

namespace zipper {

namespace {

constexpr std::array<Qt::DockWidgetArea, 4> dockSides{Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                                      Qt::TopDockWidgetArea, Qt::BottomDockWidgetArea};

/// What the docks of a side have of the window: those at its left and right a width.
int extentAt(std::size_t side, const QSize& size) {
  const bool isColumn = dockSides[side] == Qt::LeftDockWidgetArea || dockSides[side] == Qt::RightDockWidgetArea;
  return isColumn ? size.width() : size.height();
}

}  // namespace

DockSizes::DockSizes(QMainWindow& window, const std::vector<QDockWidget*>& docks)
    : QObject(&window), window_(window), docks_(docks), size_(window.size()), extents_(measured()) {
  window_.installEventFilter(this);
  for (QDockWidget* dock : docks_) {
    dock->installEventFilter(this);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockSizes::forget);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockSizes::forget);
  }
}

/// Without those behind others, which QMainWindow keeps outside of the window.
std::vector<QDockWidget*> DockSizes::seenAt(std::size_t side) const {
  std::vector<QDockWidget*> seen;
  for (QDockWidget* dock : docks_)
    if (dock->isVisible() && !dock->isFloating() && window_.dockWidgetArea(dock) == dockSides[side] &&
        window_.rect().intersects(dock->geometry()))
      seen.push_back(dock);
  return seen;
}

DockSizes::Extents DockSizes::measured() const {
  Extents extents{};
  for (std::size_t side = 0; side < sides; ++side) {
    QRect all;
    for (const QDockWidget* dock : seenAt(side)) all |= dock->geometry();
    extents[side] = extentAt(side, all.size());
  }
  return extents;
}

bool DockSizes::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &window_) {
    // While the window has another size than was seen, docks are about to follow it: see followWindow().
    if (event->type() == QEvent::Resize && window_.size() == size_) extents_ = measured();
  } else if (event->type() == QEvent::Resize) {
    followWindow();  // layouts come before filters: the docks have their places already
  } else if (event->type() == QEvent::MouseButtonPress) {
    pressed_ = measured();
  } else if (event->type() == QEvent::MouseButtonRelease) {
    QMetaObject::invokeMethod(this, &DockSizes::takeDrag, Qt::QueuedConnection);  // the window moves docks after this
  }
  return QObject::eventFilter(watched, event);
}

void DockSizes::followWindow() {
  const QSize before = std::exchange(size_, window_.size());
  const Extents had = std::exchange(extents_, measured());
  if (!window_.isVisible()) return;
  for (std::size_t side = 0; side < sides; ++side) {
    const int whole = extentAt(side, before), now = extentAt(side, size_);
    const bool lostRoom = extents_[side] > 0 && extents_[side] < had[side];
    if (now < whole && lostRoom && squeezed_[side].extent == 0) squeezed_[side] = {had[side], whole};
    if (now > whole) giveBack(side);
  }
}

void DockSizes::giveBack(std::size_t side) {
  Squeezed& squeezed = squeezed_[side];
  const int current = extents_[side], whole = extentAt(side, size_);
  if (squeezed.extent == 0 || current <= 0) return;
  const bool all = whole >= squeezed.window;
  const int wanted = all ? squeezed.extent : int(std::int64_t(squeezed.extent) * whole / squeezed.window);
  if (all) squeezed = {};
  if (wanted <= current) return;
  QList<QDockWidget*> docks;
  QList<int> lengths;
  for (QDockWidget* dock : seenAt(side)) {
    docks << dock;
    lengths << int(std::int64_t(extentAt(side, dock->size())) * wanted / current);
  }
  const bool isColumn = extentAt(side, {1, 0}) == 1;
  window_.resizeDocks(docks, lengths, isColumn ? Qt::Horizontal : Qt::Vertical);
}

void DockSizes::takeDrag() {
  if (!pressed_) return;
  const Extents before = *std::exchange(pressed_, std::nullopt), now = measured();
  for (std::size_t side = 0; side < sides; ++side)
    if (now[side] != before[side]) squeezed_[side] = {};
}

}  // namespace zipper
