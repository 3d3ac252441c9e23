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
    QVERIFY(read("--sample", problem).sample);
    QCOMPARE(problem, QString());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestArguments)
#include "test_arguments.moc"
