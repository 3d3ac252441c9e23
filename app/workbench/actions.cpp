// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/actions.h"

#include <QWidget>

#include "app/workbench/icons.h"
#include "core/exports/export_formats.h"
#include "core/network/task_names.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// The desktop's keys for a command; where it has none, these.
QKeySequence keysFor(QKeySequence::StandardKey command, const QKeySequence& otherwise) {
  const QList<QKeySequence> keys = QKeySequence::keyBindings(command);
  return keys.isEmpty() ? otherwise : keys.front();
}

}  // namespace

Actions::Actions(QWidget* window) : QObject(window), window_(window) {
  addFileActions();
  addExportMenus();
  addRunActions();
  addViewActions();
}

QAction* Actions::add(const char* name, const QString& text, const QString& tip, const QKeySequence& shortcut,
                      const QString& icon) {
  auto* action = new QAction(text, window_);
  action->setObjectName(name);
  action->setStatusTip(tip);
  action->setWhatsThis(tip);
  action->setShortcut(shortcut);
  const QString keys = shortcut.toString(QKeySequence::NativeText);
  action->setToolTip(keys.isEmpty() ? tip : QString("%1 (%2)").arg(tip, keys));
  window_->addAction(action);
  if (!icon.isEmpty()) {
    icons_.emplace_back(action, icon);
    action->setIconText(style::withoutMnemonic(text));  // what Qt makes of it keeps brackets: "下一步(S)"
  }
  return action;
}

void Actions::addFileActions() {
  newSession = add("newSession", tr("&New"), tr("Close this session and choose other networks"), QKeySequence::New);
  openSample = add("openSample", tr("Open Sa&mple"), tr("Open two small trained networks with their images"),
                   Qt::CTRL | Qt::Key_M);
  openPhotographs = add("openPhotographs", tr("Open &Photographs"),
                        tr("Open two networks that were trained on photographs, with their pictures"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_M);
  openSession = add("openSession", tr("&Open Session…"), tr("Open a merge that was saved, or a lesson"),
                    QKeySequence::Open, "open");
  trainHead = add("trainHead", tr("&Train a Head…"),
                  tr("Give a trained network a head for your own images; all its other layers stay as they are"));
  fineTune =
      add("fineTune", tr("Fine-T&une…"), tr("Train all layers of a network, or of a new one, on your own images"));
  save = add("save", tr("&Save"), tr("Save the session with all its steps"), QKeySequence::Save, "save");
  saveAs = add("saveAs", tr("Sa&ve As…"), tr("Save the session under another name"),
               keysFor(QKeySequence::SaveAs, Qt::CTRL | Qt::SHIFT | Qt::Key_S));
  saveLesson =
      add("saveLesson", tr("Save as Lesson…"),
          tr("Write session, texts, images and the places of the panels into one file that opens ready for a class"),
          Qt::CTRL | Qt::ALT | Qt::Key_S);
  exportModel = add("exportModel", tr("&Export Merged Model…"),
                    tr("Write the merged network for a phone, a browser or another program, with its size and time "
                       "beforehand"),
                    Qt::CTRL | Qt::SHIFT | Qt::Key_E);
  exportReport =
      add("exportReport", tr("Export &Report…"),
          tr("Write tables, curves and measured inference times as a page, CSV and JSON"), Qt::CTRL | Qt::Key_R);
  exportFigures =
      add("exportFigures", tr("Export &Figures…"), tr("Write the zipper and all plots as SVG and PNG into a folder"),
          Qt::CTRL | Qt::SHIFT | Qt::Key_F);
  quit = add("quit", tr("&Quit"), tr("Close the workbench"), keysFor(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q));
  quit->setMenuRole(QAction::QuitRole);
  modelMenu = new QMenu(tr("Open Mode&l"), window_);
  dataMenu = new QMenu(tr("Open &Data"), window_);
  recentMenu = new QMenu(tr("Re&cent Sessions"), window_);
}

void Actions::addSourceActions(int task) {
  const QString letter = taskLetter(task);
  // Ctrl+1 ... Ctrl+9: there are no more such keys.
  const Qt::Key digit = Qt::Key(int(Qt::Key_1) + task);
  const bool hasKeys = digit <= Qt::Key_9;
  QAction* model = add(qPrintable("openModel" + letter), tr("Model of Task &%1…").arg(letter),
                       tr("Choose the network of task %1").arg(letter), hasKeys ? Qt::CTRL | digit : QKeySequence());
  QAction* data = add(qPrintable("openData" + letter), tr("Data of Task &%1…").arg(letter),
                      tr("Choose the folder with the images of task %1").arg(letter),
                      hasKeys ? Qt::CTRL | Qt::SHIFT | digit : QKeySequence());
  modelMenu->addAction(model);
  dataMenu->addAction(data);
  connect(model, &QAction::triggered, this, [this, task] { Q_EMIT modelRequested(task); });
  connect(data, &QAction::triggered, this, [this, task] { Q_EMIT dataRequested(task); });
  sources_.push_back({model, data});
}

void Actions::addExportMenus() {
  exportMenu = new QMenu(tr("Export Merged Model &As"), window_);
  exportMenu->setObjectName("exportMenu");
  exportMenu->menuAction()->setStatusTip(tr("Write the merged network in a format, with its usual names"));
  for (const ExportFormat& format : exportFormats())
    exportMenus_.push_back(exportMenu->addMenu(style::engineText(format.title)));
  addExportActions("all", tr("All tasks…"));
}

std::vector<QAction*> Actions::addExportActions(const QString& task, const QString& text) {
  std::vector<QAction*> actions;
  for (std::size_t i = 0; i < exportMenus_.size(); ++i) {
    const ExportFormat& format = exportFormats()[i];
    const QString name = style::shown(format.name), extension = style::shown(format.extension);
    auto* action = add(qPrintable(QString("export.%1.%2").arg(name, task)), text,
                       tr("Write the merged network as %1").arg(style::engineText(format.title)));
    connect(action, &QAction::triggered, this,
            [this, name, task, extension] { Q_EMIT exportRequested(name, task, extension); });
    exportMenus_[i]->addAction(action);
    actions.push_back(action);
  }
  return actions;
}

void Actions::setTaskCounts(int chosen, int exported) {
  while (int(sources_.size()) < chosen) addSourceActions(int(sources_.size()));
  while (int(exports_.size()) < exported) {
    const int task = int(exports_.size());
    exports_.push_back(
        addExportActions(QString::fromStdString(taskName(task)), tr("Task %1 alone…").arg(taskLetter(task))));
  }
  const auto show = [](const std::vector<std::vector<QAction*>>& all, int count) {
    for (std::size_t task = 0; task < all.size(); ++task)
      for (QAction* action : all[task]) action->setVisible(int(task) < count);
  };
  show(sources_, chosen);
  show(exports_, exported);
}

void Actions::addRunActions() {
  step = add("step", tr("&Step"), tr("Merge the next layer and calibrate"), Qt::Key_F10, "step");
  runToSelected = add("runToSelected", tr("Run to Se&lected Layer"), tr("Merge all layers up to the selected one"),
                      Qt::CTRL | Qt::Key_F10, "run-to");
  runToSelected->setIconText(tr("Run to Layer"));
  runAll = add("runAll", tr("&Run All"), tr("Merge all layers of the plan"), Qt::Key_F5, "run-all");
  pause = add("pause", tr("&Pause"), tr("Hold the step after the current batch"), Qt::Key_F6, "pause");
  resume = add("resume", tr("C&ontinue"), tr("Go on with the step that is held"), Qt::Key_F7, "continue");
  cancel = add("cancel", tr("&Cancel"), tr("Give up the step in progress; finished steps stay"), Qt::SHIFT | Qt::Key_F5,
               "cancel");
  stepBack = add("stepBack", tr("Step &Back"), tr("Go back to the network before the last step"),
                 Qt::SHIFT | Qt::Key_F10, "step-back");
  tryAgain = add("tryAgain", tr("&Try Last Step Again"),
                 tr("Go back before the last step and choose another strategy; the step stays in the history"),
                 Qt::Key_F9, "try-again");
  tryAgain->setIconText(tr("Try Again"));
  estimateCosts = add("estimateCosts", tr("&Estimate Merge Costs"),
                      tr("Work out from the teachers what merging each layer would cost"), Qt::CTRL | Qt::Key_E);
  suggestLayers =
      add("suggestLayers", tr("S&uggest Layers…"),
          tr("Choose a compression and plan the layers that reach it at the lowest expected loss"), Qt::CTRL | Qt::Key_L);
  compare = add("compare", tr("Co&mpare Strategies…"),
                tr("Run several strategies side by side on the same batches; the session keeps what comes of it"),
                Qt::CTRL | Qt::SHIFT | Qt::Key_C);
  sizes = add("sizes", tr("Si&zes and Trunks…"),
              tr("Measure what networks between the separate ones and one lose, and how fast trunks are"),
              Qt::CTRL | Qt::SHIFT | Qt::Key_L);
  enqueue =
      add("enqueue", tr("Add Recipe to &Queue"),
          tr("Put the recipe as it stands behind the others that wait to be run"), Qt::CTRL | Qt::SHIFT | Qt::Key_A);
  copyCommand = add("copyCommand", tr("Copy as &Command"),
                    tr("Copy the zipper merge or resume that does in a terminal what is planned here"),
                    Qt::CTRL | Qt::ALT | Qt::Key_C);
  compareRecipes = add("compareRecipes", tr("Compare R&ecipes…"),
                       tr("Show which settings differ between two runs, the recipe as it stands, or a file"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_R);
  guessFirst = add("guessFirst", tr("&Guess First…"),
                   tr("Guess which layer will hurt most before a run, and see the answer after it"));
}

void Actions::addViewActions() {
  fit = add("fit", tr("&Fit Zipper"), tr("Show the whole zipper"), Qt::CTRL | Qt::Key_0);
  zoomIn = add("zoomIn", tr("Zoom &In"), tr("Enlarge the zipper"), QKeySequence::ZoomIn);
  zoomOut = add("zoomOut", tr("Zoom &Out"), tr("Shrink the zipper"), QKeySequence::ZoomOut);
  nextPanel = add("nextPanel", tr("&Next Panel"), tr("Go to the next panel with the keyboard"), Qt::CTRL | Qt::Key_F6);
  previousPanel = add("previousPanel", tr("Pre&vious Panel"), tr("Go to the panel before with the keyboard"),
                      Qt::CTRL | Qt::SHIFT | Qt::Key_F6);
  presentation = add("presentation", tr("&Presentation Mode"),
                     tr("Show the zipper, the curves and the explanation alone, half as large again; Esc ends it, too"),
                     Qt::Key_F11);
  presentation->setCheckable(true);
  reducedMotion = add("reducedMotion", tr("&Reduce Motion"), tr("Show changes at once instead of animating them"));
  reducedMotion->setCheckable(true);
  auto* group = new QActionGroup(this);
  themeSystem = add("themeSystem", tr("&System"), tr("Follow the desktop's light or dark theme"));
  themeLight = add("themeLight", tr("&Light"), tr("Always use the light theme"));
  themeDark = add("themeDark", tr("&Dark"), tr("Always use the dark theme"));
  for (QAction* action : {themeSystem, themeLight, themeDark}) {
    action->setCheckable(true);
    group->addAction(action);
  }
  about = add("about", tr("&About"), tr("Version, licence and sources of this program"));
  about->setMenuRole(QAction::AboutRole);
  guidedTour = add("guidedTour", tr("Guided &Tour"),
                   tr("Merge a sample in ten stations, each of which says what to press; goes on where it was left"));
  handbook = add("handbook", tr("&Handbook"), tr("Explains the workbench and the method; opens where you work"),
                 keysFor(QKeySequence::HelpContents, Qt::Key_F1));
  glossary = add("glossary", tr("&Glossary"), tr("The words of the field, each in one or two sentences"));
  shortcuts = add("shortcuts", tr("&Keyboard Shortcuts"), tr("All keys at a glance"), Qt::CTRL | Qt::Key_F1);
  whatsThis = add("whatsThis", tr("&What's This?"),
                  tr("Point at something to read what it is; press the key twice for what has the focus"),
                  keysFor(QKeySequence::WhatsThis, Qt::SHIFT | Qt::Key_F1));
  for (QAction* action : {handbook, whatsThis}) action->setShortcutContext(Qt::ApplicationShortcut);
  fileFormats = add("fileFormats", tr("&File Formats"), tr("What can be read and written, with the conventions"));
}

void Actions::enable(const RunCommands& commands) {
  step->setEnabled(commands.step);
  runToSelected->setEnabled(commands.runToSelected);
  runAll->setEnabled(commands.runAll);
  pause->setEnabled(commands.pause);
  resume->setEnabled(commands.resume);
  cancel->setEnabled(commands.cancel);
  stepBack->setEnabled(commands.stepBack);
  tryAgain->setEnabled(commands.tryAgain);
  for (QAction* action : {newSession, openSample, openPhotographs, openSession}) action->setEnabled(commands.open);
  for (QMenu* menu : {modelMenu, dataMenu, recentMenu}) menu->setEnabled(commands.open);
  for (const auto& ofTask : sources_)
    for (QAction* action : ofTask) action->setEnabled(commands.open);
  estimateCosts->setEnabled(commands.estimate);
  suggestLayers->setEnabled(commands.estimate);
  compare->setEnabled(commands.compare);
  for (QAction* action : {trainHead, fineTune}) action->setEnabled(commands.train);
  sizes->setEnabled(commands.sizes);
  guessFirst->setEnabled(commands.step);
  save->setEnabled(commands.save);
  copyCommand->setEnabled(commands.save);
  compareRecipes->setEnabled(commands.save);
  saveAs->setEnabled(commands.save);
  saveLesson->setEnabled(commands.exportFiles);
  exportModel->setEnabled(commands.exportFiles);
  exportReport->setEnabled(commands.exportFiles);
  exportFigures->setEnabled(commands.save);
  exportMenu->setEnabled(commands.exportFiles);
  for (QMenu* menu : exportMenus_)
    for (QAction* action : menu->actions()) action->setEnabled(commands.exportFiles);
}

void Actions::setForecast(double seconds) {
  const QString tip =
      seconds < 0 ? tr("Merge all layers of the plan")
                  : tr("Merge all layers of the plan: about %1").arg(QString::fromStdString(roughDuration(seconds)));
  runAll->setStatusTip(tip);
  runAll->setWhatsThis(tip);
  runAll->setToolTip(QString("%1 (%2)").arg(tip, runAll->shortcut().toString(QKeySequence::NativeText)));
}

void Actions::explainMissing(const QString& reason) {
  for (QAction* action : {step, runToSelected, runAll, estimateCosts, suggestLayers, compare, sizes}) {
    const QString tip = action->whatsThis(), keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setStatusTip(reason.isEmpty() ? tip : reason);
    const QString usual = keys.isEmpty() ? tip : QString("%1 (%2)").arg(tip, keys);
    action->setToolTip(reason.isEmpty() ? usual : usual + "\n" + reason);
  }
}

void Actions::recolor(const QColor& color) {
  for (const auto& [action, icon] : icons_) action->setIcon(themedIcon(icon, color));
}

}  // namespace zipper
