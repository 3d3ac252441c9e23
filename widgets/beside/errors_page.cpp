// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/beside/errors_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/changes/gallery_page.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/percent.h"

namespace zipper {

namespace {

QString accuracyLine(const QString& text, const Proportion& accuracy) {
  return text.arg(ErrorsPage::tr("%Ln test image(s)", nullptr, int(accuracy.images)), QLocale().toString(accuracy.hits),
                  shareText(accuracy.share), shareText(accuracy.low), shareText(accuracy.high));
}

qint64 errorsOf(const TaskChanges& changes, Outcome outcome) {
  switch (outcome) {
    case Outcome::Lost:
      return changes.lost;
    case Outcome::Won:
      return changes.won;
    case Outcome::BothRight:
      return changes.bothRight;
    case Outcome::BothWrong:
      return changes.bothWrong;
  }
  return 0;
}

QString errorsButton(Outcome outcome, qint64 count) {
  const QString number = QLocale().toString(count);
  switch (outcome) {
    case Outcome::Lost:
      return ErrorsPage::tr("%1 right here only").arg(number);
    case Outcome::Won:
      return ErrorsPage::tr("%1 right beside only").arg(number);
    case Outcome::BothRight:
      return ErrorsPage::tr("%1 right in both").arg(number);
    case Outcome::BothWrong:
      return ErrorsPage::tr("%1 wrong in both").arg(number);
  }
  return {};
}

QString errorsTip(Outcome outcome) {
  switch (outcome) {
    case Outcome::Lost:
      return ErrorsPage::tr("Show the images that are right where the session stands and wrong beside");
    case Outcome::Won:
      return ErrorsPage::tr("Show the images that are right beside and wrong where the session stands");
    case Outcome::BothRight:
      return ErrorsPage::tr("Show the images that are right in both");
    case Outcome::BothWrong:
      return ErrorsPage::tr("Show the images that are wrong in both");
  }
  return {};
}

/// What there is to see first.
Outcome firstOutcome(const TaskChanges& changes) {
  for (const Outcome outcome : {Outcome::Lost, Outcome::Won, Outcome::BothWrong})
    if (errorsOf(changes, outcome) > 0) return outcome;
  return Outcome::BothRight;
}

}  // namespace

QString errorsText(const ShownChanges& shown) {
  const TaskChanges& changes = shown.changes;
  QStringList lines;
  if (changes.lost == 0 && changes.won == 0)
    lines << ErrorsPage::tr("No image is right in one of them and wrong in the other.");
  else
    lines << ErrorsPage::tr("%1 right here only, %2 beside only.")
                     .arg(ErrorsPage::tr("%Ln image(s)", nullptr, int(changes.lost)),
                          QLocale().toString(qint64(changes.won))) +
                 u' ' + chanceText(changes.p);
  lines << accuracyLine(ErrorsPage::tr("Here: of %1 %2 right: %3 (95 % interval: %4 to %5)."), changes.teacher)
        << accuracyLine(ErrorsPage::tr("Beside: of %1 %2 right: %3 (95 % interval: %4 to %5)."), changes.merged);
  if (const QString images = imagesSentence(shown); !images.isEmpty()) lines << images;
  return style::keepPercents(lines.join(u'\n'));
}

ErrorsPage::ErrorsPage(QWidget* parent)
    : InspectorPage(parent), tasks_(new QComboBox), text_(new QLabel), row_(new QWidget), gallery_(new GalleryPage) {
  tasks_->setObjectName(QStringLiteral("errorsTask"));
  tasks_->setAccessibleName(tr("Task"));
  tasks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  addAbove(tasks_);
  text_->setObjectName(QStringLiteral("errorsText"));
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  addButtons();
  buildContent();
  connect(tasks_, &QComboBox::activated, this, &ErrorsPage::taskChosen);
  connect(gallery_, &GalleryPage::picturesWanted, this,
          [this](const std::vector<qint64>& images) { Q_EMIT picturesWanted(task(), images); });
  connect(gallery_, &GalleryPage::imageChosen, this,
          [this](const ImageAnswers& image) { Q_EMIT imageOpened(task(), qint64(image.image)); });
  setTasks({});
}

/// Scrolls where there is little height: a text that wraps would be cut instead.
void ErrorsPage::buildContent() {
  auto* scroller = new QScrollArea;
  auto* column = new QWidget;
  auto* rows = new QVBoxLayout(column);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(8);
  rows->addWidget(text_);
  rows->addWidget(row_);
  rows->addWidget(gallery_, 1);
  scroller->setWidget(column);
  scroller->setWidgetResizable(true);
  scroller->setFrameShape(QFrame::NoFrame);
  scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroller);
}

void ErrorsPage::addButtons() {
  auto* flow = new style::FlowLayout(row_, 6, 4);
  for (const Outcome outcome : {Outcome::Lost, Outcome::Won, Outcome::BothWrong, Outcome::BothRight}) {
    auto* button = new QPushButton;
    button->setObjectName(QStringLiteral("errors%1").arg(int(outcome)));
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setToolTip(errorsTip(outcome));
    connect(button, &QPushButton::clicked, this, [this, outcome] { ask(outcome); });
    flow->addWidget(button);
    buttons_.emplace_back(outcome, button);
  }
}

void ErrorsPage::setTasks(const QStringList& titles) {
  const int before = task();
  const QSignalBlocker quiet(tasks_);
  tasks_->clear();
  tasks_->addItems(titles);
  tasks_->setCurrentIndex(before < int(titles.size()) ? before : 0);
  tasks_->setVisible(titles.size() > 1);
  forgetImages();
}

int ErrorsPage::task() const { return std::max(0, tasks_->currentIndex()); }

void ErrorsPage::showReason(const QString& reason) {
  errors_ = nullptr;
  showMessage(reason);
}

void ErrorsPage::setErrors(const ShownChangesPtr& errors) {
  const bool isFirst = errors_ == nullptr;
  errors_ = errors;
  text_->setText(errorsText(*errors));
  for (const auto& [outcome, button] : buttons_) {
    const qint64 count = errorsOf(errors->changes, outcome);
    button->setText(errorsButton(outcome, count));
    button->setEnabled(count > 0);
  }
  ask(isFirst || errorsOf(errors->changes, asked_) == 0 ? firstOutcome(errors->changes) : asked_);
  showContent();
}

void ErrorsPage::ask(Outcome outcome) {
  asked_ = outcome;
  for (const auto& [other, button] : buttons_) button->setChecked(other == outcome);
  gallery_->setImages(errors_, ImagesAsked::with(outcome));
}

void ErrorsPage::setPictures(const std::vector<Thumbnail>& pictures) { gallery_->setPictures(pictures); }

void ErrorsPage::forgetImages() { gallery_->clear(); }

void ErrorsPage::showEvent(QShowEvent* event) {
  InspectorPage::showEvent(event);
  Q_EMIT seenChanged(true);
}

void ErrorsPage::hideEvent(QHideEvent* event) {
  InspectorPage::hideEvent(event);
  Q_EMIT seenChanged(false);
}

}  // namespace zipper
