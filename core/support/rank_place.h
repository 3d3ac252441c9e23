// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace zipper {

/// Where this process stands among those that do one computation together, as their launcher says.
struct RankPlace {
  int rank = 0;  ///< 0 ... size - 1
  int size = 1;
  std::string masterAddress;  ///< host name or address of the machine of rank 0
  int masterPort = 0;
  /// torchrun itself serves as the meeting point at the master's port; otherwise rank 0 does.
  bool launcherIsMaster = false;
  std::string meeting;              ///< keeps the meetings at one master apart: torchrun's attempt; may be empty
  std::string networkInterface;     ///< to be used; empty: the one that leads to the master
  std::string secret;               ///< that all processes know; may be empty
  std::chrono::seconds patience{};  ///< how long a process waits for another one that doesn't answer
};

/// Reads the environment variables of torchrun (RANK, WORLD_SIZE), mpirun of Open MPI (OMPI_COMM_WORLD_RANK,
/// OMPI_COMM_WORLD_SIZE) and of MPICH (PMI_RANK, PMI_SIZE) and Slurm (SLURM_PROCID, SLURM_NTASKS), the first of them
/// that is there, and for all of them MASTER_ADDR, MASTER_PORT, GLOO_SOCKET_IFNAME, ZIPPER_RANK_TIMEOUT (seconds, 600
/// by default) and ZIPPER_RANK_SECRET. Nothing if no size is given or it is 1. Throws Error that names a variable that
/// is missing, no number, or out of range, or that doesn't go with torchrun: it has a meeting point of its own, which
/// asks for no secret.
std::optional<RankPlace> rankPlaceFromEnvironment();

/// How many processes this one was started with by torchrun, mpirun or srun, as far as their variables tell: 1 if none
/// is there. What else a run of several needs isn't looked at, and an allocation of Slurm alone starts nothing.
int processesStarted();

}  // namespace zipper
