// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/recipe/recipe.h"
#include "core/session/session.h"
#include "core/support/error.h"
#include "core/support/work.h"
#include "core/zippering/task_classes.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Which images of a task are opened; validation images where the data set brings some along.
enum class TaskImages { Training, TrainingAndTest };

/// Whether images whose folder doesn't tell their classes are an error: see OpenOptions::labels.
enum class TaskLabels { Needed, IfThereAreAny };

/// A data set that isn't where the recipe says it is.
struct MissingData {
  int task = 0;
  std::string folder;
  std::string reason;  ///< why it can't be opened
};

/// The data sets of all tasks.
struct TaskDataSets {
  std::vector<TaskData> data;                   ///< of each task; with an empty place for what is missing
  std::vector<MissingData> missing;             ///< in the order of the tasks
  std::vector<std::vector<std::string>> notes;  ///< of each task: how its images were read, no reason to worry
};

/// A source that isn't the one that the recipe or session was made with, as its hash tells.
struct ChangedSource {
  enum class Part { Model, Data, ValidationImages };
  int task = 0;
  Part part = Part::Model;
  std::string path;             ///< of the model's file, or the folder of the data
  std::string found, expected;  ///< hashes
};

/// "the model a.onnx isn't the one that the recipe was made with (0123456789ab... found, ...)"
std::string sentenceOn(const ChangedSource& change);

/// Where ChangedSources::Refuse met one.
class SourceChanged : public Error {
 public:
  using Error::Error;
};

/// What becomes of changed sources: they are refused with SourceChanged, or told among the findings.
enum class ChangedSources { Refuse, Tell };

/// How tasks are to be opened.
struct OpeningWishes {
  ChangedSources changed = ChangedSources::Tell;
  std::vector<std::string> classes;  ///< of each task, see settleClasses(); may be shorter
  /// Called with the number of layers as soon as the first network is read; may throw what is wrong with it.
  std::function<void(int layers)> layersKnown = {};
  /// Whether scores are wanted. If not, and the plan trains on no labels either, classes are only written into the
  /// recipe: nothing is said about them, and no image is left out.
  bool scores = true;
};

/// What is to be said about a task that was opened. What was guessed about its network says the teacher's source.
struct TaskFindings {
  std::vector<ChangedSource> changed;
  TaskClasses classes;
};

/// Tasks that were opened for the first time.
struct OpenedTasks {
  Session session;  ///< nothing is merged yet; its recipe holds all that was settled, hashes too
  std::vector<TaskFindings> findings;
};

/// Opens the images of one task; none where the source names no folder. They are decoded whenever they are read, but
/// for a few training images: see keepFittedImages(). Throws Error.
TaskData openImages(const TaskSource& source, TaskImages images, TaskLabels labels = TaskLabels::Needed);

/// Opens the images of all tasks where the recipe says they are. What can't be opened is no error here. Tells progress
/// in tasks, before each. Throws Cancelled.
TaskDataSets openDataSets(const Recipe& recipe, TaskImages images, const Work& work = {},
                          TaskLabels labels = TaskLabels::Needed);

/// The images of all tasks are kept in memory as the tasks' networks read them (see fittedDataset()), up to 512 MiB in
/// all: a merge passes over them dozens of times. `specs`: of each task. Labels are those of the folders afterwards, so
/// that settleClasses() is to follow. openTasks() and settleTasks() do both.
void keepFittedImages(std::vector<TaskData>& data, const std::vector<MobileNetSpec>& specs);

/// Loads the networks of the recipe's sources, tries on the images what their files don't tell, widens those that are
/// narrower than others (see common_width.h), settles which class is which output and starts a session. `data`: a place
/// for each source, empty only where the source names no folder, which is an Error if the plan needs images; its labels
/// are those of the networks afterwards. Sources stay where the recipe says: relative places too. Tells progress in
/// tasks, before each. Throws Cancelled; SourceChanged; Error that names the file or the task.
OpenedTasks openTasks(const Recipe& recipe, std::vector<TaskData>& data, const OpeningWishes& wishes = {},
                      const Work& work = {});

/// The same for the images of a session that goes on: its networks are those that it holds. Its recipe holds the
/// classes that were settled afterwards; hashes stay what they were. Throws SourceChanged and Error.
std::vector<TaskFindings> settleTasks(Session& session, std::vector<TaskData>& data, const OpeningWishes& wishes = {});

/// What of the images of a task isn't what its source holds; nothing where the source holds no hash.
std::vector<ChangedSource> changesOf(const TaskSource& source, const TaskData& data, int task);

}  // namespace zipper
