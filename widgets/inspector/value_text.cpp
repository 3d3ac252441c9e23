// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/value_text.h"

#include <cmath>

namespace zipper {

namespace {

QString textOf(double value, int digits) {
  if (std::isnan(value)) return QStringLiteral("NaN");
  if (std::isinf(value)) return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
  QString text = QString::number(value, 'g', digits);
  return text.replace(u'-', u'−');
}

}  // namespace

QString valueText(double value) { return textOf(value, 4); }

QString shortValueText(double value) { return textOf(value, 2); }

}  // namespace zipper
