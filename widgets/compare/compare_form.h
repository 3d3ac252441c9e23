// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
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

  /// The recipe whose plan and other settings all strategies follow.
  void setPlan(const Recipe& recipe);
  /// Tells how many seconds a choice takes, negative if that is unknown.
  void setForecast(std::function<double(const CompareChoice&)> forecast);
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
  QString summary(const CompareChoice& choice) const;

  std::map<std::string, QCheckBox*> boxes_;
  std::vector<std::string> names_;  ///< in the order of the form
  QSpinBox* iterations_;
  QSpinBox* finetuning_;
  QSpinBox* images_;
  QLineEdit* seeds_;
  QCheckBox* sameFits_;
  QLabel* summary_;
  Recipe recipe_;
  QString problem_;
  std::function<double(const CompareChoice&)> forecast_;
};

}  // namespace zipper
