// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// Puts a file of settings aside that could keep the window from opening: one that isn't a regular file (reading a pipe
/// waits for ever), is larger than settings are, or holds serialized objects, which this program never writes and Qt
/// makes while it reads. Returns what was done, a sentence; empty if there was nothing to do. To be called before the
/// settings are read.
QString guardSettingsFile(const QString& path);

/// The same for the settings of this program. Where a file can't be put aside, settings are neither read nor kept for
/// as long as the program runs.
QString guardSettings();

}  // namespace zipper
