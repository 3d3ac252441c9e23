// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <algorithm>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// What makes a merge of a few layers of the sample's networks quick.
const QStringList quickly{"--init", "mean", "--steps", "1", "--batch", "4", "--statistics", "false", "--threads", "1"};

const QStringList first{"--model", "fashion.safetensors", "--data", "fashion", "--name", "Clothes"};
const QStringList second{"--model", "digits.safetensors", "--data", "digits"};
const QStringList third{"--model", "backwards.safetensors", "--data", "fashion"};
const QStringList three = first + second + third;

QJsonObject jsonOf(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

}  // namespace

/// As many tasks as are given: the sample's two, and its first with the outputs the other way round.
class TestManyTasks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    for (const char* data : {"fashion", "digits"}) keepImages(file(data), Split::Test, 200);
    LoadedModel model = loadModel(file("fashion.safetensors"));
    MobileNetSpec spec = model.network->spec();
    std::reverse(spec.classNames.begin(), spec.classNames.end());
    MobileNet other(spec);
    other->loadState(model.network->state());
    {
      torch::NoGradGuard noGrad;
      other->head->weight.copy_(model.network->head->weight.flip(0));
      other->head->bias.copy_(model.network->head->bias.flip(0));
    }
    saveModel(file("backwards.safetensors"), other);
    merged_ = run(QStringList{"merge"} + three + quickly +
                  QStringList{"--layers", "1-2", "--progress", "json", "--report", "report", "--out", "three.zipper"});
    QVERIFY2(merged_.status == 0, qPrintable(merged_.errors));
  }

  void everyEventHasAllTasks() {
    const QStringList lines = merged_.output.split('\n', Qt::SkipEmptyParts);
    const QJsonObject teachers = jsonOf(lines.first()), batch = jsonOf(lines[1]), done = jsonOf(lines.back());
    const QStringList letters{"a", "b", "c"};
    QCOMPARE(teachers["top1"].toObject().keys(), letters);
    QCOMPARE(batch["loss"]["ce"].toObject().keys(), letters);
    QCOMPARE(batch["loss"]["l1"].toObject().keys(), letters);
    QCOMPARE(batch["l1_layers"].toObject().keys(), letters);
    const qsizetype layers = batch["l1_layers"]["a"].toArray().size();
    QCOMPARE(int(layers), loadSession(file("three.zipper")).layers());
    QCOMPARE(batch["l1_layers"]["c"].toArray().size(), layers);
    QCOMPARE(done["top1"].toObject().keys(), letters);
    // The same network and images, under other labels.
    QCOMPARE(done["teacher_top1"]["c"].toDouble(), done["teacher_top1"]["a"].toDouble());
    QVERIFY(done["teacher_top1"]["c"].toDouble() > 0.85);
    QVERIFY(done["parameters"]["separate"].toInt() > done["parameters"]["merged"].toInt());
    QVERIFY(QFile::exists(sample_.file("report/report.html")));
  }

  void theRecipeHoldsAllTasks() {
    const Session session = loadSessionOutline(file("three.zipper"));
    QCOMPARE(session.recipe.sources.size(), std::size_t(3));
    QCOMPARE(nameOf(session.recipe.sources[0]), std::string("Clothes"));
    QCOMPARE(nameOf(session.recipe.sources[1]), std::string("digits"));
    QCOMPARE(*session.recipe.sources[2].classes, (std::vector<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
    QCOMPARE(run({"merge", "--recipe", "report/recipe.json", "--no-eval", "--out", "again.zipper"}).status, 0);
    QVERIFY(sameResult("again.zipper"));
  }

  /// Short forms name their task, wherever they stand.
  void allFormsMeanTheSame_data() {
    QTest::addColumn<QStringList>("tasks");
    QTest::newRow("short forms and the next one")
        << QStringList{"--data-b", "digits", "--b", "digits.safetensors", "--a", "fashion.safetensors",
                       "--data-a", "fashion"} +
               third;
    QTest::newRow("letters") << QStringList{"--task", "c"} + third + first + second;
    QTest::newRow("a letter for what comes later") << first + QStringList{"--model", "digits.safetensors",
                                                                          "--model", "backwards.safetensors",
                                                                          "--data",  "fashion",
                                                                          "--task",  "b",
                                                                          "--data",  "digits"};
  }
  void allFormsMeanTheSame() {
    QFETCH(QStringList, tasks);
    const ProgramResult result = run(QStringList{"merge"} + tasks + quickly +
                                     QStringList{"--layers", "1-2", "--no-eval", "--out", "form.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY(sameResult("form.zipper"));
  }

  void overridesAndClassesAreOfTheirTask() {
    const ProgramResult result =
        run(QStringList{"merge"} + first + QStringList{"--override", "bn_epsilon=2e-3", "mean=0.4"} + second + third +
            QStringList{"--classes", "position", "--override", "activation=relu"} + quickly +
            QStringList{"--layers", "1", "--no-eval", "--out", "own.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const std::vector<TaskSource> sources = loadSessionOutline(file("own.zipper")).recipe.sources;
    QVERIFY(sources[0].overrides.bnEpsilon == 2e-3 && sources[0].overrides.mean.has_value());
    QVERIFY(isEmpty(sources[1].overrides));
    QVERIFY(sources[2].overrides.activation == Activation::ReLU && !sources[2].overrides.mean.has_value());
    QVERIFY(sources[2].classes->empty());
  }

  void resumes() {
    QVERIFY(QFile::copy(sample_.file("three.zipper"), sample_.file("resumed.zipper")));
    QVERIFY(QFile::link(sample_.file("fashion"), sample_.file("moved")));
    const QStringList next{"resume", "resumed.zipper", "--layers", "3", "--no-eval", "--task", "c"};
    const ProgramResult refused = run(next + QStringList{"--data", "digits"});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("the data set digits isn't the one"), qPrintable(refused.errors));
    const ProgramResult result = run(next + QStringList{"--data", "moved", "--name", "Backwards"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const Session session = loadSession(file("resumed.zipper"));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3}));
    QCOMPARE(session.recipe.sources[2].data, file("moved"));
    QCOMPARE(session.recipe.sources[2].name, std::string("Backwards"));
    QVERIFY(session.recipe.sources[0].data != session.recipe.sources[2].data);
    const ProgramResult none = run({"resume", "resumed.zipper", "--task", "d", "--data", "moved"});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.errors.contains("there is no task d: the session has a to c"), qPrintable(none.errors));
  }

  void missingDataOfTheThirdAreAskedFor() {
    QVERIFY(QFile::rename(sample_.file("fashion"), sample_.file("gone")));
    const ProgramResult result = run({"resume", "three.zipper", "--no-eval"});
    QVERIFY(QFile::rename(sample_.file("gone"), sample_.file("fashion")));
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("say where: --data-a FOLDER --task c --data FOLDER"), qPrintable(result.errors));
  }

  void saysWhichNetworkIsAnother() {
    const ProgramResult result = run({"merge", "--recipe", "report/recipe.json", "--model", "backwards.safetensors",
                                      "--layers", "1", "--steps", "0", "--no-eval", "--out", "swapped.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QString line = "note: task a: backwards.safetensors instead of the recipe's " + sample_.path();
    QVERIFY2(result.errors.contains(line), qPrintable(result.errors));
  }

  void sameNamesGetANumber() {
    const QStringList again{"--model", "digits.safetensors", "--data", "digits"};
    const ProgramResult result = run(QStringList{"merge"} + second + again + quickly +
                                     QStringList{"--layers", "1", "--no-eval", "--out", "alike.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const std::vector<TaskSource> sources = loadSessionOutline(file("alike.zipper")).recipe.sources;
    QCOMPARE(namesOf(sources), (std::vector<std::string>{"digits", "digits 2"}));
    QCOMPARE(nameOf(sources[1]), std::string("digits 2"));
  }

  void evaluatesEachTask() {
    const QJsonObject done = jsonOf(merged_.output.trimmed().section('\n', -1));
    for (const char* task : {"a", "b", "c"}) {
      const QString letter = task == std::string("b") ? "B" : task;  // capitals are no other letters
      const ProgramResult result = run({"eval", "three.zipper", "--task", letter, "--json"});
      QVERIFY2(result.status == 0, qPrintable(result.errors));
      QCOMPARE(jsonOf(result.output)["top1"].toDouble(), done["top1"][task].toDouble());
    }
    const ProgramResult none = run({"eval", "three.zipper", "--task", "d"});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.errors.contains("--task: 'd' found, a to c expected"), qPrintable(none.errors));
    QVERIFY(run({"eval", "three.zipper"}).errors.contains("a to c?"));
  }

  void exportsToEveryFormat() {
    for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript", "torchscript-frozen"}) {
      for (const char* task : {"all", "c"}) {
        const ProgramResult result =
            run({"export", "three.zipper", "--format", format, "--task", task, "--out", "three.out"});
        QVERIFY2(result.status == 0, qPrintable(QString("%1 %2: %3").arg(format, task, result.errors)));
        QVERIFY(result.errors.contains("largest relative difference"));
      }
    }
    QCOMPARE(run({"export", "three.zipper", "--task", "c", "--out", "c.safetensors"}).status, 0);
    const QJsonObject score = jsonOf(run({"eval", "c.safetensors", "--data", "fashion", "--json"}).output);
    const QJsonObject done = jsonOf(merged_.output.trimmed().section('\n', -1));
    QCOMPARE(score["top1"].toDouble(), done["top1"]["c"].toDouble());
    QVERIFY(run({"export", "three.zipper", "--task", "d", "--out", "d.onnx"}).errors.contains("a to c"));
  }

  void compares() {
    const QStringList strategies{"--init",   "least-squares,naive", "--init-images", "32",
                                 "--report", "comparison",          "--progress",    "json"};
    const ProgramResult result =
        run(QStringList{"compare"} + three + quickly + QStringList{"--layers", "1"} + strategies);
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QCOMPARE(result.output.count("\"event\":\"run\""), 3);
    QFile page(sample_.file("comparison/compare.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("<td>A</td><td>Clothes</td><td>"));
  }

  void chartsTrunks() {
    const ProgramResult result = run(QStringList{"trunks"} + three + quickly +
                                     QStringList{"--layers", "1", "--depths", "0,1", "--report", "trunks"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QFile csv(sample_.file("trunks/trunks.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().trimmed().count('\n'), 2);
  }

  void estimatesMergeCosts() {
    const QStringList options{"--images", "32", "--threads", "1", "--json"};
    const ProgramResult result = run(QStringList{"mergeability"} + three + options);
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QCOMPARE(jsonOf(result.output)["layers"][0]["partners"].toArray().size(), 2);
    const ProgramResult session = run(QStringList{"mergeability", "three.zipper"} + options);
    QVERIFY2(session.status == 0, qPrintable(session.errors));
    QCOMPARE(jsonOf(session.output)["layers"], jsonOf(result.output)["layers"]);
  }

  void wrongUsageIsTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QStringList merge{"merge", "--out", "x.zipper"};
    QTest::newRow("one task only") << merge + first << "--b or --model is needed: the network of task b, as it takes";
    QTest::newRow("one task only, mergeability")
        << QStringList{"mergeability"} + first << "--b or --model is needed: the network of task b";
    QTest::newRow("no data") << merge + first + second + QStringList{"--model", "backwards.safetensors"}
                             << "--data is needed after --model backwards.safetensors (task c)";
    QTest::newRow("no model") << merge + first + second + QStringList{"--task", "c", "--data", "fashion"}
                              << "--task c --model is needed: the network of task c";
    QTest::newRow("sorted by kind") << merge + QStringList{"--model", "fashion.safetensors",
                                                           "--model", "digits.safetensors",
                                                           "--data",  "fashion",
                                                           "--data",  "digits"}
                                    << "--data is given twice for task b: fashion and digits";
    QTest::newRow("data of nobody") << merge + QStringList{"--data", "fashion"} + first
                                    << "--data fashion: of which task?";
    QTest::newRow("no letter") << merge + QStringList{"--task", "1"} + first << "--task: '1' found, a to z expected";
    QTest::newRow("twice the first") << merge + first + QStringList{"--task", "a", "--model", "digits.safetensors"}
                                     << "--model is given twice for task a";
    QTest::newRow("a letter for one that is there")
        << merge + first + second + QStringList{"--b", "backwards.safetensors", "--data-b", "fashion"}
        << "the network of task b is given twice: --model digits.safetensors and --b backwards.safetensors";
    QTest::newRow("data by a letter") << merge + first + second + QStringList{"--data-a", "digits"}
                                      << "the images of task a are given twice: --data fashion and --data-a digits";
    QTest::newRow("one name for two") << merge + first + second + QStringList{"--name", "Clothes"}
                                      << "--name Clothes: is the name of task a and of task b";
    QTest::newRow("override") << merge + three + QStringList{"--override", "size=7"}
                              << "error: --override of task c: unknown key 'size'";
    QTest::newRow("value of an override")
        << merge + three + QStringList{"--override", "stem_stride=7"} << "error: task c: stem";
    QTest::newRow("letter of an option") << merge + three + QStringList{"--data-c", "digits"}
                                         << "; for task c give --task c --data";
    QTest::newRow("network by a letter") << merge + first + second + QStringList{"--c", "backwards.safetensors"}
                                         << "for task c give --task c --model";
    QTest::newRow("data of nobody in a session") << QStringList{"resume", "three.zipper", "--data", "digits"}
                                                 << "of which task? Give --task and its letter before it";
    QTest::newRow("steps back") << QStringList{"resume", "three.zipper", "--back-to", "9"}
                                << "--back-to: 9 found, but only 2 steps are done";
    QTest::newRow("exported task") << QStringList{"export", "three.zipper", "--task", "d", "--out", "x.onnx"}
                                   << "--task: 'd' found, a to c or all expected";
    QTest::newRow("layer 0") << merge + three + QStringList{"--layers", "0-3"}
                             << "--layers: there is no layer 0; layers count from 1\n";
    QTest::newRow("layer") << merge + three + QStringList{"--layers", "1-99"} << "there is no layer 99";
    QTest::newRow("trunk") << merge + three + QStringList{"--trunk", "99"} << "--trunk: 99 found";
    QTest::newRow("depth") << QStringList{"trunks", "--report", "x", "--depths", "0,99"} + three
                           << "--depths: 99 found, but the networks have ";
    QTest::newRow("layer of a session") << QStringList{"resume", "three.zipper", "--layers", "99"}
                                        << "there is no layer 99";
    QTest::newRow("session and models") << QStringList{"mergeability", "three.zipper"} + first << "not both";
  }
  void wrongUsageIsTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const ProgramResult result = run(arguments);
    QVERIFY2(result.status == 2, qPrintable(result.errors));
    QVERIFY2(result.errors.contains(message), qPrintable(result.errors));
    QVERIFY(result.errors.endsWith("Run with --help for more information.\n"));
    QVERIFY(!QFile::exists(sample_.file("x.zipper")));
  }

 private:
  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  std::string file(const QString& name) const { return sample_.file(name).toStdString(); }
  /// Bit for bit what the merge of initTestCase() gave.
  bool sameResult(const QString& name) const {
    return equalValues(*loadSession(file(name)).steps.back()->values,
                       *loadSession(file("three.zipper")).steps.back()->values);
  }

  SampleFolder sample_;
  ProgramResult merged_;
};

ZIPPER_TEST(TestManyTasks)
#include "test_many_tasks.moc"
