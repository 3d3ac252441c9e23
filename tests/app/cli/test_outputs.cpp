// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include <QtTest>
#include <csignal>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "core/support/host_name.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Where the program writes: never over what it read, never over what another program writes, never into nothing.
class TestOutputs : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  std::string hash(const QString& name) const { return sha256OfFile(sample_.file(name).toStdString()); }
  Session load(const QString& name) const { return loadSession(sample_.file(name).toStdString()); }
  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  /// A command of the shell, in which $Z is the program.
  ProgramResult shell(const QString& command) const {
    QProcess process;
    process.setWorkingDirectory(sample_.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("Z", ZIPPER_PROGRAM);
    process.setProcessEnvironment(environment);
    process.start("bash", {"-c", command});
    if (!process.waitForFinished(250000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
  }
  QString quick(const QString& out, const QString& layers = "1-2") const { return quickMerge(out, layers).join(' '); }
  /// A merge that runs for minutes, from the moment that its session file is there.
  std::unique_ptr<RunningZipper> longMerge(const QString& out) const {
    auto process = std::make_unique<RunningZipper>(quickMerge(out, "1-13", 2000) + QStringList{"--progress", "json"},
                                                   sample_.path());
    (void)QTest::qWaitFor([&] { return QFile::exists(sample_.file(out)); }, 60000);
    return process;
  }
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
    QVERIFY(QFile::link("fashion.safetensors", sample_.file("link.safetensors")));
    QCOMPARE(::link(sample_.file("digits.safetensors").toUtf8(), sample_.file("hard.safetensors").toUtf8()), 0);
    QCOMPARE(run(quickMerge("s.zipper", "1") + QStringList{"--report", "rep"}).status, 0);
    sample_.writeFew("few", "fashion");
  }

  void neverWritesOverWhatWasRead_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("precious");
    for (const char* out :
         {"fashion.safetensors", "link.safetensors", "hard.safetensors", "fashion/../digits.safetensors",
          "fashion/classes.txt", "digits/train-labels-idx1-ubyte.gz"})
      QTest::newRow(out) << quickMerge(out, "1") << QString(out);
    const QStringList train{"train", "--epochs", "1", "--data", "fashion", "--from", "fashion.safetensors", "--out"};
    QTest::newRow("train, network") << train + QStringList{"link.safetensors"} << "fashion.safetensors";
    QTest::newRow("train, data") << train + QStringList{"fashion/classes.txt"} << "fashion/classes.txt";
    QTest::newRow("resume") << QStringList{"resume", "s.zipper", "--no-eval", "--out", "hard.safetensors"}
                            << "digits.safetensors";
    for (const char* out : {"s.zipper", "hard.safetensors", "fashion/classes.txt"})
      QTest::newRow((std::string("export ") + out).c_str())
          << QStringList{"export", "s.zipper", "--format", "onnx", "--out", out} << QString(out);
    QTest::newRow("report over its recipe")
        << QStringList{"merge", "--recipe", "rep/recipe.json", "--no-eval", "--out", "n.zipper", "--report", "rep"}
        << "rep/recipe.json";
  }
  void neverWritesOverWhatWasRead() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, precious);
    const std::string before = hash(precious);
    const ProgramResult result = run(arguments);
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("what was read is never written over"), qPrintable(result.errors));
    QCOMPARE(result.errorLines(), 1);
    QCOMPARE(hash(precious), before);
    QVERIFY(!QFile::exists(sample_.file("n.zipper")));
  }

  /// What isn't read may be as precious.
  void neverWritesOverWhatIsNoSession() {
    QVERIFY(QFile::copy(sample_.file("digits.safetensors"), sample_.file("trained.safetensors")));
    QFile notes(sample_.file("notes.txt"));
    QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("notes") == 5);
    notes.close();
    for (const char* out : {"trained.safetensors", "notes.txt"}) {
      const std::string before = hash(out);
      for (const QStringList& arguments :
           {quickMerge(out, "1"), QStringList{"resume", "s.zipper", "--no-eval", "--out", out}}) {
        const ProgramResult result = run(arguments);
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("is there already and is no session"), qPrintable(result.errors));
        QCOMPARE(hash(out), before);
      }
    }
  }

  /// Its name is the one that a session which is in the way would get.
  void theSessionThatIsResumedStays() {
    QCOMPARE(run(quickMerge("t.zipper", "1")).status, 0);
    QVERIFY(QFile::copy(sample_.file("t.zipper"), sample_.file("t.zipper~")));
    const std::string before = hash("t.zipper~");
    const ProgramResult result =
        run({"resume", "t.zipper~", "--layers", "2", "--steps", "1", "--no-eval", "--out", "t.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QCOMPARE(hash("t.zipper~"), before);
    QCOMPARE(load("t.zipper~~").mergedLayers(), std::vector<int>{1});
    QCOMPARE(load("t.zipper").mergedLayers(), (std::vector<int>{1, 2}));
  }

  void theSampleTakesNobodysPlace() {
    QVERIFY(QDir(sample_.path()).mkdir("mine"));
    QVERIFY(QFile::copy(sample_.file("digits.safetensors"), sample_.file("mine/fashion.safetensors")));
    const ProgramResult result = run({"sample", "--out", "mine"});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("isn't the sample's"), qPrintable(result.errors));
    QCOMPARE(run({"sample", "--out", "."}).status, 0);
  }

  void triesTheOutputBeforeTheWork_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const QStringList train{"train", "--data", "fashion", "--epochs", "1", "--out"};
    const QStringList exports{"export", "s.zipper", "--format", "onnx", "--out"};
    QTest::newRow("train, no folder") << train + QStringList{"none/x"} << "none/x: can't be written: No such file";
    QTest::newRow("train, a folder") << train + QStringList{"fashion"} << "fashion: is a folder";
    QTest::newRow("train, a file as folder") << train + QStringList{"s.zipper/x"} << "Not a directory";
    QTest::newRow("merge") << quickMerge("none/x.zipper") << "create its folder first";
    QTest::newRow("export") << exports + QStringList{"none/x.onnx"} << "none/x.onnx: can't be written";
    for (const char* command : {"merge", "compare", "trunks"}) {
      QStringList arguments = quickPair(command, "1", 1);
      if (QString(command) == "compare")
        arguments.removeAt(arguments.indexOf("--init") + 1), arguments.removeOne("--init");
      if (QString(command) == "merge")
        arguments << "--out"
                  << "r.zipper";
      QTest::newRow((std::string("report of ") + command).c_str())
          << arguments + QStringList{"--report", "/proc/1/report"} << "/proc/1/report";
    }
  }
  void triesTheOutputBeforeTheWork() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const ProgramResult result = run(arguments);
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains(message), qPrintable(result.errors));
    QCOMPARE(result.errorLines(), 1);
    QVERIFY(result.output.isEmpty());
  }

  void twoProgramsDontWriteOneSession() {
    const auto first = longMerge("two.zipper");
    const QString holder = QString("zipper (process %1) works on this session").arg(first->process());
    for (const QStringList& arguments :
         {quickMerge("two.zipper", "1"), QStringList{"resume", "two.zipper", "--no-eval", "--steps", "1"}}) {
      const ProgramResult second = run(arguments);
      QCOMPARE(second.status, 1);
      QVERIFY2(second.errors.contains(holder), qPrintable(second.errors));
    }
    // Another file is no trouble, and what a killed program leaves neither.
    const QStringList elsewhere{"resume",  "two.zipper", "--no-eval", "--layers",  "1",
                                "--steps", "1",          "--out",     "too.zipper"};
    QCOMPARE(run(elsewhere).status, 0);
    first->kill(SIGKILL);
    QCOMPARE(first->result().status, -1);
    QVERIFY(QFile::exists(sample_.file(".two.zipper.lock")));
    QCOMPARE(run({"resume", "two.zipper", "--no-eval", "--layers", "1", "--steps", "1"}).status, 0);
    QVERIFY(!QFile::exists(sample_.file(".two.zipper.lock")));
  }

  /// What can't be replaced any more is saved beside it, and as private as it was.
  void aChangeMeanwhileIsNoticed() {
    QCOMPARE(run(quickMerge("other.zipper", "5")).status, 0);
    QCOMPARE(run(quickMerge("changed.zipper", "1")).status, 0);
    QCOMPARE(::chmod(sample_.file("changed.zipper").toUtf8(), 0600), 0);
    RunningZipper process(
        {"resume", "changed.zipper", "--no-eval", "--layers", "2-3", "--steps", "30", "--progress", "json"},
        sample_.path());
    QTRY_VERIFY_WITH_TIMEOUT(!process.output().isEmpty(), 60000);  // it was read
    QVERIFY(QFile::rename(sample_.file("other.zipper"), sample_.file("o")));
    QCOMPARE(::rename(sample_.file("o").toUtf8(), sample_.file("changed.zipper").toUtf8()), 0);
    const ProgramResult result = process.result();
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("this session is saved as changed-2.zipper"), qPrintable(result.errors));
    QVERIFY(result.output.contains("\"session\":\"changed-2.zipper\""));
    QCOMPARE(load("changed.zipper").mergedLayers(), std::vector<int>{5});
    QCOMPARE(load("changed-2.zipper").mergedLayers(), (std::vector<int>{1, 2, 3}));
    struct stat status {};
    QCOMPARE(::stat(sample_.file("changed-2.zipper").toUtf8(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
  }

  void aBrokenStandardOutputIsAnError_data() {
    QTest::addColumn<QString>("command");
    for (const char* command :
         {"--help", "--version", "inspect fashion.safetensors", "inspect fashion.safetensors --json",
          "eval fashion.safetensors --data few", "export s.zipper --out full.onnx", "sample --out .",
          "resume s.zipper --no-eval", "mergeability s.zipper --images 10",
          "bench --only session --width 0.125 --input-size 32 --repetitions 1"})
      QTest::newRow(command) << command;
  }
  void aBrokenStandardOutputIsAnError() {
    QFETCH(QString, command);
    const QString start = "zipper: error: standard output can't be written: ";
    const QStringList arguments = command.split(' ');
    const ProgramResult full = runZipper(arguments, sample_.path(), {}, {"/dev/full", {}});
    QCOMPARE(full.status, 1);
    QVERIFY2(full.errors.contains(start + "No space left on device"), qPrintable(full.errors));
    const ProgramResult closed = runZipper(arguments, sample_.path(), {}, {"-", {}});
    QCOMPARE(closed.status, 1);
    QVERIFY2(closed.errors.contains(start + "Bad file descriptor"), qPrintable(closed.errors));
  }

  void aReaderThatGoesEndsItAsAFilter() {
    QCOMPARE(shell("set -o pipefail; $Z inspect fashion.safetensors | true").status, 141);
    const ProgramResult ignoring = shell("trap '' PIPE; set -o pipefail; $Z inspect fashion.safetensors | true");
    QCOMPARE(ignoring.status, 1);
    QVERIFY2(ignoring.errors.contains("standard output can't be written: Broken pipe"), qPrintable(ignoring.errors));
    // Work whose result is a file is done to its end.
    QCOMPARE(shell("set -o pipefail; $Z " + quick("piped.zipper") + " --progress json | head -n 1 > /dev/null").status,
             141);
    QCOMPARE(load("piped.zipper").mergedLayers(), (std::vector<int>{1, 2}));
  }

  void progressIntoAFullDiskIsSaidAtOnce() {
    const ProgramResult result = shell("$Z " + quick("deaf.zipper") + " --progress json > /dev/full");
    QCOMPARE(result.status, 1);
    QVERIFY2(
        result.ownErrors().startsWith("zipper: warning: standard output can't be written: No space left on device"),
        qPrintable(result.errors));
    QCOMPARE(load("deaf.zipper").mergedLayers(), (std::vector<int>{1, 2}));
  }

  /// What would be printed must not end up in a file that got the number of a closed stream.
  void closedStreamsHarmNoFile() {
    QCOMPARE(shell("$Z " + quick("closed.zipper") + " <&- >&- 2>&-").status, 1);
    QCOMPARE(load("closed.zipper").mergedLayers(), (std::vector<int>{1, 2}));
    QCOMPARE(shell("$Z inspect none 2>&-").status, 1);
    QCOMPARE(shell("$Z export s.zipper --task a --out closed.safetensors 2>&-").status, 0);
    QCOMPARE(loadModel(sample_.file("closed.safetensors").toStdString()).source.format, std::string("safetensors"));
  }

  void aLimitOnTheSizeOfFilesIsSaid() {
    const ProgramResult result = shell("ulimit -f 100; $Z " + quick("limited.zipper"));
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("limited.zipper: can't be written: File too large"), qPrintable(result.errors));
    QVERIFY(QDir(sample_.path()).entryList({"limited*"}).isEmpty());
  }

  void aPrivateSessionStaysPrivate() {
    QCOMPARE(run(quickMerge("private.zipper", "1")).status, 0);
    QCOMPARE(::chmod(sample_.file("private.zipper").toUtf8(), 0600), 0);
    QCOMPARE(run({"resume", "private.zipper", "--no-eval", "--layers", "2", "--steps", "1"}).status, 0);
    struct stat status {};
    QCOMPARE(::stat(sample_.file("private.zipper").toUtf8(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
    QCOMPARE(load("private.zipper").mergedLayers(), (std::vector<int>{1, 2}));
  }

  void leftoversOfKilledProgramsGo() {
    const QString left = QString("left.onnx.%1-999999999-0.tmp").arg(QString::fromStdString(hostName()));
    QFile file(sample_.file(left));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(run({"export", "s.zipper", "--out", "left.onnx"}).status, 0);
    QVERIFY(!file.exists());
  }

  void theProcessHasItsName() {
    const auto process = longMerge("named.zipper");
    QFile name(QString("/proc/%1/comm").arg(process->process()));
    QVERIFY(name.open(QIODevice::ReadOnly));
    QCOMPARE(name.readAll(), QByteArray("zipper\n"));
  }

  /// The disk fills up while it trains: the network is kept elsewhere, under a name that is told.
  void trainingIsNotLost() {
    const QString disk = smallDisk("disk", "3m");
    if (disk.isEmpty()) QSKIP("a small file system can't be mounted here (needs root)");
    const QString fill = "head -c 4M /dev/zero > disk/fill 2> /dev/null";
    const ProgramResult result = shell(
        "mkdir -p kept; export TMPDIR=$PWD/kept; $Z train --data fashion --epochs 2 --threads 1 --out disk/x 2> log & "
        "until grep -q images log 2> /dev/null; do sleep 0.02; done; " +
        fill + "; wait $!; s=$?; cat log >&2; exit $s");
    QProcess::execute("umount", {disk});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("disk/x: can't be written: No space left on device"), qPrintable(result.errors));
    const QRegularExpression place("the trained network is kept as (\\S+)");
    const QString kept = place.match(result.errors).captured(1);
    QVERIFY2(kept.startsWith(sample_.file("kept")), qPrintable(result.errors));
    QCOMPARE(loadModel(kept.toStdString()).source.scheme, std::string("zipper"));
  }

  void roomIsLookedAtBeforeTraining() {
    const QString disk = smallDisk("tiny", "64k");
    if (disk.isEmpty()) QSKIP("a small file system can't be mounted here (needs root)");
    const ProgramResult result = run({"train", "--data", "fashion", "--epochs", "1", "--out", "tiny/x"});
    QProcess::execute("umount", {disk});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("bytes are needed") && result.errorLines() == 1, qPrintable(result.errors));
  }
};

ZIPPER_TEST(TestOutputs)
#include "test_outputs.moc"
