// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/motion.h"

#include <QApplication>
#include <QStyle>

namespace zipper::style {

namespace {
bool chosen = false;
}

bool reducedMotion() { return chosen || QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0; }

void setReducedMotion(bool reduced) { chosen = reduced; }

}  // namespace zipper::style
