// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsScene>
#include <vector>

#include "widgets/zipper_view/zipper_item.h"

namespace zipper {

class BandItem;
class CostItem;
class HintItem;
class LegendItem;
class MismatchItem;
class SliderItem;
class TitleItem;

/// The picture as items. Each setter repaints only what it changes.
class ZipperScene : public QGraphicsScene {
 public:
  explicit ZipperScene(QObject* parent = nullptr);

  const ZipperPicture& picture() const { return picture_; }

  void setTheme(const ZipperTheme& theme);
  /// `aspect`: height / width of the place.
  void setShape(double aspect, double textScale);
  void setTitles(const QStringList& titles);
  void setEnds(const std::vector<UnitPlan>& stems, const std::vector<std::vector<UnitPlan>>& heads);
  /// Layers 1, 2, ... or none; takes their mismatch, on a scale that only grows within a merge, leaves the strands
  /// where they are, unless their number or that of the layers is another: then it's a new picture, open everywhere,
  /// and true.
  bool setLayers(const std::vector<LayerOverview>& layers);
  void setClosed(const ColumnShares& closed);
  /// Of layer 1, 2, ...; of another size: unknown.
  void setMergeCosts(const std::vector<double>& costs);
  /// [task * layers + layer - 1]; live: where a value is above the scale, that grows, until the next setLayers().
  void setMismatch(const std::vector<float>& layerL1);
  /// What comes next is another merge, whose bars have a scale of their own.
  void forgetMismatch();
  void setProgress(double share);
  void setPhase(double phase);
  void setSelected(int column);
  void setHovered(int column);
  void setFocused(bool focused);
  void setNumbered(bool numbered);

 private:
  using Shares = std::vector<std::vector<double>>;  ///< [task][column]

  template <typename Item, typename... Arguments>
  Item* add(double z, Arguments... arguments);
  void rebuild(int layers, int tasks);
  void addItems();
  void placeAll();
  void showWhatThereIs();
  void updateWorkingBlocks();
  void holdMismatchScale();
  void followMismatch();
  void setMismatchScale(double scale);
  Shares mismatchShares() const;
  ZipperItem* columnItem(int column) const;

  ZipperPicture picture_;
  double aspect_ = 0.5625;
  double heldScale_ = 0;  ///< of the steps that were shown since nothing was merged; 0: none yet
  std::vector<ZipperItem*> all_, columns_, strands_, blocks_;
  std::vector<BandItem*> bands_;
  std::vector<TitleItem*> titles_;
  std::vector<MismatchItem*> mismatches_;
  CostItem* costs_ = nullptr;
  LegendItem* legend_ = nullptr;
  SliderItem* slider_ = nullptr;
  HintItem* hint_ = nullptr;
};

}  // namespace zipper
