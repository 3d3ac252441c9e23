// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/guess_answer_view.h"

#include <QLabel>
#include <QVBoxLayout>

#include "widgets/style/small_font.h"
#include "widgets/tour/guess_chart.h"

namespace zipper {

GuessAnswerView::GuessAnswerView(QWidget* parent)
    : QWidget(parent), verdict_(new QLabel), measuring_(new QLabel), chart_(new GuessChart) {
  setObjectName(QStringLiteral("guessAnswer"));
  verdict_->setObjectName(QStringLiteral("guessVerdict"));
  for (QLabel* label : {verdict_, measuring_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(verdict_);
  layout->addWidget(chart_, 1);
  layout->addWidget(measuring_);
}

void GuessAnswerView::setAnswer(const GuessAnswer& answer) {
  verdict_->setText(verdictText(answer));
  measuring_->setText(measuringText(answer));
  measuring_->setFont(style::smallFont(font()));
  chart_->setAnswer(answer);
  chart_->setVisible(!answer.drops.empty());
}

QString GuessAnswerView::text() const { return verdict_->text() + QLatin1Char('\n') + measuring_->text(); }

}  // namespace zipper
