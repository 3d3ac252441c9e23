// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/tour_places.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QScrollArea>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

#include "app/workbench/actions.h"
#include "app/workbench/panels.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/recipe/initialization_row.h"
#include "widgets/recipe/preset_row.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

void scrollTo(QWidget* widget) {
  for (QWidget* around = widget->parentWidget(); around != nullptr; around = around->parentWidget())
    if (auto* scroll = qobject_cast<QScrollArea*>(around)) scroll->ensureWidgetVisible(widget);
}

QAction* fileMenuOf(const QMainWindow& window) {
  const QList<QAction*> menus = window.menuBar()->actions();
  return menus.isEmpty() ? nullptr : menus.front();
}

}  // namespace

QWidget* TourPlaces::widgetOf(TourTarget target) const {
  const auto button = [this](QAction* action) {
    const auto* bar = window_.findChild<QToolBar*>(QStringLiteral("runToolBar"));
    return bar == nullptr ? nullptr : bar->widgetForAction(action);
  };
  switch (target) {
    case TourTarget::OpenSample:
      return panels_.welcome->focusProxy();
    case TourTarget::Zipper:
      return panels_.zipper;
    case TourTarget::Preset:
      return panels_.recipe->findChild<PresetRow*>();
    case TourTarget::Initialization:
      return panels_.recipe->findChild<InitializationRow*>();
    case TourTarget::Step:
      return button(actions_.step);
    case TourTarget::TryAgain:
      return button(actions_.tryAgain);
    case TourTarget::RunAll:
      return button(actions_.runAll);
    case TourTarget::Curves:
      return panels_.curves;
    case TourTarget::LayersTab:
      return panels_.layers;
    case TourTarget::ChangesTab:
      return panels_.changes;
    case TourTarget::FileMenu:
      return window_.menuBar();
    case TourTarget::None:
      return nullptr;
  }
  return nullptr;
}

QRect TourPlaces::placeOf(const QWidget* widget) const {
  if (widget == nullptr || !widget->isVisible() || widget->window() != &window_) return {};
  // Without what is scrolled away.
  QRect seen = widget->rect();
  for (const QWidget* part = widget; part != &window_; part = part->parentWidget())
    seen = seen.translated(part->pos()) & part->parentWidget()->rect();
  return seen;
}

QTabBar* TourPlaces::tabBarOf(const QDockWidget& dock, int& tab) const {
  for (QTabBar* bar : window_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
    for (tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
      if (bar->tabText(tab) == dock.windowTitle()) return bar;
  return nullptr;
}

/// Where there are more tabs than room, by the buttons that scroll them.
void TourPlaces::showTab(QDockWidget& dock) const {
  dock.show();
  int tab = 0;
  QTabBar* bar = tabBarOf(dock, tab);
  if (bar == nullptr) return;
  const auto scrolling = bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
  const auto isFree = [&] {
    const QRect place = bar->tabRect(tab);
    return bar->rect().contains(place) &&
           std::none_of(scrolling.begin(), scrolling.end(), [&](const QToolButton* button) {
             return button->isVisible() && button->geometry().intersects(place);
           });
  };
  for (QToolButton* button : scrolling)
    for (int i = 0; i < bar->count() && button->isVisible() && button->isEnabled() && !isFree(); ++i) button->click();
}

QRect TourPlaces::tabOf(const QDockWidget& dock) const {
  int tab = 0;
  const QTabBar* bar = tabBarOf(dock, tab);
  if (bar == nullptr) return placeOf(&dock);
  const QRect seen = bar->tabRect(tab) & bar->rect();
  return seen.isEmpty() ? placeOf(bar) : QRect(bar->mapTo(&window_, seen.topLeft()), seen.size());
}

QRect TourPlaces::placeOf(TourTarget target) const {
  QWidget* widget = widgetOf(target);
  if (widget == nullptr) return {};
  if (target == TourTarget::LayersTab || target == TourTarget::ChangesTab)
    return isInFront(widget) ? placeOf(widget) : tabOf(panels_.dockOf(widget));
  if (target != TourTarget::FileMenu) return placeOf(widget);
  QAction* menu = fileMenuOf(window_);
  const QRect place = menu == nullptr ? QRect() : window_.menuBar()->actionGeometry(menu);
  return place.translated(window_.menuBar()->pos());
}

bool TourPlaces::isInFront(const QWidget* panel) const {
  // Panels behind another one are kept outside of the window; a region would lack what children cover.
  const QWidget* window = panel->window();
  return panel->isVisible() && window->rect().intersects(QRect(panel->mapTo(window, QPoint()), panel->size()));
}

void TourPlaces::bringIntoView(TourTarget target) const {
  switch (target) {
    case TourTarget::Preset:
    case TourTarget::Initialization:
      panels_.reveal(panels_.recipe);
      if (QWidget* row = widgetOf(target)) scrollTo(row);
      return;
    case TourTarget::Curves:
      return panels_.reveal(panels_.curves);
    case TourTarget::LayersTab:
      return showTab(panels_.dockOf(panels_.layers));
    case TourTarget::ChangesTab:
      return showTab(panels_.dockOf(panels_.changes));
    case TourTarget::OpenSample:
      return scrollTo(panels_.welcome->focusProxy());
    default:
      return;
  }
}

void TourPlaces::focus(TourTarget target) const {
  QWidget* widget = widgetOf(target);
  if (widget == nullptr) return;
  int tab = 0;
  if (target == TourTarget::LayersTab || target == TourTarget::ChangesTab) {
    QTabBar* bar = tabBarOf(panels_.dockOf(widget), tab);
    return bar == nullptr ? widget->setFocus(Qt::OtherFocusReason) : bar->setFocus(Qt::OtherFocusReason);
  }
  if (target == TourTarget::FileMenu) return window_.menuBar()->setActiveAction(fileMenuOf(window_));
  if (const auto* row = qobject_cast<FieldRow*>(widget)) widget = row->editor();
  widget->setFocus(Qt::OtherFocusReason);
}

}  // namespace zipper
