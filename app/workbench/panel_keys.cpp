// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/panel_keys.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QTabBar>
#include <algorithm>

#include "app/workbench/panels.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

bool takesTab(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
}

/// What gets the focus in a place: what had it before, else the first widget in the Tab order, but for the buttons of
/// the dock's title.
QWidget* entryOf(QWidget* place) {
  const auto* dock = qobject_cast<QDockWidget*>(place);
  QWidget* inside = dock != nullptr ? dock->widget() : place;
  if (QWidget* before = inside->focusWidget(); before != nullptr && takesTab(before)) return before;
  if (takesTab(inside)) return inside;
  for (QWidget* at = inside->nextInFocusChain(); at != inside; at = at->nextInFocusChain())
    if (inside->isAncestorOf(at) && takesTab(at)) return at;
  return place;
}

}  // namespace

PanelKeys::PanelKeys(QMainWindow* window, Panels& panels) : QObject(window), window_(*window), panels_(panels) {
  for (QDockWidget* dock : panels_.docks) {
    nameButtons(dock);
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock] { nameButtons(dock); });
    // What scrolls a panel takes the focus, so that keys scroll.
    for (auto* area : dock->findChildren<QAbstractScrollArea*>())
      if (area->accessibleName().isEmpty()) area->setAccessibleName(dock->windowTitle());
  }
  window->installEventFilter(this);
  nameTabs();
}

void PanelKeys::nameTabs() {
  for (QTabBar* bar : window_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
    if (bar->accessibleName().isEmpty()) bar->setAccessibleName(tr("Panels"));
}

/// Qt makes bars of tabs when panels come to lie on each other, and gives the buttons of docks its own names again
/// whenever it arranges them: they have ours as soon as they are seen.
bool PanelKeys::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &window_ && event->type() == QEvent::ChildAdded)  // it isn't yet what it will be
    QMetaObject::invokeMethod(this, &PanelKeys::nameTabs, Qt::QueuedConnection);
  const bool seen = event->type() == QEvent::Paint || event->type() == QEvent::Show || event->type() == QEvent::FocusIn;
  if (auto* dock = seen ? qobject_cast<QDockWidget*>(watched->parent()) : nullptr) nameButtons(dock);
  return QObject::eventFilter(watched, event);
}

void PanelKeys::nameButtons(QDockWidget* dock) {
  const QString title = dock->windowTitle();
  const auto name = [this, dock](const char* button, const QString& text) {
    auto* found = dock->findChild<QAbstractButton*>(QLatin1String(button), Qt::FindDirectChildrenOnly);
    if (found == nullptr || found->accessibleName() == text) return;
    found->installEventFilter(this);
    found->setAccessibleName(text);
    found->setToolTip(text);
    found->setFocusPolicy(Qt::TabFocus);
  };
  name("qt_dockwidget_floatbutton", dock->isFloating() ? tr("Put %1 back into the window").arg(title)
                                                       : tr("Make %1 a window of its own").arg(title));
  name("qt_dockwidget_closebutton", tr("Close %1").arg(title));
}

std::vector<QWidget*> PanelKeys::places() const {
  QWidget* middle = panels_.center->currentWidget();
  std::vector<QWidget*> all{middle == panels_.zipper->parentWidget() ? panels_.zipper : middle};
  for (QDockWidget* dock : panels_.docks)
    if (!dock->isHidden()) all.push_back(dock);
  return all;
}

void PanelKeys::move(int by) {
  const std::vector<QWidget*> all = places();
  const QWidget* focus = QApplication::focusWidget();
  const auto here = std::find_if(all.begin(), all.end(), [focus](const QWidget* place) {
    return focus != nullptr && (place == focus || place->isAncestorOf(focus));
  });
  const int count = int(all.size());
  const int at = here == all.end() ? (by > 0 ? -1 : 0) : int(here - all.begin());
  QWidget* to = all[std::size_t((at + by + count) % count)];
  if (auto* dock = qobject_cast<QDockWidget*>(to)) {
    dock->raise();
    if (dock->isFloating()) dock->activateWindow();
  }
  entryOf(to)->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void PanelKeys::next() { move(1); }

void PanelKeys::previous() { move(-1); }

}  // namespace zipper
