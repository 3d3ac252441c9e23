// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QToolTip>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"

using namespace zipper;

namespace {

const char* const markup = "<b>cat</b><img src='file:///etc/hostname'>";

QLabel* toolTipLabel() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (widget->inherits("QTipLabel") && widget->isVisible()) return qobject_cast<QLabel*>(widget);
  return nullptr;
}

/// The tool tip that stands at the middle of a widget.
QLabel* toolTipOf(QWidget* widget) {
  const QPoint middle = widget->rect().center();
  QHelpEvent event(QEvent::ToolTip, middle, widget->mapToGlobal(middle));
  QApplication::sendEvent(widget, &event);
  return toolTipLabel();
}

}  // namespace

class TestPlainText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    style::showTextsPlainly();
    style::showTextsPlainly();
  }
  void cleanup() { QToolTip::hideText(); }

  void namesStayOnOneLine() {
    QCOMPARE(style::shown(std::string("a\nb\x1b[31m\u009b\u202e\xe9")), QString("a?b?[31m???"));
    QCOMPARE(style::shown(QString("größe <b>")), QString("größe <b>"));
    QCOMPARE(style::shownLines(QString("one\ntwo\r\x1b")), QString("one\ntwo??"));
    QCOMPARE(style::shownOnButton(QString("a&b")), QString("a&&b"));
    QCOMPARE(style::unchanged("a\nb"), QString("a\nb"));
  }

  void labelsShowMarkupAsText() {
    QLabel plain, rich;
    plain.setText(markup);
    rich.setTextFormat(Qt::RichText);
    rich.setText("<b>ours</b>");
    plain.show();
    rich.show();
    QCOMPARE(plain.textFormat(), Qt::PlainText);
    QVERIFY(plain.sizeHint().width() >= plain.fontMetrics().horizontalAdvance(markup));
    QCOMPARE(rich.textFormat(), Qt::RichText);
  }

  void toolTipsShowMarkupAsText() {
    QWidget widget;
    widget.resize(80, 60);
    widget.setToolTip(markup);
    widget.show();
    const QLabel* label = toolTipOf(&widget);
    QVERIFY(label != nullptr);
    QCOMPARE(label->text(), QString(markup));
    QCOMPARE(label->textFormat(), Qt::PlainText);
  }

  void toolTipsOfItemsToo() {
    QListWidget list;
    list.resize(200, 40);
    (new QListWidgetItem("item", &list))->setToolTip(markup);
    list.show();
    const QPoint middle = list.visualItemRect(list.item(0)).center();
    QHelpEvent event(QEvent::ToolTip, middle, list.viewport()->mapToGlobal(middle));
    QApplication::sendEvent(list.viewport(), &event);
    const QLabel* label = toolTipLabel();
    QVERIFY(label != nullptr);
    QCOMPARE(label->textFormat(), Qt::PlainText);
  }

  void namesOfCommandsHaveNoSigns() {
    QCOMPARE(style::withoutMnemonic("&Open…"), QString("Open…"));
    QCOMPARE(style::withoutMnemonic("Rate && to&p-1"), QString("Rate & top-1"));
    QCOMPARE(style::withoutMnemonic(u"開啟(&O)…"_qs), u"開啟…"_qs);
    QCOMPARE(style::withoutMnemonic("a (b)(&&)"), QString("a (b)(&)"));
    QCOMPARE(style::withoutMnemonic("odd&"), QString("odd"));
    QCOMPARE(style::withoutMnemonic(QString()), QString());
  }

  void dialogsShowMarkupAsText() {
    QWidget window;
    window.show();
    style::showError(&window, markup, QString(markup) + "\nsecond line\x1b");
    auto* box = window.findChild<QMessageBox*>("errorDialog");
    QVERIFY(box != nullptr && box->isVisible());
    QCOMPARE(box->informativeText(), QString(markup) + "\nsecond line?");
    for (const char* name : {"qt_msgbox_label", "qt_msgbox_informativelabel"}) {
      QVERIFY(box->findChild<QLabel*>(name) != nullptr);
      QCOMPARE(box->findChild<QLabel*>(name)->textFormat(), Qt::PlainText);
    }
    box->close();
  }
};

ZIPPER_TEST_WITH(QApplication, TestPlainText)
#include "test_plain_text.moc"
