// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/jobs/answer_store.h"
#include "app/workbench/jobs/job_runner.h"
#include "core/analysis/grad_cam.h"
#include "core/data/dataset.h"
#include "core/session/session.h"

namespace zipper {

/// The merged network at a step in the place of the teacher.
struct NetworkAtStep {
  int step = -1;          ///< -1: nothing merged
  QString first, second;  ///< what both are called: see ShownChanges
};

/// A snapshot of everything that comparing the answers of a task's two networks needs.
struct ChangesRequest {
  Session session;
  int step = 0;
  int task = 0;
  DatasetPtr images;                ///< with labels that can be scored on
  std::vector<AnswerPart> teacher;  ///< that are known already; what is null or missing is computed
  std::vector<AnswerPart> merged;
  StopToken unwanted;                                   ///< nobody looks any more: the job ends as if it were done
  std::optional<NetworkAtStep> against = std::nullopt;  ///< its answers are those of `teacher` then
  bool firstPartOnly = false;                           ///< see answerParts()
};

/// What it tells the window, in the window's thread.
struct ChangesNews {
  std::function<void(int part, const AnswerPart&)> teacherAnswered, mergedAnswered;
  std::function<void(const ShownChangesPtr&)> compared;  ///< after every part: all that is known then
  std::function<void(const QString& message)> failed;
};

/// Asks both networks, part by part. Tells progress as a share; gives way within a batch. A failure is told, not
/// thrown: nobody asked for it by name. Throws Cancelled.
void compareAnswers(JobContext& context, const ChangesRequest& request, const ChangesNews& news);

/// Joins the parts of both networks, which must be about the same images, in the order of the data set. Parts that
/// either lacks are left out. Throws Error.
ShownChanges joinedChanges(const ChangesRequest& request);

/// Small pictures of images, at most `side` pixels wide and high; null ones where an image can't be read.
std::vector<Thumbnail> thumbnailsOf(const Dataset& images, const std::vector<qint64>& indices, int side);

/// Where the networks look in an image, and the image as they get it.
struct CamLook {
  std::shared_ptr<const GradCam> maps;
  QImage fitted;
};
/// Throws Error.
CamLook lookForClass(const Session& session, int step, int task, int output, const Dataset& images, qint64 index);

}  // namespace zipper
