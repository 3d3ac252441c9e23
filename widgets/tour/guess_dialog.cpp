// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/guess_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "widgets/tour/guess_answer_view.h"
#include "widgets/tour/guess_form.h"

namespace zipper {

GuessDialog::GuessDialog(QWidget* parent)
    : QDialog(parent), pages_(new QStackedWidget), form_(new GuessForm), answer_(new GuessAnswerView) {
  setObjectName(QStringLiteral("guessDialog"));
  setWindowTitle(tr("Guess First"));
  auto* question = new QWidget;
  auto* column = new QVBoxLayout(question);
  column->setContentsMargins(0, 0, 0, 0);
  auto* text = new QLabel(tr(
      "Merging which layer will hurt most? Choose one here or click it in the zipper, then run the merge: the answer "
      "is shown when it has ended."));
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  column->addWidget(text);
  column->addWidget(form_);
  column->addStretch(1);
  pages_->addWidget(question);
  pages_->addWidget(answer_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(pages_, 1);
  layout->addWidget(buttons);
}

void GuessDialog::ask(const std::vector<int>& layers) {
  form_->setLayers(layers);
  pages_->setCurrentIndex(0);
  resize(fontMetrics().averageCharWidth() * 60, sizeHint().height() / 2);
  show();
  raise();
  activateWindow();
}

bool GuessDialog::asks() const { return isVisible() && pages_->currentIndex() == 0; }

void GuessDialog::showAnswer(const GuessAnswer& answer) {
  answer_->setAnswer(answer);
  pages_->setCurrentIndex(1);
  resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
  show();
  raise();
}

}  // namespace zipper
