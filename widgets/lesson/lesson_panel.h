// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "core/lesson/lesson.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace zipper {

/// The pages of a lesson, one at a time, as plain text; behind them, where its images come from.
class LessonPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LessonPanel(QWidget* parent = nullptr);
  /// Begins with the first page.
  void setLesson(const Lesson& lesson);
  /// No lesson is open.
  void clear();
  int pageCount() const { return int(pages_.size()); }
  int page() const { return page_; }
  /// Does nothing if there is no such page.
  void setPage(int page);

 Q_SIGNALS:
  /// Also when a lesson begins. What the page brings forward is told by the lesson; there is nothing for the one about
  /// images, whose number is that behind the last.
  void pageShown(int page);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Shown {
    QString title, text;
  };
  QString sourcesText(const Lesson& lesson) const;
  void show();
  void enlargeFonts();

  QLabel *title_, *heading_, *place_;
  QPlainTextEdit* text_;
  QPushButton *back_, *next_;
  std::vector<Shown> pages_;
  int page_ = -1;
};

}  // namespace zipper
