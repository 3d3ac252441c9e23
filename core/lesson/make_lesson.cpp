// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/make_lesson.h"

#include <algorithm>
#include <memory>
#include <set>
#include <system_error>

#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_names.h"
#include "core/network/task_names.h"
#include "core/session/kept_comparison.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/temporary_folder.h"
#include "core/support/version.h"
#include "core/zippering/open_tasks.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// Names of files alone: folders of the one who made the lesson are nobody's business, and lead nowhere elsewhere.
void forgetPlaces(Session& session) {
  const std::vector<std::string> names = namesOf(session.recipe.sources);
  for (std::size_t t = 0; t < session.recipe.sources.size(); ++t) {
    TaskSource& source = session.recipe.sources[t];
    if (source.name.empty()) source.name = names[t];
    source.model = fs::path(source.model).filename().string();
    source.data.clear();
    session.teachers[t].source.path = fs::path(session.teachers[t].source.path).filename().string();
    session.teachers[t].source.metadata.erase("zipper.trained_on");  // the folder of the images
  }
  for (auto& kept : session.comparisons) {
    KeptComparison told = *kept;
    for (TaskSource& source : told.comparison.recipe.sources) {
      source.model = fs::path(source.model).filename().string();
      source.data.clear();
    }
    kept = std::make_shared<const KeptComparison>(std::move(told));
  }
}

/// What was packed must be what was there: classes and labels in the same order.
void checkSame(const Dataset& packed, const Dataset& all, ImagesPerClass perClass, int task) {
  const std::vector<std::int64_t> chosen = imagesOfEachClass(all, perClass);
  bool same = packed.classNames() == all.classNames() && packed.size() == std::int64_t(chosen.size());
  for (std::size_t i = 0; same && i < chosen.size(); ++i) same = packed.label(std::int64_t(i)) == all.label(chosen[i]);
  if (!same)
    fail(
        "the images of task ", taskCapital(task),
        " can't be put into a lesson: a class without images, or with a name that no list can hold; rename its folder");
}

class LessonMaker {
 public:
  LessonMaker(const Session& session, const Lesson& lesson, ImagesPerClass perClass, const Work& work)
      : session_(session), lesson_(lesson), perClass_(perClass), work_(work) {
    checkLesson(lesson_, session_.steps.size());
    lesson_.program = version;
    lesson_.images.assign(session_.teachers.size(), {});
    lesson_.licences.clear();
  }

  Lesson make(const fs::path& path) {
    const Recipe before = session_.recipe;
    forgetPlaces(session_);
    packImages(before);
    settle();
    saveSession(folder_.path() / lessonSessionEntry, session_);
    files_.insert(files_.begin(), lessonSessionEntry);
    packLessonFile(path, lesson_, folder_.path(), files_, work_.stop);
    return lesson_;
  }

 private:
  void packImages(const Recipe& before) {
    if (perClass_ && *perClass_ == 0) return;
    std::vector<TaskData> all;
    for (std::size_t t = 0; t < before.sources.size(); ++t) {
      work_.throwIfStopped();
      all.push_back(openImages(before.sources[t], TaskImages::TrainingAndTest));
      for (const DatasetPtr& part : {all[t].train, all[t].validation, all[t].test})
        if (part) total_ += int(imagesOfEachClass(*part, perClass_).size());
    }
    if (total_ > mostLessonImages)
      fail("the lesson would hold ", total_, " images, at most ", mostLessonImages,
           " are taken; take fewer images of each class");
    total_ += scoreCount();
    for (std::size_t t = 0; t < all.size(); ++t)
      if (all[t].train) packTask(int(t), all[t], before.sources[t].data);
  }

  void packTask(int task, const TaskData& all, const std::string& data) {
    const fs::path folder = folder_.path() / lessonDataFolder(task);
    createFolder(folder);
    lesson_.images[std::size_t(task)] = writeLessonImages(all, perClass_, folder, [this](int more) {
      work_.throwIfStopped();
      work_.tell(done_ += more, total_);
    });
    for (const char* name : {"/images.csv", "/classes.txt"}) files_.push_back(lessonDataFolder(task) + name);
    std::vector<std::string> images;
    for (const auto& entry : fs::directory_iterator(folder / "images"))
      images.push_back(lessonDataFolder(task) + "/images/" + entry.path().filename().string());
    std::sort(images.begin(), images.end());
    files_.insert(files_.end(), images.begin(), images.end());
    packLicences(task, data);
    TaskSource& source = session_.recipe.sources[std::size_t(task)];
    source.data = folder.string();
    const TaskData packed = openImages(source, TaskImages::TrainingAndTest);
    checkSame(*packed.train, *all.train, perClass_, task);
    checkSame(*packed.test, *all.test, perClass_, task);
    packed_.push_back(packed);
    source.dataFingerprint = fingerprint(*packed.train);
    if (packed.validation) source.validationFingerprint = fingerprint(*packed.validation);
  }

  void packLicences(int task, const std::string& data) {
    const fs::path folder = folder_.path() / lessonLicenceFolder(task);
    std::set<std::string> names;
    for (const fs::path& file : licenceFiles(data)) {
      const std::string name = lessonFileName(file.filename().string());
      if (!names.insert(name).second) continue;
      createFolder(folder);
      writeFileAtomically(folder / name, readTextFile(file));
      files_.push_back(lessonLicenceFolder(task) + "/" + name);
      lesson_.licences.push_back({task, name, {}});
    }
  }

  bool isPart() const {
    return std::any_of(lesson_.images.begin(), lesson_.images.end(),
                       [](const LessonImages& images) { return images.isPart(); });
  }

  int scoreCount() const { return int(session_.steps.size()) + 1; }

  /// Scores of images that aren't here would stand beside those of images that are.
  void settle() {
    if (!packed_.empty() && isPart()) scoreAnew();
    for (std::size_t t = 0; t < session_.recipe.sources.size(); ++t)
      if (!session_.recipe.sources[t].data.empty()) session_.recipe.sources[t].data = lessonDataFolder(int(t));
  }

  void scoreAnew() {
    Session scored = session_;
    const bool hadTeachers = !knownTeachers(session_).empty();
    std::vector<TaskData> data = packed_;
    bool possible = data.size() == session_.teachers.size();
    if (possible) settleTasks(scored, data);
    for (const TaskData& task : data) possible = possible && task.test && whyNotScorable(*task.test).empty();
    Work part = work_;
    part.progress = {};
    session_.teacherSample.clear();
    session_.teacherScores = possible && hadTeachers ? evaluateTeachers(scored, data, {}, part) : Scores();
    work_.tell(++done_, total_);
    for (std::size_t i = 0; i < session_.steps.size(); ++i) {
      StepResult step = *session_.steps[i];
      const bool had = !knownCalibrated(step).empty();
      for (Scores* scores : {&step.initialized, &step.calibrated, &step.sampleInitialized, &step.sampleCalibrated})
        scores->clear();
      if (possible && had) step.calibrated = evaluateStep(scored, int(i), data, {}, part);
      session_.steps[i] = std::make_shared<const StepResult>(std::move(step));
      work_.tell(++done_, total_);
    }
  }

  Session session_;
  Lesson lesson_;
  ImagesPerClass perClass_;
  const Work& work_;
  TemporaryFolder folder_;
  std::vector<std::string> files_;
  std::vector<TaskData> packed_;
  int done_ = 0, total_ = 0;
};

}  // namespace

LessonSizes measureLesson(const Session& session, const StopToken& stop) {
  LessonSizes sizes;
  const TemporaryFolder folder;
  saveSession(folder.path() / lessonSessionEntry, session);
  std::error_code code;
  sizes.sessionBytes = std::int64_t(fs::file_size(folder.path() / lessonSessionEntry, code));
  for (const TaskSource& source : session.recipe.sources) {
    stop.throwIfStopped();
    sizes.tasks.emplace_back();
    if (source.data.empty()) continue;
    try {
      sizes.tasks.back() = sizesOfTask(openImages(source, TaskImages::TrainingAndTest), source.data);
    } catch (const Error&) {
      // Making the lesson says what is wrong.
    }
  }
  return sizes;
}

Lesson makeLesson(const fs::path& path, const Session& session, const Lesson& lesson, ImagesPerClass perClass,
                  const Work& work) {
  return LessonMaker(session, lesson, perClass, work).make(path);
}

}  // namespace zipper
