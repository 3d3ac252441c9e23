// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/confusion_page.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "widgets/changes/confusion_view.h"
#include "widgets/inspector/color_bar.h"
#include "widgets/style/flow_layout.h"

namespace zipper {

ConfusionPage::ConfusionPage(QWidget* parent)
    : QWidget(parent),
      matrices_(new QButtonGroup(this)),
      content_(new QWidget),
      view_(new ConfusionView),
      colorBar_(new ColorBar),
      readOut_(new QLabel),
      message_(new QLabel),
      stack_(new QStackedLayout(this)) {
  message_->setAlignment(Qt::AlignCenter);
  readOut_->setObjectName(QStringLiteral("cellText"));
  for (QLabel* label : {message_, readOut_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  readOut_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  view_->setToolTip(
      tr("A row for what an image is, a column for what the network answers. Enter or a click shows the "
         "images behind a cell; Ctrl and the wheel, + and − change the size, 0 shows all."));
  auto* layout = new QVBoxLayout(content_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  addSwitch(*layout);
  layout->addWidget(view_, 1);
  layout->addWidget(readOut_);
  layout->addWidget(colorBar_);
  stack_->addWidget(content_);
  stack_->addWidget(message_);
  connect(view_, &ConfusionView::readOut, readOut_, &QLabel::setText);
  connect(view_, &ConfusionView::chosen, this,
          [this](int label, int answer) { Q_EMIT asked(ImagesAsked::inCell(view_->matrix(), label, answer)); });
  showScale();
  reserveReadOut();
}

/// Room for two lines is kept free: the matrix doesn't jump while the mouse moves.
void ConfusionPage::reserveReadOut() { readOut_->setFixedHeight(2 * readOut_->fontMetrics().lineSpacing() + 2); }

void ConfusionPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) reserveReadOut();
}

void ConfusionPage::addSwitch(QVBoxLayout& layout) {
  auto* row = new QWidget;
  auto* flow = new style::FlowLayout(row, 10, 2);
  for (const auto& [matrix, text, name] : {std::tuple{MatrixShown::Difference, tr("Difference"), "differenceMatrix"},
                                           {MatrixShown::Teacher, tr("Teacher"), "teacherMatrix"},
                                           {MatrixShown::Merged, tr("Merged"), "mergedMatrix"}}) {
    auto* button = new QRadioButton(text);
    button->setObjectName(QLatin1String(name));
    button->setChecked(matrix == view_->matrix());
    matrices_->addButton(button, int(matrix));
    flow->addWidget(button);
  }
  layout.addWidget(row);
  connect(matrices_, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
    if (checked) setMatrix(MatrixShown(id));
  });
}

void ConfusionPage::setMatrix(MatrixShown matrix) {
  view_->setMatrix(matrix);
  showScale();
}

void ConfusionPage::showScale() {
  const MatrixShown matrix = view_->matrix();
  colorBar_->setRows({{matrix == MatrixShown::Difference ? tr("Change for the worse, images") : tr("Share of the row"),
                       view_->table().scale(matrix)}});
}

void ConfusionPage::setChanges(ShownChangesPtr changes) {
  view_->setChanges(std::move(changes));
  if (view_->table().isTooLarge()) {
    message_->setText(tr("%1 classes are too many for a matrix that one can look at. “Most changed” lists the cells "
                         "that differ.")
                          .arg(QLocale().toString(view_->table().size())));
    return stack_->setCurrentWidget(message_);
  }
  stack_->setCurrentWidget(content_);
  showScale();
}

}  // namespace zipper
