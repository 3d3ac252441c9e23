// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include "widgets/zipper_view/zipper_picture.h"

namespace zipper {

/// What translates the texts of the picture: translators find them with those of the view.
struct ZipperTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::ZipperView)
};

/// Two lines below a column; empty where nothing is known.
struct ShapeText {
  QString channels, resolution;
};

QString wholeText();  ///< of what the trunk shares
QString emptyText();
ShapeText shapeText(const ZipperPicture& picture, int column);
/// "Stem", "Layer 3", "Head"
QString columnName(const ZipperPicture& picture, int column);
/// Plain text, a sentence or two: the tasks, how far they are merged, the layer in work, and the scale of
/// the bars.
QString pictureDescription(const ZipperPicture& picture);
/// What a full mismatch bar stands for: "0.05".
QString scaleText(const ZipperPicture& picture);
/// The same in a sentence; empty without bars.
QString scaleSentence(const ZipperPicture& picture);
/// That the bars of the step before had another scale.
QString newScaleSentence(const ZipperPicture& picture, double before);
/// Plain text, a sentence: the layer, its state and its shape. -1: that nothing is selected.
QString columnDescription(const ZipperPicture& picture, int column);
/// Rich text: shapes, parameters, MACs, state, mismatch.
QString columnToolTip(const ZipperPicture& picture, int column);

}  // namespace zipper
