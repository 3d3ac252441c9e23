#include "app/workbench/panels.h"

#include <QCoreApplication>
#include <algorithm>

#include "widgets/curves/accuracy_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

QString text(const char* source) { return QCoreApplication::translate("Panels", source); }

}  // namespace

Panels::Panels(QMainWindow* window)
    : welcome(new WelcomePage),
      zipper(new ZipperView),
      recipe(new RecipePanel),
      explain(new ExplainPanel),
      inspector(new InspectorPanel),
      curves(new CurvesPanel),
      accuracy(new AccuracyPanel),
      layers(new LayersPanel),
      history(new HistoryPanel),
      log(new LogPanel),
      center(new QStackedWidget(window)) {
  center->addWidget(welcome);
  center->addWidget(zipper);
  window->setCentralWidget(center);
  window->setDockNestingEnabled(true);
  recipeDock_ = dock(window, Qt::LeftDockWidgetArea, "recipeDock", QT_TRANSLATE_NOOP("Panels", "Recipe"), recipe);
  explainDock_ = dock(window, Qt::LeftDockWidgetArea, "explainDock", QT_TRANSLATE_NOOP("Panels", "Explain"), explain);
  inspectorDock_ =
      dock(window, Qt::RightDockWidgetArea, "inspectorDock", QT_TRANSLATE_NOOP("Panels", "Inspector"), inspector);
  curvesDock_ = dock(window, Qt::BottomDockWidgetArea, "curvesDock", QT_TRANSLATE_NOOP("Panels", "Curves"), curves);
  accuracyDock_ =
      dock(window, Qt::BottomDockWidgetArea, "accuracyDock", QT_TRANSLATE_NOOP("Panels", "Accuracy"), accuracy);
  layersDock_ = dock(window, Qt::BottomDockWidgetArea, "layersDock", QT_TRANSLATE_NOOP("Panels", "Layers"), layers);
  historyDock_ = dock(window, Qt::BottomDockWidgetArea, "historyDock", QT_TRANSLATE_NOOP("Panels", "History"), history);
  logDock_ = dock(window, Qt::BottomDockWidgetArea, "logDock", QT_TRANSLATE_NOOP("Panels", "Log"), log);
  arrange(window);
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

void Panels::arrange(QMainWindow* window) {
  window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  for (QDockWidget* dock : docks) {
    dock->setFloating(false);
    dock->show();
  }
  window->addDockWidget(Qt::LeftDockWidgetArea, recipeDock_);
  window->addDockWidget(Qt::LeftDockWidgetArea, explainDock_);
  window->splitDockWidget(recipeDock_, explainDock_, Qt::Vertical);
  window->addDockWidget(Qt::RightDockWidgetArea, inspectorDock_);
  for (QDockWidget* dock : {curvesDock_, accuracyDock_, layersDock_, historyDock_, logDock_})
    window->addDockWidget(Qt::BottomDockWidgetArea, dock);
  for (QDockWidget* dock : {accuracyDock_, layersDock_, historyDock_, logDock_}) window->tabifyDockWidget(curvesDock_, dock);
  curvesDock_->raise();
  const int width = window->width(), height = window->height();
  window->resizeDocks({recipeDock_, inspectorDock_}, {std::clamp(width / 5, 270, 420), std::clamp(width / 4, 300, 720)},
                      Qt::Horizontal);
  window->resizeDocks({curvesDock_}, {std::clamp(height * 2 / 5, 260, 620)}, Qt::Vertical);
  window->resizeDocks({recipeDock_, explainDock_}, {height * 2 / 3, height / 3}, Qt::Vertical);
}

void Panels::showWelcome() {
  if (center->currentWidget() == welcome && !hidden_.empty()) return;
  center->setCurrentWidget(welcome);
  hidden_.clear();
  for (QDockWidget* dock : docks) {
    if (dock->isHidden()) continue;
    hidden_.push_back(dock);
    dock->hide();
  }
}

void Panels::showSession() {
  center->setCurrentWidget(zipper);
  for (QDockWidget* dock : hidden_) dock->show();
  hidden_.clear();
}

}  // namespace zipper
