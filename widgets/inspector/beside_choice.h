// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QComboBox;
class QLabel;

namespace zipper {

/// Chooses the step of the session that the inspector shows beside the one where the session stands. It isn't seen
/// while there is nothing to choose.
class BesideChoice : public QWidget {
  Q_OBJECT

 public:
  static constexpr int nothing = -1;

  struct Step {
    int index = 0;  ///< in Session::steps
    QString title;  ///< "Run 2, layer 7"
  };

  explicit BesideChoice(QWidget* parent = nullptr);

  /// The steps to choose among; `here`: what is shown without a choice. Nothing is chosen then: see setStep().
  void setSteps(const std::vector<Step>& steps, const QString& here);
  /// Index of the step, or `nothing`.
  int step() const;
  /// Emits nothing; a step that isn't offered changes nothing.
  void setStep(int step);
  /// Below the choice: what is to be said about it. Empty: nothing.
  void setNote(const QString& note);

 Q_SIGNALS:
  /// The user chose another one.
  void chosen(int step);

 private:
  void showHere();

  QComboBox* steps_;
  QLabel* here_;
  QLabel* note_;
  QString hereTitle_;
};

}  // namespace zipper
