// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_texts.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString number(std::int64_t value) { return QString::fromStdString(withThousands(value)); }

QString square(int size) { return QStringLiteral("%1×%1").arg(size); }

QString allLetters(const ZipperPicture& picture) {
  QStringList letters;
  for (int task = 0; task < picture.tasks(); ++task) letters << taskLetter(task);
  return letters.join(QStringLiteral(", "));
}

QString costText(std::int64_t parameters, std::int64_t macs) {
  return ZipperTexts::tr("%1 parameters, %2 MACs").arg(number(parameters), number(macs));
}

QString convolutionText(const UnitPlan& info) {
  return ZipperTexts::tr("%1 → %2 channels, %3 → %4")
      .arg(info.inputChannels)
      .arg(info.outputChannels)
      .arg(square(info.inputSize), square(info.outputSize));
}

/// What squeeze-and-excite does besides: empty of another unit.
QString squeezeExciteText(const UnitPlan& unit) {
  if (unit.kind == UnitKind::Squeeze) return ZipperTexts::tr("of the mean of each channel over all positions");
  return unit.kind == UnitKind::Excite ? ZipperTexts::tr("factors, which multiply the depthwise channels") : QString();
}

/// 0: there is no head.
int classesOf(const std::vector<UnitPlan>& head) { return head.empty() ? 0 : head.back().outputChannels; }

/// Lines of the tool tip: tool tips are plain text (see style::showTextsPlainly()).
QString row(const QString& name, const QString& value) {
  return name.isEmpty() ? QStringLiteral("\n      %1").arg(value) : QStringLiteral("\n%1: %2").arg(name, value);
}

/// "Depthwise 3×3"
QString unitName(const UnitPlan& unit) {
  const QString kernel = square(unit.kernel);
  const std::string role = unit.role();
  if (role == "depthwise") return ZipperTexts::tr("Depthwise %1").arg(kernel);
  if (role == "expand") return ZipperTexts::tr("Expand %1").arg(kernel);
  if (role == "squeeze") return ZipperTexts::tr("Squeeze %1").arg(kernel);
  if (role == "excite") return ZipperTexts::tr("Excite %1").arg(kernel);
  if (role == "project") return ZipperTexts::tr("Project %1").arg(kernel);
  return ZipperTexts::tr("Pointwise %1").arg(kernel);
}

QString numberText(double value) { return QString::fromStdString(shortestNumber(float(value))); }

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
  QString rows;
  for (const UnitPlan& unit : layer.units) {
    rows += row(unitName(unit), convolutionText(unit));
    if (const QString more = squeezeExciteText(unit); !more.isEmpty()) rows += row(QString(), more);
    rows += row(QString(), costText(unit.parameters, unit.macs)) +
            row(QString(), unit.merges || layer.whole ? sharing : apart);
  }
  if (layer.addsInput()) rows += row(ZipperTexts::tr("Added"), ZipperTexts::tr("the layer's input"));
  for (int task = 0; task < picture.tasks(); ++task)
    rows += row(ZipperTexts::tr("Mismatch %1").arg(taskLetter(task)),
                mismatchText(picture.mismatch[std::size_t(task)][std::size_t(column)]));
  if (const double cost = picture.costOf(column); std::isfinite(cost))
    rows += row(ZipperTexts::tr("Merge cost"), ZipperTexts::tr("%1 (estimate)").arg(QString::number(cost, 'f', 4)));
  return rows;
}

QString stemRows(const UnitPlan& stem, const QString& tasks) {
  return row(tasks, convolutionText(stem)) + row(QString(), costText(stem.parameters, stem.macs));
}

/// "1280 → 100 → 3 classes"
QString headRows(const std::vector<UnitPlan>& head, const QString& task) {
  QStringList inputs;
  std::int64_t parameters = 0, macs = 0;
  for (const UnitPlan& unit : head) {
    inputs << QString::number(unit.inputChannels);
    parameters += unit.parameters;
    macs += unit.macs;
  }
  const QString shape = ZipperTexts::tr("%1 → %2 classes").arg(inputs.join(QStringLiteral(" → "))).arg(classesOf(head));
  return row(task, shape) + row(QString(), costText(parameters, macs));
}

QString endRows(const ZipperPicture& picture, int column) {
  QString rows;
  const bool whole = picture.isWhole(column);
  const auto tasks = std::size_t(picture.tasks());
  if (column == 0) {
    for (std::size_t task = 0; task < std::min(picture.stems.size(), whole ? 1 : tasks); ++task)
      rows += stemRows(picture.stems[task], whole ? allLetters(picture) : taskLetter(int(task)));
    return rows;
  }
  for (std::size_t task = 0; task < std::min(picture.heads.size(), tasks); ++task)
    if (!picture.heads[task].empty()) rows += headRows(picture.heads[task], taskLetter(int(task)));
  return rows;
}

QString columnState(const ZipperPicture& picture, int column) {
  if (picture.isLayer(column)) return layerStateName(picture.layer(column).state);
  if (picture.isWhole(column)) return wholeText();
  return column == 0 ? ZipperTexts::tr("one per task", "stem") : ZipperTexts::tr("one per task, never merged");
}

ShapeText headText(const ZipperPicture& picture) {
  QList<int> classes;
  for (const std::vector<UnitPlan>& head : picture.heads)
    if (!classes.contains(classesOf(head))) classes << classesOf(head);
  if (classes.isEmpty()) return {};
  const QString first = QString::number(classes[0]), unit = ZipperTexts::tr("classes");
  if (classes.size() == 1) return {first, unit};
  if (classes.size() == 2 && picture.tasks() == 2) return {QStringLiteral("%1 | %2").arg(first).arg(classes[1]), unit};
  const auto [least, most] = std::minmax_element(classes.cbegin(), classes.cend());  // which is whose: see the tool tip
  return {QStringLiteral("%1–%2").arg(*least).arg(*most), unit};
}

}  // namespace

QString wholeText() { return ZipperTexts::tr("shared whole (trunk)"); }

QString columnName(const ZipperPicture& picture, int column) {
  if (column == 0) return ZipperTexts::tr("Stem");
  return picture.isLayer(column) ? ZipperTexts::tr("Layer %1").arg(column) : ZipperTexts::tr("Head");
}

QString scaleText(const ZipperPicture& picture) { return numberText(picture.mismatchScale); }

QString scaleSentence(const ZipperPicture& picture) {
  return picture.hasBars() ? ZipperTexts::tr("A full bar is a mismatch of %1.").arg(scaleText(picture)) : QString();
}

QString newScaleSentence(const ZipperPicture& picture, double before) {
  return ZipperTexts::tr("The mismatch bars have another scale: a full bar is %1 now, and was %2 before.")
      .arg(scaleText(picture), numberText(before));
}

QString pictureDescription(const ZipperPicture& picture) {
  if (picture.empty()) return emptyText();
  QStringList merged;
  QString inWork;
  for (const LayerOverview& layer : picture.layers) {
    if (layer.state == LayerState::Merged) merged << QString::number(layer.layer);
    if (layer.state == LayerState::InWork) inWork = QString::number(layer.layer);
  }
  QStringList sentences{
      merged.isEmpty() ? ZipperTexts::tr("None of %n layer(s) is merged.", nullptr, int(picture.layers.size()))
                       : ZipperTexts::tr("Of %n layer(s) these are merged: %1.", nullptr, int(picture.layers.size()))
                             .arg(merged.join(QStringLiteral(", ")))};
  if (!inWork.isEmpty()) sentences << ZipperTexts::tr("Layer %1 is in work.").arg(inWork);
  if (picture.hasBars()) sentences << scaleSentence(picture);
  if (!picture.titles.isEmpty())
    sentences.prepend(ZipperTexts::tr("%n task(s), from the top: %1.", nullptr, int(picture.titles.size()))
                          .arg(picture.titles.join(QStringLiteral(", "))));
  return sentences.join(u' ');
}

QString emptyText() { return ZipperTexts::tr("Open two or more trained networks to see them here as a zipper"); }

ShapeText shapeText(const ZipperPicture& picture, int column) {
  if (picture.empty()) return {};
  if (column == picture.geometry.head()) return headText(picture);
  const UnitPlan info = column == 0 ? picture.layer(1).first() : picture.layer(column).last();
  if (column == 0) return {QString::number(info.inputChannels), square(info.inputSize)};
  return {QString::number(info.outputChannels), square(info.outputSize)};
}

QString columnDescription(const ZipperPicture& picture, int column) {
  if (picture.empty()) return emptyText();
  if (column < 0 && picture.titles.isEmpty())
    return ZipperTexts::tr("No layer is selected. The arrow keys select one.");
  if (column < 0)
    return ZipperTexts::tr("%n task(s), from the top: %1. No layer is selected. The arrow keys select one.", nullptr,
                           int(picture.titles.size()))
        .arg(picture.titles.join(QStringLiteral(", ")));
  const ShapeText shape = shapeText(picture, column);
  const QString state = columnState(picture, column);
  if (shape.channels.isEmpty()) return ZipperTexts::tr("%1: %2.").arg(columnName(picture, column), state);
  if (column == picture.geometry.head())
    return ZipperTexts::tr("%1: %2, %3 classes.").arg(columnName(picture, column), state, shape.channels);
  if (picture.isLayer(column) && picture.layer(column).addsInput())
    return ZipperTexts::tr("%1: %2, %3 channels at %4; its input is added.")
        .arg(columnName(picture, column), state, shape.channels, shape.resolution);
  return ZipperTexts::tr("%1: %2, %3 channels at %4.")
      .arg(columnName(picture, column), state, shape.channels, shape.resolution);
}

QString columnToolTip(const ZipperPicture& picture, int column) {
  if (picture.empty() || column < 0) return {};
  const bool layer = picture.isLayer(column);
  const QString state = columnState(picture, column);
  return QStringLiteral("%1 · %2%3")
      .arg(columnName(picture, column), state, layer ? layerRows(picture, column) : endRows(picture, column));
}

}  // namespace zipper
