// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "resources/samples/sample_files.h"

namespace zipper {

/// What the window is to open, as the command line says it: a session, a sample, tasks, or nothing.
struct Arguments {
  QString session;
  std::optional<EmbeddedSample> sample;
  QStringList models, folders, names;  ///< of tasks A, B, ...; all of one length, empty where nothing was said
};

/// The command line with each value in one word with its option: "--name=shoes" for "--name" and "shoes". Qt's plugin
/// for X11 takes "--name shoes" out of the command line, as the name of the window's resources, before anybody reads
/// it.
std::vector<std::string> joinValues(int count, const char* const* words);

/// Reads the command line as it comes, the program's name first. `problem` says what is wrong with it; nobody gets less
/// than was asked for. Prints help and version and ends the program where they are asked for.
Arguments readArguments(const QStringList& arguments, QString& problem);

}  // namespace zipper
