// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/whats_this.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTextEdit>  // Qt::mightBeRichText()
#include <QVariant>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>
#include <QWidget>

namespace zipper {

namespace {

const char* const pageProperty = "handbookPage";

}  // namespace

void setHandbookPage(QWidget* widget, const QString& link) { widget->setProperty(pageProperty, link); }

QString handbookPageOf(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    const QString link = widget->property(pageProperty).toString();
    if (!link.isEmpty()) return link;
  }
  return {};
}

WhatsThis::WhatsThis(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

WhatsThis::~WhatsThis() {
  if (qApp != nullptr) qApp->removeEventFilter(this);
}

void WhatsThis::ask() {
  if (!QWhatsThis::inWhatsThisMode()) return QWhatsThis::enterWhatsThisMode();
  QWhatsThis::leaveWhatsThisMode();
  QWidget* widget = QApplication::focusWidget();
  while (widget != nullptr && widget->whatsThis().isEmpty()) widget = widget->parentWidget();
  if (widget != nullptr) explain(widget, widget->mapToGlobal(widget->rect().center()));
}

void WhatsThis::explain(QWidget* widget, const QPoint& globalPoint) const {
  QString text = widget->whatsThis();
  const QString link = handbookPageOf(widget);
  if (!Qt::mightBeRichText(text)) text = Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
  if (!link.isEmpty())
    text += QStringLiteral("<p><a href=\"%1\">%2</a></p>").arg(link, tr("More in the handbook").toHtmlEscaped());
  QWhatsThis::showText(globalPoint, text, widget);
}

bool WhatsThis::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::WhatsThis && event->type() != QEvent::WhatsThisClicked) return false;
  auto* widget = qobject_cast<QWidget*>(watched);
  if (widget == nullptr) return false;
  if (event->type() == QEvent::WhatsThisClicked) {
    if (handbookPageOf(widget).isEmpty()) return false;
    QWhatsThis::hideText();
    Q_EMIT pageRequested(static_cast<QWhatsThisClickedEvent*>(event)->href());
    return true;
  }
  if (widget->whatsThis().isEmpty()) return false;
  explain(widget, static_cast<QHelpEvent*>(event)->globalPos());
  event->accept();
  return true;
}

}  // namespace zipper
