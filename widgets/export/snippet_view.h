// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "core/exports/export_snippet.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace zipper {

/// A program that uses an exported file, to read, select, copy and save.
class SnippetView : public QWidget {
  Q_OBJECT

 public:
  explicit SnippetView(QWidget* parent = nullptr);
  /// Without a text: there is none for what is chosen, or, if given, because of `problem`. One that is a text for
  /// people is shown, copied and saved in the user's language.
  void setSnippet(const ExportSnippet& snippet, const QString& problem = {});
  const ExportSnippet& snippet() const { return snippet_; }

 Q_SIGNALS:
  /// It is to be written into a folder, with the files that it reads.
  void saveRequested(const zipper::ExportSnippet& snippet);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  bool isProse() const { return snippet_.language == "Text"; }
  void useFont();

  ExportSnippet snippet_;
  QLabel *title_, *files_;
  QPlainTextEdit* text_;
  QPushButton *copy_, *save_;
};

}  // namespace zipper
