// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/notice_link.h"

#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

#include "app/workbench/document.h"
#include "app/workbench/session_controller.h"
#include "app/workbench/welcome_link.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/models/guesses.h"
#include "core/network/common_width.h"
#include "core/support/printable.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString shown(const std::string& text) { return QString::fromStdString(wholePrintable(text)); }

Notice missingNotice(const MissingData& gone) {
  if (gone.folder.empty())
    return {QString("find.%1").arg(gone.task),
            NoticeLink::tr("Nothing can be trained, compared or scored: task %1 has no images. Finished steps can be "
                           "looked at and exported.")
                .arg(taskLetter(gone.task)),
            QString(), NoticeLink::tr("Find Folder…"), true};
  return {QString("find.%1").arg(gone.task),
          NoticeLink::tr("Nothing can be merged, compared or scored: the images of task %1 can't be found in %2. "
                         "Finished steps can be looked at and exported.")
              .arg(taskLetter(gone.task))
              .arg(shown(gone.folder)),
          style::engineText(gone.reason), NoticeLink::tr("Find Folder…"), true};
}

/// Whether nothing that is planned looks at images, and there never were any that could be missed.
bool needsNoImages(const Document& document) {
  const Session& session = document.session();
  const auto& missing = document.missingData();
  const bool neverHad =
      std::all_of(missing.begin(), missing.end(), [](const MissingData& gone) { return gone.folder.empty(); });
  return neverHad && session.recipe.preset == exactPreset && !needsAnyImages(session.recipe);
}

/// In place of one for each task.
Notice noImagesNotice(int task) {
  return {QString("find.%1").arg(task),
          NoticeLink::tr("This merge needs no images: what is shared was the same in all networks. To score or compare "
                         "it, open images of each task."),
          QString(),
          NoticeLink::tr("Find Folder…"),
          false,
          true};
}

QList<Notice> missingNotices(const Document& document) {
  QList<Notice> notices;
  const auto& missing = document.missingData();
  if (!missing.empty() && needsNoImages(document)) return {noImagesNotice(missing.front().task)};
  for (const MissingData& gone : missing) notices << missingNotice(gone);
  return notices;
}

Notice dataNotice(int task, const std::string& text) {
  if (isNoteOnImages(text))
    return {QString("lesson.%1").arg(task),
            NoticeLink::tr("Task %1: %2").arg(taskLetter(task)).arg(style::engineText(text)),
            QString(),
            QString(),
            false,
            true};
  // Where only another head helps, as the engine says by what to type into a terminal.
  if (text.find("zipper train --from ") != std::string::npos)
    return {QString("head.%1").arg(task),
            NoticeLink::tr("Task %1: %2").arg(taskLetter(task)).arg(style::engineText(text)), QString(),
            NoticeLink::tr("Train a Head…"), false};
  return {QString("classes.%1").arg(task),
          NoticeLink::tr("Task %1: %2").arg(taskLetter(task)).arg(style::engineText(text)), QString(),
          NoticeLink::tr("Match Classes…"), false};
}

Notice guessNotice(int task, const std::vector<std::string>& notes) {
  QStringList all, summary;
  for (const std::string& guess : guessesAmong(notes)) {
    all << style::engineText(guess);
    summary << style::engineText(guessSummary({guess}));
  }
  return {QString("guess.%1").arg(task),
          NoticeLink::tr("Task %1: all figures of its network are wrong if one of these guesses is: %2.")
              .arg(taskLetter(task))
              .arg(summary.join(QStringLiteral(", "))),
          all.join('\n'), NoticeLink::tr("Change Conventions…"), false};
}

}  // namespace

NoticeLink::NoticeLink(Document& document, SessionController& files, WelcomeLink& welcome, NoticeBar& bar,
                       QWidget& window)
    : QObject(&window), document_(document), files_(files), welcome_(welcome), bar_(bar), window_(window) {
  connect(&document_, &Document::opened, this, &NoticeLink::show);
  connect(&document_, &Document::dataChanged, this, &NoticeLink::show);
  connect(&document_, &Document::planChanged, this, &NoticeLink::show);
  connect(&bar_, &NoticeBar::actionRequested, this, &NoticeLink::act);
  connect(&files_, &SessionController::otherDataChosen, this, &NoticeLink::confirmOtherData);
}

void NoticeLink::show() {
  QList<Notice> notices = missingNotices(document_);
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
  int widened = 0;
  for (const std::string& note : notesOnWidths(document_.session().specs()))
    notices << Notice{QString("width.%1").arg(widened++), style::engineSentence(note), {}, {}, false, true};
  bar_.setNotices(notices);
}

void NoticeLink::act(const QString& id) {
  const int task = id.section('.', 1).toInt();
  if (id.startsWith("find.")) return welcome_.chooseData(task);
  if (id.startsWith("classes.")) return welcome_.matchClasses(task);
  if (id.startsWith("head.")) return Q_EMIT trainRequested(task);
  if (id.startsWith("held.")) return Q_EMIT copyRequested();
  welcome_.changeConventions(task);
}

void NoticeLink::confirmOtherData(int task, const QString& folder) {
  QMessageBox* box = style::question(
      &window_,
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
    if (button == other) welcome_.chooseData(task);
  });
  box->open();
}

}  // namespace zipper
