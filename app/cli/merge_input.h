// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include <string>
#include <vector>

#include "app/cli/merge_options.h"
#include "core/support/stop_token.h"
#include "core/zippering/open_tasks.h"

namespace zipper::cli {

/// Opens the data sets of all tasks and tells how they are read. Throws one Error that names all those that can't be
/// opened, with the option that says where they are. Classes are only needed if the plan trains on labels.
std::vector<TaskData> openImagesOf(const Recipe& recipe, TaskImages images, const StopToken& stop);

/// The session of a file; warns of what people should know of it.
Session readSession(const std::filesystem::path& path);

/// Nothing is scored if none of a task's classes is an output of its network, which is told. For plans that train on no
/// labels: openSession() and goOnWith() refuse others.
void leaveOutMeaninglessScores(MergeOptions& options, const std::vector<TaskData>& data);

/// For each task that can't be scored for that reason, how else it can be seen what the merge made of it. `session`:
/// its file.
void tellAgreementCommands(const std::vector<TaskData>& data, const std::string& session);

/// Throws WrongUsage if the options name a layer or a trunk that networks with so many layers don't have.
void checkLayers(const MergeOptions& options, int layers);

/// How the tasks of a merge are to be opened; with checkLayers() as soon as the first network is read. `options` must
/// live as long.
OpeningWishes wishesOf(const MergeOptions& options);

/// openTasks(), which tells what is doubtful. The session's sources don't depend on the folder that the program was
/// started in. `data`: see openTasks().
Session openSession(const Recipe& recipe, std::vector<TaskData>& data, const OpeningWishes& wishes,
                    const StopToken& stop);

/// The same for a session that goes on: settleTasks().
void goOnWith(Session& session, std::vector<TaskData>& data, const OpeningWishes& wishes);

/// Tells in a line what was guessed about a network; `remedy` says how the user can say otherwise.
void tellGuesses(const ModelSource& source, const std::string& remedy);

}  // namespace zipper::cli
