// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/smoothing_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <array>
#include <cmath>

namespace zipper::plots {

namespace {

constexpr std::array<int, 22> windows{1,   2,   3,   5,   7,   10,  15,   20,   30,   50,   70,
                                      100, 150, 200, 300, 500, 700, 1000, 2000, 3000, 5000, 10000};

int nearestIndex(int window) {
  int best = 0;
  for (int i = 0; i < int(windows.size()); ++i)
    if (std::abs(std::log(double(windows[std::size_t(i)]) / window)) <
        std::abs(std::log(double(windows[std::size_t(best)]) / window)))
      best = i;
  return best;
}

}  // namespace

SmoothingSlider::SmoothingSlider(QWidget* parent)
    : QWidget(parent), slider_(new QSlider(Qt::Horizontal)), value_(new QLabel) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* label = new QLabel(tr("S&moothing"));
  label->setBuddy(slider_);
  slider_->setRange(0, int(windows.size()) - 1);
  slider_->setPageStep(3);
  slider_->setMinimumWidth(60);
  slider_->setMaximumWidth(110);
  slider_->setAccessibleName(tr("Smoothing"));
  slider_->setToolTip(
      tr("Iterations over which the curves are averaged (exponentially, without the pull towards zero at the start).\n"
         "The values as measured stay visible behind, faintly."));
  reserveRoom();
  row->addWidget(label);
  row->addWidget(slider_);
  row->addWidget(value_);
  connect(slider_, &QSlider::valueChanged, this, [this] {
    showWindow();
    Q_EMIT windowChanged(window());
  });
  connect(slider_, &QSlider::actionTriggered, this, &SmoothingSlider::chosen);
  showWindow();
}

int SmoothingSlider::window() const { return windows[std::size_t(slider_->value())]; }

void SmoothingSlider::setWindow(int window) { slider_->setValue(nearestIndex(std::max(1, window))); }

/// For the longest value: the slider keeps its place.
void SmoothingSlider::reserveRoom() {
  value_->setMinimumWidth(value_->fontMetrics().horizontalAdvance(tr("%1 iterations").arg(QLocale().toString(10000))));
}

void SmoothingSlider::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) reserveRoom();
}

void SmoothingSlider::showWindow() {
  const QString text = window() > 1 ? tr("%1 iterations").arg(QLocale().toString(window())) : tr("off");
  value_->setText(text);
  slider_->setAccessibleDescription(text);
}

}  // namespace zipper::plots
