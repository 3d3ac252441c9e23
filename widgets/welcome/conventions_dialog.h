// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <vector>

#include "core/models/model_summary.h"

class QPushButton;
class QVBoxLayout;

namespace zipper {

class ChoiceRow;
class FieldRow;
class LineRow;
class SwitchRow;

/// Everything that a model file doesn't tell, or tells wrong, a field each. An empty field keeps what was read. A wrong
/// value says below its field what is allowed, and can't be accepted.
class ConventionsDialog : public QDialog {
  Q_OBJECT

 public:
  ConventionsDialog(int task, const ModelSummary& summary, QWidget* parent = nullptr);
  /// What the fields say; to be asked when the dialog was accepted.
  SpecOverrides overrides() const;

 private:
  LineRow* addLine(const QString& name, const QString& label, const QString& asRead, const QString& help);
  ChoiceRow* addChoice(const QString& name, const QString& label, const QString& asRead,
                       const std::vector<std::pair<QString, QString>>& choices, const QString& help);
  void addRow(FieldRow* row, const QString& name, const QString& help);
  void addInputRows();
  void addLayerRows();
  void addFileRows();
  void fill(const SpecOverrides& overrides);
  void clear();
  void check();

  ModelSummary summary_;
  QVBoxLayout* rows_;
  QPushButton* accept_ = nullptr;
  LineRow *inputSize_, *mean_, *std_, *bnEpsilon_, *classOffset_, *part_;
  ChoiceRow *channelOrder_, *stemStride_, *activation_, *padding_;
  SwitchRow* ema_;
};

}  // namespace zipper
