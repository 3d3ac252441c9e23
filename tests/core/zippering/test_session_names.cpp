// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/export_names.h"

#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/containers/input_file.h"
#include "core/containers/tfjs_model.h"
#include "core/containers/tflite_file.h"
#include "core/models/model_file.h"
#include "core/report/made_up_session.h"
#include "core/session/session_network.h"
#include "core/zippering/session_snippet.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using OutputNames = std::vector<std::string>;

Session sessionOfTasks(const OutputNames& names) {
  MadeUp wish;
  wish.tasks = int(names.size());
  wish.layers = {1};
  Session session = madeUpSession(wish);
  for (std::size_t t = 0; t < names.size(); ++t) session.recipe.sources[t].name = names[t];
  return session;
}

ExportRequest namedRequest(const std::string& format, const std::string& task = "all") {
  ExportRequest request;
  request.format = format;
  request.task = task;
  return request;
}

/// What the file itself says.
OutputNames outputsOfFile(const std::string& format, const std::filesystem::path& path) {
  OutputNames names;
  if (format == "tflite") {
    for (const TflitePort& port : parseTflite(InputFile(path, "a TensorFlow Lite model")).outputs)
      names.push_back(port.name);
    return names;
  }
  const auto layers = nlohmann::json::parse(readTfjs(path).kerasConfig).at("config").at("output_layers");
  for (const auto& layer : layers) names.push_back(layer.at(0).get<std::string>());
  return names;
}

}  // namespace

/// Outputs are called after their tasks.
class TestSessionNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void makesNamesSafe_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char* what, const QString& name, const QString& safe) {
      QTest::newRow(what) << name << safe;
    };
    row("as it is", "Ducks-v1.2_b", "Ducks-v1.2_b");
    row("blanks and signs", "rubber  ducks / geese", "rubber_ducks_geese");
    row("runs", "a__b _ c", "a_b_c");
    row("letters of two bytes", "Größe", "Gr_e");
    row("ends", " .ducks!-", "ducks");
    row("nothing is left", "鴨 ...", "");
    row("empty", "", "");
    row("a long one", QString(80, 'x'), QString(60, 'x'));
    row("cut at a sign", QString(59, 'x') + " yz", QString(59, 'x'));
    row("signs before a long one", "..." + QString(80, 'x'), QString(60, 'x'));
  }
  void makesNamesSafe() {
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(QString::fromStdString(safeOutputName(name.toStdString())), safe);
  }

  void namesOutputsAfterTasks_data() {
    QTest::addColumn<OutputNames>("tasks");
    QTest::addColumn<OutputNames>("outputs");
    const auto row = [](const char* what, const OutputNames& tasks, const OutputNames& outputs) {
      QTest::newRow(what) << tasks << outputs;
    };
    row("told apart", {"ducks", "masks"}, {"ducks", "masks"});
    row("the same", {"ducks", "ducks"}, {"logits_a", "logits_b"});
    row("the same when safe", {"a b", "masks", "a/b"}, {"logits_a", "masks", "logits_c"});
    row("nothing is left", {"鴨", "masks"}, {"logits_a", "masks"});
    row("the name of an input", {"image_b", "masks"}, {"logits_a", "masks"});
    row("the usual name of another", {"logits_b", "鴨"}, {"logits_a", "logits_b"});
  }
  void namesOutputsAfterTasks() {
    QFETCH(OutputNames, tasks);
    QFETCH(OutputNames, outputs);
    std::vector<NamedTask> named;
    for (const std::string& name : tasks) named.push_back({name, true});
    const GraphNames found = namesOfTasks({}, named, named.size(), true);
    QCOMPARE(found.outputs, outputs);
    QCOMPARE(found.inputs.size(), tasks.size());
    QCOMPARE(found.inputs[0], std::string("image_a"));
  }

  void keepsWhatIsChosen() {
    const std::vector<NamedTask> tasks{{"ducks", true}, {"masks", false}};
    GraphNames chosen;
    chosen.softmax = true;
    QCOMPARE(namesOfTasks(chosen, tasks, 1, true).outputs, (OutputNames{"ducks", "features_b"}));
    QCOMPARE(namesOfTasks(chosen, tasks, 1, true).inputs, OutputNames{"image"});
    chosen.inputs = {"ducks"};
    QCOMPARE(namesOfTasks(chosen, tasks, 1, true).outputs, (OutputNames{"probabilities_a", "features_b"}));
    QCOMPARE(namesOfTasks(chosen, tasks, 1, true).inputs, OutputNames{"ducks"});
    chosen.outputs = {"x", "not a name"};  // which is for others to say
    QCOMPARE(namesOfTasks(chosen, tasks, 1, true).outputs, chosen.outputs);
    QVERIFY(namesOfTasks(chosen, tasks, 1, true).softmax);
    QCOMPARE(namesOfTasks({}, {{"image", true}}, 1, false).outputs, OutputNames{"logits"});
    QCOMPARE(namesOfTasks({}, {{"ducks", false}}, 1, false).outputs, OutputNames{"features"});
  }

  void knowsTheTasksOfASession() {
    const Session session = sessionOfTasks({"rubber ducks", "masks"});
    QCOMPARE(namesOfExport(session, namedRequest("tflite")).outputs, (OutputNames{"rubber_ducks", "masks"}));
    QCOMPARE(namesOfExport(session, namedRequest("tfjs", "b")).outputs, OutputNames{"masks"});
    QCOMPARE(namesOfExport(session, namedRequest("tfjs", "b")).inputs, OutputNames{"image"});
    const std::vector<std::pair<const char*, const char*>> nameless{
        {"onnx", "all"}, {"web-page", "a"}, {"tflite", "z"}};
    for (const auto& [format, task] : nameless) {
      const GraphNames none = namesOfExport(session, namedRequest(format, task));
      QVERIFY(none.inputs.empty() && none.outputs.empty());
    }
    // Files that are called the same are told apart as people see them.
    Session same = sessionOfTasks({"", ""});
    same.recipe.sources[0].model = "/one/ducks.pth";
    same.recipe.sources[1].model = "/two/ducks.pth";
    QCOMPARE(namesOfExport(same, namedRequest("tflite")).outputs, (OutputNames{"ducks", "ducks_2"}));
  }

  void programsKnowThem() {
    const Session session = sessionOfTasks({"rubber ducks", "masks"});
    const SnippetNetwork all = snippetOfSession(session, namedRequest("tflite"));
    QCOMPARE(all.tasks.at(0).output, std::string("rubber_ducks"));
    QCOMPARE(all.tasks.at(1).output, std::string("masks"));
    QCOMPARE(snippetOfSession(session, namedRequest("onnx")).tasks.at(1).output, std::string("logits_b"));
  }

  void filesHaveThem_data() {
    QTest::addColumn<std::string>("format");
    QTest::addColumn<bool>("softmax");
    for (const char* format : {"tflite", "tfjs"})
      for (const bool softmax : {false, true})
        QTest::newRow(qPrintable(QString("%1, softmax %2").arg(format).arg(softmax))) << std::string(format) << softmax;
  }
  /// Also names that layers have: what is read back is the network of its task.
  void filesHaveThem() {
    QFETCH(std::string, format);
    QFETCH(bool, softmax);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(format == "tfjs" ? "model.json" : "model.tflite").toStdString();
    const Session session = sessionOfTasks({"b.head", "a.head"});
    ExportRequest request = namedRequest(format);
    request.options.names.softmax = softmax;
    exportSession(session, request, path);
    QCOMPARE(outputsOfFile(format, path), (OutputNames{"b.head", "a.head"}));
    torch::NoGradGuard noGrad;
    MergedNetwork merged = networkAt(session, session.current);
    for (int t = 0; t < 2; ++t) {
      SpecOverrides overrides;
      overrides.part = t == 0 ? "a" : "b";
      MobileNet read = loadModel(path, overrides).network, wanted = merged.task(t);
      wanted->eval();
      read->eval();
      const torch::Tensor images = randomImages(wanted->spec(), 2);
      const torch::Tensor logits = wanted->forward(images).logits;
      const double error = (read->forward(images).logits - logits).abs().max().item<double>();
      QVERIFY2(error < 1e-4 * logits.abs().max().item<double>(), qPrintable(QString::number(error)));
    }
  }
};

ZIPPER_TEST(TestSessionNames)
#include "test_session_names.moc"
