// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace zipper {

/// The sessions that were opened or saved last, newest first; kept in the user's settings.
namespace recent {

inline constexpr int limit = 10;

/// At most `limit`, each once, whatever the settings hold.
QStringList list();
void add(const QString& path);
void remove(const QString& path);

}  // namespace recent

}  // namespace zipper
