// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/small_font.h"

#include <algorithm>

namespace zipper::style {

QFont smallFont(const QFont& font) {
  QFont small = font;
  if (font.pointSizeF() > 0)
    small.setPointSizeF(font.pointSizeF() * 0.85);
  else
    small.setPixelSize(std::max(8, int(font.pixelSize() * 0.85)));
  return small;
}

}  // namespace zipper::style
