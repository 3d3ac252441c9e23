// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// QCustomPlot's header uses Qt's short keywords, which this project turns off. It is included only here, and this
// header only by what draws: panels and dialogs keep it out of their own headers.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
