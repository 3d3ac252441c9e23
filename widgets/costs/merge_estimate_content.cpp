// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/costs/merge_estimate_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/network/task_names.h"
#include "core/support/text_format.h"
#include "widgets/style/terms.h"

namespace zipper::plots {

namespace {

/// Translators find this file's texts with those of the panel.
struct MergeEstimateTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::MergeEstimatePanel)
};

/// From 1 for the cheapest.
int rankOf(const MergeEstimateData& data, double cost) {
  return 1 + int(std::count_if(data.estimates.begin(), data.estimates.end(),
                               [cost](const LayerMergeability& other) { return other.cost < cost; }));
}

ReadoutRow textRow(const QString& name, const QString& value) {
  ReadoutRow row;
  row.line = false;
  row.name = name;
  row.value = value;
  return row;
}

}  // namespace

int MergeEstimateData::lastLayer() const { return int(std::max(estimates.size(), layers.size())); }

LayerState MergeEstimateData::stateOf(int layer) const {
  const auto index = std::size_t(layer) - 1;
  return index < layers.size() ? layers[index].state : LayerState::Separate;
}

double MergeEstimateData::largest() const {
  double largest = 0;
  for (const LayerMergeability& one : estimates) largest = std::max(largest, one.cost);
  return largest;
}

Readout mergeEstimateReadout(const MergeEstimateData& data, int layer) {
  Readout readout;
  readout.x = layer;
  if (layer < 1 || std::size_t(layer) > data.estimates.size()) return readout;
  const LayerMergeability& one = data.estimates[std::size_t(layer) - 1];
  readout.title =
      MergeEstimateTexts::tr("Layer %1, %2").arg(QString::number(layer), layerStateName(data.stateOf(layer)));
  readout.rows = {
      textRow(MergeEstimateTexts::tr("merge estimate"), QLocale().toString(one.cost, 'f', 4)),
      textRow(MergeEstimateTexts::tr("rank from the cheapest"), QString::number(rankOf(data, one.cost))),
      textRow(MergeEstimateTexts::tr("saved parameters"), QLocale().toString(qlonglong(one.savedParameters)))};
  if (one.pairs.size() < 2) return readout;
  for (const PairMergeability& pair : one.pairs)
    readout.rows.push_back(
        textRow(MergeEstimateTexts::tr("%1 and %2 alone").arg(taskLetter(pair.first), taskLetter(pair.second)),
                QLocale().toString(pair.cost, 'f', 4)));
  return readout;
}

std::string mergeEstimateCsv(const MergeEstimateData& data) {
  std::string csv = "layer,state,merge_estimate,saved_parameters";
  const bool pairs = !data.estimates.empty() && data.estimates.front().pairs.size() > 1;
  for (std::size_t i = 0; pairs && i < data.estimates.front().pairs.size(); ++i) {
    const PairMergeability& pair = data.estimates.front().pairs[i];
    csv += ",merge_estimate_" + taskName(pair.first) + '_' + taskName(pair.second);
  }
  csv += '\n';
  for (const LayerMergeability& one : data.estimates) {
    csv += std::to_string(one.layer) + ',' + toString(data.stateOf(one.layer)) + ',' + shortestNumber(float(one.cost)) +
           ',' + std::to_string(one.savedParameters);
    for (std::size_t i = 0; pairs && i < one.pairs.size(); ++i) csv += ',' + shortestNumber(float(one.pairs[i].cost));
    csv += '\n';
  }
  return csv;
}

}  // namespace zipper::plots
