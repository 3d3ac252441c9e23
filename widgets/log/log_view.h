// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QList>
#include <QPlainTextEdit>

namespace zipper {

/// A read-only text that grows at its end and, unless it stands there, keeps showing what it shows.
class LogView : public QPlainTextEdit {
  Q_OBJECT

 public:
  struct Span {
    QString text;
    QColor color;
    bool bold;
  };
  using Line = QList<Span>;

  explicit LogView(QWidget* parent = nullptr);
  /// Appends a line made of plain text in colours; newlines in it begin further lines.
  void appendLine(const Line& line);
  /// The same for many lines, laid out in one go.
  void appendLines(const QList<Line>& lines);

 private:
  /// How many lines the text grew by, before the oldest are dropped.
  int insertAtEnd(const QList<Line>& lines);
};

}  // namespace zipper
