// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_values.h"

#include <QAccessibleWidget>

#include "widgets/plots/custom_plot.h"

namespace zipper::plots {

namespace {

/// Lies in the plot, where its interface finds it.
class ValuesOfPlot : public QObject {
 public:
  using QObject::QObject;
  std::function<QString()> values;

  static ValuesOfPlot* in(const QObject* plot) {
    for (QObject* child : plot->children())
      if (auto* found = dynamic_cast<ValuesOfPlot*>(child)) return found;
    return nullptr;
  }
};

QString valuesIn(const QObject* plot) {
  const ValuesOfPlot* found = ValuesOfPlot::in(plot);
  return found != nullptr && found->values ? found->values() : QString();
}

class AccessiblePlot : public QAccessibleWidget {
 public:
  explicit AccessiblePlot(QWidget* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}

  QString text(QAccessible::Text kind) const override {
    const QString said = widget()->accessibleDescription();
    if (kind == QAccessible::Description && !said.isEmpty()) return said;
    if (kind == QAccessible::Description || kind == QAccessible::Value)
      if (const QString values = valuesIn(object()); !values.isEmpty()) return values;
    return QAccessibleWidget::text(kind);
  }
};

QAccessibleInterface* interfaceOfPlot(const QString&, QObject* object) {
  auto* plot = qobject_cast<QCustomPlot*>(object);
  return plot != nullptr ? new AccessiblePlot(plot) : nullptr;
}

void makePlotsAccessible() { QAccessible::installFactory(interfaceOfPlot); }

}  // namespace

// By itself, with the application: an interface that is asked for earlier is one that knows nothing of plots, and
// stays.
Q_COREAPP_STARTUP_FUNCTION(makePlotsAccessible)

void setPlotValues(QCustomPlot& plot, std::function<QString()> values) {
  ValuesOfPlot* found = ValuesOfPlot::in(&plot);
  if (found == nullptr) found = new ValuesOfPlot(&plot);
  found->values = std::move(values);
}

void tellPlotValues(QCustomPlot& plot) {
  if (!QAccessible::isActive()) return;
  QAccessibleValueChangeEvent event(&plot, valuesIn(&plot));
  QAccessible::updateAccessibility(&event);
}

}  // namespace zipper::plots
