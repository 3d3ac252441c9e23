// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>
#include <opencv2/imgcodecs.hpp>

#include "support/test_program.h"
#include "zipper_program.h"

using namespace zipper::test;

/// What the program says about the data sets that it is given.
class TestCliData : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  void writeImages(const QString& folder, int count, bool transparent = false) {
    QVERIFY(QDir().mkpath(sample_.file(folder)));
    for (int i = 0; i < count; ++i) {
      const cv::Scalar colour(200, 90, 40 * i % 255, 0);
      const cv::Mat image(16, 16, transparent ? CV_8UC4 : CV_8UC3, colour);
      QVERIFY(cv::imwrite(sample_.file(QString("%1/%2.png").arg(folder).arg(i)).toStdString(), image));
    }
  }

  void writeClasses(const QString& folder, int count) {
    for (const char* name : {"a", "b"}) writeImages(folder + "/" + name, count);
  }

  ProgramResult evaluate(const QString& data, const QStringList& more = {}) {
    // Its two classes are none of the network.
    return runZipper(QStringList{"eval", "fashion.safetensors", "--data", data, "--classes", "position"} + more,
                     sample_.path());
  }

  ProgramResult run(const QStringList& arguments) { return runZipper(arguments, sample_.path()); }

  /// The sample pair's first layer, with these images for task a, to m.zipper.
  ProgramResult merge(const QString& data, int iterations, const QStringList& more = {}) {
    QStringList arguments = quickPair("merge", "1", iterations);
    arguments[arguments.indexOf("--data-a") + 1] = data;
    return run(arguments + QStringList{"--out", "m.zipper"} + more);
  }

  static void tellsOfAgreementOnly(const ProgramResult& merged) {
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
    QVERIFY2(merged.output.contains("zipper eval m.zipper --task a --agreement"), qPrintable(merged.output));
    QVERIFY2(!merged.output.contains("top-1 teachers") && !merged.output.contains("--task b"),
             qPrintable(merged.output));
    QVERIFY2(!merged.errors.contains("scores only mean something"), qPrintable(merged.errors));
  }

  static void onlyOwnLines(const ProgramResult& result) {
    for (const QString& line : result.errors.split('\n', Qt::SkipEmptyParts))
      QVERIFY2(line.startsWith("zipper: "), qPrintable(line));
  }

 private Q_SLOTS:
  void initTestCase() { QVERIFY(sample_.isValid()); }

  void saysWhichFolderServesForWhat() {
    writeClasses("two/train", 3);
    writeClasses("two/validation", 2);
    const ProgramResult two = evaluate("two");
    QCOMPARE(two.status, 0);
    QVERIFY2(two.errors.contains("zipper: note: two: train/ is trained on and validation/ is the test set"),
             qPrintable(two.errors));
    QVERIFY2(two.output.contains("(4 images)"), qPrintable(two.output));
    writeClasses("two/test", 4);
    QVERIFY(evaluate("two", {"--split", "val"}).output.contains("(4 images)"));
    QVERIFY(evaluate("two", {"--split", "test"}).output.contains("(8 images)"));
  }

  void countsWhatIsLeftOutInOneLine() {
    writeClasses("left/train", 2);
    writeClasses("left/test", 2);
    for (const char* name : {"x.gif", "y.gif", "notes.txt", ".hidden.png"}) {
      QFile file(sample_.file(QString("left/test/a/") + name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const ProgramResult result = evaluate("left");
    QVERIFY2(
        result.errors.contains("zipper: note: left: test/: 4 images; 4 files left out: 2 .gif, 1 .txt, 1 hidden\n"),
        qPrintable(result.errors));
  }

  void namesAllUnreadableImagesAndLetsNoLibrarySpeak() {
    writeClasses("bad/train", 2);
    writeClasses("bad/test", 4);
    for (const char* name : {"0.png", "2.png"}) {
      QFile file(sample_.file(QString("bad/test/b/") + name));
      QVERIFY(file.open(QIODevice::ReadWrite));
      QVERIFY(file.seek(45));
      file.write("damaged!");
    }
    const ProgramResult result = evaluate("bad");
    QCOMPARE(result.status, 0);
    onlyOwnLines(result);
    QVERIFY2(result.errors.contains("2 images can't be read and are left out: bad/test/b/0.png: ") &&
                 result.errors.contains("; bad/test/b/2.png: "),
             qPrintable(result.errors));
  }

  void oneImagePerClassIsToldBeforeTheTraining() {
    writeClasses("single", 1);
    const ProgramResult result =
        runZipper({"train", "--data", "single", "--epochs", "1", "--out", "single.safetensors"}, sample_.path());
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("single: a test split can't be held out"), qPrintable(result.errors));
    QVERIFY(!QFile::exists(sample_.file("single.safetensors")));
    QVERIFY(!result.errors.contains("epoch"));
  }

  void oneClassIsNoDataSet() {
    writeImages("flat/images", 6);
    QFile list(sample_.file("flat/labels.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("filename,label\n0.png,a\n");
    list.close();
    const ProgramResult result = evaluate("flat");
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("labels.csv gives 1 image of one class (\"a\")"), qPrintable(result.errors));
    QCOMPARE(result.errorLines(), 1);
  }

  /// A folder of photographs, where only images are needed.
  void imagesWithoutClassesDoWhereNoLabelIsNeeded() {
    writeImages("photos", 10);
    const QString use = "images without classes do for --no-labels, --agreement and the ranges of int8";
    const ProgramResult score = evaluate("photos"), trained = merge("photos", 1);
    QVERIFY2(score.status == 1 && score.errors.contains(use), qPrintable(score.errors));
    QVERIFY2(trained.status == 1 && trained.errors.contains(use), qPrintable(trained.errors));
    const ProgramResult merged = merge("photos", 1, {"--no-labels"});
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
    QVERIFY2(merged.errors.contains("nothing is scored, as that needs labels of every task: task a: the images have no "
                                    "labels"),
             qPrintable(merged.errors));
    tellsOfAgreementOnly(merged);
    for (const QStringList& data : {QStringList(), QStringList{"--data", "photos"}}) {
      const ProgramResult agreement = run(QStringList{"eval", "m.zipper", "--task", "a", "--agreement"} + data);
      QVERIFY2(agreement.status == 0 && agreement.output.contains("of 2 images"), qPrintable(agreement.errors));
    }
    QVERIFY(run({"eval", "m.zipper", "--task", "a"}).errors.contains(use));
    QVERIFY(run({"eval", "m.zipper", "--task", "b"}).output.contains("top-1"));
    writeImages("album/one", 6);
    for (const char* folder : {"photos", "album"}) {
      const ProgramResult written = run({"export", "m.zipper", "--task", "a", "--precision", "int8", "--images", folder,
                                         "--out", QString(folder) + ".tflite"});
      QVERIFY2(written.status == 0, qPrintable(written.errors));
      QVERIFY(QFile::exists(sample_.file(QString(folder) + ".tflite")));
    }
  }

  /// Images of other classes than the network's.
  void classesThatAreNoneOfTheNetworksAreNotScored() {
    writeClasses("pets", 5);
    const ProgramResult trained = merge("pets", 1);
    QVERIFY2(trained.status == 1 && trained.errors.contains("task a: the class names differ") &&
                 trained.errors.contains("--no-labels, then zipper eval SESSION --task a --data FOLDER --agreement"),
             qPrintable(trained.errors));
    tellsOfAgreementOnly(merge("pets", 1, {"--no-labels"}));
    tellsOfAgreementOnly(merge("pets", 0));
    QFile map(sample_.file("none.txt"));
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write("a = -\nb = -\n");
    map.close();
    tellsOfAgreementOnly(merge("pets", 0, {"--classes-a", "none.txt"}));
    const ProgramResult mapped = merge("pets", 1, {"--classes-a", "none.txt"});
    QVERIFY2(mapped.status == 1 && mapped.errors.contains("the class map gives no class an output"),
             qPrintable(mapped.errors));
    const ProgramResult silent = merge("pets", 1, {"--no-labels", "--no-eval"});
    QVERIFY2(silent.status == 0 && !silent.errors.contains("class names"), qPrintable(silent.errors));
  }

  void transparencyIsDroppedOrLaidOverWhite() {
    for (const char* name : {"clear/a", "clear/b"}) writeImages(name, 5, true);
    const QString dropped = evaluate("clear", {"--json"}).output,
                  same = evaluate("clear", {"--json", "--alpha", "drop"}).output;
    const QString white = evaluate("clear", {"--json", "--alpha", "white"}).output;
    QVERIFY(!dropped.isEmpty() && !white.isEmpty());
    QCOMPARE(same, dropped);
    QVERIFY(white != dropped);
    QVERIFY(evaluate("clear", {"--alpha", "black"}).status == 2);
    QVERIFY(runZipper({"merge", "--help"}).output.contains("--exif"));
  }

  void refusesDataThatNeverEnds() {
    writeClasses("odd/train", 2);
    writeClasses("odd/test", 2);
    std::filesystem::create_symlink("/dev/zero", sample_.file("odd/test/a/zero.png").toStdString());
    const ProgramResult result = evaluate("odd");
    QCOMPARE(result.status, 0);
    QVERIFY2(result.errors.contains("1 file left out: 1 that are no files"), qPrintable(result.errors));
  }
};

ZIPPER_TEST(TestCliData)
#include "test_cli_data.moc"
