// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace zipper::style {

/// What stands beside or below something more important: 0.85 of the font, whether that has points or pixels.
QFont smallFont(const QFont& font);

}  // namespace zipper::style
