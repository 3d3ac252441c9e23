// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAccessible>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QUrl>
#include <QtTest>
#include <cmath>
#include <limits>

#include "support/test_program.h"
#include "widgets/inspector/probe_picture.h"
#include "widgets/try_it/camera_source.h"
#include "widgets/try_it/centred_drawing.h"
#include "widgets/try_it/drawing_canvas.h"
#include "widgets/try_it/network_answer_view.h"
#include "widgets/try_it/picture_well.h"
#include "widgets/try_it/probability_bar.h"
#include "widgets/try_it/task_answer_card.h"
#include "widgets/try_it/try_panel.h"

using namespace zipper;

namespace {

const std::vector<TriedTask> triedTasks{{"A · fashion", {"shirt", "coat", "", "boot"}, 20},
                                        {"B · digits", {"0", "1"}, 5}};

TriedPicture madeUpAnswers(const QString& step) {
  auto answers = std::make_shared<OneImageAnswers>();
  answers->step = step.isEmpty() ? -1 : 0;
  answers->tasks.resize(2);
  answers->tasks[0].teacher = {0.9f, 0.06f, 0.03f, 0.01f};
  answers->tasks[0].merged = {0.2f, 0.1f, 0.7f, 0.f};
  answers->tasks[1].teacher = {0.25f, 0.75f};
  answers->tasks[1].merged = {0.4f, 0.6f};
  answers->tasks[0].teacherMilliseconds = 1.5;
  answers->tasks[0].mergedMilliseconds = 1.25;
  answers->tasks[1].teacherMilliseconds = 2.5;
  answers->tasks[1].mergedMilliseconds = 2.25;
  TriedPicture tried;
  tried.answers = answers;
  tried.picture = QImage(30, 20, QImage::Format_RGB888);
  tried.picture.fill(Qt::red);
  tried.seen = {tried.picture.scaled(32, 32), QImage(28, 28, QImage::Format_Grayscale8)};
  tried.seen[1].fill(0);
  tried.description = "A picture";
  tried.step = step;
  return tried;
}

struct ShownTryPanel {
  explicit ShownTryPanel(QSize size = {900, 420}) {
    panel.resize(size);
    panel.setTasks(triedTasks);
    panel.show();
    (void)QTest::qWaitForWindowActive(&panel);
  }
  QString text(const char* label) { return panel.findChild<QLabel*>(label)->text(); }
  QPushButton& button(const char* name) { return *panel.findChild<QPushButton*>(name); }
  TaskAnswerCard& card(int task) { return *panel.findChild<TaskAnswerCard*>(QString("taskAnswer%1").arg(task)); }
  /// Of the teacher the first ones, of the merged network the others.
  QList<ProbabilityBar*> bars(int task) { return card(task).findChildren<ProbabilityBar*>(); }
  DrawingCanvas& canvas() { return *panel.findChild<DrawingCanvas*>(); }
  void drop(const QMimeData& offer) {
    QDragEnterEvent entering(QPoint(20, 20), Qt::CopyAction, &offer, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &entering);  // without it Qt doesn't know the target of the drop
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &offer, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&panel, &event);
  }

  TryPanel panel;
};

QPointF massCentre(const QImage& image) {
  double mass = 0, x = 0, y = 0;
  for (int row = 0; row < image.height(); ++row)
    for (int column = 0; column < image.width(); ++column) {
      const double value = qGray(image.pixel(column, row));
      mass += value;
      x += value * (column + 0.5);
      y += value * (row + 0.5);
    }
  return {x / mass, y / mass};
}

}  // namespace

class TestTryPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theMostProbableComeFirst() {
    const float odd = std::numeric_limits<float>::quiet_NaN();
    const auto top = topAnswers({0.1f, odd, 0.6f, 0.3f}, {"a", "b", ""}, 3);
    QCOMPARE(top.size(), std::size_t(3));
    QCOMPARE(top[0].name, QString("class 2"));
    QCOMPARE(top[1].name, QString("class 3"));
    QCOMPARE(top[2].name, QString("a"));
    QCOMPARE(topAnswers({0.5f}, {"a"}, 3).size(), std::size_t(1));
    QCOMPARE(topAnswers({odd}, {"a"}, 3)[0].probability, 0.0);
    OneImageTaskAnswers answers;
    QVERIFY(answerSentence(answers, {}, true).contains("no head"));
    answers.teacher = answers.merged = {0.2f, 0.8f};
    QCOMPARE(answerSentence(answers, {"cat", "dog"}, true), QString("Both answer dog."));
    QCOMPARE(answerSentence(answers, {"cat", "dog"}, false), QString("The teacher answers dog."));
  }

  void answersStandBesideEachOther() {
    ShownTryPanel shown;
    shown.panel.setTried(madeUpAnswers("layer 3"));
    QVERIFY(shown.panel.showsAnswers());
    QCOMPARE(shown.text("trySubject"), QString("Teachers and merged network after layer 3"));
    QCOMPARE(shown.card(0).sentence(), QString("The teacher answers shirt, the merged network class 2."));
    QCOMPARE(shown.card(1).sentence(), QString("Both answer 1."));
    QCOMPARE(shown.text("tryTotals"),
             QString("All tasks, one after the other: teachers 4.00\u00a0ms, merged network 3.50\u00a0ms."));
    const auto bars = shown.bars(0);
    QCOMPARE(bars.size(), 6);
    QAccessibleInterface* first = QAccessible::queryAccessibleInterface(bars[0]);
    QCOMPARE(first->role(), QAccessible::ProgressBar);
    QCOMPARE(first->text(QAccessible::Name), QString("A · fashion, teacher: shirt"));
    QCOMPARE(first->valueInterface()->currentValue().toInt(), 90);
    QCOMPARE(bars[3]->accessibleName(), QString("A · fashion, merged network: class 2"));
    QTRY_VERIFY(bars[0]->height() > bars[1]->height());  // the first is the largest
    const auto left = [&shown](const QWidget* widget) { return widget->mapTo(&shown.panel, QPoint()).x(); };
    QTRY_VERIFY(left(bars[0]) + bars[0]->width() <= left(bars[3]));
    QVERIFY(!shown.bars(1)[2]->isVisible());  // there are two classes
    QCOMPARE(shown.card(0).findChild<QLabel*>("networkTime")->text(), QString("1.50\u00a0ms"));
    QVERIFY(shown.card(0).findChild<ProbePicture*>()->accessibleName().endsWith("32 × 32 pixels, in colour"));
    QVERIFY(shown.card(1).findChild<ProbePicture*>()->accessibleName().endsWith("28 × 28 pixels, grey"));
    QCOMPARE(shown.text("tryDescription"), QString("A picture"));
    shown.panel.setError("damaged.png: can't be decoded as an image");
    QVERIFY(!shown.panel.showsAnswers());
    QVERIFY(shown.text("tryMessage").endsWith("damaged.png: can't be decoded as an image"));
    TriedPicture other = madeUpAnswers("layer 3");
    shown.panel.setTasks({triedTasks[0]});
    shown.panel.setTried(other);  // of the tasks before
    QVERIFY(!shown.panel.showsAnswers());
  }

  /// A digit gets 99.9 % from a network that knows shirts and coats.
  void saysWhatAPercentageCantMean() {
    ShownTryPanel shown;
    auto* limits = shown.panel.findChild<QLabel*>("tryLimits");
    QVERIFY(!limits->isVisible());
    for (const QString& step : {QString(), QString("layer 3")}) {
      shown.panel.setTried(madeUpAnswers(step));
      QVERIFY(limits->isVisible());
    }
    QVERIFY2(limits->text().contains("its own classes") && limits->text().contains("means nothing"),
             qPrintable(limits->text()));
    shown.panel.setError("damaged.png: can't be decoded as an image");
    QVERIFY(!limits->isVisible());
  }

  void timesOfABusyMachineAreMarked() {
    ShownTryPanel shown;
    TriedPicture tried = madeUpAnswers("layer 3");
    shown.panel.setTried(tried);
    QVERIFY(!shown.text("tryTotals").contains("meanwhile"));
    tried.busy = true;
    shown.panel.setTried(tried);
    QVERIFY2(shown.text("tryTotals").contains("meanwhile"), qPrintable(shown.text("tryTotals")));
    QCOMPARE(shown.card(0).findChild<QLabel*>("networkTime")->text(), QString("≈ 1.50\u00a0ms"));
    tried.busy = false;
    shown.panel.setTried(tried);
    QCOMPARE(shown.card(0).findChild<QLabel*>("networkTime")->text(), QString("1.50\u00a0ms"));
  }

  void aTimeHasTheRangeThatItIsTheMedianOf() {
    TriedPicture tried = madeUpAnswers("layer 3");
    auto answers = std::make_shared<OneImageAnswers>(*tried.answers);
    answers->tasks[0].teacherRange = {1.42, 1.93};
    tried.answers = answers;
    ShownTryPanel shown({1200, 700});
    shown.panel.setTried(tried);
    const auto& time = *shown.card(0).findChild<QLabel*>("networkTime");
    QCOMPARE(time.text(), QString("1.50\u00a0ms (1.42–1.93)"));
    QCOMPARE(time.accessibleName(), QString("A · fashion, teacher took 1.50\u00a0ms (1.42–1.93)"));
    QVERIFY(time.toolTip().endsWith("Fastest run: 1.42\u00a0ms; slowest: 1.93\u00a0ms"));
    shown.panel.resize(690, 285);  // little height: what counts has the room
    QTRY_COMPARE(time.text(), QString("1.50\u00a0ms"));
    QVERIFY(time.accessibleName().contains("1.93"));
    shown.panel.resize(1200, 700);
    QTRY_VERIFY(time.text().contains("1.93"));
  }

  /// In a dock at the bottom of a window of 1280x800 and of 1024x700.
  void answersAreSeenInALowPanel_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(690, 285);
    QTest::newRow("1024x700") << QSize(434, 290);
    QTest::newRow("1024x700, wide panels at the sides") << QSize(405, 300);
  }
  void answersAreSeenInALowPanel() {
    QFETCH(QSize, size);
    ShownTryPanel shown(size);
    TriedPicture tried = madeUpAnswers("layer 3");
    tried.busy = true;  // "≈ 1.50 ms" is longer
    shown.panel.setTried(tried);
    QTRY_COMPARE(shown.panel.findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0);
    for (int task = 0; task < 2; ++task)
      for (const int network : {0, 3}) {  // the first bar of the teacher and of the merged network
        const ProbabilityBar* bar = shown.bars(task)[network];
        const QPoint end = bar->mapTo(&shown.panel, QPoint(bar->width() - 1, bar->height() - 1));
        QTRY_VERIFY2(shown.panel.rect().contains(bar->mapTo(&shown.panel, QPoint(bar->width() - 1, bar->height() - 1))),
                     qPrintable(QString("task %1, bar %2: %3,%4").arg(task).arg(network).arg(end.x()).arg(end.y())));
        QVERIFY(bar->isVisible() && !bar->visibleRegion().isEmpty());
      }
    // With more height, all of it again.
    shown.panel.resize(900, 600);
    QTRY_VERIFY(shown.bars(0)[1]->isVisible());
  }

  void saysThatNothingIsMerged() {
    ShownTryPanel shown;
    shown.panel.setTried(madeUpAnswers({}));
    QVERIFY(shown.text("trySubject").startsWith("Nothing is merged yet"));
    QCOMPARE(shown.card(0).sentence(), QString("The teacher answers shirt."));
    QStringList titles;
    for (const QLabel* label : shown.card(0).findChildren<QLabel*>()) titles << label->text();
    QVERIFY(titles.contains("merged = teacher"));
    QCOMPARE(shown.text("tryTotals"), QString("All teachers, one after the other: 4.00\u00a0ms."));
  }

  void picturesAreDroppedAndPasted() {
    ShownTryPanel shown;
    QSignalSpy changed(&shown.panel, &TryPanel::pictureChanged);
    QMimeData files;
    files.setUrls({QUrl("https://example.org/a.png"), QUrl::fromLocalFile("/notes.txt"), QUrl::fromLocalFile("/b.JPG"),
                   QUrl::fromLocalFile("/c.png")});
    shown.drop(files);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown.panel.picture().from, TryPicture::From::File);
    QCOMPARE(shown.panel.picture().file, QString("/b.JPG"));
    QMimeData pixels;
    pixels.setImageData(QImage(3, 4, QImage::Format_RGB888));
    shown.drop(pixels);
    QCOMPARE(shown.panel.picture().from, TryPicture::From::Dropped);
    QCOMPARE(shown.panel.picture().image.size(), QSize(3, 4));

    shown.panel.findChild<PictureWell*>()->setFocus();
    QGuiApplication::clipboard()->setText("no picture");
    QTest::keyClick(shown.panel.findChild<PictureWell*>(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown.text("tryNote"), QString("There is no picture on the clipboard."));
    QCOMPARE(changed.size(), 2);
    QGuiApplication::clipboard()->setImage(QImage(5, 6, QImage::Format_RGB888));
    QTest::keyClick(shown.panel.findChild<PictureWell*>(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(shown.panel.picture().from, TryPicture::From::Pasted);
    QCOMPARE(shown.panel.picture().image.size(), QSize(5, 6));
    QVERIFY(shown.panel.findChild<QLabel*>("tryNote")->isHidden());
  }

  void testImagesComeByChance() {
    ShownTryPanel shown;
    QSignalSpy changed(&shown.panel, &TryPanel::pictureChanged);
    for (int i = 0; i < 40; ++i) {
      shown.button("tryTestImage").click();
      const TryPicture& picture = shown.panel.picture();
      QCOMPARE(picture.from, TryPicture::From::TestImage);
      QVERIFY(picture.index >= 0 && picture.index < triedTasks.at(std::size_t(picture.task)).testImages);
    }
    QCOMPARE(changed.size(), 40);
    shown.panel.choose(TryPicture::ofTestSet(0, 19));
    std::vector<TriedTask> fewer = triedTasks;
    fewer[0].testImages = 19;
    shown.panel.setTasks(fewer);
    QVERIFY(!shown.panel.picture().isThere());
    for (TriedTask& task : fewer) task.testImages = 0;
    shown.panel.setTasks(fewer);
    QVERIFY(!shown.button("tryTestImage").isEnabled());
  }

  void digitsAreDrawn() {
    ShownTryPanel shown;
    QSignalSpy changed(&shown.panel, &TryPanel::pictureChanged);
    shown.button("tryDraw").click();
    QVERIFY(shown.canvas().isVisible() && shown.button("tryClear").isVisible());
    QVERIFY(changed.isEmpty());
    const QPoint start(shown.canvas().width() / 2 - 20, 30);
    QTest::mousePress(&shown.canvas(), Qt::LeftButton, {}, start);
    QTest::mouseMove(&shown.canvas(), start + QPoint(10, 40));
    QTest::mouseRelease(&shown.canvas(), Qt::LeftButton, {}, start + QPoint(10, 40));
    QVERIFY(!changed.isEmpty());
    TryPicture picture = shown.panel.picture();
    QCOMPARE(picture.from, TryPicture::From::Drawing);
    QCOMPARE(picture.image.size(), QSize(28, 28));
    QVERIFY(picture.image.isGrayscale());
    // Another picture takes its place; the drawing can be gone back to.
    shown.button("tryTestImage").click();
    QVERIFY(!shown.canvas().isVisible() && !shown.button("tryDraw").isChecked());
    shown.button("tryDraw").click();
    QCOMPARE(shown.panel.picture().image, picture.image);
    shown.panel.setTried(madeUpAnswers("layer 3"));
    shown.button("tryClear").click();
    QVERIFY(!shown.panel.showsAnswers());
    QVERIFY(!shown.panel.picture().isThere() && shown.canvas().isEmpty());
    // With keys alone.
    shown.canvas().setFocus();
    QTest::keyClick(&shown.canvas(), Qt::Key_Right);
    QVERIFY(shown.canvas().isEmpty());
    QTest::keyClick(&shown.canvas(), Qt::Key_Space);
    QCOMPARE(shown.canvas().accessibleDescription(), QString("The pen draws."));
    for (int i = 0; i < 6; ++i) QTest::keyClick(&shown.canvas(), Qt::Key_Down);
    QTRY_COMPARE(shown.panel.picture().from, TryPicture::From::Drawing);
    QTest::keyClick(&shown.canvas(), Qt::Key_Delete);
    QVERIFY(shown.canvas().isEmpty());
    QCOMPARE(shown.canvas().accessibleDescription(), QString("The pen is lifted."));
  }

  void anEmptyCanvasHasNoAnswers() {
    ShownTryPanel shown;
    shown.panel.choose(TryPicture::ofTestSet(0, 3));
    shown.panel.setTried(madeUpAnswers("layer 3"));
    QVERIFY(shown.panel.showsAnswers());
    QSignalSpy changed(&shown.panel, &TryPanel::pictureChanged);
    shown.button("tryDraw").click();
    QVERIFY(!shown.panel.showsAnswers());
    QVERIFY(!shown.panel.picture().isThere());
    QCOMPARE(changed.size(), 1);
    QVERIFY(shown.button("tryDraw").isChecked() && shown.canvas().isVisible());
  }

  void drawingsAreCentredAsThoseOfMnist() {
    const std::uint32_t seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 20; ++i) {
      QImage drawing(224, 224, QImage::Format_Grayscale8);
      drawing.fill(0);
      const QRect inked(random.bounded(100), random.bounded(100), 20 + random.bounded(100), 20 + random.bounded(100));
      for (int y = inked.top(); y <= inked.bottom(); ++y)
        for (int x = inked.left(); x <= inked.right(); ++x) drawing.scanLine(y)[x] = 255;
      const QImage digit = centredDrawing(drawing);
      QCOMPARE(digit.size(), QSize(28, 28));
      const QPointF centre = massCentre(digit);
      QVERIFY(std::abs(centre.x() - 14) <= 0.6 && std::abs(centre.y() - 14) <= 0.6);
      int columns = 0, rows = 0;
      for (int at = 0; at < 28; ++at) {
        bool inColumn = false, inRow = false;
        for (int along = 0; along < 28; ++along) {
          inColumn |= qGray(digit.pixel(at, along)) > 100;
          inRow |= qGray(digit.pixel(along, at)) > 100;
        }
        columns += inColumn;
        rows += inRow;
      }
      QCOMPARE(std::max(columns, rows), 20);
      // The other side as the shape has it, to a pixel.
      const double share = double(std::min(inked.width(), inked.height())) / std::max(inked.width(), inked.height());
      QVERIFY(std::abs(std::min(columns, rows) - 20 * share) <= 1);
    }
    QImage empty(10, 10, QImage::Format_Grayscale8);
    empty.fill(0);
    QCOMPARE(qGray(centredDrawing(empty).pixel(14, 14)), 0);
  }

  void aMissingCameraIsSaid() {
    if (CameraSource::isBuiltIn()) QSKIP("built with Qt Multimedia");
    ShownTryPanel shown;
    shown.button("tryCamera").click();
    QVERIFY(!shown.button("tryCamera").isChecked());
    QVERIFY(shown.text("tryNote").contains("without Qt Multimedia"));
  }

  void fitsNarrowAndWide() {
    ShownTryPanel shown({1400, 400});
    shown.panel.setTried(madeUpAnswers("layer 3"));
    const auto top = [&shown](int task) { return shown.card(task).mapTo(&shown.panel, QPoint()).y(); };
    QTRY_COMPARE(top(0), top(1));
    shown.panel.resize(300, 400);
    QTRY_VERIFY(top(1) > top(0));
    QVERIFY(shown.panel.minimumSizeHint().width() <= 260);
    const QImage light = shown.panel.grab().toImage();
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::Base, QColor("#191c1f"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    dark.setColor(QPalette::Text, QColor("#e6e6e6"));
    shown.panel.setPalette(dark);
    QVERIFY(shown.panel.grab().toImage() != light);
  }
};

ZIPPER_TEST_WITH(QApplication, TestTryPanel)
#include "test_try_panel.moc"
