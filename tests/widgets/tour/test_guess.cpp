// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QPushButton>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/tour/guess_answer_view.h"
#include "widgets/tour/guess_chart.h"
#include "widgets/tour/guess_content.h"
#include "widgets/tour/guess_dialog.h"
#include "widgets/tour/guess_form.h"

using namespace zipper;

namespace {

LayerDrop drop(int layer, double value, double half) {
  return {layer, ShareDifference{value, value - half, value + half}, 1000};
}

GuessAnswer answerOf(int guess, std::vector<LayerDrop> drops) { return {guess, std::move(drops)}; }

const std::vector<LayerDrop> clear{drop(1, 0.002, 0.01), drop(2, 0.05, 0.01), drop(3, -0.004, 0.01)};

}  // namespace

class TestGuess : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void verdicts() {
    QCOMPARE(verdictOf(answerOf(2, clear)), GuessVerdict::Right);
    QCOMPARE(verdictOf(answerOf(1, clear)), GuessVerdict::Wrong);
    QCOMPARE(verdictOf(answerOf(4, clear)), GuessVerdict::Unknown);
    QCOMPARE(verdictOf(answerOf(2, {clear[1]})), GuessVerdict::Unknown);
    QCOMPARE(verdictOf(answerOf(2, {})), GuessVerdict::Unknown);
    const std::vector<LayerDrop> tied{drop(1, 0.04, 0.015), drop(2, 0.05, 0.015), drop(3, 0.0, 0.01)};
    QCOMPARE(verdictOf(answerOf(1, tied)), GuessVerdict::CannotTell);
    QCOMPARE(verdictOf(answerOf(2, tied)), GuessVerdict::CannotTell);
    QCOMPARE(verdictOf(answerOf(3, tied)), GuessVerdict::Wrong);
    const std::vector<LayerDrop> noise{drop(1, 0.004, 0.01), drop(2, 0.001, 0.01)};
    QCOMPARE(verdictOf(answerOf(1, noise)), GuessVerdict::NothingHurts);
  }

  /// A loss is negative in all texts, and zero has no sign.
  void sentencesHoldTheFigures() {
    QCOMPARE(changeText({0.0123, 0.004, 0.02}), QString("−1.23 points (95 %: −2.00 to −0.40)"));
    QCOMPARE(changeText({0, -0.01, 0.01}), QString("0.00 points (95 %: −1.00 to 1.00)"));
    const QString right = verdictText(answerOf(2, clear));
    QVERIFY2(right.contains("layer 2") && right.contains("−5.00 points (95 %: −6.00 to −4.00)"), qPrintable(right));
    const QString wrong = verdictText(answerOf(3, clear));
    QVERIFY2(wrong.contains("layer 3 changed 0.40") && wrong.contains("Layer 2 hurt most"), qPrintable(wrong));
    const std::vector<LayerDrop> tied{drop(10, 0.04, 0.015), drop(2, 0.05, 0.015), drop(9, 0.045, 0.015)};
    const QString text = verdictText(answerOf(10, tied));
    QVERIFY2(text.contains("layers 2, 9 and 10 can't be told apart"), qPrintable(text));
    QVERIFY(measuringText(answerOf(2, clear)).contains("1,000"));
    QVERIFY(measuringText(answerOf(2, {})).isEmpty());
  }

  void asksForALayer() {
    GuessForm form;
    auto* box = form.findChild<QComboBox*>("guessLayer");
    auto* button = form.findChild<QPushButton*>("guessButton");
    form.setLayers({2, 3, 7});
    QCOMPARE(box->count(), 4);
    QVERIFY(!button->isEnabled() && form.layer() == 0);
    form.setLayer(5);  // not offered
    QCOMPARE(form.layer(), 0);
    form.setLayer(7);
    QVERIFY(button->isEnabled());
    QSignalSpy guessed(&form, &GuessForm::guessed);
    button->click();
    QCOMPARE(guessed.value(0).value(0).toInt(), 7);
    form.setLayers({3, 7});
    QCOMPARE(form.layer(), 7);  // stays
    form.setLayers({3});
    QCOMPARE(form.layer(), 0);
    QVERIFY(!button->isEnabled());
  }

  /// A bar goes down where accuracy was lost, up where it was won; the values are there for a screen reader.
  void theChartShowsEachLayer() {
    GuessChart chart;
    chart.resize(400, 240);
    QPalette palette(Qt::black, Qt::white);
    palette.setColor(QPalette::Window, Qt::white);
    chart.setPalette(palette);
    chart.setAnswer(answerOf(2, {drop(1, -0.05, 0.001), drop(2, 0.05, 0.001)}));
    QVERIFY(chart.accessibleDescription().contains("Layer 1: 5.00 points"));
    QVERIFY(chart.accessibleDescription().contains(
        "Layer 2: −5.00 points (95 %: −5.10 to −4.90), your guess, the largest loss"));
    const QImage image = chart.grab().toImage();
    const auto ink = [&](const QRect& part) {
      int count = 0;
      for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) count += image.pixelColor(x, y).lightness() < 200 ? 1 : 0;
      return count;
    };
    const int middle = 220, top = 40, zero = (240 - 16) / 2, bottom = 180;
    QVERIFY(ink({60, top, middle - 60, zero - top - 20}) > 2 * ink({60, zero + 20, middle - 60, bottom - zero - 20}));
    QVERIFY(ink({middle, zero + 20, 170, bottom - zero - 20}) > 2 * ink({middle, top, 170, zero - top - 20}));
  }

  void theDialogAsksAndAnswers() {
    GuessDialog dialog(nullptr);
    dialog.ask({1, 2, 3});
    QVERIFY(dialog.asks() && !dialog.isModal());
    dialog.showAnswer(answerOf(2, clear));
    QVERIFY(!dialog.asks() && dialog.isVisible());
    QVERIFY(dialog.findChild<GuessAnswerView*>()->text().contains("Right: layer 2"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
  }
};

ZIPPER_TEST_WITH(QApplication, TestGuess)
#include "test_guess.moc"
