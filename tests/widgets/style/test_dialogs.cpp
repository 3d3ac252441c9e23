// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/style/dialogs.h"

using namespace zipper;

class TestDialogs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void aNewFolderCanBeTyped();
  void anExistingFolderCanBeChosen();
  void errorsAreWideEnoughForAPath();

 private:
  /// Types a name into the dialog for folders to write to and confirms it; what it told, empty if it didn't.
  QString typed(const QString& name);
  QTemporaryDir folder_;
};

void TestDialogs::initTestCase() {
  QCoreApplication::setOrganizationName("Zipper Workbench tests");
  QCoreApplication::setApplicationName("tests");
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.filePath("settings"));
}

QString TestDialogs::typed(const QString& name) {
  QWidget window;
  window.show();
  QString chosen;
  style::askTargetFolder(&window, "Folder", [&chosen](const QString& path) { chosen = path; });
  auto* dialog = window.findChild<QFileDialog*>();
  dialog->setDirectory(folder_.path());
  auto* edit = dialog->findChild<QLineEdit*>("fileNameEdit");
  edit->selectAll();
  QTest::keyClicks(edit, name);
  QTest::keyClick(edit, Qt::Key_Return);
  return chosen;
}

void TestDialogs::aNewFolderCanBeTyped() {
  QCOMPARE(typed("figures/of today"), folder_.filePath("figures/of today"));
  QVERIFY(QFileInfo(folder_.filePath("figures/of today")).isDir());
}

void TestDialogs::anExistingFolderCanBeChosen() {
  QVERIFY(QDir(folder_.path()).mkdir("there"));
  QCOMPARE(typed("there"), folder_.filePath("there"));
}

void TestDialogs::errorsAreWideEnoughForAPath() {
  QWidget window;
  window.show();
  const QString message = "/home/somebody/models/mobilenet_v1_0.25_128_flowers.safetensors: no such file";
  style::showError(&window, "Model A can't be used.", message);
  auto* box = window.findChild<QMessageBox*>("errorDialog");
  auto* label = box->findChild<QLabel*>("qt_msgbox_informativelabel");
  QVERIFY(label->width() >= label->fontMetrics().horizontalAdvance(message));
  QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
  delete box;
  style::showError(&window, "Model A can't be used.", QString(4000, 'x').replace(40, 1, ' '));
  box = window.findChild<QMessageBox*>("errorDialog");
  QVERIFY(box->findChild<QLabel*>("qt_msgbox_informativelabel")->minimumWidth() < 700);
}

QTEST_MAIN(TestDialogs)
#include "test_dialogs.moc"
