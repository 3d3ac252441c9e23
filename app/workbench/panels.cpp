// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/panels.h"

#include <QCoreApplication>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/workbench/actions.h"
#include "app/workbench/dock_sizes.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/summary/summary_card.h"
#include "widgets/try_it/try_panel.h"
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
      changes(new ChangesPanel),
      tryIt(new TryPanel),
      costs(new MergeEstimatePanel(actions.estimateCosts, actions.suggestLayers)),
      layers(new LayersPanel),
      history(new HistoryPanel),
      queue(new QueuePanel),
      log(new LogPanel),
      lesson(new LessonPanel),
      notices(new NoticeBar),
      summary(new SummaryCard(actions.exportModel, actions.save)),
      center(new QStackedWidget(window)),
      window_(window) {
  auto* session = new QWidget;
  auto* column = new QVBoxLayout(session);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(notices);
  column->addWidget(zipper, 1);
  column->addWidget(summary);
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
  changesDock_ =
      dock(window, Qt::BottomDockWidgetArea, "changesDock", QT_TRANSLATE_NOOP("Panels", "What Changed"), changes);
  tryDock_ = dock(window, Qt::BottomDockWidgetArea, "tryDock", QT_TRANSLATE_NOOP("Panels", "Try It"), tryIt);
  costsDock_ = dock(window, Qt::BottomDockWidgetArea, "costsDock", QT_TRANSLATE_NOOP("Panels", "Merge costs"), costs);
  layersDock_ = dock(window, Qt::BottomDockWidgetArea, "layersDock", QT_TRANSLATE_NOOP("Panels", "Layers"), layers);
  historyDock_ = dock(window, Qt::BottomDockWidgetArea, "historyDock", QT_TRANSLATE_NOOP("Panels", "History"), history);
  queueDock_ = dock(window, Qt::BottomDockWidgetArea, "queueDock", QT_TRANSLATE_NOOP("Panels", "Queue"), queue);
  logDock_ = dock(window, Qt::BottomDockWidgetArea, "logDock", QT_TRANSLATE_NOOP("Panels", "Log"), log);
  lessonDock_ = dock(window, Qt::LeftDockWidgetArea, "lessonDock", QT_TRANSLATE_NOOP("Panels", "Lesson"), lesson);
  sizes_ = new DockSizes(*window, docks);
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
  if (presenting_) return arrangePresented();
  window_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  window_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  // Hidden meanwhile: docks that stand side by side for a moment would make the window grow.
  for (QDockWidget* dock : docks) {
    dock->hide();
    dock->setFloating(false);
  }
  window_->addDockWidget(Qt::LeftDockWidgetArea, recipeDock_);
  window_->splitDockWidget(recipeDock_, explainDock_, Qt::Vertical);
  window_->tabifyDockWidget(recipeDock_, lessonDock_);
  window_->addDockWidget(Qt::RightDockWidgetArea, inspectorDock_);
  window_->addDockWidget(Qt::BottomDockWidgetArea, curvesDock_);
  for (QDockWidget* dock :
       {accuracyDock_, changesDock_, tryDock_, costsDock_, layersDock_, historyDock_, queueDock_, logDock_})
    window_->tabifyDockWidget(curvesDock_, dock);
  const bool hasLesson = lesson->pageCount() > 0;
  for (QDockWidget* dock : docks) dock->setVisible(dock != lessonDock_ || hasLesson);
  if (hasLesson) lessonDock_->raise();
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
  fitsLater_ = presenting_;
  if (presenting_) return fitPresented();
  forgetSizes();
  const int width = window_->width(), height = window_->height();
  const int form = 38 * window_->fontMetrics().averageCharWidth();  // that the recipe needs
  const int left = std::max(std::clamp(width / 5, 270, 420), std::min(form, width * 29 / 100)),
            right = std::clamp(width / 4, 320, 720);
  window_->resizeDocks({recipeDock_, inspectorDock_}, {left, right}, Qt::Horizontal);
  // The zipper keeps its shape: in a narrow window it needs less height, which the curves can use.
  const int zipperHeight = std::max(220, (width - left - right) * 6 / 10), bars = height / 8;
  const int curves = std::max(height * 43 / 100, height - bars - zipperHeight);
  window_->resizeDocks({curvesDock_}, {std::clamp(curves, 260, 680)}, Qt::Vertical);
  window_->resizeDocks({recipeDock_, explainDock_}, {height * 6 / 10, height * 4 / 10}, Qt::Vertical);
}

void Panels::forgetSizes() { sizes_->forget(); }

void Panels::showWelcome() {
  if (!arrangement_.isEmpty()) return;
  arrangement_ = window_->saveState();
  center->setCurrentWidget(welcome);
  for (QDockWidget* dock : docks) dock->hide();
}

void Panels::showSession() {
  center->setCurrentWidget(zipper->parentWidget());
  const QByteArray hidden = std::exchange(arrangement_, {});
  if (presenting_) {
    if (!hidden.isEmpty()) arrangePresented();
    return;
  }
  // All at once: docks that are shown one by one stand side by side for a moment and make the window grow.
  if (!hidden.isEmpty()) window_->restoreState(hidden), forgetSizes();
  showWholeTabs();
  if (fitsLater_) QTimer::singleShot(0, window_, [this] { fitSizes(); });
}

void Panels::setPresenting(bool presenting) {
  if (presenting == presenting_) return;
  const bool welcomes = !arrangement_.isEmpty();
  if (presenting) usual_ = arrangement();
  presenting_ = presenting;
  if (presenting) {
    if (!welcomes) arrangePresented();
  } else if (welcomes) {
    arrangement_ = std::exchange(usual_, {});
  } else {
    restore(std::exchange(usual_, {}));
    if (fitsLater_) fitSizes();
  }
}

/// Twice: bars become lower only when events are handled again, and docks would share what that leaves.
void Panels::restore(const QByteArray& arrangement) {
  window_->restoreState(arrangement);
  forgetSizes();
  showWholeTabs();
  if (fitsLater_) return;
  QTimer::singleShot(0, window_, [this, arrangement] {
    if (presenting_ || !arrangement_.isEmpty()) return;
    QEvent textsAreSmaller(QEvent::LayoutRequest);  // a status bar keeps its height until it is asked
    QCoreApplication::sendEvent(window_->statusBar(), &textsAreSmaller);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    window_->restoreState(arrangement);
  });
}

void Panels::arrangePresented() {
  if (!arrangement_.isEmpty()) return;  // the welcome page is shown, alone
  window_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  window_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  for (QDockWidget* dock : docks)
    if (dock != explainDock_ && dock != curvesDock_) dock->hide();
  for (QDockWidget* dock : {explainDock_, curvesDock_}) dock->setFloating(false);
  window_->addDockWidget(Qt::LeftDockWidgetArea, explainDock_);
  window_->addDockWidget(Qt::BottomDockWidgetArea, curvesDock_);
  for (QDockWidget* dock : {explainDock_, curvesDock_}) dock->show();
  fitPresented();
}

int Panels::roomInside() const {
  int bars = window_->menuBar()->sizeHint().height() + window_->statusBar()->sizeHint().height();
  for (const QToolBar* bar : window_->findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly))
    if (!bar->isHidden()) bars += bar->sizeHint().height();
  return window_->height() - bars;
}

void Panels::fitPresented() {
  if (!presenting_ || !arrangement_.isEmpty()) return;
  forgetSizes();
  const int width = window_->width(), left = std::clamp(width * 3 / 10, 280, 640), room = roomInside();
  const int zipperHeight = (width - left) * 58 / 100;  // for its writing, which is larger, too
  window_->resizeDocks({explainDock_}, {left}, Qt::Horizontal);
  window_->resizeDocks({curvesDock_}, {std::max({200, room * 3 / 10, std::min(room - zipperHeight, room / 2)})},
                       Qt::Vertical);
}

QDockWidget& Panels::dockOf(const QWidget* panel) const {
  return **std::find_if(docks.begin(), docks.end(), [panel](QDockWidget* dock) { return dock->widget() == panel; });
}

void Panels::reveal(const QWidget* panel) {
  QDockWidget& dock = dockOf(panel);
  dock.show();
  dock.raise();
}

void Panels::setArrangement(const QByteArray& arrangement) {
  if (presenting_)
    usual_ = arrangement;
  else if (!arrangement_.isEmpty())
    arrangement_ = arrangement;
  else
    restore(arrangement);
}

QByteArray Panels::arrangement() const {
  if (presenting_) return usual_;
  return arrangement_.isEmpty() ? window_->saveState() : arrangement_;
}

}  // namespace zipper
