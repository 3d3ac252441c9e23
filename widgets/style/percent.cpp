// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/percent.h"

#include <QLocale>

namespace zipper::style {

QString withPercent(const QString& number) { return number + QChar(QChar::Nbsp) + u'%'; }

QString percent(double share, int decimals) { return withPercent(QLocale().toString(100 * share, 'f', decimals)); }

QString keepPercents(const QString& sentence) {
  QString kept = sentence;
  for (qsizetype at = kept.indexOf(u" %"); at > 0; at = kept.indexOf(u" %", at + 1))
    if (kept[at - 1].isDigit()) kept[at] = QChar::Nbsp;
  return kept;
}

}  // namespace zipper::style
