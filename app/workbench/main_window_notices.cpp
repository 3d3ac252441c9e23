// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the main window that says what must be known before a figure of the session is believed: images that
// can't be found, classes that don't fit, conventions that were guessed.

#include <QMessageBox>
#include <QPushButton>

#include "app/workbench/main_window.h"
#include "core/models/guesses.h"
#include "core/support/printable.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/terms.h"
#include "widgets/welcome/classes_dialog.h"
#include "widgets/welcome/welcome_page.h"

namespace zipper {

namespace {

QString shown(const std::string& text) { return QString::fromStdString(wholePrintable(text)); }

Notice missingNotice(const MissingData& gone) {
  return {QString("find.%1").arg(gone.task),
          MainWindow::tr("Nothing can be merged, compared or scored: the images of task %1 can't be found in %2. "
                         "Finished steps can be looked at and exported.")
              .arg(taskLetter(gone.task))
              .arg(shown(gone.folder)),
          style::engineText(gone.reason), MainWindow::tr("Find Folder…"), true};
}

Notice dataNotice(int task, const std::string& text) {
  return {QString("classes.%1").arg(task),
          MainWindow::tr("Task %1: %2").arg(taskLetter(task)).arg(style::engineText(text)), QString(),
          MainWindow::tr("Match Classes…"), false};
}

Notice guessNotice(int task, const std::vector<std::string>& notes) {
  QStringList all, summary;
  for (const std::string& guess : guessesAmong(notes)) {
    all << style::engineText(guess);
    summary << style::engineText(guessSummary({guess}));
  }
  return {QString("guess.%1").arg(task),
          MainWindow::tr("Task %1: all figures of its network are wrong if one of these guesses is: %2.")
              .arg(taskLetter(task))
              .arg(summary.join(QStringLiteral(", "))),
          all.join('\n'), MainWindow::tr("Change Conventions…"), false};
}

}  // namespace

void MainWindow::connectNotices() {
  connect(&document_, &Document::opened, this, &MainWindow::showNotices);
  connect(&document_, &Document::dataChanged, this, &MainWindow::showNotices);
  connect(panels_.notices, &NoticeBar::actionRequested, this, &MainWindow::onNotice);
  connect(&files_, &SessionController::otherDataChosen, this, &MainWindow::confirmOtherData);
}

void MainWindow::showNotices() {
  QList<Notice> notices;
  for (const MissingData& gone : document_.missingData()) notices << missingNotice(gone);
  const auto& data = document_.dataNotices();
  for (std::size_t task = 0; task < data.size(); ++task)
    if (!data[task].empty()) notices << dataNotice(int(task), data[task]);
  if (const QString holder = files_.holder(); !holder.isEmpty())
    notices << Notice{"held.0",
                      tr("This session is open in another program, %1: save a copy to keep your steps.").arg(holder),
                      QString(), tr("Save a Copy…"), false};
  const auto& teachers = document_.session().teachers;
  for (std::size_t task = 0; task < teachers.size(); ++task)
    if (const auto& notes = teachers[task].source.notes; !guessesAmong(notes).empty())
      notices << guessNotice(int(task), notes);
  panels_.notices->setNotices(notices);
}

void MainWindow::onNotice(const QString& id) {
  const int task = id.section('.', 1).toInt();
  if (id.startsWith("find.")) return chooseData(task);
  if (id.startsWith("classes.")) return matchClasses(task);
  if (id.startsWith("held.")) return saveAs();
  changeConventions(task);
}

void MainWindow::matchClasses(int task) {
  const bool ofSession = document_.isOpen() && panels_.center->currentWidget() != panels_.welcome;
  const ClassView* view = nullptr;
  if (ofSession && std::size_t(task) < document_.classes().size()) view = &document_.classes()[std::size_t(task)];
  if (const auto& chosen = files_.draft().tasks[std::size_t(task)].classes; !ofSession && chosen) view = &*chosen;
  if (view == nullptr) return;
  auto* dialog = new ClassesDialog(task, *view, this);
  connect(dialog, &QDialog::accepted, this, [this, task, dialog, ofSession] {
    ofSession ? files_.matchClasses(task, dialog->outputs()) : files_.chooseClasses(task, dialog->outputs());
  });
  dialog->open();
}

void MainWindow::confirmOtherData(int task, const QString& folder) {
  QMessageBox* box = style::question(
      this,
      tr("The images in %1 aren't those that this session was made with. Use them for task %2 all the same?")
          .arg(folder)
          .arg(taskLetter(task)),
      tr("Figures of steps that are done can't be compared with those of steps to come."));
  QPushButton* use = box->addButton(tr("&Use these images"), QMessageBox::AcceptRole);
  QPushButton* other = box->addButton(tr("&Find another folder…"), QMessageBox::ActionRole);
  box->addButton(QMessageBox::Cancel);
  box->setDefaultButton(other);
  box->setEscapeButton(QMessageBox::Cancel);
  connect(box, &QMessageBox::buttonClicked, this, [this, task, folder, use, other](QAbstractButton* button) {
    if (button == use) files_.replaceData(task, folder, true);
    if (button == other) chooseData(task);
  });
  box->open();
}

}  // namespace zipper
