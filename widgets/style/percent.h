// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper::style {

/// A share as people read it, "91.2 %": in the locale's digits, and with a space that doesn't break.
QString percent(double share, int decimals = 1);

/// The same sign behind a number that is text already: "42" becomes "42 %".
QString withPercent(const QString& number);

/// A sentence in which no line ends between a number and its percent sign, however the translation wrote it.
QString keepPercents(const QString& sentence);

}  // namespace zipper::style
