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
  QAction *newSession, *openSample, *openModelA, *openModelB, *openDataA, *openDataB, *openSession;
  QAction *save, *saveAs, *exportReport, *exportFigures, *quit;
  // Run
  QAction *step, *runToSelected, *runAll, *pause, *resume, *cancel, *stepBack, *tryAgain;
  QAction *estimateCosts, *suggestLayers, *compare;
  // View
  QAction *fit, *zoomIn, *zoomOut, *reducedMotion, *themeSystem, *themeLight, *themeDark;
  // Help
  QAction *about, *shortcuts, *fileFormats;

  /// An entry per format that the engine can write, and per task or all; data(): {format, task}.
  std::vector<QAction*> exports;
  QMenu* exportMenu;
  QMenu* recentMenu;

  void enable(const RunCommands& commands);
  /// How long all steps of the plan will take, in seconds; negative: unknown, or none are left. Tips say it.
  void setForecast(double seconds);
  /// Why steps and what else needs images can't be done, beside what they do; empty: nothing is in the way.
  void explainMissing(const QString& reason);
  /// Icons in the colour of the theme.
  void recolor(const QColor& color);

 private:
  QAction* add(const char* name, const QString& text, const QString& tip, const QKeySequence& shortcut = {},
               const QString& icon = {});
  void addFileActions();
  void addExportActions();
  void addRunActions();
  void addViewActions();

  QWidget* window_;
  std::vector<std::pair<QAction*, QString>> icons_;
};

}  // namespace zipper
