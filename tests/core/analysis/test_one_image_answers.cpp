// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/network_input.h"
#include "core/analysis/one_image_answers.h"
#include "core/data/preprocess.h"
#include "core/training/evaluation.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t seedOfPictures() {
  const std::uint64_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

/// Colour at 32x32 and grey at 48x48, with other numbers of classes and other normalizations.
MobileNetSpec unlikeSpec(int task) {
  MobileNetSpec spec = smallSpec(0.125, task == 0 ? 32 : 48, 4 - task);
  if (task == 0) return spec;
  spec.inputChannels = 1;
  spec.normalization.mean = {0.2};
  spec.normalization.std = {0.7};
  return spec;
}

/// A step that merged layers 1 and 2 of networks of these specs, every tensor of it random.
Session sessionOf(const std::vector<MobileNetSpec>& specs, std::uint64_t seed, int trunk = 0) {
  Session session;
  session.recipe.bnPolicy = BnPolicy::PerTask;
  std::vector<MobileNet> networks;
  for (const MobileNetSpec& spec : specs) {
    MobileNet teacher = settledNetwork(spec, ++seed);
    session.teachers.push_back(makeTeacher(teacher, {}));
    networks.push_back(settledNetwork(spec, ++seed));
  }
  MergedNetwork merged(networks, BnPolicy::PerTask);
  for (const int layer : {1, 2}) merged.merge(layer);
  if (trunk > 0) merged.shareTrunk(trunk);
  StepResult step;
  step.mergedLayers = {1, 2};
  step.trunk = trunk;
  step.values = valuesOf(merged);
  appendStep(session, std::move(step));
  return session;
}

/// An empty text, or how the probabilities differ from the unfolded module's.
std::string differenceFromModule(const std::vector<float>& found, MobileNet& network, const cv::Mat& picture) {
  torch::NoGradGuard noGrad;
  const auto wanted = network->forward(networkInput(picture, network->spec())).logits.softmax(1).squeeze(0);
  if (std::int64_t(found.size()) != wanted.size(0)) return concat(found.size(), " probabilities");
  const auto error = (torch::tensor(found) - wanted).abs().max().item<float>();
  return error < 1e-4f ? "" : concat("by ", error);
}

cv::Mat colouredNoise(std::uint64_t seed) {
  cv::RNG random(seed);
  cv::Mat picture(60, 90, CV_8UC3);
  random.fill(picture, cv::RNG::UNIFORM, 0, 256);
  return picture;
}

}  // namespace

class TestOneImageAnswers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void allTasksAnswerAsTheirModules() {
    const std::uint64_t seed = seedOfPictures();
    const Session session = sessionOf({unlikeSpec(0), unlikeSpec(1)}, seed);
    const cv::Mat picture = colouredNoise(seed);
    const OneImageAnswers found = OneImageNetworks(session, 0).answers(picture);
    QCOMPARE(found.step, 0);
    QCOMPARE(found.tasks.size(), std::size_t(2));
    MergedNetwork network = networkAt(session, 0);
    for (int t = 0; t < 2; ++t) {
      const OneImageTaskAnswers& answers = found.tasks[std::size_t(t)];
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(t)]);
      QCOMPARE(differenceFromModule(answers.teacher, teacher, picture), std::string());
      QCOMPARE(differenceFromModule(answers.merged, network.task(t), picture), std::string());
      QVERIFY(answers.teacher != answers.merged);
      QVERIFY(answers.teacherMilliseconds > 0 && answers.mergedMilliseconds > 0);
      QVERIFY(answers.teacherRange.fastest <= answers.teacherMilliseconds);
      QVERIFY(answers.teacherRange.slowest >= answers.teacherMilliseconds);
      QVERIFY(answers.mergedRange.fastest <= answers.mergedMilliseconds);
      QVERIFY(answers.mergedRange.slowest >= answers.mergedMilliseconds);
      const Preprocessing preparing(teacher->spec());
      QCOMPARE(answers.seen.rows, preparing.size());
      QCOMPARE(answers.seen.channels(), preparing.channels());
      QCOMPARE(cv::norm(answers.seen, preparing.fit(picture), cv::NORM_INF), 0.0);
    }
    QVERIFY(found.repetitions >= 1 && found.threads >= 1);
    QCOMPARE(found.trunkMilliseconds, 0.0);
    QCOMPARE(found.mergedMilliseconds(), found.tasks[0].mergedMilliseconds + found.tasks[1].mergedMilliseconds);
    QCOMPARE(found.teacherMilliseconds(), found.tasks[0].teacherMilliseconds + found.tasks[1].teacherMilliseconds);
  }

  /// A data set of one image: its loss is that of the label's probability.
  void agreesWithEvaluation() {
    const std::uint64_t seed = seedOfPictures();
    const Session session = sessionOf({unlikeSpec(0), unlikeSpec(1)}, seed);
    const OneImageNetworks networks(session, 0);
    for (int t = 0; t < 2; ++t) {
      const auto images = std::make_shared<TinyDataset>(8, 4 - t, seed);
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(t)]);
      MergedNetwork merged = networkAt(session, 0);
      for (const std::int64_t index : {0, 5}) {
        const OneImageTaskAnswers answers = networks.answers(images->image(index)).tasks[std::size_t(t)];
        const DatasetPtr one = subset(images, {index});
        const auto agrees = [&](MobileNet& network, const std::vector<float>& probabilities) {
          const Score score = evaluate(FoldedNetwork(network), one);
          const auto label = std::size_t(images->label(index));
          const auto best = std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin();
          return std::abs(score.loss + std::log(double(probabilities.at(label)))) < 1e-3 &&
                 score.top1 == (std::size_t(best) == label ? 1.0 : 0.0);
        };
        QVERIFY(agrees(teacher, answers.teacher));
        QVERIFY(agrees(merged.task(t), answers.merged));
      }
    }
  }

  void beforeTheFirstStepBothAreTheTeacher() {
    const Session session = sessionOf({unlikeSpec(0), unlikeSpec(1)}, 1);
    const OneImageAnswers found = OneImageNetworks(session, -1).answers(colouredNoise(1));
    QCOMPARE(found.step, -1);
    for (const OneImageTaskAnswers& answers : found.tasks) {
      QCOMPARE(answers.merged, answers.teacher);
      QCOMPARE(answers.mergedMilliseconds, answers.teacherMilliseconds);
      QVERIFY(answers.teacherMilliseconds > 0);
      QVERIFY(std::abs(std::accumulate(answers.teacher.begin(), answers.teacher.end(), 0.0) - 1) < 1e-5);
    }
  }

  void eachTaskTakesItsOwnPicture() {
    const Session session = sessionOf({unlikeSpec(0), unlikeSpec(1)}, 2);
    const OneImageNetworks networks(session, 0);
    const cv::Mat one = colouredNoise(1), other = colouredNoise(2);
    const OneImageAnswers mixed = networks.answers(std::vector<cv::Mat>{one, other});
    QCOMPARE(mixed.tasks[0].teacher, networks.answers(one).tasks[0].teacher);
    QCOMPARE(mixed.tasks[1].teacher, networks.answers(other).tasks[1].teacher);
    ZIPPER_EXPECT_ERROR(networks.answers(std::vector<cv::Mat>{one}), "2 pictures were expected");
  }

  void theTrunkIsTimed() {
    const Session session = sessionOf({smallSpec(0.125, 32, 4), smallSpec(0.125, 32, 3)}, 3, 1);
    const OneImageAnswers whole = OneImageNetworks(session, 0).answers(colouredNoise(3));
    QVERIFY(whole.trunkMilliseconds > 0 && whole.trunkRange.slowest >= whole.trunkMilliseconds);
    QCOMPARE(OneImageNetworks(session, -1).answers(colouredNoise(3)).trunkMilliseconds, 0.0);
  }

  void saysWhatIsNotThere() {
    const Session session = sessionOf({unlikeSpec(0), unlikeSpec(1)}, 4);
    ZIPPER_EXPECT_ERROR(OneImageNetworks(session, 1), "step 1 was asked for");
    ZIPPER_EXPECT_ERROR(OneImageNetworks(session, 0).answers(cv::Mat()), "an 8-bit image");
    const Session headless = sessionOf({smallSpec(0.125, 32, 0), smallSpec(0.125, 32, 3)}, 5);
    const OneImageAnswers found = OneImageNetworks(headless, 0).answers(colouredNoise(5));
    QVERIFY(found.tasks[0].teacher.empty() && found.tasks[0].merged.empty());
    QCOMPARE(found.tasks[1].teacher.size(), std::size_t(3));
    StopSource stop;
    stop.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, OneImageNetworks(session, 0).answers(colouredNoise(4), {stop.token()}));
  }
};

ZIPPER_TEST(TestOneImageAnswers)
#include "test_one_image_answers.moc"
