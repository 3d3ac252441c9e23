// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <vector>

#include "core/support/compute_device.h"
#include "widgets/recipe/field_row.h"

namespace zipper {

/// What computes: the CPU and the cards that are there, with name and free memory, which are asked for whenever the row
/// is about to be seen. A recipe from elsewhere may name a card that isn't: it is shown as that, and can be left. With
/// the CPU alone there is nothing to choose.
class DeviceRow : public ChoiceRow {
  Q_OBJECT

 public:
  using AskForCards = std::function<std::vector<ComputeCard>()>;
  DeviceRow(const QString& label, QWidget* parent, AskForCards ask = computeCards);
  void setValue(const QString& value) override;
  QString displayText(const QString& value) const override;

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void fill();

  AskForCards ask_;
  bool asked_ = false;
  std::vector<ComputeCard> cards_;
  QString value_;
};

}  // namespace zipper
