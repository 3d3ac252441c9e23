// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <string>

namespace zipper {

/// What the window is to open, as the command line says it: a session, the sample, tasks, or nothing.
struct Arguments {
  QString session;
  bool sample = false;
  QStringList models, folders, names;  ///< of tasks A, B, ...; all of one length, empty where nothing was said
};

/// Reads the command line as it comes, the program's name first. `problem` says what is wrong with it; nobody gets less
/// than was asked for. Prints help and version and ends the program where they are asked for.
Arguments readArguments(const QStringList& arguments, QString& problem);

}  // namespace zipper
