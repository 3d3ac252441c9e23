// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batch_loader.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "core/data/batch_plan.h"
#include "core/network/memory_need.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// What a thread made of a planned batch.
struct Prepared {
  Batch batch;                                                   // without the unreadable images; may be empty
  std::vector<std::pair<std::int64_t, std::string>> unreadable;  // index, message
  std::exception_ptr failure;
};

void checkLabels(const Dataset& dataset, const MobileNetSpec& spec) {
  if (spec.classes <= 0) return;
  for (std::int64_t i = 0; i < dataset.size(); ++i) {
    const int label = dataset.label(i);
    if (label < 0 || label + spec.classOffset >= spec.classes)
      fail(dataset.describeImage(i), ": has label ", label, ", but the network has ", spec.classes, " classes",
           spec.classOffset ? concat(" (class offset ", spec.classOffset, ")") : "", ": 0 to ",
           spec.classes - spec.classOffset - 1, " are allowed; choose a data set or a head with the right classes");
  }
}

/// The first few messages, and how many more there are.
std::string firstOf(const std::vector<std::string>& messages, std::int64_t count) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < messages.size() && i < shown; ++i) text += (i > 0 ? "; " : "") + messages[i];
  const std::int64_t more = count - std::int64_t(std::min(shown, messages.size()));
  return more > 0 ? concat(text, "; and ", more, " more") : text;
}

}  // namespace

std::string unreadableText(const UnreadableImages& images) {
  return concat(
      images.count,
      images.count == 1 ? " image can't be read and is left out: " : " images can't be read and are left out: ",
      firstOf(images.messages, images.count));
}

class BatchLoader::Worker {
 public:
  Worker(DatasetPtr dataset, const MobileNetSpec& spec, const LoaderOptions& options)
      : dataset_(std::move(dataset)),
        preprocessing_(spec),
        options_(options),
        classOffset_(spec.classOffset),
        plan_(dataset_->size(), options),
        batches_(options.endless ? std::numeric_limits<std::int64_t>::max() : plan_.batchesPerEpoch()),
        ahead_(std::max({1, options.prefetch, options.threads})) {
    if (options_.labels) checkLabels(*dataset_, spec);
    start(std::max(1, options.threads));
  }
  ~Worker() { finish(); }

  std::optional<Batch> next();
  void stop();
  UnreadableImages unreadable() const;
  UnreadableImages unreadable(ProcessGroup& group) const;
  std::int64_t batchesPerEpoch() const { return plan_.batchesPerEpoch(); }

 private:
  void start(int threads);
  void finish();
  void run();
  std::optional<PlannedBatch> take();
  Prepared prepare(const PlannedBatch& planned) const;
  cv::Mat read(std::int64_t index) const;
  bool load(const PlannedBatch& planned, std::size_t position, float* output, Prepared& result) const;
  void account(const Prepared& prepared);

  const DatasetPtr dataset_;
  const Preprocessing preprocessing_;
  const LoaderOptions options_;
  const int classOffset_;

  mutable std::mutex mutex_;  // guards everything below
  std::condition_variable ready_, room_;
  BatchPlan plan_;
  const std::int64_t batches_;
  const std::int64_t ahead_;
  std::atomic<bool> stopped_{false};  // written under the mutex; read without it between images
  std::int64_t taken_ = 0, delivered_ = 0;
  std::map<std::int64_t, Prepared> prepared_;
  std::exception_ptr failure_;
  std::int64_t readableInEpoch_ = 0, unreadableInEpoch_ = 0;
  std::set<std::int64_t> unreadable_;
  std::vector<std::string> messages_;
  std::vector<std::thread> threads_;
};

void BatchLoader::Worker::start(int threads) {
  try {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  } catch (...) {
    finish();
    throw Error(concat("batches: ", threads, " threads can't be started: ", describeCurrentException()));
  }
}

void BatchLoader::Worker::finish() {
  stop();
  for (auto& thread : threads_) thread.join();
}

void BatchLoader::Worker::stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
  }
  ready_.notify_all();
  room_.notify_all();
}

/// Waits until there is room for another batch; nothing when there is no more to do.
std::optional<PlannedBatch> BatchLoader::Worker::take() {
  std::unique_lock<std::mutex> lock(mutex_);
  room_.wait(lock, [&] { return stopped_ || taken_ == batches_ || taken_ < delivered_ + ahead_; });
  if (stopped_ || taken_ == batches_) return std::nullopt;
  return plan_.batch(taken_++);
}

void BatchLoader::Worker::run() {
  while (const auto planned = take()) {
    Prepared result;
    try {
      result = prepare(*planned);
    } catch (...) {
      result.failure = std::make_exception_ptr(Error(describeCurrentException()));
    }
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (stopped_) return;
      prepared_.emplace(planned->number, std::move(result));
    }
    ready_.notify_all();
  }
}

Prepared BatchLoader::Worker::prepare(const PlannedBatch& planned) const {
  const auto count = std::int64_t(planned.indices.size());
  const std::int64_t size = preprocessing_.size();
  Prepared result;
  Batch& batch = result.batch;
  batch.images =
      torch::empty({count, preprocessing_.channels(), size, size}, torch::kFloat32, torch::MemoryFormat::ChannelsLast);
  if (options_.labels) batch.labels = torch::empty({count}, torch::kInt64);
  batch.indices.reserve(planned.indices.size());
  float* pixels = batch.images.data_ptr<float>();
  auto* labels = options_.labels ? batch.labels.data_ptr<std::int64_t>() : nullptr;
  for (std::size_t i = 0; i < planned.indices.size() && !stopped_; ++i) {
    if (!load(planned, i, pixels, result)) continue;
    pixels += preprocessing_.floats();
    if (labels != nullptr) *labels++ = dataset_->label(planned.indices[i]) + classOffset_;
    batch.indices.push_back(planned.indices[i]);
  }
  const auto kept = std::int64_t(batch.indices.size());
  if (kept < count) {
    batch.images = batch.images.narrow(0, 0, kept);
    if (options_.labels) batch.labels = batch.labels.narrow(0, 0, kept);
  }
  return result;
}

/// The image as the network reads it where all random changes can still be made to that: it may be kept.
cv::Mat BatchLoader::Worker::read(std::int64_t index) const {
  return options_.augmentation.onlyShifts() ? dataset_->fitted(index, preprocessing_) : dataset_->image(index);
}

/// False if the image can't be decoded. Every image has random numbers of its own, so that no thread depends on
/// another.
bool BatchLoader::Worker::load(const PlannedBatch& planned, std::size_t position, float* output,
                               Prepared& result) const {
  const std::int64_t index = planned.indices[position];
  cv::Mat image;
  try {
    image = read(index);
  } catch (const UnfitImage&) {
    throw;
  } catch (const Error& error) {
    result.unreadable.emplace_back(index, error.what());
    return false;
  }
  try {
    Random random(
        mixSeed({options_.seed, std::uint64_t(planned.epoch), std::uint64_t(planned.firstPosition) + position}));
    const bool change = options_.augmentation.any();
    preprocessing_.normalize(preprocessing_.fit(image, options_.augmentation, change ? &random : nullptr), output);
  } catch (...) {
    fail(dataset_->describeImage(index), ": ", describeCurrentException());
  }
  return true;
}

std::optional<Batch> BatchLoader::Worker::next() {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    if (failure_) std::rethrow_exception(failure_);
    if (delivered_ == batches_) return std::nullopt;
    ready_.wait(lock, [&] { return stopped_ || prepared_.count(delivered_) > 0; });
    if (stopped_) return std::nullopt;
    Prepared prepared = std::move(prepared_.extract(delivered_).mapped());
    ++delivered_;
    room_.notify_all();
    account(prepared);
    if (failure_) std::rethrow_exception(failure_);
    if (!prepared.batch.indices.empty() || !options_.share.isWhole()) return std::move(prepared.batch);
  }
}

/// Counts in the order of delivery, not of preparation: so the counts don't depend on timing either.
void BatchLoader::Worker::account(const Prepared& prepared) {
  failure_ = prepared.failure;
  for (const auto& [index, message] : prepared.unreadable)
    if (unreadable_.insert(index).second && messages_.size() < 10) messages_.push_back(message);
  readableInEpoch_ += std::int64_t(prepared.batch.indices.size());
  unreadableInEpoch_ += std::int64_t(prepared.unreadable.size());
  if (failure_ || delivered_ % plan_.batchesPerEpoch() != 0) return;
  if (readableInEpoch_ == 0 && unreadableInEpoch_ > 0)
    failure_ = std::make_exception_ptr(Error(concat("none of the ", unreadable_.size(), " images can be read: ",
                                                    firstOf(messages_, std::int64_t(unreadable_.size())))));
  readableInEpoch_ = unreadableInEpoch_ = 0;
}

UnreadableImages BatchLoader::Worker::unreadable() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return {std::int64_t(unreadable_.size()), messages_};
}

/// By index: another epoch gives an image to another process, and it still is one image.
UnreadableImages BatchLoader::Worker::unreadable(ProcessGroup& group) const {
  torch::Tensor seen = torch::zeros({dataset_->size()}, torch::kInt32);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (const std::int64_t index : unreadable_) seen[index] = 1;
  }
  group.sum(seen);
  UnreadableImages images;
  for (const torch::Tensor& index : seen.nonzero().unbind()) {
    ++images.count;
    if (images.messages.size() == 10) continue;
    images.messages.push_back(dataset_->describeImage(index.item<std::int64_t>()) + ": can't be read");
  }
  return images;
}

namespace {

/// The input size comes out of a file, so that batches are looked at before threads take memory for them.
const LoaderOptions& fitting(const MobileNetSpec& spec, const LoaderOptions& options) {
  const std::int64_t images = std::max(1, options.batchSize / std::max(1, options.share.count));
  checkMemory("a batch of " + imagesText(spec, images), inferenceBytes(spec, images));
  return options;
}

}  // namespace

BatchLoader::BatchLoader(DatasetPtr dataset, const MobileNetSpec& spec, const LoaderOptions& options)
    : worker_(std::make_unique<Worker>(std::move(dataset), spec, fitting(spec, options))) {}

BatchLoader::~BatchLoader() = default;

std::optional<Batch> BatchLoader::next() { return worker_->next(); }

void BatchLoader::stop() { worker_->stop(); }

UnreadableImages BatchLoader::unreadable() const { return worker_->unreadable(); }

UnreadableImages BatchLoader::unreadable(const ProcessGroupPtr& group) const {
  return group ? worker_->unreadable(*group) : worker_->unreadable();
}

std::int64_t BatchLoader::batchesPerEpoch() const { return worker_->batchesPerEpoch(); }

}  // namespace zipper
