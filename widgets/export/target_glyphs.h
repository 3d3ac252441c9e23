// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <string>

class QPainter;

namespace zipper {

/// Draws the sign of an export target into a square, in lines of the colour of the painter's pen. `target`: a name of
/// exportTargets(); one that isn't known has a sign, too.
void drawTargetSign(QPainter& painter, const QRectF& square, const std::string& target);

}  // namespace zipper
