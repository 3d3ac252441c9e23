// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/analysis/grad_cam.h"
#include "core/analysis/network_input.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t seedOfMaps() {
  const std::uint64_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

/// Last maps of 3x3. A V3 has a hidden layer in its head, so that its logits aren't linear in the maps.
MobileNetSpec mappedSpec(Architecture architecture, int task) {
  MobileNetSpec spec = smallSpec(architecture == Architecture::MobileNetV1 ? 0.125 : 0.35, 96, 4 - task);
  spec.architecture = architecture;
  if (architecture == Architecture::MobileNetV2) spec.padding = Padding::Same;
  if (isV3(architecture)) {
    spec.activation = Activation::ReLU;
    spec.hidden = {{9, Activation::HardSwish}};
  }
  return spec;
}

/// A network whose map of class 0 has places above 0, whatever the seed.
MobileNet networkThatSees(const MobileNetSpec& spec, std::uint64_t seed) {
  MobileNet network = settledNetwork(spec, seed);
  torch::NoGradGuard noGrad;
  for (torch::nn::Linear& layer : network->hidden) layer->weight.abs_();
  network->head->weight[0].abs_();
  return network;
}

/// Two tasks and a step that changed every tensor and merged layer 2.
Session mappedSession(Architecture architecture, std::uint64_t seed) {
  Session session;
  session.recipe.bnPolicy = BnPolicy::PerTask;
  std::vector<MobileNet> networks;
  for (int t = 0; t < 2; ++t) {
    const MobileNetSpec spec = mappedSpec(architecture, t);
    MobileNet teacher = networkThatSees(spec, seed + std::uint64_t(t));
    session.teachers.push_back(makeTeacher(teacher, {}));
    networks.push_back(networkThatSees(spec, seed + 2 + std::uint64_t(t)));
  }
  MergedNetwork merged(networks, BnPolicy::PerTask);
  merged.merge(2);
  StepResult step;
  step.mergedLayers = {2};
  step.values = valuesOf(merged);
  appendStep(session, std::move(step));
  return session;
}

cv::Mat spottedImage(std::uint64_t seed) {
  cv::RNG random(seed);
  cv::Mat image(120, 100, CV_8UC3);
  random.fill(image, cv::RNG::UNIFORM, 0, 120);
  image(cv::Rect(10, 60, 40, 30)).setTo(cv::Scalar(250, 240, 30));
  return image;
}

/// "maps" [classes,H,W] and "logits" [classes] of a network by PyTorch.
NamedTensors gradCamByPython(MobileNet& network, const cv::Mat& image) {
  NamedTensors input{{"images", networkInput(image, network->spec()).contiguous()}};
  for (const auto& [key, tensor] : network->state()) input.emplace_back("net." + key, tensor.detach().contiguous());
  return runReference("grad_cam", input, {{"spec", specToJson(network->spec())}}, "reference_grad_cam.py");
}

struct FoundMap {
  FloatArray map;
  float logit = 0, probability = 0;
};

/// An empty text, or what differs.
std::string differenceFrom(const NamedTensors& wanted, const std::vector<FoundMap>& found) {
  const torch::Tensor maps = find(wanted, "maps"), logits = find(wanted, "logits");
  if (maps.max().item<float>() <= 0) return "the reference shows nothing";
  for (std::size_t output = 0; output < found.size(); ++output) {
    const FoundMap& own = found[output];
    const torch::Tensor map = maps[std::int64_t(output)];
    if (own.map.shape != map.sizes().vec()) return concat("the shape of the map of class ", output);
    const auto error = (torch::tensor(own.map.values).view(map.sizes()) - map).abs().max().item<float>();
    if (error > 1e-3f * maps.max().item<float>()) return concat("the map of class ", output, " by ", error);
    const auto logit = logits[std::int64_t(output)].item<float>();
    if (std::abs(own.logit - logit) > 1e-3f * (1 + std::abs(logit))) return concat("the logit of class ", output);
    const auto probability = logits.softmax(0)[std::int64_t(output)].item<float>();
    if (std::abs(own.probability - probability) > 1e-3f) return concat("the probability of class ", output);
  }
  return "";
}

}  // namespace

class TestGradCam : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void equalsAutogradOfAnotherNetwork_data() {
    QTest::addColumn<int>("architecture");
    QTest::newRow("V1") << int(Architecture::MobileNetV1);
    QTest::newRow("V2") << int(Architecture::MobileNetV2);
    QTest::newRow("V3 small, hidden layer") << int(Architecture::MobileNetV3Small);
  }
  void equalsAutogradOfAnotherNetwork() {
    QFETCH(int, architecture);
    const std::uint64_t seed = seedOfMaps();
    const Session session = mappedSession(Architecture(architecture), seed);
    const cv::Mat image = spottedImage(seed);
    MergedNetwork network = networkAt(session, 0);
    for (int task = 0; task < 2; ++task) {
      std::vector<FoundMap> teachers, merged;
      torch::NoGradGuard noGrad;  // whatever the caller does with gradients
      for (int output = 0; output < 4 - task; ++output) {
        const GradCam found = gradCam(session, 0, task, output, image);
        QCOMPARE(found.teacher.shape, (std::vector<std::int64_t>{3, 3}));
        QCOMPARE(found.output, output);
        teachers.push_back({found.teacher, found.teacherLogit, found.teacherProbability});
        merged.push_back({found.merged, found.mergedLogit, found.mergedProbability});
        QVERIFY(found.teacherLogit != found.mergedLogit);
      }
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
      QCOMPARE(differenceFrom(gradCamByPython(teacher, image), teachers), std::string());
      QCOMPARE(differenceFrom(gradCamByPython(network.task(task), image), merged), std::string());
    }
  }

  void beforeTheFirstStepBothLookAtTheSame() {
    const Session session = mappedSession(Architecture::MobileNetV1, 1);
    const GradCam found = gradCam(session, -1, 1, 2, spottedImage(1));
    QCOMPARE(found.step, -1);
    QCOMPARE(found.task, 1);
    QCOMPARE(found.merged.values, found.teacher.values);
    QCOMPARE(found.mergedProbability, found.teacherProbability);
    QVERIFY(*std::min_element(found.teacher.values.begin(), found.teacher.values.end()) >= 0);
  }

  void saysWhatIsNotThere() {
    Session session = mappedSession(Architecture::MobileNetV1, 1);
    const cv::Mat image = spottedImage(1);
    ZIPPER_EXPECT_ERROR(gradCam(session, 0, 1, 3, image), "output 3 was asked for, task b has 3 outputs");
    ZIPPER_EXPECT_ERROR(gradCam(session, 0, 2, 0, image), "task 2 was asked for");
    ZIPPER_EXPECT_ERROR(gradCam(session, 3, 0, 0, image), "step 3 was asked for");
    ZIPPER_EXPECT_ERROR(gradCam(session, 0, 0, 0, cv::Mat()), "an 8-bit image");
    session.teachers[1].spec.classes = 0;
    ZIPPER_EXPECT_ERROR(gradCam(session, 0, 1, 0, image), "task b has no head");
  }
};

ZIPPER_TEST(TestGradCam)
#include "test_grad_cam.moc"
