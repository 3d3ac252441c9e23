// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/document.h"

#include <QFileInfo>
#include <algorithm>

#include "app/workbench/jobs/score_job.h"
#include "core/report/report_figures.h"
#include "core/session/comparison_list.h"
#include "core/session/run_tree.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString nameOfTask(const Session& session, int task) { return style::shown(nameOf(sourceOf(session, task))); }

}  // namespace

QString sessionTitle(const Session& session) {
  QStringList names;
  for (int task = 0; task < session.taskCount(); ++task) names << nameOfTask(session, task);
  return names.join(" + ");
}

QString Document::title() const {
  if (!isOpen()) return {};
  if (path_.isEmpty() && lesson_) return style::shown(lesson_->lesson.title);
  return path_.isEmpty() ? sessionTitle(session_) : style::shown(QFileInfo(path_).fileName());
}

QStringList Document::taskTitles() const {
  QStringList titles;
  for (int task = 0; task < session_.taskCount(); ++task) titles << taskTitle(task, nameOfTask(session_, task));
  return titles;
}

std::int64_t Document::smallestTrainingSet() const {
  std::int64_t smallest = 0;
  for (const TaskData& task : data_.data)
    if (smallest == 0 || task.train->size() < smallest) smallest = task.train->size();
  return smallest;
}

void Document::open(OpenedSession opened, const QString& path, bool modified) {
  session_ = std::move(opened.session);
  data_ = std::move(opened.data);
  similarity_ = std::move(opened.similarity);
  mergeCosts_.clear();
  lesson_ = std::move(opened.lesson);
  path_ = path;
  savedRevision_ = ++revision_;
  if (modified) ++revision_;
  Q_EMIT this->opened();
  Q_EMIT modifiedChanged();
}

void Document::close() { open({}, {}, false); }

void Document::setTaskData(SessionData data, bool keepsScores) {
  data_ = std::move(data);
  session_.recipe.sources = data_.recipe.sources;
  if (!keepsScores) {
    session_.teacherScores.clear();  // they were measured on other images
    session_.teacherSample.clear();
    setMergeCosts({});
  }
  touch();
  Q_EMIT dataChanged();
}

void Document::setRecipe(const Recipe& recipe) {
  const auto sources = session_.recipe.sources;
  session_.recipe = recipe;
  session_.recipe.sources = sources;
  touch();
  Q_EMIT planChanged();
}

void Document::setMergeCosts(std::vector<LayerMergeability> costs) {
  mergeCosts_ = std::move(costs);
  Q_EMIT mergeCostsChanged();
}

void Document::setTeacherScores(const Scores& scores) {
  zipper::setTeacherScores(session_, scores);
  // Not counted as a change: they are measured anew whenever they are missing.
  Q_EMIT scoresChanged();
}

void Document::setStepScores(const std::shared_ptr<const StepResult>& before,
                             const std::shared_ptr<const StepResult>& now) {
  const auto found = std::find(session_.steps.begin(), session_.steps.end(), before);
  if (found == session_.steps.end()) return;
  *found = now;
  // Not counted as a change: nobody asked for it. The next time that the session is saved it goes along.
  Q_EMIT stepScored(int(found - session_.steps.begin()));
}

void Document::append(const std::shared_ptr<const StepResult>& step) {
  session_.steps.push_back(step);
  session_.current = int(session_.steps.size()) - 1;
  touch();
  Q_EMIT stepsChanged();
}

void Document::goTo(int step) {
  if (step == session_.current || step < -1 || step >= int(session_.steps.size())) return;
  touch();
  look(step);
}

void Document::look(int step) {
  if (step == session_.current || step < -1 || step >= int(session_.steps.size())) return;
  session_.current = step;
  Q_EMIT stepsChanged();
}

void Document::setRunNote(int run, const RunNote& note) {
  zipper::setRunNote(session_, run, note);
  touch();
  Q_EMIT runNotesChanged();
}

void Document::keepComparison(const std::shared_ptr<const KeptComparison>& comparison,
                              std::optional<std::size_t> place) {
  zipper::keepComparison(session_, comparison, place);
  touch();
  Q_EMIT comparisonsChanged();
}

void Document::renameComparison(std::size_t place, const std::string& name) {
  zipper::renameComparison(session_, place, name);
  touch();
  Q_EMIT comparisonsChanged();
}

void Document::removeComparison(std::size_t place) {
  if (place >= session_.comparisons.size()) return;
  session_.comparisons.erase(session_.comparisons.begin() + std::ptrdiff_t(place));
  touch();
  Q_EMIT comparisonsChanged();
}

void Document::markSaved(const QString& path, int revision) {
  path_ = path;
  savedRevision_ = revision;
  Q_EMIT modifiedChanged();
}

void Document::touch() {
  ++revision_;
  Q_EMIT modifiedChanged();
}

}  // namespace zipper
