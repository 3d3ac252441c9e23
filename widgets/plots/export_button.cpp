// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/export_button.h"

#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>
#include <exception>

#include "core/support/error.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"

namespace zipper::plots {

namespace {

struct FigureExport {
  Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

void addFormat(QMenu* menu, QWidget* parent, const QString& text, const QString& filter, const QString& extension,
               const QString& baseName, const std::function<void(const QString&)>& save) {
  const auto write = [parent, save](const QString& path) {
    try {
      save(path);
      style::rememberFolder(path);
    } catch (const std::exception&) {
      style::showError(parent, FigureExport::tr("The figure could not be saved."),
                       style::engineText(describeCurrentException()));
    }
  };
  QObject::connect(menu->addAction(text), &QAction::triggered, parent, [=] {
    style::askSaveName(parent, FigureExport::tr("Save Figure"), baseName + "." + extension, filter, extension, write);
  });
}

}  // namespace

QToolButton* makeExportButton(QWidget* parent, const ExportActions& actions) {
  auto* button = new QToolButton(parent);
  button->setText(FigureExport::tr("Export"));
  button->setToolTip(FigureExport::tr("Save or copy this figure as it is shown, on white; or its numbers"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  const QString& name = actions.baseName;
  addFormat(menu, parent, FigureExport::tr("Save as &PNG…"), FigureExport::tr("PNG images (*.png)"), "png", name,
            actions.savePng);
  addFormat(menu, parent, FigureExport::tr("Save as P&DF…"), FigureExport::tr("PDF documents (*.pdf)"), "pdf", name,
            actions.savePdf);
  addFormat(menu, parent, FigureExport::tr("Save as &SVG…"), FigureExport::tr("SVG drawings (*.svg)"), "svg", name,
            actions.saveSvg);
  addFormat(menu, parent, FigureExport::tr("Save Numbers as &CSV…"), FigureExport::tr("CSV tables (*.csv)"), "csv",
            name, actions.saveCsv);
  menu->addSeparator();
  QObject::connect(menu->addAction(FigureExport::tr("Copy &Image")), &QAction::triggered, parent, actions.copyImage);
  button->setMenu(menu);
  return button;
}

}  // namespace zipper::plots
