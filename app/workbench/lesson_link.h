// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <memory>

#include "core/lesson/lesson.h"

class QDockWidget;
class QMainWindow;

namespace zipper {

class Actions;
class Document;
class JobRunner;
class LessonDialog;
class RunController;
class SessionController;
struct Panels;

/// Lesson files in the window: shows the texts of the one that is open and brings forward what its pages name, puts the
/// panels where it wants them and gives the user's own arrangement back when it is closed, and makes new ones.
class LessonLink : public QObject {
  Q_OBJECT

 public:
  LessonLink(Document& document, SessionController& files, RunController& run, JobRunner& jobs, Panels& panels,
             Actions& actions, QMainWindow& window);
  ~LessonLink() override;

  /// How the panels stood before a lesson was opened; empty as long as none is.
  const QByteArray& arrangementBefore() const { return before_; }

 private:
  void takeDocument();
  void begin();
  void end();
  void showPage(int page);
  void reveal(QDockWidget& dock);
  void askForLesson();
  void measure(LessonDialog& dialog);
  void save(LessonDialog& dialog);

  Document& document_;
  SessionController& files_;
  RunController& run_;
  JobRunner& jobs_;
  Panels& panels_;
  QMainWindow& window_;
  QByteArray before_;
};

}  // namespace zipper
