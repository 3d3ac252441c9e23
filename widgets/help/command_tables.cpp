// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/command_tables.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStringList>

#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString keysOf(const QAction& action) {
  QStringList keys;
  for (const QKeySequence& one : action.shortcuts()) keys << one.toString(QKeySequence::NativeText);
  return keys.join(QStringLiteral(", "));
}

QString rowOf(const QAction& action, const QString& path) {
  return QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td>%3</td></tr>")
      .arg(keysOf(action).toHtmlEscaped(), (path + style::shown(style::withoutMnemonic(action.text()))).toHtmlEscaped(),
           style::shown(action.statusTip()).toHtmlEscaped());
}

/// `path`: the menus above below the menu bar's, "Theme › ".
QString rowsOf(const QMenu& menu, const QList<const QMenu*>& except, const QString& path = {}) {
  QString rows;
  for (const QAction* action : menu.actions()) {
    if (action->isSeparator() || !action->isVisible() || except.contains(action->menu())) continue;
    if (action->menu() == nullptr)
      rows += rowOf(*action, path);
    else
      rows += rowsOf(*action->menu(), except,
                     path + style::shown(style::withoutMnemonic(action->text())) + QStringLiteral(" › "));
  }
  return rows;
}

}  // namespace

QString commandTables(const QMenuBar& bar, const QList<const QMenu*>& except) {
  QString html;
  int number = 0;
  for (const QAction* entry : bar.actions()) {
    if (entry->menu() == nullptr) continue;
    html +=
        QStringLiteral("<h3><a name=\"menu-%1\"></a>%2</h3><table cellspacing=\"0\" cellpadding=\"4\">%3</table>")
            .arg(++number)
            .arg(style::shown(style::withoutMnemonic(entry->text())).toHtmlEscaped(), rowsOf(*entry->menu(), except));
  }
  return html;
}

}  // namespace zipper
