// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workbench/jobs/session_jobs.h"
#include "core/analysis/mergeability.h"

namespace zipper {

/// "fashion + digits": the names of the tasks.
QString sessionTitle(const Session& session);

/// The session in the window: its value, where it is saved, and whether there is unsaved work. Finished steps never
/// change; what moves is the plan, the current step and the list of steps.
class Document : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  bool isOpen() const { return !session_.teachers.empty(); }
  const Session& session() const { return session_; }
  const std::vector<TaskData>& data() const { return data_.data; }
  bool hasData() const { return !data_.data.empty(); }
  /// Data sets that aren't where they were.
  const std::vector<MissingData>& missingData() const { return data_.missing; }
  /// What is to be said about the data of each task; empty texts: nothing.
  const std::vector<std::string>& dataNotices() const { return data_.notices; }
  /// How the classes of each task are matched; empty while data are missing.
  const std::vector<ClassView>& classes() const { return data_.classes; }
  const std::vector<LayerSimilarity>& similarity() const { return similarity_; }
  /// What merging each layer costs by estimate, see mergeability.h; empty if it wasn't worked out for these data.
  const std::vector<LayerMergeability>& mergeCosts() const { return mergeCosts_; }
  /// Images of the smallest training set; 0 while data are missing.
  std::int64_t smallestTrainingSet() const;
  /// The session file; empty if it was never saved.
  const QString& path() const { return path_; }
  bool isModified() const { return revision_ != savedRevision_; }
  /// Counts changes; remembered when a save begins.
  int revision() const { return revision_; }
  /// "fashion + digits" or the name of the file.
  QString title() const;
  /// The lesson that the session was opened from; null: none.
  const std::shared_ptr<const UnpackedLesson>& lesson() const { return lesson_; }
  /// "A · fashion"
  QStringList taskTitles() const;

  /// Replaces the session. `path` is empty for one that was never saved, `modified` says whether it holds unsaved work.
  void open(OpenedSession opened, const QString& path, bool modified);
  void close();
  /// Other data, the same at another place (the teachers' scores stay then), or the same with other labels.
  void setTaskData(SessionData data, bool keepsScores = false);
  /// Plan, defaults, seed and the like; not the sources.
  void setRecipe(const Recipe& recipe);
  void setMergeCosts(std::vector<LayerMergeability> costs);
  /// On whole test sets, or on samples of them: see areOfSample().
  void setTeacherScores(const Scores& scores);
  /// More is known now of how a finished step scores: `now` takes the place of `before`.
  void setStepScores(const std::shared_ptr<const StepResult>& before, const std::shared_ptr<const StepResult>& now);
  void append(const std::shared_ptr<const StepResult>& step);
  /// Makes a finished step (-1: the teachers) the current one.
  void goTo(int step);
  /// Name and notes of a run, see setRunNote(). Throws Error.
  void setRunNote(int run, const RunNote& note);
  /// Comparisons that the session keeps, see keepComparison() and renameComparison(). Throw Error.
  void keepComparison(const std::shared_ptr<const KeptComparison>& comparison, std::optional<std::size_t> place);
  void renameComparison(std::size_t place, const std::string& name);
  void removeComparison(std::size_t place);
  /// The same without counting as a change: a page of a lesson shows it.
  void look(int step);
  void markSaved(const QString& path, int revision);

 Q_SIGNALS:
  void opened();         ///< another session, or none
  void stepsChanged();   ///< a step more, or another one is current
  void planChanged();    ///< the recipe was edited
  void scoresChanged();  ///< of the teachers
  void stepScored(int step);
  void mergeCostsChanged();
  void runNotesChanged();
  void comparisonsChanged();
  void dataChanged();
  void modifiedChanged();  ///< or the path

 private:
  void touch();

  Session session_;
  SessionData data_;
  std::vector<LayerSimilarity> similarity_;
  std::vector<LayerMergeability> mergeCosts_;
  QString path_;
  std::shared_ptr<const UnpackedLesson> lesson_;  ///< its folder holds the images
  int revision_ = 0;
  int savedRevision_ = 0;
};

}  // namespace zipper
