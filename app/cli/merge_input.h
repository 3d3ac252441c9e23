// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include <string>
#include <vector>

#include "core/support/stop_token.h"
#include "core/zippering/zippering.h"

namespace zipper::cli {

/// Opens the data sets of all tasks; the test sets only if something is to be evaluated. Throws one Error that names
/// all those that can't be opened.
std::vector<TaskData> openTasks(const Recipe& recipe, bool evaluate, const StopToken& stop);

/// A recipe with hashes reproduces a run only on the same files: Error if they differ, or a warning if the user allowed
/// it. `what` names the file.
void checkHash(bool allowChanged, const std::string& what, const std::string& found, const std::string& expected);

/// The session of a file; warns of what people should know of it.
Session readSession(const std::filesystem::path& path);

/// The same for both parts of a data set.
void checkData(bool allowChanged, const TaskSource& found, const TaskSource& expected);

/// How a user can say which class is which output: for the help of an option.
extern const char* const classesHelp;

/// Loads the teachers, tries the conventions that their files don't tell on the data, matches the classes (`classes`:
/// what the user wishes per task, see settleClasses()) and starts a session; compares all hashes that the recipe holds
/// and tells what is doubtful. The labels of `data` are those of the networks afterwards.
Session openSession(const Recipe& recipe, std::vector<TaskData>& data, bool allowChanged,
                    const std::vector<std::string>& classes, const StopToken& stop);

/// The same for a session that goes on.
void goOnWith(Session& session, std::vector<TaskData>& data, bool allowChanged,
              const std::vector<std::string>& classes);

/// Tells in a line what was guessed about a network; `remedy` says how the user can say otherwise.
void tellGuesses(const ModelSource& source, const std::string& remedy);

}  // namespace zipper::cli
