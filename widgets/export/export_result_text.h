// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <string>

#include "core/exports/export_check.h"

namespace zipper {

/// What was found when an exported file was read back: "read back and run on 10 images per task, largest relative
/// difference 3.1e-07".
QString exportCheckText(const ExportCheck& check);

/// The accuracy of the file beside that of the network, a sentence for each task; empty where it wasn't measured.
/// `task`: what was written, "all", "a", "b", ...
QStringList exportAccuracyTexts(const ExportCheck& check, const std::string& task);

/// Everything that is to be said of a written file, a sentence each: where it is, what it weighs, how it was checked,
/// its accuracy, what lies beside it, and what the format says of it.
QStringList exportResultTexts(const QString& path, const ExportCheck& check, const std::string& task);

}  // namespace zipper
