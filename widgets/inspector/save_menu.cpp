// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/save_menu.h"

#include "core/support/error.h"
#include "widgets/inspector/exports.h"
#include "widgets/inspector/inspector_page.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

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

SaveMenu::SaveMenu(QWidget* parent) : QMenu(parent) { connect(this, &QMenu::aboutToShow, this, &SaveMenu::fill); }

void SaveMenu::setSource(InspectorPage* page, int layer) {
  page_ = page;
  layer_ = layer;
}

void SaveMenu::fill() {
  for (QMenu* menu : findChildren<QMenu*>(Qt::FindDirectChildrenOnly)) menu->deleteLater();  // clear() keeps them
  clear();
  addFormat(tr("&Picture (PNG)"), QStringLiteral("png"), tr("PNG images (*.png)"),
            [](const QString& path, const Exportable& item) { writePng(path, item.picture()); });
  addFormat(tr("Numbers as &CSV"), QStringLiteral("csv"), tr("CSV files (*.csv)"), &writeCsv);
  addFormat(tr("Numbers for &NumPy (NPY)"), QStringLiteral("npy"), tr("NumPy arrays (*.npy)"),
            [](const QString& path, const Exportable& item) { writeNpy(path, item); });
}

void SaveMenu::addFormat(const QString& title, const QString& extension, const QString& filter, const Write& write) {
  QMenu* menu = addMenu(title);
  const std::vector<Exportable> items = page_ == nullptr ? std::vector<Exportable>() : page_->exportables();
  for (int i = 0; i < int(items.size()); ++i) {
    const QString& item = items[std::size_t(i)].title;
    const QString name = QStringLiteral("layer-%1-%2.%3").arg(layer_).arg(fileNamePart(item), extension);
    menu->addAction(item + QStringLiteral("…"), this, [this, write, extension, filter, name, i] {
      style::askSaveName(parentWidget(), tr("Save"), name, filter, extension,
                         [this, write, i](const QString& path) { save(path, i, write); });
    });
  }
}

void SaveMenu::save(const QString& path, int number, const Write& write) {
  try {
    const std::vector<Exportable> items = page_->exportables();
    if (number >= int(items.size()))
      fail("picture ", number, " was to be saved, the inspector shows ", items.size(), ", counted from 0");
    write(path, items[std::size_t(number)]);
    style::rememberFolder(path);
  } catch (const Error& error) {
    style::showError(parentWidget(), tr("The file could not be saved."), style::engineText(error.what()));
  }
}

}  // namespace zipper
