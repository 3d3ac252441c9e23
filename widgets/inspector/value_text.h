// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// A number for a read-out: four significant digits and a true minus sign: "−0.01234", "NaN", "∞".
QString valueText(double value);
/// Shorter, for the ends of a scale: two significant digits.
QString shortValueText(double value);

}  // namespace zipper
