// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/channels_page.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/inspector/channel_chart.h"
#include "widgets/inspector/value_text.h"

namespace zipper {

namespace {

QString originText(const ChannelPairs& pairs) {
  int moved = 0;
  for (std::size_t i = 0; i < pairs.partners.size(); ++i) moved += pairs.partners[i] != int(i);
  const QString count =
      ChannelsPage::tr("%1 of %n channel(s) of B change places.", nullptr, int(pairs.partners.size())).arg(moved);
  switch (pairs.origin) {
    case PairOrigin::InPlace:
      return ChannelsPage::tr("This layer was merged without an alignment: channel by channel in place.");
    case PairOrigin::Step:
      return ChannelsPage::tr("As a step's alignment matched them.") + u' ' + count;
    case PairOrigin::Estimate:
      return ChannelsPage::tr("As they would share weights at least cost, by estimate: the layer isn't merged.") +
             u' ' + count;
  }
  return {};
}

/// A row per channel of A, in this order.
Exportable tableOf(const QString& title, const ChannelPairs& pairs, const std::vector<int>& order,
                   ChannelChart* chart) {
  FloatArray table;
  table.shape = {std::int64_t(order.size()), 3};
  for (const int channel : order) {
    const auto i = std::size_t(channel);
    table.values.insert(table.values.end(), {float(channel), float(pairs.partners[i]), pairs.costs[i]});
  }
  return {title,
          std::make_shared<const FloatArray>(std::move(table)),
          [chart] { return chart->grab().toImage(); },
          {"channel_a", "channel_b", "merge_cost"}};
}

}  // namespace

ChannelsPage::ChannelsPage(QWidget* parent)
    : InspectorPage(parent), note_(new QLabel), permutation_(new PermutationChart), costs_(new SortedCostChart) {
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(note_);
  layout->addWidget(permutation_, 3);
  layout->addWidget(costs_, 2);
  note_->setWordWrap(true);
  note_->setTextFormat(Qt::PlainText);
  connectChart(permutation_, costs_);
  connectChart(costs_, permutation_);
}

/// A chart that has the focus loses it while the page is being destroyed, and tells.
ChannelsPage::~ChannelsPage() {
  for (ChannelChart* chart : std::initializer_list<ChannelChart*>{permutation_, costs_}) chart->disconnect(this);
}

void ChannelsPage::connectChart(ChannelChart* chart, ChannelChart* other) {
  connect(chart, &ChannelChart::pointedAt, this, [this, chart, other](int channel) {
    other->setPointed(channel);
    const QString text = describe(channel);
    chart->setAccessibleDescription(text);
    Q_EMIT readOut(text);
  });
}

QString ChannelsPage::note() const { return note_->text(); }

QString ChannelsPage::describe(int channel) const {
  if (channel < 0 || !pairs_) return {};
  const float cost = pairs_->costs[std::size_t(channel)];
  QStringList parts{tr("channel %1 of A").arg(channel),
                    tr("channel %1 of B").arg(pairs_->partners[std::size_t(channel)])};
  if (!std::isfinite(cost)) return parts.join(QStringLiteral(" · "));
  const auto& order = costs_->order();
  const auto rank = std::find(order.begin(), order.end(), channel) - order.begin() + 1;
  parts << tr("merge cost %1 (estimate)").arg(valueText(double(cost)))
        << tr("rank %1 of %2").arg(rank).arg(order.size());
  return parts.join(QStringLiteral(" · "));
}

void ChannelsPage::setPairs(std::shared_ptr<const ChannelPairs> pairs) {
  pairs_ = std::move(pairs);
  permutation_->setPairs(pairs_);
  costs_->setPairs(pairs_);
  if (pairs_ && !pairs_->partners.empty()) {
    note_->setText(originText(*pairs_));
    return showContent();
  }
  if (pairs_ && pairs_->layer > layerCount)
    return showMessage(tr("The outputs of a head are the classes of its task: none corresponds to one of another."));
  showMessage(
      tr("Which channels correspond isn't known: Run, Estimate Merge Costs works it out for layers 1 to 13, and a step "
         "with an alignment puts them in order."));
}

std::vector<Exportable> ChannelsPage::exportables() {
  if (!showsContent()) return {};
  std::vector<int> all(pairs_->partners.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = int(i);
  std::vector<Exportable> items{tableOf(tr("pairs of channels"), *pairs_, all, permutation_)};
  if (!costs_->order().empty()) items.push_back(tableOf(tr("sorted costs"), *pairs_, costs_->order(), costs_));
  return items;
}

}  // namespace zipper
