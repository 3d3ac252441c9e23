// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/network/common_width.h"
#include "core/network/merge_cost.h"
#include "core/network/state_layout.h"
#include "core/network/task_names.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

bool isSame(const UnitPlan& a, const UnitPlan& b) {
  return a.name == b.name && a.inputChannels == b.inputChannels && a.outputChannels == b.outputChannels &&
         a.kernel == b.kernel && a.stride == b.stride && a.inputSize == b.inputSize && a.outputSize == b.outputSize &&
         a.parameters == b.parameters;
}

std::string kindOf(const UnitPlan& info) {
  const std::string role = info.role();
  return role == "hidden" ? "hidden layer" : role;
}

std::string shapeOf(const UnitPlan& info) {
  const std::string channels = concat(info.inputChannels, " \u2192 ", info.outputChannels);
  if (info.kind == UnitKind::Head) return channels;
  return concat(channels, ", ", info.kernel, "\u00d7", info.kernel,
                info.stride > 1 ? concat(", stride ", info.stride) : "", info.addend >= 0 ? ", + input" : "");
}

std::string mapOf(const UnitPlan& info) {
  if (info.kind == UnitKind::Head) return "";
  return concat(info.inputSize, "\u00d7", info.inputSize, " \u2192 ", info.outputSize, "\u00d7", info.outputSize);
}

/// The layers of all tasks, row by row.
class LayerRows {
 public:
  explicit LayerRows(const Session& session)
      : session_(session), specs_(session.specs()), sharing_(sharingOf(session)) {
    for (MobileNetSpec& spec : specs_) {
      before_.push_back(planOf(asItCame(spec)).units);
      if (session.mergedLayers().empty()) spec = asItCame(spec);
      tables_.push_back(planOf(spec).units);
    }
    layout_ = stateLayout(specs_[0]);
  }

  std::string write() {
    std::string rows;
    // A network without a head has one row less; the others' heads are shown all the same.
    std::size_t longest = 0;
    for (const auto& table : tables_) longest = std::max(longest, table.size());
    for (std::size_t row = 0; row < longest; ++row) rows += rowsOf(row);
    return rows + totals();
  }

 private:
  /// One row where the layer is the same in all tasks, otherwise one for each task.
  std::string rowsOf(std::size_t row) const {
    std::vector<int> tasks;
    bool same = true;
    for (int t = 0; t < int(tables_.size()); ++t) {
      if (row >= tables_[std::size_t(t)].size()) {
        same = false;
        continue;
      }
      same = same && isSame(tables_[0][row], tables_[std::size_t(t)][row]);
      tasks.push_back(t);
    }
    std::int64_t separate = 0;
    for (const int t : tasks) separate += before_[std::size_t(t)][row].parameters;
    if (same) return layerRow(tables_[0][row], 0, int(tasks.size()), holderOf(tables_[0][row], ""), separate);
    std::string rows;
    for (const int t : tasks) {
      const UnitPlan& info = tables_[std::size_t(t)][row];
      rows += layerRow(info, t, 1, holderOf(info, taskCapital(t)), before_[std::size_t(t)][row].parameters);
    }
    return rows;
  }

  std::string holderOf(const UnitPlan& info, const std::string& letter) const {
    const std::string suffix = letter.empty() ? "" : " (" + letter + ")";
    if (sharing_.isInTrunk(info)) return "trunk, shared whole";
    switch (sharing_.of(info)) {
      case Shared::Nothing:
        return "per task" + suffix;
      case Shared::Weights:
        return (info.normalizes() ? "shared, BN per task" : "shared, bias per task") + suffix;
      case Shared::Whole:
        return "shared" + suffix;
    }
    return {};
  }

  /// A row for `copies` tasks from `task` on. Task A holds what is shared, so that the rows add up to the total.
  std::string layerRow(const UnitPlan& info, int task, int copies, const std::string& holder,
                       std::int64_t separate) const {
    const std::int64_t merged = copies * info.parameters - sharedParameters(info) * (task == 0 ? copies - 1 : copies);
    return htmlRow({{info.kind == UnitKind::Head ? "" : std::to_string(info.layer), true},
                    {kindOf(info)},
                    {shapeOf(info)},
                    {mapOf(info)},
                    {holder},
                    {withThousands(separate), true},
                    {withThousands(merged), true},
                    {withThousands(info.macs), true}});
  }

  /// Trainable ones of the unit that are one for all tasks.
  std::int64_t sharedParameters(const UnitPlan& info) const {
    const std::string prefix = info.name + ".";
    std::int64_t sum = 0;
    for (const StateEntry& entry : layout_) {
      if (entry.key.rfind(prefix, 0) != 0) continue;
      const std::string leaf = entry.key.substr(prefix.size());
      if (leaf.rfind("bn.running_", 0) == 0 || !sharing_.ofTensor(info, leaf)) continue;
      std::int64_t numbers = 1;
      for (const std::int64_t size : entry.shape) numbers *= size;
      sum += numbers;
    }
    return sum;
  }

  std::string totals() const {
    const MergeCost cost = mergeCost(session_);
    return htmlRow({{"", true},
                    {"total"},
                    {""},
                    {""},
                    {""},
                    {withThousands(cost.separateParameters), true},
                    {withThousands(cost.mergedParameters), true},
                    {"", true}});
  }

  const Session& session_;
  std::vector<MobileNetSpec> specs_;
  Sharing sharing_;
  std::vector<std::vector<UnitPlan>> before_;  ///< of the networks as they came
  std::vector<std::vector<UnitPlan>> tables_;
  std::vector<StateEntry> layout_;  ///< of task A
};

/// What "+ input" in the table means; nothing where no layer has it.
std::string additionNote(const Session& session) {
  const std::vector<UnitPlan> units = unitsOf(session.specs()[0]);
  const bool adds = std::any_of(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.addend >= 0; });
  return adds ? " + input: what the layer reads is added to what it puts out." : "";
}

/// What squeeze and excite are; nothing where no layer has them.
std::string squeezeNote(const Session& session) {
  return haveSqueezeExcite(unitsOf(session.specs()[0]))
             ? " squeeze: reads the average over all positions. excite: its outputs multiply those of the depthwise "
               "convolution."
             : "";
}

std::string trunkNote(const Session& session) {
  if (session.trunk() == 0) return "";
  const MergeCost cost = mergeCost(session);
  return concat("; of all tasks for one image that all look at ", withThousands(cost.separateMacs), " separate, ",
                withThousands(cost.mergedMacs), " with the trunk computed once");
}

}  // namespace

std::string layersTable(const Session& session) {
  if (session.teachers.empty()) return "";
  const std::string heads = htmlRow({{"layer", true},
                                     {"kind"},
                                     {"channels, kernel"},
                                     {"feature map"},
                                     {"in the merged network"},
                                     {"parameters, separate", true},
                                     {"parameters, merged", true},
                                     {"MACs", true}},
                                    true);
  std::string macs;
  for (int t = 0; t < session.taskCount(); ++t)
    macs +=
        concat(t > 0 ? ", " : "", taskCapital(t), " ", withThousands(totalCost(session.specs()[std::size_t(t)]).macs));
  for (const std::string& note : notesOnWidths(session.specs())) macs += "; " + note;
  return htmlTable(heads, LayerRows(session).write()) +
         "<p class=\"soft\">Parameters of all tasks together, scale and shift of the batch normalization included. "
         "MACs: multiply-accumulates for one image of one task; sharing weights doesn't change them. In "
         "all: " +
         macs + trunkNote(session) + "." + additionNote(session) + squeezeNote(session) + "</p>\n";
}

}  // namespace zipper
