// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/train_job.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

#include "app/workbench/jobs/session_jobs.h"
#include "core/data/relabelled_dataset.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/training/evaluation.h"
#include "core/training/teacher_file.h"
#include "core/training/training_pace.h"
#include "core/training/training_start.h"

namespace zipper {

namespace {

using TrainClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds newsInterval{120};  ///< drawing the curves takes longer than a small batch
constexpr int shares = 1000000;

double sinceStart(TrainClock::time_point start) {
  return std::chrono::duration<double>(TrainClock::now() - start).count();
}

/// What isn't measured yet: a validation image takes about a third of one that is learned from.
TrainingPace guessedPace(const TrainingChoice& choice, const TrainingData& data) {
  TrainingPace pace;
  pace.perImage = choice.keepsFeatures() ? 0.001 : 1;
  pace.perScored = choice.keepsFeatures() ? 0 : 0.3;
  pace.perPrepared = choice.keepsFeatures() ? 1 : 0;
  const double all = double(data.train->size());
  pace.validationImages = data.validation ? double(data.validation->size()) : all * choice.validationShare;
  pace.trainingImages = data.validation ? all : all - pace.validationImages;
  return pace;
}

/// Passes on what the training tells, writes what is best, and holds while paused.
class TrainingTeller {
 public:
  TrainingTeller(JobContext& context, const TrainingRequest& request, const TrainingNews& news, TrainingPace pace)
      : context_(context), request_(request), news_(news), pace_(pace) {
    pace_.epochs = request.choice.epochs;
  }

  void tell(TrainingProgress progress) {
    if (progress.best) keep(progress);
    states_.push_back(progress);
    share_ = std::clamp(pace_.secondsDone(progress) / std::max(1e-9, pace_.seconds()), 0.0, 1.0);
    if (progress.epochEnded || TrainClock::now() - last_ >= newsInterval) flush();
    const auto before = TrainClock::now();
    context_.progress(int(share_ * shares), shares);
    held_ += sinceStart(before);
  }

  void flush() {
    last_ = TrainClock::now();
    const double worked = sinceStart(start_) - held_;
    const double left = share_ > 0 ? worked / share_ - worked : -1;
    context_.deliver(
        [told = news_.told, states = std::exchange(states_, {}), share = share_, left] { told(states, share, left); });
  }

  bool isWritten() const { return written_; }

 private:
  /// In case that the process doesn't come to its end. What is in the way is told at the end.
  void keep(TrainingProgress& progress) {
    try {
      writeTrained(request_.choice.out, progress.best, request_.choice.data, progress.validationTop1);
    } catch (const Error&) {
      return;
    }
    written_ = true;
    context_.deliver(
        [kept = news_.kept, epoch = progress.epoch, top1 = progress.validationTop1] { kept(epoch, top1); });
  }

  JobContext& context_;
  const TrainingRequest& request_;
  const TrainingNews& news_;
  TrainingPace pace_;
  TrainClock::time_point start_ = TrainClock::now(), last_ = start_;
  double held_ = 0;  ///< seconds in which nothing was trained
  double share_ = 0;
  bool written_ = false;
  std::vector<TrainingState> states_;
};

void checkResult(const TrainingRequest& request) {
  const TrainingChoice& choice = request.choice;
  std::vector<ProtectedFile> sources = request.sources;
  sources.push_back({"the data", choice.data});
  if (!choice.start.from.empty()) sources.push_back({"the network to start from", choice.start.from});
  refuseToReplace(choice.out, sources);
  checkCanWrite(choice.out);
}

/// Writes the best network, elsewhere where it can't be written where it was wanted.
void writeBest(const TrainingChoice& choice, TrainingResult& result, TrainingEnd& end) {
  try {
    writeOrKeep(choice.out, "the trained network",
                [&](const auto& path) { writeTrained(path, result.network, choice.data, result.validationTop1); });
    end.path = choice.out;
  } catch (const KeptElsewhere& error) {
    end.path = error.kept.string();
    end.trouble = error.what();
  }
}

void scoreOnTest(JobContext& context, const TrainingChoice& choice, TrainingResult& result, const DatasetPtr& test,
                 TrainingEnd& end) {
  try {
    Work work = context.work();
    work.progress = [&context](int, int) { context.progress(shares, shares); };
    const Score score = evaluate(choice.device, result.network, test, work);
    end.testTop1 = score.top1;
    end.testImages = score.images;
  } catch (const Cancelled&) {
    end.stopped = true;
  }
}

}  // namespace

struct TrainingDesk::Kept {
  std::string folder;
  ImageReading images;
  std::optional<TrainingData> data;

  const TrainingData& open(const TrainingChoice& choice) {
    if (data && folder == choice.data && images == choice.images) return *data;
    data.reset();
    data = openTrainingData(choice.data, choice.images);
    folder = choice.data;
    images = choice.images;
    return *data;
  }
};

TrainingDesk::TrainingDesk() : kept_(std::make_unique<Kept>()) {}
TrainingDesk::~TrainingDesk() = default;
void TrainingDesk::clear() { kept_ = std::make_unique<Kept>(); }

namespace {

DataSummary trainingDataSummary(const TrainingData& data, const ImageReading& reading) {
  return {data.train->size(),       data.validation ? data.validation->size() : 0,     data.test->size(),
          data.train->classNames(), notesOf({data.train, data.validation, data.test}), reading};
}

/// "" or what went wrong; Cancelled goes through.
std::string problemOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Cancelled&) {
    throw;
  } catch (...) {
    return describeCurrentException();
  }
  return {};
}

void lookTogether(TrainingLook& look, const TrainingChoice& choice, TrainingData data, const StopToken& stop) {
  if (look.model && look.model->spec.classes > 0) {
    const ClassMatching matching = matchClasses(look.model->spec, data.train->classNames());
    look.headProblem = matching.problem;
    look.headDoubt = matching.doubt;
  }
  StartedNetwork started = startNetwork(choice.start, data, optionsOf(choice), {stop});
  setComputeThreads(choice.threads);
  look.pace = measurePace(started.network, data.train, optionsOf(choice, started.network->spec(), data), {stop});
  look.network = started.network->spec();
}

}  // namespace

TrainingLook TrainingDesk::look(const TrainingChoice& choice, const StopToken& stop) {
  TrainingLook look;
  const std::string& from = choice.start.from;
  if (!from.empty()) look.modelProblem = problemOf([&] { look.model = summarizeModel(from, choice.start.overrides); });
  stop.throwIfStopped();
  if (!choice.data.empty())
    look.dataProblem = problemOf([&] { look.data = trainingDataSummary(kept_->open(choice), choice.images); });
  stop.throwIfStopped();
  const bool both = look.data && look.modelProblem.empty() && (look.model || from.empty());
  if (both) look.problem = problemOf([&] { lookTogether(look, choice, kept_->open(choice), stop); });
  return look;
}

void runTraining(JobContext& context, const TrainingRequest& request, const TrainingNews& news) {
  const TrainingChoice& choice = request.choice;
  checkResult(request);
  setComputeThreads(choice.threads);
  TrainingData data = openTrainingData(choice.data, choice.images);
  const Work work = context.work();
  work.throwIfStopped();
  StartedNetwork started = startNetwork(choice.start, data, optionsOf(choice), work);
  checkCanWrite(choice.out, bytesOf(started.network));
  TrainingTeller teller(context, request, news, request.pace ? *request.pace : guessedPace(choice, data));
  TrainingEnd end;
  end.epochs = choice.epochs;
  TrainingResult result = trainTeacher(
      started.network, data.train, optionsOf(choice, started.network->spec(), data),
      [&](const TrainingProgress& progress) { teller.tell(progress); }, work);
  teller.flush();
  end.stopped = result.interrupted;
  end.bestEpoch = result.bestEpoch;
  end.validationTop1 = result.validationTop1;
  end.validationImages = data.validation ? data.validation->size()
                         : choice.validationShare > 0
                             ? stratifiedSplit(data.train, choice.validationShare, choice.seed).second->size()
                             : 0;
  if (result.bestEpoch > 0) {
    writeBest(choice, result, end);
    if (!end.stopped) scoreOnTest(context, choice, result, data.test, end);
  }
  context.deliver([ended = news.ended, end] { ended(end); });
  if (result.bestEpoch == 0) throw Cancelled();
}

}  // namespace zipper
