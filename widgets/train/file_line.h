// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace zipper {

class ElidedLabel;

/// A file or folder that is chosen with a button.
class FileLine : public QWidget {
  Q_OBJECT

 public:
  /// `name`: of the button as an object; `help`: what it chooses; `empty`: what is shown while nothing is chosen.
  FileLine(const char* name, const QString& help, const QString& empty, QWidget* parent = nullptr);
  void setPath(const QString& path);
  const QString& path() const { return path_; }

 Q_SIGNALS:
  void chooseRequested();

 private:
  QString path_, empty_;
  ElidedLabel* text_;
  QPushButton* button_;
};

}  // namespace zipper
