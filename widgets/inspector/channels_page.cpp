// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/channels_page.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/network/task_names.h"
#include "widgets/inspector/channel_chart.h"
#include "widgets/inspector/part_choice.h"
#include "widgets/inspector/task_choice.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString movedText(const ChannelPairs& pairs, int task) {
  int moved = 0;
  for (std::size_t i = 0; i < pairs.partners.size(); ++i) moved += pairs.partners[i] != int(i);
  return ChannelsPage::tr("%1 of %n channel(s) of %2 change places.", nullptr, int(pairs.partners.size()))
      .arg(moved)
      .arg(taskLetter(task));
}

QString originText(const ChannelPairs& pairs, int task) {
  switch (pairs.origin) {
    case PairOrigin::InPlace:
      return ChannelsPage::tr("This layer was merged without an alignment: channel by channel in place.");
    case PairOrigin::Step:
      return ChannelsPage::tr("As a step's alignment matched them.") + u' ' + movedText(pairs, task);
    case PairOrigin::Estimate:
      return ChannelsPage::tr("As they would share weights at least cost, by estimate: the layer isn't merged.") +
             u' ' + movedText(pairs, task);
  }
  return {};
}

/// A row per channel of A, in this order.
Exportable tableOf(const QString& title, const ChannelPairs& pairs, int task, const std::vector<int>& order,
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
          {"channel_a", style::unchanged("channel_" + taskName(task)), "merge_cost"}};
}

}  // namespace

ChannelsPage::ChannelsPage(QWidget* parent)
    : InspectorPage(parent),
      choice_(new TaskChoice(TaskChoice::Offers::AllButA)),
      parts_(new PartChoice),
      note_(new QLabel),
      permutation_(new PermutationChart),
      costs_(new SortedCostChart) {
  addAbove(choice_);
  addAbove(parts_);
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(note_);
  layout->addWidget(permutation_, 3);
  layout->addWidget(costs_, 2);
  note_->setObjectName(QStringLiteral("note"));
  note_->setWordWrap(true);
  note_->setTextFormat(Qt::PlainText);
  connectChart(permutation_, costs_);
  connectChart(costs_, permutation_);
  connect(choice_, &TaskChoice::chosen, this, [this](int task) {
    showPairs();
    Q_EMIT taskChosen(task);
  });
  connect(parts_, &PartChoice::chosen, this, [this](const std::string& part) {
    showPairs();
    Q_EMIT partChosen(part);
  });
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

QString ChannelsPage::describe(int channel) const {
  if (channel < 0 || !pairs_) return {};
  const float cost = pairs_->costs[std::size_t(channel)];
  const auto channelOf = [](int number, int task) { return tr("channel %1 of %2").arg(number).arg(taskLetter(task)); };
  QStringList parts{channelOf(channel, 0), channelOf(pairs_->partners[std::size_t(channel)], task())};
  if (!std::isfinite(cost)) return parts.join(QStringLiteral(" · "));
  const auto& order = costs_->order();
  const auto rank = std::find(order.begin(), order.end(), channel) - order.begin() + 1;
  parts << tr("merge estimate %1").arg(valueText(double(cost))) << tr("rank %1 of %2").arg(rank).arg(order.size());
  return parts.join(QStringLiteral(" · "));
}

void ChannelsPage::setTasks(const QStringList& titles, int layers) {
  layers_ = layers;
  choice_->setTasks(titles);
}

void ChannelsPage::setTask(int task) {
  if (task == choice_->task()) return;
  choice_->setTask(task);
  if (!all_.empty()) showPairs();
}

int ChannelsPage::task() const { return std::max(1, choice_->task()); }

void ChannelsPage::setPart(const std::string& part) {
  parts_->setPart(part);
  if (!all_.empty()) showPairs();
}

void ChannelsPage::setPairs(std::vector<PairsOfPart> parts) {
  all_ = std::move(parts);
  std::vector<std::string> names;
  for (const PairsOfPart& one : all_) names.push_back(one.part);
  parts_->setParts(names);
  showPairs();
}

std::shared_ptr<const ChannelPairs> ChannelsPage::pairsChosen() const {
  const auto index = std::size_t(task()) - 1;
  for (const PairsOfPart& one : all_)
    if (one.part == parts_->part()) return index < one.ofTasks.size() ? one.ofTasks[index] : nullptr;
  return nullptr;
}

void ChannelsPage::showPairs() {
  pairs_ = pairsChosen();
  permutation_->setPairs(pairs_, task());
  costs_->setPairs(pairs_, task());
  if (!pairs_ || pairs_->partners.empty()) return showMessage(whyNone());
  note_->setText(originText(*pairs_, task()));
  showContent();
}

QString ChannelsPage::whyNone() const {
  if (pairs_ && pairs_->layer > layers_)
    return tr("The outputs of a head are the classes of its task: none corresponds to one of another.");
  if (!all_.empty() && parts_->part() != all_.back().part)
    return tr(
        "Which of these channels correspond isn't known: a step with an alignment puts them in order. Estimates "
        "are of the channels that the layer hands on.");
  return tr("Which channels correspond isn't known: Run, Estimate Merge Costs works it out for layers 1 to %1, and a "
            "step with an alignment puts them in order.")
      .arg(layers_);
}

std::vector<Exportable> ChannelsPage::exportables() {
  if (!showsContent()) return {};
  std::vector<int> all(pairs_->partners.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = int(i);
  std::vector<Exportable> items{tableOf(parts_->titled(tr("pairs of channels")), *pairs_, task(), all, permutation_)};
  if (!costs_->order().empty())
    items.push_back(tableOf(parts_->titled(tr("sorted estimates")), *pairs_, task(), costs_->order(), costs_));
  return items;
}

}  // namespace zipper
