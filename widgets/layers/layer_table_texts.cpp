// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/task_names.h"
#include "widgets/layers/layer_table_model.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString letter(int task) { return QString::fromStdString(taskName(task)).toUpper(); }

}  // namespace

QString LayerTableModel::title(int column) const {
  switch (column) {
    case Number:
      return QStringLiteral("#");
    case Kind:
      return tr("Kind");
    case Shape:
      return tr("Shape");
    case Parameters:
      return tr("Params");
    case Macs:
      return tr("MACs");
    case State:
      return tr("State");
    case Similarity:
      return tr("Cosine");
    case MergeCost:
      return tr("Cost");
    default:
      return tr("L1 %1").arg(letter(column - FirstMismatch));
  }
}

QString LayerTableModel::csvName(int column) const {
  static const char* const names[]{"layer", "kind", "shape", "parameters", "macs", "state", "similarity", "merge_cost"};
  if (column < FirstMismatch) return QString::fromLatin1(names[column]);
  return style::unchanged("mismatch_" + taskName(column - FirstMismatch));
}

QString LayerTableModel::explanation(int column) const {
  switch (column) {
    case Number:
      return tr(
          "Number of the layer, 1 to 13 from the input to the output. Each has a depthwise and a pointwise "
          "convolution.");
    case Kind:
      return tr(
          "Kind of convolution. Steps merge pointwise layers; a trunk shares its stem and depthwise layers, too.");
    case Shape:
      return tr(
          "Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in "
          "pixels. Network A.");
    case Parameters:
      return tr("Trainable parameters of one network: weights, bias, scale and shift of batch normalization.");
    case Macs:
      return tr("Multiply-accumulate operations for one image through one network.");
    case State:
      return tr(
          "Where the layer stands in the merge: separate, in work, merged, left out of the plan; or per task, for "
          "what each task keeps for itself.");
    case Similarity:
      return tr(
          "Cosine of the weights of teachers A and B, −1 to 1. Networks that were trained independently come near "
          "0, those of a common ancestor near 1.");
    case MergeCost:
      return tr(
          "Estimate of what merging this layer costs: the smallest error that its outputs can have with shared "
          "weights, "
          "relative to their variance, 0 (free) to about 0.5. Each layer for itself, without training: it doesn't know "
          "what merging others changes. Run, Estimate Merge Costs works it out.");
    default:
      return tr("Mismatch: mean absolute difference of the layer's output after the activation between teacher %1 and "
                "the merged "
                "network; live while a step calibrates. Rows are sorted again when the step ends.")
          .arg(letter(column - FirstMismatch));
  }
}

QString LayerTableModel::toolTip(const LayerRow& row, int column) const {
  const LayerInfo& info = row.info;
  if (column == Shape)
    return tr("%1: %2 channels in, %3 out; kernel %4×%4, stride %5; input %6×%6, output %7×%7 pixels")
        .arg(style::shown(info.name))
        .arg(info.inputChannels)
        .arg(info.outputChannels)
        .arg(info.kernel)
        .arg(info.stride)
        .arg(info.inputSize)
        .arg(info.outputSize);
  if (column != State) return {};
  if (row.whole) return tr("Shared whole: part of the trunk, which is computed once for all tasks.");
  if (row.info.kind == LayerKind::Head) return tr("Each task keeps its own, whatever is merged.");
  if (!row.state) return tr("Each task keeps its own, unless a trunk shares it.");
  switch (*row.state) {
    case LayerState::Separate:
      return tr("Each task still has its own; a step to come merges it.");
    case LayerState::Merged:
      return tr("All tasks share these weights.");
    case LayerState::InWork:
      return tr("The running step merges this layer.");
    case LayerState::LeftOut:
      return tr("The plan doesn't merge this layer: each task keeps its own.");
  }
  return {};
}

}  // namespace zipper
