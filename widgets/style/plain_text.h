// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>

namespace zipper::style {

/// A text that may come from a file of a stranger (a name, a path, a message of the engine) as one line that may be
/// shown anywhere: see core/support/printable.h. What is never shown but goes back into the engine takes unchanged().
QString shown(const std::string& text);
QString shown(const QString& text);
QString shown(const char* text);  // an exception's what()
/// The same of a text of several lines: ends of lines stay.
QString shownLines(const QString& text);
/// The same for the text of a button, a menu or a tab, where '&' would be taken for a mnemonic.
QString shownOnButton(const QString& text);
/// The text of a command, menu or button without the sign for its key: "&Open" and "開啟(&O)" are "Open" and "開啟".
QString withoutMnemonic(const QString& text);
/// A path or a key as the engine has it.
QString unchanged(const std::string& text);

/// From now on all labels and tool tips of the application are plain text, whatever their text looks like; Qt would
/// take a name like "<img src=...>" for markup, and open the file. A label that is to show markup of the program's own
/// says so with setTextFormat(Qt::RichText) and escapes what it is told; a tool tip can't. May be called more than
/// once.
void showTextsPlainly();

}  // namespace zipper::style
