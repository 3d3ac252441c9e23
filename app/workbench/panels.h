// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QStackedWidget>
#include <vector>

namespace zipper {

class AccuracyPanel;
class Actions;
class ChangesPanel;
class CurvesPanel;
class DockSizes;
class ExplainPanel;
class HistoryPanel;
class InspectorPanel;
class LayersPanel;
class LessonPanel;
class LogPanel;
class MergeEstimatePanel;
class NoticeBar;
class QueuePanel;
class RecipePanel;
class SummaryCard;
class TryPanel;
class WelcomePage;
class ZipperView;

/// All panels of the window and where they stand: the welcome page and the zipper view in the middle, the others in
/// docks around them.
struct Panels {
  Panels(QMainWindow* window, Actions& actions);

  WelcomePage* welcome;
  ZipperView* zipper;
  RecipePanel* recipe;
  ExplainPanel* explain;
  InspectorPanel* inspector;
  CurvesPanel* curves;
  AccuracyPanel* accuracy;
  ChangesPanel* changes;
  TryPanel* tryIt;
  MergeEstimatePanel* costs;
  LayersPanel* layers;
  HistoryPanel* history;
  QueuePanel* queue;
  LogPanel* log;
  LessonPanel* lesson;  ///< closed as long as no lesson is open

  NoticeBar* notices;    ///< above the zipper
  SummaryCard* summary;  ///< below it
  QStackedWidget* center;
  std::vector<QDockWidget*> docks;  ///< in the order of the View menu

  /// The welcome page alone, or the zipper with the docks that were open.
  void showWelcome();
  void showSession();
  QDockWidget& dockOf(const QWidget* panel) const;
  /// Brings the dock of a panel to the front.
  void reveal(const QWidget* panel);
  /// Of QMainWindow::saveState(), with the docks that are open while a session is, and none of what presenting did.
  QByteArray arrangement() const;
  /// False while the arrangement has places but no sizes yet: they are fitted when presenting ends.
  bool hasSizes() const { return !fitsLater_; }
  /// Back to what arrangement() was; while presenting or on the start page, when that ends.
  void setArrangement(const QByteArray& arrangement);
  bool isPresenting() const { return presenting_; }
  /// Docks back to where they stand at first; while presenting, to where these stand.
  void arrange();
  /// Their sizes to the size of the window.
  void fitSizes();
  /// Sizes were set on purpose: a window that grows gives its docks none of before back.
  void forgetSizes();
  /// Only what a room is to see: the explanation at the left, the curves below the zipper. When that ends, all docks
  /// are as they were before.
  void setPresenting(bool presenting);
  /// While presenting: sizes of what is shown to that of the window and of its bars.
  void fitPresented();

 private:
  void restore(const QByteArray& arrangement);
  void arrangePresented();
  /// Height of the window without menu, tool and status bars.
  int roomInside() const;
  /// Bars of docks that lie on each other scroll instead of cutting what stands on their tabs.
  void showWholeTabs();
  QDockWidget* dock(QMainWindow* window, Qt::DockWidgetArea area, const char* name, const QString& title,
                    QWidget* widget);
  QMainWindow* window_;
  DockSizes* sizes_;        ///< belongs to the window
  QByteArray arrangement_;  ///< while the welcome page hides the docks; empty: they show
  QByteArray usual_;        ///< while presenting: what was before
  bool presenting_ = false;
  bool fitsLater_ = false;
  QDockWidget *recipeDock_, *explainDock_, *inspectorDock_, *curvesDock_, *accuracyDock_, *changesDock_, *tryDock_,
      *costsDock_, *layersDock_, *historyDock_, *queueDock_, *logDock_, *lessonDock_;
};

}  // namespace zipper
