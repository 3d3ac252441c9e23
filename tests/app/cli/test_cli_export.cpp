// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>
#include <map>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/support/libtorch.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// What `zipper export` writes besides the formats that hold float32 alone.
class TestCliExport : public QObject {
  Q_OBJECT

  SampleFolder sample_;
  std::map<QString, ProgramResult> smaller_;

  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  ProgramResult exported(const QString& format, const QString& out, const QStringList& more = {}) const {
    return run(QStringList{"export", "merged.zipper", "--format", format, "--out", out} + more);
  }
  /// float32.tflite, float16.tflite and int8.tflite, each written when it is first asked for.
  const ProgramResult& tfliteOf(const QString& precision) {
    auto known = smaller_.find(precision);
    if (known == smaller_.end())
      known = smaller_.emplace(precision, exported("tflite", precision + ".tflite", {"--precision", precision})).first;
    return known->second;
  }
  qint64 size(const QString& name) const { return QFileInfo(sample_.file(name)).size(); }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    const ProgramResult merged = run(quickMerge("merged.zipper"));
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
  }

  void writesSmallerNumbers() {
    for (const QString precision : {"float32", "float16", "int8"}) {
      const ProgramResult& result = tfliteOf(precision);
      QVERIFY2(result.status == 0, qPrintable(result.errors));
      QVERIFY2(result.output.startsWith(precision + ".tflite\n"), qPrintable(result.output));
      QVERIFY(QFileInfo::exists(sample_.file(precision + "_labels_a.txt")));
      QVERIFY2(result.errors.contains("Read back and run on 10 images per task"), qPrintable(result.errors));
    }
    QVERIFY(size("float16.tflite") < size("float32.tflite") * 6 / 10);
    QVERIFY(size("int8.tflite") < size("float32.tflite") * 4 / 10);
  }

  /// On the test images of each task, beside that of float32.
  void tellsTheAccuracyOfIntegers() {
    const ProgramResult result = exported("onnx", "integers.onnx", {"--precision", "int8"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(tfliteOf("int8").status == 0, qPrintable(tfliteOf("int8").errors));
    for (const QString& errors : {tfliteOf("int8").errors, result.errors}) {
      const QRegularExpression line(
          R"(Task ([ab]): top-1 on (\d+) test images: ([\d.]+) % in float32, ([\d.]+) % in int8)");
      int tasks = 0;
      for (auto found = line.globalMatch(errors); found.hasNext(); ++tasks) {
        const QRegularExpressionMatch match = found.next();
        QVERIFY(match.captured(2).toInt() > 0);
        QVERIFY2(std::abs(match.captured(3).toDouble() - match.captured(4).toDouble()) <= 5, qPrintable(errors));
      }
      QCOMPARE(tasks, 2);
    }
  }

  void opensItsOwnFilesAgain() {
    QVERIFY(exported("tflite", "all.tflite").status == 0);
    QVERIFY(exported("tfjs", "all.json").status == 0);
    QVERIFY(exported("safetensors", "b.safetensors", {"--task", "b"}).status == 0);
    torch::NoGradGuard noGrad;
    MobileNet wanted = loadModel(sample_.file("b.safetensors").toStdString()).network;
    const torch::Tensor images = randomImages(wanted->spec(), 2);
    const torch::Tensor logits = wanted->forward(images).logits;
    for (const char* name : {"all.tflite", "all.json"}) {
      SpecOverrides overrides;
      overrides.part = "b";
      LoadedModel read = loadModel(sample_.file(name).toStdString(), overrides);
      QCOMPARE(read.network->spec().classNames, wanted->spec().classNames);
      const torch::Tensor found = read.network->forward(images).logits;
      QVERIFY((found - logits).abs().max().item<double>() < 1e-4 * logits.abs().max().item<double>());
    }
  }

  void writesOtherNames() {
    const ProgramResult result =
        exported("tflite", "named.tflite", {"--softmax", "--inputs", "cloth,digit", "--outputs", "which,what"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QFile file(sample_.file("named.tflite"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const char* name : {"cloth", "digit", "which", "what"}) QVERIFY(bytes.contains(name));
  }

  void createsTheFolderOfTensorFlowJs() {
    const ProgramResult result = exported("tfjs", "new/deep/model.json");
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    for (const char* name : {"model.json", "metadata.json", "group1-shard1of1.bin"})
      QVERIFY2(size(QString("new/deep/") + name) > 0, name);
    QFile blocking(sample_.file("blocking"));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    const ProgramResult refused = exported("tfjs", "blocking/deep/model.json");
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("blocking/deep: the folder can't be created: "), qPrintable(refused.errors));
    QCOMPARE(refused.errorLines(), 1);
    // Nothing is created for what isn't written.
    QCOMPARE(exported("tfjs", "never/model.json", {"--inputs", "x"}).status, 2);
    QVERIFY(!QFileInfo::exists(sample_.file("never")));
  }

  void printsAProgram() {
    const ProgramResult result = exported("onnx", "all.onnx", {"--snippet", "python"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.output.contains("import onnxruntime"), qPrintable(result.output));
    QVERIFY(result.output.contains("all.onnx"));
  }

  /// A program has lines, and nothing stands before it.
  void theProgramIsAllOfStandardOutput() {
    const ProgramResult result = exported("tflite", "phone.tflite", {"--snippet", "phone"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.output.count('\n') > 50, qPrintable(result.output));
    QVERIFY(result.output.startsWith("//"));
    QVERIFY(result.output.contains("\"phone.tflite\""));
    QVERIFY(result.errors.contains("phone.tflite\n"));
  }

  void filesOfOthersAreNotReplaced() {
    QFile other(sample_.file("mine_labels_a.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("mine");
    other.close();
    const ProgramResult refused = exported("tflite", "mine.tflite");
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("mine_labels_a.txt: is there already"), qPrintable(refused.errors));
    QVERIFY(!QFileInfo::exists(sample_.file("mine.tflite")));
    QCOMPARE(size("mine_labels_a.txt"), qint64(4));
    QVERIFY(QFile::remove(sample_.file("mine_labels_a.txt")));
    QCOMPARE(exported("tflite", "mine.tflite").status, 0);
    QCOMPARE(exported("tflite", "mine.tflite").status, 0);  // its own
  }

  void otherImagesServeForTheRanges() {
    QCOMPARE(exported("onnx", "x.onnx", {"--images", "fashion"}).status, 2);
    const ProgramResult result = exported("onnx", "x.onnx", {"--precision", "int8", "--images", "fashion"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.errors.contains("the same class in int8 as in float32 on"), qPrintable(result.errors));
  }

  void tellsHowOftenTeacherAndMergedNetworkAgree() {
    const ProgramResult result =
        run({"eval", "merged.zipper", "--task", "a", "--data", "fashion", "--agreement", "--json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject found = QJsonDocument::fromJson(result.output.toUtf8()).object();
    QVERIFY(found["images"].toInt() > 0);
    QVERIFY(found["agreement"].toDouble() > 0 && found["agreement"].toDouble() <= 1);
    QVERIFY(found["confident_images"].toInt() <= found["images"].toInt());
    QCOMPARE(run({"eval", "fashion.safetensors", "--data", "fashion", "--agreement"}).status, 2);
  }

  /// Only sessions are exported, scored by their tasks or resumed.
  void saysThatANetworkIsNoSession() {
    QVERIFY2(tfliteOf("float32").status == 0, qPrintable(tfliteOf("float32").errors));
    for (const QStringList& command :
         {QStringList{"export", "float32.tflite", "--out", "again.onnx"}, QStringList{"mergeability", "float32.tflite"},
          QStringList{"resume", "float32.tflite"}}) {
      const ProgramResult result = run(command);
      QCOMPARE(result.status, 1);
      QVERIFY2(result.errors.contains("float32.tflite: a session (.zipper) was expected, found a network (TensorFlow "
                                      "Lite); merge it with another one first: zipper merge --a NETWORK"),
               qPrintable(result.errors));
      QCOMPARE(result.errorLines(), 1);
    }
    QVERIFY(!QFileInfo::exists(sample_.file("again.onnx")));
    QVERIFY2(run({"eval", "gone.zipper", "--data", "fashion", "--agreement"})
                 .errors.contains("gone.zipper: there is no such file; a session (.zipper) was expected"),
             "a file that isn't there");
  }

  void refusesWhatAFormatCannot_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("message");
    QTest::newRow("precision") << QStringList{"--format", "safetensors", "--precision", "int8"}
                               << "export format safetensors can't have int8 numbers, only float32";
    QTest::newRow("unknown precision") << QStringList{"--format", "tflite", "--precision", "int4"}
                                       << "precision: 'int4' found, expected one of float32, float16, int8";
    QTest::newRow("names") << QStringList{"--format", "onnx", "--inputs", "x,y"} << "neither names nor softmax";
    QTest::newRow("number of names") << QStringList{"--format", "tflite", "--inputs", "x"}
                                     << "1 name of inputs found, 2 expected";
    QTest::newRow("twice") << QStringList{"--format", "tflite", "--outputs", "x,x"}
                           << "'x' is the name of two inputs or outputs";
    QTest::newRow("format") << QStringList{"--format", "caffe"} << "export format 'caffe' found, expected one of";
    QTest::newRow("no program") << QStringList{"--format", "onnx", "--snippet", "phone"}
                                << "export target 'phone' has no program for onnx in float32, only for tflite "
                                   "(float16, int8, float32); onnx in float32 has one for ";
    QTest::newRow("images") << QStringList{"--format", "tflite", "--images", "digits"} << "only --precision int8";
    QTest::newRow("target") << QStringList{"--format", "tflite", "--snippet", "fridge"} << "fridge";
  }
  void refusesWhatAFormatCannot() {
    QFETCH(QStringList, options);
    QFETCH(QString, message);
    const ProgramResult result = run(QStringList{"export", "merged.zipper", "--out", "refused.bin"} + options);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains(message), qPrintable(result.errors));
    QVERIFY(!QFileInfo::exists(sample_.file("refused.bin")));
  }
};

ZIPPER_TEST(TestCliExport)
#include "test_cli_export.moc"
