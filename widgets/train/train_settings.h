// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>

#include "core/training/training_choice.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLineEdit;
class QSpinBox;

namespace zipper {

/// How a network is trained: the numbers, and how images are changed at random.
class TrainSettings : public QWidget {
  Q_OBJECT

 public:
  explicit TrainSettings(QWidget* parent = nullptr);
  /// Shows what a choice says; nothing is said to have changed.
  void setChoice(const TrainingChoice& choice);
  /// Writes what is chosen here into a choice.
  void fill(TrainingChoice& choice) const;
  /// What can't be meant; empty: nothing.
  QString problem() const;

 Q_SIGNALS:
  void changed();

 private:
  QSpinBox* addWhole(QFormLayout* form, const QString& label, const char* name, int least, int most,
                     const QString& help);
  QDoubleSpinBox* addNumber(QFormLayout* form, const QString& label, const char* name, double least, double most,
                            int decimals, double step, const QString& help);
  void addRow(QFormLayout* form, const QString& label, QWidget* field, const char* name, const QString& help);
  void buildNumbers();
  void buildChanges();
  void fillDevices();

  QGroupBox *numbers_, *changes_;
  QSpinBox *epochs_ = nullptr, *batch_ = nullptr, *threads_ = nullptr;
  QDoubleSpinBox *rate_ = nullptr, *decay_ = nullptr, *smoothing_ = nullptr, *share_ = nullptr, *scale_ = nullptr,
                 *colour_ = nullptr;
  QCheckBox* flip_ = nullptr;
  QLineEdit* seed_ = nullptr;
  QComboBox* device_ = nullptr;
};

}  // namespace zipper
