// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsView>
#include <QPoint>
#include <QStringList>
#include <QTimer>
#include <QVariantAnimation>
#include <functional>
#include <memory>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "widgets/style/painted_values.h"

namespace zipper {

class ZipperScene;
struct ZipperMotion;

/// The merge as a picture: a strand per task runs from the input to the output through stem, layers and head; merged
/// layers are one strand in the middle, and the slider stands at the end of the layers that are merged without a gap
/// from the first on. Two strands lie above and below the middle; more fan out to both sides, the first at the top.
/// How many tasks and layers there are follows from what setLayers() is given.
class ZipperView : public QGraphicsView, public style::PaintedTable {
  Q_OBJECT

 public:
  explicit ZipperView(QWidget* parent = nullptr);
  ~ZipperView() override;

  /// Names of the tasks at the beginning of their strands, e.g. {"A · fashion", "B · digits"}.
  void setTaskTitles(const QStringList& titles);
  /// Layers 1, 2, ... in order, with a mismatch per task; anything else, e.g. an empty vector, clears the view. Layers
  /// that close or open are animated unless style::reducedMotion(). Takes the mismatch of the layers.
  void setLayers(const std::vector<LayerOverview>& layers);
  /// Stem and head of each task, a head from the features to the classes, for the labels and tooltips of the ends;
  /// optional.
  void setStemsAndHeads(const std::vector<UnitPlan>& stems, const std::vector<std::vector<UnitPlan>>& heads);
  /// What merging each layer costs by estimate, see mergeability.h; empty: unknown. Drawn between the
  /// strands of layers that aren't merged.
  void setMergeCosts(const std::vector<double>& costs);
  /// -1 none, 0 the stem, then the layers, then the head; doesn't emit.
  void setSelectedLayer(int layer);
  int selectedLayer() const;
  /// Live values, [task * layers + layer - 1], until the next setLayers(). Cheap.
  void setMismatch(const std::vector<float>& layerL1);
  /// Before the setLayers() of another merge. Within a merge the bars keep their scale, and it only grows; once nothing
  /// is merged any more, it begins anew.
  void forgetMismatch();
  /// Of the layer in work, 0...1; < 0: unknown.
  void setStepProgress(double share);

  /// The whole scene, without selection. `scale`: pixels per scene unit (scenes of up to 18 layers are 1000 units
  /// wide). Throw Error.
  void savePng(const QString& path, double scale = 2);
  void saveSvg(const QString& path);
  /// Draws the scene now, as SVG or for a PNG. What is returned writes the file, in any thread.
  std::function<void(const QString& path)> drawn(bool vectors);

  /// Writing at least so many times as large as usual, for a room that looks on, as far as there is room; 1: as usual.
  /// Usual is as large as the rest of the window's writing, or larger in a large view.
  void setMagnification(double factor);

  /// True until the user zooms by hand, and again after fit(): the picture then follows the size of the view.
  bool isFitted() const { return fitted_; }
  /// How far a layer is closed as drawn now: 0 apart, 1 one strand. `layer`: up to the head.
  double closedShareOf(int layer) const;
  /// The place of a column (stem, layers, head) in the viewport.
  QRect columnRect(int layer) const;

  /// A row of columns: stem, layers and head, each with its state and its shape.
  QString paintedValues() const override;
  int paintedRows() const override { return paintedColumns() > 0 ? 1 : 0; }
  int paintedColumns() const override;
  QString paintedRowName(int) const override { return accessibleName(); }
  QString paintedColumnName(int column) const override;
  QString paintedCell(int row, int column) const override;
  QRect paintedCellRect(int row, int column) const override;
  int paintedCurrentRow() const override { return selectedLayer() < 0 ? -1 : 0; }
  int paintedCurrentColumn() const override { return selectedLayer(); }

  QSize sizeHint() const override { return {960, 540}; }
  QSize minimumSizeHint() const override { return {320, 180}; }

 public Q_SLOTS:
  void fit();
  void zoomIn();
  void zoomOut();

 Q_SIGNALS:
  void layerSelected(int layer);  ///< by mouse or keys
  void runToLayerRequested(int layer);
  /// The bars of what is shown now have another scale than those of before: a sentence.
  void mismatchScaleChanged(const QString& sentence);
  void tryAgainRequested(int layer);  ///< the step that merged it, with another strategy

 protected:
  bool viewportEvent(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  double fitScale() const;
  double textScale(double viewScale) const;
  void zoomBy(double factor, const QPointF& viewPoint);
  void fitToColumn(int column);
  bool gestureEvent(QEvent* event);
  void showToolTip(const QPoint& viewPoint, const QPoint& globalPoint);
  int columnAt(const QPoint& viewPoint) const;
  void select(int column);
  void keepVisible(int column);
  void showMenu(int column, const QPoint& globalPoint);
  void askForPng();
  void askForSvg();
  void refreshTheme();
  void describe();
  void startMotion(bool animated);
  void updatePulse();

  ZipperScene* scene_;
  std::unique_ptr<ZipperMotion> motion_;
  QVariantAnimation closing_;
  QTimer pulse_;
  bool fitted_ = true;
  double magnification_ = 1;
  bool panning_ = false;
  QPoint pressed_, lastDrag_;
};

}  // namespace zipper
