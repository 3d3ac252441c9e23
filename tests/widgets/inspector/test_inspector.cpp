// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "core/support/files.h"
#include "support/expect_error.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/inspector/color_bar.h"
#include "widgets/inspector/distributions_page.h"
#include "widgets/inspector/exports.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/inspector/histogram_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/kernels_page.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/inspector/part_choice.h"
#include "widgets/inspector/prediction_view.h"
#include "widgets/inspector/probe_controls.h"
#include "widgets/inspector/series_legend.h"
#include "widgets/inspector/task_choice.h"
#include "widgets/inspector/value_text.h"
#include "widgets/inspector/weights_page.h"

#include "made_up_layer.h"

using namespace zipper;
using test::hover;
using namespace zipper::test;

namespace {

void wheel(QWidget& widget, QPoint position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWheelEvent event(position, widget.mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&widget, &event);
}

const QStringList twoTitles{"A · digits", "B · fashion"};

/// A panel with two tasks and layer 3 (8 inputs, 6 outputs), shown.
struct ShownInspector {
  InspectorPanel panel;

  explicit ShownInspector(bool merged = true, QSize size = {420, 700}) {
    panel.setTasks(twoTitles, {100, 50}, {{"zero", "one"}, {"shirt", "boot"}}, 13);
    panel.setLayer("Layer 3", 3);
    panel.setWeights(madeUpWeights(3, 8, 6, merged, merged ? 0 : -1));
    show("Kernels");
    panel.resize(size);
    panel.show();
    (void)QTest::qWaitForWindowExposed(&panel);
  }
  template <typename T>
  T& part() {
    return *panel.findChild<T*>();
  }
  /// Goes to a tab.
  void show(const QString& title) {
    auto& tabs = part<QTabBar>();
    int index = tabs.count() - 1;
    while (index > 0 && tabs.tabText(index) != title) --index;
    if (tabs.tabText(index) != title) qFatal("there is no such tab");
    tabs.setCurrentIndex(index);
  }
  MapGrid& kernels() { return *part<KernelsPage>().findChild<MapGrid*>(); }
  HeatMapView& heatMaps() { return part<HeatMapView>(); }
  MapGrid& maps() { return *part<FeatureMapsPage>().findChild<MapGrid*>(); }
  QString readOut() { return panel.findChild<QLabel*>("readOut")->text().replace(u'\u00A0', u' '); }
  /// "output 1, input 2": the place that is read out.
  QString place() { return readOut().section(" · ", 0, 0); }
  /// Where the mouse is in a matrix, in the words of the read-out.
  QString placeAt(QPoint position) {
    hover(heatMaps(), position);
    return place();
  }
  /// Whether the first and the last cell of the first matrix are in its corners.
  bool showsAllOf(int outputs, int inputs) {
    const QRect pane = heatMaps().paneRect(0).adjusted(2, 2, -2, -2);
    return placeAt(pane.topLeft()) == "output 0, input 0" &&
           placeAt(pane.bottomRight()) == QString("output %1, input %2").arg(outputs - 1).arg(inputs - 1);
  }
  void chooseFile(const QString& path) {
    QTest::mouseClick(part<ProbeControls>().findChild<QPushButton*>(), Qt::LeftButton);
    auto* dialog = panel.findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
  }
};

QString messageOf(const InspectorPage& page) { return page.findChild<QLabel*>("message")->text(); }

QString noteOf(const InspectorPage& page) { return page.findChild<QLabel*>("note")->text(); }

QStringList titlesOf(InspectorPage& page) {
  QStringList titles;
  for (const Exportable& item : page.exportables()) titles << item.title;
  return titles;
}

}  // namespace

class TestInspector : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// What an image becomes says more at first sight than kernels of nine pixels.
  void opensOnTheFeatureMaps() {
    InspectorPanel panel;
    auto* tabs = panel.findChild<QTabBar*>();
    QCOMPARE(tabs->tabText(tabs->currentIndex()), QString("Feature maps"));
  }

  void saysWhatIsMissing() {
    ShownInspector shown;
    auto& kernels = shown.part<KernelsPage>();
    shown.panel.setTasks({}, {}, {}, 0);
    QVERIFY(!kernels.showsContent() && messageOf(kernels).contains("Open models"));
    QVERIFY(!shown.panel.findChild<QPushButton*>("saveButton")->isEnabled());
    shown.panel.setTasks(twoTitles, {10, 10}, {}, 13);
    shown.panel.setLayer("Layer 3", 3);
    QCOMPARE(messageOf(kernels), QString("Loading…"));
    shown.panel.setWeights(madeUpWeights(4, 8, 6, false, -1));  // another layer: too late
    QCOMPARE(messageOf(kernels), QString("Loading…"));
    QVERIFY(titlesOf(kernels).isEmpty());
    shown.panel.setWeights(madeUpWeights(3, 8, 6, false, -1));
    QCOMPARE(titlesOf(kernels), QStringList({"teacher A", "teacher B"}));
    QVERIFY(shown.panel.findChild<QPushButton*>("saveButton")->isEnabled());
    shown.panel.setWeightsError("session.zipper: it can't be read");
    QVERIFY(messageOf(kernels).contains("it can't be read") && titlesOf(kernels).isEmpty());
    QVERIFY(!messageOf(shown.part<FeatureMapsPage>()).contains("it can't be read"));
    shown.panel.setTasks({}, {}, {}, 0);
    QVERIFY(messageOf(kernels).contains("Open models"));
    QVERIFY(titlesOf(kernels).isEmpty());
  }

  void stemAndHeadSayWhatTheyDoNotHave() {
    ShownInspector shown;
    auto stem = madeUpWeights(0, 24, 6, false, -1);
    for (auto* units : {&stem->teachers, &stem->network})
      for (UnitWeights& unit : *units) {
        unit.matrices.clear();
        unit.kernelBn.scale.resize(8);
      }
    shown.panel.setLayer("Stem", 0);
    shown.panel.setWeights(stem);
    QTest::keyClick(&shown.kernels(), Qt::Key_End);
    QVERIFY2(shown.readOut().startsWith("output 7, input 2, row 0, column 0 · teacher A"), qPrintable(shown.readOut()));
    QTest::keyClick(&shown.kernels(), Qt::Key_Home);
    for (int i = 0; i < 7 * 3 + 1; ++i)
      QTest::keyClick(&shown.kernels(), Qt::Key_Right);  // goes over to the next kernel
    QVERIFY2(shown.readOut().startsWith("output 2, input 1, row 0, column 1 · teacher A"), qPrintable(shown.readOut()));
    shown.show("Weights");
    QVERIFY(messageOf(shown.part<WeightsPage>()).contains("stem has no pointwise"));
    auto head = madeUpWeights(14, 8, 6, false, -1);
    makeHead(*head);
    head->teachers[1].matrices[0].matrix = head->network[1].matrices[0].matrix = {{2, 8}, std::vector<float>(16, 1.f)};
    shown.panel.setLayer("Head", 14);
    shown.panel.setWeights(head);
    QVERIFY(noteOf(shown.part<WeightsPage>()).contains("Heads are never merged"));
    QVERIFY(noteOf(shown.part<WeightsPage>()).contains("A is 6×8, B is 2×8"));
    shown.show("Kernels");
    QVERIFY(messageOf(shown.part<KernelsPage>()).contains("head has no kernels"));
    QVERIFY(titlesOf(shown.part<KernelsPage>()).isEmpty());
  }

  void aLayerThatIsNotMergedSaysSo() {
    ShownInspector shown(false);
    shown.show("Weights");
    auto& page = shown.part<WeightsPage>();
    QCOMPARE(shown.heatMaps().arrays().size(), std::size_t(3));
    QVERIFY(noteOf(page).contains("isn't merged"));
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 0));
    QCOMPARE(shown.heatMaps().arrays().size(), std::size_t(5));
    QCOMPARE(noteOf(page), QString());
    auto matched = madeUpWeights(3, 8, 6, true, 0, 1, 3);
    matched->matched = true;
    shown.panel.setWeights(matched);
    QVERIFY(noteOf(page).contains("The channels of B and C stand in the order in which they were matched"));
  }

  void twoTasksNeedNoChoice() {
    ShownInspector shown;
    QVERIFY(!shown.panel.findChildren<TaskChoice*>().isEmpty());
    for (const char* tab : {"Kernels", "Weights", "Distributions", "Channels"}) {
      shown.show(tab);
      for (const TaskChoice* choice : shown.panel.findChildren<TaskChoice*>()) QVERIFY(!choice->isVisible());
    }
  }

  void aTaskIsChosenForAllPagesOfWeights() {
    ShownInspector shown;
    shown.panel.setTasks({"A · digits", "B · fashion", "C · letters"}, {100, 50, 20}, {}, 13);
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 0, 1, 3));
    auto& kernels = shown.part<KernelsPage>();
    QCOMPARE(titlesOf(kernels).size(), 6);
    auto* choice = kernels.findChild<QComboBox*>();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->currentText(), QString("All tasks"));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(choice->currentText(), QString("C · letters"));
    QCOMPARE(titlesOf(kernels), QStringList({"teacher C", "merged C"}));
    QCOMPARE(shown.kernels().arrays().size(), std::size_t(2));
    shown.show("Weights");
    QCOMPARE(shown.part<WeightsPage>().findChild<QComboBox*>()->currentText(), QString("C · letters"));
    QCOMPARE(titlesOf(shown.part<WeightsPage>()), QStringList({"C", "merged", "A − C", "merged − mean"}));
    shown.show("Distributions");
    QCOMPARE(shown.part<DistributionsPage>().charts()[0]->series().size(), std::size_t(2));
    QTest::keyClick(shown.part<DistributionsPage>().findChild<QComboBox*>(), Qt::Key_Home);
    QCOMPARE(shown.part<DistributionsPage>().charts()[0]->series().size(), std::size_t(6));
    QCOMPARE(titlesOf(kernels).size(), 6);
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 1, 2, 3));  // the next step keeps the choice
    shown.show("Kernels");
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(titlesOf(kernels), QStringList({"teacher A", "merged A"}));
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 2, 3, 3));
    QCOMPARE(titlesOf(kernels), QStringList({"teacher A", "merged A"}));
  }

  void onePartNeedsNoChoice() {
    ShownInspector shown;
    for (const char* tab : {"Kernels", "Weights", "Distributions", "Channels"}) {
      shown.show(tab);
      for (const PartChoice* choice : shown.panel.findChildren<PartChoice*>()) QVERIFY(!choice->isVisible());
    }
  }

  /// Of a block the expansion or the projection, on all pages that have both.
  void aPartIsChosenForAllPagesOfMatrices() {
    ShownInspector shown;
    shown.panel.setWeights(madeUpBlock(3, 4, 12, 6, true, 0));
    for (PartChoice* choice : shown.part<KernelsPage>().findChildren<PartChoice*>()) QVERIFY(!choice->isVisible());
    QCOMPARE(titlesOf(shown.part<KernelsPage>()), QStringList({"teacher A", "teacher B", "merged A", "merged B"}));
    shown.show("Weights");
    auto& page = shown.part<WeightsPage>();
    auto* box = page.findChild<PartChoice*>()->findChild<QComboBox*>();
    QVERIFY(box->isVisible());
    QCOMPARE(box->currentText(), QString("Project"));
    QVERIFY(shown.showsAllOf(6, 12));
    QCOMPARE(titlesOf(page)[3], QString("Project: A − B"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(box->currentText(), QString("Expand"));
    QVERIFY(shown.showsAllOf(12, 4));
    QCOMPARE(titlesOf(page)[3], QString("Expand: A − B"));
    shown.show("Distributions");
    auto& charts = shown.part<DistributionsPage>();
    QCOMPARE(charts.findChild<PartChoice*>()->part(), std::string("expand"));
    QCOMPARE(charts.charts()[5]->title(), QString("Expand weights"));
    auto* other = charts.findChild<PartChoice*>()->findChild<QComboBox*>();
    QTest::keyClick(other, Qt::Key_End);
    QCOMPARE(charts.charts()[5]->title(), QString("Project weights"));
    QTest::keyClick(other, Qt::Key_Home);
    QCOMPARE(box->currentText(), QString("Expand"));
    shown.show("Weights");
    shown.panel.setLayer("Layer 18", 18);
    QVERIFY(box->isVisible());  // until it is known what that has
    shown.panel.setWeights(madeUpWeights(18, 12, 6, true, 0));
    QVERIFY(!box->isVisible());
    QVERIFY(shown.showsAllOf(6, 12));
    shown.panel.setLayer("Layer 4", 4);
    shown.panel.setWeights(madeUpBlock(4, 4, 12, 6, true, 0));
    QCOMPARE(box->currentText(), QString("Expand"));  // as it was chosen
    shown.panel.setTasks({}, {}, {}, 0);
    QVERIFY(!box->isVisible());
  }

  void headsMayHaveHiddenLayers() {
    ShownInspector shown;
    shown.show("Weights");
    auto head = madeUpWeights(19, 12, 6, false, -1);
    makeHead(*head);
    for (auto* units : {&head->teachers, &head->network})
      (*units)[0].matrices.insert((*units)[0].matrices.begin(),
                                  {"hidden.1", {{5, 12}, std::vector<float>(60, 1.f)}, {}});
    shown.panel.setLayer("Head", 19);
    shown.panel.setWeights(head);
    auto& page = shown.part<WeightsPage>();
    auto* box = page.findChild<PartChoice*>()->findChild<QComboBox*>();
    QCOMPARE(box->currentText(), QString("Last layer"));
    QVERIFY(noteOf(page).contains("Heads are never merged"));
    QVERIFY(!noteOf(page).contains("no such layer"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(box->currentText(), QString("Hidden layer 1"));
    QVERIFY(noteOf(page).contains("The head of B has no such layer."));
    QCOMPARE(titlesOf(page), QStringList{"Hidden layer 1: A"});
    shown.show("Kernels");
    QVERIFY(messageOf(shown.part<KernelsPage>()).contains("Its matrices are in the Weights tab"));
  }

  void aLayerWithoutKernelsSaysSo() {
    ShownInspector shown;
    auto last = madeUpWeights(18, 12, 6, true, 0);
    for (auto* units : {&last->teachers, &last->network})
      for (UnitWeights& unit : *units) {
        unit.kernels = {};
        unit.kernelBn = {};
      }
    shown.panel.setLayer("Layer 18", 18);
    shown.panel.setWeights(last);
    QVERIFY(messageOf(shown.part<KernelsPage>()).contains("it is a pointwise convolution"));
    shown.show("Distributions");
    QCOMPARE(shown.part<DistributionsPage>().charts().size(), std::size_t(5));
  }

  void mapsOfBlocksAreBehindTheAddition() {
    ShownInspector shown;
    shown.show("Feature maps");
    shown.panel.setTasks(twoTitles, {100, 50}, {}, 18, true);
    shown.panel.setLayer("Head", 19);
    const QString message = messageOf(shown.part<FeatureMapsPage>());
    QVERIFY2(message.contains("behind the addition") && message.contains("layers 1 to 18"), qPrintable(message));
  }

  void pointingAtAKernelReadsItsValues() {
    ShownInspector shown;
    MapGrid& grid = shown.kernels();
    hover(*grid.viewport(), grid.cellRect({2, 1, 0}, 3).center());
    QVERIFY2(shown.readOut().startsWith("channel 2, row 1, column 0 · teacher A "), qPrintable(shown.readOut()));
    QVERIFY(shown.readOut().contains(" · merged B "));
  }

  void theArrowKeysMoveThroughTheKernels() {
    ShownInspector shown;
    MapGrid& grid = shown.kernels();
    grid.setFocus(Qt::TabFocusReason);
    QCOMPARE(shown.place(), QString("channel 0, row 0, column 0"));
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(shown.place(), QString("channel 0, row 0, column 2"));
    QTest::keyClick(&grid, Qt::Key_Right);  // over the edge: the next channel
    QCOMPARE(shown.place(), QString("channel 1, row 0, column 0"));
    QTest::keyClick(&grid, Qt::Key_Up);  // above the first row there is nothing
    QVERIFY(shown.place().startsWith("channel 1,"));
    QTest::keyClick(&grid, Qt::Key_End);
    QCOMPARE(shown.place(), QString("channel 7, row 0, column 0"));
    QVERIFY(grid.viewport()->rect().contains(grid.cellRect({7, 0, 0}, 0)));
    const auto cellSize = [&grid] { return grid.cellRect({0, 0, 0}, 0).width(); };
    const int size = cellSize();
    QTest::keyClick(&grid, Qt::Key_Plus);
    QVERIFY(cellSize() > size);
    wheel(*grid.viewport(), {50, 50}, -120, Qt::ControlModifier);
    QCOMPARE(cellSize(), size);
  }

  void theWheelZoomsAllMatricesAboutTheCursor() {
    ShownInspector shown;
    shown.show("Weights");
    HeatMapView& view = shown.heatMaps();
    QVERIFY(shown.showsAllOf(6, 8));
    const QPoint position = view.paneRect(1).center() + QPoint(20, -10);
    const QString before = shown.placeAt(position);
    const auto cellWidth = [&] {
      const QRect pane = view.paneRect(1);
      QStringList places;
      for (int x = pane.left() + 1; x < pane.right(); ++x) places << shown.placeAt({x, position.y()});
      return places.count(before);
    };
    const auto first = cellWidth();
    for (int i = 0; i < 4; ++i) {
      wheel(view, position, 120);
      QCOMPARE(shown.placeAt(position), before);
    }
    QVERIFY(cellWidth() > first);
    QVERIFY(!shown.showsAllOf(6, 8));
    const QPoint other = view.paneRect(0).center() + QPoint(20, -10);
    QCOMPARE(shown.placeAt(other), before);  // all matrices show the same part
    const QPoint dragged = position - QPoint(int(cellWidth()), 0);
    QTest::mousePress(&view, Qt::LeftButton, {}, position);
    QMouseEvent drag(QEvent::MouseMove, dragged, view.mapToGlobal(position), Qt::LeftButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&view, &drag);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, dragged);
    QVERIFY(shown.placeAt(position) != before);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, position);
    QVERIFY(shown.showsAllOf(6, 8));
  }

  void theArrowKeysReadTheMatrices() {
    ShownInspector shown;
    shown.show("Weights");
    HeatMapView& view = shown.heatMaps();
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY2(shown.readOut().startsWith("output 1, input 2 · A "), qPrintable(shown.readOut()));
    QVERIFY(shown.readOut().contains(" · merged − mean "));
    // Zoomed in on a corner, the cursor takes the view along.
    for (int i = 0; i < 20; ++i) QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_End);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(shown.place(), QString("output 5, input 7"));
    const QRect pane = view.paneRect(0);
    bool seen = false;
    for (int y = pane.top() + 1; y < pane.bottom(); y += 4)
      for (int x = pane.left() + 1; x < pane.right(); x += 4) seen |= shown.placeAt({x, y}) == "output 5, input 7";
    QVERIFY(seen);
  }

  void newWeightsOfTheSameLayerKeepTheView() {
    ShownInspector shown;
    shown.show("Weights");
    HeatMapView& view = shown.heatMaps();
    for (int i = 0; i < 6; ++i) wheel(view, view.paneRect(0).center() + QPoint(9, 9), 120);
    const QPoint corner = view.paneRect(0).topLeft() + QPoint(3, 3);
    const QString inTheCorner = shown.placeAt(corner);
    QVERIFY(inTheCorner != "output 0, input 0");
    shown.panel.setLayer("Layer 3", 3);
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 1, 99));
    QCOMPARE(shown.place(), inTheCorner);  // still pointed at
    QCOMPARE(shown.placeAt(corner), inTheCorner);
    shown.panel.setLayer("Layer 4", 4);
    shown.panel.setWeights(madeUpWeights(4, 16, 6, true, 1));
    QCOMPARE(shown.readOut(), QString());
    QVERIFY(shown.showsAllOf(6, 16));
  }

  void theScalesAreStated() {
    ShownInspector shown;
    shown.show("Weights");
    auto* bar = shown.part<WeightsPage>().findChild<ColorBar*>();
    QCOMPARE(bar->rows().size(), std::size_t(2));
    QCOMPARE(bar->rows()[1].scale.limit, shown.heatMaps().arrays()[3].scale.limit);
    auto weights = madeUpWeights(3, 32, 32, true, 1);
    weights->teachers[0].matrices[0].matrix.values[5] = 40;
    shown.panel.setWeights(weights);
    QVERIFY(bar->note().contains("99.5th percentile"));
    QVERIFY(bar->note().contains("40"));
  }

  void histogramsAreReadByBin() {
    ShownInspector shown;
    shown.show("Distributions");
    auto& page = shown.part<DistributionsPage>();
    QCOMPARE(page.charts().size(), std::size_t(10));
    QCOMPARE(page.findChild<SeriesLegend*>()->series().size(), std::size_t(5));
    HistogramView& chart = *page.charts()[5];
    double sum = 0;
    for (int bin = 0; bin < chart.bins(); ++bin) sum += chart.share(1, bin);
    QVERIFY(std::abs(sum - 1) < 1e-9);
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY2(shown.readOut().startsWith("Pointwise weights: "), qPrintable(shown.readOut()));
    const double width = (chart.histogram().high - chart.histogram().low) / chart.bins();
    QVERIFY2(shown.place().contains(valueText(chart.histogram().low + width)), qPrintable(shown.place()));
    const QImage linear = chart.grab().toImage();
    page.findChild<QCheckBox*>()->click();
    QVERIFY(chart.grab().toImage() != linear);
    shown.panel.resize(900, 700);
    QTRY_VERIFY(page.charts()[1]->y() == page.charts()[0]->y());  // side by side now
  }

  void asksForFeatureMapsWhenTheyAreLookedAt() {
    ShownInspector shown;
    QSignalSpy wanted(&shown.panel, &InspectorPanel::probeChanged);
    QVERIFY(!shown.panel.wantsFeatureMaps());
    shown.show("Feature maps");
    QCOMPARE(wanted.size(), 1);
    QVERIFY(shown.panel.wantsFeatureMaps());
    shown.panel.setFeatureMaps(madeUpMaps(3, 0, 6, 4, 10), QImage(28, 28, QImage::Format_Grayscale8), "Test image 0");
    QCOMPARE(shown.maps().arrays().size(), std::size_t(3));
    shown.part<QSpinBox>().setValue(6);
    QCOMPARE(wanted.size(), 2);
    QVERIFY(shown.part<FeatureMapsPage>().showsContent());  // the last maps stay until the next ones come
    shown.panel.setFeatureMaps(madeUpMaps(3, 0, 6, 4, 10), QImage(28, 28, QImage::Format_Grayscale8), "Test image 5");
    // Back and forth: there are maps already.
    shown.show("Weights");
    shown.show("Feature maps");
    QCOMPARE(wanted.size(), 2);
    shown.panel.setLayer("Head", 14);
    QVERIFY(!shown.panel.wantsFeatureMaps());
    QVERIFY(messageOf(shown.part<FeatureMapsPage>()).contains("layers 1 to 13"));
    shown.panel.setLayer("Layer 5", 5);
    QVERIFY(shown.panel.wantsFeatureMaps());
    QCOMPARE(wanted.size(), 2);  // whoever sets the layer asks
    shown.panel.hide();
    QVERIFY(!shown.panel.wantsFeatureMaps());
  }

  void choosesTheProbeImage() {
    ShownInspector shown;
    shown.show("Feature maps");
    QSignalSpy wanted(&shown.panel, &InspectorPanel::probeChanged);
    auto& controls = shown.part<ProbeControls>();
    QToolButton* previous = controls.findChildren<QToolButton*>()[0];
    QToolButton* next = controls.findChildren<QToolButton*>()[1];
    next->click();
    QCOMPARE(shown.panel.probe().index, qint64(1));
    QCOMPARE(wanted.size(), 1);
    previous->click();
    previous->click();  // before the first one is the last one
    QCOMPARE(shown.panel.probe().index, qint64(99));
    controls.findChild<QSpinBox*>()->setValue(80);
    QCOMPARE(shown.panel.probe().index, qint64(79));  // people count from 1
    auto* task = controls.findChild<QComboBox*>();
    task->setFocus();
    QTest::keyClick(task, Qt::Key_Down);
    QCOMPARE(shown.panel.probe().task, 1);
    QCOMPARE(shown.panel.probe().index, qint64(49));  // B has 50 images
    QCOMPARE(wanted.size(), 5);
    auto* number = controls.findChild<QSpinBox*>();
    QCOMPARE(number->text(), QString("Image 50 of 50"));
    shown.chooseFile("/tmp/cat.png");
    QCOMPARE(shown.panel.probe().file, QString("/tmp/cat.png"));
    QCOMPARE(number->text(), QString("cat.png"));
    next->click();  // back to the test set
    QCOMPARE(shown.panel.probe().file, QString());
    QCOMPARE(shown.panel.probe().index, qint64(49));
    QCOMPARE(number->text(), QString("Image 50 of 50"));
    QCOMPARE(wanted.size(), 7);
    shown.panel.setTasks(twoTitles, {100, 10}, {}, 13);
    QCOMPARE(shown.panel.probe().index, qint64(9));
    QCOMPARE(wanted.size(), 7);
    shown.panel.setTasks(twoTitles, {100, 0}, {}, 13);
    QVERIFY(!shown.panel.wantsFeatureMaps());
    QVERIFY(messageOf(shown.part<FeatureMapsPage>()).contains("no test images"));
    shown.chooseFile("/tmp/cat.png");
    QVERIFY(shown.panel.wantsFeatureMaps());
    QCOMPARE(wanted.size(), 8);
  }

  void showsMapsPredictionsAndErrors() {
    ShownInspector shown;
    shown.show("Feature maps");
    auto& page = shown.part<FeatureMapsPage>();
    QVERIFY(!page.showsContent());
    shown.panel.setFeatureMaps(madeUpMaps(4, 0, 6, 4, 2), {}, {});  // another layer
    shown.panel.setFeatureMaps(madeUpMaps(3, 1, 6, 4, 2), {}, {});  // another task
    QVERIFY(!page.showsContent());
    const auto maps = madeUpMaps(3, 0, 6, 4, 2);
    shown.panel.setFeatureMaps(maps, QImage(28, 28, QImage::Format_Grayscale8), "Test image 0");
    QVERIFY(page.showsContent());
    const QStringList predictions = page.findChild<PredictionView*>()->accessibleDescription().split("; ");
    QCOMPARE(predictions.size(), 2);
    QVERIFY(predictions[0].startsWith("zero: teacher "));
    const auto& arrays = shown.maps().arrays();
    QCOMPARE(arrays[0].scale.limit, arrays[1].scale.limit);
    QVERIFY(arrays[0].scale.kind == ColorScale::Kind::Sequential);
    QVERIFY(arrays[2].scale.kind == ColorScale::Kind::Diverging);
    QCOMPARE(arrays[2].values->values[7], maps->merged.values[7] - maps->teacher.values[7]);
    hover(*shown.maps().viewport(), shown.maps().cellRect({1, 2, 3}, 0).center());
    QVERIFY2(shown.readOut().startsWith("channel 1, row 2, column 3 · teacher "), qPrintable(shown.readOut()));
    shown.panel.setFeatureMapsError("cat.png: not an image");
    QVERIFY(messageOf(page).contains("cat.png: not an image"));
    QCOMPARE(shown.readOut(), QString());
    QVERIFY(titlesOf(page).isEmpty());
  }

  void showsAProbeImageOfEachTask() {
    ShownInspector shown;
    shown.panel.setTasks({"A · digits", "B · fashion", "C · letters"}, {100, 50, 20},
                         {{"zero", "one"}, {"shirt", "boot"}, {"alpha", "beta"}}, 13);
    shown.show("Feature maps");
    auto& page = shown.part<FeatureMapsPage>();
    auto* task = shown.part<ProbeControls>().findChild<QComboBox*>();
    task->setFocus();
    QTest::keyClick(task, Qt::Key_End);
    QCOMPARE(task->currentText(), QString("C · letters"));
    QCOMPARE(shown.panel.probe().task, 2);
    QCOMPARE(shown.part<QSpinBox>().text(), QString("Image 1 of 20"));
    shown.panel.setFeatureMaps(madeUpMaps(3, 2, 6, 4, 2), QImage(28, 28, QImage::Format_Grayscale8), "Test image 0");
    QVERIFY(page.showsContent());
    QVERIFY(page.findChild<PredictionView*>()->accessibleDescription().contains("alpha: teacher "));
    QCOMPARE(shown.maps().arrays()[0].task, 2);
  }

  void savesWhatIsShown() {
    ShownInspector shown;
    QTemporaryDir folder;
    shown.show("Weights");
    std::vector<Exportable> items = shown.part<WeightsPage>().exportables();
    QCOMPARE(items.size(), std::size_t(5));
    const QString png = folder.filePath("m.png"), csv = folder.filePath("m.csv"), npy = folder.filePath("m.npy");
    writePng(png, items[2].picture());
    QCOMPARE(QImage(png).size(), QSize(8, 6));
    writeCsv(csv, items[2]);
    const auto weights = madeUpWeights(3, 8, 6, true, 0);
    const QString text = QString::fromStdString(readTextFile(csv.toStdString()));
    QCOMPARE(text.section(u'\n', 1, 1).section(u',', 4, 4).toFloat(),
             weights->network[0].matrices[0].matrix.values[12]);
    writeNpy(npy, items[0]);
    QVERIFY(readTextFile(npy.toStdString()).find("'shape': (6, 8)") != std::string::npos);
    ZIPPER_EXPECT_ERROR(writeCsv("/nowhere/m.csv", items[0]), "/nowhere/m.csv");
    shown.show("Distributions");
    items = shown.part<DistributionsPage>().exportables();
    writeCsv(csv, items[5]);
    QVERIFY(readTextFile(csv.toStdString()).rfind("low,high,A,B,merged\n", 0) == 0);
    writePng(png, items[0].picture());
    QVERIFY(QImage(png).width() > 100);
  }

  void savesFromTheMenu() {
    ShownInspector shown;
    QTemporaryDir folder;
    shown.show("Weights");
    QMenu* menu = shown.panel.findChild<QPushButton*>("saveButton")->menu();
    Q_EMIT menu->aboutToShow();
    const auto save = [&](int format, int item, const QString& path) {
      menu->actions()[format]->menu()->actions()[item]->trigger();
      auto* dialog = shown.panel.findChild<QFileDialog*>();
      QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), QFileInfo(path).fileName());
      Q_EMIT dialog->fileSelected(path);
      dialog->reject();
      QTRY_VERIFY(shown.panel.findChild<QFileDialog*>() == nullptr);
    };
    save(0, 2, folder.filePath("layer-3-merged.png"));
    QCOMPARE(QImage(folder.filePath("layer-3-merged.png")).size(), QSize(8, 6));
    save(1, 3, folder.filePath("layer-3-a-minus-b.csv"));
    QVERIFY(QFile::exists(folder.filePath("layer-3-a-minus-b.csv")));
    save(2, 0, "/nowhere/layer-3-a.npy");
    auto* error = shown.panel.findChild<QMessageBox*>("errorDialog");
    QVERIFY(error != nullptr && error->informativeText().contains("/nowhere/layer-3-a.npy"));
  }

  void theSaveMenuOffersEveryPicture() {
    ShownInspector shown;
    auto* button = shown.panel.findChild<QPushButton*>("saveButton");
    Q_EMIT button->menu()->aboutToShow();
    QCOMPARE(button->menu()->actions().size(), 3);
    QMenu* numbers = button->menu()->actions()[1]->menu();
    QCOMPARE(numbers->actions().size(), 4);
    QCOMPARE(numbers->actions()[3]->text(), QString("merged B…"));
  }

  void tabsGiveWayToAComboBox() {
    ShownInspector shown(true, {900, 600});
    auto& tabs = shown.part<NarrowTabs>();
    const auto* combo = tabs.findChild<QComboBox*>({}, Qt::FindDirectChildrenOnly);
    QVERIFY(!combo->isVisible());
    shown.panel.resize(220, 600);
    QTRY_VERIFY(combo->isVisible());
    shown.show("Distributions");
    QCOMPARE(combo->currentText(), QString("Distributions"));
    QVERIFY(shown.panel.minimumSizeHint().width() <= 340);
  }

  void aThemeChangeRecoloursThePictures() {
    ShownInspector shown;
    shown.show("Weights");
    HeatMapView& view = shown.heatMaps();
    const QPoint cell = view.paneRect(0).center();
    const QRgb light = view.grab().toImage().pixel(cell);
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    shown.panel.setPalette(dark);
    QVERIFY(view.grab().toImage().pixel(cell) != light);
  }

  void aMillionWeightsStayFluid() {
    ShownInspector shown;
    shown.panel.resize(900, 700);
    shown.panel.setLayer("Layer 12", 12);
    shown.show("Weights");
    const auto weights = madeUpWeights(12, 1024, 1024, true, 3);
    QElapsedTimer timer;
    timer.start();
    shown.panel.setWeights(weights);
    const qint64 set = timer.restart();
    HeatMapView& view = shown.heatMaps();
    view.grab();
    const qint64 first = timer.restart();
    for (int i = 0; i < 20; ++i) {
      wheel(view, view.paneRect(0).center(), 120);
      view.grab();
    }
    const double each = double(timer.elapsed()) / 20;
    qInfo("set %lld ms, first painting %lld ms, then %.1f ms each", set, first, each);
    QVERIFY(each < 100);  // generous: a shared machine
  }
};

ZIPPER_TEST_WITH(QApplication, TestInspector)
#include "test_inspector.moc"
