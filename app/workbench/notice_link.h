// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace zipper {

class Document;
class NoticeBar;
class SessionController;
class WelcomeLink;

/// Says above the zipper what must be known before a figure of the session is believed: images that can't be found,
/// classes that don't fit, conventions that were guessed; each with a button that helps.
class NoticeLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialogs.
  NoticeLink(Document& document, SessionController& files, WelcomeLink& welcome, NoticeBar& bar, QWidget& window);

 Q_SIGNALS:
  /// The session is open in another program, too: its steps belong in a file of its own.
  void copyRequested();
  /// A head is wanted that fits the images of this task.
  void trainRequested(int task);

 private:
  void show();
  void act(const QString& id);
  void confirmOtherData(int task, const QString& folder);

  Document& document_;
  SessionController& files_;
  WelcomeLink& welcome_;
  NoticeBar& bar_;
  QWidget& window_;
};

}  // namespace zipper
