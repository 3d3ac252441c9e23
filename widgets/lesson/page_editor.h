// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/lesson/lesson.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace zipper {

/// What a page may bring forward.
struct LessonChoices {
  QStringList steps;  ///< what the steps of the session are called, in its order
  struct Panel {
    std::string name;  ///< see lessonPanels()
    QString title;
  };
  std::vector<Panel> panels;
};

/// A list of pages, and the one that is written.
class PageEditor : public QWidget {
  Q_OBJECT

 public:
  explicit PageEditor(QWidget* parent = nullptr);
  void setPages(const std::vector<LessonPage>& pages, const LessonChoices& choices);
  const std::vector<LessonPage>& pages() const { return pages_; }
  int current() const;

 Q_SIGNALS:
  void changed();

 private:
  void buildList();
  void buildPage();
  void addPage();
  void removePage();
  void movePage(int by);
  void fillList(int current);
  void showPage();
  void takePage();
  QString nameOf(std::size_t page) const;

  std::vector<LessonPage> pages_;
  LessonChoices choices_;
  QListWidget* list_;
  QPushButton *add_, *remove_, *up_, *down_;
  QLineEdit* title_;
  QPlainTextEdit* text_;
  QComboBox *step_, *panel_;
  QWidget *left_, *right_;
  bool showing_ = false;  ///< fields are filled, not edited
};

}  // namespace zipper
