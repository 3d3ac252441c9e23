// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <csignal>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// What goes wrong is said in one line, with the right exit status.
class TestCliErrors : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  void write(const QString& name, const QByteArray& bytes) const {
    QFile file(sample_.file(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  /// Linux tells which signals a process has handlers for.
  static bool catchesInterrupt(qint64 process) {
    QFile status(QString("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) return false;
    const QByteArray text = status.readAll();
    const auto at = text.indexOf("SigCgt:");
    return at >= 0 && (text.mid(at + 8, 16).toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1))) != 0;
  }
  /// How many of its threads would handle an interrupt.
  static int threadsThatTakeInterrupts(qint64 process) {
    int count = 0;
    const QDir tasks(QString("/proc/%1/task").arg(process));
    for (const QString& thread : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
      QFile status(tasks.filePath(thread + "/status"));
      if (!status.open(QIODevice::ReadOnly)) continue;  // it ended meanwhile
      const QByteArray text = status.readAll();
      const auto at = text.indexOf("SigBlk:");
      if (at < 0 || (text.mid(at + 8, 16).toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1))) == 0) ++count;
    }
    return count;
  }
  QStringList merge(const QString& option, const QString& value) const {
    QStringList arguments = quickMerge("x.zipper", "1-2");
    const int at = int(arguments.indexOf(option));
    if (at < 0) return arguments + QStringList{option, value};
    arguments[at + 1] = value;
    return arguments;
  }

  /// A file system of that size below the sample's folder; empty if none can be mounted.
  QString smallDisk(const QString& name, const QString& size) const {
    const QString disk = sample_.file(name);
    QDir().mkpath(disk);
    QProcess mount;
    mount.start("mount", {"-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk});
    return mount.waitForFinished() && mount.exitCode() == 0 ? disk : QString();
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    MobileNetSpec blocks = smallSpec(0.5);
    blocks.architecture = Architecture::MobileNetV2;
    MobileNet other = randomNetwork(blocks, 1);
    saveModel(sample_.file("blocks.safetensors").toStdString(), other);
    MobileNet few = randomNetwork(smallSpec(0.25, 32, 5), 1);
    saveModel(sample_.file("few.safetensors").toStdString(), few);
    QFile good(sample_.file("fashion.safetensors"));
    QVERIFY(good.open(QIODevice::ReadOnly));
    write("cut.safetensors", good.readAll().left(5000));
    write("huge.safetensors", QByteArray("\0\0\0\0\0\0\0\x10{}", 10));
    write("text.safetensors", "this is not a model");
    QVERIFY(QDir(sample_.path()).mkdir("empty"));
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing model") << "--a"
                                   << "none.safetensors"
                                   << "none.safetensors";
    QTest::newRow("truncated model") << "--a"
                                     << "cut.safetensors"
                                     << "cut.safetensors";
    QTest::newRow("header of 2^60 bytes") << "--a"
                                          << "huge.safetensors"
                                          << "huge.safetensors";
    QTest::newRow("no model") << "--a"
                              << "text.safetensors"
                              << "text.safetensors";
    QTest::newRow("folder as model") << "--a"
                                     << "fashion"
                                     << "fashion";
    QTest::newRow("other architecture") << "--b"
                                        << "blocks.safetensors"
                                        << "the networks don't fit together: A is a MobileNet V1, B a MobileNet V2";
    QTest::newRow("label outside") << "--b"
                                   << "few.safetensors"
                                   << "the data set has 10 classes, the network's head only 5";
    QTest::newRow("missing data") << "--data-a"
                                  << "nowhere"
                                  << "nowhere";
    QTest::newRow("empty data") << "--data-b"
                                << "empty"
                                << "empty";
    QTest::newRow("output folder missing") << "--out"
                                           << "no/such/folder/x.zipper"
                                           << "no/such/folder/x.zipper";
    QTest::newRow("full disk") << "--out"
                               << "/dev/full"
                               << "/dev/full: can't be written: No space left on device";
    QTest::newRow("recipe file") << "--recipe"
                                 << "none.json"
                                 << "none.json";
  }
  void saysWhatIsWrong() {
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, message);
    const ProgramResult result = runZipper(merge(option, value), sample_.path());
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("zipper: error: ") && result.errors.contains(message), qPrintable(result.errors));
    QCOMPARE(result.errorLines(), 1);
    QVERIFY(!QFile::exists(sample_.file("x.zipper")));
  }

  void wrongUsageIsTwo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QStringList{} << "zipper: error: A subcommand is required";
    QTest::newRow("no command") << QStringList{"bogus"} << "zipper: error: 'bogus' is no command; there are sample, ";
    QTest::newRow("unknown option") << QStringList{"inspect", "m", "--nonsense"} << "--nonsense";
    QTest::newRow("no output") << QStringList{"merge"} << "--out is required";
    QTest::newRow("initialization") << merge("--init", "best") << "best";
    QTest::newRow("layers") << merge("--layers", "0-4") << "there is no layer 0";
    QTest::newRow("layer outside") << merge("--layers", "1-14") << "there is no layer 14; layers are 1 to 13";
    QTest::newRow("trunk outside") << merge("--trunk", "14") << "--trunk: 14 found, but the networks have 13 layers";
    QTest::newRow("iterations") << merge("--steps", "many") << "many";
    QTest::newRow("learning rate") << merge("--lr", "-1") << "-1";
    QTest::newRow("seed") << merge("--seed", "-1") << "-1";
    // CLI11 2.3 (Debian 12) goes on with "2 to 4096", 2.4 (Debian 13) with "[2 - 4096]".
    QTest::newRow("batch") << merge("--batch", "1") << "--batch: Value 1 not in range";
    QTest::newRow("device") << merge("--device", "tpu") << "--device: 'tpu' found, cpu, cuda, or the number of a card";
    QTest::newRow("device that isn't there")
        << merge("--device", "cuda:999") << "--device: the device cuda:999 was asked for, but ";
    QTest::newRow("device of the benchmark")
        << QStringList{"bench", "--device", "cuda:999"} << "--device: the device cuda:999 was asked for, but ";
    QTest::newRow("device to make images on")
        << QStringList{"synthesize", "m", "--out", "o", "--device", "cuda:999"} << "--device: the device cuda:999";
    QTest::newRow("part of the benchmark") << QStringList{"bench", "--only", "calibration,nothing"} << "nothing";
    QTest::newRow("batch of the benchmark") << QStringList{"bench", "--batch", "1"} << "--batch";
    QTest::newRow("repetitions") << QStringList{"bench", "--repetitions", "0"} << "--repetitions";
    QTest::newRow("merge of the benchmark")
        << QStringList{"bench", "--only", "merge", "--merges", "sample/paper"} << "sample/paper";
    QTest::newRow("layers of the benchmark")
        << QStringList{"bench", "--only", "merge", "--layers", "3-1"} << "--layers: '3-1' runs backwards";
    QTest::newRow("merges that aren't measured")
        << QStringList{"bench", "--only", "session", "--steps", "3"} << "--steps: is about merges; add --only merge";
    QTest::newRow("stem stride") << QStringList{"bench", "--stem-stride", "3"} << "--stem-stride";
    QTest::newRow("progress") << merge("--progress", "xml") << "xml";
    // Numbers mean what they say: CLI11 alone takes all of these for other ones.
    QTest::newRow("2^64+1") << merge("--seed", "18446744073709551617")
                            << "18446744073709551617 found, a whole number from 0 to 18446744073709551615 expected";
    QTest::newRow("one of several") << QStringList{"compare", "--seeds", "1,18446744073709551617"}
                                    << "18446744073709551617 found";
    QTest::newRow("seed of training") << QStringList{"train", "--seed", "18446744073709551616"}
                                      << "18446744073709551616 found";
    QTest::newRow("seed of an estimate") << QStringList{"mergeability", "--seed", "-1"} << "-1 found";
    QTest::newRow("2^32+1") << merge("--steps", "4294967297") << "4294967297 found, a whole number";
    QTest::newRow("hexadecimal") << merge("--steps", "0x10") << "0x10 found, a whole number";
    QTest::newRow("infinite") << merge("--lr", "1e999") << "1e999 found, a number such as";
    QTest::newRow("no number") << merge("--ridge", "nan") << "nan found, a number such as";
    QTest::newRow("vanishing") << QStringList{"train", "--lr", "1e-999"} << "1e-999 found, a number such as";
    QTest::newRow("decimals") << QStringList{"train", "--epochs", "1.5"} << "1.5 found, a whole number";
  }
  void wrongUsageIsTwo() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const ProgramResult result = runZipper(arguments, sample_.path());
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains(message), qPrintable(result.errors));
    QVERIFY(!QFile::exists(sample_.file("x.zipper")));
  }

  void benchNamesWhatItCantMeasure() {
    const auto errors = [this](const QStringList& arguments, int status) {
      const ProgramResult result = runZipper(QStringList{"bench", "--input-size", "32"} + arguments, sample_.path());
      return result.status == status && result.output.isEmpty() ? result.errors : "status or output";
    };
    QCOMPARE(errors({"--width", "3"}, 1), "zipper: error: width multiplier: 3 found, 0.125 to 2.0 expected\n");
    QVERIFY(errors({"--input-size", "16"}, 1).startsWith("zipper: error: input size: 16"));
    const QStringList onnx{"--only", "onnx", "--width", "0.125", "--onnx-folder", "fashion.safetensors"};
    QVERIFY(errors(onnx, 1).startsWith("zipper: error: fashion.safetensors: "));
  }

  void resumeKnowsItsData() {
    QCOMPARE(runZipper(quickMerge("w.zipper", "1"), sample_.path()).status, 0);
    const QStringList arguments{"resume", "w.zipper", "--layers", "2", "--no-eval", "--data-a", "digits"};
    const ProgramResult refused = runZipper(arguments, sample_.path());
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("the data set digits isn't the one"), qPrintable(refused.errors));
    const ProgramResult finished = runZipper({"resume", "w.zipper", "--no-eval"}, sample_.path());
    QCOMPARE(finished.status, 0);
    QVERIFY(finished.errors.contains("all planned steps are done"));
    const ProgramResult scored = runZipper({"resume", "w.zipper"}, sample_.path());
    QVERIFY2(scored.output.contains("top-1 merged"), qPrintable(scored.output));
  }

  void checksTheReportFolderFirst() {
    const ProgramResult result = runZipper(merge("--report", "fashion.safetensors"), sample_.path());
    QCOMPARE(result.status, 1);
    QVERIFY(result.errors.contains("the folder can't be created"));
    QVERIFY(!QFile::exists(sample_.file("x.zipper")));
  }

  /// From the moment that the program catches SIGINT, long before the first step.
  void anEarlyInterruptIs130Too() {
    for (const int milliseconds : {0, 200}) {
      RunningZipper process(quickMerge("early.zipper", "1-13", 500), sample_.path());
      QTRY_VERIFY_WITH_TIMEOUT(catchesInterrupt(process.process()), 20000);
      QTest::qSleep(milliseconds);
      process.kill(SIGINT);
      QCOMPARE(process.result(20000).status, 130);
    }
  }

  void refusesARecipeOfOtherFiles() {
    QCOMPARE(runZipper(quickMerge("h.zipper", "1", 0) + QStringList{"--report", "rep"}, sample_.path()).status, 0);
    QFile recipe(sample_.file("rep/recipe.json"));
    QVERIFY(recipe.open(QIODevice::ReadOnly));
    write("changed.json", recipe.readAll().replace("\"model_sha256\": \"", "\"model_sha256\": \"00"));
    const QStringList arguments{"merge", "--recipe", "changed.json", "--no-eval", "--out", "y.zipper"};
    const ProgramResult refused = runZipper(arguments, sample_.path());
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains("isn't the one that the recipe was made with"), qPrintable(refused.errors));
    QCOMPARE(runZipper(arguments + QStringList{"--allow-changed-sources"}, sample_.path()).status, 0);
  }

  void interruptSavesAndSaysHowToGoOn() {
    RunningZipper process(quickMerge("i.zipper", "1-13", 50) + QStringList{"--progress", "json"}, sample_.path());
    QTRY_VERIFY_WITH_TIMEOUT(process.output().contains("\"step\""), 60000);
    QCOMPARE(threadsThatTakeInterrupts(process.process()), 1);  // which is none of those that compute
    process.kill(SIGINT);
    const ProgramResult result = process.result(20000);
    QCOMPARE(result.status, 130);
    QVERIFY(result.errors.contains("zipper resume i.zipper"));
    const auto steps = loadSession(sample_.file("i.zipper").toStdString()).steps.size();
    QVERIFY(steps >= 1 && steps < 13);
  }

  void keepsTheSessionThatIsInTheWay() {
    QCOMPARE(runZipper(quickMerge("old.zipper", "1"), sample_.path()).status, 0);
    const ProgramResult second = runZipper(quickMerge("old.zipper", "2"), sample_.path());
    QVERIFY2(second.errors.contains("kept as old.zipper~"), qPrintable(second.errors));
    QCOMPARE(loadSession(sample_.file("old.zipper~").toStdString()).mergedLayers(), (std::vector<int>{1}));
    QCOMPARE(loadSession(sample_.file("old.zipper").toStdString()).mergedLayers(), (std::vector<int>{2}));
  }

  /// However often it is tried: what has no finished step takes nobody's place.
  void keepsASessionFromRunsThatGotNowhere() {
    QCOMPARE(runZipper(quickMerge("kept.zipper", "1"), sample_.path()).status, 0);
    for (int i = 0; i < 2; ++i) {
      const QStringList diverges =
          quickMerge("kept.zipper", "2", 50) + QStringList{"--lr", "1e38", "--optimizer", "sgd"};
      QCOMPARE(runZipper(diverges, sample_.path()).status, 1);
      QVERIFY(loadSession(sample_.file("kept.zipper").toStdString()).steps.empty());
    }
    QCOMPARE(loadSession(sample_.file("kept.zipper~").toStdString()).mergedLayers(), (std::vector<int>{1}));
  }

  void exportsDontReplaceTheirSession() {
    QCOMPARE(runZipper(quickMerge("own.zipper", "1"), sample_.path()).status, 0);
    QVERIFY(QFile::link("own.zipper", sample_.file("link.onnx")));
    for (const char* out : {"own.zipper", "link.onnx"}) {
      const ProgramResult result =
          runZipper({"export", "own.zipper", "--format", "onnx", "--out", out}, sample_.path());
      QCOMPARE(result.status, 1);
      QVERIFY2(result.errors.contains("is the session itself"), qPrintable(result.errors));
    }
    QCOMPARE(runZipper({"export", "own.zipper", "--out", "own.onnx"}, sample_.path()).status, 0);
    SpecOverrides taskA;
    taskA.part = "a";
    QVERIFY(loadModel(sample_.file("own.onnx").toStdString(), taskA).source.format == "ONNX");
    const ProgramResult unclear = runZipper({"export", "own.zipper", "--out", "own.pt"}, sample_.path());
    QVERIFY2(unclear.errors.contains("give --format"), qPrintable(unclear.errors));
  }

  void trainingThatGotNowhereWritesNothing() {
    QFile file(sample_.file("precious.safetensors"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
    file.close();
    RunningZipper process({"train", "--data", "fashion", "--input-size", "128", "--epochs", "3", "--threads", "1",
                           "--out", "precious.safetensors"},
                          sample_.path());
    QTRY_VERIFY_WITH_TIMEOUT(!process.errors().isEmpty(), 60000);  // what it is about to train
    process.kill(SIGINT);
    QCOMPARE(process.result(60000).status, 130);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == "precious");
  }

  void divergenceKeepsTheLastGoodState() {
    QCOMPARE(runZipper(quickMerge("d.zipper", "1"), sample_.path()).status, 0);
    const ProgramResult result = runZipper(
        {"resume", "d.zipper", "--layers", "2", "--lr", "1e38", "--optimizer", "sgd", "--steps", "50", "--no-eval"},
        sample_.path());
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("layer 2, iteration ") && result.errors.contains("holds the last good state"),
             qPrintable(result.errors));
    QCOMPARE(loadSession(sample_.file("d.zipper").toStdString()).mergedLayers(), (std::vector<int>{1}));
  }

  /// Whatever the format's own writer does when it can't: one line, and nothing stays behind.
  void exportsToAFullDiskLeaveNothing() {
    QCOMPARE(runZipper(quickMerge("e.zipper", "1"), sample_.path()).status, 0);
    const QString disk = smallDisk("full", "64k");
    if (disk.isEmpty()) QSKIP("a small file system can't be mounted here (needs root)");
    QString problems;
    for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript", "torchscript-frozen"}) {
      const QString out = disk + "/x." + format;
      const ProgramResult result = runZipper({"export", "e.zipper", "--format", format, "--out", out}, sample_.path());
      if (result.status != 1 || result.errorLines() != 1 || !result.errors.contains(out + ": can't be written"))
        problems += QString("%1: %2 %3\n").arg(format).arg(result.status).arg(result.errors);
      problems += QDir(disk).entryList(QDir::Files).join(' ');
    }
    QProcess::execute("umount", {disk});
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
  }

  /// The file system fills up in the middle of a merge: what was saved before stays readable.
  void survivesADiskThatFillsUp() {
    const QString disk = smallDisk("disk", "7m");
    if (disk.isEmpty()) QSKIP("a small file system can't be mounted here (needs root)");
    QVERIFY(QDir(sample_.path()).mkdir("kept"));
    qputenv("TMPDIR", sample_.file("kept").toUtf8());
    const ProgramResult result = runZipper(quickMerge("disk/f.zipper"), sample_.path());
    qunsetenv("TMPDIR");
    Session session;
    std::string problem;
    try {
      session = loadSession(sample_.file("disk/f.zipper").toStdString());
    } catch (const Error& error) {
      problem = error.what();
    }
    const int entries = int(QDir(disk).entryList(QDir::Files).size());
    QProcess::execute("umount", {disk});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("No space left on device; free some space"), qPrintable(result.errors));
    QVERIFY2(problem.empty(), problem.c_str());
    QCOMPARE(entries, 1);
    QVERIFY(session.steps.size() < 13);
    // The step that found no room is kept elsewhere.
    const QRegularExpression place("the session is kept as (\\S+); go on with: zipper resume (\\S+)");
    const QString kept = place.match(result.errors).captured(1);
    QVERIFY2(kept.startsWith(sample_.file("kept")) && kept.endsWith("/f.zipper"), qPrintable(result.errors));
    QCOMPARE(loadSession(kept.toStdString()).steps.size(), session.steps.size() + 1);
  }
};

ZIPPER_TEST(TestCliErrors)
#include "test_cli_errors.moc"
