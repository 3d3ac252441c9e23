// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_texts.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/network/task_names.h"
#include "widgets/style/glossary.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// Translators find these texts with those of the table.
struct LayerTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::LayerTableModel)
};

QString similarityText(int tasks) {
  if (tasks > 2)
    return LayerTexts::tr(
        "Cosine of the weights of every two teachers, −1 to 1, the mean over all pairs. Networks that were trained "
        "independently come near 0, those of a common ancestor near 1.");
  return LayerTexts::tr(
      "Cosine of the weights of teachers A and B, −1 to 1. Networks that were trained independently come near "
      "0, those of a common ancestor near 1.");
}

QString estimateText(int tasks) {
  const double nothingInCommon = 1 - 1.0 / std::max(2, tasks);
  return LayerTexts::tr(
             "Estimate of what merging this layer costs: the smallest error that its outputs can have with shared "
             "weights, relative to their variance, 0 (free) to about %1. Each layer for itself, without training: it "
             "doesn't know what merging others changes. Run, Estimate Merge Costs works it out.")
      .arg(QString::number(nothingInCommon, 'g', 2));
}

QString numberHelp(LayerMake make) {
  if (make == LayerMake::SqueezingBlocks)
    return LayerTexts::tr(
        "Number of the layer, counted from the input to the output. All but the last are blocks: one convolution "
        "expands to more channels, a depthwise one follows, in some blocks squeeze-and-excite weighs its channels, "
        "and one projects back to few; the first block may do without expanding. The last layer is a single pointwise "
        "convolution.");
  if (make == LayerMake::Blocks)
    return LayerTexts::tr(
        "Number of the layer, counted from the input to the output. All but the last are blocks: one convolution "
        "expands to more channels, a depthwise one follows, and one projects back to few; the first block may do "
        "without expanding. The last layer is a single pointwise convolution.");
  return LayerTexts::tr(
      "Number of the layer, counted from the input to the output. Each has a depthwise and a "
      "pointwise convolution.");
}

QString kindHelp(LayerMake make) {
  if (make == LayerMake::SqueezingBlocks)
    return LayerTexts::tr(
        "Kind of convolution. Steps merge those that expand and project, the two of squeeze-and-excite, and the last "
        "pointwise one; a trunk shares its stem and depthwise layers, too.");
  if (make == LayerMake::Blocks)
    return LayerTexts::tr(
        "Kind of convolution. Steps merge those that expand and project, and the last pointwise one; a trunk shares "
        "its stem and depthwise layers, too.");
  return LayerTexts::tr(
      "Kind of convolution. Steps merge pointwise layers; a trunk shares its stem and depthwise "
      "layers, too.");
}

QString shapeHelp(LayerMake make) {
  if (make == LayerMake::SqueezingBlocks)
    return LayerTexts::tr(
        "Channels in and out · kernel height and width (after the slash: stride) · resolution of "
        "the output in pixels · ×: the factors multiply the depthwise channels · +: what the block reads is added. "
        "Network A.");
  if (make == LayerMake::Blocks)
    return LayerTexts::tr(
        "Channels in and out · kernel height and width (after the slash: stride) · resolution of "
        "the output in pixels · +: what the block reads is added. Network A.");
  return LayerTexts::tr(
      "Channels in and out · kernel height and width (after the slash: stride) · resolution of "
      "the output in pixels. Network A.");
}

/// What happens to a unit's output, or to its input; empty if it is a mere convolution.
QString besidesConvolving(const UnitPlan& unit) {
  if (unit.kind == UnitKind::Squeeze)
    return LayerTexts::tr("%1; of each channel that it reads, the mean over all positions");
  if (unit.gated >= 0)
    return LayerTexts::tr(
        "%1; its outputs are factors, one per channel, by which the depthwise channels are multiplied");
  return unit.addend >= 0 ? LayerTexts::tr("%1; what the block reads is added") : QString();
}

}  // namespace

LayerMake layerMake(const std::vector<UnitPlan>& units) {
  if (!areBlocks(units)) return LayerMake::Pairs;
  return haveSqueezeExcite(units) ? LayerMake::SqueezingBlocks : LayerMake::Blocks;
}

QString roleName(const std::string& role) {
  if (role == "stem") return LayerTexts::tr("stem");
  if (role == "expand") return LayerTexts::tr("expand");
  if (role == "depthwise") return LayerTexts::tr("depthwise");
  if (role == "squeeze") return LayerTexts::tr("squeeze");
  if (role == "excite") return LayerTexts::tr("excite");
  if (role == "project") return LayerTexts::tr("project");
  if (role == "pointwise") return LayerTexts::tr("pointwise");
  if (role == "hidden") return LayerTexts::tr("hidden layer");
  return role == "head" ? LayerTexts::tr("head") : style::shown(role);
}

QString rowStateName(const std::optional<LayerState>& state) {
  return state ? layerStateName(*state) : LayerTexts::tr("per task");
}

style::ColumnHeader layerColumnHeader(LayerColumns::Column column, int tasks, LayerMake make) {
  switch (column) {
    case LayerColumns::Number:
      return {QStringLiteral("#"), numberHelp(make), QStringLiteral("layer")};
    case LayerColumns::Kind:
      return {LayerTexts::tr("Kind"), kindHelp(make), QStringLiteral("kind")};
    case LayerColumns::Shape:
      return {LayerTexts::tr("Shape"), shapeHelp(make), QStringLiteral("shape")};
    case LayerColumns::Parameters:
      return {
          LayerTexts::tr("Params"),
          LayerTexts::tr("Trainable parameters of one network: weights, bias, scale and shift of batch normalization."),
          QStringLiteral("parameters")};
    case LayerColumns::Macs:
      return {
          LayerTexts::tr("MACs"),
          withWordTip(LayerTexts::tr("Multiply-accumulate operations for one image through one network."), Word::Macs),
          QStringLiteral("macs")};
    case LayerColumns::State:
      return {LayerTexts::tr("State"),
              LayerTexts::tr("Where the layer stands in the merge: separate, in work, merged, left out of the plan; or "
                             "per task, for what each task keeps for itself."),
              QStringLiteral("state")};
    case LayerColumns::Similarity:
      return {LayerTexts::tr("Cosine"), similarityText(tasks), QStringLiteral("similarity")};
    case LayerColumns::MergeCost:
      return {LayerTexts::tr("Cost"), estimateText(tasks), QStringLiteral("merge_cost")};
    case LayerColumns::FirstMismatch:
      break;
  }
  return {};
}

style::ColumnHeader mismatchHeader(int task, LayerMake make) {
  const QString letter = taskLetter(task);
  const QString help =
      make != LayerMake::Pairs
          ? LayerTexts::tr(
                "Mismatch: mean absolute difference of what the layer hands on, of a block behind the addition, "
                "between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again "
                "when the step ends.")
          : LayerTexts::tr(
                "Mismatch: mean absolute difference of the layer's output after the activation between teacher %1 "
                "and the merged network; live while a step calibrates. Rows are sorted again when the step ends.");
  return {LayerTexts::tr("L1 %1").arg(letter), withWordTip(help.arg(letter), Word::L1),
          style::unchanged("mismatch_" + taskName(task))};
}

QString shapeToolTip(const UnitPlan& unit) {
  const QString shape =
      LayerTexts::tr("%1: %2 channels in, %3 out; kernel %4×%4, stride %5; input %6×%6, output %7×%7 pixels")
          .arg(style::shown(unit.name))
          .arg(unit.inputChannels)
          .arg(unit.outputChannels)
          .arg(unit.kernel)
          .arg(unit.stride)
          .arg(unit.inputSize)
          .arg(unit.outputSize);
  const QString besides = besidesConvolving(unit);
  return besides.isEmpty() ? shape : besides.arg(shape);
}

QString stateToolTip(const LayerRow& row) {
  if (row.inTrunk) return LayerTexts::tr("Shared whole: part of the trunk, which is computed once for all tasks.");
  if (row.unit.kind == UnitKind::Head) return LayerTexts::tr("Each task keeps its own, whatever is merged.");
  if (!row.state) return LayerTexts::tr("Each task keeps its own, unless a trunk shares it.");
  switch (*row.state) {
    case LayerState::Separate:
      return LayerTexts::tr("Each task still has its own; a step to come merges it.");
    case LayerState::Merged:
      return LayerTexts::tr("All tasks share these weights.");
    case LayerState::InWork:
      return LayerTexts::tr("The running step merges this layer.");
    case LayerState::LeftOut:
      return LayerTexts::tr("The plan doesn't merge this layer: each task keeps its own.");
  }
  return {};
}

}  // namespace zipper
