// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_texts.h"

#include <QStringList>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString number(std::int64_t value) { return QString::fromStdString(withThousands(value)); }

QString square(int size) { return QStringLiteral("%1×%1").arg(size); }

QString columnName(int column) {
  if (column == 0) return ZipperTexts::tr("Stem");
  return column > layerCount ? ZipperTexts::tr("Head") : ZipperTexts::tr("Layer %1").arg(column);
}

QString costText(const LayerInfo& info) {
  return ZipperTexts::tr("%1 parameters, %2 MACs").arg(number(info.parameters), number(info.macs));
}

QString convolutionText(const LayerInfo& info) {
  return ZipperTexts::tr("%1 → %2 channels, %3 → %4")
      .arg(info.inputChannels)
      .arg(info.outputChannels)
      .arg(square(info.inputSize), square(info.outputSize));
}

/// Lines of the tool tip: tool tips are plain text (see style::showTextsPlainly()).
QString row(const QString& name, const QString& value) {
  return name.isEmpty() ? QStringLiteral("\n      %1").arg(value) : QStringLiteral("\n%1: %2").arg(name, value);
}

QString mismatchText(double value) {
  if (std::isnan(value)) return ZipperTexts::tr("not measured yet");
  if (std::isinf(value)) return ZipperTexts::tr("infinite: the calibration diverges");
  return QString::number(value, 'g', 3);
}

QString layerRows(const ZipperPicture& picture, int column) {
  const LayerOverview& layer = picture.layer(column);
  const QString apart = ZipperTexts::tr("one per task");
  const QString sharing = layer.whole                         ? wholeText()
                          : layer.state == LayerState::Merged ? ZipperTexts::tr("shared by the tasks")
                                                              : apart;
  QString rows = row(ZipperTexts::tr("Depthwise 3×3"), convolutionText(layer.depthwise)) +
                 row(QString(), costText(layer.depthwise)) + row(QString(), layer.whole ? wholeText() : apart);
  rows += row(ZipperTexts::tr("Pointwise 1×1"), convolutionText(layer.pointwise)) +
          row(QString(), costText(layer.pointwise)) + row(QString(), sharing);
  for (int task = 0; task < 2; ++task)
    rows += row(ZipperTexts::tr("Mismatch %1").arg(taskLetter(task)),
                mismatchText(picture.mismatch[std::size_t(task)][std::size_t(column)]));
  if (const double cost = picture.costs[std::size_t(column)]; std::isfinite(cost))
    rows += row(ZipperTexts::tr("Merge cost"), ZipperTexts::tr("%1 (estimate)").arg(QString::number(cost, 'f', 4)));
  return rows;
}

QString endRows(const ZipperPicture& picture, int column) {
  QString rows;
  const std::vector<LayerInfo>& ends = column == 0 ? picture.stems : picture.heads;
  const bool whole = picture.isWhole(column);
  const std::size_t shown = whole ? 1 : 2;
  for (std::size_t task = 0; task < ends.size() && task < shown; ++task) {
    const LayerInfo& info = ends[task];
    const QString shape = column == 0
                              ? convolutionText(info)
                              : ZipperTexts::tr("%1 → %2 classes").arg(info.inputChannels).arg(info.outputChannels);
    rows += row(whole ? QStringLiteral("A, B") : taskLetter(int(task)), shape) + row(QString(), costText(info));
  }
  return rows;
}

QString columnState(const ZipperPicture& picture, int column) {
  if (picture.isLayer(column)) return stateText(picture.layer(column).state);
  if (picture.isWhole(column)) return wholeText();
  return column == 0 ? ZipperTexts::tr("one per task", "stem") : ZipperTexts::tr("one per task, never merged");
}

ShapeText headText(const ZipperPicture& picture) {
  QStringList classes;
  for (std::size_t task = 0; task < picture.heads.size() && task < 2; ++task)
    classes << QString::number(picture.heads[task].outputChannels);
  classes.removeDuplicates();
  if (classes.isEmpty()) return {};
  return {classes.join(QStringLiteral(" | ")), ZipperTexts::tr("classes")};
}

}  // namespace

QString stateText(LayerState state) {
  switch (state) {
    case LayerState::Separate:
      return ZipperTexts::tr("separate");
    case LayerState::Merged:
      return ZipperTexts::tr("merged");
    case LayerState::InWork:
      return ZipperTexts::tr("in work");
    case LayerState::LeftOut:
      return ZipperTexts::tr("left out");
  }
  return {};
}

QString wholeText() { return ZipperTexts::tr("shared whole (trunk)"); }

QString emptyText() { return ZipperTexts::tr("Open two trained networks to see them here as a zipper"); }

ShapeText shapeText(const ZipperPicture& picture, int column) {
  if (picture.empty()) return {};
  if (column > layerCount) return headText(picture);
  const LayerInfo& info = column == 0 ? picture.layer(1).depthwise : picture.layer(column).pointwise;
  if (column == 0) return {QString::number(info.inputChannels), square(info.inputSize)};
  return {QString::number(info.outputChannels), square(info.outputSize)};
}

QString columnDescription(const ZipperPicture& picture, int column) {
  if (picture.empty()) return emptyText();
  if (column < 0) return ZipperTexts::tr("No layer is selected. The arrow keys select one.");
  const ShapeText shape = shapeText(picture, column);
  const QString state = columnState(picture, column);
  if (shape.channels.isEmpty()) return ZipperTexts::tr("%1: %2.").arg(columnName(column), state);
  if (column > layerCount) return ZipperTexts::tr("%1: %2, %3 classes.").arg(columnName(column), state, shape.channels);
  return ZipperTexts::tr("%1: %2, %3 channels at %4.").arg(columnName(column), state, shape.channels, shape.resolution);
}

QString columnToolTip(const ZipperPicture& picture, int column) {
  if (picture.empty() || column < 0) return {};
  const bool layer = picture.isLayer(column);
  const QString state = columnState(picture, column);
  return QStringLiteral("%1 · %2%3")
      .arg(columnName(column), state, layer ? layerRows(picture, column) : endRows(picture, column));
}

}  // namespace zipper
