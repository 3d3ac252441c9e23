// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/calibration.h"

#include <chrono>
#include <cmath>
#include <deque>
#include <numeric>

#include "core/zippering/fused_step.h"
#include "core/zippering/training_parts.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

/// Memory for what the teachers put out for images that come again, all tasks together.
constexpr std::int64_t cachedTeacherBytes = std::int64_t(512) << 20;

void setBnMomentum(MergedNetwork& network, double momentum) {
  for (int t = 0; t < network.taskCount(); ++t)
    for (const auto& module : network.task(t)->modules())
      if (auto* bn = module->as<torch::nn::BatchNorm2dImpl>()) bn->options.momentum(momentum);
}

/// Takes the numbers out of a differentiable loss.
LossTerms termsOf(const TaskLoss& loss) {
  LossTerms terms;
  terms.total = loss.total.item<float>();
  if (loss.crossEntropy.defined()) terms.crossEntropy = loss.crossEntropy.item<float>();
  if (loss.distillation.defined()) terms.distillation = loss.distillation.item<float>();
  for (const torch::Tensor& layer : loss.layerL1) terms.layerL1.push_back(layer.item<float>());
  return terms;
}

void note(IterationRecord& record, const LossTerms& loss) {
  record.total += loss.total;
  if (loss.crossEntropy) record.crossEntropy.push_back(*loss.crossEntropy);
  if (loss.distillation) record.distillation.push_back(*loss.distillation);
  record.layerL1.insert(record.layerL1.end(), loss.layerL1.begin(), loss.layerL1.end());
  record.l1.push_back(std::accumulate(loss.layerL1.begin(), loss.layerL1.end(), 0.0f));
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

  /// Time that passed since the last add() and was not work: a pause.
  void leaveOut(Clock::duration pause) {
    for (auto& entry : times_) entry.first += pause;
  }

 private:
  std::deque<std::pair<Clock::time_point, std::int64_t>> times_;
};

/// Of the parameters that have one; the same ones in all processes.
void sumGradients(const std::vector<torch::Tensor>& parameters, const ProcessGroupPtr& group) {
  if (!group) return;
  torch::NoGradGuard noGrad;
  std::vector<torch::Tensor> gradients, rows;
  for (const torch::Tensor& parameter : parameters)
    if (parameter.grad().defined()) gradients.push_back(parameter.grad());
  for (const torch::Tensor& gradient : gradients) rows.push_back(gradient.reshape({-1}));
  torch::Tensor all = torch::cat(rows);
  group->sum(all);
  std::int64_t at = 0;
  for (torch::Tensor& gradient : gradients) {
    gradient.copy_(all.narrow(0, at, gradient.numel()).view(gradient.sizes()));
    at += gradient.numel();
  }
}

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
  TaskLoss ofLogits = logitsLoss(got.logits, wanted.logits, batch.labels, settings);
  loss.total = settings.l1Weight * mismatch;
  if (ofLogits.total.defined()) loss.total = loss.total + ofLogits.total;
  loss.crossEntropy = ofLogits.crossEntropy;
  loss.distillation = ofLogits.distillation;
  return loss;
}

TaskLoss logitsLoss(const torch::Tensor& got, const torch::Tensor& wanted, const torch::Tensor& labels,
                    const CalibrationSettings& settings) {
  TaskLoss loss;
  if (settings.crossEntropyWeight > 0) {
    loss.crossEntropy = torch::nn::functional::cross_entropy(got, labels);
    loss.total = settings.crossEntropyWeight * loss.crossEntropy;
  }
  if (settings.distillationWeight > 0) {
    loss.distillation = distillationLoss(got, wanted, settings.temperature);
    const torch::Tensor weighted = settings.distillationWeight * loss.distillation;
    loss.total = loss.total.defined() ? loss.total + weighted : weighted;
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
  const bool fuses = network_.trunk() == 0 && FusedStudent::supports(parameters_);
  if (!fuses && group_) fail("a network with a trunk can't be calibrated in several processes; start one");
  if (!fuses && settings_.precision == Precision::BFloat16)
    fail("a network with a trunk is calibrated in float32; bfloat16 was asked for");
  if (!fuses) return;
  const auto workspace = std::make_shared<FusedWorkspace>();
  for (int t = 0; t < network_.taskCount(); ++t)
    fused_.push_back(std::make_unique<FusedStep>(network_.task(t), teachers_[std::size_t(t)], workspace, group_,
                                                 settings_.precision));
  if (settings_.augment) return;
  for (auto& step : fused_) step->cacheTeacher(cachedTeacherBytes / std::int64_t(fused_.size()));
}

Calibrator::~Calibrator() = default;

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
    TaskLoss loss;
    if (fused_.empty()) loss = taskLoss(network_.task(int(t)), teachers_[t], batches[t], settings_);
    note(record, fused_.empty() ? termsOf(loss) : fused_[t]->forward(batches[t], settings_));
    poolLosses(record, int(t), batches[t].images.size(0), settings_, group_);
    throwIfNotFinite(record, int(t));
    if (fused_.empty())
      loss.total.backward();
    else
      fused_[t]->backward();
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
    // Alternate: not once for all tasks, as the update of each changes the shared weights that the next loss is about.
    if (t == 0 || !joint) results = network_.forward(images, true);
    const TaskLoss loss = taskLoss(results[t], teachers_[t], batches[t], settings_);
    note(record, termsOf(loss));
    throwIfNotFinite(record, int(t));
    sum = t == 0 || !joint ? loss.total : sum + loss.total;
    if (joint && t + 1 < batches.size()) continue;
    sum.backward();
    update();
  }
}

void Calibrator::update() {
  sumGradients(parameters_, group_);
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
    const auto told = Clock::now();
    if (observer.batch) observer.batch(progress);
    rate.leaveOut(Clock::now() - told);
  }
  loaders.warnOfUnreadable(observer);
  network.train(false);
  return curve;
}

}  // namespace zipper
