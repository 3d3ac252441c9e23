// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/network/mobilenet_v3.h"
#include "core/network/plan.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

/// MobileNets V3 on the command line: trained, looked at, merged, scored, exported.
class TestCliV3 : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  static QJsonObject object(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }
  MobileNetSpec specIn(const char* file) const { return loadModel(sample_.file(file).toStdString()).network->spec(); }
  ProgramResult train(const QString& data, const QString& out, const QStringList& more) const {
    return run(
        QStringList{"train", "--data", data, "--out", out, "--width", "0.125", "--epochs", "1", "--threads", "1"} +
        more);
  }
  /// Of the two networks that initTestCase() trains.
  QStringList pair(const QString& command) const {
    return {command,
            "--a",
            "fashion-v3.safetensors",
            "--b",
            "digits-v3.safetensors",
            "--data-a",
            "fashion",
            "--data-b",
            "digits",
            "--threads",
            "1"};
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    sample_.writeFew("few", "digits");
    for (const char* data : {"fashion", "digits"}) {
      const ProgramResult result =
          train(data, QString(data) + "-v3.safetensors", {"--architecture", "mobilenet_v3_small", "--batch", "64"});
      QVERIFY2(result.status == 0, qPrintable(result.errors));
      QVERIFY2(result.errors.contains("MobileNet V3 Small, width 0.125, 32x32x3"), qPrintable(result.errors));
      QVERIFY2(result.output.contains("test top-1"), qPrintable(result.output));
    }
  }

  void trainsWhatWasAskedFor() {
    const MobileNetSpec small = specIn("fashion-v3.safetensors");
    QVERIFY(small.architecture == Architecture::MobileNetV3Small && !small.minimalistic);
    QVERIFY(small.activation == Activation::ReLU);
    QCOMPARE(small.hidden.size(), std::size_t(1));
    QCOMPARE(small.hidden[0].channels, 128);  // an eighth of 1024
    QVERIFY(small.hidden[0].activation == Activation::HardSwish);
    QCOMPARE(small.classes, 10);
    const ProgramResult result =
        train("few", "large.safetensors",
              {"--architecture", "mobilenet_v3_large", "--minimalistic", "--activation", "relu6"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.errors.contains("MobileNet V3 Large (minimalistic)"), qPrintable(result.errors));
    const MobileNetSpec large = specIn("large.safetensors");
    QVERIFY(large.architecture == Architecture::MobileNetV3Large && large.minimalistic);
    QVERIFY(large.activation == Activation::ReLU6);
    QCOMPARE(large.hidden[0].channels, 160);  // of 1280
    QVERIFY(large.hidden[0].activation == Activation::ReLU6);
    for (const UnitPlan& unit : unitsOf(large))
      QVERIFY(unit.kernel <= 3 && unit.kind != UnitKind::Squeeze && unit.activation != Activation::HardSwish);
  }

  void trainsOnTopOfAV3() {
    ProgramResult result = run({"train", "--data", "few", "--from", "fashion-v3.safetensors", "--epochs", "1",
                                "--input-size", "40", "--threads", "1", "--out", "new.safetensors"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const MobileNetSpec spec = specIn("new.safetensors");
    QVERIFY(spec.architecture == Architecture::MobileNetV3Small);
    QCOMPARE(spec.inputSize, 40);
    QVERIFY(spec.hidden == (std::vector<HiddenLayer>{{128, Activation::HardSwish}}));
    QVERIFY(spec.classNames != specIn("fashion-v3.safetensors").classNames);
    const QStringList again{"train", "--data", "digits", "--from", "fashion-v3.safetensors", "--out", "x.safetensors"};
    result = run(again + QStringList{"--minimalistic"});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("the network to start from, a MobileNet V3 Small, isn't"),
             qPrintable(result.errors));
    result = run(again + QStringList{"--architecture", "mobilenet_v3_large"});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("mobilenet_v3_large found, but the network to start from is a MobileNet V3 Small"),
             qPrintable(result.errors));
    result = train("digits", "x.safetensors", {"--architecture", "mobilenet_v2", "--minimalistic"});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("the network is no MobileNet V3"), qPrintable(result.errors));
    result = train("digits", "x.safetensors", {"--architecture", "mobilenet_v3"});
    QVERIFY2(result.errors.contains("'mobilenet_v3_large' or 'mobilenet_v3_small' expected"),
             qPrintable(result.errors));
    QVERIFY(!QFile::exists(sample_.file("x.safetensors")));
  }

  void inspectsIt() {
    const QString table = run({"inspect", "fashion-v3.safetensors"}).output;
    for (const char* text : {"MobileNet V3 Small", "hard-swish and relu", "hidden layers 128 (hard-swish)", "squeeze",
                             "excite", "trainable parameters"})
      QVERIFY2(table.contains(text), text);
    const QJsonObject json = object(run({"inspect", "fashion-v3.safetensors", "--json"}).output);
    const MobileNetSpec spec = specIn("fashion-v3.safetensors");
    const std::vector<UnitPlan> units = unitsOf(spec);
    QCOMPARE(json["spec"]["architecture"].toString(), QString("mobilenet_v3_small"));
    const QJsonArray layers = json["layers"].toArray();
    QCOMPARE(layers.size(), qsizetype(units.size()));
    QCOMPARE(json["parameters"].toInteger(), qint64(totalCost(spec).parameters));
    int multiplied = 0;
    for (qsizetype i = 0; i < layers.size(); ++i) {
      const UnitPlan& unit = units[std::size_t(i)];
      QCOMPARE(layers[i]["role"].toString().toStdString(), unit.role());
      QCOMPARE(layers[i]["kind"].toString().toStdString(), toString(unit.kind));
      if (unit.gated < 0) continue;
      ++multiplied;
      QCOMPARE(layers[i]["multiplies"].toString().toStdString(), concat("layers.", unit.layer, ".depthwise"));
    }
    QCOMPARE(multiplied, 9);
    QVERIFY(json["notes"].toArray().isEmpty());
  }

  void mergesEvaluatesReportsAndExports() {
    const ProgramResult result =
        run(pair("merge") + QStringList{"--layers", "1-2", "--steps", "2", "--statistics", "false", "--batch", "8",
                                        "--init-images", "64", "--out", "m.zipper", "--report", "report", "--progress",
                                        "json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QStringList lines = result.output.split('\n', Qt::SkipEmptyParts);
    const QJsonObject batch = object(lines[1]), done = object(lines.back());
    QCOMPARE(batch["l1_layers"]["b"].toArray().size(), 12);
    QCOMPARE(done["iterations"].toInt(), 4);
    const Session session = loadSession(sample_.file("m.zipper").toStdString());
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2}));
    QVERIFY(find(session.steps.back()->values->state, "shared.layers.1.squeeze.conv.weight").defined());
    QCOMPARE(done["parameters"]["merged"].toInteger(), qint64(mergeCost(session).mergedParameters));
    const double merged =
        object(run({"eval", "m.zipper", "--task", "b", "--data", "digits", "--json"}).output)["top1"].toDouble();
    QCOMPARE(merged, done["top1"]["b"].toDouble());
    QFile report(sample_.file("report/report.html"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains("<td>squeeze</td>"));
    QCOMPARE(run({"export", "m.zipper", "--format", "safetensors", "--task", "a", "--out", "a.safetensors"}).status, 0);
    MobileNet network = loadModel(sample_.file("a.safetensors").toStdString()).network;
    MergedNetwork whole = networkAt(session, session.current);
    torch::NoGradGuard noGrad;
    const auto images = randomImages(network->spec(), 2);
    QVERIFY(torch::equal(network->forward(images).logits, whole.task(0)->forward(images).logits));
    for (const char* format : {"onnx", "torchvision"}) {
      const ProgramResult written = run({"export", "m.zipper", "--format", format, "--task", "b", "--out", "b.out"});
      QVERIFY2(written.status == 0, qPrintable(written.errors));
      QVERIFY2(written.errors.contains("run on 10 images per task: largest relative difference"),
               qPrintable(written.errors));
    }
    QCOMPARE(run({"resume", "m.zipper", "--finetune-steps", "1", "--trunk", "2", "--no-eval", "--threads", "1"}).status,
             0);
    QCOMPARE(loadSession(sample_.file("m.zipper").toStdString()).trunk(), 2);
  }

  void estimatesMergeCosts() {
    const ProgramResult result =
        run(pair("mergeability") + QStringList{"--images", "64", "--compression", "1.2", "--json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = object(result.output);
    QCOMPARE(json["layers"].toArray().size(), 12);
    for (const QJsonValue& layer : json["layers"].toArray()) {
      QVERIFY(layer["cost"].toDouble() > 0 && layer["cost"].toDouble() < 1);
      QVERIFY(layer["saved_parameters"].toInt() > 0);
    }
    QVERIFY(json["suggestion"]["compression"].toDouble() >= 1.2);
  }

  void refusesToMergeOtherArchitectures() {
    const ProgramResult result = run({"merge", "--a", "fashion-v3.safetensors", "--b", "digits.safetensors", "--data-a",
                                      "fashion", "--data-b", "digits", "--out", "x.zipper"});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("A is a MobileNet V3 Small, B a MobileNet V1"), qPrintable(result.errors));
  }
};

ZIPPER_TEST(TestCliV3)
#include "test_cli_v3.moc"
