// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"
#include "widgets/history/history_model.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QtTest>
#include <cmath>
#include <utility>

#include "core/network/merge_cost.h"
#include "widgets/history/history_sessions.h"
#include "widgets/history/run_table_model.h"

using namespace zipper;
using namespace zipper::test;
using Mark = HistoryModel::Mark;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QStringList rowTexts(const QAbstractItemModel& model, const QModelIndex& row) {
  QStringList texts;
  for (int column = 0; column < model.columnCount(row.parent()); ++column)
    texts << row.siblingAtColumn(column).data().toString().replace(QChar::Nbsp, ' ');
  return texts;
}

/// The whole model as text, a row per line, children indented.
QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
  QString text;
  for (int row = 0; row < model.rowCount(parent); ++row) {
    const QModelIndex index = model.index(row, 0, parent);
    text += QString(depth * 2, ' ') + rowTexts(model, index).join('|') + index.data(Qt::CheckStateRole).toString() +
            index.data(HistoryModel::MarkRole).toString() + '\n' + dump(model, index, depth + 1);
  }
  return text;
}

Mark markOf(const HistoryModel& model, int step) {
  return Mark(model.indexOfStep(step).data(HistoryModel::MarkRole).toInt());
}

bool isBold(const HistoryModel& model, int step) {
  return model.indexOfStep(step).data(Qt::FontRole).value<QFont>().bold();
}

}  // namespace

class TestHistoryModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Compared with the teachers on the same images, marked, and unknown to what is copied.
  void scoresOfSamplesAreMarked() {
    Session session = branched();
    auto newest = std::make_shared<StepResult>(*session.steps[4]);
    for (Score& score : newest->calibrated) score.drawnFrom = 10000;
    newest->sampleCalibrated = std::exchange(newest->calibrated, {});
    session.steps[4] = newest;
    HistoryModel model;
    RunTableModel runs;
    model.setSession(session);
    runs.setSession(session);
    const auto textAt = [&](int column) {
      return model.indexOfStep(4).siblingAtColumn(column).data().toString().replace(QChar::Nbsp, ' ');
    };
    QCOMPARE(textAt(3), QString("≈ – → 91.00 %"));
    QCOMPARE(textAt(5), QString("≈ –"));  // the teachers weren't scored on these images
    session.teacherSample = {{1000, 0.9, 1, 0.3, 10000}, {1000, 0.81, 1, 0.3, 10000}};
    model.setSession(session);
    runs.setSession(session);
    QCOMPARE(textAt(5), QString("≈ +1.00"));
    QVERIFY(model.indexOfStep(4).data(Qt::ToolTipRole).toString().contains("sample of the test images"));
    QVERIFY(!model.indexOfStep(3).data(Qt::ToolTipRole).toString().contains("sample of the test images"));
    const QModelIndex top1 = runs.index(1, RunTableModel::FirstTask);
    QCOMPARE(top1.data().toString().replace(QChar::Nbsp, ' '), QString("≈ 91.00 %"));
    QVERIFY(std::isnan(top1.data(style::RawRole).toDouble()));
    QVERIFY(std::isnan(runs.index(1, runs.differenceColumn()).data(style::RawRole).toDouble()));
    QCOMPARE(runs.index(0, RunTableModel::FirstTask).data(style::RawRole).toDouble(), 0.85);
  }

  void showsRunsWithTheirOwnSteps() {
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setSession(branched());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(rowTexts(model, model.index(0, 0)), (QStringList{"Teachers", "", "", "90.00 %", "80.00 %", "", ""}));
    QCOMPARE(rowTexts(model, model.index(1, 0)),
             (QStringList{"Run 1", "", "60", "85.00 %", "77.00 %", "−4.00", "4.50 s"}));
    QCOMPARE(rowTexts(model, model.index(2, 0)),
             (QStringList{"Run 2, after layer 1 of run 1", "", "1,030", "91.00 %", "82.00 %", "+1.50", "1 min 32 s"}));
    QCOMPARE(rowTexts(model, model.index(3, 0)),
             (QStringList{"Run 3, from the teachers", "", "0", "–", "–", "–", "0.25 s"}));
    QCOMPARE(model.rowCount(model.index(1, 0)), 3);
    QCOMPARE(model.rowCount(model.index(2, 0)), 2);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
  }

  void showsTheFiguresOfSteps() {
    HistoryModel model;
    model.setSession(branched());
    QCOMPARE(rowTexts(model, model.indexOfStep(2)),
             (QStringList{"layer 3", "mean", "20", "70.00 → 85.00 %", "60.00 → 77.00 %", "−4.00", "1.50 s"}));
    QCOMPARE(rowTexts(model, model.indexOfStep(4)),
             (QStringList{"layer 3", "from A", "1,000", "– → 91.00 %", "– → 82.00 %", "+1.50", "1 min 30 s"}));
    QCOMPARE(rowTexts(model, model.indexOfStep(5)), (QStringList{"layer 1", "random", "0", "–", "–", "–", "0.25 s"}));
    Session tuned = branched();
    addStep(tuned, {StepTarget::fineTuning(), Initialization::Mean, {}, {0.9, 0.8}, 5, 1});
    model.setSession(tuned);
    QCOMPARE(rowTexts(model, model.indexOfStep(6)).mid(0, 3), (QStringList{"fine-tuning", "–", "5"}));
    QCOMPARE(model.indexOfStep(6).parent(), model.index(2, 0));
  }

  void marksTheCurrentStepAndTheWayThere() {
    HistoryModel model;
    Session session = branched();
    model.setSession(session);
    QVERIFY(markOf(model, 4) == Mark::Current && isBold(model, 4));
    for (const int step : {0, 3}) QVERIFY(markOf(model, step) == Mark::OnPath && !isBold(model, step));
    for (const int step : {1, 2, 5}) QVERIFY(markOf(model, step) == Mark::Aside && !isBold(model, step));
    QCOMPARE(model.indexOfStep(4).data(Qt::AccessibleTextRole).toString(), QString("layer 3, current step"));
    session.current = -1;
    QVERIFY(!model.setSession(session));
    QVERIFY(markOf(model, -1) == Mark::Teachers && isBold(model, -1));
    QVERIFY(markOf(model, 4) == Mark::Aside && markOf(model, 0) == Mark::Aside);
  }

  void finds() {
    HistoryModel model;
    model.setSession(branched());
    for (int step = -1; step < 6; ++step) QCOMPARE(model.indexOfStep(step).data(HistoryModel::StepRole).toInt(), step);
    QVERIFY(!model.indexOfStep(6).isValid());
    QVERIFY(!model.indexOfStep(-2).isValid());
    QCOMPARE(model.index(2, 0).data(HistoryModel::StepRole).toInt(), 4);
  }

  void hidesRuns() {
    HistoryModel model;
    QSignalSpy changes(&model, &HistoryModel::hiddenRunsChanged);
    model.setSession(branched());
    const QModelIndex run = model.index(2, 0);
    QVERIFY(run.flags() & Qt::ItemIsUserCheckable);
    QVERIFY(!(model.index(0, 0).flags() & Qt::ItemIsUserCheckable));
    QVERIFY(!(model.indexOfStep(0).flags() & Qt::ItemIsUserCheckable));
    QCOMPARE(run.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model.setData(run, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.hiddenRuns(), QSet<int>{1});
    QVERIFY(!model.setData(model.indexOfStep(0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.setData(run, 3, Qt::EditRole));
    QCOMPARE(changes.size(), 1);
    model.setSession(branched());  // another session: everything is shown
    QVERIFY(model.hiddenRuns().isEmpty());
    QCOMPARE(changes.size(), 2);
  }

  void growsWithoutAReset() {
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    Session session = plainSession();
    model.setSession(session);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset), rows(&model, &QAbstractItemModel::rowsInserted);
    addStep(session, {StepTarget::layer(1)});
    QVERIFY(!model.setSession(session));
    QCOMPARE(model.rowCount(), 2);
    const QPersistentModelIndex first = model.indexOfStep(0);
    addStep(session, {StepTarget::layer(2)});
    addStep(session, {StepTarget::layer(3)});
    QVERIFY(!model.setSession(session));
    QCOMPARE(rows.size(), 3);
    QVERIFY(resets.isEmpty() && first == model.indexOfStep(0));
    QVERIFY(model.setSession(plainSession(3)));
    QCOMPARE(model.columnCount(), 8);
    QCOMPARE(resets.size(), 1);
  }

  void grownAndResetModelsAreEqualForRandomTrees() {
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 10; ++round) {
      HistoryModel grown;
      const QAbstractItemModelTester tester(&grown, fatal);
      RunTableModel grownRuns;
      const QAbstractItemModelTester runsTester(&grownRuns, fatal);
      Session session = plainSession();
      for (int i = 0; i < 25; ++i) {
        session.current = int(random.bounded(int(session.steps.size()) + 1)) - 1;
        if (random.bounded(4) > 0)
          addStep(session, {StepTarget::layer(1 + i % 13), Initialization::Mean, {}, {0.5, 0.5}, 1, 1});
        grown.setSession(session);
        grownRuns.setSession(session);
        HistoryModel fresh;
        fresh.setSession(session);
        QCOMPARE(dump(grown), dump(fresh));
        RunTableModel freshRuns;
        freshRuns.setSession(session);
        QCOMPARE(dump(grownRuns), dump(freshRuns));
      }
    }
  }

  void comparesRuns() {
    RunTableModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    Session session = branched();
    model.setSession(session);
    QCOMPARE(model.rowCount(), 3);
    const auto parameters = [&session](const std::vector<int>& layers) {
      return QLocale(QLocale::English)
          .toString(qlonglong(mergeCost(session.specs(), Sharing(layers, session.recipe.bnPolicy)).mergedParameters));
    };
    QCOMPARE(rowTexts(model, model.index(0, 0)), (QStringList{"Run 1", "mean", "1–3", "60", "85.00 %", "77.00 %",
                                                              "−4.00", parameters({1, 2, 3}), "4.50 s"}));
    QCOMPARE(rowTexts(model, model.index(1, 0)).mid(0, 4),
             (QStringList{"Run 2", "mean (layer 1), then from A", "1–3", "1,050"}));
    QCOMPARE(model.index(1, RunTableModel::Strategy).data(Qt::ToolTipRole).toString(),
             QString("mean; alignment: none; nothing fitted\nfrom A; alignment: none; nothing fitted"));
    QCOMPARE(rowTexts(model, model.index(2, 0)),
             (QStringList{"Run 3", "random", "1", "0", "–", "–", "–", parameters({1}), "0.25 s"}));
    QCOMPARE(model.index(1, 0).data(RunTableModel::TipRole).toInt(), 4);
    QVERIFY(model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(!model.index(0, 0).data(Qt::FontRole).isValid());
    model.setSession(plainSession());
    QCOMPARE(model.rowCount(), 0);
  }

  void hasAColumnPerTaskWithItsName() {
    Session session = plainSession(4);
    session.recipe.sources[2].name = "fashion";
    addStep(session, {StepTarget::layer(1), Initialization::Mean, {0.1, 0.2, 0.3, 0.4}, {0.5, 0.6, 0.7, 0.8}, 20, 1.5});
    HistoryModel model;
    model.setSession(session);
    QCOMPARE(rowTexts(model, model.index(0, 0)),
             (QStringList{"Teachers", "", "", "90.00 %", "80.00 %", "70.00 %", "60.00 %", "", ""}));
    QCOMPARE(rowTexts(model, model.indexOfStep(0)),
             (QStringList{"layer 1", "mean", "20", "10.00 → 50.00 %", "20.00 → 60.00 %", "30.00 → 70.00 %",
                          "40.00 → 80.00 %", "−10.00", "1.50 s"}));
    RunTableModel runs;
    runs.setSession(session);
    QCOMPARE(rowTexts(runs, runs.index(0, 0)).mid(RunTableModel::FirstTask, 4),
             (QStringList{"50.00 %", "60.00 %", "70.00 %", "80.00 %"}));
    for (const QAbstractItemModel* one : std::initializer_list<const QAbstractItemModel*>{&model, &runs}) {
      const int third = (one == &model ? int(HistoryModel::FirstTask) : int(RunTableModel::FirstTask)) + 2;
      QCOMPARE(one->headerData(third, Qt::Horizontal, Qt::DisplayRole).toString(), QString("Top-1 C"));
      QVERIFY(one->headerData(third, Qt::Horizontal, Qt::ToolTipRole).toString().contains("task C · fashion"));
      QVERIFY(one->headerData(third + 1, Qt::Horizontal, Qt::ToolTipRole).toString().contains("task D · d"));
    }
    QCOMPARE(runs.headerData(RunTableModel::FirstTask + 3, Qt::Horizontal, style::RawRole).toString(),
             QString("top1_d"));
    session.recipe.sources[2].name = "shoes";  // the same tasks by other names
    runs.setSession(session);
    QVERIFY(runs.headerData(RunTableModel::FirstTask + 2, Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains("task C · shoes"));
  }

  void comparesARunThatOnlyFineTunes() {
    Session session = plainSession(2, false);
    addStep(session, {StepTarget::fineTuning(), Initialization::Mean, {}, {0.9, 0.8}, 7, 3});
    RunTableModel model;
    model.setSession(session);
    QCOMPARE(rowTexts(model, model.index(0, 0)).mid(1, 6),
             (QStringList{"–", "–", "7", "90.00 %", "80.00 %", "–"}));  // the teachers weren't evaluated
  }
};

ZIPPER_TEST_WITH(QApplication, TestHistoryModel)
#include "test_history_model.moc"
