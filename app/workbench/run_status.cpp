// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/run_status.h"

#include <unistd.h>
#include <QFile>
#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

#include "core/support/text_format.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/work_bar.h"

namespace zipper {

namespace {

/// Resident memory of this program in bytes; 0 if the system doesn't tell.
qint64 residentBytes() {
  QFile file("/proc/self/statm");
  if (!file.open(QIODevice::ReadOnly)) return 0;
  const QList<QByteArray> fields = file.readLine().split(' ');
  return fields.size() > 1 ? fields[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

QString stateText(RunState state, const QString& what) {
  switch (state) {
    case RunState::Empty:
      return what.isEmpty() ? RunStatus::tr("No session") : what;
    case RunState::Idle:
      return what.isEmpty() ? RunStatus::tr("Ready") : what;
    case RunState::Paused:
      return RunStatus::tr("Paused — %1").arg(what);
    case RunState::Cancelling:
      return RunStatus::tr("Cancelling…");
    case RunState::Running:
    case RunState::Busy:
      return what;
  }
  return what;
}

}  // namespace

RunStatus::RunStatus(QWidget* parent)
    : QWidget(parent),
      what_(new QLabel(this)),
      bar_(new style::WorkBar(this)),
      rate_(new QLabel(this)),
      left_(new QLabel(this)),
      memory_(new QLabel(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(8, 0, 8, 0);
  layout->setSpacing(16);
  for (QWidget* widget : std::initializer_list<QWidget*>{what_, bar_, rate_, left_, memory_}) layout->addWidget(widget);
  bar_->setFixedWidth(180);
  bar_->setFixedHeight(10);
  bar_->setAccessibleName(tr("Progress of the run"));
  what_->setObjectName("statusText");
  rate_->setToolTip(tr("Images of all tasks per second while calibrating"));
  memory_->setToolTip(tr("Memory of this program (resident)"));
  connect(&memoryTimer_, &QTimer::timeout, this, &RunStatus::showMemory);
  memoryTimer_.start(2000);
  showMemory();
  show(RunState::Empty, {});
}

void RunStatus::show(RunState state, const RunProgress& progress) {
  what_->setText(stateText(state, progress.what));
  // Room for the longest text so far: numbers that count up would be cut off until the next layout, and jump.
  what_->setMinimumWidth(std::max(what_->minimumWidth(), what_->sizeHint().width()));
  const bool working = state != RunState::Empty && state != RunState::Idle;
  working_ = working;
  bar_->setVisible(working);
  bar_->setShare(progress.share);
  rate_->setVisible(progress.imagesPerSecond > 0);
  rate_->setText(tr("%1 images/s").arg(QString::fromStdString(withThousands(qint64(progress.imagesPerSecond)))));
  showTime(state == RunState::Cancelling ? -1 : progress.secondsLeft);
}

void RunStatus::setForecast(double seconds) {
  forecast_ = seconds;
  if (!working_) showTime(-1);
}

void RunStatus::showTime(double secondsLeft) {
  const double seconds = working_ ? secondsLeft : forecast_;
  const QString time = QString::fromStdString(roughDuration(seconds));
  left_->setVisible(seconds >= 0);
  left_->setText(working_ ? tr("about %1 left").arg(time) : tr("the plan takes about %1").arg(time));
  left_->setToolTip(working_ ? tr("Estimated from what is left to do and the rates measured so far")
                             : tr("All steps that are left: estimated from the rates measured in this session"));
}

void RunStatus::showMemory() {
  const qint64 bytes = residentBytes();
  memory_->setText(bytes > 0 ? QString::fromStdString(bytesText(bytes)) : QString());
}

}  // namespace zipper
