// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "core/support/files.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "widgets/inspector/array_image.h"
#include "widgets/inspector/distributions.h"
#include "widgets/inspector/exports.h"
#include "widgets/inspector/heat_map_picture.h"
#include "widgets/inspector/histogram_picture.h"
#include "widgets/inspector/map_grid_layout.h"
#include "widgets/inspector/matrix_viewport.h"
#include "widgets/inspector/part_choice.h"
#include "widgets/inspector/prediction_view.h"
#include "widgets/inspector/shown_array.h"
#include "widgets/inspector/value_text.h"
#include "widgets/style/colors.h"

#include "made_up_layer.h"

using namespace zipper;
using namespace zipper::test;

namespace {

const float notANumber = std::nanf("");
const float inf = std::numeric_limits<float>::infinity();

std::uint64_t printedSeed() {
  const std::uint64_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

ColorScale scaleTo(ColorScale::Kind kind, double limit) {
  ColorScale scale;
  scale.kind = kind;
  scale.limit = limit;
  return scale;
}

QStringList titlesOf(const std::vector<ShownArray>& arrays) {
  QStringList titles;
  for (const ShownArray& array : arrays) titles << array.fullTitle();
  return titles;
}

}  // namespace

class TestInspectorParts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersBecomeColours() {
    const std::vector<float> values{-2, 0, 1, 4, notANumber, inf};
    const QImage image = arrayImage(values.data(), 2, 3, scaleTo(ColorScale::Kind::Diverging, 2), true);
    QCOMPARE(image.size(), QSize(3, 2));
    QCOMPARE(image.pixel(0, 0), style::divergingColor(-1, true));
    QCOMPARE(image.pixel(1, 0), style::divergingColor(0, true));
    QCOMPARE(image.pixel(2, 0), style::divergingColor(0.502, true));
    QCOMPARE(image.pixel(0, 1), style::divergingColor(1, true));
    QCOMPARE(qAlpha(image.pixel(1, 1)), 0);
    QCOMPARE(image.pixel(2, 1), style::divergingColor(1, true));
    const QImage sequential = arrayImage(values.data(), 1, 4, scaleTo(ColorScale::Kind::Sequential, 4), false);
    QCOMPARE(sequential.pixel(1, 0), style::sequentialColor(0));
    QCOMPARE(sequential.pixel(3, 0), style::sequentialColor(1));
  }

  void theScaleIsThePercentile() {
    Random random(printedSeed());
    std::vector<FloatArray> arrays{madeUpArray({40, 50}, 0.3, random), madeUpArray({3000}, 0.1, random)};
    arrays[1].values[17] = 25;  // an outlier doesn't set the scale
    arrays[1].values[18] = notANumber;
    arrays[1].values[19] = -inf;
    std::vector<float> sorted;
    for (const FloatArray& array : arrays)
      for (const float value : array.values)
        if (std::isfinite(value)) sorted.push_back(std::abs(value));
    std::sort(sorted.begin(), sorted.end());
    const double expected = double(sorted[std::size_t(std::ceil(0.995 * double(sorted.size()))) - 1]);
    const ColorScale scale = robustScale(ColorScale::Kind::Diverging, {&arrays[0], &arrays[1]});
    QCOMPARE(scale.largest, 25.0);
    QVERIFY(scale.clamps());
    QVERIFY2(scale.limit >= expected && scale.limit <= expected + 25.0 / 8192 + 1e-6,
             qPrintable(QStringLiteral("%1, expected %2").arg(scale.limit).arg(expected)));
  }

  void aScaleOfZerosOrOfNothing() {
    const FloatArray zeros{{2, 2}, {0, 0, 0, 0}};
    QCOMPARE(robustScale(ColorScale::Kind::Diverging, {&zeros}).limit, 1.0);
    QCOMPARE(robustScale(ColorScale::Kind::Diverging, {}).limit, 1.0);
    FloatArray sparse{{1000}, std::vector<float>(1000, 0.f)};
    sparse.values[3] = 2;
    QCOMPARE(robustScale(ColorScale::Kind::Sequential, {&sparse}).limit, 2.0);
  }

  void mapsBecomeAMosaic() {
    FloatArray maps{{5, 2, 3}, {}};
    for (int i = 0; i < 30; ++i) maps.values.push_back(float(i) / 29);
    const ColorScale scale = scaleTo(ColorScale::Kind::Sequential, 1);
    const QImage image = wholeImage(maps, scale, false);
    QCOMPARE(image.size(), QSize(3 * 4 - 1, 2 * 3 - 1));
    QCOMPARE(image.pixel(0, 0), style::sequentialColor(0));
    QCOMPARE(image.pixel(4 + 2, 3 + 1), style::sequentialColor(1));  // the last value: channel 4, row 1, column 2
    QCOMPARE(qAlpha(image.pixel(3, 0)), 0);
    QCOMPARE(qAlpha(image.pixel(9, 4)), 0);  // there is no channel 5
    QVERIFY(channelImage(maps, 5, scale, false).isNull());
  }

  void kernelsAndMatricesAreListed() {
    const auto before = madeUpWeights(3, 8, 6, false, -1);
    QCOMPARE(titlesOf(kernelArrays(before)), QStringList({"teacher A", "teacher B"}));
    QCOMPARE(titlesOf(matrixArrays(before)), QStringList({"A", "B", "A − B"}));
    const auto merged = madeUpWeights(3, 8, 6, true, 0);
    QCOMPARE(titlesOf(kernelArrays(merged)), QStringList({"teacher A", "teacher B", "merged A", "merged B"}));
    const auto arrays = matrixArrays(merged);
    QCOMPARE(titlesOf(arrays), QStringList({"A", "B", "merged", "A − B", "merged − mean"}));
    QCOMPARE(arrays[0].scale.limit, arrays[2].scale.limit);
    QCOMPARE(arrays[3].scale.limit, arrays[4].scale.limit);
    QVERIFY(arrays[0].scale.limit != arrays[3].scale.limit);
    const auto& a = merged->teachers[0].matrices[0].matrix.values;
    const auto& b = merged->teachers[1].matrices[0].matrix.values;
    const auto& m = merged->network[0].matrices[0].matrix.values;
    for (std::size_t i = 0; i < a.size(); ++i) {
      QCOMPARE(arrays[3].values->values[i], a[i] - b[i]);
      QVERIFY(std::abs(arrays[4].values->values[i] - (m[i] - (a[i] + b[i]) / 2)) < 1e-6f);
    }
  }

  void ofThreeTasksAllOrOneIsListed() {
    const auto merged = madeUpWeights(3, 8, 6, true, 0, 1, 3);
    const auto kernels = kernelArrays(merged), matrices = matrixArrays(merged);
    QCOMPARE(titlesOf(kernels),
             QStringList({"teacher A", "teacher B", "teacher C", "merged A", "merged B", "merged C"}));
    QCOMPARE(titlesOf(matrices), QStringList({"A", "B", "C", "merged", "A − B", "A − C", "merged − mean"}));
    QCOMPARE(titlesOf(ofTask(kernels, 2)), QStringList({"teacher C", "merged C"}));
    QCOMPARE(titlesOf(ofTask(matrices, 2)), QStringList({"C", "merged", "A − C", "merged − mean"}));
    QCOMPARE(titlesOf(ofTask(matrices, 0)), QStringList({"A", "merged", "merged − mean"}));
    QCOMPARE(titlesOf(ofTask(matrices, -1)), titlesOf(matrices));
    QCOMPARE(ofTask(matrices, 2)[0].scale.limit, matrices[0].scale.limit);  // comparable with the others
    for (std::size_t i = 0; i < 48; ++i) {
      const float c = merged->teachers[2].matrices[0].matrix.values[i];
      QCOMPARE(matrices[5].values->values[i], merged->teachers[0].matrices[0].matrix.values[i] - c);
    }
    const auto charts = distributionsOf(*merged, 20), ofC = distributionsOf(*merged, 20, 2);
    QCOMPARE(charts[0].series.size(), std::size_t(6));
    QCOMPARE(charts[5].series.size(), std::size_t(4));  // the teachers, and what all share
    QCOMPARE(ofC[0].series.size(), std::size_t(2));
    QCOMPARE(ofC[0].series[1].title, QString("merged C"));
    QCOMPARE(ofC[5].series[1].title, QString("merged"));
  }

  void everyTaskHasALineOfItsOwn() {
    const QPalette palette;
    std::set<QList<qreal>> merged;
    std::set<QByteArray> markers;
    for (int task = 0; task < 6; ++task) {
      const HistogramSeries ofTeacher{"", Source::Teacher, task}, ofMerged{"", Source::Merged, task};
      const QPen teacher = seriesPen(ofTeacher, palette), other = seriesPen(ofMerged, palette);
      QVERIFY(teacher.style() == Qt::SolidLine && other.style() == Qt::CustomDashLine);
      QVERIFY(teacher.widthF() > 1.5 * other.widthF());
      QCOMPARE(teacher.color(), other.color());
      merged.insert(other.dashPattern());
      QImage marker(16, 16, QImage::Format_ARGB32_Premultiplied);
      marker.fill(Qt::transparent);
      QPainter painter(&marker);
      paintSeriesMarker(painter, ofMerged, {8, 8}, palette);
      QCOMPARE(qAlpha(marker.pixel(8, 8)), 0);
      paintSeriesMarker(painter, ofTeacher, {8, 8}, palette);
      painter.end();
      const QImage shape = marker.convertToFormat(QImage::Format_Alpha8);
      markers.insert(QByteArray(reinterpret_cast<const char*>(shape.constBits()), int(shape.sizeInBytes())));
    }
    QCOMPARE(merged.size(), std::size_t(6));
    QCOMPARE(markers.size(), std::size_t(6));  // of the teachers: the colours aren't all
  }

  void narrowTitlesStayDifferent() {
    const QFontMetrics metrics{QFont()};
    const QString sum = "merged", difference = "merged − mean";
    const int wide = metrics.horizontalAdvance(difference), narrow = metrics.horizontalAdvance("merg…");
    QCOMPARE(titleLines(difference, metrics, wide), QStringList{difference});
    QCOMPARE(titleLines(difference, metrics, wide - 1), (QStringList{sum, "− mean"}));
    QCOMPARE(titleLines(sum, metrics, narrow).size(), 1);
    QVERIFY(titleLines(sum, metrics, narrow) != titleLines(difference, metrics, narrow));
    for (const QString& line : titleLines(difference, metrics, narrow))
      QVERIFY(metrics.horizontalAdvance(line) <= narrow);
  }

  void whatIsNotMergedOrHasAnotherShape() {
    auto calibrated = madeUpWeights(3, 8, 6, false, 1);
    calibrated->network[1].matrices[0].matrix.values[0] += 1;
    QCOMPARE(titlesOf(matrixArrays(calibrated)), QStringList({"A", "B", "B calibrated", "A − B"}));
    auto head = madeUpWeights(14, 8, 6, false, -1);
    QVERIFY(!isHead(*head));
    makeHead(*head);
    QVERIFY(isHead(*head));
    QCOMPARE(distributionsOf(*head, 20).front().title, QString("Head weights"));
    head->teachers[1].matrices[0].matrix = head->network[1].matrices[0].matrix = {{2, 8}, std::vector<float>(16, 1.f)};
    QCOMPARE(titlesOf(matrixArrays(head)), QStringList({"A", "B"}));
  }

  void blocksHaveAMatrixForEachPart() {
    const auto merged = madeUpBlock(3, 4, 12, 6, true, 0);
    QCOMPARE(merged->parts(), (std::vector<std::string>{"expand", "project"}));
    const QStringList titles{"A", "B", "merged", "A − B", "merged − mean"};
    const auto expand = matrixArrays(merged, "expand"), project = matrixArrays(merged, "project");
    QCOMPARE(titlesOf(expand), titles);
    QCOMPARE(titlesOf(project), titles);
    QCOMPARE(expand[0].values->shape, (std::vector<std::int64_t>{12, 4}));
    QCOMPARE(project[0].values->shape, (std::vector<std::int64_t>{6, 12}));
    QCOMPARE(matrixArrays(merged)[0].values->shape,
             project[0].values->shape);  // the last one unless another is asked for
    const auto& a = merged->teachers[0].matrix("expand").matrix.values;
    const auto& b = merged->teachers[1].matrix("expand").matrix.values;
    for (std::size_t i = 0; i < a.size(); ++i) QCOMPARE(expand[3].values->values[i], a[i] - b[i]);
    QVERIFY(matrixArrays(merged, "hidden.1").empty());
    QVERIFY(!isHead(*merged));
  }

  void distributionsAreOfThePartThatIsChosen() {
    const auto merged = madeUpBlock(3, 4, 12, 6, true, 0);
    for (const auto& [part, title, numbers] :
         {std::tuple{"expand", "Expand", 12.0 * 4}, std::tuple{"project", "Project", 6.0 * 12}}) {
      const auto charts = distributionsOf(*merged, 20, -1, part);
      QCOMPARE(charts.size(), std::size_t(10));
      QCOMPARE(charts[0].title, QString("Depthwise weights"));
      QCOMPARE(charts[5].title, QString("%1 weights").arg(title));
      QCOMPARE(charts[6].title, QString("%1 BN scale γ").arg(title));
      double sum = 0;
      for (const auto count : charts[5].histogram.counts[0]) sum += double(count);
      QCOMPARE(sum, numbers);
    }
  }

  void squeezeAndExciteAreTwoParts() {
    const auto merged = madeUpSqueezingBlock(3, 4, 12, 5, 6, true, 0);
    const std::vector<std::string> parts{"expand", "squeeze", "excite", "project"};
    QCOMPARE(merged->parts(), parts);
    QVERIFY(!isHead(*merged));
    QStringList names;
    for (const std::string& part : parts) names << partName(part, parts);
    QCOMPARE(names, QStringList({"Expand", "Squeeze", "Excite", "Project"}));
    QCOMPARE(matrixArrays(merged, "squeeze")[0].values->shape, (std::vector<std::int64_t>{5, 12}));
    QCOMPARE(matrixArrays(merged, "excite")[2].values->shape, (std::vector<std::int64_t>{12, 5}));
    for (const auto& [part, title, channels] :
         {std::tuple{"squeeze", "Squeeze", 5.0}, std::tuple{"excite", "Excite", 12.0}}) {
      const auto charts = distributionsOf(*merged, 20, -1, part);
      QCOMPARE(charts.size(), std::size_t(5 + 2));
      QCOMPARE(charts[2].title, QString("Depthwise BN shift β"));
      QCOMPARE(charts[5].title, QString("%1 weights").arg(title));
      QCOMPARE(charts[6].title, QString("%1 bias").arg(title));
      QCOMPARE(charts[5].series.size(), std::size_t(3));  // the weights are shared
      QCOMPARE(charts[6].series.size(), std::size_t(4));  // the biases aren't
      double sum = 0;
      for (const auto count : charts[6].histogram.counts[0]) sum += double(count);
      QCOMPARE(sum, channels);
    }
  }

  void partsOfHeadsHaveNames() {
    QCOMPARE(partName("head", {"head"}), QString("Head"));
    const std::vector<std::string> parts{"hidden.1", "hidden.2", "head"};
    QCOMPARE(partName("hidden.2", parts), QString("Hidden layer 2"));
    QCOMPARE(partName("head", parts), QString("Last layer"));
    QCOMPARE(partName("pointwise", {"pointwise"}), QString("Pointwise"));
  }

  void distributionsHaveCommonBins() {
    const auto merged = madeUpWeights(3, 8, 6, true, 0);
    const auto all = distributionsOf(*merged, 20);
    QCOMPARE(all.size(), std::size_t(10));
    QCOMPARE(all[0].series.size(), std::size_t(4));  // kernels: both teachers, and the merged network per task
    QCOMPARE(all[5].title, QString("Pointwise weights"));
    QCOMPARE(all[5].series.size(), std::size_t(3));  // shared by both tasks
    QCOMPARE(all[5].series[2].title, QString("merged"));
    QCOMPARE(all[5].histogram.counts[0].size(), std::size_t(13));  // 2 * sqrt(48): fewer numbers, fewer bins
    QCOMPARE(distributionsOf(*madeUpWeights(3, 8, 6, false, -1), 20)[5].series.size(), std::size_t(2));
  }

  void csvReadsBackAsTheSameNumbers() {
    Random random(printedSeed());
    const FloatArray array = madeUpArray({3, 4, 5}, 1e-3, random);
    const QStringList lines = QString::fromStdString(csvText(array)).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 12);
    std::size_t i = 0;
    for (const QString& line : lines)
      for (const QString& field : line.split(u',')) QCOMPARE(field.toFloat(), array.values[i++]);
    QCOMPARE(i, array.values.size());
    QCOMPARE(csvText({{1, 2}, {1, notANumber}}, {"a", "b, \"c\""}), std::string("a,\"b, \"\"c\"\"\"\n1,nan\n"));
  }

  void picturesAreWrittenAtNativeSize() {
    QTemporaryDir folder;
    const FloatArray array{{2, 3}, {-1, 0, 1, 1, 0, -1}};
    const QString path = folder.filePath("a.png");
    writePng(path, wholeImage(array, scaleTo(ColorScale::Kind::Diverging, 1), false));
    const QImage read(path);
    QCOMPARE(read.size(), QSize(3, 2));
    QCOMPARE(read.pixel(2, 0), style::divergingColor(1, false));
    ZIPPER_EXPECT_ERROR(writePng("/nowhere/a.png", read), "/nowhere/a.png");
    ZIPPER_EXPECT_ERROR(writePng(path, QImage()), "can't be encoded");
  }

  void zoomingKeepsThePlaceUnderTheCursor() {
    Random random(printedSeed());
    for (int i = 0; i < 200; ++i) {
      MatrixViewport viewport{
          random.uniform(0.2, 20), random.uniform(0.5, 8), {random.uniform(0, 100), random.uniform(0, 100)}};
      const QPointF position(random.uniform(-200, 200), random.uniform(-200, 200));
      const MatrixViewport zoomed = zoomedAbout(viewport, random.uniform(0.2, 20), position);
      const QPointF moved = zoomed.toMatrix(position) - viewport.toMatrix(position);
      QVERIFY(std::abs(moved.x()) < 1e-9 && std::abs(moved.y()) < 1e-9);
      const QPointF back = viewport.toPane(viewport.toMatrix(position)) - position;
      QVERIFY(std::abs(back.x()) < 1e-9 && std::abs(back.y()) < 1e-9);
    }
  }

  void everythingFits() {
    const MatrixViewport viewport = fitted({64, 32}, {320, 320});
    QCOMPARE(viewport.cellSize, 5.0);
    QCOMPARE(viewport.toPane({0, 0}), QPointF(-160, -80));
    // Ten rows of a thousand get taller cells.
    const MatrixViewport head = fitted({1000, 10}, {300, 300});
    QVERIFY(head.stretch > 10);
    QCOMPARE(head.toPane({1000, 10}), QPointF(150, 50));
    const MatrixViewport outside = inBounds({10, 1, {-50, 900}}, {64, 32}, {320, 160});
    QCOMPARE(outside.centre, QPointF(16, 24));
    QCOMPARE(paneGrid(5, {1200, 300}, {64, 64}, 20, 10), QSize(5, 1));
    QCOMPARE(paneGrid(4, {400, 440}, {64, 64}, 20, 10), QSize(2, 2));
    QCOMPARE(paneGrid(2, {340, 500}, {1024, 10}, 20, 10), QSize(1, 2));
  }

  void hitsAreTheTilesThatWereLaidOut() {
    Random random(printedSeed());
    for (int i = 0; i < 100; ++i) {
      MapGridLayout::Input input;
      input.width = 100 + int(random.below(900));
      input.channels = 1 + int(random.below(70));
      input.tile = {6 + int(random.below(80)), 6 + int(random.below(80))};
      input.labelWidth = 20;
      input.groupStarts = {true, false, true};
      const MapGridLayout layout(input);
      const int channel = int(random.below(std::uint64_t(input.channels))), panel = int(random.below(3));
      const QRect tile = layout.tileRect(channel, panel);
      const auto hit = layout.hit(tile.bottomRight());
      QVERIFY(hit && hit->channel == channel && hit->panel == panel);
      QVERIFY(!layout.hit(tile.topLeft() - QPoint(2, 0)));  // the gap
      QVERIFY(tile.bottom() < layout.contentHeight());
      QVERIFY(tile.right() <= std::max(input.width, 120));
      QVERIFY(layout.firstChannelAt(tile.center().y()) <= channel && layout.endChannelAt(tile.center().y()) > channel);
    }
  }

  void topPredictionsOfBoth() {
    const auto top = topPredictions({0.1f, 0.2f, 0.7f}, {0.6f, 0.3f, 0.1f}, {"cat", "dog"}, 2);
    QCOMPARE(top.size(), std::size_t(2));
    QCOMPARE(top[0].name, QString("class 2"));
    QCOMPARE(top[1].name, QString("cat"));
    QVERIFY(std::abs(top[1].merged - 0.6) < 1e-6);
    QVERIFY(topPredictions({}, {}, {}, 3).empty());
  }

  void valuesAreWritten() {
    QCOMPARE(valueText(-0.0123456), QString("−0.01235"));
    QCOMPARE(valueText(double(notANumber)), QString("NaN"));
    QCOMPARE(valueText(-double(inf)), QString("−∞"));
    QCOMPARE(shortValueText(0.456), QString("0.46"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestInspectorParts)
#include "test_inspector_parts.moc"
