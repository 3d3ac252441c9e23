// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

class QComboBox;
class QPushButton;

namespace zipper {

/// Asks which layer will hurt most, with the layers as choices.
class GuessForm : public QWidget {
  Q_OBJECT

 public:
  explicit GuessForm(QWidget* parent = nullptr);

  /// Layers to choose from, in the order of merging. What is chosen stays if it is still among them.
  void setLayers(const std::vector<int>& layers);
  const std::vector<int>& layers() const { return layers_; }
  /// Chooses a layer, as a click in the zipper does; one that isn't offered changes nothing.
  void setLayer(int layer);
  /// 0: none yet.
  int layer() const;

 Q_SIGNALS:
  void guessed(int layer);

 private:
  std::vector<int> layers_;
  QComboBox* box_;
  QPushButton* button_;
};

}  // namespace zipper
