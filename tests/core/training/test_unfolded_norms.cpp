// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/unfolded_norms.h"

#include <QtTest>

#include "core/data/batch_loader.h"
#include "core/zippering/zippering.h"
#include "support/random_networks.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// What a reader makes of a file in which batch normalization was folded into the convolutions: scale 1, mean 0, a
/// variance that undoes epsilon, and the bias.
void fold(MobileNet& network) {
  const torch::NoGradGuard noGrad;
  for (ConvUnit& unit : network->units()) {
    if (!unit->bn) continue;
    auto& norm = *unit->bn;
    const torch::Tensor factor = norm.weight / (norm.running_var + norm.options.eps()).sqrt();
    unit->conv->weight.mul_(factor.view({-1, 1, 1, 1}));
    norm.bias.sub_(norm.running_mean * factor);
    norm.weight.fill_(1);
    norm.running_mean.zero_();
    norm.running_var.fill_(1 - norm.options.eps());
  }
}

torch::Tensor logitsOf(MobileNet& network, const torch::Tensor& images) {
  const torch::NoGradGuard noGrad;
  return network->forward(images).logits;
}

double relativeDifference(const torch::Tensor& found, const torch::Tensor& wanted) {
  return ((found - wanted).norm() / wanted.norm()).item<double>();
}

torch::Tensor someImages(const DatasetPtr& data, const MobileNetSpec& spec) {
  BatchLoader loader(data, spec, {});
  return loader.next()->images;
}

/// How far task a is from its teacher on its images when one layer has been merged, without calibration.
double errorOfAStep(std::vector<MobileNet>& networks, const std::vector<TaskData>& data) {
  const torch::Tensor images = someImages(data[0].train, networks[0]->spec()), wanted = logitsOf(networks[0], images);
  Recipe recipe = tinyRecipe({1}, 0);
  recipe.defaults.start.fitHeads = recipe.defaults.start.fitKernels = false;  // which would make up for much
  recipe.defaults.statisticsImages = recipe.defaults.initializationImages = 64;
  planSteps(recipe, std::vector<int>{1});
  ModelSource source;
  source.path = "tiny";
  Session session = startSession(recipe, {makeTeacher(networks[0], source), makeTeacher(networks[1], source)}, data);
  runSteps(session, recipe.steps, data);
  MergedNetwork merged = networkAt(session, session.current);
  return relativeDifference(logitsOf(merged.task(0), images), wanted);
}

}  // namespace

class TestUnfoldedNorms : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theFunctionStays_data() {
    QTest::addColumn<int>("architecture");
    QTest::newRow("V1") << int(Architecture::MobileNetV1);
    QTest::newRow("V2") << int(Architecture::MobileNetV2);
    QTest::newRow("V3") << int(Architecture::MobileNetV3Small);
  }
  void theFunctionStays() {
    QFETCH(int, architecture);
    MobileNetSpec spec = smallSpec(0.25, 32, 4);
    spec.architecture = Architecture(architecture);
    MobileNet network = settledNetwork(spec, 5);
    const torch::Tensor images = randomImages(spec, 6), wanted = logitsOf(network, images);
    QVERIFY(!hasFoldedNorms(network));
    fold(network);
    QVERIFY(relativeDifference(logitsOf(network, images), wanted) < 1e-4);
    QVERIFY(hasFoldedNorms(network));
    const auto data = std::make_shared<TinyDataset>(40, 4, 1);
    unfoldNorms(network, data, 32, 3);
    QVERIFY(!hasFoldedNorms(network));
    QVERIFY(relativeDifference(logitsOf(network, images), wanted) < 1e-4);
  }

  /// Those of the images: the stem's, computed here from the convolution's outputs.
  void statisticsAreThoseOfTheImages() {
    MobileNet network = settledNetwork(smallSpec(0.25, 32, 4), 6);
    fold(network);
    const auto data = std::make_shared<TinyDataset>(24, 4, 1);
    unfoldNorms(network, data, 24, 3);
    std::vector<torch::Tensor> batches;
    BatchLoader loader(data, network->spec(), {});
    while (const auto batch = loader.next()) batches.push_back(batch->images);
    const torch::NoGradGuard noGrad;
    const torch::Tensor rows = network->stem()->convolve(torch::cat(batches)).to(torch::kFloat64).transpose(0, 1);
    const torch::Tensor mean = rows.flatten(1).mean(1), variance = rows.flatten(1).var(1, false);
    QVERIFY(relativeDifference(network->stem()->bn->running_mean.to(torch::kFloat64), mean) < 1e-5);
    QVERIFY(relativeDifference(network->stem()->bn->running_var.to(torch::kFloat64), variance) < 1e-5);
  }

  void whatWasNeverFoldedStays() {
    const auto data = std::make_shared<TinyDataset>(16, 4, 1);
    MobileNet trained = randomNetwork(smallSpec(0.25, 32, 4), 7), fresh(smallSpec(0.25, 32, 4), 8);
    for (MobileNet network : {trained, fresh}) {
      const NamedTensors before = deepCopy(network->state());
      QVERIFY(!hasFoldedNorms(network));
      unfoldNorms(network, data, 16, 3);
      for (const auto& [name, tensor] : network->state())
        QVERIFY2(torch::equal(tensor, find(before, name)), name.c_str());
    }
  }

  void isReproducible() {
    MobileNet one = settledNetwork(smallSpec(0.25, 32, 4), 9), other = settledNetwork(smallSpec(0.25, 32, 4), 9);
    for (MobileNet network : {one, other}) {
      fold(network);
      unfoldNorms(network, std::make_shared<TinyDataset>(40, 4, 1), 20, 3);
    }
    for (const auto& [name, tensor] : one->state())
      QVERIFY2(torch::equal(tensor, find(other->state(), name)), name.c_str());
  }

  /// Statistics are estimated anew in a step, which had made another function of a folded network.
  void aStepIsNoWorseForFoldedNetworks() {
    const auto images = std::make_shared<TinyDataset>(64, 4, 1);
    const std::vector<TaskData> data{{images, images}, {images, images}};
    MobileNet network = livelyTeachers(data).front();
    std::vector<MobileNet> networks{network, cloneNetwork(network)};  // so that sharing costs nothing
    const double errorBefore = errorOfAStep(networks, data);
    for (MobileNet& one : networks) fold(one);
    const double error = errorOfAStep(networks, data);
    QVERIFY2(error < 1.2 * errorBefore + 0.01, qPrintable(QString("%1, %2 before").arg(error).arg(errorBefore)));
  }
};

ZIPPER_TEST(TestUnfoldedNorms)
#include "test_unfolded_norms.moc"
