// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/dialogs.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStorageInfo>
#include <algorithm>

#include "core/support/printable.h"
#include "widgets/style/plain_text.h"

namespace zipper::style {

namespace {

const char* const folderKey = "dialogs/folder";
constexpr int narrowestText = 360, widestText = 620;  ///< of an error's message, in pixels

std::function<QString(const QString&, const QString&)>& saveRefusal() {
  static std::function<QString(const QString&, const QString&)> instance;
  return instance;
}

/// Icons by kind alone. Qt's own provider opens each file to find out what it is; some files of /proc never answer.
class PlainIcons : public QObject, public QFileIconProvider {
 public:
  using QObject::QObject;
  QIcon icon(IconType type) const override { return QFileIconProvider::icon(type); }
  QIcon icon(const QFileInfo& info) const override {
    return QFileIconProvider::icon(info.isDir() ? QFileIconProvider::Folder : QFileIconProvider::File);
  }
  QString type(const QFileInfo& info) const override {
    if (info.isDir()) return QCoreApplication::translate("Dialogs", "Folder");
    return info.suffix().isEmpty() ? QCoreApplication::translate("Dialogs", "File")
                                   : QCoreApplication::translate("Dialogs", "%1 file").arg(info.suffix());
  }
};

/// Whether files of people lie there: it exists, and isn't a view into the kernel.
bool isOrdinaryFolder(const QString& folder) {
  static const QList<QByteArray> kernelViews{"proc",    "sysfs",      "devpts",      "devtmpfs", "cgroup",
                                             "cgroup2", "debugfs",    "tracefs",     "mqueue",   "configfs",
                                             "bpf",     "securityfs", "binfmt_misc", "pstore"};
  return QDir::isAbsolutePath(folder) && QFileInfo(folder).isDir() &&
         !kernelViews.contains(QStorageInfo(folder).fileSystemType());
}

/// The remembered folder, or home if that is none, or none any more.
QString startFolder() {
  const QString folder = QSettings().value(folderKey).toString();
  return isOrdinaryFolder(folder) ? folder : QDir::homePath();
}

template <class Dialog = QFileDialog>
QFileDialog* makeDialog(QWidget* parent, const QString& title, const QString& filter) {
  // With the folder from the beginning: it would look into that of the dialog before with Qt's own provider.
  auto* dialog = new Dialog(parent, title, startFolder(), filter);
  dialog->setIconProvider(new PlainIcons(dialog));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  return dialog;
}

void openWith(QFileDialog* dialog, const std::function<void(const QString&)>& chosen) {
  QObject::connect(dialog, &QFileDialog::fileSelected, dialog, chosen);
  dialog->open();
}

/// Qt's dialog for folders refuses one that doesn't exist.
class TargetFolderDialog : public QFileDialog {
 public:
  using QFileDialog::QFileDialog;

  void accept() override {
    const QString folder = selectedFiles().value(0);
    if (!folder.isEmpty() && !QFileInfo::exists(folder)) QDir().mkpath(folder);
    QFileDialog::accept();
  }
};

/// Lets a name be confirmed that isn't that of a folder yet.
void allowNewName(QFileDialog* dialog) {
  auto* name = dialog->findChild<QLineEdit*>("fileNameEdit");
  auto* buttons = dialog->findChild<QDialogButtonBox*>("buttonBox");
  if (name == nullptr || buttons == nullptr) return;  // the desktop's own dialog has a button for new folders
  QObject::connect(name, &QLineEdit::textChanged, dialog, [buttons](const QString& text) {
    for (QAbstractButton* button : buttons->buttons())
      if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole && !text.isEmpty()) button->setEnabled(true);
  });
}

/// QMessageBox takes the width of its longest word otherwise.
void widenFor(QMessageBox* box, const QString& message) {
  auto* label = box->findChild<QLabel*>("qt_msgbox_informativelabel");
  if (label == nullptr) return;
  int width = 0;
  for (const QString& line : message.split('\n'))
    width = std::max(width, label->fontMetrics().horizontalAdvance(line) + 4);
  label->setMinimumWidth(std::clamp(width, narrowestText, widestText));
}

/// The first names of a list that may be long.
QString namesText(const QStringList& names) {
  constexpr int shown = 6;
  QStringList first;
  for (const QString& name : names.mid(0, shown)) first << QString::fromStdString(printable(name.toStdString()));
  if (names.size() <= shown) return first.join(QStringLiteral(", "));
  return QCoreApplication::translate("Dialogs", "%1 and %2 more")
      .arg(first.join(QStringLiteral(", ")))
      .arg(names.size() - shown);
}

}  // namespace

void setSaveRefusal(std::function<QString(const QString&, const QString&)> refusal) {
  saveRefusal() = std::move(refusal);
}

void rememberFolder(const QString& path) {
  const QString folder = QFileInfo(path).absolutePath();
  if (isOrdinaryFolder(folder)) QSettings().setValue(folderKey, folder);
}

void askSaveName(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter,
                 const QString& extension, const std::function<void(const QString&)>& chosen) {
  QFileDialog* dialog = makeDialog(parent, title, filter);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(extension);
  if (QFileInfo(suggestion).isAbsolute()) dialog->setDirectory(QFileInfo(suggestion).absolutePath());
  dialog->selectFile(QFileInfo(suggestion).fileName());
  openWith(dialog, [chosen, extension, parent = QPointer<QWidget>(parent)](const QString& path) {
    const QString reason = saveRefusal() ? saveRefusal()(path, extension) : QString();
    if (reason.isEmpty()) return chosen(path);
    showError(parent, QCoreApplication::translate("Dialogs", "This file is not written over."), reason);
  });
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

void askTargetFolder(QWidget* parent, const QString& title, const std::function<void(const QString&)>& chosen) {
  QFileDialog* dialog = makeDialog<TargetFolderDialog>(parent, title, QString());
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  openWith(dialog, chosen);
  allowNewName(dialog);
}

void askBeforeReplacing(QWidget* parent, const QString& folder, const QStringList& names,
                        const std::function<void()>& then) {
  QStringList there;
  for (const QString& name : names)
    if (QFileInfo::exists(QDir(folder).filePath(name))) there << name;
  if (there.isEmpty()) return then();
  QMessageBox* box = question(
      parent, QCoreApplication::translate("Dialogs", "Replace files that are in this folder already?"),
      QCoreApplication::translate("Dialogs", "%1 has: %2")
          .arg(QString::fromStdString(printable(QDir::toNativeSeparators(folder).toStdString())), namesText(there)));
  QPushButton* replace =
      box->addButton(QCoreApplication::translate("Dialogs", "&Replace"), QMessageBox::DestructiveRole);
  box->setDefaultButton(box->addButton(QMessageBox::Cancel));
  box->setEscapeButton(QMessageBox::Cancel);
  QObject::connect(box, &QMessageBox::buttonClicked, parent, [replace, then](QAbstractButton* button) {
    if (button == replace) then();
  });
  box->open();
}

QMessageBox* question(QWidget* parent, const QString& text, const QString& details) {
  auto* box = new QMessageBox(QMessageBox::Question, QGuiApplication::applicationDisplayName(), shownLines(text),
                              QMessageBox::NoButton, parent);
  box->setObjectName("questionDialog");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setInformativeText(shownLines(details));
  return box;
}

void showError(QWidget* parent, const QString& what, const QString& message, const QString& help,
               const std::function<void()>& then) {
  auto* box = new QMessageBox(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), shownLines(what),
                              QMessageBox::Ok, parent);
  box->setObjectName("errorDialog");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setInformativeText(shownLines(message));
  widenFor(box, message);
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  QPushButton* copy = box->addButton(QCoreApplication::translate("Dialogs", "&Copy"), QMessageBox::ActionRole);
  box->setEscapeButton(QMessageBox::Ok);
  copy->disconnect();  // copying doesn't close the dialog
  QObject::connect(copy, &QPushButton::clicked, box,
                   [what, message] { QGuiApplication::clipboard()->setText(what + "\n" + message); });
  if (!help.isEmpty()) {
    QPushButton* helper = box->addButton(help, QMessageBox::ActionRole);
    helper->setObjectName("helpButton");
    box->setDefaultButton(helper);
    QObject::connect(helper, &QPushButton::clicked, parent, then);
  }
  box->open();
}

}  // namespace zipper::style
