// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/file_line.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include "widgets/style/plain_text.h"
#include "widgets/welcome/elided_label.h"

namespace zipper {

FileLine::FileLine(const char* name, const QString& help, const QString& empty, QWidget* parent)
    : QWidget(parent), empty_(empty), text_(new ElidedLabel), button_(new QPushButton) {
  button_->setObjectName(name);
  button_->setToolTip(help);
  button_->setWhatsThis(help);
  button_->setAccessibleName(help);
  button_->setAutoDefault(false);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(text_, 1);
  row->addWidget(button_);
  setFocusProxy(button_);
  connect(button_, &QPushButton::clicked, this, &FileLine::chooseRequested);
  setPath({});
}

void FileLine::setPath(const QString& path) {
  path_ = path;
  const bool chosen = !path.isEmpty();
  const QString name = QFileInfo(path).fileName();
  text_->setText(chosen ? style::shown(name.isEmpty() ? path : name) : empty_, !chosen);
  text_->setToolTip(style::shown(path));
  text_->setAccessibleName(text_->text());
  button_->setText(chosen ? tr("Change…") : tr("Choose…"));
}

}  // namespace zipper
