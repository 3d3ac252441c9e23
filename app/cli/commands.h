// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <memory>

namespace zipper::cli {

/// What a subcommand runs; the return value is the exit status.
using Run = std::function<int()>;

/// Each adds a subcommand with its options, help and an example, and sets `run` when that subcommand was given.
void addSample(CLI::App& app, Run& run);
void addInspect(CLI::App& app, Run& run);
void addTrain(CLI::App& app, Run& run);
void addSynthesize(CLI::App& app, Run& run);
void addMerge(CLI::App& app, Run& run);
void addResume(CLI::App& app, Run& run);
void addEval(CLI::App& app, Run& run);
void addMergeability(CLI::App& app, Run& run);
void addCompare(CLI::App& app, Run& run);
void addTrunks(CLI::App& app, Run& run);
void addSizes(CLI::App& app, Run& run);
void addRecipe(CLI::App& app, Run& run);
void addSession(CLI::App& app, Run& run);
void addExport(CLI::App& app, Run& run);
void addLesson(CLI::App& app, Run& run);
void addBench(CLI::App& app, Run& run);
void addCompletion(CLI::App& app, Run& run);

/// Exit status after an interrupt: everything that was finished is saved.
inline constexpr int exitInterrupted = 130;

}  // namespace zipper::cli
