// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/changes_headline.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/style/flow_layout.h"

namespace zipper {

namespace {

qint64 countOf(const TaskChanges& changes, Outcome outcome) {
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

QString buttonText(Outcome outcome, qint64 count) {
  const QString number = QLocale().toString(count);
  switch (outcome) {
    case Outcome::Lost:
      return ChangesHeadline::tr("%1 lost").arg(number);
    case Outcome::Won:
      return ChangesHeadline::tr("%1 won").arg(number);
    case Outcome::BothRight:
      return ChangesHeadline::tr("%1 right in both").arg(number);
    case Outcome::BothWrong:
      return ChangesHeadline::tr("%1 wrong in both").arg(number);
  }
  return {};
}

QString buttonTip(Outcome outcome) {
  switch (outcome) {
    case Outcome::Lost:
      return ChangesHeadline::tr("Show the images that the teacher gets right and the merged network wrong");
    case Outcome::Won:
      return ChangesHeadline::tr("Show the images that the merged network gets right and the teacher wrong");
    case Outcome::BothRight:
      return ChangesHeadline::tr("Show the images that both get right");
    case Outcome::BothWrong:
      return ChangesHeadline::tr("Show the images that both get wrong");
  }
  return {};
}

const char* buttonName(Outcome outcome) {
  switch (outcome) {
    case Outcome::Lost:
      return "lostImages";
    case Outcome::Won:
      return "wonImages";
    case Outcome::BothRight:
      return "bothRightImages";
    case Outcome::BothWrong:
      return "bothWrongImages";
  }
  return "";
}

}  // namespace

ChangesHeadline::ChangesHeadline(QWidget* parent) : QWidget(parent), text_(new QLabel) {
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  text_->setObjectName(QStringLiteral("changesText"));
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* row = new QWidget;
  auto* flow = new style::FlowLayout(row, 6, 4);
  for (const Outcome outcome : {Outcome::Lost, Outcome::Won, Outcome::BothWrong, Outcome::BothRight}) {
    auto* button = new QPushButton;
    button->setObjectName(QLatin1String(buttonName(outcome)));
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setToolTip(buttonTip(outcome));
    connect(button, &QPushButton::clicked, this, [this, button, outcome] {
      button->setChecked(true);
      Q_EMIT asked(outcome);
    });
    flow->addWidget(button);
    buttons_.emplace_back(outcome, button);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(text_);
  layout->addWidget(row);
}

void ChangesHeadline::setChanges(const ShownChanges& shown) {
  const TaskChanges& changes = shown.changes;
  const QString images = imagesSentence(shown);
  const auto withImages = [&images](QStringList lines) {
    if (!images.isEmpty()) lines << images;
    return lines.join(u'\n');
  };
  long_ = withImages({changeSentence(changes), accuracySentence(AnsweredBy::Teacher, changes.teacher),
                      accuracySentence(AnsweredBy::Merged, changes.merged)});
  short_ = withImages({shortSentence(changes)});
  showText();
  for (const auto& [outcome, button] : buttons_) {
    const qint64 count = countOf(changes, outcome);
    button->setText(buttonText(outcome, count));
    button->setEnabled(count > 0);
  }
}

void ChangesHeadline::setAsked(const ImagesAsked& asked) {
  for (const auto& [outcome, button] : buttons_)
    button->setChecked(asked.by == ImagesAsked::By::Outcome && asked.outcome == outcome);
}

QString ChangesHeadline::text() const { return text_->text(); }

void ChangesHeadline::setShort(bool isShort) {
  if (isShort == isShort_) return;
  isShort_ = isShort;
  showText();
}

void ChangesHeadline::showText() {
  text_->setText(isShort_ ? short_ : long_);
  text_->setToolTip(isShort_ ? long_ : QString());
}

}  // namespace zipper
