// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/changes/changes_content.h"

class QButtonGroup;
class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace zipper {

class ColorBar;
class ConfusionView;

/// The confusion matrices: of the teacher, of the merged network, or their difference.
class ConfusionPage : public QWidget {
  Q_OBJECT

 public:
  explicit ConfusionPage(QWidget* parent = nullptr);
  void setChanges(ShownChangesPtr changes);

 Q_SIGNALS:
  void asked(const zipper::ImagesAsked& asked);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void reserveReadOut();
  void addSwitch(QVBoxLayout& layout);
  void setMatrix(MatrixShown matrix);
  void showScale();

  QButtonGroup* matrices_;
  QWidget* content_;
  ConfusionView* view_;
  ColorBar* colorBar_;
  QLabel* readOut_;
  QLabel* message_;
  QStackedLayout* stack_;
};

}  // namespace zipper
