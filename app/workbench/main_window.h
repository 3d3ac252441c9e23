// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <QUndoGroup>
#include <functional>

#include "app/workbench/actions.h"
#include "app/workbench/beside_step.h"
#include "app/workbench/changes_link.h"
#include "app/workbench/compare_link.h"
#include "app/workbench/document.h"
#include "app/workbench/draft_controller.h"
#include "app/workbench/errors_link.h"
#include "app/workbench/export_link.h"
#include "app/workbench/figure_writer.h"
#include "app/workbench/guess_link.h"
#include "app/workbench/help_link.h"
#include "app/workbench/inspector_link.h"
#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/lesson_link.h"
#include "app/workbench/merge_cost_link.h"
#include "app/workbench/notice_link.h"
#include "app/workbench/panel_keys.h"
#include "app/workbench/panels.h"
#include "app/workbench/presentation.h"
#include "app/workbench/queue_link.h"
#include "app/workbench/recovery.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/run_status.h"
#include "app/workbench/runs_link.h"
#include "app/workbench/session_controller.h"
#include "app/workbench/session_views.h"
#include "app/workbench/sizes_link.h"
#include "app/workbench/summary_link.h"
#include "app/workbench/theme.h"
#include "app/workbench/tour_link.h"
#include "app/workbench/train_link.h"
#include "app/workbench/try_link.h"
#include "app/workbench/welcome_link.h"
#include "resources/samples/sample_files.h"

namespace zipper {

/// Where the program keeps what is its own; tests give temporary folders.
struct Places {
  QString sample;    ///< embedded samples are written here
  QString recovery;  ///< unsaved sessions
};

/// The window of the workbench: menus, tool bar, docks and status bar around one document, one worker.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(const Places& places, QWidget* parent = nullptr);
  ~MainWindow() override;

  void openSample(EmbeddedSample sample);
  void openSession(const QString& path);
  /// Chooses what isn't empty, for tasks A, B, ..., and opens them as soon as nothing is missing.
  void openTasks(const QStringList& models, const QStringList& folders, const QStringList& names);
  /// Says it in the log.
  void warn(const QString& text);
  /// Offers sessions that a crashed program left.
  void offerRecovery();
  /// Writes zipper and plots as SVG and PNG, in the background; asks before files are replaced, and shows an error if
  /// it fails.
  void exportFigures(const QString& folder);
  /// Writes a report, with the same care.
  void exportReport(const QString& folder);

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildMenus();
  void buildRunMenu();
  void buildViewMenu();
  void buildToolBar();
  void connectFiles();
  void connectOpening();
  void connectDraft();
  void connectWelcome();
  void connectRun();
  void connectTools();
  void connectViews();
  void connectPanels();
  void connectBeside();
  void connectQueue();
  void restoreSettings();
  void saveSettings() const;

  /// -1: nothing; 0: stem; from 1 on: layers; one more than the last: head.
  void selectLayer(int layer);
  /// What the user picks. While steps run the selection follows the layer in work, until another one is picked; with
  /// that layer, or the end of the run, it follows again.
  void chooseLayer(int layer);

  void updateCommands();
  void updateTitle();
  void updateRecent();
  void updateTaskCounts();
  /// Calls `then` at once if there is no unsaved work, else after the user chose to save or to discard it.
  void withoutUnsavedWork(const QString& question, const std::function<void()>& then);
  /// What a recovery file holds, or why it can't be read, in a sentence. Whatever it holds, this comes back.
  QString whatWasKept(const QString& path, bool& readable) const;
  void confirmRunningQuit();
  void save(const std::function<void()>& then = {});
  /// `name`: what is suggested; empty: the name that the session has.
  void saveAs(const std::function<void()>& then = {}, const QString& name = {});
  /// The file of the session was changed by another program, or is open in one (`holder`).
  void askAboutConflict(const QString& path, const QString& holder, const std::function<void()>& then);
  void chooseSession();
  void chooseExport(const QString& format, const QString& task, const QString& extension);
  std::vector<PlannedFigure> figures() const;
  /// Goes to where a step began and leads to the recipe.
  void tryAgain(int step);
  void tryLayerAgain(int layer);
  /// Shows feature maps of an image in the inspector; of this layer (0: any) unless one with maps is selected.
  void lookAt(const ProbeChoice& probe, int layer);
  void showFailure(const QString& what, const QString& message);
  void tell(const QString& text);
  void showFileFormats();
  void showAbout();

  Theme theme_;
  Places places_;
  Document document_;
  JobRunner jobs_;
  Recovery recovery_;
  RunController run_;
  DraftController drafts_;
  SessionController files_;
  Actions actions_;
  Panels panels_;
  PanelKeys panelKeys_;
  SessionViews views_;
  WelcomeLink welcome_;
  NoticeLink notices_;
  BesideStep beside_;
  InspectorLink inspector_;
  ErrorsLink errors_;
  ChangesLink changes_;
  SummaryLink summary_;
  TryLink tryIt_;
  MergeCostLink mergeCosts_;
  CompareLink comparison_;
  RunsLink runs_;
  SizesLink sizes_;
  QueueLink queue_;
  ExportLink exports_;
  TrainLink training_;
  GuessLink guess_;
  TourLink tour_;
  LessonLink lessons_;
  FigureWriter figureWriter_;
  HelpLink help_;
  RunStatus* status_;
  QUndoGroup undoGroup_;
  int selectedLayer_ = -1;
  bool followsRun_ = true;      ///< the layer in work is selected when its step starts
  int runTarget_ = 0;           ///< the layer that a run to a layer goes to; 0: none runs
  bool arranged_ = false;       ///< the docks have their places
  bool closing_ = false;        ///< the user has agreed
  bool closeWhenIdle_ = false;  ///< the user agreed to cancel the step first
  std::function<void()> afterSave_;
  QAction* resetLayout_ = nullptr;
  Presentation presentation_;  ///< last: it ends before all that it changes
};

}  // namespace zipper
