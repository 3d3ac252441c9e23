// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <limits>

#include "core/containers/safetensors.h"
#include "core/session/comparison_json.h"
#include "core/session/comparison_list.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/support/compute_threads.h"
#include "core/support/json_reader.h"
#include "core/support/libtorch.h"
#include "core/zippering/comparison.h"
#include "support/expect_error.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A type of its own, as the test on damage has one, too.
struct KeptEdit {
  KeptEdit() = default;
  template <class Change>
  KeptEdit(Change edit) : change(std::move(edit)) {}
  std::function<void(Json&)> change;
};

Session sessionWithSteps() {
  Session session = tinySession(tinyRecipe({1, 2}, 1));
  runSteps(session, remainingSteps(session), tinyData(), {false});
  session.current = 0;
  StepPlan plan{StepTarget::layer(3), session.recipe.defaults};
  appendStep(session, runStep(session, plan, tinyData(), {false}));
  return session;
}

/// A run of two iterations over layer 1.
ComparisonRun runOf(const std::string& strategy, std::uint64_t seed, float loss) {
  ComparisonRun run;
  run.strategy = strategy;
  run.seed = seed;
  run.parameters = 1234;
  run.seconds = 1.5;
  run.losses = {loss, std::numeric_limits<float>::quiet_NaN()};
  run.points = {{StepTarget::layer(1), 1, false, 0, 0.5, {{32, 0.25, 1, 2}, {24, 0.5, 1, 1}}},
                {StepTarget::layer(1), 1, true, 2, 1.5, {{32, 0.75, 1, 0.1}, {24, 1.0 / 3, 1, 0.1}}}};
  return run;
}

KeptComparison comparisonOf(const Session& session) {
  KeptComparison kept;
  kept.name = "caf\xc3\xa9";
  kept.written = 1764558000;
  Comparison& comparison = kept.comparison;
  comparison.recipe = session.recipe;
  planSteps(comparison.recipe, {1});
  comparison.strategies = {strategyFromString("mean+weights", {}), strategyFromString("naive", {})};
  comparison.seeds = {1, 18446744073709551615u};
  comparison.teacherScores = {{32, 0.9, 1, 0.3}, {24, 0.8, 1, 0.4}};
  comparison.speedups = {1.0625};
  comparison.runs = {runOf("mean+weights", 1, 0.1f), runOf("mean+weights", 18446744073709551615u, 0.7f),
                     runOf("naive", 1, 0.1f)};
  return kept;
}

}  // namespace

/// Names and notes of runs, and comparisons, in session files.
class TestKeptInSessions : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  Session session_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

  std::string refusalOf(const KeptEdit& edit) const {
    rewriteSession(path("good.zipper"), path("edited.zipper"), [&](std::string& text) {
      Json json = parseShallow(text, 20, "test");
      edit.change(json);
      text = json.dump();
    });
    const std::string whole = errorOf([&] { loadSession(path("edited.zipper")); });
    const std::string outline = errorOf([&] { loadSessionOutline(path("edited.zipper")); });
    return whole == outline ? whole : whole + " but " + outline;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    session_ = sessionWithSteps();
    setRunNote(session_, 0, {"first try", "Worse on shirts.\nTwo lines; caf\xc3\xa9."});
    setRunNote(session_, 2, {"the next one", ""});
    keepComparison(session_, std::make_shared<const KeptComparison>(comparisonOf(session_)));
    keepComparison(session_, std::make_shared<const KeptComparison>(comparisonOf(session_)));
    saveSession(path("good.zipper"), session_);
  }

  void roundTripsBitForBit() {
    std::vector<std::string> notes;
    const Session again = loadSession(path("good.zipper"), &notes);
    QVERIFY(notes.empty());
    QCOMPARE(sessionToJson(again), sessionToJson(session_));
    QCOMPARE(noteOf(again, 0).name, std::string("first try"));
    QCOMPARE(noteOf(again, 0).notes, std::string("Worse on shirts.\nTwo lines; caf\xc3\xa9."));
    QVERIFY(noteOf(again, 1).name.empty());
    QCOMPARE(again.comparisons.size(), std::size_t(2));
    const KeptComparison &kept = *again.comparisons[1], expected = comparisonOf(session_);
    QCOMPARE(kept.name, expected.name);
    QCOMPARE(kept.written, expected.written);
    QCOMPARE(kept.comparison.seeds, expected.comparison.seeds);
    QCOMPARE(kept.comparison.speedups, expected.comparison.speedups);
    QCOMPARE(recipeToJson(kept.comparison.recipe), recipeToJson(expected.comparison.recipe));
    QVERIFY(kept.comparison.strategies[0].start.alignment == Alignment::Weights);
    QVERIFY(!kept.comparison.strategies[0].naive && kept.comparison.strategies[1].naive);
    for (std::size_t i = 0; i < 3; ++i) {
      const ComparisonRun &run = kept.comparison.runs[i], &wanted = expected.comparison.runs[i];
      QCOMPARE(dumpJson(comparisonRunJson(run)), dumpJson(comparisonRunJson(wanted)));
      QVERIFY(run.losses.size() == 2 && run.losses[0] == wanted.losses[0] && std::isnan(run.losses[1]));
    }
    // What the file doesn't hold follows from the session.
    QCOMPARE(kept.comparison.cost.mergedParameters, costOfPlan(again.specs(), kept.comparison.recipe).mergedParameters);
    QCOMPARE(kept.comparison.guesses.size(), std::size_t(2));
  }

  void anOutlineHasAllButLosses() {
    const Session outline = loadSessionOutline(path("good.zipper"));
    QCOMPARE(outline.runNotes.size(), std::size_t(2));
    QCOMPARE(outline.comparisons.at(0)->comparison.runs.at(2).points.size(), std::size_t(2));
    QVERIFY(outline.comparisons[0]->comparison.runs[2].losses.empty());
  }

  /// A session without either is what format 5 was, but for its number.
  void writesNothingWhereThereIsNothing() {
    Session plain = session_;
    plain.runNotes.clear();
    plain.comparisons.clear();
    const std::string text = sessionToJson(plain);
    QVERIFY(text.find("comparisons") == std::string::npos && text.find("\"runs\"") == std::string::npos);
    saveSession(path("plain.zipper"), plain);
    rewriteSession(path("plain.zipper"), path("five.zipper"), [](std::string& json) {
      QVERIFY(json.find("\"version\":6") != std::string::npos);
      json.replace(json.find("\"version\":6"), 11, "\"version\":5");
    });
    QCOMPARE(sessionToJson(loadSession(path("five.zipper"))), text);
  }

  void namesOfRuns() {
    Session session = session_;
    QCOMPARE(titleOfRun(session, 0), std::string("run 1 (first try)"));
    QCOMPARE(titleOfRun(session, 1), std::string("run 2"));
    setRunNote(session, 0, {});
    QCOMPARE(session.runNotes.count(0), std::size_t(0));
    setRunNote(session, 1, {"\xff", ""});
    QCOMPARE(noteOf(session, 1).name, std::string("\xef\xbf\xbd"));
    ZIPPER_EXPECT_ERROR(setRunNote(session, 3, {"x", ""}), "there is no run 4; the session has 2");
    ZIPPER_EXPECT_ERROR(setRunNote(session, 0, {"a\nb", ""}), "more than one line");
    ZIPPER_EXPECT_ERROR(setRunNote(session, 0, {std::string(401, 'x'), ""}), "401 bytes, at most 400");
    ZIPPER_EXPECT_ERROR(setRunNote(session, 0, {"", std::string(40001, 'x')}), "40001 bytes, at most 40000");
    ZIPPER_EXPECT_ERROR(renameComparison(session, 0, std::string(401, 'x')), "401 bytes, at most 400");
    renameComparison(session, 0, "other");
    QCOMPARE(session.comparisons[0]->name, std::string("other"));
    QCOMPARE(session_.comparisons[0]->name, std::string("caf\xc3\xa9"));  // a value: copies don't share a change
  }

  /// What a session couldn't be read with isn't put into it.
  void keepsOnlyWhatFits() {
    Session session = session_;
    const auto refusal = [&](const std::function<void(Comparison&)>& edit) {
      KeptComparison kept = comparisonOf(session);
      edit(kept.comparison);
      return errorOf([&] { keepComparison(session, std::make_shared<const KeptComparison>(kept)); });
    };
    QVERIFY(refusal([](Comparison& c) { c.speedups = {1.0 / 0.0}; }).find("a speedup of inf") != std::string::npos);
    QVERIFY(refusal([](Comparison& c) { c.runs[0].losses.clear(); }).find("2 iterations found, 0 to 0") !=
            std::string::npos);
    QCOMPARE(session.comparisons.size(), std::size_t(2));
    keepComparison(session, std::make_shared<const KeptComparison>(comparisonOf(session)), 0);
    QCOMPARE(session.comparisons.size(), std::size_t(2));
    session.comparisons.resize(mostComparisons, session.comparisons[0]);
    ZIPPER_EXPECT_ERROR(keepComparison(session, session.comparisons[0]), "holds 1000 comparisons");
  }

  void refusesWhatNoProgramWrites_data() {
    QTest::addColumn<KeptEdit>("edit");
    QTest::addColumn<QString>("message");
    const auto add = [](const char* name, const KeptEdit& edit, const char* message) {
      QTest::newRow(name) << edit << QString(message);
    };
    const auto first = [](Json& s) -> Json& { return s["comparisons"][0]; };
    add(
        "name of no run", [](Json& s) { s["runs"][0]["run"] = 3; }, "a name of run 3 found, 0 to 2");
    add(
        "negative run", [](Json& s) { s["runs"][0]["run"] = -1; }, "a name of run -1 found");
    add(
        "run twice", [](Json& s) { s["runs"][1]["run"] = 0; }, "run 0 is named twice");
    add(
        "runs no list", [](Json& s) { s["runs"] = 1; }, "'runs' holds 1, a list expected");
    add(
        "long name", [](Json& s) { s["runs"][0]["name"] = std::string(401, 'x'); }, "401 bytes, at most 400");
    add(
        "long notes", [](Json& s) { s["runs"][0]["notes"] = std::string(40001, 'x'); }, "40001 bytes");
    add(
        "lines in a name", [](Json& s) { s["runs"][0]["name"] = "a\nb"; }, "more than one line");
    add(
        "unknown key", [](Json& s) { s["runs"][0]["x"] = 1; }, "unknown key 'x'");
    add(
        "name as number", [](Json& s) { s["runs"][0]["name"] = 1; }, "'name' holds 1, a text expected");
    add(
        "too many comparisons",
        [&](Json& s) {
          const Json one = s["comparisons"][0];
          s["comparisons"] = Json::array();
          for (int i = 0; i < 1001; ++i) s["comparisons"].push_back(one);
        },
        "1001 comparisons found, at most 1000");
    add(
        "long name of a comparison", [=](Json& s) { first(s)["name"] = std::string(401, 'x'); }, "a name of 401 bytes");
    add(
        "written in the past", [=](Json& s) { first(s)["written"] = -1; }, "'written' holds -1");
    add(
        "written after 9999", [=](Json& s) { first(s)["written"] = 253402300800; }, "seconds since 1970 expected");
    add(
        "a source too few", [=](Json& s) { first(s)["recipe"]["sources"].erase(0); }, "names 1 sources for 2");
    add(
        "layers that aren't there", [=](Json& s) { first(s)["recipe"]["steps"][0]["layer"] = 99; }, "no layer 99");
    add(
        "score of no task", [=](Json& s) { first(s)["teacher_scores"].erase(0); }, "1 scores found, 2 expected");
    add(
        "top-1 above 1", [=](Json& s) { first(s)["runs"][0]["points"][0]["scores"][0]["top1"] = 1.5; },
        "top-1 1.5 found");
    add(
        "strategy twice", [=](Json& s) { first(s)["strategies"][1]["name"] = "mean+weights"; }, "is there twice");
    add(
        "strategy without name", [=](Json& s) { first(s)["strategies"][1]["name"] = ""; }, "name of 0 bytes");
    add(
        "unknown initialization", [=](Json& s) { first(s)["strategies"][0]["start"]["initialization"] = "x"; },
        "initialization: 'x' found");
    add(
        "seed twice",
        [=](Json& s) {
          first(s)["seeds"] = {1, 1};
        },
        "the seed 1 is there twice");
    add(
        "too many seeds", [=](Json& s) { first(s)["seeds"] = std::vector<int>(1001, 1); }, "1001 seeds found");
    add(
        "speedup of no step",
        [=](Json& s) {
          first(s)["speedups"] = {1, 2};
        },
        "2 speedups found, 1 expected");
    add(
        "speedup 0", [=](Json& s) { first(s)["speedups"] = {0}; }, "a speedup of 0");
    add(
        "run of another strategy", [=](Json& s) { first(s)["runs"][0]["strategy"] = "b"; }, "which isn't compared");
    add(
        "run of another seed", [=](Json& s) { first(s)["runs"][0]["seed"] = 2; }, "which isn't compared");
    add(
        "run twice in a comparison", [=](Json& s) { first(s)["runs"][1]["seed"] = 1; }, "two runs of 'mean+weights'");
    add(
        "no points", [=](Json& s) { first(s)["runs"][0]["points"] = Json::array(); }, "'points' holds nothing");
    add(
        "too many points",
        [=](Json& s) {
          Json& points = first(s)["runs"][0]["points"];
          for (int i = 0; i < 3; ++i) points.push_back(points[1]);
        },
        "5 scored moments found, at most 4");
    add(
        "point of no layer", [=](Json& s) { first(s)["runs"][0]["points"][0]["layer"] = 99; }, "there is no layer 99");
    add(
        "back in time", [=](Json& s) { first(s)["runs"][0]["points"][1]["iterations"] = -1; }, "a moment after -1");
    add(
        "beyond the end", [=](Json& s) { first(s)["runs"][0]["points"][1]["iterations"] = 3; }, "0 to 2 expected");
    add(
        "more merged than there is", [=](Json& s) { first(s)["runs"][0]["points"][1]["merged_layers"] = 99; },
        "99 merged layers found");
    add(
        "negative parameters", [=](Json& s) { first(s)["runs"][0]["parameters"] = -1; }, "-1 parameters found");
    add(
        "negative seconds", [=](Json& s) { first(s)["runs"][0]["seconds"] = -1; }, "-1 seconds found");
    add(
        "unknown key of a point", [=](Json& s) { first(s)["runs"][0]["points"][0]["x"] = 1; }, "unknown key 'x'");
    add(
        "unknown key of a comparison", [=](Json& s) { first(s)["x"] = 1; }, "unknown key 'x'");
    add(
        "missing name", [=](Json& s) { first(s).erase("name"); }, "'name' is missing");
  }
  void refusesWhatNoProgramWrites() {
    QFETCH(KeptEdit, edit);
    QFETCH(QString, message);
    const std::string found = refusalOf(edit);
    QVERIFY2(QString::fromStdString(found).contains(message), found.c_str());
    QVERIFY2(found.find("edited.zipper") != std::string::npos && found.find(" but ") == std::string::npos,
             found.c_str());
  }

  /// Numbers of iterations are compared with what the file holds before memory is taken for them.
  void losesNothingOfItsLosses() {
    QVERIFY(refusalOfWhole([](Json& s) {
              s["comparisons"][0]["runs"][0]["iterations"] = 4000000000000;
            }).contains("comparison.0.losses.0' has shape [2], expected [4000000000000]"));
    const TensorFile file = readSafetensors(path("good.zipper"));
    Metadata metadata = file.metadata;
    NamedTensors fewer;
    for (const auto& entry : file.tensors)
      if (entry.first != "comparison.0.losses.1") fewer.push_back(entry);
    QVERIFY(fewer.size() + 1 == file.tensors.size());
    writeSafetensors(path("fewer.zipper"), fewer, metadata);
    ZIPPER_EXPECT_ERROR(loadSession(path("fewer.zipper")), "comparison.0.losses.1");
    QVERIFY(refusalOfWhole([](Json& s) { s["comparisons"].erase(0); }).contains("belongs to no part of the session"));
  }

 private:
  QString refusalOfWhole(const KeptEdit& edit) const {
    rewriteSession(path("good.zipper"), path("edited.zipper"), [&](std::string& text) {
      Json json = parseShallow(text, 20, "test");
      edit.change(json);
      text = json.dump();
    });
    return QString::fromStdString(errorOf([&] { loadSession(path("edited.zipper")); }));
  }
};

ZIPPER_TEST(TestKeptInSessions)
#include "test_kept_in_sessions.moc"
