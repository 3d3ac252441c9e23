// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

#include "app/workbench/document.h"
#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/jobs/try_query.h"
#include "app/workbench/try_link.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"
#include "widgets/try_it/probability_bar.h"
#include "widgets/try_it/try_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The panel in a window of its own, with a session of which one step is made and not shown yet.
struct TriedSession {
  TriedSession() {
    whole = tinySession(tinyRecipe({2}, 1));
    runSteps(whole, remainingSteps(whole), tinyData());
    window.addDockWidget(Qt::BottomDockWidgetArea, &dock);
    dock.setWidget(panel);
    link = std::make_unique<TryLink>(document, jobs, *panel, dock);
    window.resize(900, 500);
  }
  ~TriedSession() {
    jobs.disconnect();
    jobs.cancel();
  }

  void openUnmerged() {
    OpenedSession opened;
    opened.session = whole;
    opened.session.steps.clear();
    opened.session.current = -1;
    opened.data.data = tinyData();
    document.open(std::move(opened), {}, false);
  }
  void show() {
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
  }
  QString text(const char* label) { return panel->findChild<QLabel*>(label)->text(); }
  QString answered(int task) {
    return panel->findChild<QWidget*>(QString("taskAnswer%1").arg(task))->findChild<QLabel*>("answerSentence")->text();
  }
  /// Of the bars of a task: the teacher's three, then those of the merged network.
  std::vector<double> bars(int task) {
    std::vector<double> shares;
    const QWidget* card = panel->findChild<QWidget*>(QString("taskAnswer%1").arg(task));
    for (const ProbabilityBar* bar : card->findChildren<ProbabilityBar*>()) shares.push_back(bar->answer().probability);
    return shares;
  }

  Session whole;
  Document document;
  JobRunner jobs;
  QMainWindow window;
  QDockWidget dock;
  TryPanel* panel = new TryPanel;
  std::unique_ptr<TryLink> link;
};

/// What the bars of a task should show.
std::vector<double> barsFor(const OneImageTaskAnswers& answers) {
  std::vector<double> shares;
  for (std::vector<float> all : {answers.teacher, answers.merged}) {
    std::sort(all.rbegin(), all.rend());
    shares.insert(shares.end(), all.begin(), all.begin() + 3);
  }
  return shares;
}

bool nearlySame(const std::vector<double>& one, const std::vector<double>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](double a, double b) { return std::abs(a - b) < 1e-5; });
}

}  // namespace

/// The panel Try It with a worker behind it.
class TestTryIt : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answersFollowTheSteps() {
    TriedSession tried;
    QVERIFY(tried.text("tryMessage").contains("Open models"));
    tried.openUnmerged();
    QVERIFY(!tried.panel->picture().isThere());  // nobody sees the panel
    tried.show();
    QTRY_VERIFY_WITH_TIMEOUT(tried.panel->showsAnswers(), 20000);
    const TryPicture picture = tried.panel->picture();  // one of the test images, so that there is something to see
    QCOMPARE(picture.from, TryPicture::From::TestImage);
    QVERIFY(tried.text("trySubject").contains("Nothing is merged yet"));
    QVERIFY2(tried.text("tryDescription").startsWith(QString("Test image %1 of").arg(picture.index + 1)),
             qPrintable(tried.text("tryDescription")));
    const cv::Mat pixels = tinyData()[std::size_t(picture.task)].test->image(picture.index);
    const OneImageAnswers before = OneImageNetworks(tried.whole, -1).answers(pixels);
    for (int task = 0; task < 2; ++task)
      QVERIFY(nearlySame(tried.bars(task), barsFor(before.tasks[std::size_t(task)])));

    tried.document.append(tried.whole.steps.front());
    QTRY_VERIFY_WITH_TIMEOUT(tried.text("trySubject").contains("layer 2"), 20000);
    const OneImageAnswers after = OneImageNetworks(tried.whole, 0).answers(pixels);
    for (int task = 0; task < 2; ++task) QVERIFY(nearlySame(tried.bars(task), barsFor(after.tasks[std::size_t(task)])));
    QVERIFY(tried.text("tryTotals").contains("merged network"));

    tried.document.goTo(-1);
    QTRY_VERIFY_WITH_TIMEOUT(tried.text("trySubject").contains("Nothing is merged yet"), 20000);
    tried.document.close();
    QVERIFY(!tried.panel->showsAnswers());
    QVERIFY(tried.text("tryMessage").contains("Open models"));
  }

  void picturesFromFiles() {
    TriedSession tried;
    tried.openUnmerged();
    tried.show();
    QTRY_VERIFY_WITH_TIMEOUT(tried.panel->showsAnswers(), 20000);
    const QTemporaryDir folder;
    const QString damaged = folder.filePath("damaged.png"), good = folder.filePath("good.png");
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
    file.close();
    tried.panel->choose(TryPicture::ofFile(damaged));
    QTRY_VERIFY_WITH_TIMEOUT(tried.text("tryMessage").contains("can't be decoded as an image"), 20000);
    QVERIFY(tried.text("tryMessage").contains(damaged));
    QVERIFY(!tried.panel->showsAnswers());
    QImage picture(50, 40, QImage::Format_RGB888);
    picture.fill(QColor(200, 30, 90));
    QVERIFY(picture.save(good));
    tried.panel->choose(TryPicture::ofFile(good));
    QTRY_VERIFY_WITH_TIMEOUT(tried.panel->showsAnswers(), 20000);
    QCOMPARE(tried.text("tryDescription"), good);
    const cv::Mat pixels(40, 50, CV_8UC3, cv::Scalar(200, 30, 90));
    QVERIFY(nearlySame(tried.bars(1), barsFor(OneImageNetworks(tried.whole, -1).answers(pixels).tasks[1])));
  }

  void answersWhileAJobRuns() {
    TriedSession tried;
    tried.openUnmerged();
    tried.show();
    QTRY_VERIFY_WITH_TIMEOUT(tried.panel->showsAnswers(), 20000);
    tried.jobs.start("Long", [](JobContext& context) {
      for (;;) {
        context.stop().throwIfStopped();
        context.progress(0, 1);
        QThread::msleep(1);
      }
    });
    QImage drawing(28, 28, QImage::Format_Grayscale8);
    drawing.fill(0);
    tried.panel->choose(TryPicture::ofImage(TryPicture::From::Drawing, drawing));
    QTRY_VERIFY_WITH_TIMEOUT(tried.text("tryDescription").contains("drawing"), 20000);
    QVERIFY(tried.jobs.isRunning());
    QVERIFY(tried.panel->showsAnswers());
  }

  void nothingIsComputedForAHiddenPanel() {
    TriedSession tried;
    tried.openUnmerged();
    tried.show();
    QTRY_VERIFY_WITH_TIMEOUT(tried.panel->showsAnswers(), 20000);
    tried.dock.hide();
    tried.document.append(tried.whole.steps.front());
    QTest::qWait(300);
    QVERIFY(tried.text("trySubject").contains("Nothing is merged yet"));
    tried.dock.show();
    QTRY_VERIFY_WITH_TIMEOUT(tried.text("trySubject").contains("layer 2"), 20000);
  }

  void picturesOfQtBecomeMatrices() {
    QImage clear(2, 1, QImage::Format_ARGB32);
    clear.setPixelColor(0, 0, QColor(10, 20, 30, 255));
    clear.setPixelColor(1, 0, QColor(10, 20, 30, 0));
    const cv::Mat dropped = toMatrix(clear, Alpha::Drop), white = toMatrix(clear, Alpha::White);
    QCOMPARE(dropped.type(), CV_8UC3);
    QVERIFY(dropped.at<cv::Vec3b>(0, 1) == cv::Vec3b(10, 20, 30));
    QVERIFY(white.at<cv::Vec3b>(0, 0) == cv::Vec3b(10, 20, 30));
    QVERIFY(white.at<cv::Vec3b>(0, 1) == cv::Vec3b(255, 255, 255));
    QImage grey(3, 2, QImage::Format_Grayscale8);  // its lines are padded to four bytes
    for (int i = 0; i < 6; ++i) grey.scanLine(i / 3)[i % 3] = uchar(40 * i);
    const cv::Mat matrix = toMatrix(grey, Alpha::Drop);
    QCOMPARE(matrix.type(), CV_8UC1);
    for (int i = 0; i < 6; ++i) QCOMPARE(int(matrix.at<uchar>(i / 3, i % 3)), 40 * i);
    ZIPPER_EXPECT_ERROR(toMatrix(QImage(), Alpha::Drop), "empty");
  }
};

ZIPPER_TEST_WITH(QApplication, TestTryIt)
#include "test_try_it.moc"
