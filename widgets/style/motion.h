// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper::style {

/// Whether animations are to be left out: the user's choice in the View menu, or a desktop that turned them off.
bool reducedMotion();
/// The user's choice; remembered by the application, not here.
void setReducedMotion(bool reduced);

}  // namespace zipper::style
