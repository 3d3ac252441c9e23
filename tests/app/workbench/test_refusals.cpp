// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/models/model_file.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Files and networks that can't be used get a dialog that says which file, what was expected and found.
class TestRefusals : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void aModelThatCannotBeRead();
  void twoModelsThatDontFit();
  void dataThatIsNone();
  void aSessionThatIsNone();
  void aSessionIntoAFullDisk();
  void aReportIntoAFile();
  void aSessionWhoseDataIsGone();

 private:
  void dropModel(int task, const QString& path);
  std::unique_ptr<WindowFixture> fixture_;
};

void TestRefusals::initTestCase() { fixture_ = std::make_unique<WindowFixture>(); }

void TestRefusals::dropModel(int task, const QString& path) { fixture_->drafts().chooseModel(task, path); }

void TestRefusals::aModelThatCannotBeRead() {
  const QString path = fixture_->path("broken.safetensors");
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("this is no model");
  file.close();
  dropModel(0, path);
  const QString text = fixture_->errorText();
  QVERIFY2(text.contains(path) && text.contains("Model A"), qPrintable(text));
  QVERIFY(fixture_->drafts().draft().tasks[0].model.isEmpty());
}

void TestRefusals::twoModelsThatDontFit() {
  fixture_->openSample();
  fixture_->files().closeSession();
  MobileNetSpec blocks = smallSpec(0.5, 32, 10);
  blocks.architecture = Architecture::MobileNetV2;
  MobileNet other(blocks, 1), wide(smallSpec(0.5, 32, 10), 1);
  const QString path = fixture_->path("blocks.safetensors"), wider = fixture_->path("wide.safetensors");
  saveModel(path.toStdString(), other);
  saveModel(wider.toStdString(), wide);
  dropModel(0, fixture_->path("sample/fashion.safetensors"));
  dropModel(1, path);
  // Said below the cards, once, where Start is grey; no dialog stands in the way of choosing another one.
  const auto* problem = fixture_->window().findChild<QLabel*>("draftProblem");
  QVERIFY(problem != nullptr);
  QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains("V1") && problem->text().contains("V2"), 20000);
  QVERIFY(problem->isVisible() && QApplication::activeModalWidget() == nullptr);
  for (const auto* button : fixture_->window().findChildren<QPushButton*>())
    if (button->text().remove('&') == "Start") QVERIFY(!button->isEnabled());
  // Of another width it fits, and what becomes of the narrower one is said in the same place.
  dropModel(1, wider);
  QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains("Task A: its network has width 0.25;"), 20000);
  QVERIFY2(problem->text().contains("up to width 0.5") && !problem->text().contains("don't fit"),
           qPrintable(problem->text()));
}

void TestRefusals::dataThatIsNone() {
  fixture_->drafts().chooseData(0, fixture_->path("nowhere"));
  const QString text = fixture_->errorText();
  QVERIFY2(text.contains("nowhere") && text.contains("Data A"), qPrintable(text));
}

void TestRefusals::aSessionThatIsNone() {
  fixture_->window().openSession(fixture_->path("sample/fashion.safetensors"));
  const QString text = fixture_->errorText();
  QVERIFY2(text.startsWith("fashion.safetensors can't be opened."), qPrintable(text));
  QVERIFY(fixture_->run().state() == RunState::Empty);
}

void TestRefusals::aSessionIntoAFullDisk() {
  fixture_->openSample();
  fixture_->files().save("/dev/full");
  const QString text = fixture_->errorText();
  QVERIFY2(text.contains("/dev/full"), qPrintable(text));
  QVERIFY(fixture_->document().isModified());
  QVERIFY(fixture_->document().path().isEmpty());
}

void TestRefusals::aReportIntoAFile() {
  fixture_->files().exportReport("/dev/null");
  const QString text = fixture_->errorText();
  QVERIFY2(text.startsWith("The report couldn't be written.\n") && text.contains("/dev/null"), qPrintable(text));
  QVERIFY(fixture_->waitUntil(RunState::Idle));
}

void TestRefusals::aSessionWhoseDataIsGone() {
  const QString path = fixture_->path("s.zipper");
  fixture_->files().save(path);
  QTRY_COMPARE(fixture_->document().path(), path);
  QVERIFY(QFile::rename(fixture_->path("sample/digits"), fixture_->path("sample/elsewhere")));
  fixture_->window().openSession(path);
  QVERIFY(QTest::qWaitFor([&] { return fixture_->run().state() == RunState::Idle && !fixture_->document().hasData(); },
                          20000));
  QVERIFY(!fixture_->actions().step->isEnabled());
  fixture_->files().replaceData(1, fixture_->path("sample/elsewhere"));
  QVERIFY(QTest::qWaitFor([&] { return fixture_->document().hasData(); }, 20000));
  QTRY_VERIFY(fixture_->actions().step->isEnabled());
}

ZIPPER_TEST_WITH(QApplication, TestRefusals)
#include "test_refusals.moc"
