// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/actions.h"

#include <QWidget>

#include "app/workbench/icons.h"
#include "core/exports/export_formats.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/plain_text.h"

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
  addExportActions();
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
  if (!icon.isEmpty()) icons_.emplace_back(action, icon);
  return action;
}

void Actions::addFileActions() {
  newSession = add("newSession", tr("&New"), tr("Close this session and choose two networks"), QKeySequence::New);
  openSample = add("openSample", tr("Open Sa&mple"), tr("Open two small trained networks with their images"),
                   Qt::CTRL | Qt::Key_M);
  openModelA = add("openModelA", tr("Open Model &A…"), tr("Choose the network of task A"), Qt::CTRL | Qt::Key_1);
  openModelB = add("openModelB", tr("Open Model &B…"), tr("Choose the network of task B"), Qt::CTRL | Qt::Key_2);
  openDataA = add("openDataA", tr("Open &Data A…"), tr("Choose the folder with the images of task A"),
                  Qt::CTRL | Qt::SHIFT | Qt::Key_1);
  openDataB = add("openDataB", tr("Open Da&ta B…"), tr("Choose the folder with the images of task B"),
                  Qt::CTRL | Qt::SHIFT | Qt::Key_2);
  openSession = add("openSession", tr("&Open Session…"), tr("Open a merge that was saved"), QKeySequence::Open, "open");
  save = add("save", tr("&Save"), tr("Save the session with all its steps"), QKeySequence::Save, "save");
  saveAs = add("saveAs", tr("Sa&ve As…"), tr("Save the session under another name"),
               keysFor(QKeySequence::SaveAs, Qt::CTRL | Qt::SHIFT | Qt::Key_S));
  exportReport =
      add("exportReport", tr("Export &Report…"),
          tr("Write tables, curves and measured inference times as a page, CSV and JSON"), Qt::CTRL | Qt::Key_R);
  exportFigures =
      add("exportFigures", tr("Export &Figures…"), tr("Write the zipper and all plots as SVG and PNG into a folder"),
          Qt::CTRL | Qt::SHIFT | Qt::Key_F);
  quit = add("quit", tr("&Quit"), tr("Close the workbench"), keysFor(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q));
  quit->setMenuRole(QAction::QuitRole);
  recentMenu = new QMenu(tr("Re&cent Sessions"), window_);
}

void Actions::addExportActions() {
  exportMenu = new QMenu(tr("&Export Merged Model"), window_);
  exportMenu->setObjectName("exportMenu");
  exportMenu->menuAction()->setStatusTip(tr("Write the merged network for other programs"));
  for (const ExportFormat& format : exportFormats()) {
    const QString title = style::shown(format.title);
    QMenu* menu = exportMenu->addMenu(title);
    const QList<std::pair<QString, QString>> tasks{
        {"all", tr("Both tasks…")}, {"a", tr("Task A alone…")}, {"b", tr("Task B alone…")}};
    for (const auto& [task, text] : tasks) {
      const QString name = QString("export.%1.%2").arg(style::shown(format.name), task);
      auto* action = add(name.toLatin1().constData(), text, tr("Write the merged network as %1").arg(title));
      action->setData(QStringList{style::shown(format.name), task, style::shown(format.extension)});
      menu->addAction(action);
      exports.push_back(action);
    }
  }
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
          tr("Choose a compression and plan the layers that reach it at the lowest merge cost"), Qt::CTRL | Qt::Key_L);
  compare = add("compare", tr("Co&mpare Strategies…"),
                tr("Run several strategies side by side on the same batches; the session stays as it is"),
                Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

void Actions::addViewActions() {
  fit = add("fit", tr("&Fit Zipper"), tr("Show the whole zipper"), Qt::CTRL | Qt::Key_0);
  zoomIn = add("zoomIn", tr("Zoom &In"), tr("Enlarge the zipper"), QKeySequence::ZoomIn);
  zoomOut = add("zoomOut", tr("Zoom &Out"), tr("Shrink the zipper"), QKeySequence::ZoomOut);
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
  shortcuts = add("shortcuts", tr("&Keyboard Shortcuts"), tr("All keys at a glance"), QKeySequence::HelpContents);
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
  for (QAction* action : {newSession, openSample, openModelA, openModelB, openDataA, openDataB, openSession})
    action->setEnabled(commands.open);
  estimateCosts->setEnabled(commands.estimate);
  suggestLayers->setEnabled(commands.estimate);
  compare->setEnabled(commands.compare);
  recentMenu->setEnabled(commands.open);
  save->setEnabled(commands.save);
  saveAs->setEnabled(commands.save);
  exportReport->setEnabled(commands.exportFiles);
  exportFigures->setEnabled(commands.save);
  exportMenu->setEnabled(commands.exportFiles);
  for (QAction* action : exports) action->setEnabled(commands.exportFiles);
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
  for (QAction* action : {step, runToSelected, runAll, estimateCosts, suggestLayers, compare}) {
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
