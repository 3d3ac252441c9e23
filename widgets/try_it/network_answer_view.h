// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QLabel;

namespace zipper {

class ProbabilityBar;

/// The most probable classes of one network, and the time it took.
class NetworkAnswerView : public QWidget {
  Q_OBJECT

 public:
  static constexpr int shownClasses = 3;

  /// `task`: the teacher of this task, or ProbabilityBar::ofMerged.
  explicit NetworkAnswerView(int task, QWidget* parent = nullptr);

  /// `title`: "teacher"; `network`: the same with its task, for screen readers.
  void setTitle(const QString& title, const QString& network);
  void setAnswer(const std::vector<float>& probabilities, const QStringList& names, double milliseconds);

 private:
  QString network_;
  QLabel* title_;
  QLabel* time_;
  std::vector<ProbabilityBar*> bars_;
};

}  // namespace zipper
