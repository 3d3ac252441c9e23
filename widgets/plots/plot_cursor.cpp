// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_cursor.h"

#include <algorithm>
#include <cmath>

#include "widgets/plots/crosshair.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/plot_navigator.h"
#include "widgets/plots/plot_values.h"

namespace zipper::plots {

PlotCursor::PlotCursor(QCustomPlot& plot, ReadoutAt readoutAt)
    : plot_(plot), crosshair_(new Crosshair(plot.xAxis)), readoutAt_(std::move(readoutAt)) {
  plot_.setMouseTracking(true);
  plot_.setFocusPolicy(Qt::StrongFocus);
  plot_.installEventFilter(this);
  setPlotValues(plot_, [this] { return lastText(); });
}

PlotCursor::~PlotCursor() { setPlotValues(plot_, {}); }

void PlotCursor::setPlaces(int first, int last, int step) {
  first_ = first;
  last_ = last;
  step_ = std::max(1, step);
  refresh();
}

void PlotCursor::setPalette(const QPalette& palette) { crosshair_->setPalette(palette); }

void PlotCursor::refresh() {
  if (place_.has_value() && first_ <= last_)
    place_ = std::clamp(*place_, first_, last_);
  else
    place_.reset();
  const Readout readout = place_.has_value() ? readoutAt_(*place_) : Readout{};
  if (readout.rows.empty())
    crosshair_->hide();
  else
    crosshair_->show(readout);
  plot_.setAccessibleDescription(text());
}

QString PlotCursor::text() const { return crosshair_->text(); }

QString PlotCursor::lastText() const {
  for (int place = last_; place >= first_; --place)
    if (const Readout readout = readoutAt_(place); !readout.rows.empty()) return textOf(readout);
  return {};
}

std::optional<int> PlotCursor::placeAt(const QPointF& position) const {
  if (first_ > last_ || !QRectF(plot_.axisRect()->rect()).contains(position)) return std::nullopt;
  return std::clamp(int(std::lround(plot_.xAxis->pixelToCoord(position.x()))), first_, last_);
}

void PlotCursor::moveTo(std::optional<int> place) {
  if (place == place_) return;
  place_ = place;
  refresh();
  crosshair_->redraw();
}

bool PlotCursor::moveByKey(int key) {
  switch (key) {
    case Qt::Key_Left:
      moveTo(place_.has_value() ? std::max(first_, *place_ - step_) : last_);
      return true;
    case Qt::Key_Right:
      moveTo(place_.has_value() ? std::min(last_, *place_ + step_) : first_);
      return true;
    case Qt::Key_Escape:
      if (!place_.has_value()) return false;
      moveTo(std::nullopt);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!place_.has_value()) return false;
      Q_EMIT chosen(*place_);
      return true;
    default:
      return false;
  }
}

bool PlotCursor::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &plot_) return QObject::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseMove:
      moveTo(placeAt(static_cast<QMouseEvent*>(event)->position()));
      return true;
    case QEvent::Leave:
      moveTo(std::nullopt);
      return false;
    case QEvent::MouseButtonPress:
      if (const auto place = placeAt(static_cast<QMouseEvent*>(event)->position())) Q_EMIT chosen(*place);
      return false;
    case QEvent::KeyPress:
      return first_ <= last_ && moveByKey(static_cast<QKeyEvent*>(event)->key());
    case QEvent::FocusIn:
    case QEvent::FocusOut:
      crosshair_->setFrameShown(isKeyboardFocus(*static_cast<QFocusEvent*>(event)));
      crosshair_->redraw();
      return false;
    default:
      return false;
  }
}

}  // namespace zipper::plots
