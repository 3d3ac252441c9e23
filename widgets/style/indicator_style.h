// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace zipper::style {

/// Fusion, with outlines of radio buttons and check boxes that can be seen on dark windows as well: Fusion derives them
/// from the window's colour, darker. Titles of docks are written in the font that docks have now, not in that of when
/// they were made.
class IndicatorStyle : public QProxyStyle {
 public:
  IndicatorStyle();

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
};

}  // namespace zipper::style
