// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_card.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>
#include <algorithm>

#include "support/test_program.h"
#include "widgets/style/colors.h"
#include "widgets/tour/card_place.h"
#include "widgets/tour/tour_overlay.h"

using namespace zipper;

namespace {

int newsCount = 0;

void hear(QAccessibleEvent* event) {
  if (qobject_cast<TourCard*>(event->object()) != nullptr && event->type() != QAccessible::DescriptionChanged &&
      event->type() != QAccessible::NameChanged)
    ++newsCount;
}

TourMoment someMoment(bool done) {
  TourMoment moment;
  moment.title = "A title";
  moment.text = "A text of some words that is long enough to need several lines on any card of the tour, at least two.";
  if (!done) moment.ask = "Press the button.";
  moment.done = done;
  return moment;
}

}  // namespace

class TestTourCard : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placesNeverLeaveTheWindow() {
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 5000; ++i) {
      const QSize window(random.bounded(200, 2600), random.bounded(150, 1500));
      const QRect target(random.bounded(-50, window.width()), random.bounded(-50, window.height()),
                         random.bounded(1, window.width()), random.bounded(1, window.height()));
      const QSize card(random.bounded(50, 800), random.bounded(50, 800));
      const QRect seen = target & QRect(QPoint(0, 0), window);
      const QRect place = cardPlace(window, i % 7 == 0 ? QRect() : seen, card);
      QVERIFY(QRect(QPoint(0, 0), window).contains(place));
      QCOMPARE(place.size(), card.boundedTo(window - 2 * QSize(cardEdge, cardEdge)));
      // Where there is room beside the target, it stays free.
      const QSize room = window - 2 * QSize(cardEdge, cardEdge);
      const bool fits = seen.left() - cardGap - card.width() >= cardEdge && card.height() <= room.height();
      if (i % 7 != 0 && fits) QVERIFY(!place.intersects(seen));
    }
  }

  /// A zipper in the middle of a window with a low room below it and a narrow one beside it.
  void anotherShapeLeavesTheTargetFree() {
    const QSize window(1000, 700), usual(360, 320), narrow(280, 420), wide(700, 180);
    const QRect target(300, 60, 690, 420);  // 300 pixels at the left, 220 below
    QVERIFY(cardPlace(window, target, usual).intersects(target));
    const QRect beside = cardPlace(window, target, {usual, narrow, wide});
    QCOMPARE(beside.size(), narrow);
    QVERIFY(!beside.intersects(target) && QRect(QPoint(0, 0), window).contains(beside));
    const QRect below = cardPlace(window, target, {usual, wide});
    QCOMPARE(below.size(), wide);
    QVERIFY(!below.intersects(target) && below.top() > target.bottom());
    // Where there is room for the usual shape, the others aren't asked.
    QCOMPARE(cardPlace(window, {10, 10, 200, 40}, {usual, narrow, wide}), cardPlace(window, {10, 10, 200, 40}, usual));
    // Where there is none for any, as little as possible is covered.
    const QRect all(QPoint(0, 0), window), least = cardPlace(window, all, {usual, narrow, wide});
    const auto area = [](const QSize& size) { return size.width() * size.height(); };
    QCOMPARE(area(least.size()), std::min({area(usual), area(narrow), area(wide)}));
  }

  void everyShapeShowsAllTexts() {
    QWidget window;
    window.resize(1600, 1200);
    TourCard card(&window);
    TourMoment moment = someMoment(false);
    moment.text = QString("A sentence of some words that has to be read. ").repeated(9);
    card.setMoment(TourStation::Run, moment);
    window.show();
    card.show();
    const std::vector<QSize> shapes = card.shapesWithin(window.size());
    QVERIFY(shapes.size() >= 4);
    QCOMPARE(shapes.front(), card.sizeWithin(window.size()));
    int narrowest = shapes.front().width(), widest = narrowest;
    for (const QSize& shape : shapes) {
      narrowest = std::min(narrowest, shape.width());
      widest = std::max(widest, shape.width());
      card.resize(shape);
      QTRY_COMPARE(card.findChild<QScrollArea*>()->verticalScrollBar()->maximum(), 0);
    }
    QVERIFY(narrowest < shapes.front().width() && widest > shapes.front().width());
    for (const QSize& shape : card.shapesWithin({500, 400})) QVERIFY(shape.width() <= 500 && shape.height() <= 400);
  }

  void returnPressesWhatIsHighlighted() {
    QWidget window;
    TourCard card(&window);
    QSignalSpy next(&card, &TourCard::nextRequested), offered(&card, &TourCard::offerAccepted);
    card.setMoment(TourStation::Run, someMoment(false));
    QTest::keyClick(&card, Qt::Key_Return);
    QCOMPARE(next.count(), 0);  // there is something to do first
    card.setMoment(TourStation::Run, someMoment(true));
    QTest::keyClick(&card, Qt::Key_Return);
    QCOMPARE(next.count(), 1);
    TourMoment moment = someMoment(false);
    moment.offer = TourOffer::OpenSample;
    moment.offerText = "Open the sample";
    card.setMoment(TourStation::Run, moment);
    QTest::keyClick(&card, Qt::Key_Enter);
    QCOMPARE(offered.count(), 1);
    QCOMPARE(next.count(), 1);
  }

  void theArrowIsTheShortestWay() {
    const QRect card(0, 0, 100, 100);
    const CardArrow right = cardArrow(card, {200, 20, 50, 40});
    QCOMPARE(right.from, QPointF(99, 39.5));
    QCOMPARE(right.to, QPointF(200, 39.5));
    const CardArrow corner = cardArrow(card, {150, 180, 10, 10});
    QCOMPARE(corner.from, QPointF(99, 99));
    QCOMPARE(corner.to, QPointF(150, 180));
    const CardArrow above = cardArrow({0, 300, 100, 100}, {20, 10, 400, 50});
    QCOMPARE(above.from, QPointF(59.5, 300));
    QCOMPARE(above.to, QPointF(59.5, 59));
  }

  void saysWhatThereIs() {
    QWidget window;
    TourCard card(&window);
    card.setMoment(TourStation::Networks, someMoment(false));
    QVERIFY(card.text().startsWith("Station 2 of 10"));
    QVERIFY(card.text().contains("A title") && card.text().contains("Press the button."));
    auto* next = card.findChild<QPushButton*>("tourNext");
    auto* back = card.findChild<QPushButton*>("tourBack");
    QCOMPARE(next->text(), QString("Skip"));
    QVERIFY(back->isEnabled());
    QVERIFY(card.findChild<QPushButton*>("tourOffer")->isHidden());
    card.setMoment(TourStation::Networks, someMoment(true));
    QCOMPARE(next->text(), QString("Next"));
    card.setMoment(TourStation::Export, someMoment(true));
    QCOMPARE(next->text(), QString("End the tour"));
    card.setMoment(TourStation::Why, someMoment(true));
    QVERIFY(!back->isEnabled());
    TourMoment offered = someMoment(false);
    offered.offer = TourOffer::GoToTeachers;
    offered.offerText = "Go back";
    card.setMoment(TourStation::Mean, offered);
    QSignalSpy accepted(&card, &TourCard::offerAccepted);
    QTest::mouseClick(card.findChild<QPushButton*>("tourOffer"), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(accepted.front().front().value<TourOffer>(), TourOffer::GoToTeachers);
  }

  void screenReadersAreToldOnce() {
    QWidget window;
    TourCard card(&window);
    const auto before = QAccessible::installUpdateHandler(hear);
    newsCount = 0;
    card.setMoment(TourStation::Mean, someMoment(false));
    const int first = newsCount;
    const QString said = card.accessibleDescription();
    card.setMoment(TourStation::Mean, someMoment(false));
    const int again = newsCount;
    card.setMoment(TourStation::Mean, someMoment(true));
    const int next = newsCount;
    QAccessible::installUpdateHandler(before);
    QVERIFY2(card.accessibleName().contains("Station 5 of 10") && card.accessibleName().contains("A title"),
             qPrintable(card.accessibleName()));
    QVERIFY(said.contains("A text of some words") && said.contains("Press the button."));
    QVERIFY(card.accessibleDescription().contains("Done") && card.accessibleDescription() != said);
    QCOMPARE(again, first);
    if (QAccessible::isActive()) QVERIFY(first == 1 && next == 2);  // Qt tells nobody where nobody listens
  }

  /// All of its text can be read, at once or by scrolling, whatever the size of the letters.
  void fitsIntoSmallWindows_data() {
    QTest::addColumn<double>("points");
    for (const double points : {9.0, 13.5, 20.0}) QTest::newRow(qPrintable(QString::number(points))) << points;
  }
  void fitsIntoSmallWindows() {
    QFETCH(double, points);
    QWidget window;
    QFont font = window.font();
    font.setPointSizeF(points);
    window.setFont(font);
    window.resize(1024, 700);
    window.show();
    TourCard card(&window);
    TourMoment moment = someMoment(false);
    for (int i = 0; i < 3; ++i) moment.text += "\n\n" + moment.text;
    card.setMoment(TourStation::Mean, moment);
    const QSize size = card.sizeWithin({1004, 680});
    QVERIFY(size.width() <= 1004 && size.height() <= 680);
    card.setGeometry(QRect(QPoint(10, 10), size));
    card.show();
    QCoreApplication::processEvents();
    const auto* scroll = card.findChild<QScrollArea*>();
    const auto* ask = card.findChild<QLabel*>("tourAsk");
    const int end = ask->geometry().bottom() - scroll->verticalScrollBar()->maximum();
    QVERIFY2(end <= scroll->viewport()->height(), qPrintable(QString::number(end)));
    for (const char* name : {"tourText", "tourAsk"}) {
      const auto* label = card.findChild<QLabel*>(name);
      QVERIFY2(label->height() >= label->heightForWidth(label->width()), name);
    }
    for (const char* name : {"tourNext", "tourBack"})
      QVERIFY(card.rect().contains(card.findChild<QPushButton*>(name)->geometry()));
    if (points < 10) QCOMPARE(scroll->verticalScrollBar()->maximum() > 0, size.height() == 680);
  }

  void theFrameLetsPressesThrough() {
    QWidget window;
    window.resize(400, 300);
    QPushButton button("press", &window);
    button.setGeometry(50, 50, 100, 30);
    TourOverlay overlay(&window);
    overlay.setGeometry(window.rect());
    window.show();
    overlay.show();
    overlay.raise();
    overlay.setPlaces(button.geometry(), {200, 100, 100, 100});
    QCOMPARE(window.childAt(60, 60), &button);
    const QImage image = window.grab().toImage();
    // On its way around the target there is its colour.
    const QColor color = style::workColor(window.palette());
    QCOMPARE(image.pixelColor(100, 46), color);
    QCOMPARE(overlay.target(), button.geometry());
  }
};

ZIPPER_TEST_WITH(QApplication, TestTourCard)
#include "test_tour_card.moc"
