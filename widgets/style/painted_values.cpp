// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/painted_values.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QWidget>

#include "widgets/style/accessible_table.h"

namespace zipper::style {

namespace {

/// A widget with painted values. It asks the widget anew each time: that may be half built or half gone.
class AccessibleValues : public QAccessibleWidget {
 public:
  explicit AccessibleValues(QWidget* widget) : QAccessibleWidget(widget) {}

  QAccessible::Role role() const override { return values() ? values()->paintedRole() : QAccessible::Client; }

  QString text(QAccessible::Text kind) const override {
    const QString said = widget()->accessibleDescription();
    if (kind == QAccessible::Description && !said.isEmpty()) return said;
    if (!values() || (kind != QAccessible::Value && kind != QAccessible::Description))
      return QAccessibleWidget::text(kind);
    const QString shown = values()->paintedValues();
    return shown.isEmpty() ? QAccessibleWidget::text(kind) : shown;
  }

  /// A scroll area is painted by its viewport, which is no part that anybody needs to know.
  int childCount() const override { return isPaintedWhole() ? 0 : QAccessibleWidget::childCount(); }
  QAccessibleInterface* child(int index) const override {
    return isPaintedWhole() ? nullptr : QAccessibleWidget::child(index);
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    return isPaintedWhole() ? -1 : QAccessibleWidget::indexOfChild(child);
  }

 private:
  const PaintedValues* values() const { return dynamic_cast<const PaintedValues*>(object()); }
  bool isPaintedWhole() const { return qobject_cast<QAbstractScrollArea*>(object()) != nullptr; }
};

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  if (widget == nullptr) return nullptr;
  if (dynamic_cast<PaintedTable*>(object) != nullptr) return new AccessibleTable(widget);
  if (dynamic_cast<PaintedValues*>(object) != nullptr) return new AccessibleValues(widget);
  return nullptr;
}

void makePaintedValuesAccessible() { QAccessible::installFactory(interfaceOf); }

}  // namespace

// By itself: an interface that is asked for before the factory is there knows nothing of painted values, and stays.
Q_COREAPP_STARTUP_FUNCTION(makePaintedValuesAccessible)

void tellPaintedValues(QWidget* widget) {
  if (!QAccessible::isActive()) return;
  const auto* values = dynamic_cast<const PaintedValues*>(widget);
  if (values == nullptr) return;
  if (dynamic_cast<const PaintedTable*>(widget) != nullptr) {
    QAccessibleTableModelChangeEvent reset(widget, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&reset);
  }
  QAccessibleValueChangeEvent value(widget, values->paintedValues());
  QAccessible::updateAccessibility(&value);
  if (!widget->accessibleDescription().isEmpty()) return;
  QAccessibleEvent description(widget, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&description);
}

void tellPaintedCell(QWidget* widget) {
  const auto* table = dynamic_cast<const PaintedTable*>(widget);
  if (!QAccessible::isActive() || table == nullptr || table->paintedCurrentRow() < 0 || !widget->hasFocus()) return;
  QAccessibleEvent focus(widget, QAccessible::Focus);
  focus.setChild(table->paintedCurrentRow() * table->paintedColumns() + table->paintedCurrentColumn());
  QAccessible::updateAccessibility(&focus);
}

void announce(QWidget* widget, const QString& text) {
  if (text.isEmpty()) return;
  widget->setProperty("announced", text);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
  QAccessibleAnnouncementEvent event(widget, text);
  QAccessible::updateAccessibility(&event);
#else
  // Before Qt 6.8 there is nothing to have said but that something is worth attention and how it is described now.
  widget->setAccessibleDescription(text);
  QAccessibleEvent event(widget, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
#endif
}

}  // namespace zipper::style
