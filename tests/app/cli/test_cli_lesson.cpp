// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "support/test_program.h"
#include "zipper_program.h"

using namespace zipper::test;

/// `zipper lesson`, and what `eval`, `resume` and `train` say where there is nothing to do or nothing to choose.
class TestCliLesson : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) { return runZipper(arguments, sample_.path()); }

  static QJsonObject objectOf(const ProgramResult& result) {
    return QJsonDocument::fromJson(result.output.toUtf8()).object();
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    const ProgramResult merged = runZipper(quickMerge("m.zipper", "1-2", 1), sample_.path());
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
    QFile text(sample_.file("lesson.txt"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("# Two networks\n@step 0\n@panel explain\n\nLook at \x1b[31mboth.\n\n# One network\n@step 2\n\nDone.\n");
  }

  void lessonsAreMadeShownAndUnpacked() {
    const ProgramResult made = run({"lesson", "make", "m.zipper", "--title", "Merging", "--text", "lesson.txt",
                                    "--images", "2", "--panels", "explain,curves", "--out", "x.zipperlesson"});
    QVERIFY2(made.status == 0, qPrintable(made.errors));
    QVERIFY2(made.output.contains("20 of "), qPrintable(made.output));
    const ProgramResult shown = run({"lesson", "show", "x.zipperlesson"});
    QVERIFY2(shown.status == 0, qPrintable(shown.errors));
    QVERIFY(shown.output.startsWith("title:   Merging\n"));
    QVERIFY(shown.output.contains("# Two networks\n@step 0\n@panel explain\n\nLook at ?[31mboth.\n"));
    const QJsonObject json = objectOf(run({"lesson", "show", "x.zipperlesson", "--json"}));
    QCOMPARE(json["pages"].toArray().at(1).toObject()["step"].toInt(), 2);
    QCOMPARE(json["images"].toObject()["b"].toObject()["test"].toObject()["held"].toInt(), 20);
    const ProgramResult unpacked = run({"lesson", "unpack", "x.zipperlesson", "--out", "again.zipper"});
    QVERIFY2(unpacked.status == 0, qPrintable(unpacked.errors));
    const QJsonObject score = objectOf(run({"eval", "again.zipper", "--task", "a", "--json"}));
    QCOMPARE(score["images"].toInt(), 20);
    // What was measured when the lesson was made is what is found now.
    const ProgramResult went = run({"resume", "again.zipper", "--layers", "3", "--steps", "1", "--batch", "8"});
    QVERIFY2(went.status == 0, qPrintable(went.errors));
  }

  void wrongLessonsAreRefused() {
    const ProgramResult damaged = run({"lesson", "show", "m.zipper"});
    QCOMPARE(damaged.status, 1);
    QVERIFY2(damaged.errors.contains("no lesson"), qPrintable(damaged.errors));
    const ProgramResult none = run({"lesson"});
    QCOMPARE(none.status, 2);
    const ProgramResult step =
        run({"lesson", "make", "m.zipper", "--title", "T", "--text", "far.txt", "--out", "y.zipperlesson"});
    QCOMPARE(step.status, 1);
    QCOMPARE(run({"lesson", "make", "m.zipper", "--title", "T", "--images", "many", "--out", "y.zipperlesson"}).status,
             2);
    QCOMPARE(run({"lesson", "make", "m.zipper", "--title", "T", "--panels", "none", "--out", "y.zipperlesson"}).status,
             2);
    const ProgramResult itself = run({"lesson", "make", "m.zipper", "--title", "T", "--out", "m.zipper"});
    QCOMPARE(itself.status, 1);
    QVERIFY2(itself.errors.contains("never written over"), qPrintable(itself.errors));
  }

  void resumingWhatIsDoneSaysSo() {
    const ProgramResult again = run({"resume", "m.zipper"});
    QVERIFY2(again.status == 0, qPrintable(again.errors));
    QVERIFY2(again.output.contains("merged layers 1-2; nothing was left to do\n"), qPrintable(again.output));
    QVERIFY(!again.output.contains("iterations"));
    const ProgramResult json = run({"resume", "m.zipper", "--progress", "json"});
    const QJsonObject done = QJsonDocument::fromJson(json.output.trimmed().split('\n').last().toUtf8()).object();
    QCOMPARE(done["event"].toString(), QString("done"));
    QCOMPARE(done["iterations"].toInt(-1), 0);
    QVERIFY(done["nothing_left"].toBool());
  }

  void answersAreCountedInJson() {
    for (const QStringList& subject :
         {QStringList{"m.zipper", "--task", "a"}, QStringList{"fashion.safetensors", "--data", "fashion"}}) {
      const QJsonObject json = objectOf(run(QStringList{"eval"} + subject + QStringList{"--json"}));
      const bool isSession = subject[0] == "m.zipper";
      int all = 0, right = 0;
      for (const QJsonValue& value : json["confusion"].toArray()) {
        const QJsonObject cell = value.toObject();
        const int images = cell[isSession ? "merged" : "images"].toInt();
        all += images;
        if (cell["label"].toInt() == cell["answer"].toInt()) right += images;
      }
      QVERIFY(all > 0);
      QCOMPARE(all, json["images"].toInt());
      QVERIFY(std::abs(json["top1"].toDouble() - double(right) / all) < 1e-9);
    }
  }

  void oneNetworkHasNoTasks() {
    const ProgramResult result = run({"eval", "fashion.safetensors", "--data", "fashion", "--task", "a"});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("is no session but one network"), qPrintable(result.errors));
  }

  void someImagesMustBeHeldOut() {
    const ProgramResult result = run({"train", "--data", "fashion", "--width", "0.25", "--input-size", "32", "--epochs",
                                      "1", "--validation-share", "0", "--out", "t.safetensors"});
    QVERIFY(result.status != 0);
    QVERIFY2(result.errors.contains("validation share: 0 found, more than 0 to 0.5 expected"),
             qPrintable(result.errors));
  }
};

ZIPPER_TEST(TestCliLesson)
#include "test_cli_lesson.moc"
