// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace zipper {

class Document;
class DraftController;
class SessionController;
struct Panels;

/// Shows the draft on the start page, and asks what a task is to be made of: of the draft, or of the session where that
/// is what the window shows.
class WelcomeLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialogs.
  WelcomeLink(Document& document, DraftController& drafts, SessionController& files, Panels& panels, QWidget& window);

  void chooseModel(int task);
  void chooseData(int task);
  void changeConventions(int task);
  void matchClasses(int task);
  /// How many tasks there are to choose models and data for.
  int taskCount() const;

 Q_SIGNALS:
  void taskCountChanged();

 private:
  bool showsSession() const;
  void changeImages(int task);
  void showDraft();
  QString problem() const;
  void backToSession();

  Document& document_;
  DraftController& drafts_;
  SessionController& files_;
  Panels& panels_;
  QWidget& window_;
};

}  // namespace zipper
