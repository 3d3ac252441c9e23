// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/try_panel.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/try_it/offered_picture.h"
#include "widgets/try_it/picture_sources.h"
#include "widgets/try_it/task_answer_card.h"

namespace zipper {

namespace {

/// Of the panel, from which picture and answers stand beside each other; where there is little height, earlier.
constexpr int besideWidth = 460, besideWidthWhenLow = 380;
constexpr int sourcesWidth = 30;  ///< of the picture and its buttons, in average characters
constexpr int cardWidth = 52;     ///< from which cards stand beside each other, in average characters
constexpr int leastSourcesWidth = 190, leastSourcesWidthWhenLow = 140;
constexpr int lowHeight = 24;  ///< of the panel, in lines of text: less is little height

QString timeText(double milliseconds) { return style::shown(millisecondsText(milliseconds)); }

}  // namespace

TryPanel::TryPanel(QWidget* parent)
    : QWidget(parent),
      sources_(new PictureSources),
      scroller_(new QScrollArea),
      body_(new QBoxLayout(QBoxLayout::TopToBottom)),
      message_(new QLabel),
      answers_(new QWidget),
      subject_(new QLabel),
      grid_(new QGridLayout),
      limits_(new QLabel(tr("A network can only answer with its own classes: to a picture of another kind even a high "
                            "percentage means nothing."))),
      totals_(new QLabel) {
  setAcceptDrops(true);
  buildLayout();
  connect(sources_, &PictureSources::chosen, this, [this] {
    if (!picture().isThere()) showMessage({});  // answers to what isn't there any more
    Q_EMIT pictureChanged();
  });
  auto* paste = new QShortcut(QKeySequence::Paste, this);
  paste->setContext(Qt::WidgetWithChildrenShortcut);
  connect(paste, &QShortcut::activated, sources_, &PictureSources::paste);
  showMessage({});
}

void TryPanel::buildLayout() {
  message_->setObjectName(QStringLiteral("tryMessage"));
  message_->setAlignment(Qt::AlignCenter);
  message_->setMargin(12);
  subject_->setObjectName(QStringLiteral("trySubject"));
  limits_->setObjectName(QStringLiteral("tryLimits"));
  totals_->setObjectName(QStringLiteral("tryTotals"));
  totals_->setToolTip(tr("Measured for this picture alone, on this machine: sums of the medians of several runs"));
  for (QLabel* label : {message_, subject_, limits_, totals_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  grid_->setSpacing(8);
  auto* column = new QVBoxLayout(answers_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(subject_);
  column->addLayout(grid_);
  column->addWidget(limits_);
  column->addWidget(totals_);
  column->addStretch(1);
  auto* content = new QWidget;
  content->setLayout(body_);
  body_->setContentsMargins(8, 6, 8, 6);
  body_->setSpacing(10);
  body_->addWidget(sources_);
  body_->addWidget(message_, 1);
  body_->addWidget(answers_, 1);
  scroller_->setWidget(content);
  scroller_->setWidgetResizable(true);
  scroller_->setFrameShape(QFrame::NoFrame);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroller_);
}

void TryPanel::setTasks(const std::vector<TriedTask>& tasks) {
  for (TaskAnswerCard* card : cards_) delete card;
  cards_.clear();
  std::vector<qint64> testImages;
  for (const TriedTask& task : tasks) {
    cards_.push_back(new TaskAnswerCard(int(cards_.size()), task, answers_));
    testImages.push_back(task.testImages);
  }
  sources_->setTestImages(testImages);
  answers_->hide();
  arrange();
}

const TryPicture& TryPanel::picture() const { return sources_->picture(); }

bool TryPanel::hasTestImages() const { return sources_->hasTestImages(); }

void TryPanel::choose(const TryPicture& picture) { sources_->choose(picture); }

void TryPanel::chooseTestImage() { sources_->chooseTestImage(); }

bool TryPanel::showsAnswers() const { return !answers_->isHidden(); }

void TryPanel::showMessage(const QString& message) {
  answers_->hide();
  message_->setText(message);
  message_->show();
  sources_->showPicture({}, {});
}

void TryPanel::setError(const QString& message) {
  showMessage(tr("There is no answer to this picture.") + QStringLiteral("\n\n") + message);
}

void TryPanel::setAwaiting(bool awaiting) { sources_->setAwaiting(awaiting); }

void TryPanel::setTried(const TriedPicture& tried) {
  if (!tried.answers || tried.answers->tasks.size() != cards_.size()) return;
  const bool merged = !tried.step.isEmpty();
  subject_->setText(merged ? tr("Teachers and merged network after %1", "a step: layer 3").arg(tried.step)
                           : tr("Nothing is merged yet: for each task the merged network is still its teacher."));
  for (std::size_t task = 0; task < cards_.size(); ++task)
    cards_[task]->setAnswers(tried.answers->tasks[task], task < tried.seen.size() ? tried.seen[task] : QImage(), merged,
                             tried.busy);
  QString totals = totalsOf(*tried.answers);
  if (tried.busy) totals += u' ' + tr("Something else was computed meanwhile: alone, the networks are faster.");
  totals_->setText(totals);
  sources_->showPicture(tried.picture, tried.description);
  message_->hide();
  answers_->show();
  arrange();  // times may be longer
}

QString TryPanel::totalsOf(const OneImageAnswers& answers) const {
  const QString teachers = timeText(answers.teacherMilliseconds()), merged = timeText(answers.mergedMilliseconds());
  if (answers.trunkMilliseconds > 0)
    return tr("All tasks, one after the other: teachers %1, merged network %2; with the trunk computed once for all "
              "%3.")
        .arg(teachers, merged, style::shown(millisecondsText(answers.trunkMilliseconds, answers.trunkRange)));
  if (answers.step < 0) return tr("All teachers, one after the other: %1.").arg(teachers);
  return tr("All tasks, one after the other: teachers %1, merged network %2.").arg(teachers, merged);
}

void TryPanel::arrange() {
  const int character = fontMetrics().averageCharWidth();
  const bool low = height() < lowHeight * fontMetrics().lineSpacing();
  const bool beside = width() >= (low ? besideWidthWhenLow : besideWidth);
  const bool narrow = low && width() < 2 * besideWidthWhenLow;
  const int sources = narrow ? leastSourcesWidthWhenLow : std::max(leastSourcesWidth, sourcesWidth * character);
  body_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  sources_->setFixedWidth(beside ? sources : QWIDGETSIZE_MAX);
  if (!beside) sources_->setMinimumWidth(0);
  const int room = width() - (beside ? sources + body_->spacing() : 0) - 24;
  for (TaskAnswerCard* one : cards_) one->setTimesBrief(low);
  int card = cardWidth * character;
  if (low) {  // as soon as they can
    card = 1;
    for (const TaskAnswerCard* one : cards_) card = std::max(card, one->besideWidth() + grid_->horizontalSpacing());
  }
  const int columns = std::clamp(room / card, 1, std::max(1, int(cards_.size())));
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    cards_[i]->setBrief(low && columns < int(cards_.size()));
    const auto isNarrow = [&] { return room / columns < cards_[i]->besideWidth() + grid_->horizontalSpacing(); };
    if (isNarrow()) cards_[i]->setTimesBrief(true);
    const bool stacked = isNarrow();
    cards_[i]->setStacked(stacked);
    if (stacked) cards_[i]->setTimesBrief(low);  // below each other there is room for them
    grid_->removeWidget(cards_[i]);
    grid_->addWidget(cards_[i], int(i) / columns, int(i) % columns);
  }
  for (int column = 0; column < grid_->columnCount(); ++column)
    grid_->setColumnStretch(column, column < columns ? 1 : 0);
}

void TryPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void TryPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) arrange();
}

void TryPanel::dragEnterEvent(QDragEnterEvent* event) {
  if (!offersPicture(*event->mimeData())) return;
  sources_->setInviting(true);
  event->setDropAction(Qt::CopyAction);  // the file stays where it is
  event->accept();
}

void TryPanel::dragLeaveEvent(QDragLeaveEvent* event) {
  sources_->setInviting(false);
  QWidget::dragLeaveEvent(event);
}

void TryPanel::dropEvent(QDropEvent* event) {
  sources_->setInviting(false);
  event->setDropAction(Qt::CopyAction);
  event->accept();
  sources_->takeOffer(*event->mimeData(), TryPicture::From::Dropped);
}

}  // namespace zipper
