// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <QObject>
#include <vector>

namespace zipper {

struct Panels;

/// Lets the keyboard and screen readers reach every panel: the buttons of docks say which panel they float or close and
/// are in the Tab order; next() and previous() go from panel to panel, through those that others lie on, too.
class PanelKeys : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive it.
  PanelKeys(QMainWindow* window, Panels& panels);

 public Q_SLOTS:
  void next();
  void previous();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void nameButtons(QDockWidget* dock);
  void nameTabs();
  /// The middle of the window, then every dock that is open, as the eye goes: see Panels::docks.
  std::vector<QWidget*> places() const;
  void move(int by);

  QMainWindow& window_;
  Panels& panels_;
};

}  // namespace zipper
