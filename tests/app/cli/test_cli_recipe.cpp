// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "app/cli/zipper_program.h"
#include "core/recipe/recipe_difference.h"
#include "core/session/kept_comparison.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Names of runs, the difference of recipes, commands that do a run again, and comparisons in sessions.
class TestCliRecipe : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  Session load(const QString& name) const { return loadSession(sample_.file(name).toStdString()); }

  /// What bash does with a text in which the program is called zipper.
  ProgramResult shell(const QString& text) const {
    QProcess process;
    process.setWorkingDirectory(sample_.path());
    process.start("bash", {"-c", "zipper() { \"" ZIPPER_PROGRAM "\" \"$@\"; }\n" + text});
    if (!process.waitForFinished(250000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
  }

  /// The images that are looked at are few, so that a run takes a second.
  QStringList merge(const QString& out) const {
    return quickMerge(out, "1-2", 1) + QStringList{"--seed",         "7",    "--ce-weight",         "0.5",
                                                   "--weight-decay", "1e-5", "--statistics-images", "64",
                                                   "--augment",      "true"};
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    // A run with another strategy in its third step, and one beside it; both with names.
    ProgramResult result =
        run(merge("s.zipper") + QStringList{"--run-name", "it's $HOME", "--notes", "Two\nlines.", "--name", "x y"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    result = run({"resume", "s.zipper", "--layers", "5", "--init", "random", "--lr", "1e-3", "--no-eval"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    result = run(
        {"resume", "s.zipper", "--back-to", "1", "--layers", "3", "--init", "b", "--no-eval", "--run-name", "beside"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
  }

  void namesRuns() {
    Session session = load("s.zipper");
    QCOMPARE(runsOf(session).size(), std::size_t(2));
    QCOMPARE(noteOf(session, 0).name, std::string("it's $HOME"));
    QCOMPARE(noteOf(session, 0).notes, std::string("Two\nlines."));
    QCOMPARE(noteOf(session, 1).name, std::string("beside"));
    const ProgramResult list = run({"session", "s.zipper"});
    QCOMPARE(list.status, 0);
    QVERIFY2(list.output.contains("  * run 2: beside: mean (layers 1), b (layers 3), layers 1,3, 2 steps, not scored"),
             qPrintable(list.output));
    QVERIFY2(list.output.contains("run 1: it's $HOME") && list.output.contains("         Two\n         lines.\n"),
             qPrintable(list.output));
    QCOMPARE(run({"session", "s.zipper", "--run", "2", "--name", "aside", "--notes", "n"}).status, 0);
    QCOMPARE(noteOf(load("s.zipper"), 1).name, std::string("aside"));
    QCOMPARE(run({"session", "s.zipper", "--run", "2", "--name", "", "--notes", ""}).status, 0);
    QCOMPARE(load("s.zipper").runNotes.size(), std::size_t(1));
    const ProgramResult json = run({"session", "s.zipper", "--json"});
    QVERIFY(json.output.contains("\"name\": \"it's $HOME\""));
  }

  void refusesWhatCantBeMeant() {
    const QStringList wrong[]{{"--run", "3", "--name", "x"},
                              {"--run", "0", "--name", "x"},
                              {"--name", "x"},
                              {"--run", "1"},
                              {"--run", "1", "--remove"},
                              {"--comparison", "1", "--remove"},
                              {"--comparison", "1"},
                              {"--run", "1", "--report", "r"}};
    for (const QStringList& arguments : wrong) {
      const ProgramResult result = run(QStringList{"session", "s.zipper"} + arguments);
      QVERIFY2(result.status == 2, qPrintable(arguments.join(' ') + result.errors));
    }
    QCOMPARE(run(merge("t.zipper") + QStringList{"--run-name", "a\nb"}).status, 2);
    QVERIFY(!QFile::exists(sample_.file("t.zipper")));
    const ProgramResult none = run({"session", "fashion.safetensors"});
    QVERIFY2(none.status == 1 && none.errors.contains("holds no session"), qPrintable(none.errors));
    QCOMPARE(run({"recipe", "diff", "s.zipper"}).status, 2);
    QCOMPARE(run({"recipe", "diff", "s.zipper", "--run", "1", "--run", "3"}).status, 2);
    QCOMPARE(run({"recipe", "command", "s.zipper", "s.zipper"}).status, 2);
  }

  void tellsDifferences() {
    const ProgramResult result = run({"recipe", "diff", "s.zipper", "--run", "1", "--run", "2"});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.output.contains("A: s.zipper, run 1 (it's $HOME)") &&
                 result.output.contains(QRegularExpression("Layers +1-2,5 +1,3")),
             qPrintable(result.output));
    const ProgramResult same = run({"recipe", "diff", "s.zipper", "--run", "1,1"});
    QVERIFY2(same.output.contains("no differences"), qPrintable(same.output));
    const ProgramResult json = run({"recipe", "diff", "s.zipper", "--run", "1,2", "--json"});
    QVERIFY2(json.output.contains("\"b\": \"1,3\""), qPrintable(json.output));
  }

  /// Each run does, by its own command, the same again: the recipe is the same, and so are all weights.
  void commandsDoTheSameAgain_data() {
    QTest::addColumn<int>("number");
    for (const int number : {1, 2}) QTest::addRow("%d", number) << number;
  }
  void commandsDoTheSameAgain() {
    QFETCH(int, number);
    const ProgramResult command =
        run({"recipe", "command", "s.zipper", "--run", QString::number(number), "--out", "again it's.zipper"});
    QVERIFY2(command.status == 0, qPrintable(command.errors));
    QFile::remove(sample_.file("again it's.zipper"));
    QString text = command.output.trimmed();
    text.replace(" &&\n", " --no-eval &&\n");
    const ProgramResult again = shell(text + " --no-eval");
    QVERIFY2(again.status == 0, qPrintable(text + "\n" + again.errors));
    const Session before = load("s.zipper"), after = load("again it's.zipper");
    const auto of = [](const Session& session, int run) {
      return recipeOfPath(session, runsOf(session).at(std::size_t(run)).steps.back());
    };
    const auto differences = differencesOf(of(before, number - 1), of(after, 0));
    for (const RecipeDifference& difference : differences)
      QVERIFY2(false, (titleOf(difference) + ": " + difference.one + ", " + difference.other).c_str());
    QCOMPARE(noteOf(after, 0).name, noteOf(before, number - 1).name);
    QCOMPARE(noteOf(after, 0).notes, noteOf(before, number - 1).notes);
    const ProgramResult diff =
        run({"recipe", "diff", "s.zipper", "again it's.zipper", "--run", QString("%1,1").arg(number)});
    QVERIFY2(diff.output.contains("no differences"), qPrintable(diff.output));
  }

  void keepsComparisons() {
    const QStringList compare{"compare", "--session",    "s.zipper", "--init",  "mean,random", "--layers",
                              "1",       "--steps",      "1",        "--seeds", "1",           "--threads",
                              "1",       "--report",     "compared", "--batch", "4",           "--init-images",
                              "16",      "--statistics", "false"};
    const ProgramResult result = run(compare);
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    Session session = load("s.zipper");
    QCOMPARE(session.comparisons.size(), std::size_t(1));
    QCOMPARE(session.comparisons[0]->comparison.runs.size(), std::size_t(2));
    QCOMPARE(session.steps.size(), std::size_t(4));
    QCOMPARE(run({"session", "s.zipper", "--comparison", "1", "--name", "a look"}).status, 0);
    const ProgramResult list = run({"session", "s.zipper"});
    QVERIFY2(list.output.contains("comparison 1: a look, ") && list.output.contains("random: mean top-1 "),
             qPrintable(list.output));
    QCOMPARE(run({"session", "s.zipper", "--comparison", "1", "--report", "kept"}).status, 0);
    // The same report but for the moment that it was written at.
    const auto table = [this](const QString& folder) {
      QFile file(sample_.file(folder + "/compare.csv"));
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    };
    QVERIFY(table("kept").size() > 100);
    QCOMPARE(table("kept"), table("compared"));
    QCOMPARE(run({"session", "s.zipper", "--comparison", "1", "--remove"}).status, 0);
    QVERIFY(load("s.zipper").comparisons.empty());
  }
};

ZIPPER_TEST(TestCliRecipe)
#include "test_cli_recipe.moc"
