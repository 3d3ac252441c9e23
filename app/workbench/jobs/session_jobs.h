// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/weight_similarity.h"
#include "core/data/data_summary.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/models/model_summary.h"
#include "core/session/session.h"
#include "core/support/stop_token.h"
#include "core/zippering/open_tasks.h"
#include "resources/samples/sample_files.h"

namespace zipper {

/// The data of a session's tasks, and what is to be said about them.
struct SessionData {
  Recipe recipe;               ///< the session's, its sources brought up to date
  std::vector<TaskData> data;  ///< labels are those of the networks; empty if any is missing
  std::vector<MissingData> missing;
  std::vector<std::string> notices;  ///< of each task: other images than before, doubtful classes; empty: nothing
  std::vector<ClassView> classes;    ///< of each task; empty if any data is missing
  std::vector<std::string> notes;    ///< no reason to worry: how the data was read
};

/// A session with everything that the window needs beside it.
struct OpenedSession {
  Session session;
  SessionData data;  ///< without its recipe, which is that of the session
  std::vector<LayerSimilarity> similarity;
  std::vector<std::string> warnings;
  std::shared_ptr<const UnpackedLesson> lesson = nullptr;  ///< that it was opened from; null: none
};

/// Loads the networks and data sets of the recipe's sources and starts a fresh session; with the preset "exact" its
/// steps are done, too. Sources that aren't those of the recipe's hashes are among the warnings. Throws Error that
/// names the file, the layer, what was expected and found.
OpenedSession openSources(const Recipe& recipe, const StopToken& stop);

/// Writes an embedded sample below the folder if it isn't there yet, and opens it with the preset "fast".
OpenedSession openSample(const std::filesystem::path& folder, const StopToken& stop,
                         EmbeddedSample sample = EmbeddedSample::Digits);

/// Reads a session file. A data set that isn't where it was is missing from the result; one
/// that isn't what it was has a notice.
OpenedSession openSessionFile(const std::filesystem::path& path, const StopToken& stop);

/// Unpacks a lesson file and reads the session in it. What is only a part of the images is said of each task.
OpenedSession openLessonFile(const std::filesystem::path& path, const StopToken& stop);

/// Looks at a data folder before it becomes that of a task. Throws Error.
DataSummary summarizeData(const std::string& folder, const ImageReading& reading);

/// Opens the data of all tasks where the recipe says they are. Throws Error if a class map doesn't fit, Cancelled.
SessionData openSessionData(const Session& session, const StopToken& stop);

/// Takes another folder for a task. `isOther` becomes true, and nothing else happens, if the images aren't those that
/// the session was made with and `acceptsOther` is false. Throws Error if the folder can't be used.
SessionData replaceSessionData(const Session& session, int task, const std::string& folder, bool acceptsOther,
                               bool& isOther, const StopToken& stop);

/// Says which output each class of a task's data is (see TaskSource::classes). Throws Error.
SessionData matchSessionClasses(const Session& session, int task, const std::vector<int>& outputs,
                                const StopToken& stop);

/// Looks at a model file before it becomes that of a task. Throws Error.
ModelSummary summarizeModel(const std::string& path, const SpecOverrides& overrides);

/// Looks at a model together with its data: what the file doesn't tell is tried on the images, classes are matched.
struct TaskLook {
  ModelSummary summary;
  ClassView classes;
};
TaskLook lookAtTask(const TaskSource& source);

}  // namespace zipper
