// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/libtorch.h"
#include "core/zippering/session_export.h"
#include "support/expect_error.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

class TestSessionFile : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

  static Session sessionWith(const Recipe& recipe) {
    Session session = tinySession(recipe);
    session.teacherScores = evaluateTeachers(session, tinyData());
    runSteps(session, remainingSteps(session), tinyData());
    return session;
  }

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void roundTripsBitForBit() {
    Session session = sessionWith(tinyRecipe({1, 2}));
    session.current = 0;
    StepPlan plan{StepTarget::layer(3), session.recipe.defaults};
    plan.settings.start.initialization = Initialization::FromB;
    appendStep(session, runStep(session, plan, tinyData()));
    saveSession(path("a.zipper"), session);
    QVERIFY(isSessionFile(path("a.zipper")));
    const Session again = loadSession(path("a.zipper"));
    QCOMPARE(again.current, session.current);
    QCOMPARE(again.path(), session.path());
    QCOMPARE(recipeToJson(again.recipe), recipeToJson(session.recipe));
    QCOMPARE(recipeToJson(recipeOfPath(again)), recipeToJson(recipeOfPath(session)));
    QCOMPARE(again.teacherScores[1].top1, session.teacherScores[1].top1);
    for (std::size_t i = 0; i < session.steps.size(); ++i) {
      QVERIFY(equalValues(*again.steps[i]->values, *session.steps[i]->values));
      QCOMPARE(again.steps[i]->curve.values(), session.steps[i]->curve.values());
      QCOMPARE(again.steps[i]->calibrated[0].loss, session.steps[i]->calibrated[0].loss);
      QCOMPARE(again.steps[i]->mergedLayers, session.steps[i]->mergedLayers);
      QVERIFY(session.steps[i]->partSeconds.sum() > 0);
      QCOMPARE(again.steps[i]->partSeconds.values, session.steps[i]->partSeconds.values);
    }
    QVERIFY(equalValues(*again.teachers[1].values, *session.teachers[1].values));
  }

  /// Formats 1 to 3 don't know what the parts of a step took, and what isn't known isn't written either.
  void opensSessionsWithoutTimesOfParts() {
    saveSession(path("timed.zipper"), sessionWith(tinyRecipe({1}, 1)));
    rewriteSession(path("timed.zipper"), path("untimed.zipper"), [](std::string& text) {
      Json json = parseShallow(text, 20, "test");
      QVERIFY(json["steps"][0].erase("part_seconds") == 1);
      json["version"] = 3;
      text = dumpJson(json);
    });
    const Session session = loadSession(path("untimed.zipper"));
    QCOMPARE(session.steps[0]->partSeconds.values, PartSeconds().values);
    QVERIFY(session.steps[0]->seconds > 0);
    QVERIFY(sessionToJson(session).find("part_seconds") == std::string::npos);
  }

  /// Resuming after every step ends with the same weights as a run that was never interrupted.
  void resumesToTheSameWeights() {
    Recipe recipe = tinyRecipe({1, 5, 9});
    planSteps(recipe, {1, 5, 9}, 3);
    const Session whole = sessionWith(recipe);
    Session session = tinySession(recipe);
    while (!remainingSteps(session).empty()) {
      appendStep(session, runStep(session, remainingSteps(session).front(), tinyData()));
      saveSession(path("resume.zipper"), session);
      session = loadSession(path("resume.zipper"));
    }
    QVERIFY(equalValues(*session.steps.back()->values, *whole.steps.back()->values));
  }

  void storesEqualTensorsOnce() {
    Session session = sessionWith(tinyRecipe({1}, 0));
    saveSession(path("small.zipper"), session);
    const auto before = std::filesystem::file_size(path("small.zipper"));
    auto copy = *session.steps[0];
    copy.parent = -1;
    session.steps.push_back(std::make_shared<const StepResult>(copy));
    saveSession(path("small.zipper"), session);
    const auto grown = std::filesystem::file_size(path("small.zipper")) - before;
    QVERIFY2(grown < before / 4, qPrintable(QString::number(grown)));
    QVERIFY(equalValues(*loadSession(path("small.zipper")).steps[1]->values, *session.steps[0]->values));
  }

  /// Old sessions may hold places that are relative: looked for beside the session where they lead nowhere.
  void findsSourcesBesideTheSession() {
    Session session = sessionWith(tinyRecipe({1}, 0));
    session.recipe.sources.resize(2);
    session.recipe.sources[0].data = "beside/images";
    session.recipe.sources[1].data = "nowhere/images";
    session.recipe.sources[1].model = "/nowhere/model";
    std::filesystem::create_directories(path("beside/images"));
    saveSession(path("s.zipper"), session);
    Recipe found = loadSession(path("s.zipper")).recipe;
    QCOMPARE(found.sources[0].data, path("beside/images"));
    QCOMPARE(found.sources[1].data, std::string("nowhere/images"));
    QCOMPARE(found.sources[1].model, std::string("/nowhere/model"));
    session.recipe.sources[1].data = "/gone/beside/images";  // moved, with its data
    saveSession(path("s.zipper"), session);
    QCOMPARE(loadSession(path("s.zipper")).recipe.sources[1].data, path("beside/images"));
    makeAbsolute(found);
    QCOMPARE(found.sources[1].data, (std::filesystem::current_path() / "nowhere/images").string());
    QCOMPARE(found.sources[0].data, path("beside/images"));
  }

  void refusesWhatIsNoSession() {
    MobileNet network = randomNetwork(smallSpec(0.125), 1);
    saveModel(path("model.safetensors"), network);
    ZIPPER_EXPECT_ERROR(loadSession(path("model.safetensors")),
                        "holds no session (no 'zipper.session' in its metadata); if it is a network, merge it");
    ZIPPER_EXPECT_ERROR(loadSession(path("none.zipper")), "there is no such file; a session (.zipper) was expected");
    ZIPPER_EXPECT_ERROR(loadSession(path("")), "is a folder; a session (.zipper) was expected");
    for (const char* name : {"model.safetensors", "none.zipper", ""}) QVERIFY(!isSessionFile(path(name)));
  }

  /// By its content, whatever it is called.
  void tellsWhatIsThereInPlaceOfASession() {
    const Session session = sessionWith(tinyRecipe({1}, 0));
    const auto refusal = [&] {
      const std::string whole = errorOf([&] { loadSession(path("other.zipper")); });
      const std::string outline = errorOf([&] { loadSessionOutline(path("other.zipper")); });
      return whole == outline ? whole : whole + " but " + outline;
    };
    const std::string start = path("other.zipper") + ": a session (.zipper) was expected, found ";
    for (const auto& [format, name] :
         std::vector<std::pair<std::string, std::string>>{{"tflite", "TensorFlow Lite"},
                                                          {"onnx", "ONNX"},
                                                          {"tfjs", "TensorFlow.js"},
                                                          {"pytorch", "PyTorch"},
                                                          {"torchscript", "TorchScript"}}) {
      exportSession(session, {format, "a", {}}, path("other.zipper"));
      QCOMPARE(refusal(), start + "a network (" + name +
                              "); merge it with another one first: zipper merge --a NETWORK --b OTHER --out "
                              "MERGED.zipper");
      QVERIFY(!isSessionFile(path("other.zipper")));
    }
    writeFileAtomically(path("other.zipper"), std::string("\x89HDF\r\n\x1a\n", 8) + std::string(100, '\0'));
    QVERIFY(refusal().find(start + "a network (Keras); ") == 0);
    writeFileAtomically(path("other.zipper"), "a letter");
    QCOMPARE(refusal(), start + "text");
    writeFileAtomically(path("other.zipper"), "");
    QCOMPARE(refusal(), start + "nothing (it is empty)");
    // What may be a session says where it is damaged.
    writeFileAtomically(path("other.zipper"), std::string(100, '\x01'));
    QVERIFY(refusal().find("header of ") != std::string::npos);
  }

  /// Every cut and every change of the description is an Error that names the file, never a crash.
  void refusesDamagedSessions() {
    saveSession(path("good.zipper"), sessionWith(tinyRecipe({1}, 1)));
    const std::string bytes = readTextFile(path("good.zipper"));
    for (std::size_t part = 0; part < 20; ++part) {
      writeFileAtomically(path("cut.zipper"), bytes.substr(0, bytes.size() * part / 20));
      ZIPPER_EXPECT_ERROR(loadSession(path("cut.zipper")), "cut.zipper");
    }
    const auto damaged = [&](const std::string& from, const std::string& to) {
      return errorOf([&] {
        rewriteSession(path("good.zipper"), path("bad.zipper"),
                       [&](std::string& text) { text.replace(text.find(from), from.size(), to); });
        loadSession(path("bad.zipper"));
      });
    };
    QVERIFY(damaged("\"parent\":-1", "\"parent\":5").find("step 0 can't follow step 5") != std::string::npos);
    QVERIFY(damaged("\"merged_layers\":[1]", "\"merged_layers\":[44]").find("no layer 44") != std::string::npos);
    QVERIFY(damaged("\"merged_layers\":[1]", "\"merged_layers\":[2]").find("merged layers 2 found, 1 expected") !=
            std::string::npos);
    QVERIFY(damaged("\"current\":0", "\"current\":9").find("current step 9") != std::string::npos);
    QVERIFY(damaged("\"version\":6", "\"version\":7").find("version 7 found, 1 to 6 expected") != std::string::npos);
    QVERIFY(damaged("\"seed\":1", "\"seed\":\"x\"").find("bad.zipper: ") != std::string::npos);
    QVERIFY(damaged("{", "[").find("bad.zipper: ") != std::string::npos);
  }

  void keepsTheOldFileWhenTheDiskIsFull() {
    const Session session = sessionWith(tinyRecipe({1}, 1));
    ZIPPER_EXPECT_ERROR(saveSession("/dev/full", session), "/dev/full: can't be written: No space left");
  }

  void exportsWholeAndSingleTasks() {
    const Session session = sessionWith(tinyRecipe({1, 2}));
    exportSession(session, {"safetensors", "all", {}}, path("all.safetensors"));
    const TensorFile file = readSafetensors(path("all.safetensors"));
    QVERIFY(equalValues(NetworkValues{file.tensors}, *session.steps.back()->values));
    QCOMPARE(file.metadata.at("zipper.merged_layers"), std::string("[1,2]"));
    exportSession(session, {"safetensors", "b", {}}, path("b.safetensors"));
    LoadedModel model = loadModel(path("b.safetensors"));
    MergedNetwork network = networkAt(session, session.current);
    torch::NoGradGuard noGrad;
    const auto images = randomImages(model.network->spec(), 2);
    QVERIFY(torch::equal(model.network->forward(images).logits, network.task(1)->forward(images).logits));
    ZIPPER_EXPECT_ERROR(exportSession(session, {"safetensors", "c", {}}, path("c")),
                        "task 'c' found, expected all or one of");
    ZIPPER_EXPECT_ERROR(exportSession(session, {"caffe", "a", {}}, path("c")),
                        "export format 'caffe' found, expected one of safetensors");
  }
};

ZIPPER_TEST(TestSessionFile)
#include "test_session_file.moc"
