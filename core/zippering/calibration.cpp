#include "core/zippering/calibration.h"

#include <chrono>
#include <cmath>
#include <deque>

#include "core/zippering/training_parts.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

void setBnMomentum(MergedNetwork& network, double momentum) {
  for (int t = 0; t < network.taskCount(); ++t)
    for (const auto& module : network.task(t)->modules())
      if (auto* bn = module->as<torch::nn::BatchNorm2dImpl>()) bn->options.momentum(momentum);
}

/// Takes the numbers out of the differentiable loss of task `t`.
void note(IterationRecord& record, const TaskLoss& loss) {
  record.total += loss.total.item<float>();
  if (loss.crossEntropy.defined()) record.crossEntropy.push_back(loss.crossEntropy.item<float>());
  if (loss.distillation.defined()) record.distillation.push_back(loss.distillation.item<float>());
  float sum = 0;
  for (const torch::Tensor& layer : loss.layerL1) {
    record.layerL1.push_back(layer.item<float>());
    sum += record.layerL1.back();
  }
  record.l1.push_back(sum);
}

/// The sign of a NaN means nothing to people.
const char* nameOf(float notFinite) { return std::isnan(notFinite) ? "NaN" : "infinite"; }

void throwIfNotFinite(const char* term, const std::vector<float>& perTask, int task) {
  if (!perTask.empty() && !std::isfinite(perTask.back()))
    throw Diverged(concat("the ", term, " of task ", taskName(task), " is ", nameOf(perTask.back())));
}

void throwIfNotFinite(const IterationRecord& record, int task) {
  throwIfNotFinite("cross entropy", record.crossEntropy, task);
  throwIfNotFinite("distillation loss", record.distillation, task);
  if (std::isfinite(record.l1.back())) return;
  for (int layer = 1; layer <= layerCount; ++layer) {
    const float value = record.layerL1[std::size_t(task * layerCount + layer) - 1];
    if (!std::isfinite(value))
      throw Diverged(concat("the L1 mismatch of task ", taskName(task), " at layer ", layer, " is ", nameOf(value)));
  }
}

/// Images per second over the last iterations.
class Rate {
 public:
  double add(std::int64_t images) {
    times_.emplace_back(Clock::now(), images);
    if (times_.size() > 20) times_.pop_front();
    if (times_.size() < 2) return 0;
    std::int64_t sum = -times_.front().second;
    for (const auto& entry : times_) sum += entry.second;
    const double seconds = std::chrono::duration<double>(times_.back().first - times_.front().first).count();
    return seconds > 0 ? double(sum) / seconds : 0;
  }

 private:
  std::deque<std::pair<Clock::time_point, std::int64_t>> times_;
};

std::vector<MobileNetSpec> specsOf(MergedNetwork& network) {
  std::vector<MobileNetSpec> specs;
  for (int t = 0; t < network.taskCount(); ++t) specs.push_back(network.task(t)->spec());
  return specs;
}

}  // namespace

torch::Tensor distillationLoss(const torch::Tensor& student, const torch::Tensor& teacher, double temperature) {
  const auto wanted = torch::log_softmax(teacher / temperature, 1), got = torch::log_softmax(student / temperature, 1);
  return temperature * temperature * (wanted.exp() * (wanted - got)).sum(1).mean();
}

TaskLoss taskLoss(MobileNet& student, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings) {
  return taskLoss(student->forward(batch.images, true), teacher, batch, settings);
}

TaskLoss taskLoss(const ForwardResult& got, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings) {
  const ForwardResult wanted = teacher.forward(batch.images, true);
  TaskLoss loss;
  torch::Tensor mismatch;
  for (std::size_t i = 0; i < layerCount; ++i) {
    loss.layerL1.push_back(torch::l1_loss(got.taps[i], wanted.taps[i]));
    mismatch = i == 0 ? loss.layerL1[i] : mismatch + loss.layerL1[i];
  }
  loss.total = settings.l1Weight * mismatch;
  if (settings.crossEntropyWeight > 0) {
    loss.crossEntropy = torch::nn::functional::cross_entropy(got.logits, batch.labels);
    loss.total = settings.crossEntropyWeight * loss.crossEntropy + loss.total;
  }
  if (settings.distillationWeight > 0) {
    loss.distillation = distillationLoss(got.logits, wanted.logits, settings.temperature);
    loss.total = loss.total + settings.distillationWeight * loss.distillation;
  }
  return loss;
}

Calibrator::Calibrator(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                       const CalibrationSettings& settings, ProcessGroupPtr group)
    : network_(network),
      teachers_(teachers),
      settings_(settings),
      group_(std::move(group)),
      parameters_(network.parameters()),
      optimizer_(makeOptimizer(parameters_, settings)) {
  setBnMomentum(network_, settings.bnMomentum);
  network_.train(true);
}

IterationRecord Calibrator::iterate(const std::vector<Batch>& batches, double learningRate) {
  for (auto& group : optimizer_->param_groups()) group.options().set_lr(learningRate);
  IterationRecord record;
  record.learningRate = float(learningRate);
  clearGradients();
  if (network_.trunk() > 0)
    iterateTogether(batches, record);
  else
    iterateApart(batches, record);
  return record;
}

void Calibrator::iterateApart(const std::vector<Batch>& batches, IterationRecord& record) {
  for (std::size_t t = 0; t < batches.size(); ++t) {
    const TaskLoss loss = taskLoss(network_.task(int(t)), teachers_[t], batches[t], settings_);
    note(record, loss);
    poolLosses(record, int(t), batches[t].images.size(0), settings_, group_);
    throwIfNotFinite(record, int(t));
    loss.total.backward();
    if (settings_.update == UpdateOrder::Alternate) update();
  }
  if (settings_.update == UpdateOrder::Joint) update();
}

/// One graph for all tasks: it is differentiated once for the sum of the losses, or anew for the loss of each.
void Calibrator::iterateTogether(const std::vector<Batch>& batches, IterationRecord& record) {
  const bool joint = settings_.update == UpdateOrder::Joint;
  std::vector<torch::Tensor> images;
  for (const Batch& batch : batches) images.push_back(batch.images);
  std::vector<ForwardResult> results;
  torch::Tensor sum;
  for (std::size_t t = 0; t < batches.size(); ++t) {
    if (t == 0 || !joint) results = network_.forward(images, true);
    const TaskLoss loss = taskLoss(results[t], teachers_[t], batches[t], settings_);
    note(record, loss);
    poolLosses(record, int(t), batches[t].images.size(0), settings_, group_);
    throwIfNotFinite(record, int(t));
    sum = t == 0 || !joint ? loss.total : sum + loss.total;
    if (joint && t + 1 < batches.size()) continue;
    sum.backward();
    update();
  }
}

void Calibrator::update() {
  optimizer_->step();
  clearGradients();
}

/// Undefined rather than zero: an optimizer then leaves the parameters of the other tasks alone.
void Calibrator::clearGradients() {
  for (torch::Tensor& parameter : parameters_) parameter.mutable_grad() = torch::Tensor();
}

Curve calibrate(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                const std::vector<DatasetPtr>& trainingSets, const CalibrationSettings& settings, int layer,
                std::uint64_t seed, const Observer& observer, const StopToken& stop, const ProcessGroupPtr& group) {
  Curve curve(network.taskCount(), {settings.crossEntropyWeight > 0, settings.distillationWeight > 0});
  if (settings.iterations == 0) return curve;
  if (group) fail("calibration in several processes isn't possible yet; use --steps 0 --finetune-steps 0");
  TaskLoaders loaders(trainingSets, specsOf(network), settings, seed, group);
  const double perEpoch = loaders.smallestEpoch();
  Calibrator calibrator(network, teachers, settings, group);
  Rate rate;
  BatchProgress progress;
  progress.layer = layer;
  progress.iterations = settings.iterations;
  for (int i = 0; i < settings.iterations; ++i) {
    throwIfStopped(stop, group);
    const auto batches = loaders.next();
    try {
      progress.record = calibrator.iterate(batches, learningRateAt(settings, i, perEpoch));
    } catch (const Diverged& error) {
      throw Diverged(concat(layer == 0 ? std::string("fine-tuning") : concat("layer ", layer), ", iteration ", i + 1,
                            ": calibration diverged: ", error.what(), "; lower the learning rate"));
    }
    curve.append(progress.record);
    progress.iteration = i + 1;
    std::int64_t images = 0;
    for (const Batch& batch : batches) images += batch.images.size(0);
    progress.imagesPerSecond = rate.add(images * shareOf(group).count);
    if (observer.batch) observer.batch(progress);
  }
  loaders.warnOfUnreadable(observer);
  network.train(false);
  return curve;
}

}  // namespace zipper
