// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/merge_cost_content.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/support/text_format.h"

namespace zipper::curves {

namespace {

/// Translators find this file's texts with those of the panel.
struct MergeCostTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::MergeCostPanel)
};

QString stateName(LayerState state) {
  switch (state) {
    case LayerState::Separate:
      return MergeCostTexts::tr("separate");
    case LayerState::Merged:
      return MergeCostTexts::tr("merged");
    case LayerState::InWork:
      return MergeCostTexts::tr("in work");
    case LayerState::LeftOut:
      return MergeCostTexts::tr("left out");
  }
  return {};
}

/// From 1 for the cheapest.
int rankOf(const MergeCostData& data, double cost) {
  return 1 + int(std::count_if(data.costs.begin(), data.costs.end(),
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

LayerState MergeCostData::stateOf(int layer) const {
  return layers.empty() ? LayerState::Separate : layers[std::size_t(layer) - 1].state;
}

double MergeCostData::largest() const {
  double largest = 0;
  for (const LayerMergeability& one : costs) largest = std::max(largest, one.cost);
  return largest;
}

Readout mergeCostReadout(const MergeCostData& data, int layer) {
  Readout readout;
  readout.x = layer;
  if (layer < 1 || std::size_t(layer) > data.costs.size()) return readout;
  const LayerMergeability& one = data.costs[std::size_t(layer) - 1];
  readout.title = MergeCostTexts::tr("Layer %1, %2").arg(QString::number(layer), stateName(data.stateOf(layer)));
  readout.rows = {textRow(MergeCostTexts::tr("merge cost"), QLocale().toString(one.cost, 'f', 4)),
                  textRow(MergeCostTexts::tr("rank from the cheapest"), QString::number(rankOf(data, one.cost))),
                  textRow(MergeCostTexts::tr("saved parameters"), QLocale().toString(qlonglong(one.savedParameters)))};
  return readout;
}

std::string mergeCostCsv(const MergeCostData& data) {
  std::string csv = "layer,state,merge_cost,saved_parameters\n";
  for (const LayerMergeability& one : data.costs)
    csv += std::to_string(one.layer) + ',' + toString(data.stateOf(one.layer)) + ',' + shortestNumber(float(one.cost)) +
           ',' + std::to_string(one.savedParameters) + '\n';
  return csv;
}

}  // namespace zipper::curves
