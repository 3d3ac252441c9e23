// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/plain_text.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QStringList>

#include "core/support/printable.h"

namespace zipper::style {

namespace {

/// Labels are polished before their text is laid out for the first time, and tool tips (a label of Qt's own) before
/// they get one.
class PlainLabels : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Polish) return false;
    auto* label = qobject_cast<QLabel*>(watched);
    if (label != nullptr && (label->textFormat() == Qt::AutoText || label->inherits("QTipLabel")))
      label->setTextFormat(Qt::PlainText);
    return false;
  }
};

}  // namespace

QString shown(const std::string& text) { return QString::fromStdString(wholePrintable(text)); }

QString shown(const QString& text) { return shown(text.toStdString()); }

QString shown(const char* text) { return shown(std::string(text)); }

QString shownLines(const QString& text) {
  QStringList lines = text.split('\n');
  for (QString& line : lines) line = shown(line);
  return lines.join('\n');
}

QString shownOnButton(const QString& text) { return shown(text).replace('&', QLatin1String("&&")); }

QString withoutMnemonic(const QString& text) {
  static const QRegularExpression keyBehind(QStringLiteral("\\(&[^&]\\)"));
  const QString read = QString(text).remove(keyBehind);
  QString name;
  for (qsizetype i = 0; i < read.size(); ++i) {
    if (read[i] == u'&' && ++i == read.size()) break;
    name += read[i];
  }
  return name;
}

QString unchanged(const std::string& text) { return QString::fromStdString(text); }

void showTextsPlainly() {
  static const char* const name = "plainLabels";
  if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly) != nullptr) return;
  auto* filter = new PlainLabels(qApp);
  filter->setObjectName(name);
  qApp->installEventFilter(filter);
}

}  // namespace zipper::style
