// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <QObject>
#include <memory>

namespace zipper {

struct Panels;

/// The window for a room that looks on: fonts, icons, lines of plots and the zipper's writing are larger, and of the
/// panels only the explanation and the curves are shown. Escape in the window ends it, where no widget needs that key.
/// When it ends, fonts, panels and the size of the window are exactly as before; it isn't kept for the next start.
class Presentation : public QObject {
  Q_OBJECT

 public:
  static constexpr double magnification = 1.5;

  /// Both must outlive it.
  Presentation(QMainWindow* window, Panels& panels);
  /// Gives fonts back; the window, which ends, is left as it is.
  ~Presentation() override;

  bool isOn() const { return before_ != nullptr; }
  void setOn(bool on);
  /// Of QMainWindow::saveGeometry(): while it is on, from before.
  QByteArray geometry() const;

 Q_SIGNALS:
  void changed(bool on);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Before;
  void begin();
  void end();
  void enlargeIcons();

  QMainWindow& window_;
  Panels& panels_;
  std::unique_ptr<Before> before_;
};

}  // namespace zipper
