// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/data/data_summary.h"

namespace zipper {

/// How many images and classes a data set has and how its images are read, as a card shows it.
QString dataText(const DataSummary& summary);
/// What is worth saying about how it was read, a line each.
QString dataNotesText(const DataSummary& summary);

/// What becomes of transparency and orientation, in words.
QString alphaName(Alpha alpha);
QString exifName(Exif exif);

}  // namespace zipper
