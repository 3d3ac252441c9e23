// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileDialog>
#include <QFileIconProvider>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/style/dialogs.h"

using namespace zipper;

class TestDialogs : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void aNewFolderCanBeTyped();
  void anExistingFolderCanBeChosen();
  void errorsAreWideEnoughForAPath();
  void onlySuccessIsRemembered();
  void oddFoldersAreNotComeBackTo();
  void filesAreNotOpenedForTheirIcons();
  void replacingIsAskedForOnce();

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

void TestDialogs::onlySuccessIsRemembered() {
  QSettings().remove("dialogs/folder");
  QVERIFY(!typed("there").isEmpty());
  QVERIFY(!QSettings().contains("dialogs/folder"));  // whoever asked doesn't know yet whether it can be used
  style::rememberFolder(folder_.filePath("there/a.zipper"));
  QCOMPARE(QSettings().value("dialogs/folder").toString(), folder_.filePath("there"));
  style::rememberFolder("/proc/self/a.zipper");
  style::rememberFolder("/nowhere/a.zipper");
  QCOMPARE(QSettings().value("dialogs/folder").toString(), folder_.filePath("there"));
}

void TestDialogs::oddFoldersAreNotComeBackTo() {
  for (const QString& odd : {QString("/proc"), QString("/proc/self"), QString("/sys"), QString("/nowhere/at/all"),
                             QString("relative"), QString(), QString(10000, '/'), QString("/dev/null")}) {
    QSettings().setValue("dialogs/folder", odd);
    QWidget window;
    window.show();
    style::askOpenName(&window, "Open", "All files (*)", [](const QString&) {});
    const auto* dialog = window.findChild<QFileDialog*>();
    QVERIFY2(dialog->directory() == QDir(QDir::homePath()), qPrintable(odd.left(40)));
  }
}

void TestDialogs::filesAreNotOpenedForTheirIcons() {
  QWidget window;
  window.show();
  style::askOpenName(&window, "Open", "All files (*)", [](const QString&) {});
  auto* dialog = window.findChild<QFileDialog*>();
  // A picture without an ending: Qt's own provider would look into it to find out.
  QFile file(folder_.filePath("picture"));
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("\x89PNG\r\n\x1a\n");
  file.close();
  QCOMPARE(dialog->iconProvider()->type(QFileInfo(file.fileName())), QString("File"));
  QCOMPARE(dialog->iconProvider()->type(QFileInfo("/proc/kmsg")), QString("File"));
  QVERIFY(!dialog->iconProvider()->icon(QFileInfo("/proc/kmsg")).isNull());
  dialog->setDirectory("/proc");
  QTest::qWait(300);  // it is read in another thread
  dialog->reject();
}

void TestDialogs::replacingIsAskedForOnce() {
  QWidget window;
  window.show();
  int agreed = 0;
  QVERIFY(QDir(folder_.path()).mkpath("out"));
  const QString folder = folder_.filePath("out");
  const QStringList names{"a.svg", "b.svg"};
  style::askBeforeReplacing(&window, folder, names, [&agreed] { ++agreed; });
  QCOMPARE(agreed, 1);  // nothing is there
  QFile file(folder + "/b.svg");
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.close();
  style::askBeforeReplacing(&window, folder, names, [&agreed] { ++agreed; });
  auto* box = window.findChild<QMessageBox*>("questionDialog");
  QVERIFY(box != nullptr && box->informativeText().contains("b.svg") && !box->informativeText().contains("a.svg"));
  QTest::keyClick(box, Qt::Key_Return);
  QCOMPARE(agreed, 1);
  QTRY_VERIFY(window.findChild<QMessageBox*>("questionDialog") == nullptr);
}

ZIPPER_TEST_WITH(QApplication, TestDialogs)
#include "test_dialogs.moc"
