// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/style/painted_values.h"
#include "widgets/try_it/tried_picture.h"

class QGridLayout;
class QLabel;

namespace zipper {

class NetworkAnswerView;
class ProbePicture;

/// What the two networks of a task answer to a picture, beside each other, and what they see of it.
class TaskAnswerCard : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  TaskAnswerCard(int task, const TriedTask& about, QWidget* parent = nullptr);

  /// `merged`: whether anything is merged; else the merged network is the teacher.
  /// `busy`: something else was computed meanwhile, and the times are marked.
  void setAnswers(const OneImageTaskAnswers& answers, const QImage& seen, bool merged, bool busy);
  /// Only the most probable classes: where there is little height.
  void setBrief(bool brief);
  /// Times without their ranges: where there is little width.
  void setTimesBrief(bool brief);
  /// The merged network below the teacher instead of beside it: where there is little width.
  void setStacked(bool stacked);
  /// The least width at which they can stand beside each other.
  int besideWidth() const;
  QString sentence() const;
  QAccessible::Role paintedRole() const override { return QAccessible::Grouping; }
  QString paintedValues() const override { return sentence(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildLayout();
  void placeNetworks();
  void fitFonts();

  TriedTask about_;
  QLabel* title_;
  QLabel* sentence_;
  ProbePicture* seen_;
  NetworkAnswerView* teacher_;
  NetworkAnswerView* merged_;
  QGridLayout* grid_ = nullptr;
  bool stacked_ = false;
};

}  // namespace zipper
