// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/analysis/inference_time.h"
#include "core/network/merge_cost.h"
#include "core/report/made_up_session.h"
#include "core/report/report.h"
#include "core/support/files.h"
#include "core/training/state_selection.h"
#include "support/expect_error.h"
#include "support/test_program.h"

namespace fs = std::filesystem;
using namespace zipper;
using namespace zipper::test;
using Json = nlohmann::json;

namespace {

MadeUp oneLayerAndFineTuning() {
  MadeUp wish{2, {1}};
  wish.finetuned = true;
  return wish;
}

/// What the XML of a page holds.
struct Page {
  QString error, text;
  int series = 0, polylines = 0, outsideMarks = 0, svgs = 0;
};

Page parsePage(const std::string& html) {
  Page page;
  QXmlStreamReader reader(QByteArray::fromStdString(html));
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isCharacters()) page.text += reader.text();
    if (!reader.isStartElement()) continue;
    const auto kind = reader.attributes().value("class");
    page.series += reader.name() == QLatin1String("g") && kind == QLatin1String("series") ? 1 : 0;
    page.outsideMarks += kind == QLatin1String("outside") ? 1 : 0;
    page.polylines += reader.name() == QLatin1String("polyline") ? 1 : 0;
    page.svgs += reader.name() == QLatin1String("svg") ? 1 : 0;
  }
  if (reader.hasError()) page.error = QString("%1: %2").arg(reader.lineNumber()).arg(reader.errorString());
  return page;
}

/// Parameters, separate and merged, of all rows of the table of layers but the total.
std::pair<std::int64_t, std::int64_t> sumOfLayerRows(const std::string& html) {
  static const QRegularExpression row(
      "<td>(?:stem|expand|depthwise|squeeze|excite|project|pointwise|hidden layer|head)</td>.*<td "
      "class=\"number\">([0-9,]+)</td>"
      "<td class=\"number\">([0-9,]+)</td><td class=\"number\">[0-9,]+</td></tr>");
  std::pair<std::int64_t, std::int64_t> sums{0, 0};
  for (auto matches = row.globalMatch(QString::fromStdString(html)); matches.hasNext();) {
    const auto match = matches.next();
    sums.first += match.captured(1).remove(',').toLongLong();
    sums.second += match.captured(2).remove(',').toLongLong();
  }
  return sums;
}

std::vector<std::vector<std::string>> parseCsv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back();
    for (std::size_t at = 0, end = 0; end != std::string::npos; at = end + 1) {
      end = line.find(',', at);
      rows.back().push_back(line.substr(at, end - at));
    }
  }
  return rows;
}

}  // namespace

class TestReport : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  int reports_ = 0;

  /// Writes a report into a folder of its own, which is created by it.
  fs::path write(const Session& session, const std::vector<InferenceTime>& times = {}) {
    const fs::path folder = fs::path(folder_.path().toStdString()) / "new" / std::to_string(reports_++);
    writeReport(folder, session, times);
    return folder;
  }
  Page pageOf(const Session& session) { return parsePage(readTextFile(write(session) / "report.html")); }

 private Q_SLOTS:
  void writesItsFilesAndNoOthers() {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(write(madeUpSession()))) names.insert(entry.path().filename());
    QCOMPARE(names, (std::set<std::string>{"curves.csv", "recipe.json", "report.html", "report.json", "steps.csv"}));
  }

  /// A step without labels has no cross entropy to show, and one with distillation has a term more.
  void showsTheTermsThatTheLossHad() {
    Session session = madeUpSession({2, {1}});
    StepResult step = *session.steps[0];
    step.plan.target = StepTarget::layer(2);
    step.plan.settings.calibration.crossEntropyWeight = 0;
    step.plan.settings.calibration.distillationWeight = 0.5;
    step.plan.settings.calibration.temperature = 3;
    step.curve = Curve(2, session.layers(), {false, true});
    for (int i = 0; i < 20; ++i)
      step.curve.append({1.5f, {}, {0.5f, 0.25f}, std::vector<float>(26, 0.05f), 1e-3f, {0.75f, 0.125f}});
    appendStep(session, step);
    const fs::path folder = write(session);
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    QVERIFY(!json["steps"][0]["final_losses"].contains("kl"));
    const Json& losses = json["steps"][1]["final_losses"];
    QVERIFY(!losses.contains("ce"));
    QCOMPARE(losses["kl"]["a"].get<double>(), 0.75);
    QCOMPARE(losses["l1"]["b"].get<double>(), 0.25);
    QCOMPARE(json["steps"][1]["settings"]["temperature"].get<double>(), 3.0);
    const auto steps = parseCsv(readTextFile(folder / "steps.csv"));
    const auto kl = std::find(steps[0].begin(), steps[0].end(), "final_kl_b") - steps[0].begin();
    QCOMPARE(steps[1].at(std::size_t(kl)), std::string());
    QCOMPARE(steps[2].at(std::size_t(kl)), std::string("0.125"));
    const auto curves = parseCsv(readTextFile(folder / "curves.csv"));
    QCOMPARE(curves[0].back(), std::string("kl.b"));
    QCOMPARE(curves[1].back(), std::string());
    QCOMPARE(curves.back().back(), std::string("0.125"));
    QCOMPARE(curves.back()[4], std::string());  // the cross entropy of task a
    const Page page = parsePage(readTextFile(folder / "report.html"));
    QCOMPARE(page.error, QString());
    QVERIFY(page.text.contains("without labels, distillation weight 0.5 at temperature 3"));
    QVERIFY(page.text.contains("Distillation loss"));
  }

  void writesTheNumbersOfTheSessionToJson() {
    const Session session = madeUpSession();
    const Json json = Json::parse(readTextFile(write(session, {{8, 2, 4.5, 4.25, 11}}) / "report.json"));
    QCOMPARE(json["tasks"][0]["model"].get<std::string>(), std::string("/models/flowers.safetensors"));
    QCOMPARE(json["tasks"][1]["model_sha256"].get<std::string>(), std::string(64, 'b'));
    QCOMPARE(json["teachers"]["b"]["top1"].get<double>(), madeUpScore(0, 1, true).top1);
    QCOMPARE(json["steps"].size(), std::size_t(3));
    const Json& step = json["steps"][1];
    QCOMPARE(step["layer"].get<int>(), 2);
    QCOMPARE(step["settings"]["initialization"].get<std::string>(), std::string("mean"));
    QCOMPARE(step["initialized"]["a"]["top1"].get<double>(), madeUpScore(2, 0, false).top1);
    QCOMPARE(step["calibrated"]["b"]["top5"].get<double>(), madeUpScore(2, 1, true).top5);
    QCOMPARE(step["calibrated"]["b"]["loss"].get<double>(), madeUpScore(2, 1, true).loss);
    QCOMPARE(step["seconds"].get<double>(), 3.0);
    const auto losses = session.steps[1]->curve.column("ce.b");  // 20 iterations: the last two are averaged
    QCOMPARE(step["final_losses"]["ce"]["b"].get<double>(), (double(losses[18]) + double(losses[19])) / 2);
    const MergeCost cost = mergeCost(session.specs(), Sharing(std::vector<int>{1, 2, 3}, BnPolicy::PerTask));
    QCOMPARE(json["parameters"]["merged"].get<std::int64_t>(), cost.mergedParameters);
    QCOMPARE(json["bytes"]["separate"].get<std::int64_t>(), cost.separateBytes);
    QCOMPARE(json["compression"].get<double>(), cost.compression);
    QCOMPARE(json["inference_ms"][0]["merged"].get<double>(), 4.25);
    QCOMPARE(json["mean_top1"]["difference"].get<double>(),
             meanTop1(session.steps[2]->calibrated) - meanTop1(session.teacherScores));
    QCOMPARE(json["iterations"].get<int>(), 60);
  }

  void timesHaveTheirRanges() {
    InferenceTime time{8, 2, 4.5, 4.25, 11};
    time.separateRange = {4.25, 6};
    time.mergedRange = {4, 5.5};
    const fs::path folder = write(madeUpSession(), {time});
    const Json entry = Json::parse(readTextFile(folder / "report.json"))["inference_ms"][0];
    QCOMPARE(entry["separate_range"][1].get<double>(), 6.0);
    QCOMPARE(entry["merged_range"][0].get<double>(), 4.0);
    QVERIFY(!entry.contains("merged_trunk_once_range"));
    const std::string page = readTextFile(folder / "report.html");
    QVERIFY(page.find("4.50\u00a0ms (4.25\u20136.00)") != std::string::npos);
  }

  void listsOtherTries() {
    Session session = madeUpSession();
    session.current = 0;
    appendMadeUpStep(session, {}, StepTarget::layer(7));
    const Json json = Json::parse(readTextFile(write(session) / "report.json"));
    QCOMPARE(json["steps"].size(), std::size_t(2));
    QCOMPARE(json["steps"][1]["layer"].get<int>(), 7);
    QCOMPARE(json["other_tries"].size(), std::size_t(2));
    QCOMPARE(json["other_tries"][0]["index"].get<int>(), 1);
    QCOMPARE(json["other_tries"][1]["parent"].get<int>(), 1);
    QVERIFY(pageOf(session).text.contains("Other tries"));
  }

  void writesARowPerStep() {
    const auto rows = parseCsv(readTextFile(write(madeUpSession(oneLayerAndFineTuning())) / "steps.csv"));
    QCOMPARE(rows.size(), std::size_t(3));
    for (const auto& row : rows) QCOMPARE(row.size(), rows[0].size());
    const auto cell = [&](std::size_t row, const std::string& name) {
      const auto found = std::find(rows[0].begin(), rows[0].end(), name);
      return found == rows[0].end() ? "no column " + name : rows[row][std::size_t(found - rows[0].begin())];
    };
    QCOMPARE(std::stod(cell(1, "calibrated_top1_b")), madeUpScore(1, 1, true).top1);
    QCOMPARE(std::stod(cell(1, "initialized_loss_a")), madeUpScore(1, 0, false).loss);
    QCOMPARE(cell(2, "layer"), std::string("0"));
    QCOMPARE(cell(2, "initialization"), std::string());
    QCOMPARE(cell(2, "initialized_top1_a"), std::string());
    QCOMPARE(cell(2, "merged_layers"), std::string("1"));
  }

  void writesTheCurvesSoThatTheyReadBack() {
    const Session session = madeUpSession({2, {1, 2}, 20, true, "a.safetensors", 5});
    const auto rows = parseCsv(readTextFile(write(session) / "curves.csv"));
    QCOMPARE(rows.size(), std::size_t(1 + 2 * 20));
    const auto& columns = session.steps[0]->curve.columns();
    QCOMPARE(rows[0].size(), columns.size() + 3);
    QCOMPARE(rows[0][0] + rows[0][1] + rows[0][2], std::string("steplayeriteration"));
    for (std::size_t i = 0; i < 40; ++i) {
      const Curve& curve = session.steps[i / 20]->curve;
      QCOMPARE(rows[i + 1][0], std::to_string(1 + i / 20));
      QCOMPARE(rows[i + 1][2], std::to_string(1 + i % 20));
      for (std::size_t column = 0; column < columns.size(); ++column) {
        const float expected = curve.at(i % 20, column);
        const std::string& text = rows[i + 1][column + 3];
        if (std::isnan(expected))
          QCOMPARE(text, std::string("nan"));
        else
          QVERIFY2(std::stof(text) == expected, text.c_str());
      }
    }
  }

  /// Parts that took no time are columns of the table of no step, and a step that doesn't know has no row.
  void tellsWhatThePartsOfStepsTook() {
    Session session = madeUpSession({2, {1, 2, 3}});
    for (const std::size_t i : {std::size_t(0), std::size_t(2)}) {
      StepResult step = *session.steps[i];
      step.seconds = 6;
      step.partSeconds[StepPart::Moments] = 0.25;
      step.partSeconds[StepPart::Fisher] = 1.5;
      step.partSeconds[StepPart::Scores] = i == 0 ? 3 : 4;
      session.steps[i] = std::make_shared<const StepResult>(step);
    }
    const fs::path folder = write(session);
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    QCOMPARE(json["steps"][0]["part_seconds"]["fisher"].get<double>(), 1.5);
    QCOMPARE(json["steps"][0]["part_seconds"]["heads"].get<double>(), 0.0);
    QCOMPARE(json["steps"][0]["part_seconds"].size(), stepParts.size());
    QVERIFY(!json["steps"][1].contains("part_seconds"));
    const auto rows = parseCsv(readTextFile(folder / "steps.csv"));
    for (const auto& row : rows) QCOMPARE(row.size(), rows[0].size());
    QCOMPARE(rows[0].back(), std::string("part_seconds_scores"));
    QCOMPARE(rows[1].back(), std::string("3"));
    QCOMPARE(rows[2].back(), std::string());
    QCOMPARE(rows[3].back(), std::string("4"));
    const std::string html = readTextFile(folder / "report.html");
    QCOMPARE(parsePage(html).error, QString());
    const QString table = QString::fromStdString(html).section("Time of the steps", 1).section("</section>", 0, 0);
    QCOMPARE(table.count("<tr>"), qsizetype(1 + 2 + 1));
    QVERIFY2(table.contains("Fisher information") && !table.contains(">heads<"), qPrintable(table));
    for (const char* number : {">1.25<", ">1.50<", ">3.00<", ">7.00<", ">6.00<", ">12.00<"})
      QVERIFY2(table.contains(number), number);
    QVERIFY(!pageOf(madeUpSession()).text.contains("Time of the steps"));
  }

  void tellsWhichStateFinetuningKept() {
    Session session = madeUpSession(oneLayerAndFineTuning());
    StepResult step = *session.steps[1];
    step.validation = {{0, madeUpScores(2, 5, true)}, {10, madeUpScores(2, 3, true)}, {20, madeUpScores(2, 4, true)}};
    step.keptIteration = 10;
    addValidation(step.curve, step.validation);
    session.steps[1] = std::make_shared<const StepResult>(step);
    const fs::path folder = write(session);
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    QCOMPARE(json["steps"][1]["kept_iteration"].get<int>(), 10);
    QCOMPARE(json["steps"][1]["validation"].size(), std::size_t(3));
    QCOMPARE(json["steps"][1]["validation"][2]["scores"]["b"]["top1"].get<double>(), madeUpScore(4, 1, true).top1);
    QCOMPARE(json["steps"][1]["validation"][1]["mean_top1"].get<double>(), meanTop1(madeUpScores(2, 3, true)));
    QVERIFY(!json["steps"][0].contains("kept_iteration"));
    const auto rows = parseCsv(readTextFile(folder / "curves.csv"));
    QCOMPARE(rows[0].back(), std::string("val.b"));
    QCOMPARE(rows[5].back(), std::string());   // layer 1 has no such column
    QCOMPARE(rows[21].back(), std::string());  // the first iteration of fine-tuning was not validated
    QCOMPARE(std::stof(rows[30].back()), float(madeUpScore(3, 1, true).top1));
    QVERIFY(pageOf(session).text.contains("Step 2 kept its state after iteration 10 of 20: the best of 3"));
  }

  void writesARecipeThatReadsBack() {
    const Session session = madeUpSession({2, {3, 1}});
    const Recipe recipe = recipeFromJson(readTextFile(write(session) / "recipe.json"));
    QCOMPARE(recipe.steps.size(), std::size_t(2));
    QVERIFY(recipe.steps[0].target.merges(3));
    QCOMPARE(recipe.sources[1].data, std::string("/data/task-1"));
  }

  void drawsEverySeries() {
    const Page page = pageOf(madeUpSession());
    QCOMPARE(page.error, QString());
    QCOMPARE(page.svgs, 4);
    // Accuracy: after, before and teacher of two tasks. Losses: raw and smoothed of total, two times CE, two times L1.
    QCOMPARE(page.series, 6 + 2 + 4 + 4);
    // Accuracy: the markers before calibration have no line. Losses: a line for each of the three steps.
    QCOMPARE(page.polylines, 4 + 3 * (2 + 4 + 4));
    QCOMPARE(page.outsideMarks, 0);
  }

  void showsTheFiguresInTheirUnits() {
    const Page page = pageOf(madeUpSession());
    for (const char* text :
         {"90.00\u00a0% \u2192 87.00\u00a0%", "\u22123.00\u00a0points", "60 iterations", "9.00\u00a0s"})
      QVERIFY2(page.text.contains(QString::fromUtf8(text)), text);
  }

  void addsTheLayersUpToTheTotal() {
    for (const int inputSize : {32, 64}) {  // of task B: the rows are one for both tasks, or one for each
      Session session = madeUpSession();
      session.teachers[1].spec.inputSize = inputSize;
      const auto sums = sumOfLayerRows(readTextFile(write(session) / "report.html"));
      const MergeCost cost = mergeCost(session.specs(), Sharing(session.mergedLayers(), session.recipe.bnPolicy));
      QCOMPARE(sums.first, cost.separateParameters);
      QCOMPARE(sums.second, cost.mergedParameters);
    }
  }

  /// Of blocks each convolution is a row of its own, and so is a hidden layer of a head.
  void addsBlocksUpToTheTotal() {
    MadeUp wish{2, {1, 2, 3, 18}};
    wish.blocks = true;
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      Session session = madeUpSession(wish);
      session.recipe.bnPolicy = policy;
      const std::string html = readTextFile(write(session) / "report.html");
      const auto sums = sumOfLayerRows(html);
      const MergeCost cost = mergeCost(session.specs(), Sharing(session.mergedLayers(), policy));
      QCOMPARE(sums.first, cost.separateParameters);
      QCOMPARE(sums.second, cost.mergedParameters);
      const Page page = parsePage(html);
      QCOMPARE(page.error, QString());
      const QString table = QString::fromStdString(html);
      const auto rows = [&table](const char* kind) { return table.count(QString("<td>%1</td>").arg(kind)); };
      QCOMPARE(rows("expand"), 16);
      QCOMPARE(rows("depthwise"), 17);
      QCOMPARE(rows("project"), 17);
      QCOMPARE(rows("pointwise"), 1);
      QCOMPARE(rows("hidden layer"), 1);
      QCOMPARE(rows("head"), 2);
      QCOMPARE(table.count(", + input</td>"), 11);  // so narrow the first block adds the stem, too
      QVERIFY(page.text.contains("+ input: what the layer reads is added"));
      QVERIFY(page.text.contains("MobileNet V2"));
    }
    QVERIFY(!pageOf(madeUpSession()).text.contains("+ input"));
  }

  /// Squeeze and excite are rows of their own, whose biases are as much of the tasks' own as batch normalization is.
  void addsGatedBlocksUpToTheTotal() {
    MadeUp wish{2, {1, 2, 4, 12}};
    wish.blocks = wish.gates = true;
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      Session session = madeUpSession(wish);
      session.recipe.bnPolicy = policy;
      const std::string html = readTextFile(write(session) / "report.html");
      const auto sums = sumOfLayerRows(html);
      const MergeCost cost = mergeCost(session.specs(), Sharing(session.mergedLayers(), policy));
      QCOMPARE(sums.first, cost.separateParameters);
      QCOMPARE(sums.second, cost.mergedParameters);
      const Page page = parsePage(html);
      QCOMPARE(page.error, QString());
      const QString table = QString::fromStdString(html);
      const auto rows = [&table](const char* kind) { return table.count(QString("<td>%1</td>").arg(kind)); };
      QCOMPARE(rows("expand"), 10);
      QCOMPARE(rows("depthwise"), 11);
      QCOMPARE(rows("squeeze"), 9);
      QCOMPARE(rows("excite"), 9);
      QCOMPARE(rows("project"), 11);
      const bool perTask = policy == BnPolicy::PerTask;
      QCOMPARE(rows("shared, bias per task"), perTask ? 4 : 0);  // of layers 1 and 4
      QCOMPARE(rows("shared, BN per task"), perTask ? 6 : 0);
      QVERIFY(page.text.contains("squeeze: reads the average over all positions"));
      QVERIFY(page.text.contains("MobileNet V3 Small"));
    }
    QVERIFY(!pageOf(madeUpSession()).text.contains("squeeze"));
  }

  void addsTheTrunkUpToTheTotal() {
    Session session = madeUpSession();
    StepResult last = *session.steps.back();
    last.trunk = 2;
    session.steps.back() = std::make_shared<const StepResult>(last);
    const std::string html = readTextFile(write(session, {{1, 2, 6.0, 5.0, 9, 4.0}}) / "report.html");
    const auto sums = sumOfLayerRows(html);
    QCOMPARE(sums.first, mergeCost(session).separateParameters);
    QCOMPARE(sums.second, mergeCost(session).mergedParameters);
    QVERIFY(sums.second <
            mergeCost(session.specs(), Sharing(session.mergedLayers(), session.recipe.bnPolicy)).mergedParameters);
    const Page page = parsePage(html);
    QCOMPARE(page.error, QString());
    for (const char* text : {"trunk, shared whole", "separate / trunk once", "1.50\u00d7", "0 to 2 whole"})
      QVERIFY2(page.text.contains(QString::fromUtf8(text)), text);
  }

  void escapesWhatComesFromStrangers() {
    const std::string path = "/tmp/<b>&\"x\"/bl\u00fcten'\xff.safetensors";
    const std::string html = readTextFile(write(madeUpSession({2, {1}, 20, true, path})) / "report.html");
    const Page page = parsePage(html);
    QCOMPARE(page.error, QString());
    QVERIFY(html.find("<b>") == std::string::npos);
    QVERIFY(page.text.contains(QString::fromUtf8("/tmp/<b>&\"x\"/bl\u00fcten'?.safetensors")));
  }

  void leavesOutWhatWasNotEvaluated() {
    const Session session = madeUpSession({2, {1, 2}, 20, false});
    const fs::path folder = write(session);
    const Page page = parsePage(readTextFile(folder / "report.html"));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.svgs, 3);
    QVERIFY(!page.text.contains(QChar(0xa0) + QString("%")));
    QVERIFY(!page.text.contains("top-1", Qt::CaseInsensitive));
    QVERIFY(!page.text.contains("Inference"));
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    for (const char* key : {"teachers", "merged", "mean_top1", "inference_ms"}) QVERIFY2(!json.contains(key), key);
    QVERIFY(!json["steps"][0].contains("calibrated"));
  }

  void showsLossesThatAreNoNumbers() {
    const fs::path folder = write(madeUpSession({2, {1, 2}, 20, true, "a.safetensors", 5}));
    const Page page = parsePage(readTextFile(folder / "report.html"));
    QCOMPARE(page.error, QString());
    // In the charts of total, CE and L1 one each, and one in each legend.
    QCOMPARE(page.outsideMarks, 6);
    QVERIFY(page.text.contains("not a number"));
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    QCOMPARE(json["steps"][0]["nonfinite_iterations"].get<int>(), 1);
  }

  void worksWithoutSteps() {
    const fs::path folder = write(madeUpSession({2, {}}));
    const Page page = parsePage(readTextFile(folder / "report.html"));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.svgs, 0);
    QVERIFY(page.text.contains(QString::fromUtf8("90.00\u00a0%")));
    QVERIFY(page.text.contains("nothing merged yet"));
    const Json json = Json::parse(readTextFile(folder / "report.json"));
    QVERIFY(json["steps"].empty());
    QVERIFY(!json.contains("merged"));
    QCOMPARE(json["compression"].get<double>(), 1.0);
    QCOMPARE(parseCsv(readTextFile(folder / "curves.csv")).size(), std::size_t(1));
  }

  void worksWithThreeTasks() {
    const fs::path folder = write(madeUpSession({3, {1, 2}}));
    const Page page = parsePage(readTextFile(folder / "report.html"));
    QCOMPARE(page.error, QString());
    QCOMPARE(page.series, 9 + 2 + 6 + 6);
    QVERIFY(page.text.contains("C (birds-2)"));
  }

  void namesAFolderThatCantBeWritten() {
    const std::string file = folder_.filePath("a-file").toStdString();
    writeFileAtomically(file, "in the way");
    ZIPPER_EXPECT_ERROR(writeReport(file + "/report", madeUpSession({2, {}}), {}), "a-file/report");
  }
};

ZIPPER_TEST(TestReport)
#include "test_report.moc"
