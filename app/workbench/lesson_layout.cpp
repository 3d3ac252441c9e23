// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/lesson_layout.h"

#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/workbench/panels.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct AreaName {
  Qt::DockWidgetArea area;
  const char* name;
  bool isColumn;  ///< groups stand one below the other
};
constexpr std::array<AreaName, 4> areaNames{{{Qt::LeftDockWidgetArea, "left", true},
                                             {Qt::RightDockWidgetArea, "right", true},
                                             {Qt::TopDockWidgetArea, "top", false},
                                             {Qt::BottomDockWidgetArea, "bottom", false}}};
constexpr double lessonShare = 0.5;

bool isSeen(const QDockWidget& dock) { return !dock.visibleRegion().isEmpty(); }

/// Docks that lie on each other, one that is seen first: only that one's geometry holds.
using DockGroup = std::vector<QDockWidget*>;

std::vector<DockGroup> groupsIn(const QMainWindow& window, const Panels& panels, Qt::DockWidgetArea area) {
  std::vector<DockGroup> groups;
  std::vector<QDockWidget*> taken;
  for (QDockWidget* dock : panels.docks) {
    if (dock->isHidden() || dock->isFloating() || window.dockWidgetArea(dock) != area) continue;
    if (std::find(taken.begin(), taken.end(), dock) != taken.end()) continue;
    DockGroup group{dock};
    for (QDockWidget* other : window.tabifiedDockWidgets(dock))
      if (!other->isHidden() && !other->isFloating()) group.push_back(other);
    std::stable_partition(group.begin(), group.end(), [](const QDockWidget* one) { return isSeen(*one); });
    taken.insert(taken.end(), group.begin(), group.end());
    groups.push_back(group);
  }
  return groups;
}

double shareOf(int length, int whole) { return whole > 0 ? std::clamp(double(length) / whole, 0.0, 1.0) : 0; }

/// Of an area: the groups by their numbers, those in front first in each.
using DocksByArea = std::map<int, std::vector<std::pair<const PanelPlace*, QDockWidget*>>>;

void placeGroups(QMainWindow& window, const AreaName& area, const DocksByArea& places) {
  const Qt::Orientation along = area.isColumn ? Qt::Vertical : Qt::Horizontal;
  const int length = area.isColumn ? window.height() : window.width();
  const int depth = area.isColumn ? window.width() : window.height();
  QList<QDockWidget*> firsts;
  QList<int> lengths, depths;
  for (const auto& [number, group] : places) {
    QDockWidget* const first = group.front().second;
    window.addDockWidget(area.area, first, along);
    for (const auto& [panel, dock] : group) {
      if (dock != first) window.tabifyDockWidget(first, dock);
      dock->show();
    }
    const PanelPlace& panel = *group.front().first;
    firsts << first;
    lengths << std::max(60, int(panel.share * length));
    depths << std::max(120, int(panel.depth * depth));
    first->raise();
  }
  if (firsts.isEmpty() || places.begin()->second.front().first->depth <= 0) return;
  window.resizeDocks(firsts, lengths, along);
  window.resizeDocks({firsts.front()}, {depths.front()}, area.isColumn ? Qt::Horizontal : Qt::Vertical);
}

bool namesPlaces(const std::vector<PanelPlace>& layout) {
  return std::any_of(layout.begin(), layout.end(), [](const PanelPlace& panel) { return !panel.area.empty(); });
}

bool names(const std::vector<PanelPlace>& layout, const std::string& name) {
  return std::any_of(layout.begin(), layout.end(), [&name](const PanelPlace& panel) { return panel.name == name; });
}

/// The lesson above what stands at the left, which shares the rest of that side.
void showLessonOnTop(QMainWindow& window, Panels& panels, QDockWidget& lesson) {
  lesson.setFloating(false);
  std::vector<DockGroup> groups = groupsIn(window, panels, Qt::LeftDockWidgetArea);
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [&lesson](const DockGroup& group) { return group.front() == &lesson; }),
               groups.end());
  window.addDockWidget(Qt::LeftDockWidgetArea, &lesson);
  QDockWidget* below = nullptr;
  for (const DockGroup& group : groups)
    for (QDockWidget* dock : group) {
      if (below == nullptr)
        window.splitDockWidget(&lesson, below = dock, Qt::Vertical);
      else
        window.tabifyDockWidget(below, dock);
    }
  lesson.show();
  lesson.raise();
  if (below == nullptr) return;
  const int height = int(lessonShare * window.height());
  window.resizeDocks({&lesson, below}, {height, window.height() - height}, Qt::Vertical);
}

}  // namespace

QDockWidget* dockOfName(const Panels& panels, const std::string& name) {
  const QString object = style::unchanged(name) + QLatin1String("Dock");
  for (QDockWidget* dock : panels.docks)
    if (dock->objectName() == object) return dock;
  return nullptr;
}

std::string nameOfDock(const QDockWidget& dock) {
  QString name = dock.objectName();
  if (!name.endsWith(QLatin1String("Dock"))) return {};
  name.chop(4);
  const bool plain = std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
  return plain ? name.toStdString() : std::string();
}

std::vector<PanelPlace> layoutOf(const QMainWindow& window, const Panels& panels) {
  std::vector<PanelPlace> layout;
  for (const AreaName& area : areaNames) {
    std::vector<DockGroup> groups = groupsIn(window, panels, area.area);
    std::stable_sort(groups.begin(), groups.end(), [&area](const DockGroup& one, const DockGroup& other) {
      const QPoint a = one.front()->pos(), b = other.front()->pos();
      return area.isColumn ? a.y() < b.y() : a.x() < b.x();
    });
    for (std::size_t g = 0; g < groups.size(); ++g)
      for (const QDockWidget* dock : groups[g]) {
        const QSize size = groups[g].front()->size();
        PanelPlace panel{nameOfDock(*dock), area.name, int(g), dock == groups[g].front()};
        panel.share = area.isColumn ? shareOf(size.height(), window.height()) : shareOf(size.width(), window.width());
        panel.depth = area.isColumn ? shareOf(size.width(), window.width()) : shareOf(size.height(), window.height());
        if (!panel.name.empty()) layout.push_back(panel);
      }
  }
  return layout;
}

void applyLayout(QMainWindow& window, Panels& panels, const std::vector<PanelPlace>& layout) {
  QDockWidget* const lesson = dockOfName(panels, "lesson");
  if (namesPlaces(layout)) {
    for (QDockWidget* dock : panels.docks) {
      dock->hide();
      dock->setFloating(false);
    }
    for (const AreaName& area : areaNames) {
      DocksByArea places;
      for (const PanelPlace& panel : layout) {
        QDockWidget* dock = panel.area == area.name ? dockOfName(panels, panel.name) : nullptr;
        if (dock == nullptr) continue;
        auto& group = places[panel.group];
        group.insert(panel.front ? group.begin() : group.end(), {&panel, dock});
      }
      placeGroups(window, area, places);
    }
  } else if (!layout.empty()) {
    panels.arrange();
    for (QDockWidget* dock : panels.docks) dock->setVisible(names(layout, nameOfDock(*dock)));
  }
  if (lesson != nullptr && (!namesPlaces(layout) || lesson->isHidden())) showLessonOnTop(window, panels, *lesson);
  panels.forgetSizes();
}

}  // namespace zipper
