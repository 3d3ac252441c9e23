// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/recipe/field_row.h"

class QButtonGroup;
class QGridLayout;
class QRadioButton;

namespace zipper {

/// The strategies with their formulas, one below the other, and a sentence about the chosen one.
class InitializationRow : public FieldRow {
  Q_OBJECT

 public:
  explicit InitializationRow(QWidget* parent);
  QString value() const override;
  void setValue(const QString& value) override;
  QString displayText(const QString& value) const override;
  QWidget* editor() const override { return box_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void addStrategy(QGridLayout* grid, const std::string& name, int row);

  QWidget* box_;
  QButtonGroup* group_;
};

}  // namespace zipper
