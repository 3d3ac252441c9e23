// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/exports/graph_run.h"
#include "core/exports/web_page_run.h"
#include "core/exports/web_page_writer.h"
#include "core/support/base64.h"
#include "core/support/json_reader.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "web_page_cases.h"
#include "web_page_runs.h"

using namespace zipper;

namespace {

/// Empty if all are within the bound, relative to the largest of each task.
std::string differenceOfTasks(const std::vector<torch::Tensor>& found, const std::vector<torch::Tensor>& expected,
                              double bound = 1e-4) {
  if (found.size() != expected.size()) return "another number of tasks";
  for (std::size_t t = 0; t < found.size(); ++t) {
    if (found[t].sizes() != expected[t].sizes()) return "another shape";
    const double error = test::relativeError(found[t], expected[t]);
    if (!(error <= bound)) return concat("task ", t, ": relative error ", error);
  }
  return {};
}

/// "33.7%" or "33,7 %" of the most probable class, as a page shows it.
QString largestShare(const torch::Tensor& output, bool isProbability, bool german) {
  const torch::Tensor shares = isProbability ? output : torch::softmax(output.to(torch::kDouble), 1);
  const QString number = QString::number(100 * shares.max().item<double>(), 'f', 1);
  return german ? QString(number).replace('.', ',') + QChar(0xa0) + '%' : number + '%';
}

}  // namespace

/// Exports as web pages: read back and computed here, and opened in Chromium.
class TestExportsWeb : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  /// A page whose text is changed by `change`.
  template <typename Change>
  std::string changedPage(const Change& change) const {
    writeWebPage(path("whole.html"), test::trunkOfV1(), {}, ExportPrecision::Float32);
    QString text = QString::fromStdString(readTextFile(path("whole.html")));
    const QString before = text;
    change(text);
    if (text == before) fail("nothing was changed");
    writeFileAtomically(path("changed.html"), text.toStdString());
    return path("changed.html");
  }

 private Q_SLOTS:
  void readsBackWhatItWrote() {
    for (const test::WebCase& one : test::webCases()) {
      for (const ExportPrecision precision : {ExportPrecision::Float32, ExportPrecision::Float16}) {
        const test::WebCase written{one.name, one.graph, precision};
        writeWebPage(path("page.html"), one.graph, {{"zipper.recipe", "{\"a\": 1}"}}, precision);
        const WebPage page = readWebPage(path("page.html"));
        QVERIFY(page.precision == precision);
        QCOMPARE(page.metadata.at("zipper.recipe"), std::string("{\"a\": 1}"));
        QCOMPARE(page.graph.nodes.size(), one.graph.nodes.size());
        for (std::size_t t = 0; t < one.graph.tasks.size(); ++t)
          QCOMPARE(specToJson(page.graph.tasks[t].spec), specToJson(one.graph.tasks[t].spec));
        const auto images = test::webImages(one.graph, 3);
        torch::NoGradGuard noGrad;
        QCOMPARE(
            differenceOfTasks(runWebPage(path("page.html"), images), runGraph(test::asWritten(written), images), 1e-6),
            std::string());
      }
    }
  }

  void float16HalvesThePage() {
    const InferenceGraph graph = test::trunkOfV1();
    writeWebPage(path("32.html"), graph, {}, ExportPrecision::Float32);
    writeWebPage(path("16.html"), graph, {}, ExportPrecision::Float16);
    const auto saved = std::int64_t(std::filesystem::file_size(path("32.html"))) -
                       std::int64_t(std::filesystem::file_size(path("16.html")));
    QVERIFY(std::abs(double(saved) - double(bytesOfConstants(graph)) / 2 * 4 / 3) < 2000);
  }

  /// Names of strangers stay what they are, and end no element.
  void namesAreTexts() {
    const ExportMetadata metadata{
        {exportTaskNamesKey, "[\"</script><b> \\u202e \\\"\"]"}, {"</script>", "</script>"}, {"zipper.recipe", "<!--"}};
    writeWebPage(path("names.html"), test::strangeV2(), metadata, ExportPrecision::Float16);
    writeWebPage(path("plain.html"), test::trunkOfV1(), {}, ExportPrecision::Float16);
    const WebPage page = readWebPage(path("names.html"));
    QVERIFY(page.graph.tasks.front().spec.classNames == test::strangeNames);
    QVERIFY(page.metadata == metadata);
    QCOMPARE(page.titles.at(0), std::string("</script><b> \xE2\x80\xAE \""));
    const auto tags = [&](const std::string& name) {
      return QString::fromStdString(readTextFile(path(name))).count('<');
    };
    QCOMPARE(tags("names.html"), tags("plain.html"));
  }

  void refusesWhatAPageCanNotHold() {
    InferenceGraph graph = test::trunkOfV1();
    ZIPPER_EXPECT_ERROR(writeWebPage(path("no.html"), graph, {}, ExportPrecision::Int8), "int8 was asked for");
    ZIPPER_EXPECT_ERROR(
        writeWebPage(path("no.html"), graph, {{exportTaskNamesKey, "[\"one\"]"}}, ExportPrecision::Float16),
        "a list of 2 texts expected");
    graph.constants.front().values = graph.constants.front().values * 1e6;
    ZIPPER_EXPECT_ERROR(writeWebPage(path("no.html"), graph, {}, ExportPrecision::Float16), "float32");
    QVERIFY(!std::filesystem::exists(path("no.html")));
  }

  void damagedPagesEndWithOneSentence() {
    const auto expect = [&](const char* from, const char* to, const char* part) {
      const std::string message =
          test::errorOf([&] { readWebPage(changedPage([&](QString& text) { text.replace(from, to); })); });
      const bool fits = message.find(part) != std::string::npos && message.find("changed.html") != std::string::npos;
      return fits ? std::string() : concat(from, ": ", message);
    };
    const std::string none;
    QCOMPARE(expect("id=\"network\"", "id=\"other\"", "was expected once"), none);
    QCOMPARE(expect("id=\"runtime\"", "id=\"weights\"", "was expected once"), none);
    QCOMPARE(expect("\"version\":1,", "\"version\":2,", "version 2 found"), none);
    QCOMPARE(expect("\"zipper-web-page\"", "\"other\"", "'other'"), none);
    QCOMPARE(expect("\"float32\"", "\"float16\"", "left over"), none);
    QCOMPARE(expect("\"float32\"", "\"int8\"", "int8 found"), none);
    QCOMPARE(expect("\"op\":\"depthwise\"", "\"op\":\"convolution\"", "shapes that don't fit"), none);
    QCOMPARE(expect("\"op\":\"depthwise\"", "\"op\":\"sum\"", "unknown operation 'sum'"), none);
    QCOMPARE(expect("\"stride\":2", "\"stride\":3", "shapes that don't fit"), none);
    QCOMPARE(expect("\"stride\":2", "\"stride\":0", "shapes that don't fit"), none);
    QCOMPARE(expect("\"inputs\":[0]", "\"inputs\":[5]", "isn't computed before it"), none);
    QCOMPARE(expect("\"inputs\":[0]", "\"inputs\":[-1]", "isn't computed before it"), none);
    QCOMPARE(expect("\"inputs\":[0]", "\"inputs\":[0],\"more\":1", "unknown key 'more'"), none);
    QCOMPARE(expect("\"weight\":0", "\"weight\":9999", "shapes that don't fit"), none);
    QCOMPARE(expect("\"bias\":1,", "\"bias\":0,", "factor or bias"), none);
    QCOMPARE(expect("\"activation\":\"relu6\"", "\"activation\":\"tanh\"", "unknown activation 'tanh'"), none);
    QCOMPARE(expect("\"channels\":3,", "\"channels\":4,", "isn't as large"), none);
    QCOMPARE(expect("\"shape\":[8,", "\"shape\":[4000000000,", "larger than the weights"), none);
    QCOMPARE(expect("\"shape\":[8,", "\"shape\":[0,", "larger than the weights"), none);
    QCOMPARE(
        expect("<script type=\"text/plain\" id=\"weights\">", "<script type=\"text/plain\" id=\"weights\">!", "base64"),
        none);
    ZIPPER_EXPECT_ERROR(readWebPage(changedPage([](QString& text) { text.truncate(text.size() / 2); })),
                        "expected once");
    ZIPPER_EXPECT_ERROR(readWebPage(changedPage([](QString& text) { text.clear(); })), "expected once");
  }

  void base64IsStrict() {
    for (const std::string text : {"", "a", "ab", "abc", "abcd", "\xff\x00\xfe"})
      QCOMPARE(fromBase64(toBase64(text.data(), text.size())), text);
    QCOMPARE(toBase64("ab", 2), std::string("YWI="));
    ZIPPER_EXPECT_ERROR(fromBase64("YWI"), "a multiple of 4 expected");
    for (const char* text : {"YW=I", "====", "Y===", "YQ==YQ==", "YW\nI"})
      ZIPPER_EXPECT_ERROR(fromBase64(text), "no such character");
    for (const char* text : {"YWJ=", "YR=="}) ZIPPER_EXPECT_ERROR(fromBase64(text), "left over");
  }

  /// Every page in headless Chromium: what it computes, what it shows, and that it asks nobody for anything.
  void chromiumOpensThem() {
    if (WebPageRuns::chromium().isEmpty()) QSKIP("there is no Chromium here");
    torch::NoGradGuard noGrad;
    WebPageRuns runs;
    const std::vector<test::WebCase> cases = test::webCases();
    std::vector<cv::Mat> pictures;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const InferenceGraph& graph = cases[i].graph;
      const int size = graph.tasks.front().spec.inputSize;
      // One is larger than what the network sees of it.
      pictures.push_back(cases[i].name == "v1-trunk" ? WebPageRuns::picture(5 * size, 4 * size)
                                                     : WebPageRuns::picture(size, size));
      Json names = Json::array();
      for (std::size_t t = 0; t < graph.tasks.size(); ++t) names.push_back(test::strangeNames[t]);
      writeWebPage(runs.file(cases[i].name + ".html"), graph, {{exportTaskNamesKey, dumpJson(names)}},
                   cases[i].precision);
      QJsonObject more;
      if (i == 0) more = {{"plain", true}, {"language", "de"}};
      if (i == 2) more = {{"camera", "denied"}};
      runs.add(cases[i].name + ".html", test::webImages(graph, 1), pictures[i], more);
    }
    const std::vector<QJsonObject> answers = runs.answers(QFINDTESTDATA("web_page_driver.py"));
    QCOMPARE(answers.size(), cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
      qInfo("%s: %s", cases[i].name.c_str(), qPrintable(answers[i]["camera"]["says"].toString()));
      checkComputed(answers[i], cases[i], pictures[i], i == 0);
      if (QTest::currentTestFailed()) return;
      checkManners(answers[i], i == 2);
      if (QTest::currentTestFailed()) return;
    }
    QCOMPARE(answers[0]["engine"].toString(), QString("JavaScript"));
    QVERIFY(answers[1]["engine"].toString().startsWith("WebAssembly SIMD"));
    QCOMPARE(answers[0]["title"].toString(), QString("2 Aufgaben, ein Netz"));
    QCOMPARE(answers[1]["title"].toString(), QString("2 tasks, one network"));
    QCOMPARE(answers[2]["title"].toString(), QString::fromStdString(test::strangeNames[0]));
  }

 private:
  using WebPageRuns = test::WebPageRuns;

  static void checkComputed(const QJsonObject& answer, const test::WebCase& one, const cv::Mat& picture, bool german) {
    const InferenceGraph graph = test::asWritten(one);
    QVERIFY(answer["difference"].toDouble(1) < 1e-4);
    QCOMPARE(differenceOfTasks(WebPageRuns::outputs(answer["outputs"]), runGraph(graph, test::webImages(graph, 1))),
             std::string());
    std::vector<torch::Tensor> prepared;
    for (const GraphTask& task : graph.tasks) prepared.push_back(WebPageRuns::prepared(picture, task.spec));
    const auto expected = runGraph(graph, prepared);
    const auto found = WebPageRuns::outputs(answer["picture_outputs"]);
    // A picture that is made smaller is rounded to whole pixel values once or twice, by other rules.
    const bool sameSize = picture.rows == graph.tasks.front().spec.inputSize;
    QCOMPARE(differenceOfTasks(found, expected, sameSize ? 1e-4 : 0.05), std::string());
    const QJsonArray shown = answer["shown"].toArray();
    QCOMPARE(std::size_t(shown.size()), graph.tasks.size());
    for (std::size_t t = 0; t < graph.tasks.size(); ++t) {
      const MobileNetSpec& spec = graph.tasks[t].spec;
      const QJsonObject card = shown[int(t)].toObject();
      QCOMPARE(card["title"].toString(), QString::fromStdString(test::strangeNames[t]));
      const QJsonArray classes = card["classes"].toArray();
      QCOMPARE(classes.size(), std::min(5, spec.classes));
      if (spec.classes == 0) continue;
      const auto best = std::size_t(found[t].argmax(1).item<std::int64_t>());
      if (!spec.classNames.empty()) QCOMPARE(classes[0][0].toString(), QString::fromStdString(spec.classNames[best]));
      QCOMPARE(classes[0][1].toString(), largestShare(found[t], one.name == "v2-strange", german));
    }
  }

  static void checkManners(const QJsonObject& answer, bool denied) {
    const QString complaints = QJsonDocument(answer["complaints"].toArray()).toJson();
    QVERIFY2(answer["complaints"].toArray().isEmpty(), qPrintable(complaints));
    for (const QJsonValue request : answer["requests"].toArray()) {
      const QString address = request.toString();
      const bool isOwn = address.startsWith("file:") || address.startsWith("blob:") || address.startsWith("data:");
      QVERIFY2(isOwn, qPrintable(address));
    }
    QVERIFY(answer["refused"].toBool());
    const QString says = answer["camera"]["says"].toString();
    QVERIFY2(
        denied ? says.contains("doesn't permit the camera") : says.contains(QRegularExpression("a second|pro Sekunde")),
        qPrintable(says));
    QVERIFY(answer["camera"]["stopped"].toBool());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportsWeb)
#include "test_exports_web.moc"
