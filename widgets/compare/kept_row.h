// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/session/kept_comparison.h"

class QComboBox;
class QToolButton;

namespace zipper {

/// Which of a session's comparisons is shown: a list with the new one on top, the others below, the latest first, and
/// what can be done with a kept one.
class KeptRow : public QWidget {
  Q_OBJECT

 public:
  using KeptComparisons = std::vector<std::shared_ptr<const KeptComparison>>;

  explicit KeptRow(QWidget* parent = nullptr);

  /// The choice stays at the same comparison if that is still there.
  void setKept(const KeptComparisons& kept);
  /// Of Session::comparisons; -1: the new one. Nobody is told.
  void setPlace(int place);
  int place() const;
  /// The one that is chosen; null: the new one.
  std::shared_ptr<const KeptComparison> chosen() const;
  /// While one is made, nothing else is shown.
  void setRunning(bool running);

 Q_SIGNALS:
  void placeChosen(int place);
  void renameRequested(int place, const QString& name);
  void removeRequested(int place);

 private:
  void fill();
  void refresh();
  void askName();

  QComboBox* list_;
  QToolButton *rename_, *remove_;
  KeptComparisons kept_;
  bool running_ = false;
};

/// "1 Dec 2026 03:20 · mean, least squares · seeds 1, 2", with the name before it where there is one.
QString keptTitle(const KeptComparison& kept);
/// With what all of its runs were done, a sentence.
QString keptSettings(const KeptComparison& kept);

}  // namespace zipper
