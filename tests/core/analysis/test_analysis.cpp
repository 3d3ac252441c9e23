// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/analysis/feature_maps.h"
#include "core/analysis/layer_weights.h"
#include "core/analysis/weight_similarity.h"
#include "core/data/preprocess.h"
#include "core/session/session_network.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t printedSeed() {
  const std::uint64_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

Teacher teacherOf(const MobileNetSpec& spec, std::uint64_t seed) {
  MobileNet network = randomNetwork(spec, seed);
  return makeTeacher(network, {});
}

/// Tasks of 4 and 3 classes and one step that merged layers 2 and 5, every tensor of it random: no calibration.
Session sessionWithRandomStep(BnPolicy policy, std::uint64_t seed) {
  Session session;
  session.recipe.bnPolicy = policy;
  session.teachers = {teacherOf(smallSpec(0.125, 32, 4), seed), teacherOf(smallSpec(0.125, 32, 3), seed + 1)};
  std::vector<MobileNet> networks{randomNetwork(smallSpec(0.125, 32, 4), seed + 2),
                                  randomNetwork(smallSpec(0.125, 32, 3), seed + 3)};
  MergedNetwork merged(networks, policy);
  for (int layer : {2, 5}) merged.merge(layer);
  StepResult step;
  step.mergedLayers = {2, 5};
  step.values = valuesOf(merged);
  appendStep(session, std::move(step));
  return session;
}

torch::Tensor tensorOf(const FloatArray& array) { return torch::tensor(array.values).view(array.shape); }

bool sameNumbers(const std::vector<float>& numbers, const torch::Tensor& tensor) {
  return torch::equal(torch::tensor(numbers), tensor.detach().contiguous().flatten());
}

bool sameBn(const BnValues& bn, ConvUnit& unit) {
  if (!unit->options().normalizes)
    return sameNumbers(bn.shift, unit->bias) && bn.scale.empty() && bn.mean.empty() && bn.variance.empty();
  return sameNumbers(bn.scale, unit->bn->weight) && sameNumbers(bn.shift, unit->bn->bias) &&
         sameNumbers(bn.mean, unit->bn->running_mean) && sameNumbers(bn.variance, unit->bn->running_var);
}

bool sameUnit(const UnitWeights& unit, MobileNet& network, int layer) {
  ConvUnit& depthwise = network->depthwise(layer);
  ConvUnit& pointwise = network->pointwise(layer);
  return sameNumbers(unit.kernels.values, depthwise->conv->weight) && sameBn(unit.kernelBn, depthwise) &&
         unit.matrices.size() == 1 && sameNumbers(unit.matrices[0].matrix.values, pointwise->conv->weight) &&
         sameBn(unit.matrices[0].bn, pointwise);
}

/// Two MobileNets V2, or small V3; task A has a head with a hidden layer, task B doesn't. One step merged layers 1 and
/// 3 and the last one.
Session sessionOfBlocks(std::uint64_t seed, Architecture architecture = Architecture::MobileNetV2) {
  const auto specOf = [architecture](int task) {
    MobileNetSpec spec = smallSpec(0.35, 32, 4 - task);
    spec.architecture = architecture;
    if (task == 0) spec.hidden = {{5, Activation::ReLU}};
    return spec;
  };
  Session session;
  session.recipe.bnPolicy = BnPolicy::PerTask;
  std::vector<MobileNet> networks;
  for (int t = 0; t < 2; ++t) {
    session.teachers.push_back(teacherOf(specOf(t), seed + std::uint64_t(t)));
    networks.push_back(randomNetwork(specOf(t), seed + 2 + std::uint64_t(t)));
  }
  MergedNetwork merged(networks, BnPolicy::PerTask);
  StepResult step;
  step.mergedLayers = {1, 3, layersOf(specOf(0))};
  for (const int layer : step.mergedLayers) merged.merge(layer);
  step.values = valuesOf(merged);
  appendStep(session, std::move(step));
  return session;
}

/// Whether a layer's weights are those of all units of the network that are part of it, and no others.
bool sameLayer(const UnitWeights& weights, MobileNet& network, int layer) {
  const NetworkPlan& plan = network->plan();
  std::size_t matrices = 0;
  for (int i = plan.firstUnitOf(layer); i < plan.endOfUnitsOf(layer) && i < plan.convolutions(); ++i) {
    ConvUnit& unit = network->unit(i);
    const std::string role = plan.units[std::size_t(i)].role();
    if (role == "depthwise") {
      if (!sameNumbers(weights.kernels.values, unit->conv->weight) || !sameBn(weights.kernelBn, unit)) return false;
      continue;
    }
    const MatrixWeights& matrix = weights.matrix(role);
    if (weights.matrices[matrices++].part != role || !sameBn(matrix.bn, unit)) return false;
    if (!sameNumbers(matrix.matrix.values, unit->conv->weight)) return false;
    if (matrix.matrix.shape != std::vector<std::int64_t>{unit->conv->weight.size(0), unit->conv->weight.size(1)})
      return false;
  }
  return weights.matrices.size() == matrices;
}

cv::Mat noiseImage(std::uint64_t seed, int rows, int columns, int type) {
  Random random(seed);
  cv::Mat image(rows, columns, type);
  for (std::size_t i = 0; i < image.total() * image.elemSize(); ++i) image.data[i] = std::uint8_t(random.below(256));
  return image;
}

/// The unfolded network's own taps and logits for the image.
ForwardResult forwardOf(MobileNet& network, const cv::Mat& image) {
  const MobileNetSpec& spec = network->spec();
  const Preprocessing preprocessing(spec);
  std::vector<float> pixels(preprocessing.floats());
  preprocessing.normalize(preprocessing.fit(image), pixels.data());
  const auto input =
      torch::tensor(pixels).view({1, spec.inputSize, spec.inputSize, spec.inputChannels}).permute({0, 3, 1, 2});
  torch::NoGradGuard noGrad;
  return network->forward(input, true);
}

bool close(const torch::Tensor& a, const torch::Tensor& b) {
  return a.sizes() == b.sizes() && torch::allclose(a, b, 1e-4, 1e-4);
}

}  // namespace

class TestAnalysis : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void layerWeightsAreThoseOfTheNetworks_data() {
    QTest::addColumn<bool>("perTask");
    QTest::newRow("shared BN") << false;
    QTest::newRow("BN per task") << true;
  }
  void layerWeightsAreThoseOfTheNetworks() {
    QFETCH(bool, perTask);
    const Session session = sessionWithRandomStep(perTask ? BnPolicy::PerTask : BnPolicy::Shared, printedSeed());
    MergedNetwork network = networkAt(session, 0);
    for (int layer = 1; layer <= session.layers(); ++layer) {
      const LayerWeights weights = layerWeights(session, 0, layer);
      QCOMPARE(weights.merged, layer == 2 || layer == 5);
      for (std::size_t t = 0; t < 2; ++t) {
        MobileNet teacher = teacherNetwork(session.teachers[t]);
        QVERIFY(sameUnit(weights.teachers[t], teacher, layer));
        QVERIFY(sameUnit(weights.network[t], network.task(int(t)), layer));
      }
    }
  }

  void shapesTellWhatTheNumbersAre() {
    const Session session = sessionWithRandomStep(BnPolicy::Shared, printedSeed());
    const auto stem = layerWeights(session, 0, 0).teachers[0];
    QCOMPARE(stem.kernels.shape, (std::vector<std::int64_t>{8 * 3, 3, 3}));
    QVERIFY(stem.matrices.empty());
    const auto block = layerWeights(session, 0, 3).network[1];
    QCOMPARE(block.kernels.shape, (std::vector<std::int64_t>{16, 3, 3}));
    QCOMPARE(block.matrices[0].matrix.shape, (std::vector<std::int64_t>{16, 16}));
    const auto head = layerWeights(session, 0, 14);
    QCOMPARE(head.parts(), std::vector<std::string>{"head"});
    QCOMPARE(head.teachers[0].matrices[0].matrix.shape, (std::vector<std::int64_t>{4, 128}));
    QCOMPARE(head.network[1].matrices[0].matrix.shape, (std::vector<std::int64_t>{3, 128}));
    QVERIFY(head.teachers[0].kernels.empty() && head.teachers[0].matrices[0].bn.scale.empty());
  }

  void beforeTheFirstStepTheNetworkIsTheTeachers() {
    const Session session = sessionWithRandomStep(BnPolicy::Shared, printedSeed());
    const LayerWeights weights = layerWeights(session, -1, 2);
    QVERIFY(!weights.merged);
    QCOMPARE(weights.step, -1);
    QCOMPARE(weights.network[1].matrices[0].matrix.values, weights.teachers[1].matrices[0].matrix.values);
  }

  void blocksHaveAMatrixForEachOfTheirConvolutions() {
    const Session session = sessionOfBlocks(printedSeed());
    MergedNetwork network = networkAt(session, 0);
    for (int layer = 1; layer <= session.layers(); ++layer) {
      const LayerWeights weights = layerWeights(session, 0, layer);
      QCOMPARE(weights.merged, layer == 1 || layer == 3 || layer == 18);
      const std::vector<std::string> parts = layer == 1    ? std::vector<std::string>{"project"}
                                             : layer == 18 ? std::vector<std::string>{"pointwise"}
                                                           : std::vector<std::string>{"expand", "project"};
      QCOMPARE(weights.parts(), parts);
      QCOMPARE(weights.teachers[0].kernels.empty(), layer == 18);
      for (std::size_t t = 0; t < 2; ++t) {
        MobileNet teacher = teacherNetwork(session.teachers[t]);
        QVERIFY2(sameLayer(weights.teachers[t], teacher, layer), std::to_string(layer).c_str());
        QVERIFY2(sameLayer(weights.network[t], network.task(int(t)), layer), std::to_string(layer).c_str());
      }
      for (const std::string& part : parts)
        QCOMPARE(weights.network[0].matrix(part).matrix.values == weights.network[1].matrix(part).matrix.values,
                 weights.merged);
    }
  }

  /// A squeeze and an excite are matrices with a bias in place of batch normalization.
  void gatedBlocksHaveAMatrixForEachOfTheirConvolutions() {
    const Session session = sessionOfBlocks(printedSeed(), Architecture::MobileNetV3Small);
    MergedNetwork network = networkAt(session, 0);
    QCOMPARE(session.layers(), 12);
    for (int layer = 1; layer <= 12; ++layer) {
      const LayerWeights weights = layerWeights(session, 0, layer);
      QCOMPARE(weights.merged, layer == 1 || layer == 3 || layer == 12);
      std::vector<std::string> parts{"expand", "squeeze", "excite", "project"};
      if (layer == 1) parts = {"squeeze", "excite", "project"};
      if (layer == 2 || layer == 3) parts = {"expand", "project"};
      if (layer == 12) parts = {"pointwise"};
      QCOMPARE(weights.parts(), parts);
      for (std::size_t t = 0; t < 2; ++t) {
        MobileNet teacher = teacherNetwork(session.teachers[t]);
        QVERIFY2(sameLayer(weights.teachers[t], teacher, layer), std::to_string(layer).c_str());
        QVERIFY2(sameLayer(weights.network[t], network.task(int(t)), layer), std::to_string(layer).c_str());
      }
      for (const std::string& part : parts)
        QCOMPARE(weights.network[0].matrix(part).matrix.values == weights.network[1].matrix(part).matrix.values,
                 weights.merged);
    }
    const UnitWeights fourth = layerWeights(session, 0, 4).teachers[0];
    QCOMPARE(fourth.kernels.shape, (std::vector<std::int64_t>{32, 5, 5}));
    QCOMPARE(fourth.matrix("squeeze").matrix.shape, (std::vector<std::int64_t>{8, 32}));
    QCOMPARE(fourth.matrix("excite").bn.shift.size(), std::size_t(32));
    QVERIFY(layerWeights(session, 0, 13).teachers[0].matrix("head").bn.shift.empty());
  }

  void featureMapsOfGatedBlocksAreTheirTaps() {
    const std::uint64_t seed = printedSeed();
    const Session session = sessionOfBlocks(seed, Architecture::MobileNetV3Small);
    MergedNetwork network = networkAt(session, 0);
    const cv::Mat image = noiseImage(seed, 32, 32, CV_8UC3);
    for (int task = 0; task < 2; ++task) {
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
      const ForwardResult expected = forwardOf(teacher, image), merged = forwardOf(network.task(task), image);
      for (const int layer : {1, 4, 12}) {
        const FeatureMaps maps = featureMaps(session, 0, task, layer, image);
        QVERIFY(close(tensorOf(maps.teacher), expected.taps[std::size_t(layer) - 1].squeeze(0)));
        QVERIFY(close(tensorOf(maps.merged), merged.taps[std::size_t(layer) - 1].squeeze(0)));
        QVERIFY(close(torch::tensor(maps.mergedProbabilities), merged.logits.softmax(1).squeeze(0)));
      }
    }
  }

  void headsMayHaveHiddenLayers() {
    const Session session = sessionOfBlocks(printedSeed());
    const LayerWeights head = layerWeights(session, 0, 19);
    QCOMPARE(head.parts(), (std::vector<std::string>{"hidden.1", "head"}));
    QCOMPARE(head.teachers[0].matrix("hidden.1").matrix.shape, (std::vector<std::int64_t>{5, 1280}));
    QCOMPARE(head.teachers[0].matrix("head").matrix.shape, (std::vector<std::int64_t>{4, 5}));
    QCOMPARE(head.teachers[1].matrices.size(), std::size_t(1));
    QVERIFY(head.teachers[1].matrix("hidden.1").matrix.empty());
    QCOMPARE(head.teachers[1].matrix("head").matrix.shape, (std::vector<std::int64_t>{3, 1280}));
    MobileNet teacher = teacherNetwork(session.teachers[0]);
    QVERIFY(sameNumbers(head.teachers[0].matrix("hidden.1").matrix.values, teacher->hidden[0]->weight));
    QVERIFY(sameNumbers(head.teachers[0].matrix("head").matrix.values, teacher->head->weight));
    QVERIFY(!sameNumbers(head.network[0].matrix("head").matrix.values, teacher->head->weight));
    ZIPPER_EXPECT_ERROR(layerWeights(session, 0, 20), "layer 20: there are layers 0 (stem) to 19 (head)");
  }

  void refusesLayersAndStepsThatDoNotExist() {
    const Session session = sessionWithRandomStep(BnPolicy::Shared, 1);
    ZIPPER_EXPECT_ERROR(layerWeights(session, 0, 15), "layer 15: there are layers 0 (stem) to 14 (head)");
    ZIPPER_EXPECT_ERROR(layerWeights(session, 1, 2), "step 1 was asked for, the session has 1 steps");
    const cv::Mat image = noiseImage(1, 32, 32, CV_8UC3);
    ZIPPER_EXPECT_ERROR(featureMaps(session, 0, 0, 0, image), "layer 0: there are layers 1 to 13");
    ZIPPER_EXPECT_ERROR(featureMaps(session, 0, 2, 1, image), "task 2 was asked for, the session has 2 tasks");
    ZIPPER_EXPECT_ERROR(featureMaps(session, 7, 0, 1, image), "step 7");
    ZIPPER_EXPECT_ERROR(featureMaps(session, 0, 0, 1, cv::Mat()), "an 8-bit image");
  }

  void featureMapsAreTheTapsOfTheUnfoldedNetworks() {
    const std::uint64_t seed = printedSeed();
    const Session session = sessionWithRandomStep(BnPolicy::PerTask, seed);
    MergedNetwork network = networkAt(session, 0);
    for (int task = 0; task < 2; ++task) {
      // Grey and of another size for one task: prepared as for evaluation.
      const cv::Mat image = noiseImage(seed, 32 + 8 * task, 40, task == 0 ? CV_8UC3 : CV_8UC1);
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
      const ForwardResult expected = forwardOf(teacher, image), merged = forwardOf(network.task(task), image);
      for (int layer : {1, 2, 5, 13}) {
        const FeatureMaps maps = featureMaps(session, 0, task, layer, image);
        QVERIFY(close(tensorOf(maps.teacher), expected.taps[std::size_t(layer) - 1].squeeze(0)));
        QVERIFY(close(tensorOf(maps.merged), merged.taps[std::size_t(layer) - 1].squeeze(0)));
        QVERIFY(close(torch::tensor(maps.teacherProbabilities), expected.logits.softmax(1).squeeze(0)));
        QVERIFY(close(torch::tensor(maps.mergedProbabilities), merged.logits.softmax(1).squeeze(0)));
        QVERIFY(!close(tensorOf(maps.teacher), tensorOf(maps.merged)));
      }
    }
  }

  void beforeTheFirstStepBothSeeTheSame() {
    const Session session = sessionWithRandomStep(BnPolicy::Shared, printedSeed());
    const FeatureMaps maps = featureMaps(session, -1, 1, 7, noiseImage(3, 32, 32, CV_8UC3));
    QCOMPARE(maps.teacher.values, maps.merged.values);
    QCOMPARE(maps.teacherProbabilities, maps.mergedProbabilities);
    QCOMPARE(maps.task, 1);
    QCOMPARE(maps.layer, 7);
    QCOMPARE(maps.step, -1);
  }

  void similarityIsTheCosine() {
    const std::uint64_t seed = printedSeed();
    Session session = sessionWithRandomStep(BnPolicy::Shared, seed);
    // B's depthwise weights of layer 4 at 60 degrees to A's: half of A plus sqrt(3)/2 of something at right angles.
    const auto a = find(session.teachers[0].values->state, "layers.4.depthwise.conv.weight");
    auto other = torch::randn_like(a);
    other -= a * ((other * a).sum() / (a * a).sum());
    other *= a.norm() / other.norm();
    find(session.teachers[1].values->state, "layers.4.depthwise.conv.weight")
        .copy_(7.0 * (0.5 * a + std::sqrt(0.75) * other));
    find(session.teachers[1].values->state, "layers.4.pointwise.conv.weight")
        .copy_(-find(session.teachers[0].values->state, "layers.4.pointwise.conv.weight"));
    const auto layers = weightSimilarity(session);
    QCOMPARE(layers.size(), std::size_t(15));
    QVERIFY(std::abs(layers[4].kernels - 0.5) < 1e-5);
    QVERIFY(std::abs(layers[4].matrix + 1.0) < 1e-6);
    QVERIFY(std::abs(layers[9].matrix) < 0.1);  // 64*64 independent numbers: standard deviation 1/64
    QVERIFY(std::isnan(layers[0].matrix) && std::isfinite(layers[0].kernels));
    QVERIFY(std::isnan(layers[14].kernels));
    QVERIFY2(std::isnan(layers[14].matrix), "heads of 4 and 3 classes can't be compared");
  }

  /// Each matrix of a block has its own, and the block the mean of them.
  void similarityOfABlockIsTheMeanOfItsMatrices() {
    Session session = sessionOfBlocks(printedSeed());
    const auto of = [&session](std::size_t task, const char* name) {
      return find(session.teachers[task].values->state, name);
    };
    of(1, "layers.4.expand.conv.weight").copy_(2 * of(0, "layers.4.expand.conv.weight"));
    of(1, "layers.4.project.conv.weight").copy_(-of(0, "layers.4.project.conv.weight"));
    of(1, "layers.5.project.conv.weight").copy_(of(0, "layers.5.project.conv.weight"));
    const auto layers = weightSimilarity(session);
    QCOMPARE(layers.size(), std::size_t(20));
    QVERIFY(std::abs(layers[4].units.at("layers.4.expand") - 1) < 1e-6);
    QVERIFY(std::abs(layers[4].units.at("layers.4.project") + 1) < 1e-6);
    QVERIFY(std::abs(layers[4].matrix) < 1e-6);
    const double expand = layers[5].units.at("layers.5.expand");
    QVERIFY(std::abs(expand) < 0.5);  // independent ones
    QVERIFY(std::abs(layers[5].matrix - (1 + expand) / 2) < 1e-6);
    QCOMPARE(layers[5].kernels, layers[5].units.at("layers.5.depthwise"));
    QVERIFY(std::isnan(layers[18].kernels) && std::isfinite(layers[18].matrix));
    QVERIFY2(std::isnan(layers[19].matrix), "only one of the heads has a hidden layer");
    QCOMPARE(layers[19].units.size(), std::size_t(2));
  }

  void similarityOfAGatedBlockIsTheMeanOfItsMatrices() {
    Session session = sessionOfBlocks(printedSeed(), Architecture::MobileNetV3Small);
    const auto of = [&session](std::size_t task, const std::string& role) {
      return find(session.teachers[task].values->state, "layers.4." + role + ".conv.weight");
    };
    const std::map<std::string, double> factors{{"expand", 2}, {"squeeze", 3}, {"excite", -1}, {"project", 0.5}};
    for (const auto& [role, factor] : factors) of(1, role).copy_(factor * of(0, role));
    of(1, "depthwise").copy_(-of(0, "depthwise"));
    const LayerSimilarity found = weightSimilarity(session)[4];
    for (const auto& [role, factor] : factors)
      QVERIFY2(std::abs(found.units.at("layers.4." + role) - (factor > 0 ? 1 : -1)) < 1e-6, role.c_str());
    QVERIFY(std::abs(found.matrix - 0.5) < 1e-6);
    QVERIFY(std::abs(found.kernels + 1) < 1e-6);
  }

  void aNetworkIsLikeItself() {
    Session session = sessionWithRandomStep(BnPolicy::Shared, printedSeed());
    session.teachers[1] = session.teachers[0];
    const auto layers = weightSimilarity(session);
    QCOMPARE(layers.size(), std::size_t(15));
    for (std::size_t layer = 1; layer + 1 < layers.size(); ++layer) {
      QVERIFY(std::abs(layers[layer].kernels - 1) < 1e-9);
      QVERIFY(std::abs(layers[layer].matrix - 1) < 1e-9);
    }
    QVERIFY(std::abs(layers.back().matrix - 1) < 1e-9);
  }

  /// Of three tasks, where two are one network: a pair is alike, two aren't; heads that can be compared count alone.
  void similarityOfSeveralTasksIsTheMeanOfTheirPairs() {
    Session session = sessionWithRandomStep(BnPolicy::Shared, printedSeed());
    const auto two = weightSimilarity(session);
    session.teachers.push_back(session.teachers[0]);
    const auto three = weightSimilarity(session);
    QCOMPARE(two.size(), std::size_t(15));
    QCOMPARE(three.size(), two.size());
    for (std::size_t layer = 1; layer + 1 < three.size(); ++layer) {
      QVERIFY(std::abs(three[layer].kernels - (1 + 2 * two[layer].kernels) / 3) < 1e-9);
      QVERIFY(std::abs(three[layer].matrix - (1 + 2 * two[layer].matrix) / 3) < 1e-9);
    }
    QVERIFY(std::isnan(two.back().matrix));
    QVERIFY(std::abs(three.back().matrix - 1) < 1e-9);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestAnalysis)
#include "test_analysis.moc"
