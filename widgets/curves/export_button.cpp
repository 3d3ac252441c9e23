#include "widgets/curves/export_button.h"

#include <QCoreApplication>
#include <QMenu>
#include <QToolButton>
#include <exception>

#include "core/support/error.h"
#include "widgets/style/dialogs.h"

namespace zipper::curves {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("FigureExport", text); }

void addFormat(QMenu* menu, QWidget* parent, const QString& text, const QString& filter, const QString& extension,
               const QString& baseName, const std::function<void(const QString&)>& save) {
  const auto write = [parent, save](const QString& path) {
    try {
      save(path);
    } catch (const std::exception&) {
      style::showError(parent, translated("The figure could not be saved."),
                       QString::fromStdString(describeCurrentException()));
    }
  };
  QObject::connect(menu->addAction(text), &QAction::triggered, parent, [=] {
    style::askSaveName(parent, translated("Save Figure"), baseName + "." + extension, filter, extension, write);
  });
}

}  // namespace

QToolButton* makeExportButton(QWidget* parent, const ExportActions& actions) {
  auto* button = new QToolButton(parent);
  button->setText(translated("Export"));
  button->setToolTip(translated("Save or copy this figure as it is shown, on white; or its numbers"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  const QString& name = actions.baseName;
  addFormat(menu, parent, translated("Save as &PNG…"), translated("PNG images (*.png)"), "png", name, actions.savePng);
  addFormat(menu, parent, translated("Save as P&DF…"), translated("PDF documents (*.pdf)"), "pdf", name,
            actions.savePdf);
  addFormat(menu, parent, translated("Save as &SVG…"), translated("SVG drawings (*.svg)"), "svg", name,
            actions.saveSvg);
  addFormat(menu, parent, translated("Save Numbers as &CSV…"), translated("CSV tables (*.csv)"), "csv", name,
            actions.saveCsv);
  menu->addSeparator();
  QObject::connect(menu->addAction(translated("&Copy Image")), &QAction::triggered, parent, actions.copyImage);
  button->setMenu(menu);
  return button;
}

}  // namespace zipper::curves
