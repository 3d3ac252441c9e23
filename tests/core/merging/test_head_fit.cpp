// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/data/batch_loader.h"
#include "core/merging/head_fit.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MergeInput input(const std::vector<TaskData>& data, int images) {
  MergeInput result;
  for (const TaskData& task : data) result.trainingSets.push_back(task.train);
  result.settings.initializationImages = images;
  return result;
}

/// V2 with heads of two and of no hidden layers.
std::vector<MobileNet> deepHeads(const std::vector<TaskData>& data) {
  MobileNetSpec first = tinySpecV2(4), second = tinySpecV2(3);
  first.hidden = {{20, Activation::ReLU}, {12, Activation::ReLU6}};
  std::vector<MobileNet> networks = livelyNetworksV2({first, second}, data);
  torch::NoGradGuard noGrad;
  for (torch::nn::Linear& layer : networks[0]->headLayers()) layer->bias.normal_(0.3, 0.2);
  return networks;
}

double difference(const torch::Tensor& a, const torch::Tensor& b) {
  return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>();
}

}  // namespace

class TestHeadFit : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { torch::manual_seed(20261124); }

  /// Against LAPACK's least squares on the samples themselves, the ridge as rows of their own.
  void equalsLeastSquaresOfTheSamples() {
    const int n = 60, features = 9, classes = 4;
    const double ridge = 0.2;
    const auto x = torch::randn({n, features}) + 0.5, y = torch::randn({n, classes}) - 0.3;
    const auto start = torch::randn({classes, features}, torch::kFloat64);
    LayerMoments moments(features, classes);
    moments.add(x.view({n, features, 1, 1}), y.view({n, classes, 1, 1}), 0);
    const HeadValues head = fittedHead(moments, start, ridge);

    const auto x64 = x.to(torch::kFloat64), y64 = y.to(torch::kFloat64);
    const auto xc = x64 - x64.mean(0), yc = y64 - y64.mean(0);
    const double strength = std::sqrt(ridge * xc.square().mean(0).mean().item<double>() * n);
    const auto rows = torch::cat({xc, strength * torch::eye(features, torch::kFloat64)});
    const auto wanted = torch::cat({yc, strength * start.t()});
    const auto weight = std::get<0>(torch::linalg_lstsq(rows, wanted)).t();
    QVERIFY(difference(head.weight, weight) < 1e-9);
    QVERIFY(difference(head.bias, y64.mean(0) - weight.mv(x64.mean(0))) < 1e-9);
  }

  void aHeadThatFitsStays() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyTeachers(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    fitHeads(network, teachers, -1, input(data, 32));
    for (int t = 0; t < 2; ++t) {
      QVERIFY(difference(network.task(t)->head->weight, teachers[std::size_t(t)]->head->weight) < 1e-5);
      QVERIFY(difference(network.task(t)->head->bias, teachers[std::size_t(t)]->head->bias) < 1e-5);
    }
  }

  /// A head that was spoilt comes nearer to the teacher's logits, on images that it wasn't fitted on, too.
  void aSpoiltHeadComesNearer() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyTeachers(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    torch::NoGradGuard noGrad;
    network.task(0)->head->weight.mul_(0.2);
    network.task(0)->head->bias.add_(1);
    const auto images = torch::randn({16, teachers[0]->spec().inputChannels, 32, 32});
    const auto wanted = teachers[0]->forward(images).logits;
    const double before = difference(network.task(0)->forward(images).logits, wanted);
    fitHeads(network, teachers, -1, input(data, 64));
    QVERIFY(difference(network.task(0)->forward(images).logits, wanted) < 0.7 * before);
  }

  void hiddenLayersThatFitStay() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = deepHeads(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    std::vector<int> told;
    MergeInput watched = input(data, 32);
    watched.work.progress = [&](int done, int total) { told.push_back(100 * done / total); };
    fitHeads(network, teachers, -1, watched);
    QVERIFY(!told.empty() && told.back() == 100 && std::is_sorted(told.begin(), told.end()));
    for (int t = 0; t < 2; ++t) {
      std::vector<torch::nn::Linear> own = network.task(t)->headLayers(),
                                     wanted = teachers[std::size_t(t)]->headLayers();
      QCOMPARE(own.size(), std::size_t(t == 0 ? 3 : 1));
      for (std::size_t i = 0; i < own.size(); ++i) {
        QVERIFY(difference(own[i]->weight, wanted[i]->weight) < 1e-4);
        QVERIFY(difference(own[i]->bias, wanted[i]->bias) < 1e-4);
      }
    }
  }

  /// Layer by layer: each is fitted to what that of the teacher puts out, for what those before it give by now.
  void spoiltHiddenLayersComeNearer() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = deepHeads(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    torch::NoGradGuard noGrad;
    MobileNet& task = network.task(0);
    task->headLayers()[0]->weight.mul_(0.3);
    task->headLayers()[0]->bias.sub_(1);
    task->headLayers()[1]->weight.mul_(1.5);
    const auto images =
        BatchLoader(data[0].test, task->spec(), LoaderOptions{}).next()->images;  // others than those fitted on
    const auto wanted = teachers[0]->features(images), logits = teachers[0]->forward(images).logits;
    const auto first = [&](MobileNet& one) { return one->headLayers()[0]->forward(wanted); };
    const auto errors = [&] {
      return std::pair((first(task) - first(teachers[0])).square().mean().item<double>(),
                       (task->forward(images).logits - logits).square().mean().item<double>());
    };
    const auto before = errors();
    fitHeads(network, teachers, -1, input(data, 64));
    const auto after = errors();
    QVERIFY2(after.first < 0.7 * before.first, qPrintable(QString("%1, %2").arg(before.first).arg(after.first)));
    QVERIFY2(after.second < 0.7 * before.second, qPrintable(QString("%1, %2").arg(before.second).arg(after.second)));
    QVERIFY(difference(network.task(1)->head->weight, teachers[1]->head->weight) < 1e-4);
  }

  void readsNoLabel() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyTeachers(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    MergeInput unlabelled = input(data, 32);
    unlabelled.trainingSets.assign(2, std::make_shared<UnlabelledDataset>(32, 4, 1));
    fitHeads(network, teachers, -1, unlabelled);
  }

  void stopsWhenToldTo() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyTeachers(data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    MergeInput stopped = input(data, 32);
    StopSource source;
    source.requestStop();
    stopped.work.stop = source.token();
    QVERIFY_THROWS_EXCEPTION(Cancelled, fitHeads(network, teachers, -1, stopped));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestHeadFit)
#include "test_head_fit.moc"
