// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <string>

class QToolButton;

namespace zipper::plots {

struct Figure;

/// A panel whose figure can be saved and copied.
class FigurePanel : public QWidget {
  Q_OBJECT

 public:
  using QWidget::QWidget;

  /// The figure as it is shown, on white, with its legend; the numbers of what is shown. Throw Error if the file can't
  /// be written.
  void savePng(const QString& path);
  void savePdf(const QString& path);
  void saveSvg(const QString& path);
  void saveCsv(const QString& path);
  /// Draws the figure now, as SVG or for a PNG. What is returned writes the file, in any thread.
  std::function<void(const QString& path)> drawn(bool vectors);
  void copyImage();
  /// What the crosshair tells, a line for each value; empty while there is none.
  virtual QString readoutText() const = 0;

 protected:
  virtual Figure figure() = 0;
  virtual std::string csv() const = 0;
  /// Shows the content anew, in the present palette and font.
  virtual void showContent() = 0;
  /// A button with a menu that saves and copies. `baseName`: of the files that are suggested.
  QToolButton* makeExportButton(const QString& baseName);
  void changeEvent(QEvent* event) override;
};

}  // namespace zipper::plots
