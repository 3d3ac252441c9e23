// SPDX-License-Identifier: GPL-3.0-or-later

#include <QMenu>

#include "core/analysis/npy.h"
#include "core/support/error.h"
#include "widgets/inspector/exports.h"
#include "widgets/inspector/inspector_page.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

Exportable itemOf(InspectorPage& page, int number) {
  const std::vector<Exportable> items = page.exportables();
  if (number < 0 || number >= int(items.size()))
    fail("picture ", number, " was to be saved, the inspector shows ", items.size(), ", counted from 0");
  return items[std::size_t(number)];
}

/// "merged A" -> "merged-a": a part of a file name.
QString fileNamePart(const QString& title) {
  QString part;
  for (const QChar c : title.toLower()) {
    if (c.isLetterOrNumber())
      part += c;
    else if (c == u'−')
      part += QStringLiteral("minus");
    else if (!part.isEmpty() && !part.endsWith(u'-'))
      part += u'-';
  }
  return part;
}

}  // namespace

QStringList InspectorPanel::exportTitles() const {
  QStringList titles;
  for (const Exportable& item : currentPage()->exportables()) titles << item.title;
  return titles;
}

void InspectorPanel::savePng(const QString& path, int array) const {
  writePng(path, itemOf(*currentPage(), array).picture());
}

void InspectorPanel::saveCsv(const QString& path, int array) const { writeCsv(path, itemOf(*currentPage(), array)); }

void InspectorPanel::saveNpy(const QString& path, int array) const {
  writeNpy(path.toStdString(), *itemOf(*currentPage(), array).array);
}

void InspectorPanel::fillSaveMenu() {
  saveMenu_->clear();
  addFormat(tr("&Picture (PNG)"), QStringLiteral("png"), tr("PNG images (*.png)"), &InspectorPanel::savePng);
  addFormat(tr("Numbers as &CSV"), QStringLiteral("csv"), tr("CSV files (*.csv)"), &InspectorPanel::saveCsv);
  addFormat(tr("Numbers for &NumPy (NPY)"), QStringLiteral("npy"), tr("NumPy arrays (*.npy)"),
            &InspectorPanel::saveNpy);
}

void InspectorPanel::addFormat(const QString& title, const QString& extension, const QString& filter,
                               void (InspectorPanel::*save)(const QString&, int) const) {
  QMenu* menu = saveMenu_->addMenu(title);
  const QStringList titles = exportTitles();
  for (int i = 0; i < titles.size(); ++i) {
    const QString name = QStringLiteral("layer-%1-%2.%3").arg(layer_).arg(fileNamePart(titles[i]), extension);
    menu->addAction(titles[i] + QStringLiteral("…"), this, [this, save, extension, filter, name, i] {
      style::askSaveName(this, tr("Save"), name, filter, extension, [this, save, i](const QString& path) {
        try {
          (this->*save)(path, i);
          style::rememberFolder(path);
        } catch (const Error& error) {
          style::showError(this, tr("The file could not be saved."), style::engineText(error.what()));
        }
      });
    });
  }
}

}  // namespace zipper
