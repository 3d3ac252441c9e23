// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/try_link.h"

#include <QDockWidget>
#include <QStringList>
#include <utility>

#include "app/workbench/document.h"
#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/jobs/try_query.h"
#include "core/analysis/answer_pass.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"
#include "widgets/try_it/try_panel.h"

namespace zipper {

namespace {

QStringList namesToShow(const MobileNetSpec& spec, const TaskData* data) {
  const bool byData = data != nullptr && data->test && hasClasses(*data->test);
  QStringList names;
  for (const std::string& name : byData ? namesOfOutputs(spec, *data->test) : spec.classNames)
    names << style::shown(name);
  return names;
}

}  // namespace

TryLink::TryLink(Document& document, JobRunner& jobs, TryPanel& panel, QDockWidget& dock)
    : document_(document), jobs_(jobs), panel_(panel), asker_(std::make_shared<TryAsker>()) {
  connect(&document_, &Document::opened, this, &TryLink::showTasks);
  connect(&document_, &Document::dataChanged, this, &TryLink::showTasks);
  connect(&document_, &Document::stepsChanged, this, &TryLink::ask);
  connect(&panel_, &TryPanel::pictureChanged, this, &TryLink::ask);
  connect(&jobs_, &JobRunner::ended, this, [this] {
    if (std::exchange(busy_, false)) ask();  // for times that count
  });
  connect(&dock, &QDockWidget::visibilityChanged, this, [this](bool seen) {
    seen_ = seen;
    if (!seen) asker_ = std::make_shared<TryAsker>();
    ask();
  });
  showTasks();
}

TryLink::~TryLink() = default;

void TryLink::showTasks() {
  ++tasks_;
  began_ = false;
  const Session& session = document_.session();
  const QStringList titles = document_.taskTitles();
  std::vector<TriedTask> tasks;
  for (std::size_t task = 0; task < session.teachers.size(); ++task) {
    const TaskData* data = document_.hasData() ? &document_.data()[task] : nullptr;
    tasks.push_back({titles.value(int(task)), namesToShow(session.teachers[task].spec, data),
                     data != nullptr && data->test ? qint64(data->test->size()) : 0});
  }
  panel_.setTasks(tasks);
  ask();
}

void TryLink::ask() {
  const int number = ++asked_;  // whatever was asked before isn't waited for any more
  panel_.setAwaiting(false);
  if (!document_.isOpen()) return panel_.showMessage(tr("Open models to try them on a picture of your own."));
  if (!seen_) return;
  if (!panel_.picture().isThere() && !began_ && panel_.hasTestImages()) {
    began_ = true;
    return panel_.chooseTestImage();  // which asks
  }
  if (!panel_.picture().isThere())
    return panel_.showMessage(tr("Drop a picture here, paste, open or draw one, or show one to the camera."));
  began_ = true;
  if (!panel_.showsAnswers()) panel_.showMessage(tr("Asking the networks…"));
  panel_.setAwaiting(true);
  jobs_.query(
      "try it",
      [this, asker = asker_, session = document_.session(), data = document_.data(), picture = panel_.picture(),
       tasks = tasks_, busy = jobs_.isRunning(), number]() -> std::function<void()> {
        const TriedPicture asked = asker->ask(session, data, picture);
        return [this, asked, busy, tasks, number, file = picture.file] {
          TriedPicture tried = asked;
          tried.busy = busy || jobs_.isRunning();
          if (!file.isEmpty()) style::rememberFolder(file);
          if (number == asked_) panel_.setAwaiting(false);
          // An answer that is a little late is better than none while somebody draws.
          if (tasks != tasks_ || !panel_.picture().isThere()) return;
          busy_ = tried.busy;
          panel_.setTried(tried);
        };
      },
      [this, number](const QString& message) {
        if (number != asked_) return;
        panel_.setAwaiting(false);
        panel_.setError(message);
      });
}

}  // namespace zipper
