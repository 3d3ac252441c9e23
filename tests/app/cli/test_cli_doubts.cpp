// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <algorithm>

#include "app/cli/zipper_program.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/session/session_file.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

QJsonObject object(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

/// The network with its outputs the other way round.
MobileNet reversed(MobileNet& network) {
  MobileNetSpec spec = network->spec();
  std::reverse(spec.classNames.begin(), spec.classNames.end());
  MobileNet result(spec);
  result->loadState(network->state());
  torch::NoGradGuard noGrad;
  result->head->weight.copy_(network->head->weight.flip(0));
  result->head->bias.copy_(network->head->bias.flip(0));
  return result;
}

}  // namespace

/// What the program isn't sure of, it says; what it can find out, it finds out.
class TestCliDoubts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    LoadedModel model = loadModel(file("fashion.safetensors"));
    QVERIFY(!model.network->spec().classNames.empty());
    MobileNet other = reversed(model.network);
    saveModel(file("reversed.safetensors"), other);
    MobileNetSpec spec = other->spec();
    for (std::size_t i = 0; i < spec.classNames.size(); ++i) spec.classNames[i] = "thing " + std::to_string(i);
    MobileNet strange(spec);
    strange->loadState(other->state());
    saveModel(file("strange.safetensors"), strange);
    writeSafetensors(file("bare.safetensors"), model.network->state(), {});
  }

  void classesAreMatchedByName() {
    const QJsonObject own = evaluated({"fashion.safetensors"}), other = evaluated({"reversed.safetensors"});
    QVERIFY(own["top1"].toDouble() > 0.8);
    QCOMPARE(other["top1"].toDouble(), own["top1"].toDouble());
    QCOMPARE(other["classes_by"].toString(), QString("name"));
    QVERIFY(evaluated({"reversed.safetensors", "--classes", "position"})["top1"].toDouble() < 0.3);
  }

  void namesThatDifferAreSaid() {
    const ProgramResult result = eval({"strange.safetensors"});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.errors.contains("the class names differ") && result.errors.contains("\"thing 0\", \"thing 1\"") &&
                 result.errors.contains("--classes"),
             qPrintable(result.errors));
  }

  void aFileSaysWhichClassIsWhich() {
    const std::vector<std::string> names = loadModel(file("fashion.safetensors")).network->spec().classNames;
    QByteArray map, list;
    for (std::size_t i = 0; i < names.size(); ++i) {
      map += QByteArray::fromStdString(names[i]) + " = thing " + QByteArray::number(int(names.size() - 1 - i)) + "\n";
      list += QByteArray::fromStdString(names[names.size() - 1 - i]) + "\n";
    }
    write("map.txt", map);
    write("list.txt", list);
    const double right = evaluated({"fashion.safetensors"})["top1"].toDouble();
    const QJsonObject mapped = evaluated({"strange.safetensors", "--classes", "map.txt"});
    QCOMPARE(mapped["top1"].toDouble(), right);
    QCOMPARE(mapped["classes_by"].toString(), QString("map"));
    QCOMPARE(evaluated({"strange.safetensors", "--classes", "list.txt"})["top1"].toDouble(), right);
    write("wrong.txt", "nonsense = 3\n");
    const ProgramResult wrong = eval({"strange.safetensors", "--classes", "wrong.txt"});
    QVERIFY2(wrong.status == 1 && wrong.errors.contains("wrong.txt, line 1"), qPrintable(wrong.errors));
  }

  void mergingGoesByNameAndTheRecipeHoldsTheMap() {
    QStringList arguments = quickMerge("named.zipper", "1", 1);
    arguments[2] = "reversed.safetensors";
    QCOMPARE(run(arguments).status, 0);
    const Session session = loadSessionOutline(file("named.zipper"));
    QCOMPARE(*session.recipe.sources[0].classes, (std::vector<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
    QVERIFY(session.recipe.sources[1].classes->empty());
    const QJsonObject teacher = evaluated({"named.zipper", "--task", "a", "--classes", "position"});
    QVERIFY(evaluated({"named.zipper", "--task", "a"})["top1"].toDouble() != teacher["top1"].toDouble());
  }

  void guessesAreSaidAndTried() {
    const ProgramResult result = eval({"bare.safetensors"});
    QVERIFY2(result.errors.contains("guessed") && result.errors.contains("stem stride") &&
                 result.errors.contains("--stem-stride"),
             qPrintable(result.errors));
    const QJsonObject bare = evaluated({"bare.safetensors"}), told = evaluated({"fashion.safetensors"});
    QVERIFY(!bare["guessed"].toArray().isEmpty());
    QVERIFY2(bare["top1"].toDouble() > told["top1"].toDouble() - 0.02, qPrintable(result.errors + result.output));
    QVERIFY(told["guessed"].toArray().isEmpty());
    QStringList arguments = quickMerge("guessed.zipper", "1", 1);
    arguments[2] = "bare.safetensors";
    const ProgramResult merged = run(arguments + QStringList{"--progress", "json", "--report", "guessed-report"});
    QVERIFY2(merged.errors.contains("--override-a"), qPrintable(merged.errors));
    const QJsonObject done = object(merged.output.trimmed().section('\n', -1));
    QVERIFY2(!done["guessed"].toObject()["a"].toArray().isEmpty(), qPrintable(merged.output));
    QFile report(sample_.file("guessed-report/report.html"));
    QVERIFY(report.open(QIODevice::ReadOnly) && report.readAll().contains("Guessed, as the network"));
    // The recipe says how it was read: nothing has to be tried again.
    QVERIFY(loadSessionOutline(file("guessed.zipper")).recipe.sources[0].overrides.inputSize.has_value());
  }

  void allMissingDataAreNamedAtOnce() {
    QCOMPARE(run(quickMerge("gone.zipper", "1-2", 1)).status, 0);
    QVERIFY(QFile::rename(sample_.file("fashion"), sample_.file("fashion-moved")));
    QVERIFY(QFile::rename(sample_.file("digits"), sample_.file("digits-moved")));
    const ProgramResult gone = run({"resume", "gone.zipper"});
    const ProgramResult score = run({"eval", "gone.zipper", "--task", "b"});
    const ProgramResult found =
        run({"resume", "gone.zipper", "--data-a", "fashion-moved", "--data-b", "digits-moved", "--no-eval"});
    const std::string remembered = loadSessionOutline(file("gone.zipper")).recipe.sources[1].data;
    const ProgramResult again = run({"eval", "gone.zipper", "--task", "b", "--json"});
    QVERIFY(QFile::rename(sample_.file("fashion-moved"), sample_.file("fashion")));
    QVERIFY(QFile::rename(sample_.file("digits-moved"), sample_.file("digits")));
    QCOMPARE(gone.status, 1);
    QVERIFY2(gone.errors.contains("task a:") && gone.errors.contains("task b:") &&
                 gone.errors.contains("--data-a FOLDER --data-b FOLDER"),
             qPrintable(gone.errors));
    QCOMPARE(gone.errors.count("zipper: error: "), 1);
    QVERIFY2(score.status == 1 && score.errors.contains("--data FOLDER"), qPrintable(score.errors));
    QVERIFY2(found.status == 0, qPrintable(found.errors));
    QCOMPARE(remembered, file("digits-moved"));
    QVERIFY2(again.status == 0 && object(again.output)["images"].toInt() > 0, qPrintable(again.errors));
  }

  void aNetworkWithoutAHeadSaysWhatToDo() {
    LoadedModel model = loadModel(file("fashion.safetensors"));
    NamedTensors tensors;
    for (const auto& entry : model.network->state())
      if (entry.first.rfind("head.", 0) != 0) tensors.push_back(entry);
    writeSafetensors(file("headless.safetensors"), tensors, {});
    QStringList arguments = quickMerge("headless.zipper", "1", 1);
    arguments[2] = "headless.safetensors";
    const ProgramResult result = run(arguments);
    QVERIFY2(result.status == 1 && result.errors.contains("Choose a file of the whole network"),
             qPrintable(result.errors));
  }

 private:
  ProgramResult run(const QStringList& arguments) { return runZipper(arguments, sample_.path()); }
  ProgramResult eval(const QStringList& arguments) {
    return run(QStringList{"eval"} + arguments + QStringList{"--data", "fashion", "--threads", "1"});
  }
  QJsonObject evaluated(const QStringList& arguments) { return object(eval(arguments + QStringList{"--json"}).output); }
  std::string file(const QString& name) const { return sample_.file(name).toStdString(); }
  void write(const QString& name, const QByteArray& text) {
    QFile target(sample_.file(name));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(text);
  }

  SampleFolder sample_;
};

ZIPPER_TEST(TestCliDoubts)
#include "test_cli_doubts.moc"
