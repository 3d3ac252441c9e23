// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/recipe/field_row.h"

namespace zipper {

/// The presets, and while the fields differ from the one they come from, an entry that says so.
class PresetRow : public ChoiceRow {
  Q_OBJECT

 public:
  explicit PresetRow(QWidget* parent);
  /// Empty while the entry for edited settings is the current one.
  QString value() const override;
  void setValue(const QString& value) override;
  /// Whether the fields differ from the preset that was set.
  void setCustom(bool custom);
  bool isCustom() const { return custom_; }

 private:
  void setExact(bool exact);

  int presets_ = 0;
  int base_ = 0;  ///< index of the preset that was set
  bool custom_ = false;
};

}  // namespace zipper
