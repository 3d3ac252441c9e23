// SPDX-License-Identifier: GPL-3.0-or-later

// What the user does to a ZipperView: mouse, wheel, gestures, keys, menu.

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "core/support/error.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/zipper_view/zipper_scene.h"
#include "widgets/zipper_view/zipper_texts.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

bool ZipperView::viewportEvent(QEvent* event) {
  switch (event->type()) {
    case QEvent::ToolTip: {
      const auto* help = static_cast<QHelpEvent*>(event);
      showToolTip(help->pos(), help->globalPos());
      return true;
    }
    case QEvent::Leave:
      scene_->setHovered(-1);
      break;
    case QEvent::NativeGesture:
    case QEvent::Gesture:
      if (gestureEvent(event)) return true;
      break;
    default:
      break;
  }
  return QGraphicsView::viewportEvent(event);
}

bool ZipperView::gestureEvent(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* native = static_cast<QNativeGestureEvent*>(event);
    if (native->gestureType() != Qt::ZoomNativeGesture) return false;
    zoomBy(1 + native->value(), native->position());
    return true;
  }
  auto* gestures = static_cast<QGestureEvent*>(event);
  const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
  if (!pinch) return false;
  if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged)
    zoomBy(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint()));
  gestures->accept();
  return true;
}

void ZipperView::showToolTip(const QPoint& viewPoint, const QPoint& globalPoint) {
  const int column = columnAt(viewPoint);
  if (column < 0) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(globalPoint, columnToolTip(scene_->picture(), column), viewport(), columnRect(column));
  }
}

int ZipperView::columnAt(const QPoint& viewPoint) const {
  if (scene_->picture().empty()) return -1;
  return scene_->picture().geometry.columnAt(mapToScene(viewPoint));
}

void ZipperView::select(int column) {
  if (column == selectedLayer()) return;
  setSelectedLayer(column);
  Q_EMIT layerSelected(column);
}

void ZipperView::wheelEvent(QWheelEvent* event) {
  constexpr double perDegreeEighth = 1.0 / 600;  // a notch of 120 zooms by 1.22
  if (const int turned = event->angleDelta().y()) zoomBy(std::exp(turned * perDegreeEighth), event->position());
  event->accept();
}

void ZipperView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return event->ignore();
  pressed_ = lastDrag_ = event->pos();
  panning_ = false;
  event->accept();
}

void ZipperView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
    scene_->setHovered(columnAt(event->pos()));
    return;
  }
  if (!panning_ && (event->pos() - pressed_).manhattanLength() < QApplication::startDragDistance()) return;
  if (!panning_) viewport()->setCursor(Qt::ClosedHandCursor);
  panning_ = true;
  const QPoint moved = event->pos() - lastDrag_;
  lastDrag_ = event->pos();
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
  verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void ZipperView::mouseReleaseEvent(QMouseEvent* event) {
  viewport()->unsetCursor();
  const bool clicked = !panning_ && event->button() == Qt::LeftButton;
  panning_ = false;
  const int column = columnAt(event->pos());
  if (clicked && column >= 0 && column == columnAt(pressed_)) select(column);
}

void ZipperView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return event->ignore();
  pressed_ = lastDrag_ = event->pos();
  const int column = columnAt(event->pos());
  column < 0 ? fit() : fitToColumn(column);
  panning_ = true;  // the release that follows selects nothing: another column may be under the mouse by now
}

void ZipperView::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) return event->ignore();
  const int column = selectedLayer();
  const bool any = !scene_->picture().empty();
  const int last = scene_->picture().geometry.head();
  switch (event->key()) {
    case Qt::Key_Left:
      if (any) select(column < 0 ? last : std::max(0, column - 1));
      break;
    case Qt::Key_Right:
      if (any) select(std::min(last, column + 1));
      break;
    case Qt::Key_F:
    case Qt::Key_Home:
      fit();
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomIn();
      break;
    case Qt::Key_Minus:
      zoomOut();
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
      const QPoint middle = viewport()->rect().center();
      QContextMenuEvent menu(QContextMenuEvent::Keyboard, middle, viewport()->mapToGlobal(middle));
      contextMenuEvent(&menu);
      break;
    }
    default:
      QGraphicsView::keyPressEvent(event);
  }
}

void ZipperView::contextMenuEvent(QContextMenuEvent* event) {
  event->accept();
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const int column = byKey ? selectedLayer() : columnAt(event->pos());
  QPoint point = event->pos();
  if (byKey) {
    const QRect shown = column < 0 ? viewport()->rect() : columnRect(column).intersected(viewport()->rect());
    point = shown.isEmpty() ? viewport()->rect().center() : shown.center();
  }
  if (column >= 0) select(column);
  showMenu(column, viewport()->mapToGlobal(point));
}

void ZipperView::showMenu(int column, const QPoint& globalPoint) {
  const ZipperPicture& picture = scene_->picture();
  const bool layer = !picture.empty() && picture.isLayer(column);
  const bool working = std::any_of(picture.layers.begin(), picture.layers.end(),
                                   [](const LayerOverview& one) { return one.state == LayerState::InWork; });
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  QAction* run = menu->addAction(layer ? tr("&Run to layer %1").arg(column) : tr("&Run to this layer"), this,
                                 [this, column] { Q_EMIT runToLayerRequested(column); });
  run->setObjectName(QStringLiteral("runToLayer"));
  run->setToolTip(tr("Merge all layers of the plan up to this one"));
  run->setEnabled(layer && !working && picture.layer(column).state == LayerState::Separate);
  QAction* again = menu->addAction(layer ? tr("&Try layer %1 again…").arg(column) : tr("&Try this layer again…"), this,
                                   [this, column] { Q_EMIT tryAgainRequested(column); });
  again->setObjectName(QStringLiteral("tryAgain"));
  again->setToolTip(
      tr("Go back before the step that merged this layer and choose another strategy; all steps stay in the history"));
  again->setEnabled(layer && !working && picture.layer(column).state == LayerState::Merged);
  menu->addSeparator();
  QAction* fitAll = menu->addAction(tr("&Fit"), this, &ZipperView::fit);
  fitAll->setObjectName(QStringLiteral("fit"));
  fitAll->setToolTip(tr("Show the whole zipper (F)"));
  menu->addSeparator();
  QAction* png = menu->addAction(tr("Export as &PNG…"), this, &ZipperView::askForPng);
  png->setObjectName(QStringLiteral("exportPng"));
  png->setToolTip(tr("Write the whole zipper as an image"));
  QAction* svg = menu->addAction(tr("Export as &SVG…"), this, &ZipperView::askForSvg);
  svg->setObjectName(QStringLiteral("exportSvg"));
  svg->setToolTip(tr("Write the whole zipper as a drawing that scales"));
  menu->popup(globalPoint);
}

void ZipperView::askForPng() {
  style::askSaveName(this, tr("Export the zipper as PNG"), QStringLiteral("zipper.png"), tr("PNG images (*.png)"),
                     QStringLiteral("png"), [this](const QString& path) {
                       try {
                         savePng(path);
                         style::rememberFolder(path);
                       } catch (const Error& error) {
                         style::showError(this, tr("The image couldn't be exported."), style::engineText(error.what()));
                       }
                     });
}

void ZipperView::askForSvg() {
  style::askSaveName(this, tr("Export the zipper as SVG"), QStringLiteral("zipper.svg"), tr("SVG drawings (*.svg)"),
                     QStringLiteral("svg"), [this](const QString& path) {
                       try {
                         saveSvg(path);
                         style::rememberFolder(path);
                       } catch (const Error& error) {
                         style::showError(this, tr("The drawing couldn't be exported."),
                                          style::engineText(error.what()));
                       }
                     });
}

void ZipperView::focusInEvent(QFocusEvent* event) {
  QGraphicsView::focusInEvent(event);
  scene_->setFocused(true);
  viewport()->update();
}

void ZipperView::focusOutEvent(QFocusEvent* event) {
  QGraphicsView::focusOutEvent(event);
  scene_->setFocused(false);
  viewport()->update();
}

}  // namespace zipper
