// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainter>
#include <QRectF>

#include "core/analysis/layer_overview.h"
#include "widgets/zipper_view/zipper_theme.h"

namespace zipper {

/// The look of a block: state by colour and by shape.
struct BlockLook {
  LayerState state = LayerState::Separate;
  QColor color;         ///< of the task (separate, left out)
  double progress = 0;  ///< in work: filled from the left so far
  double phase = 0;     ///< in work: of the pulse, 0...1
};

/// Separate: outlined; merged: filled; in work: hatched, with the progress filled; left out: dashed.
void paintBlock(QPainter& painter, const QRectF& rect, const BlockLook& look, const ZipperTheme& theme);

}  // namespace zipper
