// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/lesson_link.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <utility>

#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/lesson_layout.h"
#include "app/workbench/panels.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/session_controller.h"
#include "core/lesson/make_lesson.h"
#include "core/lesson/unpacked_lesson.h"
#include "widgets/lesson/lesson_dialog.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

LessonLink::LessonLink(Document& document, SessionController& files, RunController& run, JobRunner& jobs,
                       Panels& panels, Actions& actions, QMainWindow& window)
    : QObject(&window), document_(document), files_(files), run_(run), jobs_(jobs), panels_(panels), window_(window) {
  connect(&document, &Document::opened, this, &LessonLink::takeDocument);
  connect(panels.lesson, &LessonPanel::pageShown, this, &LessonLink::showPage);
  connect(actions.saveLesson, &QAction::triggered, this, &LessonLink::askForLesson);
}

LessonLink::~LessonLink() = default;

void LessonLink::takeDocument() {
  end();
  if (document_.lesson() == nullptr) return;
  // Docks have their sizes only when the window has shown the session.
  QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, &LessonLink::begin); });
}

void LessonLink::begin() {
  if (document_.lesson() == nullptr || !before_.isEmpty()) return;
  const Lesson& lesson = document_.lesson()->lesson;
  before_ = panels_.arrangement();
  if (!panels_.isPresenting()) applyLayout(window_, panels_, lesson.panels);
  panels_.lesson->setLesson(lesson);
}

void LessonLink::end() {
  panels_.lesson->clear();
  if (!before_.isEmpty()) panels_.setArrangement(std::exchange(before_, {}));
}

void LessonLink::showPage(int page) {
  if (document_.lesson() == nullptr) return;
  const std::vector<LessonPage>& pages = document_.lesson()->lesson.pages;
  if (page < 0 || page >= int(pages.size())) return;
  const LessonPage& shown = pages[std::size_t(page)];
  if (shown.step && run_.state() == RunState::Idle) document_.look(*shown.step);
  QDockWidget* dock = shown.panel.empty() ? nullptr : dockOfName(panels_, shown.panel);
  if (dock != nullptr && !panels_.isPresenting()) reveal(*dock);
}

/// The lesson itself must stay in sight: it has the buttons that lead on.
void LessonLink::reveal(QDockWidget& dock) {
  QDockWidget& lesson = panels_.dockOf(panels_.lesson);
  if (&dock == &lesson) return;
  if (window_.tabifiedDockWidgets(&lesson).contains(&dock)) window_.splitDockWidget(&lesson, &dock, Qt::Vertical);
  dock.show();
  dock.raise();
}

void LessonLink::askForLesson() {
  auto* dialog = new LessonDialog(&window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  Lesson lesson;
  if (document_.lesson() != nullptr)
    lesson = document_.lesson()->lesson;
  else
    lesson.title = document_.title().toStdString();
  LessonChoices choices;
  const auto& steps = document_.session().steps;
  for (std::size_t i = 0; i < steps.size(); ++i)
    choices.steps << tr("Step %1: %2").arg(i + 1).arg(stepTitle(steps[i]->plan.target));
  for (const QDockWidget* dock : panels_.docks)
    if (const std::string name = nameOfDock(*dock); !name.empty() && name != "lesson")
      choices.panels.push_back({name, dock->windowTitle()});
  dialog->setSubject(lesson, choices, document_.hasData());
  connect(dialog, &LessonDialog::saveRequested, this, [this, dialog] { save(*dialog); });
  connect(&document_, &Document::opened, dialog, &QDialog::reject);
  measure(*dialog);
  dialog->open();
}

void LessonLink::measure(LessonDialog& dialog) {
  const QPointer<LessonDialog> asked(&dialog);
  jobs_.query(
      "lessonSizes",
      [asked, session = document_.session()]() -> std::function<void()> {
        return [asked, sizes = measureLesson(session)] {
          if (asked != nullptr) asked->setSizes(sizes);
        };
      },
      [asked](const QString& message) {
        if (asked != nullptr) asked->setSizesError(message);
      });
}

void LessonLink::save(LessonDialog& dialog) {
  Lesson lesson = dialog.lesson();
  if (dialog.keepsPanels()) lesson.panels = layoutOf(window_, panels_);
  const ImagesPerClass perClass = dialog.imagesPerClass();
  const QString suggestion =
      document_.lesson() != nullptr ? style::unchanged(document_.lesson()->file.string()) : tr("lesson.zipperlesson");
  style::askSaveName(&dialog, tr("Save lesson"), suggestion, tr("Lessons (*.zipperlesson);;All files (*)"),
                     "zipperlesson",
                     [this, lesson, perClass, asked = QPointer<LessonDialog>(&dialog)](const QString& path) {
                       files_.saveLesson(path, lesson, perClass);
                       if (asked != nullptr) asked->accept();
                     });
}

}  // namespace zipper
