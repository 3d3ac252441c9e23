// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QToolBar>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/recipe/initialization_row.h"
#include "widgets/recipe/preset_row.h"
#include "widgets/tour/guess_answer_view.h"
#include "widgets/tour/guess_dialog.h"
#include "widgets/tour/guess_form.h"
#include "widgets/tour/tour_card.h"
#include "widgets/tour/tour_overlay.h"
#include "widgets/welcome/welcome_page.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The window with what a person sees of the tour.
class Tourist : public WindowFixture {
 public:
  TourLink& tour() { return *part<TourLink>(); }
  TourCard& card() { return *part<TourCard>(); }
  QRect target() { return part<TourOverlay>()->target(); }
  void begin() { actions().guidedTour->trigger(); }

  bool isAt(TourStation station, TourTarget target) {
    return QTest::qWaitFor([&] { return tour().station() == station && tour().moment().target == target; }, 20000);
  }
  bool isDone() {
    return QTest::qWaitFor([&] { return tour().moment().done; }, 60000);
  }
  void next() { QTest::mouseClick(card().findChild<QPushButton*>("tourNext"), Qt::LeftButton); }

  /// Presses whatever lies in the middle of the frame.
  void pressTarget() {
    const QPoint place = target().center();
    QWidget* widget = window().childAt(place);
    QVERIFY(widget != nullptr && !card().isAncestorOf(widget));
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->mapFrom(&window(), place));
  }

  /// Fewer images and iterations than even the lesson has.
  void hurry() {
    Recipe recipe = document().session().recipe;
    recipe.defaults.initializationImages = recipe.defaults.statisticsImages = 32;
    recipe.defaults.calibration.batchSize = 8;
    recipe.defaults.calibration.iterations = 3;
    recipe.threads = 1;  // several that wait for each other take long on a busy machine
    planSteps(recipe, {1, 2, 3});
    part<RecipePanel>()->setRecipe(recipe, document().session().layers());
    document().setRecipe(recipe);
  }

  void choosePreset(const char* preset) {
    auto* box = part<PresetRow>()->comboBox();
    box->setCurrentIndex(box->findData(QLatin1String(preset)));
    Q_EMIT box->activated(box->currentIndex());
  }

  void chooseStart(const char* name) { part<InitializationRow>()->findChild<QAbstractButton*>(name)->click(); }

  /// A station of a start: choose it, step, and be told what it scored.
  void tryStart(const char* name, TourStation station) {
    if (document().session().current >= 0) {
      QVERIFY(isAt(station, TourTarget::TryAgain));
      pressTarget();
    }
    if (tour().moment().target == TourTarget::Initialization) {
      QVERIFY(target().isValid());
      chooseStart(name);
    }
    QVERIFY(isAt(station, TourTarget::Step));
    pressTarget();
    QVERIFY(waitUntil(RunState::Idle));
    QVERIFY(isDone());
    QVERIFY2(tour().moment().text.contains("right after initialization"), qPrintable(tour().moment().text));
  }

  /// Card and frame lie in the window, and the card leaves the target free where there is room.
  bool isWellPlaced() {
    const QRect inside = window().rect();
    return inside.contains(card().geometry()) && (target().isEmpty() || inside.contains(target()));
  }
};

}  // namespace

class TestGuidedTour : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void walksThroughAllStations() {
    Tourist tourist;
    QVERIFY(QTest::qWaitForWindowActive(&tourist.window()));
    tourist.begin();
    QVERIFY(tourist.isAt(TourStation::Why, TourTarget::OpenSample));
    QVERIFY(tourist.isWellPlaced() && !tourist.tour().moment().done);
    tourist.openSample();  // what the button does, with fewer images
    QVERIFY(tourist.isAt(TourStation::Networks, TourTarget::Zipper));
    QVERIFY(!tourist.tour().moment().done);
    tourist.chooseLayer(2);
    QVERIFY(tourist.isDone());
    tourist.next();
    QVERIFY(tourist.isAt(TourStation::Zipper, TourTarget::Preset));
    tourist.choosePreset("lesson");
    QVERIFY(tourist.isAt(TourStation::Random, TourTarget::Initialization));
    tourist.hurry();
    tourist.tryStart("random", TourStation::Random);
    tourist.next();
    tourist.tryStart("mean", TourStation::Mean);
    tourist.next();
    tourist.tryStart("least-squares", TourStation::LeastSquares);
    QVERIFY(tourist.isWellPlaced());
    tourist.next();
    QCOMPARE(tourist.tour().station(), TourStation::Shared);
    QVERIFY(tourist.isAt(TourStation::Shared, TourTarget::LayersTab));
    tourist.pressTarget();
    QVERIFY(tourist.part<LayersPanel>()->isVisible());
    QVERIFY(tourist.isDone());
    tourist.next();
    walkThroughTheRun(tourist);
  }

 private:
  void walkThroughTheRun(Tourist& tourist) {
    QVERIFY(tourist.isAt(TourStation::Run, TourTarget::Zipper));
    auto* form = tourist.part<GuessForm>();
    QVERIFY(form->isVisible());
    QCOMPARE(form->layers(), (std::vector<int>{2, 3}));
    tourist.chooseLayer(3);
    QCOMPARE(form->layer(), 3);
    form->findChild<QPushButton*>("guessButton")->click();
    QVERIFY(tourist.isAt(TourStation::Run, TourTarget::RunAll));
    tourist.pressTarget();
    QVERIFY(tourist.isAt(TourStation::Run, TourTarget::Curves));
    QVERIFY(tourist.waitUntil(RunState::Idle));
    QVERIFY(tourist.isDone());
    QVERIFY(!tourist.part<GuessDialog>() || !tourist.part<GuessDialog>()->isVisible());  // the tour shows it itself
    tourist.next();
    QVERIFY(tourist.isAt(TourStation::Cost, TourTarget::ChangesTab));
    auto* answer = tourist.part<GuessAnswerView>();
    QVERIFY(answer->isVisible());
    QVERIFY2(answer->text().contains("layer 3") && answer->text().contains("200"), qPrintable(answer->text()));
    QVERIFY(tourist.isWellPlaced());
    tourist.pressTarget();
    QVERIFY(tourist.isDone());
    tourist.next();
    QVERIFY(tourist.isAt(TourStation::Export, TourTarget::FileMenu));
    QVERIFY(tourist.target().isValid());
    tourist.actions().exportModel->trigger();
    QVERIFY(tourist.isDone());
    tourist.window().findChild<QDialog*>("exportDialog")->close();
    tourist.next();
    QVERIFY(!tourist.tour().isOn() && !tourist.card().isVisible());
    QVERIFY(!QSettings().contains("tour/station"));  // it begins anew next time
  }

 private Q_SLOTS:
  void isTakenUpWhereItWasLeft() {
    Tourist tourist;
    tourist.openSample();
    QVERIFY(QTest::qWaitForWindowActive(&tourist.window()));
    tourist.begin();
    QCOMPARE(tourist.tour().station(), TourStation::Why);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&tourist.window(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(tourist.tour().station(), TourStation::Random);
    QTest::keyClick(&tourist.window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tourist.tour().station(), TourStation::Zipper);
    QTest::keyClick(&tourist.window(), Qt::Key_Escape);
    QVERIFY(!tourist.tour().isOn() && !tourist.card().isVisible() && !tourist.part<TourOverlay>()->isVisible());
    QTest::keyClick(&tourist.window(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(tourist.tour().station(), TourStation::Zipper);
    tourist.open();  // as after a restart: no session is open
    tourist.begin();
    QCOMPARE(tourist.tour().station(), TourStation::Zipper);
    QCOMPARE(tourist.tour().moment().offer, TourOffer::OpenSample);
    QVERIFY(tourist.card().findChild<QAbstractButton*>("tourStartOver")->isVisible());
    tourist.card().findChild<QAbstractButton*>("tourStartOver")->click();
    QCOMPARE(tourist.tour().station(), TourStation::Why);
  }

  /// What isn't saved is asked about before the tour's own session is opened, and going back keeps every step.
  void losesNothing() {
    Tourist tourist;
    tourist.openSample();
    QVERIFY(tourist.waitUntil(RunState::Idle));
    tourist.useQuickRecipe("1-2");
    QVERIFY(tourist.runToEnd(tourist.actions().runAll));
    QSettings().setValue("tour/station", "mean");
    tourist.begin();
    QCOMPARE(tourist.tour().moment().offer, TourOffer::GoToTeachers);
    QTest::mouseClick(tourist.card().findChild<QPushButton*>("tourOffer"), Qt::LeftButton);
    QCOMPARE(tourist.document().session().current, -1);
    QCOMPARE(tourist.document().session().steps.size(), std::size_t(2));
    Recipe other = tourist.document().session().recipe;  // a session of networks from somewhere else
    for (TaskSource& source : other.sources) {
      const QString copy = tourist.path(QFileInfo(QString::fromStdString(source.model)).fileName());
      QVERIFY(QFile::copy(QString::fromStdString(source.model), copy));
      source.model = copy.toStdString();
    }
    tourist.files().openSources(other);
    QVERIFY(QTest::qWaitFor([&] { return tourist.document().session().steps.empty(); }, 20000));
    QVERIFY(tourist.waitUntil(RunState::Idle));
    tourist.useQuickRecipe("1");
    QVERIFY(tourist.runToEnd(tourist.actions().step));
    QTRY_COMPARE(tourist.tour().moment().offer, TourOffer::OpenSample);
    QTest::mouseClick(tourist.card().findChild<QPushButton*>("tourOffer"), Qt::LeftButton);
    QMessageBox* question = tourist.dialog("questionDialog");
    QVERIFY(question != nullptr);
    QCOMPARE(tourist.document().session().steps.size(), std::size_t(1));
    question->button(QMessageBox::Cancel)->click();
    QCOMPARE(tourist.document().session().steps.size(), std::size_t(1));
  }

  void theCardFollowsTheWindow_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("presenting");
    for (const QSize& size : {QSize(1024, 700), QSize(1920, 1080), QSize(2560, 1440)})
      for (const bool presenting : {false, true})
        QTest::newRow(
            qPrintable(QString("%1x%2%3").arg(size.width()).arg(size.height()).arg(presenting ? " presenting" : "")))
            << size << presenting;
  }
  void theCardFollowsTheWindow() {
    QFETCH(QSize, size);
    QFETCH(bool, presenting);
    Tourist tourist;
    tourist.openSample();
    tourist.window().resize(size);
    tourist.actions().presentation->setChecked(presenting);
    QVERIFY(QTest::qWaitForWindowActive(&tourist.window()));
    tourist.begin();
    for (int i = 0; i < tourStationCount - 1; ++i) {
      QTest::qWait(200);
      QVERIFY2(tourist.isWellPlaced(), qPrintable(tourist.tour().moment().title));
      QVERIFY2(tourist.target().isValid() || tourist.tour().moment().offer != TourOffer::None,
               qPrintable(tourist.tour().moment().title));
      if (tourist.tour().moment().target != TourTarget::Zipper && tourist.tour().moment().target != TourTarget::Curves)
        QVERIFY2(!tourist.card().geometry().intersects(tourist.target()), qPrintable(tourist.tour().moment().title));
      tourist.next();
    }
  }

  /// Without the mouse: to the card, to what it points at and back, and out.
  void keysReachEverything() {
    Tourist tourist;
    tourist.openSample();
    QVERIFY(QTest::qWaitForWindowActive(&tourist.window()));
    tourist.begin();
    QWidget* next = tourist.card().findChild<QPushButton*>("tourNext");
    QVERIFY(next->hasFocus());
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(tourist.tour().station(), TourStation::Networks);
    QTest::keyClick(&tourist.window(), Qt::Key_F8);
    QVERIFY(tourist.part<ZipperView>()->hasFocus());
    QTest::keyClick(tourist.part<ZipperView>(), Qt::Key_Right);
    QVERIFY(tourist.isDone());
    QTest::keyClick(&tourist.window(), Qt::Key_F8);
    QVERIFY(next->hasFocus());
    QTest::keyClick(next, Qt::Key_Space);
    QCOMPARE(tourist.tour().station(), TourStation::Zipper);
    QTest::keyClick(&tourist.window(), Qt::Key_F8);
    QVERIFY(tourist.part<PresetRow>()->comboBox()->hasFocus());
    // Leaving comes before the end of a presentation.
    tourist.actions().presentation->setChecked(true);
    QTest::keyClick(&tourist.window(), Qt::Key_Escape);
    QVERIFY(!tourist.tour().isOn() && tourist.part<Presentation>()->isOn());
    QTest::keyClick(&tourist.window(), Qt::Key_Escape);
    QVERIFY(!tourist.part<Presentation>()->isOn());
  }

  void beginsOnTheStartPage() {
    Tourist tourist;
    Q_EMIT tourist.part<WelcomePage>()->tourRequested();
    QVERIFY(tourist.tour().isOn() && tourist.card().isVisible());
  }

  void guessesAreAskedForByTheMenuOnly() {
    Tourist tourist;
    QVERIFY(!tourist.actions().guessFirst->isEnabled());
    tourist.openSample();
    tourist.actions().guessFirst->trigger();
    auto* dialog = tourist.part<GuessDialog>();
    QVERIFY(dialog->asks());
    tourist.chooseLayer(2);
    QCOMPARE(dialog->form()->layer(), 2);
    dialog->form()->findChild<QPushButton*>("guessButton")->click();
    QVERIFY(!dialog->isVisible());
    QVERIFY(tourist.runToEnd(tourist.actions().step));
    QTest::qWait(50);
    QVERIFY(!dialog->isVisible());  // two layers are ahead
    QVERIFY(tourist.runToEnd(tourist.actions().runAll));
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(!dialog->asks());
    QVERIFY(dialog->findChild<GuessAnswerView*>()->text().contains("ayer 2"));
    dialog->close();
    QVERIFY(tourist.actions().guessFirst->isEnabled());  // shows it again
    tourist.actions().guessFirst->trigger();
    QVERIFY(dialog->isVisible() && !dialog->asks());
  }
};

ZIPPER_TEST_WITH(QApplication, TestGuidedTour)
#include "test_guided_tour.moc"
