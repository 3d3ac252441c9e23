// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/support/stop_token.h"

namespace zipper::cli {

/// From now on SIGINT and SIGTERM request a stop instead of ending the process; a second one ends it at once.
StopToken stopOnInterrupt();

}  // namespace zipper::cli
