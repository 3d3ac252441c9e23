// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <cmath>

#include "core/support/files.h"
#include "support/file_text.h"
#include "support/test_program.h"
#include "zipper_program.h"

using namespace zipper::test;

/// What `zipper eval` tells of single images.
class TestCliChanges : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) { return runZipper(arguments, sample_.path()); }

  QStringList rowsOf(const QString& name) { return textOf(sample_.file(name)).split('\n', Qt::SkipEmptyParts); }

  static QJsonObject objectOf(const ProgramResult& result) {
    return QJsonDocument::fromJson(result.output.toUtf8()).object();
  }

  int rowsWith(const QString& name, const QString& text) { return int(rowsOf(name).filter(text).size()); }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    const ProgramResult merged = runZipper(quickMerge("m.zipper", "1-4", 1), sample_.path());
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
  }

  void aSessionsTaskIsComparedWithItsTeacher() {
    const ProgramResult result =
        run({"eval", "m.zipper", "--task", "a", "--json", "--confusion", "c.csv", "--errors", "e.csv"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = objectOf(result), changes = json["changes"].toObject();
    const int images = json["images"].toInt();
    QVERIFY(images > 0);
    QVERIFY(json["top1_low"].toDouble() < json["top1_high"].toDouble());
    QVERIFY(json["top1_low"].toDouble() <= json["top1"].toDouble());
    QVERIFY(json["top1"].toDouble() <= json["top1_high"].toDouble());
    QCOMPARE(changes["both_right"].toInt() + changes["lost"].toInt() + changes["won"].toInt() +
                 changes["both_wrong"].toInt(),
             images);
    QCOMPARE(changes["merged"].toObject()["top1"].toDouble(), json["top1"].toDouble());
    // As the teacher by itself.
    const QJsonObject teacher = objectOf(run({"eval", "fashion.safetensors", "--data", "fashion", "--json"}));
    QCOMPARE(changes["teacher"].toObject()["top1"].toDouble(), teacher["top1"].toDouble());
    QCOMPARE(rowsWith("e.csv", ",lost,"), changes["lost"].toInt());
    QCOMPARE(rowsWith("e.csv", ",won,"), changes["won"].toInt());
    QCOMPARE(rowsWith("e.csv", ",both wrong,"), changes["both_wrong"].toInt());
    int counted = 0;
    for (const QString& row : rowsOf("c.csv").mid(1)) counted += row.split(',').at(5).toInt();
    QCOMPARE(counted, images);
  }

  void forPeopleThereAreSentences() {
    const ProgramResult result = run({"eval", "m.zipper", "--task", "b"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.output.startsWith("top-1 "), qPrintable(result.output));
    for (const char* part : {"\nteacher: top-1 ", "\nmerged: top-1 ", "95 % interval ", "McNemar's exact test: p "})
      QVERIFY2(result.output.contains(part), part);
    const QRegularExpression row("\n7 .* \\d+ +[\\d.]+ % +[\\d.]+ % +\\d+ +\\d+\n");
    QVERIFY2(result.output.contains(row), qPrintable(result.output));
  }

  void aNetworkByItselfHasItsOwnTables() {
    const ProgramResult result = run(
        {"eval", "fashion.safetensors", "--data", "fashion", "--json", "--confusion", "own.csv", "--errors", "w.csv"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = objectOf(result);
    QCOMPARE(json["classes"].toArray().size(), 10);
    QVERIFY(!json.contains("changes"));
    QCOMPARE(rowsOf("own.csv").value(0), QString("label,label_name,answer,answer_name,images"));
    const int wrong = int(std::lround((1 - json["top1"].toDouble()) * json["images"].toInt()));
    QCOMPARE(int(rowsOf("w.csv").size()), 1 + wrong);
  }

  void nothingThatWasReadIsWrittenOver() {
    for (const char* option : {"--confusion", "--errors"})
      for (const QString& file : {QString("m.zipper"), QString("fashion.safetensors")}) {
        const std::string before = zipper::sha256OfFile(sample_.file(file).toStdString());
        const ProgramResult result = run({"eval", "m.zipper", "--task", "a", option, file});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("never written over"), qPrintable(result.errors));
        QCOMPARE(zipper::sha256OfFile(sample_.file(file).toStdString()), before);
      }
  }

  void whatCannotBeMeantIsRefused() {
    const ProgramResult same = run({"eval", "m.zipper", "--task", "a", "--confusion", "x.csv", "--errors", "x.csv"});
    QCOMPARE(same.status, 2);
    QVERIFY2(same.errors.contains("give each a file of its own"), qPrintable(same.errors));
    QCOMPARE(run({"eval", "m.zipper", "--task", "a", "--agreement", "--errors", "x.csv"}).status, 2);
    const ProgramResult nowhere = run({"eval", "m.zipper", "--task", "a", "--errors", "no/such/folder/e.csv"});
    QCOMPARE(nowhere.status, 1);
    QVERIFY2(nowhere.output.isEmpty(), "told before the work");
  }
};

ZIPPER_TEST(TestCliChanges)
#include "test_cli_changes.moc"
