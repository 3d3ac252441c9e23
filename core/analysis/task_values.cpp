// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/task_values.h"

#include "core/network/task_names.h"
#include "core/session/session_network.h"
#include "core/support/error.h"

namespace zipper {

NamedTensors taskValues(const NetworkValues& merged, int task) {
  const std::string own = taskName(task) + ".", shared = "shared.";
  NamedTensors values;
  for (const auto& [key, tensor] : merged.state) {
    if (key.rfind(own, 0) == 0) values.emplace_back(key.substr(own.size()), tensor);
    if (key.rfind(shared, 0) == 0) values.emplace_back(key.substr(shared.size()), tensor);
  }
  return values;
}

const NetworkValues& valuesAt(const Session& session, int step) {
  const int count = int(session.steps.size());
  if (step < 0 || step >= count) fail("step ", step, " was asked for, the session has ", count, " steps, from 0 on");
  return *session.steps[std::size_t(step)]->values;
}

const Teacher& teacherOfTask(const Session& session, int task) {
  if (task < 0 || task >= session.taskCount())
    fail("task ", task, " was asked for, the session has ", session.taskCount(), " tasks, from 0 on");
  return session.teachers[std::size_t(task)];
}

MobileNet taskNetworkAt(const Session& session, int step, int task) {
  const Teacher& teacher = teacherOfTask(session, task);
  if (step < 0) return teacherNetwork(teacher);
  MobileNet network(teacher.spec);
  network->loadState(taskValues(valuesAt(session, step), task));
  network->eval();
  return network;
}

}  // namespace zipper
