// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/synthesized_images.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/models/model_file.h"
#include "core/support/error.h"
#include "resources/samples/sample_files.h"
#include "support/expect_error.h"
#include "support/lively_networks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec someSpec() {
  MobileNetSpec spec = smallSpec(0.25, 32, 5);
  spec.classOffset = 1;
  return spec;
}

/// By sums over the maps of one unit after the other, in float64.
double distanceByLoops(MobileNet& network, const torch::Tensor& images) {
  const torch::NoGradGuard noGrad;
  double all = 0;
  torch::Tensor maps = images;
  for (ConvUnit& unit : network->units()) {  // of a V1: each reads what the one before puts out
    const torch::Tensor convolved = unit->convolve(maps).contiguous();
    const auto values = convolved.accessor<float, 4>();
    const double count = double(convolved.numel()) / double(convolved.size(1)), epsilon = unit->options().bnEpsilon;
    double ofUnit = 0;
    for (std::int64_t c = 0; c < convolved.size(1); ++c) {
      double sum = 0, squares = 0;
      for (std::int64_t n = 0; n < convolved.size(0); ++n)
        for (std::int64_t y = 0; y < convolved.size(2); ++y)
          for (std::int64_t x = 0; x < convolved.size(3); ++x) {
            const double value = values[n][c][y][x];
            sum += value;
            squares += value * value;
          }
      const double mean = sum / count, deviation = std::sqrt(squares / count - mean * mean + epsilon);
      const double wantedMean = unit->bn->running_mean[c].item<double>(),
                   wanted = unit->bn->running_var[c].item<double>() + epsilon;
      ofUnit += (std::pow(mean - wantedMean, 2) + std::pow(deviation - std::sqrt(wanted), 2)) / wanted;
    }
    all += ofUnit / double(convolved.size(1));
    maps = unit->activate(unit->bn->forward(convolved));
  }
  return all / double(network->units().size());
}

std::vector<SynthesizedImage> imagesOf(MobileNet& network, const SynthesisOptions& options) {
  std::vector<SynthesizedImage> images;
  synthesizeImages(network, options, [&](const SynthesizedImage& image) { images.push_back(image); });
  return images;
}

SynthesisOptions few(int iterations) {
  SynthesisOptions options;
  options.images = 20;
  options.batchSize = 16;
  options.iterations = iterations;
  return options;
}

torch::Tensor inputOf(const std::vector<SynthesizedImage>& images, const MobileNetSpec& spec) {
  std::vector<torch::Tensor> all;
  for (const SynthesizedImage& image : images) {
    cv::Mat pixels = image.pixels;
    all.push_back(torch::from_blob(pixels.data, {pixels.rows, pixels.cols, pixels.channels()}, torch::kUInt8)
                      .to(torch::kFloat32)
                      .permute({2, 0, 1}) /
                  255);
  }
  return (torch::stack(all) - spec.normalization.mean[0]) / spec.normalization.std[0];
}

}  // namespace

class TestSynthesizedImages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theDistanceIsThatOfItsFormula() {
    MobileNet network = livelyNetwork(someSpec(), 1);
    const torch::Tensor images = randomImages(network->spec(), 6);
    const double found = statisticsDistance(network, images).item<double>(), wanted = distanceByLoops(network, images);
    QVERIFY2(std::abs(found / wanted - 1) < 1e-4, qPrintable(QString("%1, %2").arg(found).arg(wanted)));
  }

  /// Finite differences along a random direction.
  void theDistanceHasItsGradient() {
    MobileNet network = livelyNetwork(someSpec(), 2);
    network->to(torch::kFloat64);
    torch::Tensor images = randomImages(network->spec(), 4).to(torch::kFloat64).set_requires_grad(true);
    const torch::Tensor direction = torch::randn_like(images);
    statisticsDistance(network, images).backward();
    const double slope = (images.grad() * direction).sum().item<double>(), step = 1e-5;
    const torch::NoGradGuard noGrad;
    const double measured = (statisticsDistance(network, images + step * direction) -
                             statisticsDistance(network, images - step * direction))
                                .item<double>() /
                            (2 * step);
    QVERIFY2(std::abs(slope / measured - 1) < 1e-3, qPrintable(QString("%1, %2").arg(slope).arg(measured)));
  }

  void imagesComeNearer() {
    QTemporaryDir folder;
    writeSamples(folder.path().toStdString());
    MobileNet network = loadModel(folder.path().toStdString() + "/digits.safetensors").network;
    SynthesisOptions options = few(1);
    options.images = options.batchSize = 32;
    const auto first = imagesOf(network, options);
    options.iterations = 60;
    const auto last = imagesOf(network, options);
    const double before = distanceByLoops(network, inputOf(first, network->spec())),
                 after = distanceByLoops(network, inputOf(last, network->spec()));
    QVERIFY2(after < 0.5 * before, qPrintable(QString("%1, %2").arg(before).arg(after)));
    const torch::NoGradGuard noGrad;
    const torch::Tensor answers = network->forward(inputOf(last, network->spec())).logits.argmax(1);
    for (std::size_t i = 0; i < last.size(); ++i) QCOMPARE(answers[std::int64_t(i)].item<int>(), last[i].output);
  }

  void eachClassHasItsTurn() {
    MobileNet network = livelyNetwork(someSpec(), 3);
    const auto last = imagesOf(network, few(1));
    QCOMPARE(last.size(), std::size_t(20));
    // What they were made for: each class in turn, but not the background, which no data set holds.
    for (std::size_t i = 0; i < last.size(); ++i) QCOMPARE(last[i].output, 1 + int(i % 4));
    QCOMPARE(last[0].pixels.type(), CV_8UC3);
    QCOMPARE(last[0].pixels.rows, 32);
  }

  void theSeedDecides() {
    MobileNet network = livelyNetwork(someSpec(), 4);
    SynthesisOptions options = few(2);
    const auto one = imagesOf(network, options), same = imagesOf(network, options);
    options.seed = 2;
    const auto other = imagesOf(network, options);
    const auto differ = [](const cv::Mat& a, const cv::Mat& b) { return cv::norm(a, b, cv::NORM_INF) > 0; };
    for (std::size_t i = 0; i < one.size(); ++i) {
      QVERIFY(!differ(one[i].pixels, same[i].pixels));
      QVERIFY(differ(one[i].pixels, other[i].pixels));
    }
    QVERIFY(differ(one[0].pixels, one[16].pixels));  // batches begin with noise of their own
  }

  void aNetworkWithoutAHeadHasNoClasses() {
    MobileNet network = livelyNetwork(smallSpec(0.25, 32, 0), 5);
    QCOMPARE(imagesOf(network, few(1)).front().output, -1);
  }

  void theNetworkStaysAsItIs() {
    MobileNet network = livelyNetwork(someSpec(), 6), before = cloneNetwork(network);
    imagesOf(network, few(2));
    const NamedTensors state = network->state(), was = before->state();
    for (std::size_t i = 0; i < state.size(); ++i) QVERIFY(state[i].second.equal(was[i].second));
    QVERIFY(network->stem()->conv->weight.requires_grad());
  }

  void foldedNormsAreRefused() {
    MobileNet network = livelyNetwork(someSpec(), 7);
    {
      const torch::NoGradGuard noGrad;
      auto& norm = *network->unit(3)->bn;
      norm.weight.fill_(1);
      norm.running_mean.zero_();
      norm.running_var.fill_(1 - norm.options.eps());
    }
    ZIPPER_EXPECT_ERROR(imagesOf(network, few(1)), "folded");
  }

  void canBeCancelled() {
    MobileNet network = livelyNetwork(someSpec(), 8);
    StopSource stop;
    Work work{stop.token()};
    work.progress = [&](int done, int) {
      if (done == 2) stop.requestStop();
    };
    int taken = 0;
    QVERIFY_EXCEPTION_THROWN(synthesizeImages(
                                 network, few(5), [&](const SynthesizedImage&) { ++taken; }, work),
                             Cancelled);
    QCOMPARE(taken, 0);
  }
};

ZIPPER_TEST(TestSynthesizedImages)
#include "test_synthesized_images.moc"
