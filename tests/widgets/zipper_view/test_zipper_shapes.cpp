// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>

#include "shown_zipper.h"
#include "support/test_program.h"
#include "widgets/style/colors.h"
#include "widgets/style/motion.h"
#include "widgets/style/task_cues.h"
#include "zipper_scenes.h"

using namespace zipper;
using test::pixelsLike;
using test::ShownZipper;

/// Networks of few and of many layers, two and more tasks.
class TestZipperShapes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { style::setReducedMotion(true); }

  void showsAsManyColumnsAndStrandsAsThereAre_data() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("tasks");
    for (const int layers : {4, 13, 18, 30})
      for (const int tasks : {2, 3, 4, 6}) QTest::addRow("%d layers, %d tasks", layers, tasks) << layers << tasks;
  }

  void showsAsManyColumnsAndStrandsAsThereAre() {
    QFETCH(int, layers);
    QFETCH(int, tasks);
    const test::SceneShape shape{layers, tasks};
    ShownZipper shown(test::someLayers({1, 2}, 3, {4}, shape), {1500, 1000});
    shown.view.setTaskTitles(
        QStringList{"A · one", "B · two", "C · three", "D · four", "E · five", "F · six"}.mid(0, tasks));
    QTest::keyClick(&shown.view, Qt::Key_Left);
    QCOMPARE(shown.view.selectedLayer(), layers + 1);
    for (int column = 0; column <= layers + 1; ++column) {
      QVERIFY(shown.view.viewport()->rect().contains(shown.view.columnRect(column)));
      QVERIFY(!shown.toolTipAt(shown.middleOf(column)).isEmpty());
    }
    const QPalette palette = shown.view.palette();
    const QImage image = shown.image();
    QRect open = shown.view.columnRect(layers);  // of it the strands, without what is written above and below
    open.adjust(0, open.height() / 5, 0, -open.height() / 5);
    for (int task = 0; task < style::taskLooks; ++task)
      QVERIFY2((pixelsLike(image, open, style::taskColor(task, palette)) > 30) == (task < tasks),
               qPrintable(QString::number(task)));
    for (const int merged : {1, 2}) QCOMPARE(shown.view.closedShareOf(merged), 1.0);
    QVERIFY(pixelsLike(image, shown.view.columnRect(2), style::mergedColor(palette)) > 60);
    QVERIFY(pixelsLike(image, shown.view.columnRect(3), style::workColor(palette)) > 20 * tasks);
    for (int task = 0; task < tasks; ++task) {
      const QString row = QString("Mismatch %1: %2").arg(QChar('A' + task)).arg(0.04 * (task + 1));
      QVERIFY2(shown.toolTipAt(shown.middleOf(4)).contains(row), qPrintable(row));
    }
  }

  void strandsOfManyTasksHaveASecondCue() {
    QTemporaryDir folder;
    const auto svgOf = [&folder](int tasks) {
      ShownZipper shown(test::someLayers({}, 0, {}, {4, tasks}));
      shown.view.saveSvg(folder.filePath("zipper.svg"));
      QFile file(folder.filePath("zipper.svg"));
      return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const auto letters = [](const QString& svg, QChar letter) { return svg.count(QString(">%1</text>").arg(letter)); };
    const QString two = svgOf(2), four = svgOf(4);
    for (const QChar letter : {'A', 'B', 'C', 'D'}) {
      QCOMPARE(letters(two, letter), 0);   // above and below say it
      QCOMPARE(letters(four, letter), 3);  // in stem and head, and at the mismatch bars
    }
    QCOMPARE(two.count(">mismatch</text>"), 2);
    QCOMPARE(four.count(">mismatch</text>"), 1);  // in the legend: the lanes are low
    // The markers of C, one for each of the four layers, and that of the legend.
    const QRegularExpression triangle(QStringLiteral("d=\"M[^MLC\"]*(L[^MLC\"]*){3}\""));
    QCOMPARE(two.count(triangle), 0);
    QVERIFY(four.count(triangle) >= 5);
    // Strands are solid: what is dashed is the frame of each task's mismatch bars.
    QCOMPARE(four.count("stroke-dasharray"), two.count("stroke-dasharray") + 2);
    QVERIFY(two.contains("Merge of 2 network") && four.contains("Merge of 4 network"));
  }

  void titlesOfManyTasksLieBelowTheStrands_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<QSize>("size");
    for (const int tasks : {3, 6})
      for (const QSize& size : {QSize(1000, 700), QSize(500, 350)})
        QTest::addRow("%d tasks, %d pixels", tasks, size.width()) << tasks << size;
  }

  void titlesOfManyTasksLieBelowTheStrands() {
    QFETCH(int, tasks);
    QFETCH(QSize, size);
    ShownZipper shown(test::someLayers({}, 0, {}, {13, tasks}), size);
    const QImage untitled = shown.image();
    const QStringList titles =
        QStringList{"A · Fashion", "B · Digits", "C · Tops", "D · High digits", "E · Fashion again", "F · Shoes"}.mid(
            0, tasks);
    shown.view.setTaskTitles(titles);
    const QImage titled = shown.image();
    const int below = shown.view.columnRect(0).bottom() + 1;
    const QRect above(0, 0, titled.width(), below), key(0, below, titled.width(), titled.height() - below);
    QCOMPARE(titled.copy(above), untitled.copy(above));  // nothing is written over the strands
    for (int task = 0; task < tasks; ++task) {
      const QColor color = style::taskColor(task, shown.view.palette());
      QVERIFY2(pixelsLike(titled, key, color) > pixelsLike(untitled, key, color) + 3, qPrintable(titles[task]));
    }
    QTemporaryDir folder;
    shown.view.saveSvg(folder.filePath("zipper.svg"));
    QFile file(folder.filePath("zipper.svg"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    if (size.width() >= 1000)
      for (const QString& title : titles) QCOMPARE(svg.count(">" + title + "</text>"), 1);  // whole
  }

  void longTitlesOfManyTasksAreElided() {
    ShownZipper shown(test::someLayers({}, 0, {}, {13, 6}), {1000, 700});
    QStringList titles{"A · one", "B · two", "C · three", "D · four", "E · five", "F · " + QString(200, 'x')};
    shown.view.setTaskTitles(titles);
    QTemporaryDir folder;
    shown.view.saveSvg(folder.filePath("zipper.svg"));
    QFile file(folder.filePath("zipper.svg"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(file.readAll());
    for (const QString& title : titles.mid(0, 5)) QVERIFY2(svg.contains(">" + title + "</text>"), qPrintable(title));
    QVERIFY(!svg.contains(titles[5]) && svg.contains(">F · xx"));
  }

  void headTellsTheClassesOfAllTasks() {
    const auto classesOf = [](const std::vector<int>& classes) {
      const std::vector<LayerOverview> layers = test::someLayers({}, 0, {}, {4, int(classes.size())});
      ShownZipper shown(layers);
      std::vector<std::vector<UnitPlan>> heads(classes.size(), {layers[0].last()});
      for (std::size_t task = 0; task < classes.size(); ++task) heads[task][0].outputChannels = classes[task];
      shown.view.setStemsAndHeads({}, heads);
      shown.view.setSelectedLayer(5);
      return shown.view.accessibleDescription();
    };
    QVERIFY(classesOf({10, 5}).contains("10 | 5 classes"));
    QVERIFY(classesOf({10, 10, 5}).contains("5–10 classes"));  // not which of three has them
    QVERIFY(classesOf({10, 5, 5, 7}).contains("5–10 classes"));
    QVERIFY(classesOf({10, 10, 10}).contains(" 10 classes"));
  }

  /// Layers of several units: what a step merges is said as what it is.
  void tellsTheUnitsOfBlocks() {
    ShownZipper shown(test::blockLayers(5));
    const auto tip = [&shown](int layer) { return shown.toolTipAt(shown.middleOf(layer)); };
    for (const char* part : {"Layer 3", "merged", "Expand 1×1: 8 → 48 channels", "Depthwise 3×3: 48 → 48 channels",
                             "Project 1×1: 48 → 8 channels", "Added: the layer's input"})
      QVERIFY2(tip(3).contains(QString::fromUtf8(part)), qPrintable(tip(3)));
    QCOMPARE(tip(3).count("shared by the tasks"), 2);
    QCOMPARE(tip(3).count("one per task"), 1);
    QVERIFY(!tip(2).contains("Added"));   // of stride 2
    QVERIFY(!tip(1).contains("Expand"));  // its channels are as many as they should be
    QVERIFY2(tip(18).contains(QString::fromUtf8("Pointwise 1×1: 112 → 1280 channels")), qPrintable(tip(18)));
    QVERIFY(!tip(18).contains("Depthwise"));
    shown.view.setSelectedLayer(3);
    QVERIFY(shown.view.accessibleDescription().contains("its input is added"));
    shown.view.setSelectedLayer(2);
    QVERIFY(!shown.view.accessibleDescription().contains("added"));
  }

  void tellsSqueezeAndExcite() {
    ShownZipper shown(test::squeezingLayers(5));
    const auto tip = [&shown](int layer) { return shown.toolTipAt(shown.middleOf(layer)); };
    // In this order, as the block computes them.
    qsizetype at = 0;
    for (const char* part :
         {"Layer 5", "merged", "Expand 1×1: 40 → 120 channels, 8×8 → 8×8", "shared by the tasks",
          "Depthwise 5×5: 120 → 120 channels", "one per task", "Squeeze 1×1: 120 → 32 channels, 8×8 → 1×1",
          "of the mean of each channel over all positions", "3,872 parameters, 3,840 MACs", "shared by the tasks",
          "Excite 1×1: 32 → 120 channels", "factors, which multiply the depthwise channels",
          "3,960 parameters, 3,840 MACs", "shared by the tasks", "Project 1×1: 120 → 40 channels",
          "Added: the layer's input"}) {
      at = tip(5).indexOf(QString::fromUtf8(part), at);
      QVERIFY2(at >= 0, qPrintable(QString::fromUtf8(part) + ": " + tip(5)));
    }
    QCOMPARE(tip(5).count("shared by the tasks"), 4);
    QCOMPARE(tip(5).count("one per task"), 1);
    QCOMPARE(tip(6).count("one per task"), 5);
    QVERIFY(!tip(3).contains("Squeeze") && tip(3).contains(QString::fromUtf8("Depthwise 3×3")));
    QVERIFY2(tip(16).contains(QString::fromUtf8("Pointwise 1×1: 160 → 960 channels")), qPrintable(tip(16)));
    QVERIFY(!tip(16).contains("Squeeze") && !tip(16).contains("Depthwise"));
    for (int column = 0; column < 18; ++column)
      QVERIFY(shown.view.viewport()->rect().contains(shown.view.columnRect(column)));
  }

  void blocksAreAsTallAsWhatIsMerged() {
    auto layers = test::blockLayers();
    for (LayerOverview& one : layers) one.mismatch.assign(2, std::nan(""));  // no bars of the same colour
    ShownZipper shown(layers);
    const QPalette palette = shown.view.palette();
    const QImage image = shown.image();
    const auto height = [&](int layer) {  // of the block of task A: what isn't background down the middle of its column
      const QRect column = shown.view.columnRect(layer);
      int rows = 0;
      for (int y = column.top() + 40; y < column.center().y(); ++y)
        rows += image.pixelColor(column.center().x(), y) != palette.color(QPalette::Base) ? 1 : 0;
      return rows;
    };
    QVERIFY(height(17) > height(12));
    QVERIFY(height(12) > height(5));
    QVERIFY(height(18) > 0 && height(1) > 0);
  }

  /// In front of the last convolution there is no depthwise one, and so no sign of it.
  void onlyBlocksHaveADepthwiseSign() {
    const auto imageOf = [](const std::vector<LayerOverview>& layers) { return ShownZipper(layers).image(); };
    auto layers = test::blockLayers();
    const QImage without = imageOf(layers);
    QCOMPARE(imageOf(layers), without);
    layers[17].units.insert(layers[17].units.begin(), layers[16].units[1]);
    QVERIFY(layers[17].hasDepthwise());
    QVERIFY(imageOf(layers) != without);
  }

  void additionsAreInTheLegend() {
    QTemporaryDir folder;
    const auto svgOf = [&folder](const std::vector<LayerOverview>& layers) {
      ShownZipper shown(layers, {1000, 560});
      shown.view.saveSvg(folder.filePath("zipper.svg"));
      QFile file(folder.filePath("zipper.svg"));
      return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QVERIFY(!svgOf(test::someLayers({})).contains("input added"));
    const QString svg = svgOf(test::blockLayers());
    QCOMPARE(svg.count(">input added</text>"), 1);
    QCOMPARE(svg.count(" +</text>"), 10);  // below the columns of the layers that have one
  }

  /// In the middle of a window of 1024 pixels, beside its panels, and in one of a small laptop.
  void eighteenLayersStayLegible_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1000, 560);
    QTest::newRow("in a window of 1024") << QSize(640, 360);
  }

  void eighteenLayersStayLegible() {
    QFETCH(QSize, size);
    for (const int tasks : {2, 3}) {
      ShownZipper shown(test::blockLayers(4, tasks), size);
      QVERIFY(shown.view.isFitted());
      for (int column = 0; column < 20; ++column) {
        const QRect rect = shown.view.columnRect(column);
        QVERIFY(shown.view.viewport()->rect().contains(rect));
        QVERIFY2(rect.width() >= 24, qPrintable(QString::number(rect.width())));
        if (column > 0) QVERIFY(rect.left() >= shown.view.columnRect(column - 1).right() - 1);
      }
      QVERIFY(shown.toolTipAt(shown.middleOf(18)).startsWith("Layer 18"));
    }
  }

  void headsTellTheirHiddenLayers() {
    ShownZipper shown(test::blockLayers());
    MobileNetSpec spec;
    spec.architecture = Architecture::MobileNetV2;
    spec.classes = 3;
    spec.hidden = {{100, Activation::ReLU}};
    std::vector<std::vector<UnitPlan>> heads(2);
    for (const UnitPlan& unit : unitsOf(spec))
      if (unit.kind == UnitKind::Head) heads[0].push_back(unit);
    spec.hidden.clear();
    heads[1] = {unitsOf(spec).back()};
    shown.view.setStemsAndHeads({}, heads);
    const QString tip = shown.toolTipAt(shown.middleOf(19));
    QVERIFY2(tip.contains(QString::fromUtf8("A: 1280 → 100 → 3 classes")), qPrintable(tip));
    QVERIFY2(tip.contains(QString::fromUtf8("B: 1280 → 3 classes")), qPrintable(tip));
    QVERIFY2(tip.contains("128,403 parameters"), qPrintable(tip));  // 1280 x 100 + 100, and 100 x 3 + 3
    shown.view.setSelectedLayer(19);
    QVERIFY(shown.view.accessibleDescription().contains(" 3 classes"));
  }

  void trunkOfManyTasksIsOneTape() {
    const auto blueBefore = [](int trunk) {
      ShownZipper shown(test::layersWithTrunk(4, trunk, {13, 3}));
      // Between the blocks of layers 1 and 2.
      const QRect left = shown.view.columnRect(1), right = shown.view.columnRect(2);
      QRect gap(QPoint(left.right() - 8, left.top() + left.height() / 3), QPoint(right.left() + 8, left.bottom()));
      gap.setHeight(left.height() / 2);
      return pixelsLike(shown.image(), gap, style::taskColor(0, shown.view.palette()));
    };
    QVERIFY(blueBefore(0) > 5);
    QCOMPARE(blueBefore(3), 0);
  }

  void followsANetworkOfAnotherShape() {
    ShownZipper shown(test::someLayers({1, 2}));
    shown.view.setSelectedLayer(13);
    const QImage before = shown.image();
    shown.view.zoomIn();
    style::setReducedMotion(false);
    shown.view.setLayers(test::someLayers({1}, 0, {}, {4, 6}));
    QVERIFY(shown.view.isFitted());  // the place that was looked at is no more
    QCOMPARE(shown.view.selectedLayer(), -1);
    QCOMPARE(shown.view.closedShareOf(1), 1.0);  // nothing moves from one network to another
    QCOMPARE(shown.view.closedShareOf(2), 0.0);
    shown.view.setMismatch(std::vector<float>(24, 0.1f));
    QVERIFY(shown.toolTipAt(shown.middleOf(4)).contains("Mismatch F: 0.1"));
    shown.view.setLayers({});
    shown.view.setSelectedLayer(13);  // of the next one
    shown.view.setLayers(test::someLayers({1, 2}));
    QCOMPARE(shown.view.selectedLayer(), 13);
    QCOMPARE(shown.image(), before);
  }

  void manyStrandsStayLegible() {
    ShownZipper shown(test::someLayers({}, 0, {}, {13, 6}), {1000, 700});
    const QRect column = shown.view.columnRect(13);
    const QImage image = shown.image();
    int blocks = 0;  // runs of pixels of the blocks' frames, down the middle of the column
    const QPalette palette = shown.view.palette();
    QVector<int> tops;
    for (int task = 0; task < 6; ++task)
      for (int y = column.top() + 40; y < column.bottom(); ++y)
        if (pixelsLike(image, QRect(column.center().x() - 4, y, 8, 1), style::taskColor(task, palette)) >= 6) {
          tops << y;
          ++blocks;
          break;
        }
    QCOMPARE(blocks, 6);
    QVERIFY(std::is_sorted(tops.cbegin(), tops.cend()));  // A on top
    for (int i = 1; i < tops.size(); ++i) QVERIFY(tops[i] - tops[i - 1] > 30);
  }

  void tellsTheTrunkOfManyTasks() {
    const std::vector<LayerOverview> layers = test::layersWithTrunk(4, 3, {18, 3});
    ShownZipper shown(layers);
    shown.view.setTaskTitles({"A · one", "B · two", "C · three"});
    const UnitPlan stem = layers[0].first();
    std::vector<std::vector<UnitPlan>> heads(3, {stem});
    for (int task = 0; task < 3; ++task) heads[std::size_t(task)][0].outputChannels = 10 * (task + 1);
    shown.view.setStemsAndHeads({stem, stem, stem}, heads);
    QVERIFY(shown.toolTipAt(shown.middleOf(0)).contains("A, B, C: "));
    QVERIFY(shown.toolTipAt(shown.middleOf(19)).contains("\nC: "));
    QVERIFY(pixelsLike(shown.image(), shown.view.columnRect(0), style::mergedColor(shown.view.palette())) > 100);
    shown.view.setSelectedLayer(19);
    QVERIFY(shown.view.accessibleDescription().contains("10–30 classes"));
    shown.view.setSelectedLayer(-1);
    QVERIFY(shown.view.accessibleDescription().contains("A · one, B · two, C · three"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestZipperShapes)
#include "test_zipper_shapes.moc"
