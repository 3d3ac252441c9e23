// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/tour/guess_content.h"

class QLabel;

namespace zipper {

class GuessChart;

/// A guess beside what was measured: the verdict, what each layer lost, and how that was measured.
class GuessAnswerView : public QWidget {
  Q_OBJECT

 public:
  explicit GuessAnswerView(QWidget* parent = nullptr);
  void setAnswer(const GuessAnswer& answer);
  QString text() const;

 private:
  QLabel *verdict_, *measuring_;
  GuessChart* chart_;
};

}  // namespace zipper
