// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace zipper {

/// Says which page of the handbook is about a widget and all that is in it: "curves.html#accuracy".
void setHandbookPage(QWidget* widget, const QString& link);
/// That of the widget, or of the nearest one around it that has one; empty if none has.
QString handbookPageOf(const QWidget* widget);

/// "What's This?": below the text of a widget stands a link to the page of the handbook that is about it. Lives as long
/// as the application's widgets.
class WhatsThis : public QObject {
  Q_OBJECT

 public:
  explicit WhatsThis(QObject* parent = nullptr);
  ~WhatsThis() override;

  /// The mouse may point at something now. Once more, without the mouse: the text of what has the keyboard's focus.
  void ask();

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  /// As HandbookWindow::open() takes it.
  void pageRequested(const QString& link);

 private:
  void explain(QWidget* widget, const QPoint& globalPoint) const;
};

}  // namespace zipper
