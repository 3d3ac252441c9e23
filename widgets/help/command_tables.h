// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QMenu;
class QMenuBar;

namespace zipper {

/// All commands of a window as HTML, a table for each of its menus: keys, name and what the command does. Commands that
/// are hidden now and the menus in `except` (lists of files, say) are left out.
QString commandTables(const QMenuBar& bar, const QList<const QMenu*>& except = {});

}  // namespace zipper
