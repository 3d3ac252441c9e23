// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QObject>
#include <vector>

#include "app/workbench/run_state.h"

namespace zipper {

/// Every command of the window, with text, shortcut, tooltip and object name (for tests and style sheets). What they do
/// is connected by the window.
class Actions : public QObject {
  Q_OBJECT

 public:
  explicit Actions(QWidget* window);

  // File
  QAction *trainHead, *fineTune;
  QAction *newSession, *openSample, *openPhotographs, *openSession;
  QAction *save, *saveAs, *saveLesson, *exportModel, *exportReport, *exportFigures, *quit;
  // Run
  QAction *step, *runToSelected, *runAll, *pause, *resume, *cancel, *stepBack, *tryAgain;
  QAction *estimateCosts, *suggestLayers, *compare, *sizes, *enqueue, *guessFirst;
  // Edit
  QAction *copyCommand, *compareRecipes;
  // View
  QAction *fit, *zoomIn, *zoomOut, *nextPanel, *previousPanel, *presentation, *reducedMotion, *themeSystem, *themeLight,
      *themeDark;
  // Help
  QAction *guidedTour, *handbook, *glossary, *shortcuts, *fileFormats, *whatsThis, *about;

  /// Entries per task, see setTaskCounts().
  QMenu *modelMenu, *dataMenu;
  /// Short cuts past the export page: a menu per format that the engine can write, with entries for all tasks and for
  /// each alone.
  QMenu* exportMenu;
  QMenu* recentMenu;

  void enable(const RunCommands& commands);
  /// How many tasks there are to choose models and data for, and how many to export.
  void setTaskCounts(int chosen, int exported);
  /// How long all steps of the plan will take, in seconds; negative: unknown, or none are left. Tips say it.
  void setForecast(double seconds);
  /// Why steps and what else needs images can't be done, beside what they do; empty: nothing is in the way.
  void explainMissing(const QString& reason);
  /// Icons in the colour of the theme.
  void recolor(const QColor& color);

 Q_SIGNALS:
  void modelRequested(int task);
  void dataRequested(int task);
  /// `task`: "all", "a", "b", ...
  void exportRequested(const QString& format, const QString& task, const QString& extension);

 private:
  QAction* add(const char* name, const QString& text, const QString& tip, const QKeySequence& shortcut = {},
               const QString& icon = {});
  void addFileActions();
  void addExportMenus();
  void addSourceActions(int task);
  /// "all" or a task's name, for each format.
  std::vector<QAction*> addExportActions(const QString& task, const QString& text);
  void addRunActions();
  void addViewActions();

  QWidget* window_;
  std::vector<std::vector<QAction*>> sources_;  ///< [task]: those that choose its model and its data
  std::vector<QMenu*> exportMenus_;             ///< a format each
  std::vector<std::vector<QAction*>> exports_;  ///< [task]: those that export it alone
  std::vector<std::pair<QAction*, QString>> icons_;
};

}  // namespace zipper
