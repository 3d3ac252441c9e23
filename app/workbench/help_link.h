// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include "widgets/help/whats_this.h"

class QMainWindow;

namespace zipper {

class Actions;
class HandbookWindow;
struct Panels;

/// The help of the window: opens the handbook where the work is, and says of each panel what it is and which page is
/// about it.
class HelpLink : public QObject {
  Q_OBJECT

 public:
  HelpLink(Actions& actions, Panels& panels, QMainWindow& window);
  ~HelpLink() override;

  /// See HandbookWindow::open().
  void open(const QString& link);

 private:
  void connectActions();
  void describePanels();
  void describeDocks();
  /// The page about what has the keyboard's focus, or else the first one.
  QString linkHere() const;

  Actions& actions_;
  Panels& panels_;
  QMainWindow& window_;
  WhatsThis whatsThis_;
  QPointer<HandbookWindow> handbook_;  ///< null: it wasn't opened yet
};

}  // namespace zipper
