// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/indicator_style.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionButton>

#include "widgets/style/colors.h"

namespace zipper::style {

IndicatorStyle::IndicatorStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  const bool indicator = element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox;
  if (!indicator || button == nullptr || !isDark(button->palette))
    return QProxyStyle::drawPrimitive(element, option, painter, widget);
  QStyleOptionButton lighter = *button;
  const bool enabled = button->state & State_Enabled;
  const QColor outline =
      enabled ? mutedText(button->palette) : button->palette.color(QPalette::Disabled, QPalette::WindowText);
  lighter.palette.setColor(QPalette::Window, outline.lighter(150));
  QProxyStyle::drawPrimitive(element, &lighter, painter, widget);
}

void IndicatorStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
  if (element != CE_DockWidgetTitle) return QProxyStyle::drawControl(element, option, painter, widget);
  painter->save();
  painter->setFont(QApplication::font("QDockWidgetTitle"));
  QProxyStyle::drawControl(element, option, painter, widget);
  painter->restore();
}

}  // namespace zipper::style
