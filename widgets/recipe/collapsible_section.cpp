// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/collapsible_section.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace zipper {

CollapsibleSection::CollapsibleSection(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(title),
      header_(new QToolButton(this)),
      body_(new QWidget(this)),
      content_(new QVBoxLayout(body_)) {
  header_->setText(title);
  header_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  header_->setAutoRaise(true);
  header_->setArrowType(Qt::RightArrow);
  header_->setToolTip(tr("Shows or hides the settings below."));
  header_->setWhatsThis(header_->toolTip());
  header_->setFocusPolicy(Qt::StrongFocus);
  header_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  QFont bold = header_->font();
  bold.setBold(true);
  header_->setFont(bold);
  content_->setContentsMargins(0, 6, 0, 0);
  content_->setSpacing(6);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(header_);
  layout->addWidget(body_);
  connect(header_, &QToolButton::clicked, this, [this] { setExpanded(!expanded_); });
  setExpanded(false);
}

void CollapsibleSection::setNote(const QString& note) {
  header_->setText(note.isEmpty() ? title_ : tr("%1 — %2").arg(title_, note));
}

void CollapsibleSection::setExpanded(bool expanded) {
  expanded_ = expanded;
  header_->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
  header_->setAccessibleDescription(expanded ? tr("unfolded") : tr("folded"));
  body_->setVisible(expanded);
}

}  // namespace zipper
