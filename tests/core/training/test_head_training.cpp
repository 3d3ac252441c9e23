// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>

#include "core/data/batch_loader.h"
#include "core/models/model_file.h"
#include "core/support/compute_threads.h"
#include "core/training/evaluation.h"
#include "core/training/teacher_file.h"
#include "core/training/training_pace.h"
#include "core/training/training_start.h"
#include "core/training/unfolded_norms.h"
#include "support/class_folders.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/ranks.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"

using namespace zipper;
using namespace zipper::test;

namespace {

bool isHead(const std::string& key) { return key.rfind("head.", 0) == 0 || key.rfind("hidden.", 0) == 0; }

NamedTensors copyOf(MobileNet& network) { return deepCopy(network->state()); }

/// Names of what changed.
QString changed(const NamedTensors& before, MobileNet& network, bool head) {
  QStringList names;
  for (const auto& [key, tensor] : network->state())
    if (isHead(key) == head && !torch::equal(tensor, find(before, key))) names << QString::fromStdString(key);
  return names.join(' ');
}

}  // namespace

/// The head alone, and what is trained to begin with.
class TestHeadTraining : public QObject {
  Q_OBJECT

  static TrainingOptions quick(int epochs) {
    TrainingOptions options;
    options.epochs = epochs;
    options.batchSize = 16;
    options.validationShare = 0.2;
    options.learningRate = 2e-2;
    options.headOnly = true;
    return options;
  }
  const DatasetPtr data_ = std::make_shared<TinyDataset>(160, 4, 1);
  const DatasetPtr test_ = std::make_shared<TinyDataset>(80, 4, 2);
  QTemporaryDir folder_;

  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }
  void writeNetwork(const char* name, MobileNet network) const { saveModel(path(name), network); }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    writeClassFolders(path("images"), {"left", "middle", "right"}, 12, 5);
  }

  /// Weights and statistics of the backbone keep their bits, whether features are kept or computed anew from images
  /// that change; the head learns.
  void theBackboneKeepsItsBits_data() {
    QTest::addColumn<bool>("changes");
    QTest::newRow("features computed once") << false;
    QTest::newRow("images change") << true;
  }
  void theBackboneKeepsItsBits() {
    QFETCH(bool, changes);
    TrainingOptions options = quick(changes ? 4 : 30);
    if (changes) options.augmentation.flip = true;
    MobileNet network = randomNetwork(smallSpec(0.25, 32, 4), 3);
    network->train();
    const NamedTensors before = copyOf(network);
    int prepared = 0;
    std::vector<double> losses;
    const TrainingResult result = trainTeacher(network, data_, options, [&](const TrainingProgress& state) {
      prepared += int(state.epoch == 0);
      if (state.epochEnded) losses.push_back(state.loss);
    });
    MobileNet best = result.network;
    QCOMPARE(changed(before, best, false), QString());
    QCOMPARE(changed(before, best, true), QString("head.weight head.bias"));
    QCOMPARE(prepared > 0, !changes);
    QVERIFY2(losses.back() < 0.9 * losses.front(), qPrintable(QString::number(losses.back() / losses.front())));
    if (!changes) QVERIFY(evaluate(FoldedNetwork(best), test_).top1 > 0.5);
  }

  /// A first step of AdamW goes against the sign of each gradient, which autograd tells through the whole network.
  void theFirstStepIsAgainstTheGradient() {
    TrainingOptions options = quick(1);
    options.validation = test_;
    options.batchSize = 160;
    options.weightDecay = 0;
    MobileNet network = randomNetwork(smallSpec(0.25, 32, 4), 3);
    LoaderOptions all;
    all.batchSize = 160;
    const Batch batch = *BatchLoader(data_, network->spec(), all).next();
    torch::nn::functional::cross_entropy(network->forward(batch.images).logits, batch.labels).backward();
    const torch::Tensor gradient = network->head->weight.grad().clone();
    const torch::Tensor before = network->head->weight.detach().clone();
    network->zero_grad();
    MobileNet trained = trainTeacher(network, data_, options).network;
    // Warm-up is a tenth of the one iteration: its rate is 1 / 1.1 of the peak.
    const torch::Tensor expected = before - options.learningRate / 1.1 * gradient.sign();
    const torch::Tensor clear = gradient.abs() > 1e-5;
    QVERIFY(clear.sum().item<std::int64_t>() > 500);
    const double worst = (trained->head->weight - expected).masked_select(clear).abs().max().item<double>();
    QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
  }

  /// Kept features or images of several processes: the same head within rounding.
  void processesAgreeWithOne() {
    const TrainingOptions options = quick(2);
    const auto train = [&](MobileNet network, const ProcessGroupPtr& group) {
      const NamedTensors before = copyOf(network);
      TrainingResult result = trainTeacher(network, data_, options, {}, {{}, {}, {}, group});
      if (!changed(before, result.network, false).isEmpty()) fail("the backbone changed");
      return result.network->head->weight.detach().clone();
    };
    // Not made in the ranks: LibTorch's random numbers are those of all threads.
    std::vector<MobileNet> networks;
    for (int i = 0; i < 3; ++i) networks.push_back(randomNetwork(smallSpec(0.25, 32, 4), 3));
    const torch::Tensor alone = train(networks[2], nullptr);
    std::vector<torch::Tensor> shared(2);
    const auto errors = inRanks(2, [&](const ProcessGroupPtr& group) {
      const auto rank = std::size_t(group->rank());
      shared[rank] = train(networks[rank], group);
    });
    for (const std::string& error : errors) QVERIFY2(error.empty(), error.c_str());
    QVERIFY(torch::equal(shared[0], shared[1]));
    QVERIFY2(torch::allclose(alone, shared[0], 1e-3, 1e-4),
             qPrintable(QString::number((alone - shared[0]).abs().max().item<double>())));
  }

  /// Between two batches of training, of scoring and of what is prepared.
  void stopsWithinABatch_data() {
    QTest::addColumn<int>("phase");
    QTest::newRow("prepared") << 0;
    QTest::newRow("trained") << 1;
    QTest::newRow("scored") << 2;
  }
  void stopsWithinABatch() {
    QFETCH(int, phase);
    StopSource stop;
    int after = 0;
    const auto tell = [&](const TrainingProgress& state) {
      if (stop.stopRequested()) ++after;
      const bool now = phase == 0   ? state.epoch == 0
                       : phase == 1 ? state.epoch == 2
                                    : state.epoch == 2 && state.scored > 0;
      if (now) stop.requestStop();
    };
    TrainingOptions options = quick(5);
    if (phase == 2) options.augmentation.flip = true;  // kept features are scored at once
    options.validation = std::make_shared<TinyDataset>(300, 4, 4);
    const TrainingResult result =
        trainTeacher(randomNetwork(smallSpec(0.125, 32, 4), 3), data_, options, tell, {stop.token()});
    QVERIFY(result.interrupted && result.network);
    QCOMPARE(result.bestEpoch, phase == 0 ? 0 : 1);
    QVERIFY(after <= 1);
  }

  void tellsTheBestInTime() {
    int told = 0;
    double best = -1;
    TrainingOptions options = quick(3);
    const TrainingResult result =
        trainTeacher(randomNetwork(smallSpec(0.125, 32, 4), 3), data_, options, [&](const TrainingProgress& state) {
          if (!state.best) return;
          ++told;
          QVERIFY(state.epochEnded && state.validationTop1 >= best);
          best = state.validationTop1;
          MobileNet network = state.best;
          writeTrained(path("best.safetensors"), network, "tiny", best);
        });
    QVERIFY(told >= 1);
    QCOMPARE(best, result.validationTop1);
    MobileNet expected = result.network;
    LoadedModel kept = loadModel(path("best.safetensors"));
    for (const auto& [key, tensor] : expected->state())
      QVERIFY2(torch::equal(tensor, find(kept.network->state(), key)), key.c_str());
    QCOMPARE(kept.source.metadata["zipper.trained_on"], std::string("tiny"));
  }

  void refusesWhatHasNoHead() {
    ZIPPER_EXPECT_ERROR(trainTeacher(randomNetwork(smallSpec(0.125, 32, 0), 3), data_, quick(1)),
                        "the network has none");
  }

  void aBackboneGetsAHeadForTheClasses() {
    MobileNet backbone = randomNetwork(smallSpec(0.25, 32, 0), 7);
    writeNetwork("backbone.safetensors", backbone);
    TrainingStart start;
    start.from = path("backbone.safetensors");
    TrainingData data = openTrainingData(path("images"), {});
    StartedNetwork started = startNetwork(start, data, quick(1));
    QCOMPARE(started.network->spec().classNames, (std::vector<std::string>{"left", "middle", "right"}));
    QCOMPARE(changed(backbone->state(), started.network, false), QString());
    start.keepsHead = true;
    ZIPPER_EXPECT_ERROR(startNetwork(start, data, quick(1)), "has no head to keep");
  }

  /// Classes are found by their names, and labels become outputs.
  void aHeadIsKeptWithItsClasses() {
    MobileNetSpec spec = smallSpec(0.25, 32, 4);
    spec.classNames = {"right", "other", "left", "middle"};
    MobileNet network = randomNetwork(spec, 7);
    writeNetwork("whole.safetensors", network);
    TrainingStart start;
    start.from = path("whole.safetensors");
    start.keepsHead = true;
    TrainingData data = openTrainingData(path("images"), {});
    StartedNetwork started = startNetwork(start, data, quick(1));
    QCOMPARE(changed(network->state(), started.network, false) + changed(network->state(), started.network, true),
             QString());
    QCOMPARE(started.matching.outputs, (std::vector<int>{2, 3, 0}));
    BatchLoader loader(data.train, spec, {});
    const Batch batch = *loader.next();
    for (std::int64_t i = 0; i < batch.labels.size(0); ++i) QVERIFY(batch.labels[i].item<int>() != 1);
    spec.classNames = {"a", "b", "c", "d"};
    writeNetwork("whole.safetensors", randomNetwork(spec, 7));
    data = openTrainingData(path("images"), {});
    try {
      const StartedNetwork doubtful = startNetwork(start, data, quick(1));
      QVERIFY(!doubtful.matching.doubt.empty());
    } catch (const Error& error) {
      QVERIFY(QString(error.what()).contains("the head can't be kept"));
    }
  }

  void randomWeightsHaveNothingToKeep() {
    TrainingData data = openTrainingData(path("images"), {});
    ZIPPER_EXPECT_ERROR(startNetwork({}, data, quick(1)), "on top of a trained network");
    TrainingOptions options = quick(1);
    options.headOnly = false;
    TrainingStart start;
    start.width = 0.125;
    start.overrides.inputSize = 40;
    const MobileNetSpec spec = startNetwork(start, data, options).network->spec();
    QCOMPARE(spec.inputSize, 40);
    QCOMPARE(spec.classes, 3);
    start.architecture = Architecture::MobileNetV2;
    start.from = path("backbone.safetensors");
    QVERIFY_THROWS_EXCEPTION(OtherArchitecture, startNetwork(start, data, options));
  }

  /// Only whoever trains all of it needs statistics that can be estimated anew.
  void foldedNormsStayForTheHeadAlone() {
    MobileNet network = randomNetwork(smallSpec(0.25, 32, 3), 7);
    const torch::NoGradGuard noGrad;
    for (ConvUnit& unit : network->units()) {
      auto& norm = *unit->bn;
      norm.weight.fill_(1);
      norm.running_mean.zero_();
      norm.running_var.fill_(1 - norm.options.eps());
    }
    writeNetwork("folded.safetensors", network);
    TrainingStart start;
    start.from = path("folded.safetensors");
    TrainingData data = openTrainingData(path("images"), {});
    TrainingOptions options = quick(1);
    MobileNet kept = startNetwork(start, data, options).network;
    QCOMPARE(changed(network->state(), kept, false), QString());
    options.headOnly = false;
    MobileNet unfolded = startNetwork(start, data, options).network;
    QVERIFY(!hasFoldedNorms(unfolded));
  }

  /// Of parts that sum up to the whole; the network stays as it is.
  void thePaceIsOfTheWhole_data() {
    QTest::addColumn<bool>("headOnly");
    QTest::newRow("all") << false;
    QTest::newRow("head") << true;
  }
  void thePaceIsOfTheWhole() {
    QFETCH(bool, headOnly);
    TrainingOptions options = quick(3);
    options.headOnly = headOnly;
    MobileNet network = randomNetwork(smallSpec(0.125, 32, 4), 3);
    const NamedTensors before = copyOf(network);
    const TrainingPace pace = measurePace(network, data_, options);
    QCOMPARE(changed(before, network, false) + changed(before, network, true), QString());
    QVERIFY(pace.seconds() > 0 && pace.seconds() < 60);
    QCOMPARE(pace.perPrepared > 0, headOnly);
    QCOMPARE(pace.trainingImages + pace.validationImages, 160.0);
    double last = 0;
    trainTeacher(network, data_, options, [&](const TrainingProgress& state) {
      const double done = pace.secondsDone(state);
      QVERIFY(done >= last - 1e-9 && done <= pace.seconds() + 1e-9);
      last = done;
    });
    QVERIFY(std::abs(last - pace.seconds()) < 1e-6);
  }
};

ZIPPER_TEST(TestHeadTraining)
#include "test_head_training.moc"
