// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QMessageBox;
class QWidget;

namespace zipper::style {

/// Dialogs open window-modal and return at once: no nested event loops. The callbacks run only if the user agreed.
/// Dialogs for files begin in the folder that was remembered last. They look at names and kinds of what lies in a
/// folder and open nothing, so that they can be led anywhere.

/// Dialogs for files begin from now on in the folder that holds this file or folder. To be called when what was chosen
/// could be read or written, not before: a choice that failed isn't one to come back to.
void rememberFolder(const QString& path);

/// Asks for a file to write. `filter` as of QFileDialog; the name gets the extension (without dot) if it has none.
void askSaveName(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                 const QString& extension, const std::function<void(const QString&)>& chosen);

/// What askSaveName() asks before it takes a name: the reason why the file mustn't be written over, empty if it may.
/// Gets the path and the extension that was asked for. One for the whole program; none: everything may.
void setSaveRefusal(std::function<QString(const QString& path, const QString& extension)> refusal);

/// Asks for a file to read.
void askOpenName(QWidget* parent, const QString& title, const QString& filter,
                 const std::function<void(const QString&)>& chosen);

/// Asks for a folder.
void askFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& chosen);

/// Asks for a folder to write to. The name of one that doesn't exist yet can be typed: it is made when the user agrees.
void askTargetFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& chosen);

/// Calls `then` if none of these files exists in the folder, or if the user agrees to replace those that do. All that
/// writes several files into a folder asks so; for single files askSaveName() does.
void askBeforeReplacing(QWidget* parent, const QString& folder, const QStringList& names,
                        const std::function<void()>& then);

/// A question without buttons yet, to be opened by the caller; it deletes itself when it is closed. Its object name is
/// "questionDialog".
QMessageBox* question(QWidget* parent, const QString& text, const QString& details);

/// Shows an error: what failed as the text, the engine's message below, selectable, with a Copy button; wide enough for
/// the lines of the message, within reason. The dialog's object name is "errorDialog".
/// `help`: what a button says that closes it and helps, by `then`; empty: there is none. Its object name is
/// "helpButton".
void showError(QWidget* parent, const QString& what, const QString& message, const QString& help = {},
               const std::function<void()>& then = {});

}  // namespace zipper::style
