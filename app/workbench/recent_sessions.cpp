// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/recent_sessions.h"

#include <QSettings>

namespace zipper::recent {

namespace {
const char* const key = "recentSessions";
constexpr qsizetype longestPath = 4096;  ///< what the system opens
}  // namespace

QStringList list() {
  QStringList paths;
  for (const QString& path : QSettings().value(key).toStringList()) {
    if (paths.size() == limit) break;
    if (!path.isEmpty() && path.size() <= longestPath && !paths.contains(path)) paths << path;
  }
  return paths;
}

void add(const QString& path) {
  QStringList paths = list();
  paths.removeAll(path);
  paths.prepend(path);
  QSettings().setValue(key, QStringList(paths.mid(0, limit)));
}

void remove(const QString& path) {
  QStringList paths = list();
  paths.removeAll(path);
  QSettings().setValue(key, paths);
}

}  // namespace zipper::recent
