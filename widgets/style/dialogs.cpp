#include "widgets/style/dialogs.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace zipper::style {

namespace {

const char* const folderKey = "dialogs/folder";

QFileDialog* makeDialog(QWidget* parent, const QString& title, const QString& filter) {
  auto* dialog = new QFileDialog(parent, title, QSettings().value(folderKey, QDir::homePath()).toString(), filter);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  return dialog;
}

void openWith(QFileDialog* dialog, const std::function<void(const QString&)>& chosen) {
  QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [chosen](const QString& path) {
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    chosen(path);
  });
  dialog->open();
}

}  // namespace

void askSaveName(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                 const QString& extension, const std::function<void(const QString&)>& chosen) {
  QFileDialog* dialog = makeDialog(parent, title, filter);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(extension);
  if (QFileInfo(suggestion).isAbsolute()) dialog->setDirectory(QFileInfo(suggestion).absolutePath());
  dialog->selectFile(QFileInfo(suggestion).fileName());
  openWith(dialog, chosen);
}

void askOpenName(QWidget* parent, const QString& title, const QString& filter,
                 const std::function<void(const QString&)>& chosen) {
  QFileDialog* dialog = makeDialog(parent, title, filter);
  dialog->setFileMode(QFileDialog::ExistingFile);
  openWith(dialog, chosen);
}

void askFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& chosen) {
  QFileDialog* dialog = makeDialog(parent, title, QString());
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  openWith(dialog, chosen);
}

void showError(QWidget* parent, const QString& what, const QString& message) {
  auto* box =
      new QMessageBox(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), what, QMessageBox::Ok, parent);
  box->setObjectName("errorDialog");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(message);
  box->setTextFormat(Qt::PlainText);
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  QPushButton* copy = box->addButton(QCoreApplication::translate("Dialogs", "&Copy"), QMessageBox::ActionRole);
  box->setEscapeButton(QMessageBox::Ok);
  copy->disconnect();  // copying doesn't close the dialog
  QObject::connect(copy, &QPushButton::clicked, box,
                   [what, message] { QGuiApplication::clipboard()->setText(what + "\n" + message); });
  box->open();
}

}  // namespace zipper::style
