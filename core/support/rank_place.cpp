// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/rank_place.h"

#include <cstdlib>
#include <initializer_list>

#include "core/support/error.h"

namespace zipper {

namespace {

struct Variable {
  std::string name, value;
};

/// The first of the variables that is set to something.
std::optional<Variable> firstOf(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != 0) return Variable{name, value};
  }
  return std::nullopt;
}

int numberOf(const Variable& variable, int smallest, int largest,
             const char* advice = "start the processes with torchrun, mpirun or srun, or unset it") {
  const std::string& text = variable.value;
  const bool digits = text.size() <= 9 && text.find_first_not_of("0123456789") == std::string::npos;
  const int number = digits ? std::stoi(text) : -1;
  if (number < smallest || number > largest)
    fail("the environment variable ", variable.name, " is '", text, "', a number from ", smallest, " to ", largest,
         " was expected; ", advice);
  return number;
}

std::string textOf(const char* name) {
  const auto variable = firstOf({name});
  return variable ? variable->value : "";
}

Variable needed(std::initializer_list<const char*> names, const Variable& size, const char* what) {
  const auto variable = firstOf(names);
  if (!variable)
    fail(size.name, " says that there are ", size.value, " processes, but ", *names.begin(), " (", what,
         ") isn't set; set it, or WORLD_SIZE=1 to run in one process");
  return *variable;
}

}  // namespace

std::optional<RankPlace> rankPlaceFromEnvironment() {
  const auto size = firstOf({"WORLD_SIZE", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_NTASKS"});
  RankPlace place;
  if (size) place.size = numberOf(*size, 1, 100000);
  if (place.size == 1) return std::nullopt;
  place.rank = numberOf(
      needed({"RANK", "OMPI_COMM_WORLD_RANK", "PMI_RANK", "SLURM_PROCID"}, *size, "the number of this process"), 0,
      place.size - 1);
  place.masterAddress = needed({"MASTER_ADDR"}, *size, "the machine of rank 0").value;
  place.masterPort = numberOf(needed({"MASTER_PORT"}, *size, "a free port of the machine of rank 0"), 1, 65535);
  place.launcherIsMaster = textOf("TORCHELASTIC_USE_AGENT_STORE") == "True";
  place.meeting = textOf("TORCHELASTIC_RESTART_COUNT");
  place.networkInterface = textOf("GLOO_SOCKET_IFNAME");
  place.secret = textOf("ZIPPER_RANK_SECRET");
  if (place.launcherIsMaster && !place.secret.empty())
    fail(
        "ZIPPER_RANK_SECRET is set, but torchrun itself keeps the meeting point and asks for no secret; start the "
        "processes without torchrun (WORLD_SIZE, RANK, MASTER_ADDR, MASTER_PORT), or unset it");
  const auto patience = firstOf({"ZIPPER_RANK_TIMEOUT"});
  place.patience = std::chrono::seconds(patience ? numberOf(*patience, 1, 1000000, "unset it for 600 seconds") : 600);
  return place;
}

int processesStarted() {
  const auto size = firstOf({"WORLD_SIZE", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"});
  return size ? numberOf(*size, 1, 100000) : 1;
}

}  // namespace zipper
