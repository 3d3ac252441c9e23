// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/narrow_tabs.h"

#include <QComboBox>
#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace zipper {

NarrowTabs::NarrowTabs(const QString& name, QWidget* parent)
    : QWidget(parent), tabs_(new QTabBar), combo_(new QComboBox), pages_(new QStackedWidget) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(tabs_);
  layout->addWidget(combo_);
  layout->addWidget(pages_, 1);
  tabs_->setDocumentMode(true);
  tabs_->setExpanding(false);
  tabs_->setUsesScrollButtons(false);
  tabs_->setElideMode(Qt::ElideNone);
  tabs_->setDrawBase(true);
  // The tabs don't ask for room: they give way to the combo box.
  tabs_->setMinimumWidth(1);
  tabs_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  tabs_->setAccessibleName(name);
  combo_->setAccessibleName(name);
  combo_->setToolTip(name);
  connect(tabs_, &QTabBar::currentChanged, this, &NarrowTabs::setCurrentIndex);
  connect(combo_, &QComboBox::currentIndexChanged, this, &NarrowTabs::setCurrentIndex);
  connect(pages_, &QStackedWidget::currentChanged, this, &NarrowTabs::currentChanged);
}

void NarrowTabs::addPage(QWidget* page, const QString& title, const QString& toolTip) {
  pages_->addWidget(page);
  tabs_->setTabToolTip(tabs_->addTab(title), toolTip);
  combo_->addItem(title);
  combo_->setItemData(combo_->count() - 1, toolTip, Qt::ToolTipRole);
  chooseSwitch();
}

QWidget* NarrowTabs::currentPage() const { return pages_->currentWidget(); }

void NarrowTabs::setCurrentIndex(int index) {
  if (index < 0 || index >= pages_->count()) return;
  tabs_->setCurrentIndex(index);
  combo_->setCurrentIndex(index);
  pages_->setCurrentIndex(index);
}

void NarrowTabs::setCurrentPage(QWidget* page) { setCurrentIndex(pages_->indexOf(page)); }

void NarrowTabs::chooseSwitch() {
  const bool narrow = tabs_->sizeHint().width() > width();
  tabs_->setVisible(!narrow);
  combo_->setVisible(narrow);
}

void NarrowTabs::resizeEvent(QResizeEvent*) { chooseSwitch(); }

void NarrowTabs::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) chooseSwitch();
  QWidget::changeEvent(event);
}

}  // namespace zipper
