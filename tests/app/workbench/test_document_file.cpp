// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPushButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/session/session_file.h"
#include "core/support/claimed_file.h"
#include "core/support/files.h"
#include "support/test_program.h"
#include "widgets/log/log_panel.h"
#include "widgets/style/dialogs.h"

using namespace zipper;
using namespace zipper::test;

/// The window and other programs on the same files: nobody's work takes the place of another's unasked.
class TestDocumentFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isLockedWhileItIsOpen();
  void aChangedFileIsAskedAbout();
  void aChangedFileCanBeLoadedAgain();
  void aCopyKeepsBoth();
  void aFileOfAnotherProgramIsAskedAbout();
  void sourcesAreNeverWrittenOver();
  void dialogsRefuseSources();
  void recoveryIsTriedAgain();
  void anEmptyLockHidesNothing();

 private:
  /// A session that is saved, with a change of its plan that isn't.
  static QString openSaved(WindowFixture& fixture) {
    const QString path = fixture.path("merge.zipper");
    fixture.openSample();
    fixture.files().save(path);
    (void)QTest::qWaitFor([&] { return fixture.document().path() == path; }, 20000);
    fixture.useQuickRecipe("1-2");
    return path;
  }
  /// As another program would: the session with another seed.
  static void changeBehindItsBack(WindowFixture& fixture, const QString& path) {
    Session other = fixture.document().session();
    other.recipe.seed = 4711;
    saveSession(path.toStdString(), other);
  }
  static QPushButton* button(QMessageBox* box, const QString& text) {
    for (QAbstractButton* each : box->buttons())
      if (each->text().remove('&') == text) return qobject_cast<QPushButton*>(each);
    return nullptr;
  }
  static std::uint64_t seedIn(const QString& path) { return loadSession(path.toStdString()).recipe.seed; }
};

void TestDocumentFile::isLockedWhileItIsOpen() {
  WindowFixture fixture;
  const QString path = openSaved(fixture);
  QVERIFY(!ClaimedFile(path.toStdString()).holder().empty());
  fixture.files().save(fixture.path("second.zipper"));
  QTRY_COMPARE(fixture.document().path(), fixture.path("second.zipper"));
  QVERIFY(ClaimedFile(path.toStdString()).holder().empty());
  QVERIFY(!ClaimedFile(fixture.path("second.zipper").toStdString()).holder().empty());
  fixture.files().closeSession();
  QVERIFY(ClaimedFile(fixture.path("second.zipper").toStdString()).holder().empty());
}

void TestDocumentFile::aChangedFileIsAskedAbout() {
  WindowFixture fixture;
  const QString path = openSaved(fixture);
  changeBehindItsBack(fixture, path);
  fixture.actions().save->trigger();
  QMessageBox* box = fixture.dialog("questionDialog");
  QVERIFY(box != nullptr);
  QVERIFY2(box->text().contains("merge.zipper was changed by another program"), qPrintable(box->text()));
  QCOMPARE(seedIn(path), std::uint64_t(4711));
  box->button(QMessageBox::Cancel)->click();
  QTRY_VERIFY(fixture.window().findChild<QMessageBox*>("questionDialog") == nullptr);
  QVERIFY(fixture.document().isModified());
  fixture.actions().save->trigger();
  box = fixture.dialog("questionDialog");
  QVERIFY(box != nullptr);
  button(box, "Replace")->click();
  QTRY_VERIFY(!fixture.document().isModified());
  QVERIFY(seedIn(path) != 4711);
  // From now on it is known again.
  fixture.actions().save->trigger();
  QTest::qWait(300);
  QVERIFY(fixture.window().findChild<QMessageBox*>("questionDialog") == nullptr);
}

void TestDocumentFile::aChangedFileCanBeLoadedAgain() {
  WindowFixture fixture;
  const QString path = openSaved(fixture);
  changeBehindItsBack(fixture, path);
  fixture.actions().save->trigger();
  QMessageBox* box = fixture.dialog("questionDialog");
  QVERIFY(box != nullptr);
  button(box, "Load again")->click();
  QTRY_COMPARE_WITH_TIMEOUT(fixture.document().session().recipe.seed, std::uint64_t(4711), 20000);
  QVERIFY(!fixture.document().isModified());
  QVERIFY(!ClaimedFile(path.toStdString()).holder().empty());
}

void TestDocumentFile::aCopyKeepsBoth() {
  WindowFixture fixture;
  const QString path = openSaved(fixture);
  changeBehindItsBack(fixture, path);
  fixture.actions().save->trigger();
  QMessageBox* box = fixture.dialog("questionDialog");
  QVERIFY(box != nullptr);
  QCOMPARE(box->defaultButton(), button(box, "Save a copy…"));
  box->defaultButton()->click();
  QFileDialog* dialog = nullptr;
  QTRY_VERIFY((dialog = fixture.window().findChild<QFileDialog*>()) != nullptr);
  QCOMPARE(dialog->selectedFiles().value(0), fixture.path("merge-2.zipper"));
  Q_EMIT dialog->fileSelected(fixture.path("merge-2.zipper"));
  QTRY_VERIFY(!fixture.document().isModified());
  QCOMPARE(seedIn(path), std::uint64_t(4711));
  QVERIFY(seedIn(fixture.path("merge-2.zipper")) != 4711);
}

void TestDocumentFile::aFileOfAnotherProgramIsAskedAbout() {
  WindowFixture fixture;
  const QString path = openSaved(fixture);
  fixture.actions().save->trigger();
  QTRY_VERIFY(!fixture.document().isModified());
  fixture.files().closeSession();
  auto other = std::make_unique<ClaimedFile>(path.toStdString());
  fixture.files().openSession(path);
  QVERIFY(QTest::qWaitFor([&] { return fixture.document().path() == path; }, 20000));
  QVERIFY(fixture.part<LogPanel>()->plainText().contains("is open in another program"));
  fixture.useQuickRecipe("1-2");
  fixture.actions().save->trigger();
  QMessageBox* box = fixture.dialog("questionDialog");
  QVERIFY(box != nullptr);
  QVERIFY2(box->text().contains("merge.zipper is open in another program"), qPrintable(box->text()));
  box->button(QMessageBox::Cancel)->click();
  QVERIFY(fixture.document().isModified());
  other.reset();  // it has ended
  fixture.actions().save->trigger();
  QTRY_VERIFY(!fixture.document().isModified());
}

void TestDocumentFile::sourcesAreNeverWrittenOver() {
  WindowFixture fixture;
  const QString session = openSaved(fixture);
  SessionController& files = fixture.files();
  const QString model = fixture.path("sample/fashion.safetensors");
  QVERIFY(QFile::link(model, fixture.path("link.onnx")));
  const std::string before = sha256OfFile(model.toStdString());
  files.save(model);
  QVERIFY2(fixture.errorText().contains("is the network of task a, and what was read is never written over"), "save");
  for (const QString& path :
       {model, fixture.path("link.onnx"), fixture.path("sample/digits/train-labels-idx1-ubyte.gz"), session}) {
    files.exportMerged("onnx", "all", path);
    const QString text = fixture.errorText();
    QVERIFY2(text.contains("what was read is never written over"), qPrintable(text));
    QVERIFY(fixture.waitUntil(RunState::Idle));
  }
  QVERIFY(QFile::copy(model, fixture.path("sample/fashion/steps.csv")));
  files.exportReport(fixture.path("sample/fashion"));
  QVERIFY2(fixture.errorText().contains("belongs to the data of task a"), "report");
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QVERIFY(QFile::remove(fixture.path("sample/fashion/steps.csv")));
  QCOMPARE(sha256OfFile(model.toStdString()), before);
  QCOMPARE(fixture.document().path(), session);
}

void TestDocumentFile::dialogsRefuseSources() {
  WindowFixture fixture;
  const QString session = openSaved(fixture);
  for (const auto& [path, extension, allowed] :
       {std::tuple(fixture.path("sample/fashion.safetensors"), "log", false), std::tuple(session, "png", false),
        std::tuple(session, "zipper", true), std::tuple(fixture.path("new.png"), "png", true)}) {
    bool chosen = false;
    style::askSaveName(&fixture.window(), "Save", path, "*", extension, [&](const QString&) { chosen = true; });
    QFileDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = fixture.window().findChild<QFileDialog*>()) != nullptr);
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(chosen, allowed);
    if (!allowed) QVERIFY(fixture.errorText().contains("what was read is never written over"));
    delete dialog;
  }
}

void TestDocumentFile::recoveryIsTriedAgain() {
  WindowFixture fixture;
  QVERIFY(QDir(fixture.path("recovery")).removeRecursively());
  QFile inTheWay(fixture.path("recovery"));
  QVERIFY(inTheWay.open(QIODevice::WriteOnly));
  inTheWay.close();
  fixture.open();
  fixture.window().offerRecovery();
  QVERIFY(fixture.part<LogPanel>()->plainText().contains("can't be kept for the case of a crash"));
  Recovery recovery(fixture.path("recovery"));
  QVERIFY(recovery.file().isEmpty() && !recovery.trouble().isEmpty());
  recovery.tryAgain();
  QVERIFY(recovery.file().isEmpty() && !recovery.trouble().isEmpty());
  QVERIFY(inTheWay.remove());
  recovery.tryAgain();
  QVERIFY(recovery.trouble().isEmpty());
  const QString file = recovery.file();
  QVERIFY(file.startsWith(fixture.path("recovery")));
  recovery.tryAgain();
  QCOMPARE(recovery.file(), file);
}

void TestDocumentFile::anEmptyLockHidesNothing() {
  const QTemporaryDir folder;
  QString kept;
  {
    const Recovery crashed(folder.path());
    kept = crashed.file();
    writeFileAtomically(kept.toStdString(), "a session");
    QVERIFY(Recovery(folder.path()).orphans().isEmpty());  // its program lives
  }
  for (const QByteArray& left : {QByteArray(), QByteArray("999999999\nzipper-workbench\n\n\n")}) {
    QFile lock(kept + ".lock");
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(left);
    lock.close();
    QCOMPARE(Recovery(folder.path()).orphans(), QStringList{kept});
  }
  QFile half(folder.filePath("gone.zipper.elsewhere-1-0.tmp"));
  QVERIFY(half.open(QIODevice::WriteOnly));
  QVERIFY(half.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
  half.close();
  QVERIFY(!Recovery(folder.path()).file().isEmpty());
  QVERIFY(!half.exists());
}

ZIPPER_TEST_WITH(QApplication, TestDocumentFile)
#include "test_document_file.moc"
