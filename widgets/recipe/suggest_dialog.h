// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <vector>

#include "core/analysis/mergeability.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace zipper {

/// What a suggestion is made of.
struct SuggestionBase {
  std::vector<LayerMergeability> costs;  ///< of every layer, in their order
  std::vector<MobileNetSpec> specs;
  BnPolicy policy = BnPolicy::PerTask;
  std::vector<int> merged;  ///< they are kept in front of every suggestion
};

/// "Suggest layers": a wanted compression in, the cheapest layers that reach it out.
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

  SuggestionBase base_;
  double most_ = 1;  ///< compression with all layers merged
  QDoubleSpinBox* wanted_;
  QComboBox* order_;
  QTreeWidget* table_;
  QLabel* summary_;
  QPushButton* use_ = nullptr;
};

}  // namespace zipper
