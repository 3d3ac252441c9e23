// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <QtWidgets>

#include "app/workbench/data_folder.h"
#include "support/test_program.h"

using namespace zipper;

class TestDataFolder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isTheOneThatWasWanted() {
    const QTemporaryDir home;
    const DataFolder folder(home.filePath("share/zipper-workbench"), home.filePath("config"));
    QCOMPARE(folder.path(), home.filePath("share/zipper-workbench"));
    QVERIFY(folder.doubt().isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());  // the trial left nothing
  }

  /// Root may write everywhere but below a file.
  void isTemporaryWhereHomeCantBeWritten() {
    const QTemporaryDir home;
    QFile file(home.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QString path;
    {
      const DataFolder folder(home.filePath("file/zipper-workbench"), home.filePath("config"));
      path = folder.path();
      QVERIFY(QFileInfo(path).isWritable());
      QVERIFY(!path.startsWith(home.path()));
      QVERIFY2(folder.doubt().contains(home.filePath("file/zipper-workbench")), qPrintable(folder.doubt()));
      QVERIFY2(folder.doubt().contains("HOME"), qPrintable(folder.doubt()));
    }
    QVERIFY(!QFileInfo::exists(path));
  }

  void saysWhichOfTheTwoItIs() {
    const QTemporaryDir home;
    QFile file(home.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const DataFolder folder(home.filePath("data"), home.filePath("file/config"));
    QCOMPARE(folder.path(), home.filePath("data"));
    QVERIFY2(folder.doubt().contains(home.filePath("file/config")), qPrintable(folder.doubt()));
    QVERIFY2(!folder.doubt().contains("recovery"), qPrintable(folder.doubt()));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestDataFolder)
#include "test_data_folder.moc"
