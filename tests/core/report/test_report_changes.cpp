// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>
#include <nlohmann/json.hpp>

#include "core/report/changes_csv.h"
#include "core/report/changes_text.h"
#include "core/report/made_up_session.h"
#include "core/report/report.h"
#include "core/report/report_changes.h"
#include "core/support/files.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"

namespace fs = std::filesystem;
using namespace zipper;
using namespace zipper::test;

namespace {

/// Every class has `each` images; of the first class the merged network loses one and wins one, of the second it loses
/// one, which it takes for the first.
TaskAnswers answersWithChanges(int task, int classes, int each) {
  TaskAnswers answers;
  answers.task = task;
  answers.step = 0;
  for (int c = 0; c < classes; ++c) {
    answers.classNames.push_back("class <" + std::to_string(c) + ">");
    for (int i = 0; i < each; ++i) answers.images.push_back({c * each + i, c, c, c, 0.75f, 0.5f});
  }
  answers.images[0].merged = 1;
  answers.images[1].teacher = 1;
  answers.images[std::size_t(each)].merged = 0;
  return answers;
}

std::string pageWith(const Session& session, const std::vector<TaskAnswers>& answers) {
  const QTemporaryDir folder;
  writeReport(folder.path().toStdString(), session, {}, answers);
  return readTextFile(fs::path(folder.path().toStdString()) / "report.html");
}

/// The text of the section on changes; a text that begins with "not well-formed" if the page isn't.
QString textOnChanges(const std::string& html, int* tables = nullptr) {
  QXmlStreamReader reader(QByteArray::fromStdString(html));
  QString text;
  bool inside = false;
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isStartElement() && reader.name() == QLatin1String("h2"))
      inside = reader.readElementText() == "What the merge changed";
    if (inside && reader.isStartElement() && reader.name() == QLatin1String("table") && tables != nullptr) ++*tables;
    if (inside && reader.isCharacters()) text += reader.text();
  }
  return reader.hasError() ? "not well-formed: " + reader.errorString() : text;
}

QStringList linesOf(const std::string& text) { return QString::fromStdString(text).split('\n', Qt::SkipEmptyParts); }

}  // namespace

class TestReportChanges : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theReportHasASectionPerTask() {
    int tables = 0;
    const std::string html =
        pageWith(madeUpSession({2, {1}}), {answersWithChanges(0, 3, 4), answersWithChanges(1, 5, 2)});
    const QString text = textOnChanges(html, &tables);
    QVERIFY2(text.contains("Of 12 images, 2 lost"), qPrintable(text));
    QVERIFY2(text.contains("1 won (the other way), 0 wrong for both; McNemar's exact test: p = 1.000, so that the "
                           "difference may well be chance."),
             qPrintable(text));
    QVERIFY(text.contains("Of 10 images, 2 lost"));
    QVERIFY(text.contains("class <2>"));
    QCOMPARE(tables, 2 * 5);  // accuracy, classes, three matrices
    QVERIFY2(html.find("class &lt;1&gt; taken for class &lt;0&gt;: teacher 0, merged 1") != std::string::npos,
             "what a cell holds is told in words");
  }

  void saysOfWhichTaskThereAreNoAnswers() {
    const QString some = textOnChanges(pageWith(madeUpSession({2, {1}}), {answersWithChanges(1, 3, 4)}));
    QVERIFY2(some.contains("A (flowers): the answers to single images weren't there when this report was written"),
             qPrintable(some));
    QVERIFY(some.contains("Of 12 images") && !some.contains("B (birds-1): the answers"));
    QVERIFY(textOnChanges(pageWith(madeUpSession({2, {1}}), {})).contains("B (birds-1): the answers to single images"));
    QCOMPARE(textOnChanges(pageWith(madeUpSession({2, {}}), {})), QString());
  }

  void ofManyClassesOnlyWhatChangedMostIsShown() {
    int tables = 0;
    const QString text = textOnChanges(pageWith(madeUpSession({2, {1}}), {answersWithChanges(0, 30, 2)}), &tables);
    QCOMPARE(tables, 3);
    QVERIFY2(text.contains("The 20 of 30 classes"), qPrintable(text));
    QVERIFY(text.contains("The cells of the confusion matrices that changed most"));
    QVERIFY(text.contains("class <1>") && !text.contains("class <29>"));
    TaskAnswers same = answersWithChanges(0, 30, 2);
    for (ImageAnswers& image : same.images) image.merged = image.teacher;
    QVERIFY(textOnChanges(pageWith(madeUpSession({2, {1}}), {same})).contains("are equal."));
  }

  void saysWhatWasLeftOutAndWhatIsASample() {
    TaskAnswers answers = answersWithChanges(0, 3, 4);
    answers.unreadable = 2;
    answers.mergedScore.drawnFrom = 5000;
    const QString text = textOnChanges(pageWith(madeUpSession({2, {1}}), {answers}));
    QVERIFY2(text.contains("2 images that can't be read are left out."), qPrintable(text));
    QVERIFY(text.contains("a sample of the 5,000 test images"));
  }

  void theJsonHasTheNumbers() {
    const QTemporaryDir folder;
    writeReport(folder.path().toStdString(), madeUpSession({2, {1}}), {}, {answersWithChanges(1, 3, 4)});
    const auto json = nlohmann::json::parse(readTextFile(fs::path(folder.path().toStdString()) / "report.json"));
    QCOMPARE(json["changes"].size(), std::size_t(1));
    const auto& own = json["changes"][0];
    QCOMPARE(own["task"].get<std::string>(), std::string("b"));
    QCOMPARE(own["lost"].get<int>(), 2);
    QCOMPARE(own["won"].get<int>(), 1);
    QCOMPARE(own["mcnemar_p"].get<double>(), 1.0);
    QCOMPARE(own["teacher"]["top1"].get<double>(), 11.0 / 12);
    QVERIFY(own["merged"]["low"].get<double>() < 10.0 / 12 && own["merged"]["high"].get<double>() > 10.0 / 12);
    QCOMPARE(own["classes"][1]["name"].get<std::string>(), std::string("class <1>"));
    QCOMPARE(own["classes"][1]["lost"].get<int>(), 1);
    int images = 0;
    for (const auto& cell : own["confusion"]) images += cell["merged"].get<int>();
    QCOMPARE(images, 12);
  }

  void tablesAreCsv() {
    TaskAnswers answers = answersWithChanges(0, 3, 4);
    answers.classNames[1] = "a, \"b\"";
    const TinyDataset images(12, 3, 1);
    const QStringList confusion = linesOf(confusionCsv(answers, confusionOf(answers)));
    QCOMPARE(confusion[0], QString("label,label_name,answer,answer_name,teacher,merged,difference"));
    QVERIFY2(confusion.contains("1,\"a, \"\"b\"\"\",0,class <0>,0,1,1"), qPrintable(confusion.join('\n')));
    QVERIFY(confusion.contains("0,class <0>,0,class <0>,3,3,0"));
    QCOMPARE(confusion.size(), 1 + 5);
    const QStringList wrong = linesOf(wrongImagesCsv(answers, images));
    QCOMPARE(wrong.size(), 1 + 3);
    QCOMPARE(wrong[0], QString("image,label,label_name,teacher,teacher_name,merged,merged_name,kind,"
                               "teacher_probability,merged_probability"));
    QCOMPARE(wrong[2], QString("tiny image 1,0,class <0>,1,\"a, \"\"b\"\"\",0,class <0>,won,0.75,0.5"));
    QVERIFY(wrong[1].contains(",lost,") && wrong[3].startsWith("tiny image 4,1,"));
  }

  void ofOneNetworkTablesHaveOneAnswer() {
    TaskAnswers answers = answersWithChanges(0, 3, 4);
    for (ImageAnswers& image : answers.images) image.teacher = image.merged;
    const TinyDataset images(12, 3, 1);
    const QStringList confusion = linesOf(confusionCsv(answers, confusionOf(answers), AnswerTable::OneNetwork));
    QCOMPARE(confusion[0], QString("label,label_name,answer,answer_name,images"));
    QVERIFY(confusion.contains("1,class <1>,0,class <0>,1"));
    const QStringList wrong = linesOf(wrongImagesCsv(answers, images, AnswerTable::OneNetwork));
    QCOMPARE(wrong[0], QString("image,label,label_name,answer,answer_name,probability"));
    QCOMPARE(wrong.size(), 1 + 2);
    QCOMPARE(wrong[1], QString("tiny image 0,0,class <0>,1,class <1>,0.75"));
  }

  void linesForATerminal() {
    const TaskAnswers answers = answersWithChanges(0, 3, 4);
    const std::vector<std::string> lines = changesLines(answers, changesIn(answers));
    QCOMPARE(lines.size(), std::size_t(3 + 1 + 3));
    QVERIFY(QString::fromStdString(lines[0]).startsWith(QString::fromUtf8("teacher: top-1 91.67\u00a0%")));
    const QStringList cells = QString::fromStdString(lines[5]).simplified().split(' ');
    QCOMPARE(cells.mid(0, 4), (QStringList{"1", "class", "<1>", "4"}));
    QCOMPARE(cells.last(), QString("0"));
    QCOMPARE(lines[4].size(), lines[5].size());  // columns stand below each other
    const TaskAnswers many = answersWithChanges(0, 30, 2);
    QCOMPARE(changesLines(many, changesIn(many)).size(), std::size_t(3 + 2 + 20));
    QCOMPARE(accuracyLines(many, changesIn(many)).size(), std::size_t(1 + 2 + 20));
  }
};

ZIPPER_TEST(TestReportChanges)
#include "test_report_changes.moc"
