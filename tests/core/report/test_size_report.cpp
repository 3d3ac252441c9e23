// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/report/made_up_session.h"
#include "core/report/size_report.h"
#include "core/support/files.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

SizePoint madeUpSize(const SizePlan& plan, int right, bool calibrated = false) {
  SizePoint point;
  point.layers = plan.layers;
  point.calibrated = calibrated;
  point.cost = plan.cost;
  for (int task = 0; task < 2; ++task) {
    point.scores.push_back({100, right / 100.0, 1, 0});
    std::vector<bool> images(100, false);
    for (int i = 0; i < right; ++i) images[std::size_t(i)] = true;
    point.right.push_back(images);
  }
  point.seconds = 2;
  return point;
}

/// Real sizes of tiny networks, scores that were not measured: the last layer but one costs nothing, the rest 20
/// points.
SizeSweep madeUpSweep() {
  SizeSweep sweep;
  const std::vector<MobileNetSpec> specs{tinySpec(0), tinySpec(1)};
  std::vector<LayerMergeability> layers;
  for (int layer = 1; layer <= 3; ++layer) {
    const MergeCost cost = mergeCost(specs, Sharing(std::vector<int>{layer}, BnPolicy::PerTask));
    LayerMergeability one;
    one.layer = layer;
    one.cost = 0.1;
    one.loss = 0.1;
    one.savedParameters = cost.separateParameters - cost.mergedParameters;
    layers.push_back(one);
  }
  sweep.recipe = presetRecipe("fast", 3);
  sweep.recipe.sources = {{"x/flowers.onnx", "", "flowers", ""}, {"y/flowers.onnx", "", "cars", ""}};
  sweep.plans = sizePlans(layers, specs, BnPolicy::PerTask);
  sweep.teachers = madeUpSize(sweep.plans[0], 90);
  sweep.points = {madeUpSize(sweep.plans[3], 70), madeUpSize(sweep.plans[1], 90), madeUpSize(sweep.plans[2], 89),
                  madeUpSize(sweep.plans[3], 89, true)};
  return sweep;
}

}  // namespace

class TestSizeReport : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatIsRecommendedAndByWhat() {
    const SizeSweep sweep = madeUpSweep();
    const auto advice = measuredAdvice(sweep, false);
    QVERIFY(advice && advice->layers == sweep.plans[2].layers);
    const std::string text = adviceText(*advice);
    QVERIFY2(text.find("recommended (measured in closed form): layers 2-3") == 0, text.c_str());
    QVERIFY2(text.find("mean top-1 −1.00\u00a0points ± 0.70") != std::string::npos, text.c_str());
    QVERIFY(adviceText(estimatedAdvice(sweep.plans)).find("recommended (estimate): layers ") == 0);
    QCOMPARE(adviceJson(*advice)["basis"].get<std::string>(), std::string("measured in closed form"));
  }

  void writesItsFiles() {
    QTemporaryDir folder;
    const std::filesystem::path target = folder.filePath("new").toStdString();
    writeSizeSweep(target, madeUpSweep());
    const zipper::Json json = parseShallow(readTextFile(target / "sizes.json"), 16, "sizes.json");
    QCOMPARE(json["points"].size(), std::size_t(4));
    QCOMPARE(json["estimate"]["sizes"].size(), std::size_t(4));
    QCOMPARE(json["points"][1]["layers"], zipper::Json({2, 3}));
    QVERIFY(json["points"][0]["top1_interval"]["a"]["low"].get<double>() < 0.9);
    const QStringList rows = QString::fromStdString(readTextFile(target / "sizes.csv")).trimmed().split('\n');
    QCOMPARE(rows.size(), 1 + 1 + 4);
    QVERIFY(rows[0].startsWith("layers,kind,compression,parameters,bytes,top1_a,top1_low_a,top1_high_a,top1_b,"));
    for (const QString& row : rows) QCOMPARE(row.split(',').size(), rows[0].split(',').size());
    QVERIFY(rows[1].startsWith("none,teachers,1,") && rows[2].startsWith("3,closed-form,"));
    QVERIFY(rows[5].startsWith("1-3,calibrated,"));
    for (const char* name : {"sizes.svg", "sizes.html"}) {
      QXmlStreamReader reader(QByteArray::fromStdString(readTextFile(target / name)));
      int recommended = 0, circles = 0;
      while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("circle")) ++circles;
        if (reader.isStartElement() && reader.name() == QLatin1String("text") &&
            reader.readElementText() == QLatin1String("recommended"))
          ++recommended;
      }
      QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
      QCOMPARE(circles, 4 + 1);  // teachers and three sizes, and the one of the legend
      QCOMPARE(recommended, 1);
    }
  }
};

ZIPPER_TEST(TestSizeReport)
#include "test_size_report.moc"
