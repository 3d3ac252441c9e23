// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/session/session_file.h"
#include "support/test_program.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/welcome/classes_dialog.h"
#include "widgets/welcome/conventions_dialog.h"
#include "widgets/welcome/welcome_page.h"

using namespace zipper;
using namespace zipper::test;

/// What must be known before a figure is believed is said in the window, with a button that helps.
class TestNotices : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void allMissingDataAreNamedAndFoundOneByOne();
  void aSessionWithoutImagesSaysSo();
  void anExactMergeMissesNoImages();
  void otherImagesAreAskedFor();
  void classesThatDifferAreSaidAndMatched();
  void guessesAreSaid();
  void conventionsAreChangedFromTheNotice();

 private:
  QStringList ids() const {
    QStringList ids;
    for (const Notice& notice : fixture_->part<NoticeBar>()->shown()) ids << notice.id;
    return ids;
  }
  QString shownText() const {
    QString all;
    for (const Notice& notice : fixture_->part<NoticeBar>()->shown()) all += notice.text + "\n";
    return all;
  }
  bool waitIdle() { return fixture_->waitUntil(RunState::Idle); }
  void openTasks(const QString& modelA);

  std::unique_ptr<WindowFixture> fixture_;
};

void TestNotices::init() {
  fixture_ = std::make_unique<WindowFixture>();
  fixture_->openSample();
  QVERIFY(fixture_->document().isOpen());
  QCOMPARE(ids(), QStringList());
}

void TestNotices::allMissingDataAreNamedAndFoundOneByOne() {
  const QString path = fixture_->path("s.zipper");
  fixture_->files().save(path);
  QTRY_COMPARE(fixture_->document().path(), path);
  for (const char* name : {"digits", "fashion"})
    QVERIFY(QFile::rename(fixture_->path(QString("sample/%1").arg(name)),
                          fixture_->path(QString("sample/x-%1").arg(name))));
  fixture_->window().openSession(path);
  QTRY_COMPARE_WITH_TIMEOUT(ids(), (QStringList{"find.0", "find.1"}), 20000);
  QVERIFY(waitIdle());
  QAction* step = fixture_->actions().step;
  QVERIFY(!step->isEnabled() && step->toolTip().contains("can't be found"));
  QVERIFY(shownText().contains("task A") && shownText().contains(fixture_->path("sample/digits")));
  fixture_->files().replaceData(0, fixture_->path("sample/x-fashion"));
  QTRY_COMPARE_WITH_TIMEOUT(ids(), QStringList{"find.1"}, 20000);
  QVERIFY(waitIdle());
  QVERIFY(!fixture_->document().hasData() && fixture_->document().isModified());
  fixture_->files().replaceData(1, fixture_->path("sample/x-digits"));
  QTRY_COMPARE_WITH_TIMEOUT(ids(), QStringList(), 20000);
  QVERIFY(waitIdle());
  QVERIFY(fixture_->document().hasData());
  QTRY_VERIFY(step->isEnabled() && !step->toolTip().contains("can't be found"));
  // The session remembers where they are now.
  fixture_->files().save(path);
  QTRY_VERIFY(!fixture_->document().isModified());
  QCOMPARE(loadSessionOutline(path.toStdString()).recipe.sources[0].data,
           fixture_->path("sample/x-fashion").toStdString());
}

/// As those are whose tasks have nothing but networks in common.
void TestNotices::aSessionWithoutImagesSaysSo() {
  const QString path = fixture_->path("bare.zipper"), own = fixture_->path("own.zipper");
  fixture_->files().save(own);
  QTRY_COMPARE(fixture_->document().path(), own);
  Session session = fixture_->document().session();
  for (TaskSource& source : session.recipe.sources) source.data = source.dataFingerprint = "";
  saveSession(path.toStdString(), session);
  fixture_->window().openSession(path);
  QTRY_COMPARE_WITH_TIMEOUT(ids(), (QStringList{"find.0", "find.1"}), 20000);
  QVERIFY(waitIdle());
  QVERIFY2(shownText().contains("task A has no images"), qPrintable(shownText()));
  QVERIFY(fixture_->document().isOpen() && !fixture_->document().hasData());
  QVERIFY(!fixture_->actions().step->isEnabled());
  fixture_->files().replaceData(0, fixture_->path("sample/fashion"));
  QTRY_COMPARE_WITH_TIMEOUT(ids(), QStringList{"find.1"}, 20000);
  QVERIFY(waitIdle());
  fixture_->files().replaceData(1, fixture_->path("sample/digits"));
  QTRY_VERIFY_WITH_TIMEOUT(fixture_->document().hasData(), 20000);
}

void TestNotices::anExactMergeMissesNoImages() {
  const QString path = fixture_->path("exact.zipper"), own = fixture_->path("own.zipper");
  fixture_->files().save(own);
  QTRY_COMPARE(fixture_->document().path(), own);
  Session session = fixture_->document().session();
  const auto sources = session.recipe.sources;
  session.recipe = presetRecipe(exactPreset, session.layers());
  session.recipe.sources = sources;
  for (TaskSource& source : session.recipe.sources) source.data = source.dataFingerprint = "";
  session.teacherScores.clear();
  saveSession(path.toStdString(), session);
  fixture_->window().openSession(path);
  QTRY_COMPARE_WITH_TIMEOUT(fixture_->document().path(), path, 20000);
  QVERIFY(waitIdle());
  QCOMPARE(ids(), QStringList{"find.0"});
  QVERIFY2(shownText().contains("needs no images") && !shownText().contains("Nothing can be"), qPrintable(shownText()));
  // A plan that trains does.
  Recipe trains = fixture_->document().session().recipe;
  for (StepPlan& step : trains.steps) step.settings.calibration.iterations = 5;
  fixture_->document().setRecipe(trains);
  QCOMPARE(ids(), (QStringList{"find.0", "find.1"}));
}

void TestNotices::otherImagesAreAskedFor() {
  fixture_->files().replaceData(1, fixture_->path("sample/fashion"));
  QMessageBox* box = fixture_->dialog("questionDialog");
  QVERIFY(box != nullptr && box->text().contains("aren't those"));
  QVERIFY(waitIdle());
  box->done(QMessageBox::Cancel);
  QCOMPARE(fixture_->document().session().recipe.sources[1].data, fixture_->path("sample/digits").toStdString());
}

/// The sample's networks under names that fit nothing, or in another order.
void TestNotices::openTasks(const QString& modelA) {
  fixture_->drafts().openWhenComplete({modelA, fixture_->path("sample/digits.safetensors")},
                                      {fixture_->path("sample/fashion"), fixture_->path("sample/digits")});
  QTRY_COMPARE_WITH_TIMEOUT(fixture_->document().session().recipe.sources[0].model, modelA.toStdString(), 30000);
  QVERIFY(waitIdle());
}

void TestNotices::classesThatDifferAreSaidAndMatched() {
  LoadedModel model = loadModel(fixture_->path("sample/fashion.safetensors").toStdString());
  MobileNetSpec spec = model.network->spec();
  for (std::size_t i = 0; i < spec.classNames.size(); ++i) spec.classNames[i] = "thing " + std::to_string(i);
  MobileNet renamed(spec);
  renamed->loadState(model.network->state());
  const QString path = fixture_->path("renamed.safetensors");
  saveModel(path.toStdString(), renamed);
  openTasks(path);
  QCOMPARE(ids(), QStringList{"classes.0"});
  QVERIFY2(shownText().contains("the class names differ") && shownText().contains("thing 0"), qPrintable(shownText()));
  QTest::mouseClick(fixture_->part<NoticeBar>()->findChild<QPushButton*>("notice.classes.0"), Qt::LeftButton);
  auto* dialog = fixture_->window().findChild<ClassesDialog*>();
  QVERIFY(dialog != nullptr);
  dialog->accept();
  QTRY_COMPARE_WITH_TIMEOUT(ids(), QStringList(), 20000);  // somebody has said that it is right
  QVERIFY(waitIdle());
  QVERIFY(fixture_->document().session().recipe.sources[0].classes->empty());
}

void TestNotices::guessesAreSaid() {
  const LoadedModel model = loadModel(fixture_->path("sample/fashion.safetensors").toStdString());
  MobileNet network = model.network;
  const QString path = fixture_->path("bare.safetensors");
  writeSafetensors(path.toStdString(), network->state(), {});
  openTasks(path);
  QVERIFY2(ids().contains("guess.0") && shownText().contains("stem stride"), qPrintable(shownText()));
  // Tried with the images, it is read as it was trained.
  const MobileNetSpec& found = fixture_->document().session().teachers[0].spec;
  QCOMPARE(found.inputSize, network->spec().inputSize);
  QCOMPARE(found.stemStride, network->spec().stemStride);
  QVERIFY(found.activation == network->spec().activation);
}

/// The networks are on the start page meanwhile: nothing runs in the session behind it, and giving up leads back to it.
void TestNotices::conventionsAreChangedFromTheNotice() {
  const LoadedModel model = loadModel(fixture_->path("sample/fashion.safetensors").toStdString());
  MobileNet network = model.network;
  const QString path = fixture_->path("bare.safetensors");
  writeSafetensors(path.toStdString(), network->state(), {});
  openTasks(path);
  MainWindow& window = fixture_->window();
  QVERIFY(waitIdle() && fixture_->actions().step->isEnabled());
  QTest::mouseClick(fixture_->part<NoticeBar>()->findChild<QPushButton*>("notice.guess.0"), Qt::LeftButton);
  auto* dialog = window.findChild<ConventionsDialog*>();
  QVERIFY(dialog != nullptr);
  QVERIFY(fixture_->part<WelcomePage>()->isVisible());
  QVERIFY(!fixture_->actions().step->isEnabled() && !fixture_->actions().runAll->isEnabled());
  dialog->reject();
  QVERIFY(!fixture_->part<WelcomePage>()->isVisible());
  QVERIFY(fixture_->actions().step->isEnabled());
}

ZIPPER_TEST_WITH(QApplication, TestNotices)
#include "test_notices.moc"
