// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/task_answer_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>

#include "widgets/inspector/probe_picture.h"
#include "widgets/style/colors.h"
#include "widgets/try_it/network_answer_view.h"
#include "widgets/try_it/probability_bar.h"
#include "widgets/try_it/top_answers.h"

namespace zipper {

namespace {

constexpr int cardMargin = 8, seenSide = 48;

QString seenText(const QImage& seen) {
  return (seen.isGrayscale() ? TaskAnswerCard::tr("What the networks of this task see: %1 × %2 pixels, grey")
                             : TaskAnswerCard::tr("What the networks of this task see: %1 × %2 pixels, in colour"))
      .arg(seen.width())
      .arg(seen.height());
}

}  // namespace

TaskAnswerCard::TaskAnswerCard(int task, const TriedTask& about, QWidget* parent)
    : QWidget(parent),
      about_(about),
      title_(new QLabel(about.title)),
      sentence_(new QLabel),
      seen_(new ProbePicture),
      teacher_(new NetworkAnswerView(task)),
      merged_(new NetworkAnswerView(ProbabilityBar::ofMerged)) {
  setObjectName(QStringLiteral("taskAnswer%1").arg(task));
  setAccessibleName(about.title);
  title_->setTextFormat(Qt::PlainText);
  sentence_->setObjectName(QStringLiteral("answerSentence"));
  sentence_->setTextFormat(Qt::PlainText);
  sentence_->setWordWrap(true);
  for (QLabel* label : {title_, sentence_}) label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  seen_->setFixedSize(seenSide, seenSide);
  buildLayout();
  fitFonts();
}

void TaskAnswerCard::buildLayout() {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
  grid->setHorizontalSpacing(10);
  grid->setVerticalSpacing(4);
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(title_);
  words->addWidget(sentence_);
  words->addStretch(1);
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  top->addWidget(seen_, 0, Qt::AlignTop);
  top->addLayout(words, 1);
  grid->addLayout(top, 0, 0, 1, 2);
  grid->setColumnStretch(0, 1);
  grid->setRowStretch(3, 1);
  grid_ = grid;
  placeNetworks();
}

void TaskAnswerCard::placeNetworks() {
  grid_->removeWidget(teacher_);
  grid_->removeWidget(merged_);
  grid_->addWidget(teacher_, 1, 0);
  grid_->addWidget(merged_, stacked_ ? 2 : 1, stacked_ ? 0 : 1);
  grid_->setColumnStretch(1, stacked_ ? 0 : 1);
}

void TaskAnswerCard::setAnswers(const OneImageTaskAnswers& answers, const QImage& seen, bool merged, bool busy) {
  const QString text = seenText(seen);
  seen_->setImage(seen);
  seen_->setToolTip(text);
  seen_->setAccessibleName(text);
  sentence_->setText(answerSentence(answers, about_.names, merged));
  setAccessibleDescription(sentence_->text());
  teacher_->setTitle(tr("teacher"), tr("%1, teacher", "a task").arg(about_.title));
  merged_->setTitle(merged ? tr("merged") : tr("merged = teacher"),
                    tr("%1, merged network", "a task").arg(about_.title));
  teacher_->setAnswer(answers.teacher, about_.names, answers.teacherMilliseconds, answers.teacherRange, busy);
  merged_->setAnswer(answers.merged, about_.names, answers.mergedMilliseconds, answers.mergedRange, busy);
  style::tellPaintedValues(this);
}

void TaskAnswerCard::setBrief(bool brief) {
  for (NetworkAnswerView* network : {teacher_, merged_}) network->setBrief(brief);
  seen_->setVisible(!brief);
}

void TaskAnswerCard::setTimesBrief(bool brief) {
  for (NetworkAnswerView* network : {teacher_, merged_}) network->setTimeBrief(brief);
}

void TaskAnswerCard::setStacked(bool stacked) {
  if (stacked == stacked_) return;
  stacked_ = stacked;
  placeNetworks();
}

int TaskAnswerCard::besideWidth() const {
  return teacher_->minimumSizeHint().width() + merged_->minimumSizeHint().width() + grid_->horizontalSpacing() +
         2 * cardMargin;
}

QString TaskAnswerCard::sentence() const { return sentence_->text(); }

void TaskAnswerCard::fitFonts() {
  QFont heading = font();
  heading.setBold(true);
  title_->setFont(heading);
}

void TaskAnswerCard::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) fitFonts();
  if (event->type() == QEvent::PaletteChange) update();
}

void TaskAnswerCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(style::gridColor(palette()), 1));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace zipper
