// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsScene>
#include <array>
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
  void setShape(double aspect, double textScale);
  void setTitles(const QStringList& titles);
  void setEnds(const std::vector<LayerInfo>& stems, const std::vector<LayerInfo>& heads);
  /// 13 layers or none; takes their mismatch, leaves the strands where they are.
  void setLayers(const std::vector<LayerOverview>& layers);
  void setClosed(const ColumnShares& closed);
  /// Of layers 1...13; of another size: unknown.
  void setMergeCosts(const std::vector<double>& costs);
  void setMismatch(const std::vector<float>& layerL1);
  void setProgress(double share);
  void setPhase(double phase);
  void setSelected(int column);
  void setHovered(int column);
  void setFocused(bool focused);
  void setNumbered(bool numbered);

 private:
  using Shares = std::array<std::array<double, columnCount>, 2>;  ///< [task][column]

  template <typename Item, typename... Arguments>
  Item* add(double z, Arguments... arguments);
  void addItems();
  void placeAll();
  void showWhatThereIs();
  void updateWorkingBlocks();
  void setMismatchScale();
  Shares mismatchShares() const;
  ZipperItem* columnItem(int column) const;

  ZipperPicture picture_;
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
