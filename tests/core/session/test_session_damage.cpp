// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QtTest>
#include <chrono>
#include <cstring>
#include <fstream>
#include <random>

#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

using Edit = std::function<void(Json&)>;

/// Peak memory of the process in bytes.
std::int64_t peakMemory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return std::int64_t(usage.ru_maxrss) * 1024;
}

std::uint64_t seedOfRun() {
  const QByteArray wanted = qgetenv("ZIPPER_TEST_SEED");
  return wanted.isEmpty() ? std::random_device()() : wanted.toULongLong();
}

}  // namespace

Q_DECLARE_METATYPE(Edit)

/// Damaged sessions, sessions of parts that don't belong together, and sessions that were made to do harm.
class TestSessionDamage : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::string good_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

  static Session sessionOf(std::uint64_t seed) {
    Recipe recipe = tinyRecipe({1, 2}, 2);
    recipe.seed = seed;
    planSteps(recipe, {1, 2}, 2);
    for (StepPlan& step : recipe.steps) step.settings.validationImages = 8;
    Session session = tinySession(recipe);
    for (std::size_t t = 0; t < 2; ++t)
      session.teachers[t].source.sha256 = session.recipe.sources[t].modelSha256 = std::string(64, char('1' + t));
    session.teacherScores = evaluateTeachers(session, tinyData());
    runSteps(session, remainingSteps(session), tinyData());
    return session;
  }

  /// Writes the good session with its JSON changed, the checksum made to fit, and says why it isn't opened.
  std::string refusalOf(const Edit& edit) const {
    rewriteSession(good_, path("edited.zipper"), [&](std::string& text) {
      Json json = parseShallow(text, 20, "test");
      edit(json);
      text = json.dump();
    });
    return errorOf([&] { loadSession(path("edited.zipper")); });
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    good_ = path("good.zipper");
    saveSession(good_, sessionOf(1));
  }

  void refusesWhatNoMergeLedTo_data() {
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const Edit& edit, const char* message) {
      QTest::newRow(name) << edit << QString(message);
    };
    row(
        "version 2^32+1", [](Json& s) { s["version"] = 4294967297; }, "version 4294967297 found, 1 to 6 expected");
    row(
        "version 1.5", [](Json& s) { s["version"] = 1.5; }, "'version' holds 1.5, a whole number expected");
    row(
        "version as text", [](Json& s) { s["version"] = "2"; }, "'version' holds \"2\", a whole number expected");
    row(
        "version 1 with checksums", [](Json& s) { s["version"] = 1; }, "version 1 found, but with checksums");
    row(
        "current 2^32", [](Json& s) { s["current"] = 4294967296; },
        "'current' holds 4294967296, which is out of range");
    row(
        "current 0.9", [](Json& s) { s["current"] = 0.9; }, "'current' holds 0.9, a whole number expected");
    row(
        "current true", [](Json& s) { s["current"] = true; }, "'current' holds true, a whole number expected");
    row(
        "current beyond", [](Json& s) { s["current"] = 3; }, "the current step 3 doesn't exist");
    row(
        "parent -1", [](Json& s) { s["steps"][1]["parent"] = -1; }, "step 1: merged layers 1-2 found, 2 expected");
    row(
        "parent 2^32-1", [](Json& s) { s["steps"][1]["parent"] = 4294967295; },
        "step 1: 'parent' holds 4294967295, which is out of range");
    row(
        "its own parent", [](Json& s) { s["steps"][1]["parent"] = 1; }, "step 1 can't follow step 1");
    row(
        "other layers",
        [](Json& s) {
          s["steps"][1]["merged_layers"] = {2, 1};
        },
        "merged layers 2,1 found, 1-2");
    row(
        "layer 2^32+1", [](Json& s) { s["steps"][0]["merged_layers"] = {4294967297}; },
        "step 0: 'merged_layers' holds 4294967297, which is out of range");
    row(
        "half a layer", [](Json& s) { s["steps"][0]["merged_layers"] = {1.5}; }, "holds 1.5, a whole number expected");
    row(
        "exchanged teachers", [](Json& s) { std::swap(s["teachers"][0], s["teachers"][1]); },
        "teacher a isn't the network that the recipe names");
    row(
        "one teacher", [](Json& s) { s["teachers"].erase(1); }, "at least two networks are needed");
    row(
        "a teacher more", [](Json& s) { s["teachers"].push_back(s["teachers"][1]); },
        "the recipe names 2 sources for 3 teachers");
    row(
        "scores x1000", [](Json& s) { s["teacher_scores"][0]["top1"] = 910.0; },
        "the teachers: top-1 910 found, 0 to 1 expected");
    row(
        "top-1 of -300 %", [](Json& s) { s["steps"][0]["calibrated"][1]["top1"] = -3; },
        "step 0: after calibration: top-1 -3 found, 0 to 1 expected");
    row(
        "top-5", [](Json& s) { s["steps"][0]["initialized"][0]["top5"] = 1.1; },
        "step 0: before calibration: top-5 1.1 found");
    row(
        "images", [](Json& s) { s["teacher_scores"][0]["images"] = -5; }, "the teachers: -5 images found");
    row(
        "loss", [](Json& s) { s["teacher_scores"][0]["loss"] = -1; }, "the teachers: loss -1 found");
    row(
        "scores of one task", [](Json& s) { s["teacher_scores"].erase(1); },
        "the teachers: 1 scores found, 2 expected");
    row(
        "no scores but an object", [](Json& s) { s["teacher_scores"] = Json::object(); }, "a list of scores expected");
    row(
        "curve columns",
        [](Json& s) {
          for (Json& column : s["steps"][0]["curve_columns"]) column = "loss";
        },
        "step 0: the columns of its curve aren't those of 2 tasks");
    row(
        "later recipe", [](Json& s) { s["recipe"]["version"] = 3; }, "recipe format version 3 found, 1 to 2 expected");
    row(
        "layer of the recipe", [](Json& s) { s["recipe"]["steps"][0]["layer"] = 14; },
        "steps: there is no layer 14; layers are 1 to 13");
    row(
        "plan of all layers", [](Json& s) { s["steps"][0]["plan"]["steps"][0]["layer"] = "all"; },
        "a step must hold one plan, 13 found");
    row(
        "a column less", [](Json& s) { s["steps"][0]["curve_columns"].erase(3); }, "the columns of its curve");
    row(
        "more iterations", [](Json& s) { s["steps"][0]["plan"]["defaults"]["iterations"] = 10000000; },
        "key 'curve.0' has shape [2,32], expected [10000000,32]");
    row(
        "trunk", [](Json& s) { s["steps"][1]["trunk"] = 1; }, "step 1: trunk 1 found, but its plan asks for 0");
    row(
        "trunk 1e9", [](Json& s) { s["steps"][1]["trunk"] = 1000000000; }, "trunk 1000000000 found, 0 to 13");
    row(
        "kept iteration", [](Json& s) { s["steps"][2]["kept_iteration"] = 7; }, "iteration 7, which was kept");
    row(
        "validation", [](Json& s) { s["steps"][2]["validation"][1]["iteration"] = 9; },
        "a validation score after iteration 9 found, 1 to 2 expected");
    row(
        "seconds", [](Json& s) { s["steps"][0]["seconds"] = -1; }, "-1 seconds found");
    row(
        "seconds of a part", [](Json& s) { s["steps"][0]["part_seconds"]["heads"] = -2; },
        "step 0: -2 seconds found, 0 or more expected");
    row(
        "seconds of another part", [](Json& s) { s["steps"][0]["part_seconds"]["lunch"] = 2; },
        "step 0: part_seconds: unknown key 'lunch'");
    row(
        "a part without seconds", [](Json& s) { s["steps"][1]["part_seconds"].erase("kernels"); },
        "step 1: part_seconds: 'kernels' is missing");
    row(
        "seconds of a part as text", [](Json& s) { s["steps"][0]["part_seconds"]["scores"] = "long"; },
        "'scores' holds \"long\", a number expected");
    row(
        "seconds of parts as a list",
        [](Json& s) {
          s["steps"][0]["part_seconds"] = {1, 2};
        },
        "step 0: part_seconds: [1,2] found, an object expected");
    row(
        "order of another layer", [](Json& s) { s["steps"][1]["channel_matches"] = s["steps"][0]["channel_matches"]; },
        "step 1: a channel order of space 0 found, which layer 2, the one that the step merges, neither reads nor "
        "writes");
    row(
        "order twice", [](Json& s) { s["steps"][0]["channel_matches"].push_back(s["steps"][0]["channel_matches"][0]); },
        "step 0: two channel orders of task b, space 0");
    row(
        "order of 2^32", [](Json& s) { s["steps"][0]["channel_matches"][0]["order"][0] = 4294967296; },
        "'order' holds 4294967296, which is out of range");
    row(
        "two plans",
        [](Json& s) {
          s["steps"][0]["plan"]["steps"].push_back({{"layer", 5}});
        },
        "one plan, 2 found");
    row(
        "another layer", [](Json& s) { s["steps"][0]["plan"]["steps"][0]["layer"] = 3; },
        "step 0: merged layers 1 found, 3 expected");
    row(
        "a source less", [](Json& s) { s["recipe"]["sources"].erase(1); }, "the recipe names 1 sources for 2 teachers");
    row(
        "another network", [](Json& s) { s["recipe"]["sources"][0]["model_sha256"] = "22"; }, "teacher a isn't");
    row(
        "a million classes", [](Json& s) { s["teachers"][0]["spec"]["classes"] = 1000000; },
        "key 'teacher.a.head.weight' has shape [4,128], expected [1000000,128]");
    row(
        "wide networks",
        [](Json& s) {
          for (Json& teacher : s["teachers"]) teacher["spec"]["width"] = 2.0;
        },
        "isn't a permutation of 64 channels");
    row(
        "unknown", [](Json& s) { s["steps"][0]["mergedLayers"] = 1; }, "step 0: unknown key 'mergedLayers'");
    row(
        "no list", [](Json& s) { s["steps"] = Json::object(); }, "'steps' holds {}, a list expected");
    row(
        "no object", [](Json& s) { s["teachers"][0] = 7; }, "teachers: 7 found, an object expected");
    row(
        "names that are numbers", [](Json& s) { s["teachers"][0]["notes"] = {1}; }, "'notes' holds [1]");
  }
  void refusesWhatNoMergeLedTo() {
    QFETCH(Edit, edit);
    QFETCH(QString, message);
    const std::string found = refusalOf(edit);
    QVERIFY2(found.find(message.toStdString()) != std::string::npos, found.c_str());
    QVERIFY2(found.find("edited.zipper: ") != std::string::npos, found.c_str());
  }

  void everyKeyIsNeeded() {
    const Json json = parseShallow(sessionToJson(loadSession(good_)), 20, "test");
    const auto missing = [&](const char* key, const Edit& edit) {
      const std::string found = refusalOf(edit);
      QVERIFY2(found.find(concat("'", key, "' is missing")) != std::string::npos, (key + (": " + found)).c_str());
    };
    for (const auto& entry : json.items()) missing(entry.key().c_str(), [&](Json& s) { s.erase(entry.key()); });
    for (const auto& entry : json["teachers"][0].items())
      missing(entry.key().c_str(), [&](Json& s) { s["teachers"][0].erase(entry.key()); });
    for (const auto& entry : json["steps"][0].items())
      if (entry.key() != "channel_matches" && entry.key() != "part_seconds")  // older sessions have none
        missing(entry.key().c_str(), [&](Json& s) { s["steps"][0].erase(entry.key()); });
  }

  void refusesWhatIsNoPlainJson() {
    const auto refusal = [&](const std::function<void(std::string&)>& edit) {
      rewriteSession(good_, path("text.zipper"), edit);
      return errorOf([&] { loadSession(path("text.zipper")); });
    };
    const auto is = [](const std::string& found, const char* message) {
      QVERIFY2(found.find(message) != std::string::npos, found.c_str());
    };
    is(refusal([](std::string& text) { text.replace(text.size() - 1, 1, ",\"current\":-1}"); }),
       "the key 'current' stands there twice");
    is(refusal([](std::string& text) { text = R"({"version":2,"recipe":)" + std::string(150000, '['); }),
       "session: JSON is nested deeper than 20 levels");
    is(refusal(
           [](std::string& text) { text = R"({"version":2,"recipe":{"defaults":{"x":)" + std::string(150000, '['); }),
       "session: JSON is nested deeper than 20 levels");
    is(refusal([](std::string& text) { text = ""; }), "session: empty");
    is(refusal([](std::string& text) { text += "}"; }), "session: not valid JSON at line 1");
    is(refusal([](std::string& text) { text.replace(text.find("\"seconds\":"), 10, "\"seconds\":1e999,\"x\":"); }),
       "a number in it is too large");
    // Each key is compared with all that the object has.
    is(refusal([](std::string& text) {
         text = "{";
         for (int i = 0; i < 200000; ++i) text += concat(i > 0 ? ",\"" : "\"", i, "\":0");
         text += "}";
       }),
       "an object has too many keys");
  }

  /// Whatever byte is changed: the session isn't opened, or it is the same session (blanks behind the header).
  void everyChangedByteIsNoticed() {
    const std::uint64_t seed = seedOfRun();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    std::mt19937_64 random(seed);
    const std::string bytes = readTextFile(good_);
    const Session good = loadSession(good_);
    std::uint64_t header = 0;  // where the data begins
    std::memcpy(&header, bytes.data(), sizeof header);
    header += 8;
    int refused = 0, same = 0;
    writeFileAtomically(path("flipped.zipper"), bytes);
    const auto put = [&](std::size_t at, char byte) {
      std::fstream file(path("flipped.zipper"), std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(std::streamoff(at));
      file.put(byte);
    };
    const auto change = [&](std::size_t at) {
      put(at, char(std::uint8_t(bytes[at]) ^ (1 + random() % 255)));
      const auto restore = qScopeGuard([&] { put(at, bytes[at]); });
      Session session;
      const std::string error = errorOf([&] { session = loadSession(path("flipped.zipper")); });
      if (error != "no error") {
        QVERIFY2(error.find("flipped.zipper: ") != std::string::npos, error.c_str());
        return void(++refused);
      }
      ++same;
      QVERIFY2(at < header && bytes[at] == ' ', qPrintable(QString("byte %1 of %2").arg(at).arg(bytes.size())));
      QCOMPARE(sessionToJson(session), sessionToJson(good));
      for (std::size_t i = 0; i < good.steps.size(); ++i)
        QVERIFY(equalValues(*session.steps[i]->values, *good.steps[i]->values));
    };
    for (std::size_t at = 0; at < 16; ++at) change(at);
    for (std::size_t at = 16 + random() % 500; at < header; at += 499) change(at);
    for (std::size_t at = header - 16; at < header + 16; ++at) change(at);
    for (std::size_t at = header + random() % 9000; at < bytes.size(); at += 8999) change(at);
    QVERIFY2(refused > 250 && same < 16, qPrintable(QString("%1 refused, %2 the same").arg(refused).arg(same)));
  }

  void partsOfTwoSessionsDontMix() {
    saveSession(path("other.zipper"), sessionOf(2));
    const TensorFile one = readSafetensors(good_), other = readSafetensors(path("other.zipper"));
    writeSafetensors(path("mixed.zipper"), other.tensors, one.metadata);
    ZIPPER_EXPECT_ERROR(loadSession(path("mixed.zipper")), "mixed.zipper: ");
    // Two tensors of one shape exchanged.
    NamedTensors exchanged = one.tensors;
    for (std::size_t i = 0; i < exchanged.size(); ++i)
      for (std::size_t j = i + 1; j < exchanged.size(); ++j)
        if (exchanged[i].second.sizes() == exchanged[j].second.sizes()) {
          std::swap(exchanged[i].second, exchanged[j].second);
          writeSafetensors(path("exchanged.zipper"), exchanged, one.metadata);
          ZIPPER_EXPECT_ERROR(loadSession(path("exchanged.zipper")), "isn't what its checksum was taken of");
          return;
        }
  }

  void tensorsAreThoseOfTheSession() {
    const TensorFile file = readSafetensors(good_);
    const auto refusal = [&](const std::function<void(NamedTensors&, Metadata&)>& edit) {
      NamedTensors tensors = file.tensors;
      Metadata metadata = file.metadata;
      edit(tensors, metadata);
      TensorHashes hashes;
      for (const auto& [key, tensor] : tensors) hashes[key] = sha256(tensor.data_ptr(), std::size_t(tensor.nbytes()));
      addChecksums(metadata, hashes);
      writeSafetensors(path("tensors.zipper"), tensors, metadata);
      return errorOf([&] { loadSession(path("tensors.zipper")); });
    };
    const auto is = [](const std::string& found, const char* message) {
      QVERIFY2(found.find(message) != std::string::npos, found.c_str());
    };
    QCOMPARE(refusal([](auto&, auto&) {}), std::string("no error"));
    is(refusal([](auto& tensors, auto&) { tensors.emplace_back("extra", torch::ones({2})); }),
       "key 'extra' belongs to no part of the session");
    is(refusal([](auto& tensors, auto&) { tensors.erase(tensors.begin()); }),
       "'teacher.a.stem.conv.weight' is missing");
    is(refusal([](auto& tensors, auto& metadata) {
         tensors.erase(tensors.begin());
         metadata["zipper.aliases"] = R"({"teacher.a.stem.conv.weight":"nowhere"})";
       }),
       "'teacher.a.stem.conv.weight' refers to a tensor that isn't there");
    is(refusal([](auto&, auto& metadata) {
         metadata["zipper.aliases"] = R"({"teacher.a.stem.conv.weight":"teacher.b.stem.conv.weight"})";
       }),
       "'teacher.a.stem.conv.weight' is there twice");
    is(refusal([](auto& tensors, auto&) { tensors[0].second = tensors[0].second.to(torch::kDouble); }),
       "isn't of type F32");
    is(refusal([](auto&, auto& metadata) { metadata["zipper.aliases"] = R"({"q":"nowhere"})"; }),
       "key 'q' belongs to no part of the session");
    is(refusal([](auto&, auto& metadata) { metadata["zipper.aliases"] = "[]"; }), "a JSON object expected");
    is(refusal([](auto&, auto& metadata) { metadata["zipper.aliases"] = R"({"step.0.a.stem.conv.weight":1})"; }),
       "list of shared tensors: 'step.0.a.stem.conv.weight' isn't a text");
    is(refusal([](auto&, auto& metadata) { metadata["zipper.aliases"] = R"({"a":"b","a":"c"})"; }),
       "stands there twice");
    is(refusal([](auto& tensors, auto&) { tensors.back().second = torch::ones({3, 32}); }), "has shape");
  }

  /// Nothing that a file claims takes memory that it doesn't fill.
  void smallFilesTakeLittle() {
    const std::int64_t before = peakMemory();
    const auto start = std::chrono::steady_clock::now();
    Json json = parseShallow(sessionToJson(loadSessionOutline(good_)), 20, "test");
    json["version"] = 1;
    json["steps"] = Json::array();
    json["current"] = -1;
    for (Json& teacher : json["teachers"]) {
      teacher["spec"]["width"] = 2.0;
      teacher["spec"]["classes"] = 1000000;
    }
    writeSafetensors(path("claims.zipper"), {}, {{"zipper.session", json.dump()}});
    ZIPPER_EXPECT_ERROR(loadSession(path("claims.zipper")),
                        "claims.zipper: key 'teacher.a.stem.conv.weight' is missing");
    QCOMPARE(loadSessionOutline(path("claims.zipper")).taskCount(), 2);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    QVERIFY2(peakMemory() - before < 100'000'000, qPrintable(QString::number(peakMemory() - before)));
    QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
  }

  /// data/version1.zipper was written by the last version without checksums: `zipper merge` of a network of width 0.125
  /// with itself, layer 1 aligned and from a, then fine-tuning, with a learning rate that changes no weight.
  void opensSessionsFromBeforeThereWereChecksums() {
    const std::string file = ZIPPER_TESTS "/core/session/data/version1.zipper";
    std::vector<std::string> notes;
    const Session session = loadSession(file, &notes);
    QCOMPARE(session.steps.size(), std::size_t(2));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1}));
    QCOMPARE(session.steps[1]->keptIteration, 1);
    QCOMPARE(session.steps[0]->curve.rows(), std::size_t(2));
    QCOMPARE(session.steps[0]->channelMatches.size(), std::size_t(2));
    QCOMPARE(notes.size(), std::size_t(1));
    QVERIFY2(notes[0].find("without checksums") != std::string::npos, notes[0].c_str());
    QCOMPARE(loadSessionOutline(file).steps.size(), std::size_t(2));
    saveSession(path("anew.zipper"), session);
    notes.clear();
    const Session again = loadSession(path("anew.zipper"), &notes);
    QVERIFY(notes.empty());
    QCOMPARE(sessionToJson(again), sessionToJson(session));
    for (std::size_t i = 0; i < session.steps.size(); ++i) {
      QVERIFY(equalValues(*again.steps[i]->values, *session.steps[i]->values));
      QCOMPARE(again.steps[i]->curve.values().size(), session.steps[i]->curve.values().size());
    }
    // Without checksums only what makes no sense can be told.
    TensorFile damaged = readSafetensors(file);
    damaged.tensors[0].second.view(-1)[0] = std::numeric_limits<float>::infinity();
    writeSafetensors(path("damaged.zipper"), damaged.tensors, damaged.metadata);
    ZIPPER_EXPECT_ERROR(loadSession(path("damaged.zipper")), "holds values that aren't finite");
  }
};

ZIPPER_TEST(TestSessionDamage)
#include "test_session_damage.moc"
