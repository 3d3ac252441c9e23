// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/changes/changes_content.h"

class QLabel;
class QPushButton;

namespace zipper {

/// What a merge did to a task in a few sentences, and buttons that lead to the images that it is about.
class ChangesHeadline : public QWidget {
  Q_OBJECT

 public:
  explicit ChangesHeadline(QWidget* parent = nullptr);

  void setChanges(const ShownChanges& shown);
  /// Marks the button of what is shown; none if it isn't about an outcome.
  void setAsked(const ImagesAsked& asked);
  QString text() const;
  /// One sentence instead of three, which are then its tool tip: where there is little height.
  void setShort(bool isShort);

 Q_SIGNALS:
  void asked(zipper::Outcome outcome);

 private:
  void showText();

  QLabel* text_;
  QString long_, short_;
  bool isShort_ = false;
  std::vector<std::pair<Outcome, QPushButton*>> buttons_;
};

}  // namespace zipper
