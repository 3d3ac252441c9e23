// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/figure_writer.h"

#include <QDir>
#include <QProgressDialog>
#include <QTimer>

#include "app/workbench/jobs/job_runner.h"
#include "core/support/error.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {
constexpr int unnoticed = 500;  ///< milliseconds that need no dialog
}

FigureWriter::FigureWriter(JobRunner& jobs, QWidget& window) : jobs_(jobs), window_(window) {}

FigureWriter::~FigureWriter() = default;

void FigureWriter::write(const QString& folder, std::vector<PlannedFigure> figures) {
  if (isRunning() || figures.empty()) return;
  folder_ = folder;
  files_ = std::move(figures);
  done_ = 0;
  progress_ = new QProgressDialog(tr("Writing the figures"), tr("&Cancel"), 0, int(files_.size()), &window_);
  progress_->setObjectName("figureProgress");
  progress_->setWindowModality(Qt::NonModal);  // a modal one would handle events within setValue()
  progress_->setMinimumDuration(unnoticed);
  progress_->setAutoClose(false);
  progress_->setAutoReset(false);
  connect(progress_, &QProgressDialog::canceled, this, &FigureWriter::cancel);
  progress_->setValue(0);
  QTimer::singleShot(0, this, &FigureWriter::next);
}

void FigureWriter::cancel() {
  if (!isRunning()) return;
  finish();
  Q_EMIT cancelled();
}

void FigureWriter::next() {
  if (!isRunning()) return;  // cancelled meanwhile
  if (done_ == files_.size()) {
    finish();
    Q_EMIT written(folder_);
    return;
  }
  const PlannedFigure& figure = files_[done_];
  const auto fails = [this](const QString& message) {
    if (!isRunning()) return;
    finish();
    Q_EMIT failed(message);
  };
  try {
    jobs_.query(
        "figure",
        [this, save = figure.draw(), path = QDir(folder_).filePath(figure.file)]() -> std::function<void()> {
          save(path);
          return [this] {
            if (!isRunning()) return;
            ++done_;
            progress_->setValue(int(done_));
            QTimer::singleShot(0, this, &FigureWriter::next);
          };
        },
        fails);
  } catch (...) {
    fails(style::engineText(describeCurrentException()));
  }
}

void FigureWriter::finish() {
  files_.clear();
  progress_->hide();
  progress_->deleteLater();  // it may be the one that tells
}

}  // namespace zipper
