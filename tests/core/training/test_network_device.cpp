// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/support/libtorch.h"
#include "core/training/loss.h"
#include "core/training/network_device.h"
#include "core/training/teacher_training.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// LibTorch's device of tensors that have shapes and no values. It has no convolution outside of Python.
const torch::Device& nowhere() {
  static const torch::Device device(torch::kMeta);
  return device;
}

Batch labelledBatch(const MobileNetSpec& spec, int count) {
  torch::manual_seed(3);
  return {randomImages(spec, count), torch::randint(spec.classes, {count}, torch::kInt64), {4, 1, 2}};
}

/// Scores, losses and weights of a merge of two layers, without and with training between them.
Session mergedOn(const std::string& device) {
  Recipe recipe = tinyRecipe({1, 2});
  recipe.device = device;
  Session session = tinySession(recipe);
  session.teacherScores = evaluateTeachers(session, tinyData());
  runSteps(session, remainingSteps(session), tinyData());
  return session;
}

bool isNear(double a, double b) { return std::abs(a - b) <= 1e-2 * std::max(1.0, std::abs(b)); }

}  // namespace

class TestNetworkDevice : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void batchesTravelAsAWhole() {
    const Batch batch = labelledBatch(smallSpec(0.125, 32, 4), 3);
    const Batch moved = batchOn(nowhere(), batch);
    QVERIFY(moved.images.is_meta() && moved.labels.is_meta());
    QVERIFY(moved.images.sizes() == batch.images.sizes() && moved.labels.scalar_type() == torch::kInt64);
    QCOMPARE(moved.indices, batch.indices);
    Batch unlabelled = batch;
    unlabelled.labels = torch::Tensor();
    QVERIFY(!batchOn(nowhere(), unlabelled).labels.defined());
  }

  void onTheCpuNothingIsCopied() {
    const Batch batch = labelledBatch(smallSpec(0.125, 32, 4), 3);
    const Batch moved = batchOn(torch::kCPU, batch);
    QVERIFY(moved.images.is_same(batch.images) && moved.labels.is_same(batch.labels));
    MobileNet network = randomNetwork(smallSpec(0.125, 32, 4), 1);
    const torch::Tensor weight = network->stem()->conv->weight;
    weight.mutable_grad() = torch::ones_like(weight);
    const void* place = weight.data_ptr();
    withNetworksOn({}, {network}, [&](const torch::Device& device) { QVERIFY(device.is_cpu()); });
    QVERIFY(network->stem()->conv->weight.data_ptr() == place && weight.grad().defined());
    QVERIFY(deviceOf(foldedOn({}, network)).is_cpu());
  }

  /// Nothing in what is computed of outputs is tied to the CPU.
  void lossesFollowTheirTensors() {
    CalibrationSettings settings;
    settings.crossEntropyWeight = 0.5;
    settings.distillationWeight = 0.7;
    const auto place = torch::TensorOptions().device(nowhere());
    const torch::Tensor got = torch::empty({3, 4}, place).requires_grad_();
    const Batch batch = batchOn(nowhere(), labelledBatch(smallSpec(0.125, 32, 4), 3));
    const TaskLoss loss = logitsLoss(got, torch::empty({3, 4}, place), batch.labels, settings);
    QVERIFY(loss.total.is_meta() && loss.total.dim() == 0 && loss.distillation.is_meta());
    loss.total.backward();
    QVERIFY(got.grad().is_meta() && got.grad().sizes() == got.sizes());
  }

  void aCardThatIsNotThereIsSaidBeforeTheWork() {
    const std::string missing = toString(ComputeDevice{computeCardCount()});
    const std::string expected = "the device " + missing + " was asked for, but";
    Recipe recipe = tinyRecipe({1});
    recipe.device = missing;
    Session session = tinySession(recipe);
    bool began = false;
    Observer observer;
    observer.stage = [&](const StageProgress&) { began = true; };
    ZIPPER_EXPECT_ERROR(runSteps(session, remainingSteps(session), tinyData(), {}, observer), expected);
    ZIPPER_EXPECT_ERROR(evaluateTeachers(session, tinyData(), observer), expected);
    QVERIFY(!began && session.steps.empty());
    TrainingOptions options;
    options.device = computeDeviceFromString(missing);
    ZIPPER_EXPECT_ERROR(trainTeacher(randomNetwork(smallSpec(0.125, 32, 4), 1), tinyData()[0].train, options),
                        expected);
  }

  void aCardDoesWhatTheCpuDoes() {
    if (computeCardCount() == 0) QSKIP("needs a card that LibTorch computes on (CUDA); there is none");
    const Session one = mergedOn("cpu"), other = mergedOn("cuda");
    for (std::size_t t = 0; t < one.teacherScores.size(); ++t)
      QVERIFY(isNear(other.teacherScores[t].loss, one.teacherScores[t].loss));
    for (std::size_t step = 0; step < one.steps.size(); ++step) {
      const StepResult &here = *one.steps[step], &there = *other.steps[step];
      QCOMPARE(there.channelMatches.size(), here.channelMatches.size());
      QCOMPARE(there.curve.values().size(), here.curve.values().size());
      for (std::size_t i = 0; i < here.curve.values().size(); ++i)
        QVERIFY2(isNear(there.curve.values()[i], here.curve.values()[i]), qPrintable(QString("value %1").arg(i)));
      for (std::size_t t = 0; t < here.calibrated.size(); ++t)
        QVERIFY(isNear(there.calibrated[t].loss, here.calibrated[t].loss));
      for (const auto& [key, tensor] : there.values->state) QVERIFY2(tensor.is_cpu(), key.c_str());
    }
  }

  void networksComeBackFromACard() {
    if (computeCardCount() == 0) QSKIP("needs a card that LibTorch computes on (CUDA); there is none");
    MobileNet network = randomNetwork(smallSpec(0.125, 32, 4), 1);
    const NamedTensors before = deepCopy(network->state());
    const auto isBack = [&] {
      for (const auto& [key, tensor] : network->state())
        if (!tensor.is_cpu() || !torch::equal(tensor, find(before, key))) return false;
      return true;
    };
    withNetworksOn({0}, {network}, [&](const torch::Device& place) {
      QVERIFY(place.is_cuda() && network->stem()->conv->weight.is_cuda());
    });
    QVERIFY(isBack());
    ZIPPER_EXPECT_ERROR(withNetworksOn({0}, {network}, [](const torch::Device&) { fail("halfway"); }), "halfway");
    QVERIFY(isBack());
    const auto fills = [](const torch::Device& place) {
      const auto much = torch::empty({std::int64_t(1) << 45}, torch::TensorOptions().device(place));
    };
    ZIPPER_EXPECT_ERROR(withNetworksOn({0}, {network}, fills),
                        "the memory of the card cuda:0 is full; lower the batch");
    QVERIFY(isBack());
  }
};

ZIPPER_TEST(TestNetworkDevice)
#include "test_network_device.moc"
