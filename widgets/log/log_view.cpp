// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log/log_view.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

namespace zipper {

LogView::LogView(QWidget* parent) : QPlainTextEdit(parent) {
  setReadOnly(true);
  setUndoRedoEnabled(false);
  setFrameShape(QFrame::NoFrame);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void LogView::appendLine(const Line& line) { appendLines({line}); }

void LogView::appendLines(const QList<Line>& lines) {
  QScrollBar* bar = verticalScrollBar();
  const bool follow = bar->value() >= bar->maximum();
  const QTextBlock top = firstVisibleBlock();
  const int topNumber = top.blockNumber(), rowInTop = bar->value() - top.firstLineNumber();
  const int blocksBefore = blockCount();
  const int added = insertAtEnd(lines);
  if (follow) {
    bar->setValue(bar->maximum());
    return;
  }
  // Lines that fell out at the top shift everything below them up.
  const int number = topNumber - (blocksBefore + added - blockCount());
  bar->setValue(number < 0 ? 0 : document()->findBlockByNumber(number).firstLineNumber() + rowInTop);
}

int LogView::insertAtEnd(const QList<Line>& lines) {
  int added = document()->isEmpty() ? -1 : 0;
  QTextCursor cursor(document());
  cursor.movePosition(QTextCursor::End);
  cursor.beginEditBlock();
  for (const Line& line : lines) {
    if (++added > 0) cursor.insertBlock();
    for (const Span& span : line) {
      QTextCharFormat format;
      format.setForeground(span.color);
      if (span.bold) format.setFontWeight(QFont::Bold);
      cursor.insertText(span.text, format);
      added += int(span.text.count(u'\n'));
    }
  }
  cursor.endEditBlock();
  return added;
}

}  // namespace zipper
