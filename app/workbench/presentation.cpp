// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/presentation.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QTimer>
#include <QToolBar>
#include <optional>
#include <vector>

#include "app/workbench/enlarged_look.h"
#include "app/workbench/panels.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

/// Widgets learn at once how much room larger or smaller texts take: sizes that are set before that don't hold.
void settleLayouts() { QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); }

}  // namespace

/// What is given back.
struct Presentation::Before {
  QByteArray geometry;
  QSize size;
  Qt::WindowStates states;
  QPointer<QWidget> focus;
  std::vector<std::pair<QPointer<QToolBar>, QSize>> icons;
  std::optional<EnlargedLook> look;
};

Presentation::Presentation(QMainWindow* window, Panels& panels) : QObject(window), window_(*window), panels_(panels) {
  window->installEventFilter(this);
}

Presentation::~Presentation() = default;

void Presentation::setOn(bool on) {
  if (on == isOn()) return;
  on ? begin() : end();
  Q_EMIT changed(on);
}

QByteArray Presentation::geometry() const { return isOn() ? before_->geometry : window_.saveGeometry(); }

void Presentation::begin() {
  before_ = std::make_unique<Before>();
  before_->geometry = window_.saveGeometry();
  before_->size = window_.size();
  before_->states = window_.windowState();
  before_->focus = window_.focusWidget();
  panels_.setPresenting(true);  // first: with all panels, larger texts would make the window grow
  before_->look.emplace(magnification);
  enlargeIcons();
  panels_.zipper->setMagnification(magnification);
  settleLayouts();
  panels_.fitPresented();
  if (before_->focus != nullptr && !before_->focus->isVisible()) panels_.zipper->setFocus();
}

void Presentation::enlargeIcons() {
  for (QToolBar* bar : window_.findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) {
    before_->icons.emplace_back(bar, bar->iconSize());
    bar->setIconSize(bar->iconSize() * magnification);
  }
}

void Presentation::end() {
  const std::unique_ptr<Before> before = std::move(before_);
  panels_.zipper->setMagnification(1);
  for (const auto& [bar, size] : before->icons)
    if (bar != nullptr) bar->setIconSize(size);
  before->look.reset();
  settleLayouts();
  if (window_.windowState() != before->states)
    window_.restoreGeometry(before->geometry);
  else if (!window_.isMaximized() && !window_.isFullScreen())
    window_.resize(before->size);
  panels_.setPresenting(false);
  QTimer::singleShot(0, this, [focus = before->focus] {  // behind the last arrangement of panels
    if (focus != nullptr && focus->isVisible()) focus->setFocus();
  });
}

bool Presentation::eventFilter(QObject* watched, QEvent* event) {
  if (isOn() && watched == &window_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
      setOn(false);
      return true;
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace zipper
