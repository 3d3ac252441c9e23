// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/analysis/inference_time.h"
#include "core/report/made_up_session.h"
#include "core/report/trunk_sweep.h"
#include "core/session/session_network.h"
#include "core/support/files.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Made-up sessions with trunks of these depths: what is shared is real, what was measured is not.
TrunkSweep madeUpSweep(const std::vector<int>& depths) {
  TrunkSweep sweep;
  sweep.teacherScores = madeUpScores(2, 0, true);
  for (const int depth : depths) {
    Session session = madeUpSession({2, {1, 2}});
    StepResult last = *session.steps.back();
    last.trunk = depth;
    session.steps.back() = std::make_shared<const StepResult>(last);
    InferenceTime time{1, 2, 6.0, 5.0, 50};
    if (depth > 0) time.trunk = 6.0 / (1 + depth);
    sweep.points.push_back(trunkPoint(session, time));
  }
  return sweep;
}

}  // namespace

class TestTrunkSweep : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pointsAreWhatWasMeasured() {
    const TrunkSweep sweep = madeUpSweep({0, 2});
    QCOMPARE(sweep.points[0].speedup(), 1.2);
    QCOMPARE(sweep.points[1].speedup(), 3.0);
    QCOMPARE(sweep.points[1].depth, 2);
    QVERIFY(sweep.points[1].cost.mergedMacs < sweep.points[0].cost.mergedMacs);
    QCOMPARE(sweep.points[0].scores[1].top1, madeUpScore(2, 1, true).top1);
    QCOMPARE(sweep.points[0].seconds, 4.5);
  }

  void saysWhoTheTasksAreAndNoTrunkForAll() {
    TrunkSweep sweep = madeUpSweep({0, 2});
    sweep.recipe = presetRecipe("fast", 2);
    sweep.recipe.defaults.trunk = 2;
    sweep.recipe.steps.front().settings.trunk = 1;
    sweep.recipe.sources = {{"x/flowers.onnx", "", "flowers", ""}, {"y/flowers.onnx", "", "cars", ""}};
    const std::string page = trunkSweepHtml(sweep);
    QVERIFY(page.find("<td>B</td><td>flowers 2</td><td>y/flowers.onnx</td><td>cars</td>") != std::string::npos);
    QVERIFY(page.find("&quot;trunk&quot;") == std::string::npos && page.find("\"trunk\"") == std::string::npos);
    const auto json = nlohmann::json::parse(trunkSweepJson(sweep));
    QVERIFY(json["recipe"].contains("defaults") && !json["recipe"]["defaults"].contains("trunk"));
  }

  void writesItsFiles() {
    QTemporaryDir folder;
    const std::filesystem::path target = folder.filePath("new").toStdString();
    writeTrunkSweep(target, madeUpSweep({0, 1, 2}));
    const auto json = nlohmann::json::parse(readTextFile(target / "trunks.json"));
    QCOMPARE(json["points"].size(), std::size_t(3));
    QCOMPARE(json["points"][2]["trunk"].get<int>(), 2);
    QVERIFY(json["points"][0]["inference_ms"]["merged_trunk_once"].is_null());
    const QStringList rows = QString::fromStdString(readTextFile(target / "trunks.csv")).trimmed().split('\n');
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[0].startsWith("trunk,top1_a,top1_b,mean_top1,separate_ms,merged_ms,trunk_once_ms,speedup,"));
    QCOMPARE(rows[3].split(',').size(), rows[0].split(',').size());
    QCOMPARE(rows[3].split(',')[7], QString("3"));
    for (const char* name : {"trunks.svg", "trunks.html"}) {
      QXmlStreamReader reader(QByteArray::fromStdString(readTextFile(target / name)));
      int circles = 0;
      QStringList labels;
      while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("circle")) ++circles;
        if (reader.isStartElement() && reader.name() == QLatin1String("text")) labels << reader.readElementText();
      }
      QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
      QCOMPARE(circles, 4);  // a point per depth, and the one of the legend
      QVERIFY(labels.contains("0") && labels.contains("1") && labels.contains("2"));
    }
  }

  void measuresTheTrunkOnce() {
    Session session = madeUpSession({2, {1, 2}, 0});
    QCOMPARE(measureInference(session, 1, 2).trunk, 0.0);
    StepResult last = *session.steps.back();
    last.trunk = 2;
    MergedNetwork network = networkAt(session, -1);
    shareAsAt(last, network);
    last.values = valuesOf(network);
    session.steps.back() = std::make_shared<const StepResult>(last);
    const InferenceTime time = measureInference(session, 1, 3);
    QVERIFY(time.trunk > 0 && time.merged > 0 && time.separate > 0);
  }
};

ZIPPER_TEST(TestTrunkSweep)
#include "test_trunk_sweep.moc"
