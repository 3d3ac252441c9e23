// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test_program.h"
#include "widgets/zipper_view/zipper_view.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMessageBox>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>
#include <limits>
#include <random>
#include <set>

#include "shown_zipper.h"
#include "support/expect_error.h"
#include "widgets/style/colors.h"
#include "widgets/style/motion.h"
#include "widgets/zipper_view/zipper_scene.h"
#include "zipper_scenes.h"

using namespace zipper;
using test::pixelsLike;
using test::ShownZipper;

namespace {

/// Fusion with animations, whatever the desktop says.
class MovingStyle : public QProxyStyle {
 public:
  MovingStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override {
    return hint == SH_Widget_Animation_Duration ? 200 : QProxyStyle::styleHint(hint, option, widget, data);
  }
};

QPalette darkPalette() {
  QPalette palette(QColor("#2b2f33"), QColor("#202326"));
  for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(role, QColor("#e6e6e6"));
  palette.setColor(QPalette::Base, QColor("#1a1d20"));
  palette.setColor(QPalette::Highlight, QColor("#3daee9"));
  return palette;
}

QAction* actionOf(QMenu* menu, const char* name) { return menu ? menu->findChild<QAction*>(name) : nullptr; }

}  // namespace

class TestZipperView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Whatever the system's font is: at 150 dpi, writing is as much larger as everywhere else in the window.
  void writingFollowsTheFont() {
    ShownZipper shown(test::someLayers({1, 2}, 3), {1000, 600});
    const auto pixels = [&shown] {
      const auto* scene = static_cast<const ZipperScene*>(shown.view.scene());
      return scene->picture().theme.label(14).pixelSize() * shown.view.transform().m11();
    };
    const QFont before = shown.view.font();
    const double usual = pixels();
    QVERIFY2(usual >= 0.85 * QFontInfo(before).pixelSize(), qPrintable(QString::number(usual)));
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 150 / 96);
    shown.view.setFont(large);
    QVERIFY2(pixels() >= 0.85 * QFontInfo(large).pixelSize(), qPrintable(QString::number(pixels())));
    QVERIFY(pixels() > 1.2 * usual);
    shown.view.setFont(before);
    QCOMPARE(pixels(), usual);
  }

  void initTestCase() { QApplication::setStyle(new MovingStyle); }
  void init() { style::setReducedMotion(true); }

  void clickSelectsAndTells() {
    ShownZipper shown(test::someLayers({1, 2}));
    QSignalSpy selected(&shown.view, &ZipperView::layerSelected);
    for (const int layer : {7, 0, 14}) {
      QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.middleOf(layer));
      QCOMPARE(shown.view.selectedLayer(), layer);
      QCOMPARE(selected.takeFirst().at(0).toInt(), layer);
    }
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.middleOf(14));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, QPoint(400, 448));  // the legend
    QCOMPARE(shown.view.selectedLayer(), 14);
    QVERIFY(selected.isEmpty());
  }

  void settingTheSelectionIsSilent() {
    ShownZipper shown(test::someLayers({}));
    QSignalSpy selected(&shown.view, &ZipperView::layerSelected);
    for (const int layer : {3, -1, 14, 0}) {
      shown.view.setSelectedLayer(layer);
      QCOMPARE(shown.view.selectedLayer(), layer);
    }
    shown.view.setSelectedLayer(15);
    QCOMPARE(shown.view.selectedLayer(), -1);
    QVERIFY(selected.isEmpty());
  }

  void arrowKeysWalkThroughTheLayers() {
    ShownZipper shown(test::someLayers({}));
    QSignalSpy selected(&shown.view, &ZipperView::layerSelected);
    for (int layer = 0; layer <= 14; ++layer) {
      QTest::keyClick(&shown.view, Qt::Key_Right);
      QCOMPARE(shown.view.selectedLayer(), layer);
    }
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QCOMPARE(shown.view.selectedLayer(), 14);
    QCOMPARE(selected.count(), 15);
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QCOMPARE(shown.view.selectedLayer(), 13);
  }

  void arrowKeysKeepTheLayerVisible() {
    ShownZipper shown(test::someLayers({}));
    for (int i = 0; i < 8; ++i) QTest::keyClick(&shown.view, Qt::Key_Plus);
    QVERIFY(!shown.view.isFitted());
    for (int layer = 0; layer <= 14; ++layer) {
      QTest::keyClick(&shown.view, Qt::Key_Right);
      const QRect column = shown.view.columnRect(layer);
      QVERIFY2(column.left() >= 0 && column.right() <= shown.view.viewport()->width(),
               qPrintable(QString::number(layer)));
    }
  }

  void wheelZoomsAboutTheCursor() {
    ShownZipper shown(test::someLayers({1}));
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 20; ++round) {
      const QPoint at(int(100 + random() % 600), int(60 + random() % 330));
      const QPointF before = shown.view.viewportTransform().inverted().map(QPointF(at));
      shown.wheel(at, 120);
      const QPointF after = shown.view.viewportTransform().map(before);
      QVERIFY(!shown.view.isFitted());
      QVERIFY2((after - at).manhattanLength() <= 2, qPrintable(QString("%1 %2").arg(at.x()).arg(at.y())));
      if (round % 5 == 4) shown.view.fit();
    }
    shown.view.fit();
    const double fitted = shown.view.transform().m11();
    for (int i = 0; i < 60; ++i) shown.wheel({300, 200}, 120);
    QVERIFY(shown.view.transform().m11() > 4 * fitted && shown.view.transform().m11() <= 10.01 * fitted);
    for (int i = 0; i < 80; ++i) shown.wheel({300, 200}, -120);
    QVERIFY(shown.view.isFitted());
    QVERIFY(qFuzzyCompare(shown.view.transform().m11(), fitted));
  }

  void followsItsSizeUntilZoomedByHand() {
    ShownZipper shown(test::someLayers({}));
    for (const QSize size : {QSize(640, 360), QSize(1600, 700), QSize(500, 900)}) {
      shown.view.resize(size);
      for (const int layer : {0, 14}) QVERIFY(shown.view.viewport()->rect().contains(shown.view.columnRect(layer)));
    }
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    const double zoomed = shown.view.transform().m11();
    shown.view.resize(520, 900);
    QVERIFY(qFuzzyCompare(shown.view.transform().m11(), zoomed));
    QTest::keyClick(&shown.view, Qt::Key_F);
    QVERIFY(shown.view.isFitted());
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QVERIFY(shown.view.isFitted());
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QTest::keyClick(&shown.view, Qt::Key_Minus);
    QVERIFY(shown.view.isFitted());
  }

  void dragMovesAndSelectsNothing() {
    ShownZipper shown(test::someLayers({}));
    for (int i = 0; i < 5; ++i) shown.view.zoomIn();
    const QRect before = shown.view.columnRect(7);
    QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, {400, 200});
    QTest::mouseMove(shown.view.viewport(), {370, 210});
    QTest::mouseMove(shown.view.viewport(), {340, 220});
    QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, {340, 220});
    const QPoint moved = shown.view.columnRect(7).topLeft() - before.topLeft();
    QVERIFY2((moved - QPoint(-60, 20)).manhattanLength() <= 2,
             qPrintable(QString("%1 %2").arg(moved.x()).arg(moved.y())));
    QCOMPARE(shown.view.selectedLayer(), -1);
  }

  void doubleClickLooksAtTheLayer() {
    ShownZipper shown(test::someLayers({}));
    const int before = shown.view.columnRect(9).width();
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.middleOf(9));
    const QRect column = shown.view.columnRect(9);
    QVERIFY(column.width() > before);
    QVERIFY(!shown.view.isFitted());
    QVERIFY(std::abs(column.center().x() - shown.view.viewport()->width() / 2) <= 2);
    QVERIFY(shown.view.viewport()->rect().contains(column.center()));
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.middleOf(9));
    QCOMPARE(shown.view.columnRect(9), column);
  }

  void blocksAreNumberedWhenTheHeaderIsOutOfSight() {
    ShownZipper shown(test::someLayers({13}));
    const QColor number = shown.view.palette().color(QPalette::Base);
    const auto lettersInBlock = [&] {
      return pixelsLike(shown.image(), QRect(shown.middleOf(13) - QPoint(6, 8), QSize(12, 12)), number);
    };
    QCOMPARE(lettersInBlock(), 0);
    QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, shown.middleOf(13));
    QVERIFY(shown.view.mapFromScene(500, 20).y() < 0);
    QTRY_VERIFY(lettersInBlock() > 10);
    shown.view.fit();
    QCOMPARE(lettersInBlock(), 0);
  }

  void menuRunsToLayersThatAreStillToCome() {
    ShownZipper shown(test::someLayers({1, 2}, 0, {5}));
    QSignalSpy run(&shown.view, &ZipperView::runToLayerRequested);
    for (const auto& [layer, enabled] : std::map<int, bool>{{2, false}, {4, true}, {5, false}, {14, false}}) {
      QMenu* menu = shown.menuAt(shown.middleOf(layer));
      QAction* action = actionOf(menu, "runToLayer");
      QVERIFY(action);
      QCOMPARE(action->isEnabled(), enabled);
      action->trigger();
      delete menu;
    }
    QCOMPARE(run.count(), 1);
    QCOMPARE(run.at(0).at(0).toInt(), 4);
    shown.view.setLayers(test::someLayers({1, 2}, 3));
    QMenu* menu = shown.menuAt(shown.middleOf(4));
    QVERIFY(!actionOf(menu, "runToLayer")->isEnabled());  // a step runs
    shown.view.zoomIn();
    actionOf(menu, "fit")->trigger();
    QVERIFY(shown.view.isFitted());
  }

  void titlesStayClearOfTheFrameOfLayerOne() {
    ShownZipper shown(test::someLayers({}));
    shown.view.setTaskTitles({"A · mobilenet of some length", "B · another one"});
    const QRect frame = shown.view.columnRect(1);
    const QImage with = shown.image();
    shown.view.setTaskTitles({});
    const QImage without = shown.image();
    QVERIFY(with != without);
    QCOMPARE(with.copy(QRect(frame.topLeft(), with.rect().bottomRight())),
             without.copy(QRect(frame.topLeft(), with.rect().bottomRight())));
  }

  void menuTriesMergedLayersAgain() {
    ShownZipper shown(test::someLayers({1, 2}, 0, {5}));
    QSignalSpy again(&shown.view, &ZipperView::tryAgainRequested);
    for (const auto& [layer, enabled] : std::map<int, bool>{{0, false}, {2, true}, {4, false}, {5, false}}) {
      QMenu* menu = shown.menuAt(shown.middleOf(layer));
      QCOMPARE(actionOf(menu, "tryAgain")->isEnabled(), enabled);
      actionOf(menu, "tryAgain")->trigger();
      delete menu;
    }
    QCOMPARE(again.count(), 1);
    QCOMPARE(again.at(0).at(0).toInt(), 2);
    shown.view.setLayers(test::someLayers({1, 2}, 3));
    QVERIFY(!actionOf(shown.menuAt(shown.middleOf(2)), "tryAgain")->isEnabled());  // a step runs
  }

  void enterOpensTheMenuOfTheSelectedLayer() {
    ShownZipper shown(test::someLayers({}));
    QSignalSpy run(&shown.view, &ZipperView::runToLayerRequested);
    shown.view.setSelectedLayer(6);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    auto* menu = shown.view.findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    actionOf(menu, "runToLayer")->trigger();
    QCOMPARE(run.at(0).at(0).toInt(), 6);
  }

  void closesWithAnAnimation() {
    ShownZipper shown(test::someLayers({1}));
    style::setReducedMotion(false);
    QCOMPARE(shown.view.closedShareOf(1), 1.0);
    shown.view.setLayers(test::someLayers({1, 2}));
    QVERIFY(shown.view.closedShareOf(2) < 0.5);
    QTRY_VERIFY(shown.view.closedShareOf(2) > 0.5 && shown.view.closedShareOf(2) < 1);
    QTRY_COMPARE(shown.view.closedShareOf(2), 1.0);
    shown.view.setLayers(test::someLayers({1}));  // a step back opens
    QVERIFY(shown.view.closedShareOf(2) > 0.5);
    QTRY_COMPARE(shown.view.closedShareOf(2), 0.0);
  }

  void obeysReducedMotion() {
    ShownZipper shown(test::someLayers({}));
    shown.view.setLayers(test::someLayers({1, 2, 3}));
    for (int layer = 0; layer <= 14; ++layer)
      QCOMPARE(shown.view.closedShareOf(layer), layer >= 1 && layer <= 3 ? 1.0 : 0.0);
    shown.view.setLayers(test::someLayers({1, 2, 3}, 4));
    const QImage one = shown.image();
    QTest::qWait(150);
    QCOMPARE(shown.image(), one);  // no pulse either
  }

  void layerInWorkPulsesAndShowsProgress() {
    ShownZipper shown(test::someLayers({1}, 2));
    const QRect column = shown.view.columnRect(2);
    const QColor amber = style::workColor(shown.view.palette());
    QVERIFY(shown.view.closedShareOf(2) > 0 && shown.view.closedShareOf(2) < 0.5);  // leans together
    QVERIFY(pixelsLike(shown.image(), column, amber) > 20);
    QCOMPARE(pixelsLike(shown.image(), shown.view.columnRect(3), amber), 0);
    const QImage unknown = shown.image();
    shown.view.setStepProgress(0.5);
    const QImage half = shown.image();
    QVERIFY(half != unknown);
    shown.view.setStepProgress(0.501);
    QCOMPARE(shown.image(), half);
    shown.view.setStepProgress(-1);
    QCOMPARE(shown.image(), unknown);
    style::setReducedMotion(false);
    shown.view.setLayers(test::someLayers({1}, 2));
    QTRY_VERIFY(shown.image() != unknown);
  }

  void mergedBlocksAreGreenInTheMiddle() {
    ShownZipper shown(test::someLayers({7, 13}));
    const QColor green = style::mergedColor(shown.view.palette());
    for (const int layer : {7, 13}) {
      const QRect column = shown.view.columnRect(layer);
      QVERIFY(pixelsLike(shown.image(), QRect(column.center() - QPoint(5, 6), QSize(10, 8)), green) > 60);
    }
    const QRect open = shown.view.columnRect(8);
    QCOMPARE(pixelsLike(shown.image(), open.adjusted(0, 40, 0, 0), green), 0);
  }

  void drawsTheTrunkAsOneStrand() {
    for (const QPalette& palette : {QPalette(), darkPalette()}) {
      ShownZipper shown(test::layersWithTrunk(4, 0));
      shown.view.setPalette(palette);
      const QColor green = style::mergedColor(palette);
      // Between layer and the block before it, where the depthwise circles are.
      const auto greenBefore = [&](int layer) {
        const QRect column = shown.view.columnRect(layer);
        return pixelsLike(shown.image(), QRect(column.left() - 2, column.center().y() - 30, 12, 60), green);
      };
      const auto greenStem = [&] { return pixelsLike(shown.image(), shown.view.columnRect(0), green); };
      for (int layer = 1; layer <= 5; ++layer) QCOMPARE(greenBefore(layer), 0);
      QCOMPARE(greenStem(), 0);
      QCOMPARE(shown.view.closedShareOf(0), 0.0);
      shown.view.setLayers(test::layersWithTrunk(4, 3));
      for (int layer = 1; layer <= 5; ++layer)
        QVERIFY2((greenBefore(layer) > 15) == (layer <= 3), qPrintable(QString::number(layer)));
      QVERIFY(greenStem() > 100);
      QCOMPARE(shown.view.closedShareOf(0), 1.0);
      shown.view.setLayers(test::layersWithTrunk(4, 0));  // a step back
      QCOMPARE(greenStem(), 0);
    }
  }

  void tellsWhatTheTrunkShares() {
    const std::vector<LayerOverview> layers = test::layersWithTrunk(4, 3);
    ShownZipper shown(layers);
    const UnitPlan stem = layers[0].first();
    shown.view.setStemsAndHeads({stem, stem}, {});
    const QString whole = "shared whole (trunk)";
    QCOMPARE(shown.toolTipAt(shown.middleOf(3)).count(whole), 2);  // depthwise and pointwise
    QCOMPARE(shown.toolTipAt(shown.middleOf(4)).count(whole), 0);
    QVERIFY(shown.toolTipAt(shown.middleOf(4)).contains("shared by the tasks"));
    QCOMPARE(shown.toolTipAt(shown.middleOf(0)).count(whole), 1);
    QCOMPARE(shown.toolTipAt(shown.middleOf(0)).count("MACs"), 1);  // there is one
    QVERIFY(shown.toolTipAt(shown.middleOf(14)).contains("never merged"));
    shown.view.setSelectedLayer(0);
    QVERIFY(shown.view.accessibleDescription().contains(whole));
    const QTemporaryDir folder;
    const auto legend = [&] {
      shown.view.saveSvg(folder.filePath("zipper.svg"));
      QFile file(folder.filePath("zipper.svg"));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(legend().contains(whole.toUtf8()));
    shown.view.setLayers(test::layersWithTrunk(4, 0));
    QVERIFY(legend().contains("depthwise, one per task") && !legend().contains(whole.toUtf8()));
    QVERIFY(!shown.view.accessibleDescription().contains(whole));
  }

  void liveMismatchMovesTheBars() {
    ShownZipper shown(test::someLayers({1}));
    std::vector<float> values(26, 0.2f);  // of 0.5, which the layers before have
    shown.view.setMismatch(values);
    const auto bars = [&shown](int layer) {
      QRect band = shown.view.columnRect(layer).adjusted(4, 20, -4, 0);
      band.setHeight(50);                                         // between the number and the strand
      return pixelsLike(shown.image(), band, QColor("#2687bd"));  // blue of A on white
    };
    QVERIFY(bars(7) > 50);
    QVERIFY(bars(7) > bars(8) * 3 / 4 && bars(8) > bars(7) * 3 / 4);  // but for the smooth edges
    const QImage before = shown.image();
    shown.view.setMismatch(values);
    QCOMPARE(shown.image(), before);
    values[6] = 0.001f;  // task A, layer 7
    shown.view.setMismatch(values);
    QVERIFY(bars(7) < bars(8) / 4);
    values[6] = std::numeric_limits<float>::infinity();
    shown.view.setMismatch(values);
    QVERIFY(pixelsLike(shown.image(), shown.view.columnRect(7), style::errorColor(shown.view.palette())) > 10);
    values[6] = std::numeric_limits<float>::quiet_NaN();
    shown.view.setMismatch(values);
    QCOMPARE(pixelsLike(shown.image(), shown.view.columnRect(7), style::errorColor(shown.view.palette())), 0);
    shown.view.setMismatch({});
    QVERIFY(shown.image() != before);
  }

  /// Bars of one merge can be compared from step to step, and who looks on is told where they can't.
  void theScaleOfTheBarsHolds() {
    const auto withMismatch = [](double largest) {
      auto layers = test::someLayers({1, 2});
      for (LayerOverview& layer : layers) layer.mismatch = {largest / 2, layer.layer == 7 ? largest : largest / 4};
      return layers;
    };
    ShownZipper shown(withMismatch(0.04));
    QSignalSpy changed(&shown.view, &ZipperView::mismatchScaleChanged);
    const auto scale = [&shown] { return shown.view.paintedValues().section(' ', -1); };
    QCOMPARE(scale(), QString("0.05."));
    QVERIFY(shown.view.accessibleDescription().endsWith("A full bar is a mismatch of 0.05."));
    shown.view.setLayers(withMismatch(0.004));  // lower bars, and not the same ones on another scale
    QCOMPARE(scale(), QString("0.05."));
    QVERIFY(changed.isEmpty());
    shown.view.setLayers(withMismatch(0.08));
    QCOMPARE(scale(), QString("0.1."));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(),
             QString("The mismatch bars have another scale: a full bar is 0.1 now, and was 0.05 before."));
    QCOMPARE(shown.view.property("announced").toString(), changed[0][0].toString());
    // Live bars that are longer have room meanwhile, and that is told when the step is over.
    shown.view.setMismatch(std::vector<float>(26, 0.3f));
    QCOMPARE(scale(), QString("0.5."));
    QVERIFY(shown.view.accessibleDescription().endsWith("A full bar is a mismatch of 0.5."));
    shown.view.setMismatch(std::vector<float>(26, 0.001f));
    QCOMPARE(scale(), QString("0.1."));
    shown.view.setLayers(withMismatch(0.002));
    QCOMPARE(scale(), QString("0.1."));
    QCOMPARE(changed.size(), 1);
    // Where nothing is merged there are no bars, and the next merge has a scale of its own.
    shown.view.setLayers(withMismatch(std::nan("")));
    QVERIFY(!shown.view.accessibleDescription().contains("full bar"));
    shown.view.setLayers(withMismatch(0.004));
    QCOMPARE(scale(), QString("0.005."));
    shown.view.forgetMismatch();
    shown.view.setLayers(withMismatch(0.0008));
    QCOMPARE(scale(), QString("0.001."));
    QCOMPARE(changed.size(), 1);
  }

  void theScaleStandsAtTheBars() {
    const QTemporaryDir folder;
    const auto svgOf = [&folder](const std::vector<LayerOverview>& layers) {
      ShownZipper shown(layers, {1000, 600});
      shown.view.saveSvg(folder.filePath("zipper.svg"));
      QFile file(folder.filePath("zipper.svg"));
      return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QString two = svgOf(test::someLayers({1})), four = svgOf(test::someLayers({1}, 0, {}, {4, 4}));
    QCOMPARE(two.count(">full bar</text>"), 2);
    QCOMPARE(two.count(">0.5</text>"), 2);
    QCOMPARE(four.count(">full bar</text>"), 0);
    QCOMPARE(four.count(">full bar: 0.2</text>"), 1);  // in the legend: the lanes are low
    auto none = test::someLayers({});
    for (LayerOverview& layer : none) layer.mismatch.assign(2, std::nan(""));
    QVERIFY(!svgOf(none).contains("full bar"));
  }

  void showsMergeCostsOfWhatIsNotMerged() {
    ShownZipper shown(test::someLayers({1, 2}, 3));
    const QImage before = shown.image();
    std::vector<double> costs(13, 0.25);
    costs[6] = 0.125;
    shown.view.setMergeCosts(costs);
    const QImage after = shown.image();
    const auto changed = [&](int layer) {
      const QRect column = shown.view.columnRect(layer);
      return before.copy(column) != after.copy(column);
    };
    for (int layer = 1; layer <= int(costs.size()); ++layer) QCOMPARE(changed(layer), layer > 3);
    shown.view.setMergeCosts({});
    QCOMPARE(shown.image(), before);
    shown.view.setMergeCosts(costs);
    const QTemporaryDir folder;
    shown.view.saveSvg(folder.filePath("zipper.svg"));
    QFile file(folder.filePath("zipper.svg"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("0.125") && svg.contains("0.250") && svg.contains("merge cost, estimated"));
    std::set<int> all;
    for (int layer = 1; layer <= int(costs.size()); ++layer) all.insert(layer);
    shown.view.setLayers(test::someLayers(all));  // nothing is left to cost anything
    shown.view.saveSvg(folder.filePath("merged.svg"));
    QFile merged(folder.filePath("merged.svg"));
    QVERIFY(merged.open(QIODevice::ReadOnly));
    QVERIFY(!merged.readAll().contains("merge cost, estimated"));
  }

  void toolTipsHoldTheNumbers() {
    std::vector<LayerOverview> layers = test::someLayers({13});
    ShownZipper shown(layers);
    const auto textAt = [&shown](const QPoint& at) { return shown.toolTipAt(at); };
    const QString text = textAt(shown.middleOf(13));
    // 256 -> 256 channels at 1x1... of width 0.25 on 32x32 with a stem of stride 1
    for (const char* part : {"Layer 13", "merged", "256 → 256 channels", "66,048 parameters", "0.13", "0.26"})
      QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    QVERIFY(textAt(shown.middleOf(3)).contains("separate"));
    QVERIFY(textAt(shown.middleOf(0)).contains("Stem"));
    UnitPlan stem = layers[0].first();
    stem.parameters = 1234567;
    shown.view.setStemsAndHeads({stem, stem}, {});
    QVERIFY(textAt(shown.middleOf(0)).contains("1,234,567"));
  }

  void saysWhatIsSelected() {
    ShownZipper shown(test::someLayers({4}));
    QVERIFY(!shown.view.accessibleName().isEmpty());
    shown.view.setSelectedLayer(4);
    QVERIFY(shown.view.accessibleDescription().contains("Layer 4"));
    QVERIFY(shown.view.accessibleDescription().contains("merged"));
    shown.view.setLayers(test::someLayers({}, 4));
    QVERIFY(shown.view.accessibleDescription().contains("in work"));
    shown.view.setSelectedLayer(14);
    QVERIFY(shown.view.accessibleDescription().contains("Head"));
  }

  void emptyViewTakesNoSelectionFromTheUser() {
    ShownZipper shown({});
    QSignalSpy selected(&shown.view, &ZipperView::layerSelected);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, {300, 200});
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QMenu* menu = shown.menuAt({300, 200});
    QVERIFY(!actionOf(menu, "runToLayer")->isEnabled());
    QVERIFY(selected.isEmpty());
    QVERIFY(shown.view.accessibleDescription().contains("two or more trained networks"));
    const QImage hint = shown.image();
    shown.view.setLayers(test::someLayers({}));
    QVERIFY(shown.image() != hint);
    shown.view.setLayers(std::vector<LayerOverview>(13));  // of a session without teachers: not layers 1...13
    QCOMPARE(shown.image(), hint);
  }

  void followsThePalette() {
    ShownZipper shown(test::someLayers({1}));
    QVERIFY(shown.image().pixelColor(3, 440).lightness() > 200);
    shown.view.setPalette(darkPalette());
    QCOMPARE(shown.image().pixelColor(4, 440), QColor("#1a1d20"));
    QVERIFY(pixelsLike(shown.image(), shown.view.columnRect(1), style::mergedColor(darkPalette())) > 20);
  }

  void showsTheFocus() {
    ShownZipper shown(test::someLayers({}));
    QTRY_VERIFY(shown.view.hasFocus());
    const QColor ring = shown.view.palette().color(QPalette::Highlight);
    QVERIFY(pixelsLike(shown.image(), QRect(0, 0, 800, 2), ring) > 700);
    shown.view.clearFocus();
    QCOMPARE(pixelsLike(shown.image(), QRect(0, 0, 800, 2), ring), 0);
  }

  void exportsTheWholeScene() {
    QTemporaryDir folder;
    ShownZipper shown(test::someLayers({1, 2}, 3, {9}));
    for (int i = 0; i < 6; ++i) shown.view.zoomIn();
    shown.view.setSelectedLayer(5);
    shown.view.savePng(folder.filePath("a.png"), 2);
    const QImage image(folder.filePath("a.png"));
    QCOMPARE(image.width(), 2000);
    QCOMPARE(image.pixelColor(1, 1), shown.view.palette().color(QPalette::Base));
    QVERIFY(pixelsLike(image, image.rect(), style::mergedColor(shown.view.palette())) > 500);
    shown.view.saveSvg(folder.filePath("a.svg"));
    QSvgRenderer svg(folder.filePath("a.svg"));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBoxF().width(), 1000.0);
    QImage drawn(image.size(), QImage::Format_RGB32);
    QPainter painter(&drawn);
    svg.render(&painter);
    painter.end();
    QVERIFY(pixelsLike(drawn, drawn.rect(), style::mergedColor(shown.view.palette())) > 500);
    QCOMPARE(shown.view.selectedLayer(), 5);
    QVERIFY(!shown.view.isFitted());
  }

  void exportErrorsNameTheFile() {
    ShownZipper shown(test::someLayers({}));
    ZIPPER_EXPECT_ERROR((shown.view.savePng("/nonexistent/a.png"), 0), "/nonexistent/a.png");
    ZIPPER_EXPECT_ERROR((shown.view.saveSvg("/nonexistent/a.svg"), 0), "/nonexistent/a.svg");
    QTemporaryDir folder;
    for (const double scale : {0.0, -1.0, 1000.0, std::numeric_limits<double>::quiet_NaN()})
      ZIPPER_EXPECT_ERROR((shown.view.savePng(folder.filePath("b.png"), scale), 0), "b.png");
    QVERIFY(QDir(folder.path()).isEmpty());
  }
};

ZIPPER_TEST_WITH(QApplication, TestZipperView)
#include "test_zipper_view.moc"
