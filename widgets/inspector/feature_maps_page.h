// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "core/analysis/float_array.h"
#include "widgets/inspector/inspector_page.h"
#include "widgets/inspector/probe_choice.h"

class QLabel;

namespace zipper {

struct FeatureMaps;
class ColorBar;
class MapGrid;
class PredictionView;
class ProbeControls;
class ProbePicture;

/// What a probe image looks like behind a layer: in the teacher, in the merged network, and the difference.
class FeatureMapsPage : public InspectorPage {
  Q_OBJECT

 public:
  explicit FeatureMapsPage(QWidget* parent = nullptr);

  void setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts,
                const std::vector<QStringList>& classNames, int layers, bool blocks);
  /// -1: none.
  void setLayer(int layer);
  /// Maps of another layer or task than the chosen ones are ignored: they come from a computation that is superseded.
  /// `beside`: the same image in the merged network at another step, which takes the place of the teacher; null: none.
  void setMaps(std::shared_ptr<const FeatureMaps> maps, const QImage& probe, const QString& description,
               std::shared_ptr<const FeatureMaps> beside = nullptr);
  void setError(const QString& message);
  /// Whether maps of the layer and the probe image can be computed, and whether there are none yet.
  bool canShowMaps() const;
  bool lacksMaps() const { return canShowMaps() && lacking_; }

  const ProbeControls& controls() const { return *controls_; }
  /// As if the user had chosen it.
  void chooseProbe(const ProbeChoice& probe);
  std::vector<Exportable> exportables() override;

 Q_SIGNALS:
  /// Another probe image was chosen, or the page came into view without maps.
  void mapsWanted();

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void buildLayout();
  void waitForMaps();
  void showArrays(const std::shared_ptr<const FeatureMaps>& maps);
  void showArraysBeside(const std::shared_ptr<const FeatureMaps>& here,
                        const std::shared_ptr<const FeatureMaps>& beside);
  void presentPredictions(const FeatureMaps& maps, const FeatureMaps* beside);
  void fitPicture();
  void describe(const QString& text);
  static QString waitingText();

  int layer_ = -1;
  bool lacking_ = true;
  int tasks_ = 0;
  int layers_ = 0;
  bool blocks_ = false;  ///< see areBlocks() in terms.h
  std::vector<QStringList> classNames_;
  ProbeControls* controls_;
  ProbePicture* picture_;
  PredictionView* predictions_;
  QLabel* description_;
  QString descriptionText_;
  MapGrid* grid_;
  ColorBar* colorBar_;
};

}  // namespace zipper
