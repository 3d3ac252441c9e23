// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProgressBar>

#include "widgets/try_it/top_answers.h"

namespace zipper {

/// A class and a bar as long as its probability, the name and the number on it. Screen readers take it for a progress
/// bar: it has a name and a value.
class ProbabilityBar : public QProgressBar {
  Q_OBJECT

 public:
  static constexpr int ofMerged = -1;

  /// `task`: the teacher whose colour it has, or ofMerged. `first`: of the most probable class, which is larger.
  ProbabilityBar(int task, bool first, QWidget* parent = nullptr);

  /// `network`: whose answer it is, for screen readers.
  void setAnswer(const NamedAnswer& answer, const QString& network);
  const NamedAnswer& answer() const { return answer_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QFont largeFont() const;

  int task_;
  bool first_;
  NamedAnswer answer_;
};

}  // namespace zipper
