// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "app/workbench/arguments.h"
#include "support/test_program.h"

using namespace zipper;

/// The command line of the window.
class TestArguments : public QObject {
  Q_OBJECT

 private:
  static Arguments read(const QString& line, QString& problem) {
    return readArguments(QStringList{"zipper-workbench"} + line.split(' ', Qt::SkipEmptyParts), problem);
  }

 private Q_SLOTS:
  void tasksAreNamedOneAfterTheOther_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("models");
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << "" << QStringList() << QStringList() << QStringList();
    QTest::newRow("two, short") << "--a x --data-a dx --b y --data-b dy" << QStringList{"x", "y"}
                                << QStringList{"dx", "dy"} << QStringList{"", ""};
    QTest::newRow("three") << "--model x --data dx --model y --name why --data dy --model z --data dz"
                           << QStringList{"x", "y", "z"} << QStringList{"dx", "dy", "dz"} << QStringList{"", "why", ""};
    QTest::newRow("both forms") << "--a x --data dx --b y --data-b dy --model z --data dz --name zed"
                                << QStringList{"x", "y", "z"} << QStringList{"dx", "dy", "dz"}
                                << QStringList{"", "", "zed"};
    QTest::newRow("the other one first") << "--b y --data dy --model x" << QStringList{"x", "y"}
                                         << QStringList{"", "dy"} << QStringList{"", ""};
    QTest::newRow("data alone") << "--data-b dy" << QStringList{"", ""} << QStringList{"", "dy"} << QStringList{"", ""};
    QTest::newRow("the last short form holds")
        << "--a x --a w" << QStringList{"w"} << QStringList{""} << QStringList{""};
  }
  void tasksAreNamedOneAfterTheOther() {
    QFETCH(QString, line);
    QFETCH(QStringList, models);
    QFETCH(QStringList, folders);
    QFETCH(QStringList, names);
    QString problem;
    const Arguments found = read(line, problem);
    QCOMPARE(problem, QString());
    QCOMPARE(found.models, models);
    QCOMPARE(found.folders, folders);
    QCOMPARE(found.names, names);
    QVERIFY(found.session.isEmpty() && !found.sample);
  }

  void valuesAreJoinedWithTheirOptions_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("joined");
    QTest::newRow("nothing") << QStringList() << QStringList();
    QTest::newRow("a name") << QStringList{"--model", "x", "--name", "my shoes"}
                            << QStringList{"--model=x", "--name=my shoes"};
    QTest::newRow("joined already") << QStringList{"--name=x", "--sample"} << QStringList{"--name=x", "--sample"};
    QTest::newRow("a value like an option")
        << QStringList{"-a", "--name", "--name", "-name"} << QStringList{"-a=--name", "--name=-name"};
    QTest::newRow("an empty value") << QStringList{"--name", ""} << QStringList{"--name="};
    QTest::newRow("no value") << QStringList{"x", "--name"} << QStringList{"x", "--name"};
    QTest::newRow("Qt's own") << QStringList{"-platform", "offscreen", "-style", "fusion"}
                              << QStringList{"-platform", "offscreen", "-style", "fusion"};
    QTest::newRow("no options follow") << QStringList{"--", "--model", "x"} << QStringList{"--", "--model", "x"};
  }
  void valuesAreJoinedWithTheirOptions() {
    QFETCH(QStringList, words);
    QFETCH(QStringList, joined);
    QByteArrayList bytes{"zipper-workbench"};
    for (const QString& word : words) bytes << word.toUtf8();
    std::vector<const char*> pointers;
    for (const QByteArray& word : bytes) pointers.push_back(word.constData());
    QStringList found;
    for (const std::string& word : joinValues(int(pointers.size()), pointers.data()))
      found << QString::fromStdString(word);
    QCOMPARE(found.takeFirst(), QString("zipper-workbench"));
    QCOMPARE(found, joined);
  }

  void joinedValuesAreReadAsOthers() {
    const char* const words[] = {"zipper-workbench", "-a", "x", "--name", "my shoes", "--model", "y", "--data-b", "d"};
    QStringList joined;
    for (const std::string& word : joinValues(9, words)) joined << QString::fromStdString(word);
    QString problem;
    const Arguments found = readArguments(joined, problem);
    QCOMPARE(problem, QString());
    QCOMPARE(found.models, (QStringList{"x", "y"}));
    QCOMPARE(found.names, (QStringList{"my shoes", ""}));
    QCOMPARE(found.folders, (QStringList{"", "d"}));
  }

  void wrongUsageIsSaid_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << "--nonsense"
                             << "nonsense";
    QTest::newRow("data of nobody") << "--data dx --model x"
                                    << "of which task";
    QTest::newRow("name of nobody") << "--name x"
                                    << "of which task";
    QTest::newRow("twice") << "--model x --data d --model y --data e --data f"
                           << "given twice for task b: e and f";
    QTest::newRow("two sessions") << "a.zipper b.zipper"
                                  << "one session";
    QTest::newRow("sample and tasks") << "--sample --model x"
                                      << "name one of the three";
    QTest::newRow("no such sample") << "--sample=letters"
                                    << "digits or photographs";
    QTest::newRow("sample and session") << "--sample photographs a.zipper"
                                        << "name one of the three";
    QTest::newRow("session and tasks") << "a.zipper -a x"
                                       << "name one of the three";
    QTest::newRow("too many") << QString("--model x ").repeated(27) << "more than 26";
  }
  void wrongUsageIsSaid() {
    QFETCH(QString, line);
    QFETCH(QString, words);
    QString problem;
    read(line, problem);
    QVERIFY2(problem.contains(words), qPrintable(problem));
  }

  void sessionsAndTheSampleAreOpened() {
    QString problem;
    QCOMPARE(read("a.zipper", problem).session, QString("a.zipper"));
    QCOMPARE(int(read("--sample", problem).sample.value()), int(EmbeddedSample::Digits));
    for (const char* line : {"--sample photographs", "--sample=photographs"})
      QCOMPARE(int(read(line, problem).sample.value()), int(EmbeddedSample::Photographs));
    QVERIFY(read("--sample photographs", problem).session.isEmpty());
    QCOMPARE(read("-- --sample", problem).session, QString("--sample"));  // a file, then
    QCOMPARE(problem, QString());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestArguments)
#include "test_arguments.moc"
