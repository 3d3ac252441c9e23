// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
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
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/inspector/histogram_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/kernels_page.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/inspector/prediction_view.h"
#include "widgets/inspector/probe_controls.h"
#include "widgets/inspector/series_legend.h"
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

/// A panel with two tasks and layer 3 (8 inputs, 6 outputs), shown.
struct ShownInspector {
  InspectorPanel panel;

  explicit ShownInspector(bool merged = true, QSize size = {420, 700}) {
    panel.setTasks({"A · digits", "B · fashion"}, {100, 50}, {{"zero", "one"}, {"shirt", "boot"}});
    panel.setLayer("Layer 3", 3);
    panel.setWeights(madeUpWeights(3, 8, 6, merged, merged ? 0 : -1));
    panel.setCurrentTab(InspectorPanel::Kernels);
    panel.resize(size);
    panel.show();
    (void)QTest::qWaitForWindowExposed(&panel);
  }
  template <typename T>
  T& part() {
    return *panel.findChild<T*>();
  }
  MapGrid& kernels() { return part<KernelsPage>().grid(); }
  HeatMapView& heatMaps() { return part<HeatMapView>(); }
  MapGrid& maps() { return part<FeatureMapsPage>().grid(); }
  QString readOut() { return panel.findChild<QLabel*>("readOut")->text().replace(u'\u00A0', u' '); }
};

}  // namespace

class TestInspector : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// What an image becomes says more at first sight than kernels of nine pixels.
  void opensOnTheFeatureMaps() {
    InspectorPanel panel;
    QCOMPARE(panel.currentTab(), InspectorPanel::Maps);
  }

  void saysWhatIsMissing() {
    InspectorPanel panel;
    panel.setCurrentTab(InspectorPanel::Kernels);
    auto* kernels = panel.findChild<KernelsPage*>();
    QVERIFY(kernels->message().contains("Open two models"));
    QVERIFY(!panel.findChild<QPushButton*>("saveButton")->isEnabled());
    panel.setTasks({"A", "B"}, {10, 10}, {});
    panel.setLayer("Layer 3", 3);
    QCOMPARE(kernels->message(), QString("Loading…"));
    panel.setWeights(madeUpWeights(4, 8, 6, false, -1));  // another layer: too late
    QCOMPARE(kernels->message(), QString("Loading…"));
    QVERIFY(panel.exportTitles().isEmpty());
    panel.setWeights(madeUpWeights(3, 8, 6, false, -1));
    QCOMPARE(panel.exportTitles(), QStringList({"teacher A", "teacher B"}));
    QVERIFY(panel.findChild<QPushButton*>("saveButton")->isEnabled());
    panel.setTasks({}, {}, {});
    QVERIFY(kernels->message().contains("Open two models"));
    QVERIFY(panel.exportTitles().isEmpty());
  }

  void stemAndHeadSayWhatTheyDoNotHave() {
    ShownInspector shown;
    auto stem = madeUpWeights(0, 24, 6, false, -1);
    for (auto* units : {&stem->teachers, &stem->network})
      for (UnitWeights& unit : *units) {
        unit.matrix = {};
        unit.matrixBn = {};
        unit.kernelBn.scale.resize(8);
      }
    shown.panel.setLayer("Stem", 0);
    shown.panel.setWeights(stem);
    shown.kernels().setCell({7, 0, 1});
    QVERIFY2(shown.readOut().startsWith("output 2, input 1, row 0, column 1 · teacher A"), qPrintable(shown.readOut()));
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    QVERIFY(shown.part<WeightsPage>().message().contains("stem has no pointwise"));
    auto head = madeUpWeights(14, 8, 6, false, -1);
    for (UnitWeights& unit : head->teachers) unit.kernels = {};
    head->teachers[1].matrix = head->network[1].matrix = {{2, 8}, std::vector<float>(16, 1.f)};
    shown.panel.setLayer("Head", 14);
    shown.panel.setWeights(head);
    QVERIFY(shown.part<WeightsPage>().note().contains("Heads are never merged"));
    QVERIFY(shown.part<WeightsPage>().note().contains("A is 6×8, B is 2×8"));
    shown.panel.setCurrentTab(InspectorPanel::Kernels);
    QVERIFY(shown.part<KernelsPage>().message().contains("head has no kernels"));
    QVERIFY(shown.panel.exportTitles().isEmpty());
  }

  void aLayerThatIsNotMergedSaysSo() {
    ShownInspector shown(false);
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    QCOMPARE(shown.heatMaps().arrays().size(), std::size_t(3));
    QVERIFY(shown.part<WeightsPage>().note().contains("isn't merged"));
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 0));
    QCOMPARE(shown.heatMaps().arrays().size(), std::size_t(5));
    QCOMPARE(shown.part<WeightsPage>().note(), QString());
    auto matched = std::make_shared<LayerWeights>(*madeUpWeights(3, 8, 6, true, 0));
    matched->matched = true;
    shown.panel.setWeights(matched);
    QVERIFY(shown.part<WeightsPage>().note().contains("matched"));
  }

  void pointingAtAKernelReadsItsValues() {
    ShownInspector shown;
    MapGrid& grid = shown.kernels();
    hover(*grid.viewport(), grid.cellRect({2, 1, 0}, 3).center());
    QVERIFY(grid.cell());
    QCOMPARE(grid.cell()->channel, 2);
    QCOMPARE(grid.cell()->row, 1);
    QCOMPARE(grid.cell()->column, 0);
    QVERIFY2(shown.readOut().startsWith("channel 2, row 1, column 0 · teacher A "), qPrintable(shown.readOut()));
    QVERIFY(shown.readOut().contains(" · merged B "));
  }

  void theArrowKeysMoveThroughTheKernels() {
    ShownInspector shown;
    MapGrid& grid = shown.kernels();
    grid.setFocus(Qt::TabFocusReason);
    QVERIFY(grid.cell());
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(grid.cell()->column, 2);
    QTest::keyClick(&grid, Qt::Key_Right);  // over the edge: the next channel
    QCOMPARE(grid.cell()->channel, 1);
    QCOMPARE(grid.cell()->column, 0);
    QTest::keyClick(&grid, Qt::Key_Up);  // above the first row there is nothing
    QCOMPARE(grid.cell()->channel, 1);
    QTest::keyClick(&grid, Qt::Key_End);
    QCOMPARE(grid.cell()->channel, 7);
    QVERIFY(grid.viewport()->rect().contains(grid.cellRect(*grid.cell(), 0)));
    const int size = grid.cellSize();
    QTest::keyClick(&grid, Qt::Key_Plus);
    QVERIFY(grid.cellSize() > size);
    wheel(*grid.viewport(), {50, 50}, -120, Qt::ControlModifier);
    QCOMPARE(grid.cellSize(), size);
  }

  void theWheelZoomsAllMatricesAboutTheCursor() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    HeatMapView& view = shown.heatMaps();
    QVERIFY(view.showsEverything());
    const QPoint position = view.paneRect(1).center() + QPoint(20, -10);
    const auto placeThere = [&] {
      return view.matrixViewport().toMatrix(QPointF(position) - QRectF(view.paneRect(1)).center());
    };
    for (int i = 0; i < 4; ++i) wheel(view, position, 120);
    const QPointF before = placeThere();
    const double size = view.matrixViewport().cellSize;
    wheel(view, position, 120);
    QVERIFY(view.matrixViewport().cellSize >= size);
    QVERIFY(!view.showsEverything());
    QVERIFY((placeThere() - before).manhattanLength() < 1e-6);
    const QPointF centre = view.matrixViewport().centre;
    QTest::mousePress(&view, Qt::LeftButton, {}, position);
    QMouseEvent drag(QEvent::MouseMove, position + QPoint(-8, 5), view.mapToGlobal(position), Qt::LeftButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&view, &drag);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, position + QPoint(-8, 5));
    QVERIFY(view.matrixViewport().centre != centre);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, position);
    QVERIFY(view.showsEverything());
  }

  void theArrowKeysReadTheMatrices() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    HeatMapView& view = shown.heatMaps();
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.cell()->row, 1);
    QCOMPARE(view.cell()->column, 2);
    const auto weights = madeUpWeights(3, 8, 6, true, 0);
    QVERIFY2(shown.readOut().startsWith("output 1, input 2 · A "), qPrintable(shown.readOut()));
    QVERIFY(shown.readOut().contains(" · merged − mean "));
    // Zoomed in on a corner, the cursor takes the view along.
    for (int i = 0; i < 20; ++i) QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_End);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.cell()->row, 5);
    QCOMPARE(view.cell()->column, 7);
    const QPointF middle = view.matrixViewport().toPane({7.5, 5.5});
    QVERIFY(std::abs(middle.x()) <= view.paneRect(0).width() / 2.0);
    QVERIFY(std::abs(middle.y()) <= view.paneRect(0).height() / 2.0);
  }

  void newWeightsOfTheSameLayerKeepTheView() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    HeatMapView& view = shown.heatMaps();
    for (int i = 0; i < 6; ++i) wheel(view, view.paneRect(0).center() + QPoint(9, 9), 120);
    view.setCell({3, 4});
    const MatrixViewport before = view.matrixViewport();
    shown.panel.setLayer("Layer 3", 3);
    shown.panel.setWeights(madeUpWeights(3, 8, 6, true, 1, 99));
    QCOMPARE(view.matrixViewport().cellSize, before.cellSize);
    QCOMPARE(view.matrixViewport().centre, before.centre);
    QCOMPARE(view.cell()->row, 3);
    shown.panel.setLayer("Layer 4", 4);
    shown.panel.setWeights(madeUpWeights(4, 16, 6, true, 1));
    QVERIFY(view.showsEverything());
    QVERIFY(!view.cell());
  }

  void theScalesAreStated() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    auto* bar = shown.part<WeightsPage>().findChild<ColorBar*>();
    QCOMPARE(bar->rows().size(), std::size_t(2));
    QCOMPARE(bar->rows()[1].scale.limit, shown.heatMaps().arrays()[3].scale.limit);
    auto weights = madeUpWeights(3, 32, 32, true, 1);
    weights->teachers[0].matrix.values[5] = 40;
    shown.panel.setWeights(weights);
    QVERIFY(bar->note().contains("99.5th percentile"));
    QVERIFY(bar->note().contains("40"));
  }

  void histogramsAreReadByBin() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Distributions);
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
    QCOMPARE(*chart.bin(), 1);
    QVERIFY2(shown.readOut().startsWith("Pointwise weights: "), qPrintable(shown.readOut()));
    page.findChild<QCheckBox*>()->click();
    QVERIFY(chart.isLogarithmic());
    shown.panel.resize(900, 700);
    QTRY_VERIFY(page.charts()[1]->y() == page.charts()[0]->y());  // side by side now
  }

  void asksForFeatureMapsWhenTheyAreLookedAt() {
    ShownInspector shown;
    QSignalSpy wanted(&shown.panel, &InspectorPanel::probeChanged);
    QVERIFY(!shown.panel.wantsFeatureMaps());
    shown.panel.setCurrentTab(InspectorPanel::Maps);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(shown.panel.wantsFeatureMaps());
    shown.panel.setFeatureMaps(madeUpMaps(3, 0, 6, 4, 10), QImage(28, 28, QImage::Format_Grayscale8), "Test image 0");
    QCOMPARE(shown.maps().arrays().size(), std::size_t(3));
    shown.panel.setProbe({0, 5, {}});
    QCOMPARE(wanted.size(), 2);
    QVERIFY(shown.part<FeatureMapsPage>().showsContent());  // the last maps stay until the next ones come
    shown.panel.setFeatureMaps(madeUpMaps(3, 0, 6, 4, 10), QImage(28, 28, QImage::Format_Grayscale8), "Test image 5");
    // Back and forth: there are maps already.
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    shown.panel.setCurrentTab(InspectorPanel::Maps);
    QCOMPARE(wanted.size(), 2);
    shown.panel.setLayer("Head", 14);
    QVERIFY(!shown.panel.wantsFeatureMaps());
    QVERIFY(shown.part<FeatureMapsPage>().message().contains("layers 1 to 13"));
    shown.panel.setLayer("Layer 5", 5);
    QVERIFY(shown.panel.wantsFeatureMaps());
    QCOMPARE(wanted.size(), 2);  // whoever sets the layer asks
    shown.panel.hide();
    QVERIFY(!shown.panel.wantsFeatureMaps());
  }

  void choosesTheProbeImage() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Maps);
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
    shown.panel.setProbe({1, 49, "/tmp/cat.png"});
    QCOMPARE(shown.panel.probe().file, QString("/tmp/cat.png"));
    QCOMPARE(number->text(), QString("cat.png"));
    next->click();  // back to the test set
    QCOMPARE(shown.panel.probe().file, QString());
    QCOMPARE(shown.panel.probe().index, qint64(49));
    QCOMPARE(number->text(), QString("Image 50 of 50"));
    QCOMPARE(wanted.size(), 7);
    shown.panel.setTasks({"A", "B"}, {100, 10}, {});
    QCOMPARE(shown.panel.probe().index, qint64(9));
    QCOMPARE(wanted.size(), 7);
    shown.panel.setTasks({"A", "B"}, {100, 0}, {});
    QVERIFY(!shown.panel.wantsFeatureMaps());
    QVERIFY(shown.part<FeatureMapsPage>().message().contains("no test images"));
    shown.panel.setProbe({1, 0, "/tmp/cat.png"});
    QVERIFY(shown.panel.wantsFeatureMaps());
    QCOMPARE(wanted.size(), 8);
  }

  void showsMapsPredictionsAndErrors() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Maps);
    auto& page = shown.part<FeatureMapsPage>();
    QVERIFY(!page.showsContent());
    shown.panel.setFeatureMaps(madeUpMaps(4, 0, 6, 4, 2), {}, {});  // another layer
    shown.panel.setFeatureMaps(madeUpMaps(3, 1, 6, 4, 2), {}, {});  // another task
    QVERIFY(!page.showsContent());
    const auto maps = madeUpMaps(3, 0, 6, 4, 2);
    shown.panel.setFeatureMaps(maps, QImage(28, 28, QImage::Format_Grayscale8), "Test image 0");
    QVERIFY(page.showsContent());
    QCOMPARE(page.predictions().predictions().size(), std::size_t(2));
    QCOMPARE(page.predictions().predictions()[0].name, QString("zero"));
    const auto& arrays = shown.maps().arrays();
    QCOMPARE(arrays[0].scale.limit, arrays[1].scale.limit);
    QVERIFY(arrays[0].scale.kind == ColorScale::Kind::Sequential);
    QVERIFY(arrays[2].scale.kind == ColorScale::Kind::Diverging);
    QCOMPARE(arrays[2].values->values[7], maps->merged.values[7] - maps->teacher.values[7]);
    hover(*shown.maps().viewport(), shown.maps().cellRect({1, 2, 3}, 0).center());
    QVERIFY2(shown.readOut().startsWith("channel 1, row 2, column 3 · teacher "), qPrintable(shown.readOut()));
    shown.panel.setFeatureMapsError("cat.png: not an image");
    QVERIFY(page.message().contains("cat.png: not an image"));
    QCOMPARE(shown.readOut(), QString());
    QVERIFY(shown.panel.exportTitles().isEmpty());
  }

  void savesWhatIsShown() {
    ShownInspector shown;
    QTemporaryDir folder;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
    QCOMPARE(shown.panel.exportTitles().size(), 5);
    const QString png = folder.filePath("m.png"), csv = folder.filePath("m.csv"), npy = folder.filePath("m.npy");
    shown.panel.savePng(png, 2);
    QCOMPARE(QImage(png).size(), QSize(8, 6));
    shown.panel.saveCsv(csv, 2);
    const auto weights = madeUpWeights(3, 8, 6, true, 0);
    const QString text = QString::fromStdString(readTextFile(csv.toStdString()));
    QCOMPARE(text.section(u'\n', 1, 1).section(u',', 4, 4).toFloat(), weights->network[0].matrix.values[12]);
    shown.panel.saveNpy(npy);
    QVERIFY(readTextFile(npy.toStdString()).find("'shape': (6, 8)") != std::string::npos);
    ZIPPER_EXPECT_ERROR(shown.panel.savePng(png, 5), "picture 5 was to be saved, the inspector shows 5");
    ZIPPER_EXPECT_ERROR(shown.panel.saveCsv("/nowhere/m.csv"), "/nowhere/m.csv");
    shown.panel.setCurrentTab(InspectorPanel::Distributions);
    shown.panel.saveCsv(csv, 5);
    QVERIFY(readTextFile(csv.toStdString()).rfind("low,high,A,B,merged\n", 0) == 0);
    shown.panel.savePng(png, 0);
    QVERIFY(QImage(png).width() > 100);
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
    QVERIFY(!tabs.showsComboBox());
    shown.panel.resize(220, 600);
    QTRY_VERIFY(tabs.showsComboBox());
    shown.panel.setCurrentTab(InspectorPanel::Distributions);
    QCOMPARE(shown.panel.findChild<QTabBar*>()->currentIndex(), int(InspectorPanel::Distributions));
    QVERIFY(shown.panel.minimumSizeHint().width() <= 340);
  }

  void aThemeChangeRecoloursThePictures() {
    ShownInspector shown;
    shown.panel.setCurrentTab(InspectorPanel::Weights);
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
    shown.panel.setCurrentTab(InspectorPanel::Weights);
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
