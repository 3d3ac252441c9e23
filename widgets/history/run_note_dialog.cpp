// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/run_note_dialog.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

/// Characters: in any alphabet fewer bytes than a session holds, see run_tree.h.
constexpr int longestShownName = 100, longestShownNotes = 10000;

}  // namespace

RunNoteDialog::RunNoteDialog(const QString& title, const RunNote& note, QWidget* parent)
    : QDialog(parent), name_(new QLineEdit(style::shown(note.name))), notes_(new QPlainTextEdit) {
  setObjectName("runNote");
  setWindowTitle(tr("Name and notes of %1").arg(title));
  name_->setObjectName("runName");
  name_->setMaxLength(longestShownName);
  name_->setPlaceholderText(tr("for example: small batches"));
  name_->setClearButtonEnabled(true);
  notes_->setObjectName("runNotes");
  notes_->setTabChangesFocus(true);
  notes_->setPlainText(style::shownLines(style::unchanged(note.notes)));
  auto* nameLabel = new QLabel(tr("&Name, as history, curves and reports show it:"));
  nameLabel->setBuddy(name_);
  auto* notesLabel = new QLabel(tr("N&otes:"));
  notesLabel->setBuddy(notes_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(nameLabel);
  column->addWidget(name_);
  column->addWidget(notesLabel);
  column->addWidget(notes_, 1);
  column->addWidget(buttons);
  const QFontMetrics metrics = fontMetrics();
  resize(metrics.averageCharWidth() * 60, metrics.height() * 16);
}

RunNote RunNoteDialog::note() const {
  return {name_->text().simplified().toStdString(),
          notes_->toPlainText().left(longestShownNotes).trimmed().toStdString()};
}

}  // namespace zipper
