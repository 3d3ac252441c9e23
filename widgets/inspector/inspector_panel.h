// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <vector>

#include "core/analysis/layer_weights.h"
#include "widgets/inspector/probe_choice.h"

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace zipper {

struct ChannelPairs;
struct FeatureMaps;
class ChannelsPage;
class DistributionsPage;
class FeatureMapsPage;
class InspectorPage;
class KernelsPage;
class NarrowTabs;
class WeightsPage;

/// Looks into one layer: kernels, weights, distributions, feature maps and corresponding channels of the teachers and
/// the merged network. It computes no network: whoever owns it listens to probeChanged() and hands the results in.
class InspectorPanel : public QWidget {
  Q_OBJECT

 public:
  enum Tab { Maps, Kernels, Weights, Distributions, Channels };

  explicit InspectorPanel(QWidget* parent = nullptr);
  ~InspectorPanel() override;

  /// Titles, sizes of the test sets (0: none) and class names (per output of the head, may be empty) of the tasks. An
  /// empty list clears everything. No probeChanged(): feature maps that are shown are dropped.
  void setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts,
                const std::vector<QStringList>& classNames);
  /// The layer to show, 0 (stem) ... 14 (head); weights and feature maps are waited for. No probeChanged(): ask
  /// wantsFeatureMaps(). The same layer again only changes the title: what is shown stays until new weights come.
  void setLayer(const QString& title, int layer);
  /// Weights of another layer than the one set are ignored. Zoom, place and cursor stay if the shapes do.
  void setWeights(std::shared_ptr<const LayerWeights> weights);
  /// Pairs of another layer than the one set are ignored.
  void setChannels(std::shared_ptr<const ChannelPairs> pairs);
  /// What comes for another layer or task than the chosen ones is ignored.
  void setFeatureMaps(std::shared_ptr<const FeatureMaps> maps, const QImage& probe, const QString& description);
  void setFeatureMapsError(const QString& message);

  ProbeChoice probe() const;
  /// Emits probeChanged() if it is another one.
  void setProbe(const ProbeChoice& probe);
  /// Whether the user looks at the feature maps of a layer that has them.
  bool wantsFeatureMaps() const;

  Tab currentTab() const;
  void setCurrentTab(Tab tab);

  /// What can be saved of the current tab, by number.
  QStringList exportTitles() const;
  /// Write the array with this number; Error if there is none or the file can't be written.
  void savePng(const QString& path, int array = 0) const;
  void saveCsv(const QString& path, int array = 0) const;
  void saveNpy(const QString& path, int array = 0) const;

  QSize sizeHint() const override { return {400, 620}; }

 Q_SIGNALS:
  /// New feature maps are wanted: another probe image was chosen, or the feature maps came into view without any.
  void probeChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildHeader(QVBoxLayout& layout);
  void addPage(InspectorPage* page, const QString& title, const QString& toolTip);
  void showReadOut(const QString& text);
  void reserveReadOut();
  void updateSaveButton();
  void fillSaveMenu();
  void addFormat(const QString& title, const QString& extension, const QString& filter,
                 void (InspectorPanel::*save)(const QString&, int) const);
  InspectorPage* currentPage() const;

  int layer_ = -1;
  QLabel* title_;
  QPushButton* save_;
  QMenu* saveMenu_;
  NarrowTabs* tabs_;
  KernelsPage* kernels_;
  WeightsPage* weights_;
  DistributionsPage* distributions_;
  FeatureMapsPage* maps_;
  ChannelsPage* channels_;
  QLabel* readOut_;
};

}  // namespace zipper
