// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/open_tasks.h"

#include <QtTest>
#include <filesystem>

#include "core/data/batch_loader.h"
#include "core/data/data_files.h"
#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/models/model_file.h"
#include "core/session/session_network.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

const std::string wrongHash(64, '0');

Recipe recipeOf(const std::vector<TaskSource>& sources) {
  Recipe recipe = presetRecipe("fast");
  recipe.sources = sources;
  return recipe;
}

/// No step trains on labels.
void removeLabels(Recipe& recipe) {
  for (StepPlan& step : recipe.steps) {
    step.settings.calibration.crossEntropyWeight = 0;
    step.settings.validationImages = 0;
  }
}

bool isChanged(const TaskFindings& findings, ChangedSource::Part part) {
  return std::any_of(findings.changed.begin(), findings.changed.end(),
                     [part](const ChangedSource& change) { return change.part == part; });
}

}  // namespace

/// Tasks as a user has them: files of networks and folders of images.
class TestOpenTasks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (const int images : {20, 30, 40}) writeIdx(folder_.path() / concat("data-", images), images, 10);
    writeBytes(folder_.path() / "data-40/classes.txt", "ant\nbee\ncat\ndog\neel\nfox\ngnu\nhen\nibis\njay\n");
    for (int t = 0; t < 3; ++t) {
      MobileNetSpec spec = smallSpec(0.125, 32, 10);
      if (t == 2) spec.classNames = {"jay", "ibis", "hen", "gnu", "fox", "eel", "dog", "cat", "bee", "ant"};
      MobileNet network = randomNetwork(spec, std::uint64_t(t + 1));
      saveModel(model(t), network);
    }
  }

  void opensThreeTasks() {
    const Recipe recipe = recipeOf({source(0), source(1), source(2)});
    std::vector<int> begun;
    Work work;
    work.progress = [&](int done, int total) {
      begun.push_back(done);
      QCOMPARE(total, 3);
    };
    TaskDataSets sets = openDataSets(recipe, TaskImages::TrainingAndTest, work);
    QVERIFY(sets.missing.empty());
    QCOMPARE(sets.notes.size(), std::size_t(3));
    QCOMPARE(sets.data[1].train->size(), std::int64_t(30));
    QCOMPARE(sets.data[1].test->size(), std::int64_t(10));
    OpeningWishes wishes;
    int layers = 0;
    wishes.layersKnown = [&](int count) { layers = count; };
    const OpenedTasks opened = openTasks(recipe, sets.data, wishes, work);
    QCOMPARE(begun, (std::vector<int>{0, 1, 2, 0, 1, 2}));
    QCOMPARE(layers, opened.session.layers());
    QCOMPARE(opened.session.taskCount(), 3);
    QCOMPARE(opened.session.current, -1);
    for (const TaskFindings& findings : opened.findings) QVERIFY(findings.changed.empty());
    // Outputs that stand the other way round: settled, and the labels put in order.
    QVERIFY(opened.findings[2].classes.matching.basis == ClassBasis::Names);
    QCOMPARE(*opened.session.recipe.sources[2].classes, (std::vector<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
    QCOMPARE(sets.data[2].train->label(1), std::int64_t(8));
    QCOMPARE(opened.session.recipe.sources[2].dataFingerprint, fingerprint(*sets.data[2].train));
  }

  /// A teacher of another width becomes as wide as the others; the file stays what it is.
  void narrowerNetworksAreWidened() {
    MobileNet wide = randomNetwork(smallSpec(0.25, 32, 10), 9);
    const std::string path = (folder_.path() / "wide.safetensors").string();
    saveModel(path, wide);
    TaskSource other = source(1);
    other.model = path;
    std::vector<TaskData> data = openDataSets(recipeOf({source(0), other}), TaskImages::Training).data;
    const OpenedTasks opened = openTasks(recipeOf({source(0), other}), data);
    const std::vector<MobileNetSpec> specs = opened.session.specs();
    QCOMPARE(specs[0].width, 0.25);
    QCOMPARE(specs[0].widenedFrom->width, 0.125);
    QVERIFY(!specs[1].widenedFrom.has_value());
    QCOMPARE(opened.session.teachers[0].source.sha256, loadModel(model(0)).source.sha256);
    torch::NoGradGuard noGrad;
    const torch::Tensor images = randomImages(specs[0], 3);
    const torch::Tensor expected = loadModel(model(0)).network->forward(images).logits;
    const torch::Tensor found = teacherNetwork(opened.session.teachers[0])->forward(images).logits;
    QVERIFY(torch::allclose(found, expected, 1e-4, 1e-4));
    MergedNetwork network = networkAt(opened.session, -1);
    network.merge(13);
    QCOMPARE(network.task(0)->pointwise(13)->conv->weight.size(0), std::int64_t(256));
  }

  void testImagesAreOpenedOnDemand() {
    QVERIFY(openImages(source(0), TaskImages::TrainingAndTest).test);
    QVERIFY(!openImages(source(0), TaskImages::Training).test);
  }

  void allThatIsMissingIsNamed() {
    Recipe recipe = recipeOf({source(0), source(1), source(2)});
    recipe.sources[0].data = "nowhere";
    recipe.sources[2].data = "elsewhere";
    const TaskDataSets sets = openDataSets(recipe, TaskImages::Training);
    QCOMPARE(sets.missing.size(), std::size_t(2));
    QCOMPARE(sets.missing[1].task, 2);
    QCOMPARE(sets.missing[1].folder, std::string("elsewhere"));
    QVERIFY2(sets.missing[1].reason.find("elsewhere") != std::string::npos, sets.missing[1].reason.c_str());
    QVERIFY(!sets.data[0].train && sets.data[1].train && !sets.data[2].train);
  }

  void changedSourcesAreToldOrRefused() {
    Recipe recipe = recipeOf({source(0), source(1)});
    recipe.sources[0].dataFingerprint = wrongHash;
    recipe.sources[1].modelSha256 = wrongHash;
    recipe.sources[1].validationFingerprint = wrongHash;
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::Training).data;
    const OpenedTasks opened = openTasks(recipe, data);
    QVERIFY(isChanged(opened.findings[0], ChangedSource::Part::Data));
    QVERIFY(!isChanged(opened.findings[0], ChangedSource::Part::Model));
    QVERIFY(isChanged(opened.findings[1], ChangedSource::Part::Model));
    QVERIFY(isChanged(opened.findings[1], ChangedSource::Part::ValidationImages));
    QVERIFY(opened.session.recipe.sources[0].dataFingerprint != wrongHash);
    const std::string told = sentenceOn(opened.findings[1].changed.front());
    QVERIFY2(told.find(model(1) + " isn't the one that the recipe was made with") != std::string::npos, told.c_str());
    OpeningWishes wishes;
    wishes.changed = ChangedSources::Refuse;
    QVERIFY_THROWS_EXCEPTION(SourceChanged, openTasks(recipe, data, wishes));
    recipe.sources[1] = source(1);
    ZIPPER_EXPECT_ERROR(openTasks(recipe, data, wishes), "the data set " + source(0).data + " isn't the one");
    recipe.sources[0] = source(0);
    QCOMPARE(openTasks(recipe, data, wishes).session.taskCount(), 2);
  }

  void aSessionGoesOnWithItsImages() {
    Recipe recipe = recipeOf({source(0), source(2)});
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::Training).data;
    Session session = openTasks(recipe, data).session;
    data = openDataSets(session.recipe, TaskImages::Training).data;
    QCOMPARE(data[1].train->label(1), std::int64_t(1));
    QVERIFY(settleTasks(session, data)[1].changed.empty());
    QCOMPARE(data[1].train->label(1), std::int64_t(8));
    const std::string before = session.recipe.sources[1].dataFingerprint;
    session.recipe.sources[1].data = source(1).data;
    data = openDataSets(session.recipe, TaskImages::Training).data;
    QVERIFY(isChanged(settleTasks(session, data)[1], ChangedSource::Part::Data));
    QCOMPARE(session.recipe.sources[1].dataFingerprint, before);
    OpeningWishes wishes;
    wishes.changed = ChangedSources::Refuse;
    QVERIFY_THROWS_EXCEPTION(SourceChanged, settleTasks(session, data, wishes));
  }

  /// The files are gone after the first pass: the later ones find what the networks read, and nothing else is kept.
  void imagesAreKeptAsTheNetworksReadThem() {
    const fs::path photographs = folder_.path() / "photographs";
    for (const char* part : {"train", "test"})
      for (int i = 0; i < 8; ++i)
        writeImage(photographs / part / (i % 2 ? "ant" : "bee") / concat(i, ".png"),
                   noise(50, 60, CV_8UC3, std::uint64_t(i)));
    TaskSource other = source(1);
    other.data = photographs.string();
    const Recipe recipe = recipeOf({source(0), other});
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::TrainingAndTest).data;
    const Session session = openTasks(recipe, data).session;
    QCOMPARE(session.recipe.sources[1].dataFingerprint, fingerprint(*openDataset(other.data)));
    QCOMPARE(data[1].test->image(0).size(), cv::Size(60, 50));
    const auto readable = [&](const DatasetPtr& images) {
      LoaderOptions options;
      options.labels = false;
      BatchLoader loader(images, session.specs()[1], options);
      return loader.next()->images.size(0);
    };
    for (const DatasetPtr& images : {data[1].train, data[1].test}) QCOMPARE(readable(images), std::int64_t(8));
    fs::remove_all(photographs / "train" / "ant");
    fs::remove_all(photographs / "test" / "ant");
    for (const DatasetPtr& images : {data[1].train, data[1].test}) QCOMPARE(readable(images), std::int64_t(8));
    ZIPPER_EXPECT_ERROR(data[1].test->image(0), "ant");
  }

  void whatIsKeptSurvivesNewLabels() {
    const Recipe recipe = recipeOf({source(0), source(2)});
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::TrainingAndTest).data;
    Session session = openTasks(recipe, data).session;
    const DatasetPtr kept = asOpened(data[1].train);
    settleTasks(session, data);
    QCOMPARE(asOpened(data[1].train), kept);
    QCOMPARE(data[1].train->label(1), std::int64_t(8));
    QVERIFY(!data[1].validation);
  }

  void theUserSaysWhichClassIsWhich() {
    const Recipe recipe = recipeOf({source(0), source(2)});
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::Training).data;
    OpeningWishes wishes;
    wishes.classes = {"", "position"};
    QVERIFY(openTasks(recipe, data, wishes).findings[1].classes.matching.basis == ClassBasis::Position);
    QCOMPARE(data[1].train->label(1), std::int64_t(1));
  }

  void imagesWithoutClassesDoWhereNoLabelIsRead() {
    TaskSource bare = source(1);
    bare.data = (folder_.path() / "photos").string();
    for (int i = 0; i < 10; ++i)
      writeImage(folder_.path() / "photos" / concat(i, ".png"), noise(30, 30, CV_8UC3, std::uint64_t(i)));
    Recipe recipe = recipeOf({source(0), bare});
    QCOMPARE(openDataSets(recipe, TaskImages::TrainingAndTest).missing.size(), std::size_t(1));
    const auto open = [&] {
      TaskDataSets sets = openDataSets(recipe, TaskImages::TrainingAndTest, {}, TaskLabels::IfThereAreAny);
      return sets.missing.empty() ? sets.data : std::vector<TaskData>();
    };
    std::vector<TaskData> data = open();
    QCOMPARE(data.size(), std::size_t(2));
    ZIPPER_EXPECT_ERROR(openTasks(recipe, data), "task b: the images have no labels");
    removeLabels(recipe);
    data = open();
    Session session = openTasks(recipe, data).session;
    QCOMPARE(data[1].train->size(), std::int64_t(8));
    QVERIFY(!whyNotScorable(*data[1].test).empty() && whyNotScorable(*data[0].test).empty());
    // They are the same images when the session goes on.
    data = open();
    const std::vector<TaskFindings> findings = settleTasks(session, data);
    QVERIFY(findings[1].changed.empty() && findings[1].classes.notice.empty());
  }

  /// Where nobody asks for labels, the recipe remembers which class is which output, and that is all.
  void labelsThatNobodyReadsStayAsTheyAre() {
    Recipe recipe = recipeOf({source(0), source(2)});
    OpeningWishes wishes;
    wishes.scores = false;
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::Training).data;
    openTasks(recipe, data, wishes);
    QCOMPARE(data[1].train->label(1), 8);  // trained on
    removeLabels(recipe);
    data = openDataSets(recipe, TaskImages::Training).data;
    const OpenedTasks opened = openTasks(recipe, data, wishes);
    QCOMPARE(data[1].train->label(1), 1);
    QVERIFY(opened.findings[1].classes.notice.empty());
    QCOMPARE(*opened.session.recipe.sources[1].classes, (std::vector<int>{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
  }

  void whatIsWrongWithTheLayersStopsIt() {
    const Recipe recipe = recipeOf({source(0), source(1)});
    std::vector<TaskData> data = openDataSets(recipe, TaskImages::Training).data;
    OpeningWishes wishes;
    wishes.layersKnown = [](int layers) { fail("only ", layers, " layers"); };
    std::vector<int> begun;
    Work work;
    work.progress = [&](int done, int) { begun.push_back(done); };
    ZIPPER_EXPECT_ERROR(openTasks(recipe, data, wishes, work), "only 13 layers");
    QCOMPARE(begun, std::vector<int>{0});
  }

  void stopsWhenAsked() {
    const StopSource stop;
    stop.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, openDataSets(recipeOf({source(0)}), TaskImages::Training, {stop.token()}));
  }

 private:
  std::string model(int task) const { return (folder_.path() / concat("model-", task, ".safetensors")).string(); }
  TaskSource source(int task) const {
    TaskSource source;
    source.model = model(task);
    source.data = (folder_.path() / concat("data-", 20 + 10 * task)).string();
    return source;
  }

  Folder folder_;
};

ZIPPER_TEST(TestOpenTasks)
#include "test_open_tasks.moc"
