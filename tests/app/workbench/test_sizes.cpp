// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUndoStack>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/recipe/suggest_dialog.h"
#include "widgets/sizes/sizes_dialog.h"
#include "widgets/sizes/sizes_page.h"
#include "widgets/sizes/trade_plot.h"
#include "widgets/sizes/trunks_page.h"

using namespace zipper;
using namespace zipper::test;

/// Sizes and trunks in the real window.
class TestSizesInWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresBesideTheSession() {
    WindowFixture fixture;
    QVERIFY(!fixture.actions().sizes->isEnabled());
    fixture.openSample();
    fixture.actions().sizes->trigger();
    auto* dialog = fixture.window().findChild<SizesDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(fixture.waitUntil(RunState::Idle));  // the estimates
    SizesPage& page = dialog->sizes();
    QVERIFY(page.chosenPlan() != nullptr);
    const auto click = [dialog](const char* name) { dialog->findChild<QPushButton*>(name)->click(); };
    const int revision = fixture.document().revision();
    page.choosePlan(1);
    click("measureThisButton");
    QVERIFY(fixture.run().isMeasuringSizes() && dialog->isRunning());
    QVERIFY(fixture.actions().sizes->isEnabled() && !fixture.actions().step->isEnabled());
    QVERIFY(fixture.part<ExplainPanel>()->text().contains("beside the session"));
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(page.plot().pointCount(), 2);  // and the teachers
    page.choosePlan(2);
    click("measureThisButton");
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(page.plot().pointCount(), 3);
    click("measureThisButton");  // nothing is done twice
    QVERIFY(!dialog->isRunning());
    QCOMPARE(fixture.document().revision(), revision);
    // What was measured is what Suggest says.
    const auto advice = fixture.part<SizesLink>()->measuredAdvice();
    QVERIFY(advice && advice->measured);
    fixture.actions().suggestLayers->trigger();
    auto* suggest = fixture.window().findChild<SuggestDialog*>();
    QVERIFY(suggest != nullptr);
    QVERIFY(suggest->findChild<QLabel*>("advice")->text().startsWith("Recommended by measured sizes"));
    QCOMPARE(suggest->layers(), advice->layers);
    suggest->reject();
    click("useButton");
    QCOMPARE(plannedLayers(fixture.document().session().recipe), page.chosenPlan()->layers);
    fixture.part<RecipePanel>()->undoStack()->undo();
    QCOMPARE(plannedLayers(fixture.document().session().recipe), (std::vector<int>{1, 2, 3}));
    fixture.files().closeSession();
    QVERIFY(fixture.window().findChild<SizesDialog*>() == nullptr);
    QVERIFY(!fixture.part<SizesLink>()->measuredAdvice());
  }

  void measuresTrunksAndIsCancelled() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.actions().sizes->trigger();
    auto* dialog = fixture.window().findChild<SizesDialog*>();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    dialog->findChild<QLineEdit*>("depths")->setText("0, 13");
    dialog->findChild<QSpinBox*>("trunkIterations")->setValue(0);
    dialog->findChild<QPushButton*>("measureTrunksButton")->click();
    QVERIFY(dialog->isRunning());
    dialog->findChild<QPushButton*>("cancelButton")->click();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(!dialog->isRunning());
    const int before = dialog->trunks().plot().pointCount();
    QVERIFY(before < 2);
    dialog->findChild<QPushButton*>("measureTrunksButton")->click();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(dialog->trunks().plot().pointCount(), 2);
  }
};

ZIPPER_TEST_WITH(QApplication, TestSizesInWindow)
#include "test_sizes.moc"
