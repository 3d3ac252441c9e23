// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "widgets/compare/compare_choice.h"

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace zipper {

/// Which strategies are compared, and how long: check boxes for initialization by alignment, and the naive baseline.
class CompareForm : public QWidget {
  Q_OBJECT

 public:
  explicit CompareForm(QWidget* parent = nullptr);

  /// The plan that all strategies follow: "1–13" and its number of layers.
  void setPlan(const QString& layers, int count);
  CompareChoice choice() const;
  /// What keeps the comparison from being started; empty if nothing does.
  QString problem() const { return problem_; }
  /// Checks exactly these strategies.
  void setStrategies(const std::vector<std::string>& names);

 Q_SIGNALS:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QGridLayout* buildStrategies();
  QCheckBox* addBox(const std::string& name, const QString& description);
  void buildNumbers();
  void refresh();

  std::map<std::string, QCheckBox*> boxes_;
  std::vector<std::string> names_;  ///< in the order of the form
  QSpinBox* iterations_;
  QSpinBox* finetuning_;
  QSpinBox* images_;
  QLineEdit* seeds_;
  QLabel* summary_;
  QString layers_, problem_;
  int layerCount_ = 0;
};

}  // namespace zipper
