// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// Formulas as rich text, with what their letters mean below, for so many tasks.

/// Of the merge estimate of channels that correspond, see mergeability.h.
QString costFormula(int tasks);
/// Of the loss of a task, for networks with so many layers.
QString lossFormula(int tasks, int layers);

}  // namespace zipper
