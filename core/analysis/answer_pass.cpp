// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/answer_pass.h"

#include "core/analysis/network_answers.h"
#include "core/analysis/task_values.h"
#include "core/data/class_outputs.h"
#include "core/data/relabelled_dataset.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

void requireAnswers(const Session& session, int task, const Dataset& images) {
  const Teacher& teacher = teacherOfTask(session, task);
  if (teacher.spec.classes == 0) fail("task ", taskName(task), " has no head, and so no answers");
  if (const std::string why = whyNotScorable(images); !why.empty()) fail("task ", taskName(task), ": ", why);
}

}  // namespace

NetworkAnswers teacherAnswers(const Session& session, int task, const DatasetPtr& images, const Work& work,
                              const ComputeDevice& device) {
  return mergedAnswers(session, -1, task, images, work, device);
}

NetworkAnswers mergedAnswers(const Session& session, int step, int task, const DatasetPtr& images, const Work& work,
                             const ComputeDevice& device) {
  requireAnswers(session, task, *images);
  return answersOf(device, {taskNetworkAt(session, step, task)}, images, work).front();
}

TaskAnswers taskAnswers(const Session& session, int step, int task, const Dataset& images,
                        const NetworkAnswers& teacher, const NetworkAnswers& merged) {
  TaskAnswers result;
  result.task = task;
  result.step = step;
  result.classNames = namesOfOutputs(teacherOfTask(session, task).spec, images);
  result.images = sideBySide(teacher, merged);
  result.teacherScore = teacher.score;
  result.mergedScore = merged.score;
  result.unreadable = merged.unreadable;
  return result;
}

TaskAnswers taskAnswers(const Session& session, int step, int task, const DatasetPtr& images, const Work& work,
                        const ComputeDevice& device) {
  requireAnswers(session, task, *images);
  std::vector<MobileNet> networks{taskNetworkAt(session, -1, task)};
  if (step >= 0) networks.push_back(taskNetworkAt(session, step, task));
  const std::vector<NetworkAnswers> answers = answersOf(device, networks, images, work);
  return taskAnswers(session, step, task, *images, answers.front(), answers.back());
}

std::vector<TaskAnswers> answersOfAllTasks(const Session& session, int step, const std::vector<TaskData>& data,
                                           const Work& work, const ComputeDevice& device) {
  std::vector<int> tasks;
  for (int t = 0; t < session.taskCount() && t < int(data.size()); ++t) {
    const DatasetPtr& images = data[std::size_t(t)].test;
    if (images && session.teachers[std::size_t(t)].spec.classes > 0 && hasClasses(*images) &&
        whyNotScorable(*images).empty())
      tasks.push_back(t);
  }
  std::vector<TaskAnswers> answers;
  for (const int task : tasks) {
    const Work part = partOfWork(work, int(answers.size()), int(tasks.size()));
    answers.push_back(taskAnswers(session, step, task, data[std::size_t(task)].test, part, device));
  }
  return answers;
}

std::vector<std::string> namesOfOutputs(const MobileNetSpec& spec, const Dataset& images) {
  const std::vector<std::string>& ofData = images.classNames();
  const std::vector<std::string> ofNetwork = outputNames(spec);
  const auto nameIn = [](const std::vector<std::string>& names, int output) {
    return output >= 0 && output < int(names.size()) ? names[std::size_t(output)] : std::string();
  };
  std::vector<std::string> names;
  for (int output = 0; output < spec.classes; ++output) {
    const int behind = output - spec.classOffset;
    std::string name = behind < 0 ? nameIn(spec.classNames, output) : nameIn(ofData, behind);
    if (name.empty()) name = behind < 0 ? "background" : nameIn(ofNetwork, behind);
    names.push_back(name.empty() ? concat("class ", output) : name);
  }
  return names;
}

}  // namespace zipper
