// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/exports/export_targets.h"

namespace zipper {

/// "32-bit numbers, as trained"
QString precisionTitle(const ExportChoice& choice);

/// What is to be known about the numbers of this choice before it is written, whole sentences; empty: nothing.
/// `trainingImages`: of the smallest training set.
QString precisionNote(const ExportChoice& choice, std::int64_t trainingImages);

}  // namespace zipper
