// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/network_answer_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/try_it/probability_bar.h"

namespace zipper {

NetworkAnswerView::NetworkAnswerView(int task, QWidget* parent)
    : QWidget(parent), title_(new QLabel), time_(new QLabel) {
  title_->setTextFormat(Qt::PlainText);
  title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  time_->setTextFormat(Qt::PlainText);
  time_->setObjectName(QStringLiteral("networkTime"));
  auto* heading = new QHBoxLayout;
  heading->addWidget(title_, 1);
  heading->addWidget(time_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(3);
  column->addLayout(heading);
  heading_ = heading;
  for (int i = 0; i < shownClasses; ++i) {
    bars_.push_back(new ProbabilityBar(task, i == 0));
    column->addWidget(bars_.back());
  }
  column->addStretch(1);
}

void NetworkAnswerView::setTitle(const QString& title, const QString& network) {
  title_->setText(title);
  network_ = network;
}

void NetworkAnswerView::setAnswer(const std::vector<float>& probabilities, const QStringList& names,
                                  double milliseconds, const TimeRange& range, bool busy) {
  milliseconds_ = milliseconds;
  range_ = range;
  busy_ = busy;
  showTime();
  const auto top = topAnswers(probabilities, names, shownClasses);
  classes_ = top.size();
  for (std::size_t i = 0; i < std::min(bars_.size(), classes_); ++i) bars_[i]->setAnswer(top[i], network_);
  showBars();
}

void NetworkAnswerView::setTimeBrief(bool brief) {
  if (brief == timeBrief_) return;
  timeBrief_ = brief;
  showTime();
}

void NetworkAnswerView::showTime() {
  if (milliseconds_ < 0) return;
  const auto text = [this](const TimeRange& range) {
    const QString measured = style::shown(millisecondsText(milliseconds_, range));
    return busy_ ? QStringLiteral("≈ ") + measured : measured;
  };
  time_->setText(text(timeBrief_ ? TimeRange{} : range_));
  time_->setAccessibleName(tr("%1 took %2", "a network").arg(network_, text(range_)));
  QStringList lines{
      tr("How long the network took for this picture alone, on this machine: the median of several runs, with batch "
         "normalization folded into the convolutions")};
  if (range_.isKnown())
    lines << tr("Fastest run: %1; slowest: %2")
                 .arg(style::shown(millisecondsText(range_.fastest)), style::shown(millisecondsText(range_.slowest)));
  time_->setToolTip(lines.join(u'\n'));
  heading_->invalidate();  // whoever asks how wide this has to be is about to
  layout()->invalidate();
}

void NetworkAnswerView::setBrief(bool brief) {
  if (brief == brief_) return;
  brief_ = brief;
  showBars();
}

void NetworkAnswerView::showBars() {
  for (std::size_t i = 0; i < bars_.size(); ++i) bars_[i]->setVisible(i < classes_ && (i == 0 || !brief_));
}

}  // namespace zipper
