// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <vector>

#include "core/lesson/lesson.h"
#include "core/recipe/recipe.h"
#include "core/zippering/open_tasks.h"
#include "support/class_folders.h"
#include "support/tiny_session.h"

namespace zipper::test {

/// A session with one merged layer whose images lie in class folders on the disk: 4 and 3 classes, 10 images each for
/// training, 6 for testing; those of task A with a licence.
class SampleLesson {
 public:
  SampleLesson() {
    for (const char* task : {"one", "two"}) {
      std::vector<std::string> classes{"bee", "ant", "zebra fish", "cat"};
      classes.resize(task == std::string("one") ? 4 : 3);  // as the networks have
      writeClassFolders(place(task) / "train", classes, 10, 1);
      writeClassFolders(place(task) / "test", classes, 6, 2);
    }
    std::ofstream(place("one") / "LICENSE") << "CC BY 2.0, by somebody\n";
    std::ofstream(place("one") / "notes.txt") << "private\n";
    session = tinySession(tinyRecipe({1}, 1));
    const char* names[] = {"one", "two"};
    for (std::size_t t = 0; t < 2; ++t) {
      TaskSource& source = session.recipe.sources[t];
      source.model = "/home/somebody/" + std::string(names[t]) + ".safetensors";
      source.data = place(names[t]).string();
      source.dataFingerprint.clear();
      session.teachers[t].source.path = source.model;
      data.push_back(openImages(source, TaskImages::TrainingAndTest));
    }
    settleTasks(session, data);
    session.teacherScores = evaluateTeachers(session, data);
    runSteps(session, remainingSteps(session), data);
    lesson.title = "Merging two networks";
    lesson.pages = {{"Before", "Two networks.", -1, "explain"}, {"After", "One network.", 0, "changes"}};
  }

  std::filesystem::path place(const std::string& name) const { return folder_.filePath("").toStdString() + name; }

  Session session;
  std::vector<TaskData> data;
  Lesson lesson;

 private:
  QTemporaryDir folder_;
};

}  // namespace zipper::test
