// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/sizes_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include "widgets/sizes/sizes_page.h"
#include "widgets/sizes/trunks_page.h"

namespace zipper {

SizesDialog::SizesDialog(QWidget* parent)
    : QDialog(parent, Qt::Window),
      sizes_(new SizesPage),
      trunks_(new TrunksPage),
      status_(new QLabel),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("&Cancel"))) {
  setObjectName("sizesDialog");
  setWindowTitle(tr("Sizes and trunks"));
  auto* tabs = new QTabWidget;
  tabs->setObjectName("sizesTabs");
  tabs->addTab(sizes_, tr("Accuracy against size"));
  tabs->addTab(trunks_, tr("Accuracy against speedup"));
  status_->setObjectName("status");
  status_->setTextFormat(Qt::PlainText);
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setMaximumWidth(220);
  progress_->setAccessibleName(tr("Progress of the measurement"));
  cancel_->setObjectName("cancelButton");
  cancel_->setAutoDefault(false);
  cancel_->setToolTip(tr("Give up the network in progress; measured ones stay"));
  auto* close = new QPushButton(tr("C&lose"));
  close->setObjectName("closeButton");
  close->setAutoDefault(false);
  close->setToolTip(tr("Close this window; a measurement that runs goes on, and points stay with the session"));
  auto* row = new QHBoxLayout;
  row->addWidget(status_, 1);
  row->addWidget(progress_);
  row->addWidget(cancel_);
  row->addWidget(close);
  auto* column = new QVBoxLayout(this);
  column->addWidget(tabs, 1);
  column->addLayout(row);
  connect(cancel_, &QPushButton::clicked, this, &SizesDialog::cancelRequested);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  updateButtons();
  resize(QSize(1180, 720).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
}

void SizesDialog::setEnabledToStart(bool on) {
  canStart_ = on;
  updateButtons();
}

void SizesDialog::begin(const QString& text) {
  running_ = true;
  setStatus(text);
  setProgress(0);
  updateButtons();
}

void SizesDialog::end(const QString& text) {
  running_ = false;
  setStatus(text);
  updateButtons();
}

void SizesDialog::setStatus(const QString& text) { status_->setText(text); }

void SizesDialog::setProgress(double share) { progress_->setValue(int(1000 * share)); }

void SizesDialog::updateButtons() {
  sizes_->setEnabledToStart(canStart_ && !running_);
  trunks_->setEnabledToStart(canStart_ && !running_);
  cancel_->setEnabled(running_);
  progress_->setVisible(running_);
}

}  // namespace zipper
