// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/layer_weights.h"
#include "widgets/inspector/probe_choice.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zipper {

struct BesideWeights;
struct FeatureMaps;
struct PairsOfPart;
class BesideChoice;
class ChannelsPage;
class DistributionsPage;
class FeatureMapsPage;
class InspectorPage;
class KernelsPage;
class NarrowTabs;
class SaveMenu;
class WeightsBasedPage;
class WeightsPage;

/// Looks into one layer: kernels, weights, distributions, feature maps and corresponding channels of the teachers and
/// the merged network. It computes no network: whoever owns it listens to probeChanged() and hands the results in.
class InspectorPanel : public QWidget {
  Q_OBJECT

 public:
  explicit InspectorPanel(QWidget* parent = nullptr);
  ~InspectorPanel() override;

  /// Titles, sizes of the test sets (0: none) and class names (per output of the head, may be empty) of the tasks;
  /// `layers`: of their networks; `blocks`: see areBlocks() in terms.h. An empty list clears everything. No
  /// probeChanged(): feature maps that are shown are dropped.
  void setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts,
                const std::vector<QStringList>& classNames, int layers, bool blocks = false);
  /// The layer to show, 0: stem, 1, 2, ..., one more than there are: head; weights and feature maps are waited for. No
  /// probeChanged(): ask wantsFeatureMaps(). The same layer again only changes the title: what is shown stays until new
  /// weights come.
  void setLayer(const QString& title, int layer);
  /// Weights of another layer than the one set are ignored. Zoom, place and cursor stay if the shapes do.
  /// `beside`: with those of another step beside them; null: none.
  void setWeights(std::shared_ptr<const LayerWeights> weights, std::shared_ptr<const BesideWeights> beside = nullptr);
  /// In place of the weights of the layer that is set.
  void setWeightsError(const QString& message);
  /// The channels of each other task that correspond to those of A, see ChannelsPage. Pairs of another layer than the
  /// one set are ignored.
  void setChannels(const std::vector<PairsOfPart>& parts);
  /// What comes for another layer or task than the chosen ones is ignored.
  /// `beside`: see FeatureMapsPage::setMaps().
  void setFeatureMaps(std::shared_ptr<const FeatureMaps> maps, const QImage& probe, const QString& description,
                      std::shared_ptr<const FeatureMaps> beside = nullptr);
  void setFeatureMapsError(const QString& message);

  /// The step beside the one where the session stands: whoever owns the panel fills and heeds it.
  BesideChoice& beside() { return *beside_; }
  /// One more page, behind the others; it becomes the panel's.
  void addPage(InspectorPage* page, const QString& title, const QString& toolTip);
  void showPage(InspectorPage* page);

  ProbeChoice probe() const;
  /// Shows the feature maps of this image, as if the user had chosen it.
  void showProbe(const ProbeChoice& probe);
  /// Whether the user looks at the feature maps of a layer that has them.
  bool wantsFeatureMaps() const;

  QSize sizeHint() const override { return {400, 620}; }

 Q_SIGNALS:
  /// New feature maps are wanted: another probe image was chosen, or the feature maps came into view without any.
  void probeChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildHeader(QVBoxLayout& layout);
  void showReadOut(const QString& text);
  void reserveReadOut();
  void updateSaveButton();
  void showTask(int task);
  void showPart(const std::string& part);
  void dropWeights(const QString& message);
  void dropChannels(const QString& message);
  InspectorPage* currentPage() const;
  std::vector<WeightsBasedPage*> pagesOfWeights() const;

  int layer_ = -1;
  QLabel* title_;
  QPushButton* save_;
  SaveMenu* saveMenu_;
  BesideChoice* beside_;
  NarrowTabs* tabs_;
  KernelsPage* kernels_;
  WeightsPage* weights_;
  DistributionsPage* distributions_;
  FeatureMapsPage* maps_;
  ChannelsPage* channels_;
  QLabel* readOut_;
};

}  // namespace zipper
