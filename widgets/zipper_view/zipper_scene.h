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
  /// Layers 1, 2, ... or none; takes their mismatch, leaves the strands where they are, unless their number or that of
  /// the layers is another: then it's a new picture, open everywhere, and true.
  bool setLayers(const std::vector<LayerOverview>& layers);
  void setClosed(const ColumnShares& closed);
  /// Of layer 1, 2, ...; of another size: unknown.
  void setMergeCosts(const std::vector<double>& costs);
  /// [task * layers + layer - 1]
  void setMismatch(const std::vector<float>& layerL1);
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
  void setMismatchScale();
  Shares mismatchShares() const;
  ZipperItem* columnItem(int column) const;

  ZipperPicture picture_;
  double aspect_ = 0.5625;
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
