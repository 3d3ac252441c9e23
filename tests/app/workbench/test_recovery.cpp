// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>

#include "app/workbench/recovery.h"
#include "app/workbench/window_fixture.h"
#include "core/containers/safetensors.h"
#include "core/session/session_file.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Whatever lies in the recovery folder: the window opens, and says what it couldn't read.
class TestRecovery : public QObject {
  Q_OBJECT

  static void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

  /// A file with a session whose description is this text.
  static void writeDescription(const QString& path, const std::string& description) {
    writeSafetensors(path.toStdString(), {}, {{"zipper.session", description}});
  }

  static void fillWithOddities(const QString& folder) {
    writeDescription(folder + "/deep.zipper", R"({"version":1,"recipe":)" + std::string(150000, '['));
    writeDescription(folder + "/deeper.zipper", R"({"version":1,"x":)" + std::string(150000, '['));
    writeDescription(folder + "/later.zipper", R"({"version":99})");
    writeDescription(folder + "/empty.zipper", "");
    write(folder + "/nothing.zipper", {});
    write(folder + "/text.zipper", "<b>not a session</b>");
    write(folder + "/long.zipper", QByteArray(8, '\xff') + "{}");
    write(folder + "/deep.zipper.origin", QByteArray(1000000, 'x'));
    QDir(folder).mkdir("folder.zipper");
    QFile::link("/dev/zero", folder + "/endless.zipper");
    QFile::link(folder + "/nowhere", folder + "/dangling.zipper");
    mkfifo((folder + "/pipe.zipper").toLocal8Bit().constData(), 0600);
    mkfifo((folder + "/text.zipper.origin").toLocal8Bit().constData(), 0600);
  }

 private Q_SLOTS:
  void offersWhatCanBeRead() {
    WindowFixture fixture;
    const QString folder = fixture.path("recovery"), good = folder + "/good.zipper";
    fixture.openSample();
    saveSession(good.toStdString(), fixture.document().session());
    QFile file(good);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    file.close();
    fixture.document().close();
    fillWithOddities(folder);
    fixture.open();
    fixture.window().offerRecovery();
    QMessageBox* question = fixture.dialog("questionDialog");
    QVERIFY(question != nullptr);
    QVERIFY2(question->informativeText().contains("fashion + digits"), qPrintable(question->informativeText()));
    question->defaultButton()->click();
    QVERIFY(QTest::qWaitFor([&] { return fixture.document().isOpen(); }, 20000));
    QVERIFY(!QFile::exists(good));
    QVERIFY(QFile::exists(folder + "/deep.zipper"));
  }

  void saysWhatCantBeRead() {
    WindowFixture fixture;
    const QString folder = fixture.path("recovery");
    fillWithOddities(folder);
    fixture.window().offerRecovery();
    QMessageBox* question = fixture.dialog("questionDialog");
    QVERIFY(question != nullptr);
    QVERIFY2(question->informativeText().contains("can't be read: "), qPrintable(question->informativeText()));
    QCOMPARE(question->buttons().size(), 2);
    const auto before = Recovery(folder).orphans();
    QVERIFY(before.size() >= 7);
    for (QAbstractButton* button : question->buttons())
      if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
    QTRY_COMPARE(Recovery(folder).orphans().size(), before.size() - 1);
    for (const QString& orphan : before) QVERIFY(Recovery::originOf(orphan).size() < 100000);
  }

  void recoveringADamagedOneSaysWhy() {
    WindowFixture fixture;
    const QString path = fixture.path("recovery/deep.zipper");
    writeDescription(path, R"({"version":1,"recipe":)" + std::string(150000, '['));
    fixture.files().recover(path);
    const QString text = fixture.errorText();
    QVERIFY2(text.contains("nested deeper than"), qPrintable(text));
    QVERIFY(QFile::exists(path));
  }

  void ofVeryManyOnlySomeAreLookedAt() {
    WindowFixture fixture;
    for (int i = 0; i < 3000; ++i) write(fixture.path(QString("recovery/%1.zipper").arg(i)), "x");
    QElapsedTimer timer;
    timer.start();
    fixture.window().offerRecovery();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(fixture.dialog("questionDialog") != nullptr);
  }
};

ZIPPER_TEST_WITH(QApplication, TestRecovery)
#include "test_recovery.moc"
