// SPDX-License-Identifier: GPL-3.0-or-later

#include <zlib.h>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/libtorch.h"
#include "core/training/evaluation.h"
#include "core/zippering/zippering.h"
#include "resources/samples/sample_files.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

std::string fixture(const std::string& name) { return ZIPPER_TESTS "/core/session/data/" + name; }

const char* const sessions[] = {"old_aligned",  "old_shared_bn",   "old_trunk",
                                "old_branches", "old_interrupted", "old_format5"};

/// The last format before runs had names and sessions kept comparisons; the same session as old_branches.
constexpr const char* formatFive = "old_format5";

/// What is in a file that gzip made.
std::string unpacked(const std::string& name) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(name.c_str(), "rb"), &gzclose);
  if (!file) fail(name, ": can't be read");
  std::string bytes;
  std::vector<char> part(1 << 16);
  for (int read = 0; (read = gzread(file.get(), part.data(), unsigned(part.size()))) != 0;) {
    if (read < 0) fail(name, ": is damaged");
    bytes.append(part.data(), std::size_t(read));
  }
  return bytes;
}

/// SHA-256 of all tensors in the alphabetical order of their names: each name, a line break, and the values.
std::string digestOf(NamedTensors state) {
  std::sort(state.begin(), state.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
  std::string bytes;
  for (const auto& [name, tensor] : state) {
    const torch::Tensor values = tensor.detach().contiguous();
    bytes += name + "\n";
    bytes.append(static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes()));
  }
  return sha256(bytes.data(), bytes.size());
}

/// One after the other, so that it is the same to the last bit everywhere.
double sumOf(const torch::Tensor& tensor) {
  const torch::Tensor values = tensor.detach().contiguous();
  double sum = 0;
  for (std::int64_t i = 0; i < values.numel(); ++i) sum += double(values.data_ptr<float>()[i]);
  return sum;
}

/// Everything that a step was done with, under the names of files.
Json settingsOf(const StepPlan& plan) {
  Recipe recipe;
  recipe.defaults = plan.settings;
  recipe.steps = {plan};
  return parseShallow(recipeToJson(recipe), 20, "recipe").at("defaults");
}

std::vector<double> top1Of(const Scores& scores) {
  std::vector<double> values;
  for (const Score& score : scores) values.push_back(score.top1);
  return values;
}

std::vector<int> layersOf(const std::vector<StepPlan>& plans) {
  std::vector<int> layers;
  for (const StepPlan& plan : plans) layers.push_back(targetNumber(plan.target));
  return layers;
}

}  // namespace

/// What data/README.md describes: sessions that the version at commit ebefa6d wrote, each with what it said of it.
class TestOldSessions : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::string path(const std::string& name) const { return folder_.filePath(name.c_str()).toStdString(); }

  static void addSessions() {
    QTest::addColumn<QString>("name");
    for (const char* name : sessions) QTest::newRow(name) << QString(name);
  }

  std::string fileOf(const QString& name) const { return path(name.toStdString() + ".zipper"); }
  Session sessionOf(const QString& name) const { return loadSession(fileOf(name)); }
  static Json expectedOf(const QString& name) {
    const std::string of = name == formatFive ? "old_branches" : name.toStdString();
    return parseShallow(readTextFile(fixture(of + ".json")), 10, of);
  }

  static void compare(const Session& session, const Json& expected) {
    QCOMPARE(toString(session.recipe.bnPolicy), expected.at("bn").get<std::string>());
    QCOMPARE(session.recipe.seed, expected.at("seed").get<std::uint64_t>());
    QCOMPARE(Json(session.current), expected.at("current"));
    QCOMPARE(Json(session.path()), expected.at("path"));
    QCOMPARE(Json(session.mergedLayers()), expected.at("merged_layers"));
    QCOMPARE(Json(session.trunk()), expected.at("trunk"));
    QCOMPARE(Json(layersOf(remainingSteps(session))), expected.at("remaining"));
    QCOMPARE(std::size_t(session.taskCount()), expected.at("tasks").size());
    QCOMPARE(session.recipe.sources.size(), expected.at("tasks").size());
    QCOMPARE(session.steps.size(), expected.at("steps").size());
    for (std::size_t i = 0; i < session.steps.size(); ++i) compare(*session.steps[i], expected.at("steps")[i]);
  }

  static void compare(const StepResult& step, const Json& expected) {
    QCOMPARE(Json(step.parent), expected.at("parent"));
    QCOMPARE(Json(targetNumber(step.plan.target)), expected.at("layer"));
    QCOMPARE(Json(step.mergedLayers), expected.at("merged_layers"));
    QCOMPARE(Json(step.trunk), expected.at("trunk"));
    const Json settings = settingsOf(step.plan);
    for (const auto& [key, value] : expected.at("settings").items())
      QVERIFY2(settings.at(key) == value, (key + ": " + settings.at(key).dump()).c_str());
    QCOMPARE(Json(top1Of(step.initialized)), expected.at("initialized"));
    QCOMPARE(Json(top1Of(step.calibrated)), expected.at("calibrated"));
    QCOMPARE(Json(step.curve.columns()), expected.at("curve").at("columns"));
    compareMatches(step, expected.at("channel_matches"));
    compareValidation(step, expected);
  }

  static void compareMatches(const StepResult& step, const Json& expected) {
    QCOMPARE(step.channelMatches.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QCOMPARE(Json(step.channelMatches[i].task), expected[i].at("task"));
      QCOMPARE(Json(step.channelMatches[i].space), expected[i].at("layer"));  // of V1 the same number
      QCOMPARE(Json(step.channelMatches[i].order), expected[i].at("order"));
    }
  }

  static void compareValidation(const StepResult& step, const Json& expected) {
    const Json points = expected.value("validation", Json::array());
    QCOMPARE(step.validation.size(), points.size());
    if (!points.empty()) QCOMPARE(Json(step.keptIteration), expected.at("kept_iteration"));
    for (std::size_t i = 0; i < points.size(); ++i) {
      Json found = Json::array({step.validation[i].iteration});
      for (const Score& score : step.validation[i].scores) found.push_back(score.top1);
      QCOMPARE(found, points[i]);
    }
  }

  /// Bit for bit.
  static void compareTensors(const Session& session, const Json& expected) {
    for (std::size_t t = 0; t < session.teachers.size(); ++t)
      QCOMPARE(digestOf(session.teachers[t].values->state),
               expected.at("tasks")[t].at("teacher_sha256").get<std::string>());
    for (std::size_t i = 0; i < session.steps.size(); ++i) {
      const StepResult& step = *session.steps[i];
      const Json& wanted = expected.at("steps")[i];
      QCOMPARE(step.values->state.size(), wanted.at("tensors").get<std::size_t>());
      for (const auto& [key, sum] : wanted.at("sums").items()) {
        const torch::Tensor tensor = find(step.values->state, key);
        QVERIFY2(tensor.defined(), key.c_str());
        QCOMPARE(Json(sumOf(tensor)), sum);
      }
      QCOMPARE(digestOf(step.values->state), wanted.at("sha256").get<std::string>());
      const std::vector<float>& curve = step.curve.values();
      QCOMPARE(sha256(curve.data(), curve.size() * sizeof(float)), wanted.at("curve").at("sha256").get<std::string>());
    }
  }

  /// The images that the sessions were made with.
  TaskData dataOf(const Json& task) const {
    const std::string images = path("sample/" + task.at("data").get<std::string>());
    OpenOptions test;
    test.split = Split::Test;
    return {openDataset(images), openDataset(images, test)};
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    writeSamples(path("sample"));
    for (const std::string name : sessions)
      writeFileAtomically(path(name + ".zipper"), unpacked(fixture(name + ".zipper.gz")));
  }

  void holdWhatTheyHeld_data() { addSessions(); }
  void holdWhatTheyHeld() {
    QFETCH(QString, name);
    const Json expected = expectedOf(name);
    std::vector<std::string> notes;
    const Session session = loadSession(fileOf(name), &notes);
    QCOMPARE(notes.size(), std::size_t(name == formatFive ? 0 : 1));  // the others have no checksums
    QVERIFY(session.runNotes.empty() && session.comparisons.empty());
    compare(session, expected);
    compareTensors(session, expected);
    for (std::size_t i = 0; i < session.steps.size(); ++i)
      QCOMPARE(Json(session.steps[i]->curve.rows()), expected.at("steps")[i].at("curve").at("rows"));
    compare(loadSessionOutline(fileOf(name)), expected);
  }

  void surviveBeingSavedAnew_data() { addSessions(); }
  void surviveBeingSavedAnew() {
    QFETCH(QString, name);
    const Json expected = expectedOf(name);
    const Session session = sessionOf(name);
    saveSession(path("anew.zipper"), session);
    std::vector<std::string> notes;
    const Session again = loadSession(path("anew.zipper"), &notes);
    QVERIFY(notes.empty());
    QCOMPARE(sessionToJson(again), sessionToJson(session));
    compare(again, expected);
    compareTensors(again, expected);
  }

  /// The network of every step is put together as it was, and that of each task as it was exported.
  void makeTheSameNetworks_data() { addSessions(); }
  void makeTheSameNetworks() {
    QFETCH(QString, name);
    const Json expected = expectedOf(name);
    const Session session = sessionOf(name);
    for (std::size_t i = 0; i < session.steps.size(); ++i)
      QCOMPARE(digestOf(networkAt(session, int(i)).state()), expected.at("steps")[i].at("sha256").get<std::string>());
    MergedNetwork network = networkAt(session, session.current);
    for (int t = 0; t < session.taskCount(); ++t)
      QCOMPARE(digestOf(network.task(t)->state()),
               expected.at("tasks")[std::size_t(t)].at("sha256").get<std::string>());
  }

  /// Rounding may put a few images of the thousand on the other side.
  void scoreAsTheyDid_data() { addSessions(); }
  void scoreAsTheyDid() {
    QFETCH(QString, name);
    const Json expected = expectedOf(name);
    const Session session = sessionOf(name);
    MergedNetwork network = networkAt(session, session.current);
    for (int t = 0; t < session.taskCount(); ++t) {
      const Json& task = expected.at("tasks")[std::size_t(t)];
      const Score score = evaluate(FoldedNetwork(network.task(t)), dataOf(task).test);
      QCOMPARE(Json(score.images), task.at("images"));
      const auto near = [&](double found, const char* key, double tolerance) {
        const double wanted = task.at(key).get<double>();
        QVERIFY2(std::abs(found - wanted) <= tolerance,
                 (taskName(t) + ": " + key + " " + std::to_string(found) + ", " + std::to_string(wanted)).c_str());
      };
      near(score.top1, "top1", 0.003);
      near(score.top5, "top5", 0.003);
      near(score.loss, "loss", 1e-3);
    }
  }

  /// What was left of the plan is done as it says, but for the many iterations.
  void goOnWhereTheyStopped() {
    const Json expected = expectedOf("old_interrupted");
    Session session = sessionOf("old_interrupted");
    std::vector<TaskData> data;
    for (const Json& task : expected.at("tasks")) data.push_back(dataOf(task));
    std::vector<StepPlan> plans = remainingSteps(session);
    QCOMPARE(layersOf(plans), (std::vector<int>{6, 0}));
    for (StepPlan& plan : plans) plan.settings.calibration.iterations = 2;
    runSteps(session, plans, data, {false});
    QCOMPARE(session.mergedLayers(), (std::vector<int>{4, 1, 6}));
    QVERIFY(remainingSteps(session).empty());
    QVERIFY(find(session.steps[2]->values->state, "shared.layers.6.pointwise.conv.weight").defined());
    saveSession(path("further.zipper"), session);
    QCOMPARE(sessionToJson(loadSession(path("further.zipper"))), sessionToJson(session));
  }

  /// The same from within a tree of tries: another step from each of its places.
  void branchOff() {
    Session session = sessionOf("old_branches");
    const Json expected = expectedOf("old_branches");
    std::vector<TaskData> data;
    for (const Json& task : expected.at("tasks")) data.push_back(dataOf(task));
    const int steps = int(session.steps.size());
    for (int at = -1; at < steps; ++at) {
      session.current = at;
      const std::vector<int> merged = session.mergedLayers();
      StepPlan plan = session.steps[0]->plan;
      plan.target = StepTarget::layer(13);
      runSteps(session, {plan}, data, {false});
      QCOMPARE(session.steps.back()->parent, at);
      QCOMPARE(session.mergedLayers().size(), merged.size() + 1);
    }
    saveSession(path("tree.zipper"), session);
    QCOMPARE(sessionToJson(loadSession(path("tree.zipper"))), sessionToJson(session));
  }
};

ZIPPER_TEST(TestOldSessions)
#include "test_old_sessions.moc"
