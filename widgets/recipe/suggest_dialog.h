// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "core/analysis/size_sweep.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace zipper::style {
class ColumnFit;
}

namespace zipper {

/// What a suggestion is made of.
struct SuggestionBase {
  std::vector<LayerMergeability> costs;  ///< of every layer, in their order
  std::vector<MobileNetSpec> specs;
  BnPolicy policy = BnPolicy::PerTask;
  std::vector<int> merged;             ///< they are kept in front of every suggestion
  std::optional<SizeAdvice> measured;  ///< what measured sizes recommend; nothing: the costs do
};

/// "Suggest layers": a wanted compression in, the cheapest layers that reach it out. It begins with the compression
/// that is recommended, and says by what: an estimate, or sizes that were measured.
class SuggestDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SuggestDialog(SuggestionBase base, QWidget* parent = nullptr);

  void setCompression(double wanted);
  /// From the input to the output, or the cheapest first; layers that are merged stay in front as they were merged.
  void setCheapestFirst(bool on);
  /// The plan that is suggested.
  std::vector<int> layers() const;

 Q_SIGNALS:
  /// The user wants this plan.
  void planChosen(const std::vector<int>& layers);

 private:
  void buildControls();
  void buildTable();
  void buildButtons();
  void refresh();
  void fillTable();
  double compressionOf(const std::vector<int>& layers) const;
  SizeAdvice advice() const;
  QString adviceText() const;

  SuggestionBase base_;
  double most_ = 1;  ///< compression with all layers merged
  QDoubleSpinBox* wanted_;
  QComboBox* order_;
  QTreeWidget* table_;
  style::ColumnFit* columns_ = nullptr;
  QLabel *summary_, *advice_;
  QPushButton* use_ = nullptr;
};

}  // namespace zipper
