// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <chrono>
#include <thread>

#include "core/compute/image_threads.h"
#include "core/compute/unit_shapes.h"
#include "core/merging/initialization.h"
#include "core/network/task_names.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/autograd_step.h"
#include "core/training/calibration.h"
#include "core/training/executor_choice.h"
#include "core/training/fused_step.h"
#include "core/training/loss.h"
#include "core/training/statistics.h"
#include "support/differentiated.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"

using namespace zipper;
using namespace zipper::test;

class TestCalibration : public QObject {
  Q_OBJECT

  MobileNet a_{nullptr}, b_{nullptr};

  static Batch randomBatch(const MobileNetSpec& spec, int count, int seed) {
    torch::manual_seed(std::uint64_t(seed));
    return {randomImages(spec, count), torch::randint(spec.classes, {count}, torch::kInt64), {}};
  }

  /// The same of a V2, with a hidden layer in its head.
  static MobileNetSpec blockSpec(MobileNetSpec spec) {
    spec.architecture = Architecture::MobileNetV2;
    spec.channels = {8, 8, 8, 8, 16, 16, 24, 24, 32};
    spec.inputSize = 64;
    spec.hidden = {{12, Activation::ReLU}};
    return spec;
  }

  /// The same of a small V3.
  static MobileNetSpec gatedSpec(MobileNetSpec spec) {
    spec.architecture = Architecture::MobileNetV3Small;
    spec.activation = Activation::ReLU;
    spec.channels = {8,  8,  4, 8,  16, 0, 8,  16, 0, 8,  24, 8, 12, 24, 8, 12, 24, 8,
                     12, 24, 8, 16, 24, 8, 16, 32, 8, 16, 32, 8, 16, 32, 8, 16, 40};
    spec.inputSize = 64;
    spec.hidden = {{12, Activation::HardSwish}};
    return spec;
  }

  MergedNetwork merged(BnPolicy policy, const std::vector<int>& layers, Initialization how = Initialization::Mean) {
    MergedNetwork network({a_, b_}, policy);
    for (int layer : layers) initializeLayer(network, layer, how, 5);
    return network;
  }

  std::vector<FoldedNetwork> teachers() { return {FoldedNetwork(a_), FoldedNetwork(b_)}; }

  /// Of the angle between the gradients of two networks of one kind: of all parameters with this in their names.
  static double cosineOfGradients(MobileNet& one, MobileNet& other, const std::string& part = "") {
    const auto gradientsOf = [&part](MobileNet& network) {
      std::vector<torch::Tensor> all;
      for (const auto& item : network->named_parameters())
        if (item.key().find(part) != std::string::npos) all.push_back(item.value().grad().flatten());
      return torch::cat(all);
    };
    const auto a = gradientsOf(one), b = gradientsOf(other);
    return (a.dot(b) / (a.norm() * b.norm())).item<double>();
  }

 private Q_SLOTS:
  void initTestCase() {
    a_ = randomNetwork(smallSpec(0.25, 32, 10), 1);
    b_ = randomNetwork(smallSpec(0.25, 32, 7), 2);
  }

  void equalsPyTorch_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("doubles");
    QTest::addColumn<double>("l1Weight");
    QTest::addColumn<double>("distillationWeight");
    QTest::addColumn<int>("version");
    QTest::newRow("float64, shared BN, pad-1") << true << false << true << 1.0 << 0.0 << 1;
    QTest::newRow("float64, per-task BN, SAME") << false << true << true << 1.0 << 0.0 << 1;
    QTest::newRow("float64, distillation") << false << false << true << 0.5 << 0.7 << 1;
    QTest::newRow("V2, shared BN, SAME") << true << true << true << 1.0 << 0.0 << 2;
    QTest::newRow("V2, per-task BN, distillation") << false << false << true << 0.5 << 0.7 << 2;
    QTest::newRow("V3, shared BN, SAME") << true << true << true << 1.0 << 0.0 << 3;
    QTest::newRow("V3, per-task BN, distillation") << false << false << true << 0.5 << 0.7 << 3;
    // In float32 rounding decides where |x| and ReLU6 have a kink: loss terms and statistics are exact, gradients
    // roughly.
    QTest::newRow("float32, shared BN, SAME") << true << true << false << 0.0 << 0.0 << 1;
  }
  /// Loss terms, every gradient and every BN statistic of one iteration against the independent implementation.
  void equalsPyTorch() {
    QFETCH(bool, shared);
    QFETCH(bool, same);
    QFETCH(bool, doubles);
    QFETCH(double, l1Weight);
    QFETCH(double, distillationWeight);
    QFETCH(int, version);
    const double tolerance = doubles ? 1e-9 : 1e-4, gradientTolerance = doubles ? 1e-9 : 5e-2;
    const auto type = doubles ? torch::kFloat64 : torch::kFloat32;
    MobileNetSpec spec = smallSpec(0.25, 32, 10);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    if (version > 1) spec = version == 2 ? blockSpec(spec) : gatedSpec(spec);
    std::vector<MobileNet> teachers{randomNetwork(spec, 3), randomNetwork(spec, 4)};
    MergedNetwork network(teachers, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    for (int layer : {1, 2, 6, version == 3 ? 12 : 13}) initializeLayer(network, layer, Initialization::Mean, 0);
    std::vector<FoldedNetwork> folded;
    std::vector<Batch> batches;
    NamedTensors input;
    for (int t = 0; t < 2; ++t) {
      MobileNet& teacher = teachers[std::size_t(t)];
      teacher->to(type);
      network.task(t)->to(type);
      folded.emplace_back(teacher);
      batches.push_back(randomBatch(spec, 16, 8 + t));
      batches.back().images = batches.back().images.to(type);
      for (const auto& [key, tensor] : teacher->state())
        input.emplace_back(concat("teacher.", taskName(t), ".", key), tensor);
      input.emplace_back("images." + taskName(t), batches.back().images);
      input.emplace_back("labels." + taskName(t), batches.back().labels);
    }
    for (const auto& [key, tensor] : network.state()) input.emplace_back("student." + key, tensor);
    const NamedTensors wanted = runReference("calibrate", input,
                                             {{"spec", specToJson(spec)},
                                              {"peer", "paper"},
                                              {"tasks", "ab"},
                                              {"bn_momentum", "0.1"},
                                              {"l1_weight", std::to_string(l1Weight)},
                                              {"distillation_weight", std::to_string(distillationWeight)},
                                              {"temperature", "3"}},
                                             version == 1   ? "reference_mobilenet.py"
                                             : version == 2 ? "reference_mobilenet_v2.py"
                                                            : "reference_mobilenet_v3.py");
    network.train(true);
    CalibrationSettings settings;
    settings.l1Weight = l1Weight;
    settings.distillationWeight = distillationWeight;
    settings.temperature = 3;
    for (int t = 0; t < 2; ++t) {
      const TaskLoss loss = taskLoss(network.task(t), folded[std::size_t(t)], batches[std::size_t(t)], settings);
      QVERIFY(relativeError(loss.crossEntropy.reshape(1), find(wanted, "ce." + taskName(t))) < tolerance);
      QVERIFY(relativeError(torch::stack(loss.layerL1), find(wanted, "l1." + taskName(t))) < tolerance);
      QCOMPARE(loss.distillation.defined(), distillationWeight > 0);
      if (distillationWeight > 0)
        QVERIFY(relativeError(loss.distillation.reshape(1), find(wanted, "kl." + taskName(t))) < tolerance);
      loss.total.backward();
    }
    for (const auto& [key, tensor] : network.state()) {
      const bool statistic = !tensor.requires_grad();
      const auto reference = find(wanted, (statistic ? "stat." : "grad.") + key);
      const double error = relativeError(statistic ? tensor : tensor.grad(), reference);
      QVERIFY2(error < (statistic ? tolerance : gradientTolerance), (key + ": " + std::to_string(error)).c_str());
    }
  }

  /// Two classes: the softened outputs are logistic functions of the difference of the logits.
  void distillationHasAClosedForm() {
    const double t = 2.5, student = 0.8, teacher = -1.7;
    const auto logits = [](double difference) {
      return torch::tensor({{difference + 3, 3.0}}, torch::kFloat64).requires_grad_();
    };
    const auto p = [t](double difference) { return 1 / (1 + std::exp(-difference / t)); };
    const auto relativeEntropy = [&](double x) {
      return p(teacher) * std::log(p(teacher) / p(x)) + (1 - p(teacher)) * std::log((1 - p(teacher)) / (1 - p(x)));
    };
    const auto got = logits(student);
    const auto loss = distillationLoss(got, logits(teacher).detach(), t);
    QVERIFY(std::abs(loss.item<double>() - t * t * relativeEntropy(student)) < 1e-12);
    loss.backward();
    QVERIFY(std::abs(got.grad()[0][0].item<double>() - t * (p(student) - p(teacher))) < 1e-12);
    QVERIFY(std::abs(distillationLoss(got, got, t).item<double>()) < 1e-12);
  }

  /// Without a weight on the cross entropy the labels may be missing altogether, and the curve has no such column.
  void calibratesWithoutLabels() {
    const std::vector<DatasetPtr> unlabelled(2, std::make_shared<UnlabelledDataset>(32, 4, 1));
    CalibrationSettings settings;
    settings.iterations = 3;
    settings.batchSize = 8;
    settings.augment = true;
    settings.crossEntropyWeight = 0;
    settings.distillationWeight = 1;
    MergedNetwork network = merged(BnPolicy::PerTask, {3});
    const auto headBefore = network.task(0)->head->weight.detach().clone();
    const Curve curve = calibrate(network, {teachers(), unlabelled, settings, StepTarget::layer(3), 1});
    QCOMPARE(curve.rows(), std::size_t(3));
    QVERIFY(curve.column("ce.a").empty());
    const auto kl = curve.column("kl.b"), l1 = curve.column("l1.a");
    QCOMPARE(kl.size(), std::size_t(3));
    QVERIFY(kl[0] > 0 && std::isfinite(kl[2]) && l1[0] > 0);
    const double total =
        double(l1[1]) + double(curve.column("l1.b")[1]) + double(curve.column("kl.a")[1]) + double(kl[1]);
    QVERIFY(std::abs(double(curve.column("loss")[1]) - total) < 1e-4 * total);
    QVERIFY(!torch::equal(headBefore, network.task(0)->head->weight));
    reestimateStatistics(network, {unlabelled, 16, 8, 1});
    settings.crossEntropyWeight = 1;
    ZIPPER_EXPECT_ERROR(calibrate(network, {teachers(), unlabelled, settings, StepTarget::layer(3), 1}), "no label");
  }

  /// Images per second are those of the work, whatever time the observer takes: a pause of the run is one.
  void ratesLeaveOutPauses() {
    using Clock = std::chrono::steady_clock;
    const std::vector<DatasetPtr> images(2, std::make_shared<UnlabelledDataset>(32, 4, 1));
    CalibrationSettings settings;
    settings.iterations = 6;
    settings.batchSize = 8;
    settings.crossEntropyWeight = 0;
    MergedNetwork network = merged(BnPolicy::PerTask, {3});
    double paused = 0, rate = 0, seconds = 0;
    const auto start = Clock::now();
    Observer observer;
    observer.batch = [&](const BatchProgress& progress) {
      const auto now = Clock::now();
      seconds = std::chrono::duration<double>(now - start).count();
      rate = progress.imagesPerSecond;
      if (progress.iteration > 4) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      paused += std::chrono::duration<double>(Clock::now() - now).count();
    };
    calibrate(network, {teachers(), images, settings, StepTarget::layer(3), 1}, observer);
    // The first iteration begins the measurement; what came before it makes the bound lower, never higher.
    const double atLeast = 5 * 2 * 8 / (seconds - paused);
    QVERIFY2(rate >= atLeast, qPrintable(QString("%1 images/s, %2 expected at least").arg(rate).arg(atLeast)));
  }

  void initializesAsNamed() {
    const auto weightOf = [](MobileNet& network) { return network->pointwise(4)->conv->weight; };
    for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask}) {
      MergedNetwork mean = merged(policy, {4});
      QVERIFY(torch::equal(weightOf(mean.task(1)), (weightOf(a_) + weightOf(b_)) / 2));
      MergedNetwork fromA = merged(policy, {4}, Initialization::FromA);
      QVERIFY(torch::equal(weightOf(fromA.task(1)), weightOf(a_)));
      MergedNetwork fromB = merged(policy, {4}, Initialization::FromB);
      QVERIFY(torch::equal(weightOf(fromB.task(0)), weightOf(b_)));
      const auto& bn = fromB.task(0)->pointwise(4)->bn;
      const auto& own = policy == BnPolicy::Shared ? b_->pointwise(4)->bn : a_->pointwise(4)->bn;
      QVERIFY(torch::equal(bn->running_var, own->running_var) && torch::equal(bn->bias, own->bias));
    }
    MergedNetwork mean = merged(BnPolicy::Shared, {4});
    QVERIFY(torch::equal(mean.task(0)->pointwise(4)->bn->running_mean,
                         (a_->pointwise(4)->bn->running_mean + b_->pointwise(4)->bn->running_mean) / 2));
  }

  void randomIsSeededAndScaled() {
    MergedNetwork one = merged(BnPolicy::Shared, {4}, Initialization::Random);
    MergedNetwork two = merged(BnPolicy::Shared, {4}, Initialization::Random);
    const auto weight = one.task(0)->pointwise(4)->conv->weight;
    QVERIFY(torch::equal(weight, two.task(0)->pointwise(4)->conv->weight));
    MergedNetwork other({a_, b_}, BnPolicy::Shared);
    initializeLayer(other, 4, Initialization::Random, 6);
    QVERIFY(!torch::equal(weight, other.task(0)->pointwise(4)->conv->weight));
    const double wanted = std::sqrt(2.0 / double(weight.size(0)));
    QVERIFY(std::abs(weight.std().item<double>() / wanted - 1) < 0.1);
    QVERIFY(torch::equal(one.task(0)->pointwise(4)->bn->running_var, torch::ones({weight.size(0)})));
    ZIPPER_EXPECT_ERROR(initializeLayer(one, 4, Initialization::Mean, 0), "layer 4 is merged already");
  }

  void statisticsAreAveragesOfTheBatches() {
    // The stem's statistics have a closed form: mean and variance of its convolution over each batch, averaged.
    MergedNetwork network = merged(BnPolicy::PerTask, {1});
    const auto data = std::make_shared<TinyDataset>(32, 4, 1);
    reestimateStatistics(network, {{data, data}, 32, 16, 3});
    MobileNet task = network.task(0);
    LoaderOptions options;
    options.batchSize = 32;
    BatchLoader loader(data, task->spec(), options);
    torch::NoGradGuard noGrad;
    const auto all = task->stem()->convolve(loader.next()->images);
    QVERIFY(relativeError(task->stem()->bn->running_mean, all.mean({0, 2, 3})) < 1e-4);
    QVERIFY(relativeError(task->stem()->bn->running_var, all.var(std::vector<std::int64_t>{0, 2, 3})) < 0.05);
    QVERIFY(!task->is_training());
  }

  void jointAndAlternateUpdatesDiffer() {
    const std::vector<Batch> batches{randomBatch(a_->spec(), 8, 1), randomBatch(b_->spec(), 8, 2)};
    const auto folded = teachers();
    std::vector<torch::Tensor> results;
    for (const UpdateOrder order : {UpdateOrder::Joint, UpdateOrder::Alternate}) {
      MergedNetwork network = merged(BnPolicy::PerTask, {3});
      CalibrationSettings settings;
      settings.optimizer = OptimizerKind::Sgd;
      settings.update = order;
      Calibrator(network, folded, settings).iterate(batches, 0.1);
      results.push_back(network.task(0)->pointwise(3)->conv->weight.detach().clone());
    }
    QVERIFY(!torch::equal(results[0], results[1]));
  }

  void fusedStepEqualsAutograd_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("inputSize");
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("relu");
    QTest::addColumn<double>("l1Weight");
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("hidden");
    QTest::newRow("pad-1, ReLU6") << 0.25 << 32 << false << false << 1.0 << 1 << false;
    QTest::newRow("SAME, odd sizes") << 0.25 << 45 << true << false << 1.0 << 1 << false;
    QTest::newRow("ReLU, no L1") << 0.5 << 32 << false << true << 0.0 << 1 << false;
    QTest::newRow("channels that fill no vector") << 0.35 << 40 << true << true << 0.7 << 1 << false;
    QTest::newRow("two threads") << 0.25 << 48 << true << false << 1.0 << 2 << false;
    QTest::newRow("hidden layers in the head") << 0.25 << 32 << false << false << 1.0 << 1 << true;
  }
  /// Against autograd in float64. Rounding moves a value across a kink of ReLU6 or |x| now and then, which changes
  /// gradients visibly, in autograd's float32 as well; of ten batches at least one is without.
  void fusedStepEqualsAutograd() {
    QFETCH(double, width);
    QFETCH(int, inputSize);
    QFETCH(bool, same);
    QFETCH(bool, relu);
    QFETCH(double, l1Weight);
    QFETCH(int, threads);
    QFETCH(bool, hidden);
    MobileNetSpec spec = smallSpec(width, inputSize, 10);
    if (hidden) spec.hidden = {{24, Activation::ReLU}, {12, Activation::ReLU6}};
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.activation = relu ? Activation::ReLU : Activation::ReLU6;
    MobileNet teacher = randomNetwork(spec, 3);
    CalibrationSettings settings;
    settings.l1Weight = l1Weight;
    settings.distillationWeight = 0.5;
    settings.temperature = 2;
    double smallest = 1;
    for (int seed = 0; seed < 10 && smallest > 1e-4; ++seed) {
      MobileNet student = randomNetwork(spec, 4);
      const Batch batch = randomBatch(spec, 13, seed);
      const Differentiated exact = differentiated(student, teacher, batch, settings, torch::kFloat64);
      student->train(true);
      setComputeThreads(threads);
      const double error = compareFusedStep(student, teacher, batch, settings, exact);
      setComputeThreads(1);
      QVERIFY2(error < 0.2, qPrintable(QString::number(error)));
      smallest = std::min(smallest, error);
    }
    QVERIFY2(smallest < 1e-4, qPrintable(QString::number(smallest)));
  }

  void takesTheFastestStepThatFits() {
    MergedNetwork network = merged(BnPolicy::PerTask, {3});
    network.train(true);
    const std::vector<FoldedNetwork> teachers{FoldedNetwork(a_), FoldedNetwork(b_)};
    CalibrationSettings settings;
    const auto steps = makeTaskSteps(network, teachers, settings, nullptr);
    QCOMPARE(steps.size(), std::size_t(2));
    const Batch batch = randomBatch(a_->spec(), 13, 1);
    MobileNet same = cloneNetwork(network.task(0));
    same->train(true);
    const float fused = steps[0]->forward(batch, settings).total;
    const float reference = AutogradStep(same, teachers[0]).forward(batch, settings).total;
    QVERIFY(dynamic_cast<FusedStep*>(steps[0].get()) != nullptr);
    QVERIFY2(std::abs(fused / reference - 1) < 1e-4f, qPrintable(QString("%1, %2").arg(fused).arg(reference)));

    for (int t = 0; t < 2; ++t) network.task(t)->to(torch::kFloat64);
    for (const auto& step : makeTaskSteps(network, teachers, settings, nullptr))
      QVERIFY(dynamic_cast<AutogradStep*>(step.get()) != nullptr);
    settings.precision = Precision::BFloat16;
    ZIPPER_EXPECT_ERROR(makeTaskSteps(network, teachers, settings, nullptr), "only networks of float32 on the CPU");
  }

  void bfloat16StaysClose_data() {
    QTest::addColumn<int>("version");
    QTest::addColumn<double>("leastCosine");
    QTest::newRow("V1") << 1 << 0.7;
    QTest::newRow("V2") << 2 << 0.7;
    QTest::newRow("V3") << 3 << 0.9;  // few of its activations have kinks
  }
  /// Rounding the factors to eight bits changes the loss a little, and the gradient as far as it depends on kinks.
  void bfloat16StaysClose() {
    if (!hasBFloat16()) QSKIP("this processor has no instructions for bfloat16");
    QFETCH(int, version);
    QFETCH(double, leastCosine);
    MobileNetSpec spec = smallSpec(0.5, 64, 10);
    if (version > 1) spec = version == 2 ? blockSpec(spec) : gatedSpec(spec);
    MobileNet teacher = randomNetwork(spec, 3);
    const FoldedNetwork folded(teacher);
    const Batch batch = randomBatch(spec, 48, 7);
    MobileNet exact = randomNetwork(spec, 4), rounded = cloneNetwork(exact);
    std::vector<LossTerms> terms;
    CalibrationSettings settings;
    settings.l1Weight = 0;
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
      MobileNet& student = precision == Precision::Float32 ? exact : rounded;
      student->train(true);
      FusedStep step(student, folded, std::make_shared<FusedWorkspace>(), nullptr, precision);
      terms.push_back(step.forward(batch, settings));
      step.backward();
    }
    QVERIFY(terms[0].total != terms[1].total);
    QVERIFY(std::abs(terms[1].total / terms[0].total - 1) < 0.01);
    // More threads divide the images, and their programs run inside of a parallel region. Sums in another order flip
    // roundings to bfloat16, which then differ as those from float32 do.
    setComputeThreads(2);
    const UnitShapes shapes = unitShapes(teacher->plan(), spec.padding);
    QCOMPARE(divisionFor(48, 48 * shapes.work() / std::int64_t(shapes.units.size())).parts, std::size_t(2));
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
      MobileNet divided = cloneNetwork(exact);
      divided->train(true);
      FusedStep step(divided, folded, std::make_shared<FusedWorkspace>(), nullptr, precision);
      const double whole = terms[precision == Precision::Float32 ? 0 : 1].total;
      const double error = std::abs(step.forward(batch, settings).total / whole - 1);
      qInfo("%s: in two parts, the loss differs by %.2g", toString(precision).c_str(), error);
      QVERIFY(error < (precision == Precision::Float32 ? 1e-5 : 0.01));
    }
    setComputeThreads(1);
    // In a random network each layer's rounding moves about one value in a hundred across a kink of ReLU6, and 27
    // layers add up; the products themselves are checked in test_kernels.
    const double whole = cosineOfGradients(exact, rounded);
    QVERIFY2(whole > leastCosine, qPrintable(QString::number(whole)));
    if (version < 3) return;
    // Squeeze and excite are computed in float32, of what rounded products hand on.
    for (const char* role : {"squeeze", "excite"}) {
      const double own = cosineOfGradients(exact, rounded, role);
      QVERIFY2(own > leastCosine, qPrintable(QString("%1: %2").arg(role).arg(own)));
    }
  }

  /// Through the whole of a calibration: the losses that it tells are those of float32, nearly. The first iteration is
  /// the strict one: what Adam makes of small gradients depends on their signs.
  void gatedNetworksCalibrateInBFloat16() {
    if (!hasBFloat16()) QSKIP("this processor has no instructions for bfloat16");
    const MobileNetSpec spec = gatedSpec(smallSpec(0.25, 32, 4));
    std::vector<MobileNet> networks{settledNetwork(spec, 3), settledNetwork(spec, 4)};
    const std::vector<FoldedNetwork> folded{FoldedNetwork(networks[0]), FoldedNetwork(networks[1])};
    const std::vector<DatasetPtr> images(2, std::make_shared<TinyDataset>(32, 4, 1));
    std::vector<Curve> curves;
    for (const Precision precision : {Precision::Float32, Precision::BFloat16}) {
      MergedNetwork network(networks, BnPolicy::PerTask);
      for (int layer : {1, 4}) initializeLayer(network, layer, Initialization::Mean, 0);
      CalibrationSettings settings;
      settings.iterations = 3;
      settings.batchSize = 16;
      settings.precision = precision;
      curves.push_back(calibrate(network, {folded, images, settings, StepTarget::layer(4), 1}, {}));
    }
    QCOMPARE(curves[1].rows(), std::size_t(3));
    const auto exact = curves[0].column("loss"), rounded = curves[1].column("loss");
    QVERIFY(exact != rounded);
    for (std::size_t i = 0; i < exact.size(); ++i) {
      const double error = std::abs(rounded[i] / exact[i] - 1);
      QVERIFY2(error < (i == 0 ? 0.01 : 0.1), qPrintable(QString("iteration %1: %2").arg(i + 1).arg(error)));
    }
  }

  void bfloat16IsRefusedWhereItCannotBe() {
    Recipe recipe = presetRecipe("fast");
    recipe.defaults.calibration.precision = Precision::BFloat16;
    planSteps(recipe, {1, 2}, 5);
    QVERIFY(problemsOf(recipe).empty());
    recipe.defaults.trunk = 2;
    planSteps(recipe, {1, 2}, 5);
    QVERIFY(!problemsOf(recipe).empty());
    QVERIFY(QString::fromStdString(problemsOf(recipe).front()).contains("precision: bfloat16 found, with a trunk"));
    MobileNet other = randomNetwork(a_->spec(), 9);
    MergedNetwork network({cloneNetwork(a_), other}, BnPolicy::PerTask);
    initializeLayer(network, 1, Initialization::Mean, 1);
    network.shareTrunk(1);
    CalibrationSettings settings;
    settings.precision = Precision::BFloat16;
    ZIPPER_EXPECT_ERROR(Calibrator(network, {FoldedNetwork(a_), FoldedNetwork(other)}, settings), "with a trunk");
  }

  void cachedTeachersChangeNothing_data() {
    QTest::addColumn<int>("images");
    QTest::newRow("room for all") << 100;
    QTest::newRow("room for five") << 5;
    QTest::newRow("no room") << 0;
  }
  void cachedTeachersChangeNothing() {
    QFETCH(int, images);
    MobileNet teacher = randomNetwork(a_->spec(), 3);
    const FoldedNetwork folded(teacher);
    std::int64_t tapBytes = 0;
    const UnitShapes shapes = unitShapes(a_->plan(), a_->spec().padding);
    for (int layer = 1; layer <= shapes.layers(); ++layer) tapBytes += 4 * shapes.tapSize(layer);
    const Batch all = randomBatch(a_->spec(), 16, 7);
    MobileNet one = randomNetwork(a_->spec(), 4), other = cloneNetwork(one);
    one->train(true);
    other->train(true);
    FusedStep plain(one, folded, std::make_shared<FusedWorkspace>()),
        cached(other, folded, std::make_shared<FusedWorkspace>());
    cached.cacheTeacher(images * tapBytes);
    for (const std::vector<std::int64_t>& indices :
         {std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7}, {3, 12, 5, 0, 15, 11}, {5, 3, 0, 1, 2}}) {
      const auto chosen = torch::tensor(indices);
      const Batch batch{all.images.index_select(0, chosen), all.labels.index_select(0, chosen), indices};
      const LossTerms wanted = plain.forward(batch, {}), got = cached.forward(batch, {});
      for (std::size_t i = 0; i < std::size_t(a_->layers()); ++i)
        QVERIFY2(std::abs(got.layerL1[i] / wanted.layerL1[i] - 1) < 1e-5, qPrintable(QString::number(i + 1)));
    }
  }

  /// One SGD iteration is the weights minus rate times gradient.
  void takesTheStepOfTheGradient() {
    const std::vector<Batch> batches{randomBatch(a_->spec(), 8, 1), randomBatch(b_->spec(), 8, 2)};
    const auto folded = teachers();
    MergedNetwork network = merged(BnPolicy::PerTask, {3}), probe = merged(BnPolicy::PerTask, {3});
    probe.train(true);
    for (int t = 0; t < 2; ++t)
      taskLoss(probe.task(t), folded[std::size_t(t)], batches[std::size_t(t)], {}).total.backward();
    CalibrationSettings settings;
    settings.optimizer = OptimizerKind::Sgd;
    Calibrator(network, folded, settings).iterate(batches, 0.5);
    const auto before = probe.task(0)->pointwise(3)->conv->weight;
    const auto moved = network.task(0)->pointwise(3)->conv->weight.detach() - before.detach();
    QVERIFY(relativeError(moved, -0.5 * before.grad()) < 2e-2);  // kinks, as above
  }

  void stopsWhenItDiverges() {
    std::vector<Batch> batches{randomBatch(a_->spec(), 8, 1), randomBatch(b_->spec(), 8, 2)};
    const auto folded = teachers();
    MergedNetwork network = merged(BnPolicy::PerTask, {3});
    batches[1].images[0][0][0][0] = std::numeric_limits<float>::quiet_NaN();
    const auto before = network.task(1)->head->weight.detach().clone();
    Calibrator calibrator(network, folded, {});
    QVERIFY_THROWS_EXCEPTION(Diverged, calibrator.iterate(batches, 0.1));
    QVERIFY(torch::equal(before, network.task(1)->head->weight));
  }
};

ZIPPER_TEST(TestCalibration)
#include "test_calibration.moc"
