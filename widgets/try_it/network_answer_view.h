// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/support/timing.h"

class QLabel;
class QLayout;

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
  /// `milliseconds`: the median of runs that took so long; `busy`: something else was computed meanwhile, and the time
  /// is marked.
  void setAnswer(const std::vector<float>& probabilities, const QStringList& names, double milliseconds,
                 const TimeRange& range, bool busy);
  /// Only the median: where there is little width.
  void setTimeBrief(bool brief);
  /// Only the most probable class: where there is little height.
  void setBrief(bool brief);

 private:
  void showBars();
  void showTime();

  QString network_;
  std::size_t classes_ = 0;  ///< that there are answers for
  bool brief_ = false, timeBrief_ = false, busy_ = false;
  double milliseconds_ = -1;  ///< negative: nothing was measured
  TimeRange range_;
  QLayout* heading_ = nullptr;
  QLabel* title_;
  QLabel* time_;
  std::vector<ProbabilityBar*> bars_;
};

}  // namespace zipper
