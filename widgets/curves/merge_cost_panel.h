// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "core/analysis/mergeability.h"

class QAction;

namespace zipper {

namespace curves {
struct Figure;
}

/// What merging each layer costs by estimate, a bar per layer; merged layers are green, those that the plan leaves out
/// are outlined.
class MergeCostPanel : public QWidget {
  Q_OBJECT

 public:
  /// Actions that get buttons: what works the costs out, and what makes a plan of them.
  MergeCostPanel(QAction* estimate, QAction* suggest, QWidget* parent = nullptr);
  ~MergeCostPanel() override;

  /// Layers 1...13, or none if the costs aren't known.
  void setCosts(const std::vector<LayerMergeability>& layers);
  /// Where layers 1...13 stand; empty: all are separate.
  void setLayers(const std::vector<LayerOverview>& layers);
  /// 1...13; others: no bar is marked. Doesn't emit.
  void setSelectedLayer(int layer);

  /// The figure as it is shown, on white; the numbers. Throw Error if the file can't be written.
  void savePng(const QString& path);
  void savePdf(const QString& path);
  void saveSvg(const QString& path);
  void saveCsv(const QString& path);
  /// Draws the figure now, as SVG or for a PNG. What is returned writes the file, in any thread.
  std::function<void(const QString& path)> drawn(bool vectors);
  void copyImage();
  /// What the crosshair tells, a line for each value; empty while there is none.
  QString readoutText() const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  /// The user clicked a bar.
  void layerSelected(int layer);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Parts;

  void buildPlot();
  void buildControls(QAction* estimate, QAction* suggest);
  void showContent();
  void showContentIn(const QPalette& palette);
  void showBarsIn(const QPalette& palette);
  bool moveCursor(int key);
  void showCursor(int layer);
  int layerAt(const QPointF& position) const;
  curves::Figure figure();

  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
