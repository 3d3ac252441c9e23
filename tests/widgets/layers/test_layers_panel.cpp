// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"
#include "widgets/layers/layers_panel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QtTest>
#include <cmath>
#include <limits>
#include <optional>

#include "core/network/merge_cost.h"
#include "support/block_session.h"
#include "support/plain_session.h"
#include "widgets/layers/layer_filter_model.h"
#include "widgets/layers/layer_table_model.h"
#include "widgets/layers/layer_totals.h"

using namespace zipper;
using namespace zipper::test;
using Column = LayerTableModel::Column;

namespace {

/// Similarity of layer l: kernels l/100, matrix -l/100; layer 5 has unknown kernels.
std::vector<LayerSimilarity> similarities() {
  std::vector<LayerSimilarity> all;
  for (int layer = 0; layer <= layersOf(plainSpec(0)) + 1; ++layer) all.push_back({layer / 100.0, -layer / 100.0});
  all[5].kernels = std::nan("");
  return all;
}

NetworkPlan plan() { return planOf(plainSpec(0)); }

std::vector<LayerRow> rowsOf(const Session& session, const std::vector<LayerSimilarity>& similarity = {}) {
  return layerRows(plan(), layerOverview(session), sharingOf(session), similarity);
}

/// Layers 1 and 2 are merged, the last has 20 iterations behind it; the plan leaves out 13.
Session halfDone() {
  Session session = plainSession();
  session.recipe.steps.pop_back();
  addStep(session, {StepTarget::layer(1)});
  addStep(session, {StepTarget::layer(2)});
  return session;
}

/// A panel on the screen with its parts at hand.
struct ShownLayers {
  LayersPanel panel;
  QTableView* view = panel.findChild<QTableView*>();
  QSignalSpy selections{&panel, &LayersPanel::layerSelected};

  explicit ShownLayers(const Session& session = halfDone(), std::optional<StepTarget> inWork = StepTarget::layer(3)) {
    panel.resize(1150, 400);
    set(session, inWork);
    panel.show();
    if (!QTest::qWaitForWindowExposed(&panel)) qFatal("the panel doesn't show");
  }

  void set(const Session& session, std::optional<StepTarget> inWork = {}) {
    panel.setLayers(plan(), layerOverview(session, inWork), sharingOf(session), similarities());
  }
  QString cell(int row, int column) const { return view->model()->index(row, column).data().toString(); }
  QStringList column(int column) const {
    QStringList texts;
    for (int row = 0; row < view->model()->rowCount(); ++row) texts << cell(row, column);
    return texts;
  }
  void click(int row, int column, Qt::KeyboardModifiers modifiers = {}) {
    const QModelIndex index = view->model()->index(row, column);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(index).center());
  }
  void filter(const QString& words) {
    auto* edit = panel.findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, words);
  }
  QString selection() const {
    QStringList rows;
    for (const QModelIndex& index : view->selectionModel()->selectedRows(Column::Number))
      rows << cell(index.row(), Column::Number) + cell(index.row(), Column::Kind);
    return rows.join(' ');
  }
};

/// Whether the numbers of a column rise (or fall), unknown ones at the end.
bool isSorted(const QTableView* view, int column, bool rising) {
  double last = rising ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  bool unknown = false;
  for (int row = 0; row < view->model()->rowCount(); ++row) {
    const double value = view->model()->index(row, column).data(style::RawRole).toDouble();
    if (std::isnan(value)) {
      unknown = true;
      continue;
    }
    if (unknown || (rising ? value < last : value > last)) return false;
    last = value;
  }
  return true;
}

}  // namespace

class TestLayersPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsARowPerConvolution() {
    const ShownLayers shown;
    QCOMPARE(shown.view->model()->rowCount(), 28);
    QCOMPARE(shown.view->model()->columnCount(), 10);
    QCOMPARE(shown.column(Column::Number).mid(0, 4), (QStringList{"", "1", "1", "2"}));
    QCOMPARE(shown.cell(0, Column::Kind), QString("stem"));
    QCOMPARE(shown.cell(27, Column::Kind), QString("head"));
    QCOMPARE(shown.cell(0, Column::Shape), QString("3→8 · 3×3 · 32×32"));
    QCOMPARE(shown.cell(3, Column::Shape), QString("16→16 · 3×3/2 · 16×16"));
    QCOMPARE(shown.cell(26, Column::Shape), QString("256→256 · 1×1 · 2×2"));
    QCOMPARE(shown.cell(27, Column::Shape), QString("256→10"));
    QCOMPARE(shown.cell(26, Column::Parameters), QString("66,048"));
    QCOMPARE(shown.cell(26, Column::Macs), QString("262,144"));
  }

  void allColumnsFitIntoTheWindowsFirstSize() {
    ShownLayers shown;
    shown.panel.resize(676, 300);  // below the zipper in a window of 1280
    for (int column = 0; column < shown.view->model()->columnCount(); ++column) {
      shown.view->sortByColumn(column, Qt::AscendingOrder);
      QTRY_COMPARE(shown.view->horizontalScrollBar()->maximum(), 0);
    }
  }

  void tellsStatesSimilarityAndMismatch() {
    const ShownLayers shown;
    QCOMPARE(shown.column(Column::State).mid(0, 9), (QStringList{"per task", "per task", "merged", "per task", "merged",
                                                                 "per task", "in work", "per task", "separate"}));
    QCOMPARE(shown.cell(26, Column::State), QString("left out"));
    QCOMPARE(shown.cell(1, Column::Similarity), QString("0.010"));
    QCOMPARE(shown.cell(2, Column::Similarity), QString("−0.010"));
    QCOMPARE(shown.cell(9, Column::Similarity), QString("–"));
    QCOMPARE(shown.cell(27, Column::Similarity), QString("−0.140"));
    QCOMPARE(shown.cell(1, Column::FirstMismatch), QString("–"));
    // Two of 20 iterations: (1/19 + 1/20) / 2 on top.
    QCOMPARE(shown.cell(2, Column::FirstMismatch), QString("0.061"));
    QCOMPARE(shown.cell(2, Column::FirstMismatch + 1), QString("0.071"));
  }

  void tellsWhatTheTrunkShares() {
    Session session = halfDone();
    auto last = std::make_shared<StepResult>(*session.steps.back());
    last->trunk = 1;
    session.steps.back() = last;
    ShownLayers shown(session);
    QCOMPARE(shown.column(Column::State).mid(0, 7),
             (QStringList{"merged", "merged", "merged", "per task", "merged", "per task", "in work"}));
    QCOMPARE(shown.cell(27, Column::State), QString("per task"));
    const auto toolTip = [&shown](int row) {
      return shown.view->model()->index(row, Column::State).data(Qt::ToolTipRole).toString();
    };
    for (int row = 0; row < 28; ++row) QCOMPARE(toolTip(row).contains("part of the trunk"), row <= 2);
    QVERIFY(toolTip(3).contains("unless a trunk shares it"));
    QVERIFY(toolTip(27).contains("whatever is merged"));
    QVERIFY(shown.panel.csv().contains("\n0,stem,3→8 · 3×3 · 32×32,232,221184,merged,"));
    shown.panel.setTotals(mergeCost(session));
    // Once: stem, depthwise and pointwise of layer 1, the convolution of layer 2, whose BN stays per task.
    const QString text = shown.panel.findChild<LayerTotals*>()->text();
    const MergeCost cost = mergeCost(session);
    QCOMPARE(cost.separateParameters - cost.mergedParameters, 232 + 88 + 160 + 512);
    QVERIFY2(text.contains(QLocale(QLocale::English).toString(qlonglong(cost.mergedParameters))), qPrintable(text));
    session.current = 0;
    shown.set(session);
    QCOMPARE(shown.column(Column::State).mid(0, 3), (QStringList{"per task", "per task", "merged"}));
  }

  void tellsMergeCosts() {
    ShownLayers shown;
    for (int row = 0; row < 28; ++row) QCOMPARE(shown.cell(row, Column::MergeCost), QString("–"));
    std::vector<double> costs;
    for (int layer = 1; layer <= plan().layers(); ++layer) costs.push_back(0.01 * (14 - layer));
    shown.panel.setMergeCosts(costs);
    QCOMPARE(shown.cell(2, Column::MergeCost), QString("0.130"));
    QCOMPARE(shown.cell(1, Column::MergeCost), QString("–"));
    QCOMPARE(shown.cell(27, Column::MergeCost), QString("–"));
    shown.view->sortByColumn(Column::MergeCost, Qt::AscendingOrder);
    QCOMPARE(shown.cell(0, Column::Number), QString("13"));
    shown.set(halfDone());  // costs belong to the teachers: steps leave them alone
    QCOMPARE(shown.cell(0, Column::MergeCost), QString("0.010"));
    QVERIFY(shown.panel.csv().contains("similarity,merge_cost,mismatch_a"));
    shown.panel.setMergeCosts({});
    for (int row = 0; row < 28; ++row) QCOMPARE(shown.cell(row, Column::MergeCost), QString("–"));
  }

  void doesNotKnowWhatItWasNotTold() {
    LayersPanel panel;
    panel.setLayers(plan(), {}, {}, {});
    const auto* model = panel.findChild<QTableView*>()->model();
    QCOMPARE(model->rowCount(), 28);
    QCOMPARE(model->columnCount(), int(Column::FirstMismatch));  // of no task
    for (int row = 0; row < 28; ++row)
      for (const int column : {Column::Similarity, Column::MergeCost})
        QCOMPARE(model->index(row, column).data().toString(), QString("–"));
    panel.setLayers({}, layerOverview(Session()), {}, {});
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(panel.csv().startsWith("layer,kind"));
  }

  void isAProperModelWhateverHappens() {
    LayerTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    LayerFilterModel filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Session session = halfDone(), three = plainSession(3);
    model.setRows(rowsOf(session, similarities()));
    filter.sort(Column::FirstMismatch, Qt::DescendingOrder);
    filter.setWords("pointwise merged");
    QCOMPARE(filter.rowCount(), 2);
    model.setMismatch(std::vector<float>(26, 0.5f));
    filter.setWords("point");
    QCOMPARE(filter.rowCount(), 13);
    model.setRows(rowsOf(three));
    QCOMPARE(filter.columnCount(), 11);
    filter.setKind("head");
    QCOMPARE(filter.rowCount(), 0);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
  }

  void sortsByValue_data() {
    QTest::addColumn<int>("column");
    for (const int column : {0, 3, 4, 6, 7, 8}) QTest::addRow("column %d", column) << column;
  }

  void sortsByValue() {
    QFETCH(int, column);
    ShownLayers shown;
    auto* header = shown.view->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    const bool rising = header->sortIndicatorOrder() == Qt::AscendingOrder;
    QVERIFY(isSorted(shown.view, column, rising));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(header->sortIndicatorOrder() == (rising ? Qt::DescendingOrder : Qt::AscendingOrder));
    QVERIFY(isSorted(shown.view, column, !rising));
  }

  void sortsShapesByChannelsAndStatesByProgress() {
    ShownLayers shown;
    shown.view->sortByColumn(Column::Shape, Qt::DescendingOrder);
    QVERIFY(shown.cell(0, Column::Shape).contains("→256"));
    QCOMPARE(shown.cell(26, Column::Shape), QString("3→8 · 3×3 · 32×32"));
    shown.view->sortByColumn(Column::State, Qt::AscendingOrder);
    QCOMPARE(shown.column(Column::State).mid(0, 4), (QStringList{"merged", "merged", "in work", "separate"}));
    QCOMPARE(shown.cell(12, Column::State), QString("left out"));
  }

  void filters() {
    ShownLayers shown;
    shown.filter("merged");
    QCOMPARE(shown.column(Column::Number), (QStringList{"1", "2"}));
    shown.filter("1");
    QCOMPARE(shown.column(Column::Number), (QStringList{"1", "1"}));
    shown.filter("13 POINT");
    QCOMPARE(shown.column(Column::Kind), QStringList{"pointwise"});
    shown.filter("nonsense");
    QCOMPARE(shown.view->model()->rowCount(), 0);
    shown.filter("");
    QCOMPARE(shown.view->model()->rowCount(), 28);
    auto* kinds = shown.panel.findChild<QComboBox*>();
    kinds->setCurrentText("depthwise");
    QCOMPARE(shown.view->model()->rowCount(), 13);
    kinds->setCurrentIndex(0);
    QCOMPARE(shown.column(Column::Number).mid(0, 3), (QStringList{"", "1", "1"}));
  }

  void tellsWhichLayerTheUserWentTo() {
    ShownLayers shown;
    shown.click(4, Column::Macs);
    shown.click(3, Column::Kind);  // the depthwise row of the same layer
    QCOMPARE(shown.selections.size(), 1);
    QCOMPARE(shown.selections[0][0].toInt(), 2);
    shown.panel.setSelectedLayer(2);  // as the main window answers
    QCOMPARE(shown.selection(), QString("2depthwise"));
    QTest::keyClick(shown.view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(shown.selections.last()[0].toInt(), 0);
    QTest::keyClick(shown.view, Qt::Key_Down);
    QCOMPARE(shown.selections.last()[0].toInt(), 1);
    QTest::keyClick(shown.view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.selections.last()[0].toInt(), 14);
    QCOMPARE(shown.panel.selectedLayer(), 14);
  }

  void selectsALayerSilently() {
    ShownLayers shown;
    for (const auto& [layer, expected] : std::vector<std::pair<int, QString>>{
             {5, "5pointwise"}, {0, "stem"}, {14, "head"}, {13, "13pointwise"}, {-1, ""}}) {
      shown.panel.setSelectedLayer(layer);
      QCOMPARE(shown.selection(), expected);
    }
    QVERIFY(shown.selections.isEmpty());
    shown.panel.setSelectedLayer(13);
    const QRect row = shown.view->visualRect(shown.view->currentIndex());
    QVERIFY(shown.view->viewport()->rect().contains(row.center()));
  }

  void keepsASelectionThatTheFilterHides() {
    ShownLayers shown;
    shown.panel.setSelectedLayer(5);
    shown.filter("merged");
    QCOMPARE(shown.selection(), QString());
    shown.filter("");
    QCOMPARE(shown.selection(), QString("5pointwise"));
    shown.panel.findChild<QComboBox*>()->setCurrentText("depthwise");
    QCOMPARE(shown.selection(), QString("5depthwise"));
    QVERIFY(shown.selections.isEmpty());
  }

  void keepsSelectionSortAndScrollWhenStatesChange() {
    ShownLayers shown;
    shown.view->sortByColumn(Column::Parameters, Qt::DescendingOrder);
    shown.panel.setSelectedLayer(4);
    shown.view->verticalScrollBar()->setValue(5);
    QVERIFY(shown.view->verticalScrollBar()->value() == 5);
    QSignalSpy resets(shown.view->model(), &QAbstractItemModel::modelReset);
    Session session = halfDone();
    addStep(session, {StepTarget::layer(4)});
    shown.set(session);
    QCOMPARE(shown.selection(), QString("4pointwise"));
    QCOMPARE(shown.view->currentIndex().siblingAtColumn(Column::State).data().toString(), QString("merged"));
    QCOMPARE(shown.view->verticalScrollBar()->value(), 5);
    QVERIFY(isSorted(shown.view, Column::Parameters, false));
    QVERIFY(resets.isEmpty() && shown.selections.isEmpty());
  }

  void showsLiveMismatchInPlace() {
    ShownLayers shown;
    shown.view->sortByColumn(Column::FirstMismatch, Qt::AscendingOrder);
    const QStringList order = shown.column(Column::Number);
    auto* source = shown.panel.findChild<LayerTableModel*>();
    QSignalSpy changes(source, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(shown.view->model(), &QAbstractItemModel::layoutChanged);
    std::vector<float> mismatch(26);
    for (int i = 0; i < 26; ++i) mismatch[std::size_t(i)] = float(26 - i) / 8;
    mismatch[25] = std::numeric_limits<float>::infinity();
    shown.panel.setMismatch(mismatch);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex().column(), int(Column::FirstMismatch));
    QCOMPARE(changes[0][1].toModelIndex().column(), int(Column::FirstMismatch) + 1);
    QVERIFY(layouts.isEmpty());
    QCOMPARE(shown.column(Column::Number), order);
    QCOMPARE(source->index(2, Column::FirstMismatch).data().toString(), QString("3.250"));
    QCOMPARE(source->index(26, Column::FirstMismatch + 1).data().toString(), QString("∞"));
    QCOMPARE(source->index(1, Column::FirstMismatch).data().toString(), QString("–"));
    shown.panel.setMismatch({1, 2, 3});  // not of this network
    QCOMPARE(changes.size(), 1);
  }

  void copiesWhatIsShown() {
    ShownLayers shown;
    shown.filter("pointwise merged");
    shown.view->sortByColumn(Column::Number, Qt::DescendingOrder);
    const QStringList lines = shown.panel.csv().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QString("layer,kind,shape,parameters,macs,state,similarity,merge_cost,mismatch_a,mismatch_b"));
    QVERIFY(lines[1].startsWith("2,pointwise,16→32 · 1×1 · 16×16,576,131072,merged,-0.02,,0.0713"));
    QVERIFY(lines[2].startsWith("1,pointwise,8→16 · 1×1 · 32×32,160,131072,merged,-0.01,,0.0613"));
    QCOMPARE(lines[3], QString());
    QTest::mouseClick(shown.panel.findChild<QToolButton*>("copyCsv"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), shown.panel.csv());
  }

  void copiesSelectedRowsByKeyboard() {
    ShownLayers shown;
    shown.view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
    shown.click(27, Column::Kind);
    shown.click(9, Column::Kind, Qt::ControlModifier);
    QTest::keySequence(shown.view, QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1], QString("5,depthwise,64→64 · 3×3 · 8×8,704,36864,per task,,,,"));
    QCOMPARE(lines[2], QString("14,head,256→10,2570,2560,per task,-0.14,,,"));
  }

  void quotesAsTheStandardSays() {
    QCOMPARE(style::csvField("plain text"), QString("plain text"));
    QCOMPARE(style::csvField("a,b"), QString("\"a,b\""));
    QCOMPARE(style::csvField("say \"a\""), QString("\"say \"\"a\"\"\""));
    QCOMPARE(style::csvField("two\nlines"), QString("two?lines"));
  }

  void addsUp() {
    ShownLayers shown;
    shown.panel.setTotals(mergeCost({plainSpec(0), plainSpec(0)}, Sharing(std::vector<int>{1, 2}, BnPolicy::Shared)));
    const Cost cost = totalCost(plainSpec(0));
    const auto text = [&shown] {
      QString plain = shown.panel.findChild<LayerTotals*>()->text();
      return plain.remove(QRegularExpression("<[^>]*>"));
    };
    QLocale english(QLocale::English);
    QVERIFY2(text().contains(english.toString(qlonglong(cost.parameters)) + " parameters"), qPrintable(text()));
    QVERIFY2(text().contains(english.toString(qlonglong(cost.macs)) + " MACs"), qPrintable(text()));
    QVERIFY2(text().contains(english.toString(qlonglong(2 * cost.parameters)) + " parameters separate → " +
                             english.toString(qlonglong(2 * cost.parameters - 160 - 576)) + " merged"),
             qPrintable(text()));
    shown.filter("2 pointwise");
    QVERIFY2(text().contains("1 of 28 rows: 576 parameters, 131,072 MACs"), qPrintable(text()));
  }

  void explainsItsHeaders() {
    const ShownLayers shown;
    for (int column = 0; column < 10; ++column) {
      const auto header = [&](int role) { return shown.view->model()->headerData(column, Qt::Horizontal, role); };
      QVERIFY(!header(Qt::DisplayRole).toString().isEmpty());
      QVERIFY(header(Qt::ToolTipRole).toString().size() > 20);
    }
  }

  void hasAMismatchColumnPerTask() {
    Session session = plainSession(6);
    session.recipe.steps.pop_back();
    addStep(session, {StepTarget::layer(1)});
    ShownLayers shown(session, std::nullopt);
    const QAbstractItemModel& model = *shown.view->model();
    QCOMPARE(model.columnCount(), int(Column::FirstMismatch) + 6);
    for (int task = 0; task < 6; ++task) {
      const int column = Column::FirstMismatch + task;
      const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role).toString(); };
      QCOMPARE(header(Qt::DisplayRole), QString("L1 %1").arg("ABCDEF"[task]));
      QVERIFY(header(Qt::ToolTipRole).contains(QString("teacher %1 and").arg("ABCDEF"[task])));
      QCOMPARE(header(style::RawRole), QString("mismatch_%1").arg("abcdef"[task]));
      // Two of 20 iterations on top.
      const double expected = (task + 1) * 2 / 100.0 + (1 / 19.0 + 1 / 20.0) / 2;
      QVERIFY(std::abs(model.index(4, column).data(style::RawRole).toDouble() - expected) < 1e-6);
    }
    QVERIFY(model.headerData(Column::Similarity, Qt::Horizontal, Qt::ToolTipRole).toString().contains("every two"));
    QVERIFY(model.headerData(Column::MergeCost, Qt::Horizontal, Qt::ToolTipRole).toString().contains("about 0.83"));
    std::vector<float> mismatch;
    for (int i = 0; i < 6 * plan().layers(); ++i) mismatch.push_back(float(i));
    shown.panel.setMismatch(mismatch);
    QCOMPARE(shown.cell(2, Column::FirstMismatch + 5), QString("%1.000").arg(5 * plan().layers()));
    shown.panel.resize(520, 300);  // too narrow for all: it scrolls, and no number is cut
    QTRY_VERIFY(shown.view->horizontalScrollBar()->maximum() > 0);
    for (int column = Column::FirstMismatch; column < model.columnCount(); ++column)
      QVERIFY(shown.view->columnWidth(column) >= shown.view->fontMetrics().horizontalAdvance("0.061"));
    QVERIFY(shown.view->columnWidth(Column::Shape) >=
            shown.view->fontMetrics().horizontalAdvance("16→16 · 3×3/2 · 16×16"));
  }

  /// Of a MobileNet V2: each convolution of a block is a row of its own, and so is a hidden layer of the head.
  void showsWhatBlocksAreMadeOf() {
    Session session = blockSession();
    session.teachers[0].spec.hidden = {{100, Activation::ReLU}};
    addBlockStep(session, 1);
    addBlockStep(session, 3);
    std::vector<LayerSimilarity> similarity(std::size_t(session.layers()) + 2);
    similarity[3].units = {{"layers.3.expand", 0.25}, {"layers.3.depthwise", 0.5}, {"layers.3.project", -0.75}};
    const auto set = [&](LayersPanel& panel) {
      panel.setLayers(planOf(session.teachers[0].spec), layerOverview(session), sharingOf(session), similarity);
    };
    ShownLayers shown;  // of a MobileNet V1 before
    set(shown.panel);
    QCOMPARE(shown.view->model()->rowCount(), 1 + 2 + 16 * 3 + 1 + 2);
    QCOMPARE(shown.column(Column::Kind).mid(0, 6),
             (QStringList{"stem", "depthwise", "project", "expand", "depthwise", "project"}));
    QCOMPARE(shown.column(Column::Kind).mid(51), (QStringList{"pointwise", "hidden layer", "head"}));
    QCOMPARE(shown.column(Column::Number).mid(50), (QStringList{"17", "18", "", ""}));
    QCOMPARE(shown.column(Column::State).mid(0, 9),
             (QStringList{"per task", "per task", "merged", "separate", "per task", "separate", "merged", "per task",
                          "merged"}));
    QCOMPARE(shown.cell(52, Column::State), QString("per task"));
    // Layer 3: the input is added to what it projects.
    QCOMPARE(shown.cell(6, Column::Shape), QString("8→48 · 1×1 · 8×8"));
    QCOMPARE(shown.cell(8, Column::Shape), QString("48→8 · 1×1 · 8×8 · +"));
    QCOMPARE(shown.cell(5, Column::Shape), QString("48→8 · 1×1 · 8×8"));
    QCOMPARE(shown.cell(52, Column::Shape), QString("1280→100"));
    QVERIFY(shown.view->model()->index(8, Column::Shape).data(Qt::ToolTipRole).toString().contains("is added"));
    QVERIFY(!shown.view->model()->index(5, Column::Shape).data(Qt::ToolTipRole).toString().contains("is added"));
    QCOMPARE(shown.cell(6, Column::Similarity), QString("0.250"));
    QCOMPARE(shown.cell(7, Column::Similarity), QString("0.500"));
    QCOMPARE(shown.cell(8, Column::Similarity), QString("−0.750"));
    // What a layer hands on is compared where it ends.
    QCOMPARE(shown.cell(6, Column::FirstMismatch), QString("–"));
    QVERIFY(shown.cell(8, Column::FirstMismatch) != QString("–"));
    for (const int column : {int(Column::Number), int(Column::Kind), int(Column::Shape), int(Column::FirstMismatch)})
      QVERIFY(shown.view->model()
                  ->headerData(column, Qt::Horizontal, Qt::ToolTipRole)
                  .toString()
                  .contains(QRegularExpression("block|project")));
    shown.panel.setSelectedLayer(3);
    QCOMPARE(shown.selection(), QString("3project"));
    QVERIFY(shown.panel.csv().contains("\n3,project,48→8 · 1×1 · 8×8 · +,400,"));
  }

  /// Of a MobileNet V3: squeeze-and-excite is two rows.
  void showsSqueezeAndExcite() {
    Session session = blockSession();
    for (Teacher& teacher : session.teachers) {
      teacher.spec.architecture = Architecture::MobileNetV3Small;
      teacher.spec.width = 1;
      teacher.spec.activation = Activation::ReLU;
    }
    session.recipe.steps.erase(session.recipe.steps.begin() + session.layers(), session.recipe.steps.end());
    addBlockStep(session, 1);
    ShownLayers shown;
    shown.panel.setLayers(planOf(session.teachers[0].spec), layerOverview(session), sharingOf(session), {});
    // Nine of the eleven blocks have it; the first has no expansion.
    QCOMPARE(shown.view->model()->rowCount(), 1 + 4 + 2 * 3 + 8 * 5 + 1 + 1);
    QCOMPARE(shown.column(Column::Kind).mid(0, 8),
             (QStringList{"stem", "depthwise", "squeeze", "excite", "project", "expand", "depthwise", "project"}));
    QCOMPARE(shown.column(Column::Kind).mid(11, 5),
             (QStringList{"expand", "depthwise", "squeeze", "excite", "project"}));
    QCOMPARE(shown.column(Column::State).mid(0, 6),
             (QStringList{"per task", "per task", "merged", "merged", "merged", "separate"}));
    // Layer 4 expands 24 channels to 96, of which it squeezes 24 numbers.
    QCOMPARE(shown.cell(12, Column::Shape), QString("96→96 · 5×5/2 · 2×2"));
    QCOMPARE(shown.cell(13, Column::Shape), QString("96→24 · 1×1 · 1×1"));
    QCOMPARE(shown.cell(14, Column::Shape), QString("24→96 · 1×1 · 2×2 · ×"));
    QCOMPARE(shown.cell(13, Column::Parameters), QString("2,328"));  // 96 x 24 + 24
    QCOMPARE(shown.cell(14, Column::Parameters), QString("2,400"));  // 24 x 96 + 96
    const auto toolTip = [&shown](int row) {
      return shown.view->model()->index(row, Column::Shape).data(Qt::ToolTipRole).toString();
    };
    QVERIFY2(toolTip(13).startsWith("layers.4.squeeze: 96 channels in, 24 out") &&
                 toolTip(13).endsWith("the mean over all positions"),
             qPrintable(toolTip(13)));
    QVERIFY2(toolTip(14).contains("factors, one per channel"), qPrintable(toolTip(14)));
    QVERIFY(!toolTip(12).contains("mean") && !toolTip(15).contains("factors"));
    QCOMPARE(shown.cell(14, Column::FirstMismatch), QString("–"));
    QVERIFY(shown.cell(15, Column::FirstMismatch) != QString("–"));
    for (const int column : {int(Column::Number), int(Column::Kind)})
      QVERIFY(shown.view->model()
                  ->headerData(column, Qt::Horizontal, Qt::ToolTipRole)
                  .toString()
                  .contains("squeeze-and-excite"));
    shown.panel.setSelectedLayer(4);
    QCOMPARE(shown.selection(), QString("4project"));
    auto* kinds = shown.panel.findChild<QComboBox*>();
    kinds->setCurrentText("excite");
    QCOMPARE(shown.view->model()->rowCount(), 9);
    QVERIFY(shown.panel.csv().contains("\n4,excite,24→96 · 1×1 · 2×2 · ×,2400,2304,separate,"));
  }

  void filtersByWhatThePlanHas() {
    ShownLayers shown;
    auto* kinds = shown.panel.findChild<QComboBox*>();
    const auto offered = [kinds] {
      QStringList texts;
      for (int i = 0; i < kinds->count(); ++i) texts << kinds->itemText(i);
      return texts;
    };
    QCOMPARE(offered(), (QStringList{"All kinds", "stem", "depthwise", "pointwise", "head"}));
    kinds->setCurrentText("depthwise");
    const Session session = blockSession();
    shown.panel.setLayers(planOf(session.teachers[0].spec), layerOverview(session), sharingOf(session), {});
    QCOMPARE(offered(), (QStringList{"All kinds", "stem", "expand", "depthwise", "project", "pointwise", "head"}));
    QCOMPARE(kinds->currentText(), QString("depthwise"));
    QCOMPARE(shown.view->model()->rowCount(), 17);
    kinds->setCurrentText("expand");
    QCOMPARE(shown.view->model()->rowCount(), 16);
    shown.set(halfDone());  // has none
    QCOMPARE(kinds->currentText(), QString("All kinds"));
    QCOMPARE(shown.view->model()->rowCount(), 28);
  }

  void paintsAStrandPerTask() {
    const auto stateOf = [](int tasks) {
      ShownLayers shown(plainSession(tasks), std::nullopt);
      shown.view->setCurrentIndex({});
      const QModelIndex index = shown.view->model()->index(2, Column::State);
      return shown.view->grab(shown.view->visualRect(index)).toImage();
    };
    QVERIFY(stateOf(2) != stateOf(3));
    QVERIFY(stateOf(3) != stateOf(4));
  }

  void fillsTheViewAndScrollsWhenItIsSmall() {
    ShownLayers shown;
    QCOMPARE(shown.view->horizontalHeader()->length(), shown.view->viewport()->width());
    shown.panel.resize(400, 300);
    QVERIFY(shown.view->horizontalHeader()->length() > shown.view->viewport()->width());
  }
};

ZIPPER_TEST_WITH(QApplication, TestLayersPanel)
#include "test_layers_panel.moc"
