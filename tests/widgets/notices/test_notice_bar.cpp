// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/notices/notice_bar.h"

using namespace zipper;

namespace {

const Notice missing{"find.1", "The images of task B can't be found.", "no such folder", "Find Folder…", true};
const Notice guessed{"guess.0", "Task A: guessed: <b>stem stride</b> 2.", "<img src='x'>", "", false};

QStringList texts(const NoticeBar& bar) {
  QStringList all;
  for (const QLabel* label : bar.findChildren<QLabel*>("noticeText"))
    if (!label->isHidden() && !label->parentWidget()->isHidden()) all << label->text();
  return all;
}

}  // namespace

class TestNoticeBar : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsWhatThereIsToSay() {
    NoticeBar bar;
    bar.setNotices({});
    QVERIFY(bar.isHidden());
    bar.setNotices({missing, guessed});
    QVERIFY(bar.isVisible());
    QCOMPARE(texts(bar), (QStringList{missing.text, guessed.text}));
    QSignalSpy asked(&bar, &NoticeBar::actionRequested);
    QTest::mouseClick(bar.findChild<QPushButton*>("notice.find.1"), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), QString("find.1"));
    bar.setNotices({});
    QVERIFY(bar.isHidden());
  }

  void whatMustBeDoneCannotBeClosed() {
    NoticeBar bar;
    bar.setNotices({missing, guessed});
    const auto close = bar.findChildren<QToolButton*>("closeNotice");
    QCOMPARE(close.size(), 1);
    QTest::mouseClick(close.front(), Qt::LeftButton);
    QCOMPARE(bar.shown(), QList<Notice>{missing});
    bar.setNotices({missing});
    bar.setNotices({missing, guessed});
    QCOMPARE(bar.shown(), QList<Notice>{missing});  // still closed
    Notice other = guessed;
    other.text += " Something else.";
    bar.setNotices({missing, other});
    QCOMPARE(bar.shown().size(), 2);
  }

  /// Long ones leave room for what they are about, and don't make the window grow; what doesn't fit is scrolled to.
  void takesNoMoreThanItsShare() {
    QWidget parent;
    auto* layout = new QVBoxLayout(&parent);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* bar = new NoticeBar(&parent);
    auto* subject = new QWidget(&parent);
    subject->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    layout->addWidget(bar);
    layout->addWidget(subject, 1);
    parent.resize(300, 300);
    parent.show();
    const QString text = QString("Something that must be known. ").repeated(8);
    bar->setNotices({{"a", text, "", "Do it", false}, {"b", text, "", "", true}});
    QTRY_COMPARE(bar->height(), 120);
    QVERIFY(bar->verticalScrollBar()->maximum() > 0);
    QVERIFY2(parent.minimumSizeHint().height() < 80, qPrintable(QString::number(parent.minimumSizeHint().height())));
    bar->setNotices({missing});
    QTRY_VERIFY(bar->height() < 80 && bar->verticalScrollBar()->maximum() == 0);
    parent.resize(300, 600);
    bar->setNotices({{"a", text, "", "Do it", false}});
    QTRY_VERIFY(bar->height() > 100 && bar->verticalScrollBar()->maximum() == 0);
  }

  void foreignTextIsText() {
    NoticeBar bar;
    bar.setNotices({guessed});
    const auto* label = bar.findChild<QLabel*>("noticeText");
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!label->parentWidget()->toolTip().contains("<img"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestNoticeBar)
#include "test_notice_bar.moc"
