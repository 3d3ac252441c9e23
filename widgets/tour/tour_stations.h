// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/tour/tour_situation.h"

namespace zipper {

/// The name under which a station is remembered; the first one for a name that there isn't.
QString nameOf(TourStation station);
TourStation tourStationFromName(const QString& name);

TourMoment tourMoment(TourStation station, const TourSituation& situation);

}  // namespace zipper
