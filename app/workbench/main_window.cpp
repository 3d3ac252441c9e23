// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QCryptographicHash>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include "app/workbench/recent_sessions.h"
#include "core/support/text_format.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/motion.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/try_it/try_panel.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {
constexpr qsizetype largestState = 1 << 16;  ///< bytes: some tens of times what the docks need

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

/// Qt reads damaged states without looking where they lead: only what was written here is given to it.
void keep(QSettings& settings, const QString& key, const QByteArray& bytes) {
  settings.setValue(key, bytes);
  settings.setValue(key + "Hash", sha256(bytes));
}

/// What was kept; empty if that was damaged.
QByteArray kept(const QSettings& settings, const QString& key) {
  const QByteArray bytes = settings.value(key).toByteArray();
  const bool whole = bytes.size() <= largestState && settings.value(key + "Hash").toByteArray() == sha256(bytes);
  return whole ? bytes : QByteArray();
}
}  // namespace

MainWindow::MainWindow(const Places& places, QWidget* parent)
    : QMainWindow(parent),
      places_(places),
      document_(this),
      jobs_(this),
      recovery_(places.recovery),
      run_(document_, jobs_, this),
      drafts_(jobs_, this),
      files_(document_, drafts_.draft(), run_, jobs_, recovery_, this),
      actions_(this),
      panels_(this, actions_),
      panelKeys_(this, panels_),
      views_(document_, run_, panels_),
      welcome_(document_, drafts_, files_, panels_, *this),
      notices_(document_, files_, welcome_, *panels_.notices, *this),
      beside_(document_, panels_.inspector->beside()),
      inspector_(document_, jobs_, beside_, *panels_.inspector),
      errors_(document_, run_, jobs_, beside_, *panels_.inspector),
      changes_(document_, run_, jobs_, *panels_.changes, panels_.dockOf(panels_.changes)),
      summary_(document_, run_, changes_, *panels_.summary),
      tryIt_(document_, jobs_, *panels_.tryIt, panels_.dockOf(panels_.tryIt)),
      mergeCosts_(document_, run_, panels_, *this),
      comparison_(document_, run_, jobs_, *this),
      runs_(document_, jobs_, *panels_.recipe, *this),
      sizes_(document_, run_, mergeCosts_, panels_, *this),
      queue_(document_, run_, jobs_, *panels_.recipe, *panels_.queue, places.recovery),
      exports_(document_, run_, files_, jobs_, *this),
      training_(document_, drafts_, run_, files_, jobs_, *this),
      guess_(document_, run_, *panels_.zipper, *this),
      tour_(document_, run_, guess_, actions_, panels_, *this, places.sample),
      lessons_(document_, files_, run_, jobs_, panels_, actions_, *this),
      figureWriter_(jobs_, *this),
      help_(actions_, panels_, *this),
      status_(new RunStatus(this)),
      presentation_(this, panels_) {
  setAcceptDrops(true);
  style::showTextsPlainly();
  setWindowTitle("[*]" + QApplication::applicationDisplayName());
  resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(8, 40)));  // with room for the frame
  buildMenus();
  buildToolBar();
  statusBar()->addPermanentWidget(status_);
  connectFiles();
  connectOpening();
  connectDraft();
  connectWelcome();
  connectRun();
  connectTools();
  connectViews();
  connectPanels();
  connectBeside();
  connectQueue();
  restoreSettings();
  panels_.showWelcome();
  updateRecent();
  updateTaskCounts();
  actions_.recolor(palette().color(QPalette::ButtonText));
}

MainWindow::~MainWindow() {
  // The worker's last news must not reach panels that are gone.
  jobs_.disconnect();
  jobs_.cancel();
  style::setSaveRefusal({});
}

void MainWindow::buildMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  file->addAction(actions_.newSession);
  file->addActions({actions_.openSample, actions_.openPhotographs});
  file->addSeparator();
  file->addMenu(actions_.modelMenu);
  file->addMenu(actions_.dataMenu);
  file->addActions({actions_.trainHead, actions_.fineTune});
  file->addSeparator();
  file->addAction(actions_.openSession);
  file->addMenu(actions_.recentMenu);
  file->addActions({actions_.save, actions_.saveAs, actions_.saveLesson});
  file->addSeparator();
  file->addAction(actions_.exportModel);
  file->addMenu(actions_.exportMenu);
  file->addActions({actions_.exportReport, actions_.exportFigures});
  file->addSeparator();
  file->addAction(actions_.quit);
  buildRunMenu();
  buildViewMenu();
  QMenu* help = menuBar()->addMenu(tr("&Help"));
  help->addAction(actions_.guidedTour);
  help->addSeparator();
  help->addActions({actions_.handbook, actions_.glossary, actions_.shortcuts, actions_.fileFormats});
  help->addSeparator();
  help->addActions({actions_.whatsThis, actions_.about});
}

void MainWindow::buildRunMenu() {
  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  // Through a group: it disables both while the recipe is locked.
  undoGroup_.addStack(panels_.recipe->undoStack());
  undoGroup_.setActiveStack(panels_.recipe->undoStack());
  QAction* undo = undoGroup_.createUndoAction(this, tr("&Undo"));
  QAction* redo = undoGroup_.createRedoAction(this, tr("&Redo"));
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence::Redo);
  undo->setStatusTip(tr("Take back the last change of the recipe"));
  redo->setStatusTip(tr("Do it again"));
  edit->addActions({undo, redo});
  edit->addSeparator();
  edit->addActions({actions_.copyCommand, actions_.compareRecipes});
  QMenu* run = menuBar()->addMenu(tr("&Run"));
  run->addActions({actions_.step, actions_.runToSelected, actions_.runAll});
  run->addSeparator();
  run->addActions({actions_.pause, actions_.resume, actions_.cancel});
  run->addSeparator();
  run->addActions({actions_.stepBack, actions_.tryAgain});
  run->addSeparator();
  run->addActions({actions_.estimateCosts, actions_.suggestLayers, actions_.compare, actions_.sizes, actions_.enqueue});
  run->addSeparator();
  run->addAction(actions_.guessFirst);
}

void MainWindow::buildViewMenu() {
  QMenu* view = menuBar()->addMenu(tr("&View"));
  view->addActions({actions_.fit, actions_.zoomIn, actions_.zoomOut});
  view->addSeparator();
  view->addActions({actions_.nextPanel, actions_.previousPanel});
  view->addSeparator();
  view->addAction(actions_.presentation);
  QMenu* theme = view->addMenu(tr("&Theme"));
  theme->addActions({actions_.themeSystem, actions_.themeLight, actions_.themeDark});
  view->addAction(actions_.reducedMotion);
  view->addSeparator();
  for (QDockWidget* dock : panels_.docks) view->addAction(dock->toggleViewAction());
  view->addSeparator();
  resetLayout_ = view->addAction(tr("Reset &Layout"), this, [this] { panels_.arrange(); });
}

void MainWindow::buildToolBar() {
  QToolBar* bar = addToolBar(tr("Run"));
  bar->setObjectName("runToolBar");
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar->setMovable(false);
  bar->setIconSize({20, 20});
  bar->addActions({actions_.step, actions_.runToSelected, actions_.runAll});
  bar->addSeparator();
  bar->addActions({actions_.pause, actions_.resume, actions_.cancel});
  bar->addSeparator();
  bar->addActions({actions_.stepBack, actions_.tryAgain});
  for (QToolButton* button : bar->findChildren<QToolButton*>()) button->setFocusPolicy(Qt::TabFocus);
}

void MainWindow::restoreSettings() {
  const QSettings settings;
  restoreGeometry(kept(settings, "window/geometry"));
  arranged_ = restoreState(kept(settings, "window/state"));
  style::setReducedMotion(settings.value("window/reducedMotion").toBool());
  actions_.reducedMotion->setChecked(settings.value("window/reducedMotion").toBool());
  const Theme::Choice theme = Theme::choiceFromName(settings.value("window/theme").toString());
  theme_.choose(theme);
  (theme == Theme::Choice::Light  ? actions_.themeLight
   : theme == Theme::Choice::Dark ? actions_.themeDark
                                  : actions_.themeSystem)
      ->setChecked(true);
}

void MainWindow::saveSettings() const {
  QSettings settings;
  keep(settings, "window/geometry", presentation_.geometry());
  if (arranged_ && panels_.hasSizes())
    keep(settings, "window/state",
         lessons_.arrangementBefore().isEmpty() ? panels_.arrangement() : lessons_.arrangementBefore());
  settings.setValue("window/reducedMotion", actions_.reducedMotion->isChecked());
  settings.setValue("window/theme", Theme::name(theme_.choice()));
}

void MainWindow::updateCommands() {
  const Session& session = document_.session();
  const auto remaining = document_.isOpen() ? remainingSteps(session) : std::vector<StepPlan>{};
  RunSituation situation;
  situation.state = run_.state();
  situation.comparing = run_.isComparing();
  situation.training = run_.isTraining();
  situation.measuring = run_.isMeasuringSizes();
  situation.hasData = document_.hasData();
  situation.validRecipe = panels_.recipe->isValid();
  situation.hasRemaining = !remaining.empty();
  situation.canStepBack = session.current >= 0;
  for (const StepPlan& plan : remaining) situation.selectedAhead |= plan.target.merges(selectedLayer_);
  situation.isSeen = panels_.center->currentWidget() != panels_.welcome;
  actions_.enable(availableCommands(situation));
  if (situation.state == RunState::Idle && guess_.hasAnswer()) actions_.guessFirst->setEnabled(true);
  const double seconds = remaining.empty() ? -1 : run_.secondsFor(remaining);
  status_->setForecast(seconds);
  actions_.setForecast(seconds);
  actions_.explainMissing(document_.missingData().empty()
                              ? QString()
                              : tr("The images of task %1 can't be found; the notice above the zipper helps.")
                                    .arg(taskLetter(document_.missingData().front().task)));
}

void MainWindow::updateTaskCounts() {
  actions_.setTaskCounts(welcome_.taskCount(), document_.session().taskCount());
  updateCommands();
}

void MainWindow::updateTitle() {
  const QString name = QApplication::applicationDisplayName();
  setWindowTitle(document_.isOpen() ? QString("%1[*] — %2").arg(document_.title(), name) : name + "[*]");
  setWindowModified(document_.isOpen() && document_.isModified());
  setWindowFilePath(document_.path());
}

void MainWindow::updateRecent() {
  const QStringList paths = recent::list();
  panels_.welcome->setRecent(paths);
  actions_.recentMenu->clear();
  for (const QString& path : paths)
    actions_.recentMenu->addAction(style::shownOnButton(path), this, [this, path] { openSession(path); });
  if (paths.isEmpty()) actions_.recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::selectLayer(int layer) {
  if (layer == selectedLayer_) return;
  selectedLayer_ = layer;
  panels_.zipper->setSelectedLayer(layer);
  panels_.layers->setSelectedLayer(layer);
  panels_.costs->setSelectedLayer(layer);
  inspector_.selectLayer(layer);
  updateCommands();
}

void MainWindow::chooseLayer(int layer) {
  const StepPlan* inWork = run_.planInWork();
  followsRun_ = inWork == nullptr || inWork->target.merges(layer);
  selectLayer(layer);
}

void MainWindow::lookAt(const ProbeChoice& probe, int layer) {
  const int layers = document_.session().layers();
  if (selectedLayer_ < 1 || selectedLayer_ > layers) chooseLayer(layer > 0 ? layer : layers);
  panels_.inspector->showProbe(probe);
  panels_.reveal(panels_.inspector);
}

void MainWindow::warn(const QString& text) { panels_.log->append(LogLevel::Warning, text); }

void MainWindow::tell(const QString& text) {
  panels_.log->append(LogLevel::Info, text);
  statusBar()->showMessage(style::shown(text), 5000);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) actions_.recolor(palette().color(QPalette::ButtonText));
}

}  // namespace zipper
