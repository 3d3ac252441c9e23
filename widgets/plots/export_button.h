// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>

class QToolButton;
class QWidget;

namespace zipper::plots {

/// What can be done with a figure; the functions that take a path throw zipper::Error.
struct ExportActions {
  QString baseName;  ///< of the files that are suggested
  std::function<void(const QString&)> savePng, savePdf, saveSvg, saveCsv;
  std::function<void()> copyImage;
};

/// A button with a menu of these actions. It asks for file names and shows errors.
QToolButton* makeExportButton(QWidget* parent, const ExportActions& actions);

}  // namespace zipper::plots
