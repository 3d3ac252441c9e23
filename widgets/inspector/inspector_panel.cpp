// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/inspector_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/channel_pairs.h"
#include "core/analysis/feature_maps.h"
#include "widgets/inspector/beside_choice.h"
#include "widgets/inspector/channels_page.h"
#include "widgets/inspector/distributions_page.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/kernels_page.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/inspector/probe_controls.h"
#include "widgets/inspector/save_menu.h"
#include "widgets/inspector/weights_page.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int narrowWidth = 520;

}  // namespace

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      save_(new QPushButton(tr("&Save"))),
      saveMenu_(new SaveMenu(this)),
      beside_(new BesideChoice),
      tabs_(new NarrowTabs(tr("View"))),
      kernels_(new KernelsPage),
      weights_(new WeightsPage),
      distributions_(new DistributionsPage),
      maps_(new FeatureMapsPage),
      channels_(new ChannelsPage),
      readOut_(new QLabel) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(8);
  buildHeader(*layout);
  layout->addWidget(tabs_, 1);
  layout->addWidget(readOut_);
  addPage(maps_, tr("Feature maps"), tr("What an image looks like behind the layer"));
  addPage(kernels_, tr("Kernels"), tr("The kernels of the depthwise convolution or the stem"));
  addPage(weights_, tr("Weights"), tr("The matrices of pointwise convolutions, of squeeze-and-excite, or of the head"));
  addPage(distributions_, tr("Distributions"),
          tr("Histograms of the weights, and of batch normalization or the biases in its place"));
  addPage(channels_, tr("Channels"), tr("Which channels of the teachers correspond"));
  connect(tabs_, &NarrowTabs::currentChanged, this, [this] {
    showReadOut({});
    updateSaveButton();
  });
  connect(maps_, &FeatureMapsPage::mapsWanted, this, &InspectorPanel::probeChanged);
  for (WeightsBasedPage* page : pagesOfWeights()) {
    connect(page, &WeightsBasedPage::taskChosen, this, &InspectorPanel::showTask);
    connect(page, &WeightsBasedPage::partChosen, this, &InspectorPanel::showPart);
  }
  connect(channels_, &ChannelsPage::taskChosen, this, &InspectorPanel::showTask);
  connect(channels_, &ChannelsPage::partChosen, this, &InspectorPanel::showPart);
  setTasks({}, {}, {}, 0);
}

void InspectorPanel::buildHeader(QVBoxLayout& layout) {
  QFont bold = title_->font();
  bold.setBold(true);
  title_->setFont(bold);
  title_->setTextFormat(Qt::PlainText);
  title_->setWordWrap(true);
  title_->setObjectName(QStringLiteral("layerTitle"));
  save_->setToolTip(tr("Save what is shown as a picture or as numbers"));
  save_->setAutoDefault(false);
  save_->setMenu(saveMenu_);
  save_->setObjectName(QStringLiteral("saveButton"));
  auto* header = new QHBoxLayout;
  header->addWidget(title_, 1);
  header->addWidget(save_, 0, Qt::AlignTop);
  layout.addLayout(header);
  layout.addWidget(beside_);
  readOut_->setWordWrap(true);
  readOut_->setTextFormat(Qt::PlainText);
  readOut_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  readOut_->setObjectName(QStringLiteral("readOut"));
  readOut_->setAccessibleName(tr("Values at the cursor"));
  readOut_->setToolTip(tr("The values that the mouse or the cursor points at"));
}

/// A page that loses the focus while the panel goes still emits.
InspectorPanel::~InspectorPanel() {
  for (InspectorPage* page : findChildren<InspectorPage*>()) page->disconnect(this);
}

void InspectorPanel::addPage(InspectorPage* page, const QString& title, const QString& toolTip) {
  tabs_->addPage(page, title, toolTip);
  connect(page, &InspectorPage::readOut, this, [this, page](const QString& text) {
    if (page == tabs_->currentPage()) showReadOut(text);
  });
  connect(page, &InspectorPage::contentChanged, this, &InspectorPanel::updateSaveButton);
}

void InspectorPanel::showReadOut(const QString& text) {
  // Lines break between the parts, not between a name and its value.
  QStringList parts = text.split(QStringLiteral(" · "));
  for (QString& part : parts) part.replace(u' ', u'\u00A0');
  readOut_->setText(parts.join(QStringLiteral("\u00A0· ")));
}

void InspectorPanel::reserveReadOut() {
  const QFont small = style::smallFont(font());
  readOut_->setFont(small);
  // Room for the longest text is kept free: nothing jumps while the mouse moves.
  const int lines = width() < narrowWidth ? 3 : 2;
  readOut_->setFixedHeight(lines * QFontMetrics(small).lineSpacing() + 2);
}

void InspectorPanel::resizeEvent(QResizeEvent* event) {
  reserveReadOut();
  QWidget::resizeEvent(event);
}

void InspectorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) reserveReadOut();
  QWidget::changeEvent(event);
}

InspectorPage* InspectorPanel::currentPage() const { return static_cast<InspectorPage*>(tabs_->currentPage()); }

std::vector<WeightsBasedPage*> InspectorPanel::pagesOfWeights() const { return {kernels_, weights_, distributions_}; }

/// A task that was chosen on one page is what the others show.
void InspectorPanel::showTask(int task) {
  for (WeightsBasedPage* page : pagesOfWeights()) page->setTask(task);
  channels_->setTask(task);
}

/// So is a part of a layer.
void InspectorPanel::showPart(const std::string& part) {
  for (WeightsBasedPage* page : pagesOfWeights()) page->setPart(part);
  channels_->setPart(part);
}

void InspectorPanel::setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts,
                              const std::vector<QStringList>& classNames, int layers, bool blocks) {
  maps_->setTasks(titles, imageCounts, classNames, layers, blocks);
  for (WeightsBasedPage* page : pagesOfWeights()) page->setTasks(titles);
  channels_->setTasks(titles, layers);
  if (!titles.isEmpty()) return;
  layer_ = -1;
  title_->setText(tr("No layer selected"));
  maps_->setLayer(-1);
  dropWeights(tr("Open models and select a layer to look inside."));
  dropChannels(tr("Open models and select a layer to look inside."));
}

void InspectorPanel::setLayer(const QString& title, int layer) {
  title_->setText(title);
  if (layer == layer_) return;
  layer_ = layer;
  maps_->setLayer(layer);
  dropWeights(tr("Loading…"));
  dropChannels(tr("Loading…"));
}

void InspectorPanel::dropWeights(const QString& message) {
  for (WeightsBasedPage* page : pagesOfWeights()) {
    page->setWeights(nullptr);
    page->showMessage(message);
  }
}

void InspectorPanel::dropChannels(const QString& message) {
  channels_->setPairs({});
  channels_->showMessage(message);
}

void InspectorPanel::setWeightsError(const QString& message) {
  dropWeights(tr("The weights could not be read.") + QStringLiteral("\n\n") + message);
}

void InspectorPanel::setWeights(std::shared_ptr<const LayerWeights> weights,
                                std::shared_ptr<const BesideWeights> beside) {
  if (!weights || weights->layer != layer_ || weights->teachers.empty()) return;
  for (WeightsBasedPage* page : pagesOfWeights()) page->setWeights(weights, beside);
}

void InspectorPanel::setChannels(const std::vector<PairsOfPart>& parts) {
  const auto isShown = [this](const auto& one) { return one && one->layer == layer_; };
  const auto areShown = [&](const PairsOfPart& part) {
    return !part.ofTasks.empty() && std::all_of(part.ofTasks.begin(), part.ofTasks.end(), isShown);
  };
  if (!parts.empty() && std::all_of(parts.begin(), parts.end(), areShown)) channels_->setPairs(parts);
}

void InspectorPanel::setFeatureMaps(std::shared_ptr<const FeatureMaps> maps, const QImage& probe,
                                    const QString& description, std::shared_ptr<const FeatureMaps> beside) {
  maps_->setMaps(std::move(maps), probe, description, std::move(beside));
}

void InspectorPanel::setFeatureMapsError(const QString& message) { maps_->setError(message); }

void InspectorPanel::showPage(InspectorPage* page) { tabs_->setCurrentPage(page); }

ProbeChoice InspectorPanel::probe() const { return maps_->controls().choice(); }

void InspectorPanel::showProbe(const ProbeChoice& probe) {
  maps_->chooseProbe(probe);
  tabs_->setCurrentPage(maps_);
}

bool InspectorPanel::wantsFeatureMaps() const { return maps_->isVisible() && maps_->canShowMaps(); }

void InspectorPanel::updateSaveButton() {
  save_->setEnabled(currentPage() && currentPage()->canBeSaved());
  saveMenu_->setSource(currentPage(), layer_);
}

}  // namespace zipper
