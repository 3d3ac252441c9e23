// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include "core/session/session.h"

class QLineEdit;
class QPlainTextEdit;

namespace zipper {

/// Asks for the name of a run and for what is to be remembered of it.
class RunNoteDialog : public QDialog {
  Q_OBJECT

 public:
  /// `title`: of the run, with its number.
  RunNoteDialog(const QString& title, const RunNote& note, QWidget* parent);

  RunNote note() const;

 private:
  QLineEdit* name_;
  QPlainTextEdit* notes_;
};

}  // namespace zipper
