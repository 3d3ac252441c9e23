// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/changes_job.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/workbench/jobs/inspection.h"
#include "core/analysis/answer_pass.h"
#include "core/data/preprocess.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

bool isKnown(const std::vector<AnswerPart>& parts, int part) {
  return std::size_t(part) < parts.size() && parts[std::size_t(part)] != nullptr;
}

/// The passes of a comparison, one after the other.
class Comparing {
 public:
  Comparing(JobContext& context, ChangesRequest request, const ChangesNews& news)
      : context_(context),
        request_(std::move(request)),
        news_(news),
        parts_(answerParts(request_.images->size())),
        last_(request_.firstPartOnly ? 0 : parts_ - 1) {
    request_.teacher.resize(std::size_t(parts_));
    request_.merged.resize(std::size_t(parts_));
    for (const auto* known : {&request_.teacher, &request_.merged})
      passes_ += int(std::count(known->begin(), known->begin() + last_ + 1, nullptr));
  }

  void run() {
    for (int part = 0; part <= last_; ++part) {
      const bool isNew = !isKnown(request_.teacher, part) || !isKnown(request_.merged, part);
      if (!isKnown(request_.teacher, part)) {
        const AnswerPart answers = ask(part, true);
        context_.deliver([told = news_.teacherAnswered, part, answers] { told(part, answers); });
        request_.teacher[std::size_t(part)] = answers;
      }
      if (!isKnown(request_.merged, part)) {
        const AnswerPart answers = ask(part, false);
        context_.deliver([told = news_.mergedAnswered, part, answers] { told(part, answers); });
        request_.merged[std::size_t(part)] = answers;
      }
      if (isNew || part == last_) tell();
    }
  }

 private:
  AnswerPart ask(int part, bool teacher) {
    const DatasetPtr& all = request_.images;
    const DatasetPtr images = parts_ == 1 ? all : subset(all, imagesOfPart(all->size(), part, parts_));
    const Work work = this->work();
    NetworkAnswers answers = teacher && !request_.against
                                 ? teacherAnswers(request_.session, request_.task, images, work)
                                 : mergedAnswers(request_.session, teacher ? request_.against->step : request_.step,
                                                 request_.task, images, work);
    for (std::int64_t& image : answers.images) image = part + image * parts_;
    ++done_;
    return std::make_shared<const NetworkAnswers>(std::move(answers));
  }

  /// Warnings are dropped: the panel says itself how many images are left out.
  Work work() {
    return {context_.stop(), [this](int done, int total) {
              const int scale = 1000;
              const double share = (done_ + double(done) / std::max(1, total)) / std::max(1, passes_);
              context_.progress(int(share * scale), scale);
              request_.unwanted.throwIfStopped();
            }};
  }

  void tell() {
    const auto changes = std::make_shared<const ShownChanges>(joinedChanges(request_));
    context_.deliver([told = news_.compared, changes] { told(changes); });
  }

  JobContext& context_;
  ChangesRequest request_;
  const ChangesNews& news_;
  int parts_;
  int last_;        ///< part that is asked
  int passes_ = 0;  ///< to be made
  int done_ = 0;
};

/// The answers of several parts in the order of the data set.
NetworkAnswers joined(const std::vector<AnswerPart>& parts) {
  std::vector<std::tuple<std::int64_t, const NetworkAnswers*, std::size_t>> places;
  NetworkAnswers all;
  for (const AnswerPart& part : parts) {
    for (std::size_t i = 0; i < part->images.size(); ++i) places.emplace_back(part->images[i], part.get(), i);
    const Score& score = part->score;
    all.score.images += score.images;
    all.score.top1 += score.top1 * double(score.images);
    all.score.top5 += score.top5 * double(score.images);
    all.score.loss += score.loss * double(score.images);
    all.unreadable += part->unreadable;
  }
  std::sort(places.begin(), places.end());
  for (const auto& [image, part, i] : places) {
    all.images.push_back(image);
    all.labels.push_back(part->labels[i]);
    all.answers.push_back(part->answers[i]);
    all.probabilities.push_back(part->probabilities[i]);
    all.seconds.push_back(part->seconds[i]);
  }
  const double images = double(std::max<std::int64_t>(1, all.score.images));
  for (double* mean : {&all.score.top1, &all.score.top5, &all.score.loss}) *mean /= images;
  return all;
}

}  // namespace

ShownChanges joinedChanges(const ChangesRequest& request) {
  std::vector<AnswerPart> teacher, merged;
  for (int part = 0; part < answerParts(request.images->size()); ++part) {
    if (!isKnown(request.teacher, part) || !isKnown(request.merged, part)) continue;
    teacher.push_back(request.teacher[std::size_t(part)]);
    merged.push_back(request.merged[std::size_t(part)]);
  }
  ShownChanges shown;
  shown.answers =
      taskAnswers(request.session, request.step, request.task, *request.images, joined(teacher), joined(merged));
  shown.changes = changesIn(shown.answers);
  shown.testImages = request.images->size();
  if (request.against) {
    shown.first = request.against->first;
    shown.second = request.against->second;
  }
  return shown;
}

void compareAnswers(JobContext& context, const ChangesRequest& request, const ChangesNews& news) {
  setComputeThreads(request.session.recipe.threads);
  try {
    Comparing(context, request, news).run();
  } catch (const Cancelled&) {
    if (!request.unwanted.stopRequested() || context.stop().stopRequested()) throw;
  } catch (...) {
    context.deliver([told = news.failed, message = style::engineText(describeCurrentException())] { told(message); });
  }
}

std::vector<Thumbnail> thumbnailsOf(const Dataset& images, const std::vector<qint64>& indices, int side) {
  std::vector<Thumbnail> thumbnails;
  for (const qint64 index : indices) {
    Thumbnail one{index, {}};
    try {
      one.picture = toQImage(images.image(index));
    } catch (const std::exception&) {  // shown as an image that can't be read
    }
    if (std::max(one.picture.width(), one.picture.height()) > side)
      one.picture = one.picture.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    thumbnails.push_back(std::move(one));
  }
  return thumbnails;
}

CamLook lookForClass(const Session& session, int step, int task, int output, const Dataset& images, qint64 index) {
  const cv::Mat image = images.image(index);
  CamLook look;
  look.maps = std::make_shared<const GradCam>(gradCam(session, step, task, output, image));
  look.fitted = toQImage(Preprocessing(session.teachers.at(std::size_t(task)).spec).fit(image));
  return look;
}

}  // namespace zipper
