// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/panels.h"

#include <QCoreApplication>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/workbench/actions.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

QString text(const char* source) { return QCoreApplication::translate("Panels", source); }

}  // namespace

Panels::Panels(QMainWindow* window, Actions& actions)
    : welcome(new WelcomePage),
      zipper(new ZipperView),
      recipe(new RecipePanel),
      explain(new ExplainPanel),
      inspector(new InspectorPanel),
      curves(new CurvesPanel),
      accuracy(new AccuracyPanel),
      costs(new MergeEstimatePanel(actions.estimateCosts, actions.suggestLayers)),
      layers(new LayersPanel),
      history(new HistoryPanel),
      log(new LogPanel),
      notices(new NoticeBar),
      center(new QStackedWidget(window)),
      window_(window) {
  auto* session = new QWidget;
  auto* column = new QVBoxLayout(session);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(notices);
  column->addWidget(zipper, 1);
  zipper->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);  // takes what the notices leave
  center->addWidget(welcome);
  center->addWidget(session);
  window->setCentralWidget(center);
  window->setDockNestingEnabled(true);
  recipeDock_ = dock(window, Qt::LeftDockWidgetArea, "recipeDock", QT_TRANSLATE_NOOP("Panels", "Recipe"), recipe);
  explainDock_ = dock(window, Qt::LeftDockWidgetArea, "explainDock", QT_TRANSLATE_NOOP("Panels", "Explain"), explain);
  inspectorDock_ =
      dock(window, Qt::RightDockWidgetArea, "inspectorDock", QT_TRANSLATE_NOOP("Panels", "Inspector"), inspector);
  curvesDock_ = dock(window, Qt::BottomDockWidgetArea, "curvesDock", QT_TRANSLATE_NOOP("Panels", "Curves"), curves);
  accuracyDock_ =
      dock(window, Qt::BottomDockWidgetArea, "accuracyDock", QT_TRANSLATE_NOOP("Panels", "Accuracy"), accuracy);
  costsDock_ = dock(window, Qt::BottomDockWidgetArea, "costsDock", QT_TRANSLATE_NOOP("Panels", "Merge costs"), costs);
  layersDock_ = dock(window, Qt::BottomDockWidgetArea, "layersDock", QT_TRANSLATE_NOOP("Panels", "Layers"), layers);
  historyDock_ = dock(window, Qt::BottomDockWidgetArea, "historyDock", QT_TRANSLATE_NOOP("Panels", "History"), history);
  logDock_ = dock(window, Qt::BottomDockWidgetArea, "logDock", QT_TRANSLATE_NOOP("Panels", "Log"), log);
  arrange();
}

QDockWidget* Panels::dock(QMainWindow* window, Qt::DockWidgetArea area, const char* name, const QString& title,
                          QWidget* widget) {
  auto* dock = new QDockWidget(text(title.toUtf8().constData()), window);
  dock->setObjectName(name);
  dock->setWidget(widget);
  window->addDockWidget(area, dock);
  docks.push_back(dock);
  return dock;
}

void Panels::arrange() {
  window_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  window_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  // Hidden meanwhile: docks that stand side by side for a moment would make the window grow.
  for (QDockWidget* dock : docks) {
    dock->hide();
    dock->setFloating(false);
  }
  window_->addDockWidget(Qt::LeftDockWidgetArea, recipeDock_);
  window_->splitDockWidget(recipeDock_, explainDock_, Qt::Vertical);
  window_->addDockWidget(Qt::RightDockWidgetArea, inspectorDock_);
  window_->addDockWidget(Qt::BottomDockWidgetArea, curvesDock_);
  for (QDockWidget* dock : {accuracyDock_, costsDock_, layersDock_, historyDock_, logDock_})
    window_->tabifyDockWidget(curvesDock_, dock);
  for (QDockWidget* dock : docks) dock->show();
  curvesDock_->raise();
  showWholeTabs();
  fitSizes();
}

void Panels::showWholeTabs() {
  for (QTabBar* bar : window_->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
    bar->setElideMode(Qt::ElideNone);
    bar->setUsesScrollButtons(true);
  }
}

void Panels::fitSizes() {
  const int width = window_->width(), height = window_->height();
  const int left = std::clamp(width / 5, 270, 420), right = std::clamp(width / 4, 320, 720);
  window_->resizeDocks({recipeDock_, inspectorDock_}, {left, right}, Qt::Horizontal);
  // The zipper keeps its shape: in a narrow window it needs less height, which the curves can use.
  const int zipperHeight = std::max(220, (width - left - right) * 6 / 10), bars = height / 8;
  const int curves = std::max(height * 43 / 100, height - bars - zipperHeight);
  window_->resizeDocks({curvesDock_}, {std::clamp(curves, 260, 680)}, Qt::Vertical);
  window_->resizeDocks({recipeDock_, explainDock_}, {height * 6 / 10, height * 4 / 10}, Qt::Vertical);
}

void Panels::showWelcome() {
  if (!arrangement_.isEmpty()) return;
  arrangement_ = window_->saveState();
  center->setCurrentWidget(welcome);
  for (QDockWidget* dock : docks) dock->hide();
}

void Panels::showSession() {
  center->setCurrentWidget(zipper->parentWidget());
  // All at once: docks that are shown one by one stand side by side for a moment and make the window grow.
  if (!arrangement_.isEmpty()) window_->restoreState(std::exchange(arrangement_, {}));
  showWholeTabs();
}

void Panels::reveal(const QWidget* panel) {
  for (QDockWidget* dock : docks) {
    if (dock->widget() != panel) continue;
    dock->show();
    dock->raise();
  }
}

QByteArray Panels::arrangement() const { return arrangement_.isEmpty() ? window_->saveState() : arrangement_; }

}  // namespace zipper
