#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/welcome/recent_list.h"
#include "widgets/welcome/welcome_page.h"

using namespace zipper;

namespace {

class Fixture {
 public:
  Fixture() {
    page.resize(900, 600);
    page.show();
    for (const char* name : {"first.zipper", "second.zipper"}) {
      QFile file(folder.filePath(name));
      if (file.open(QIODevice::WriteOnly)) paths << file.fileName();
    }
    paths << folder.filePath("gone.zipper");
    list = page.findChild<RecentList*>();
    page.setRecent(paths);
  }

  QPushButton* button(const QString& text) {
    for (QPushButton* candidate : page.findChildren<QPushButton*>())
      if (candidate->text().remove('&') == text) return candidate;
    return nullptr;
  }
  QList<QPushButton*> choosers() {
    QList<QPushButton*> result;
    for (QPushButton* candidate : page.findChildren<QPushButton*>())
      if (candidate->accessibleName().startsWith("Choose ")) result << candidate;
    return result;
  }
  QPoint center(int row) { return list->visualItemRect(list->item(row)).center(); }

  WelcomePage page;
  QTemporaryDir folder;
  QStringList paths;
  RecentList* list;
};

}  // namespace

class TestWelcomePage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void buttonsAsk() {
    Fixture f;
    QSignalSpy sample(&f.page, &WelcomePage::sampleRequested), model(&f.page, &WelcomePage::openModelRequested),
        session(&f.page, &WelcomePage::openSessionRequested);
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QTest::mouseClick(f.button("Open model A…"), Qt::LeftButton);
    QTest::keyClick(f.button("Open model B…"), Qt::Key_Space);
    QTest::mouseClick(f.button("Open session…"), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QCOMPARE(session.size(), 1);
    QCOMPARE(model.size(), 2);
    QCOMPARE(model[0][0].toInt(), 0);
    QCOMPARE(model[1][0].toInt(), 1);
  }

  void recentSessionsOpen() {
    Fixture f;
    QAbstractItemModelTester tester(f.list->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy chosen(&f.page, &WelcomePage::sessionChosen);
    QCOMPARE(f.list->count(), 3);
    QCOMPARE(f.list->item(0)->text(), QString("first"));
    QCOMPARE(f.list->item(0)->toolTip(), f.paths[0]);
    QTest::mouseDClick(f.list->viewport(), Qt::LeftButton, {}, f.center(1));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), f.paths[1]);
    f.list->setCurrentRow(0);
    QTest::keyClick(f.list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].toString(), f.paths[0]);
  }

  void missingSessionsSaySoAndDontOpen() {
    Fixture f;
    QSignalSpy chosen(&f.page, &WelcomePage::sessionChosen);
    QVERIFY(f.list->item(2)->toolTip().contains("missing"));
    QVERIFY(!f.list->item(1)->toolTip().contains("missing"));
    QTest::mouseDClick(f.list->viewport(), Qt::LeftButton, {}, f.center(2));
    QCOMPARE(chosen.size(), 0);
    QFile back(f.paths[2]);
    QVERIFY(back.open(QIODevice::WriteOnly));
    f.list->setCurrentRow(2);
    QTest::keyClick(f.list, Qt::Key_Enter);
    QCOMPARE(chosen.size(), 1);
  }

  void entriesCanBeTakenOff() {
    Fixture f;
    QSignalSpy removed(&f.page, &WelcomePage::removeRecentRequested);
    f.list->setCurrentRow(2);
    QTest::keyClick(f.list, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toString(), f.paths[2]);
    QContextMenuEvent event(QContextMenuEvent::Mouse, f.center(1), f.list->viewport()->mapToGlobal(f.center(1)));
    QApplication::sendEvent(f.list->viewport(), &event);
    auto* menu = f.list->findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions())
      if (action->text().contains("Remove")) action->trigger();
    QCOMPARE(removed.size(), 2);
    QCOMPARE(removed[1][0].toString(), f.paths[1]);
    menu->close();
  }

  void halfAPairShowsWhatIsMissing() {
    Fixture f;
    QSignalSpy start(&f.page, &WelcomePage::startRequested), model(&f.page, &WelcomePage::openModelRequested),
        data(&f.page, &WelcomePage::openDataRequested);
    QVERIFY(f.list->isVisible());
    f.page.setPair("/nets/fashion.safetensors", {}, {}, {});
    QVERIFY(!f.list->isVisible());
    QPushButton* button = f.button("Start");
    QVERIFY(button->isVisible() && !button->isEnabled());
    const auto choosers = f.choosers();
    QCOMPARE(choosers.size(), 4);
    QCOMPARE(choosers[0]->text(), QString("Change…"));
    QCOMPARE(choosers[1]->text(), QString("Choose…"));
    for (QPushButton* chooser : choosers) QTest::mouseClick(chooser, Qt::LeftButton);
    QCOMPARE(model.size(), 2);
    QCOMPARE(data.size(), 2);
    QCOMPARE(data[1][0].toInt(), 1);
    f.page.setPair("a", "da", "b", {});
    QVERIFY(!button->isEnabled());
    f.page.setPair("a", "da", "b", "db");
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(start.size(), 1);
    f.page.setPair({}, {}, {}, {});
    QVERIFY(f.list->isVisible());
  }

  void busyDisablesThePage() {
    Fixture f;
    QSignalSpy sample(&f.page, &WelcomePage::sampleRequested);
    f.page.setBusy("Opening <b>fashion</b>…");
    QVERIFY(f.page.findChild<QProgressBar*>()->isVisible());
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QCOMPARE(sample.size(), 0);
    f.page.setBusy({});
    QVERIFY(!f.page.findChild<QProgressBar*>()->isVisible());
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
  }

  void leavesDropsToTheWindow() {
    Fixture f;
    QVERIFY(!f.page.acceptDrops());
    for (QWidget* child : f.page.findChildren<QWidget*>())
      QVERIFY2(!child->acceptDrops(), child->metaObject()->className());
  }

  void nothingIsClipped_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(900, 600);
    QTest::newRow("usual") << QSize(1280, 800);
    QTest::newRow("large") << QSize(2560, 1440);
  }

  void nothingIsClipped() {
    QFETCH(QSize, size);
    Fixture f;
    f.page.setPair("/nets/a.safetensors", {}, {}, {});
    f.page.resize(size);
    QTest::qWait(1);
    for (QPushButton* button : f.page.findChildren<QPushButton*>()) {
      if (!button->isVisible()) continue;
      const QRect inPage(button->mapTo(&f.page, QPoint()), button->size());
      QVERIFY2(f.page.rect().contains(inPage), qPrintable(button->text()));
      QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
  }
};

QTEST_MAIN(TestWelcomePage)
#include "test_welcome_page.moc"
