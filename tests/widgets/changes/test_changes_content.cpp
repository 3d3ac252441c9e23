// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "made_up_changes.h"
#include "support/test_program.h"
#include "widgets/changes/change_reason.h"
#include "widgets/changes/changes_content.h"
#include "widgets/changes/class_bars.h"
#include "widgets/changes/confusion_table.h"
#include "widgets/changes/gallery_model.h"
#include "widgets/changes/grad_cam_view.h"
#include "widgets/style/colors.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::vector<qint64> numbersOf(const std::vector<ImageAnswers>& images) {
  std::vector<qint64> numbers;
  for (const ImageAnswers& image : images) numbers.push_back(image.image);
  return numbers;
}

}  // namespace

/// What the panel of what changed says and shows, without its widgets.
class TestChangesContent : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatWasLostAndWon() {
    const auto shown = changesOf(fewAnswers());
    const QString text = changeSentence(shown->changes);
    QVERIFY2(text.contains("lost 3 image(s) and won 1 image(s)"), qPrintable(text));
    QVERIFY2(text.contains("in 63 of 100 cases"), qPrintable(text));  // p = 2 (1 + 4) / 16
    QVERIFY(text.contains("may well be chance"));
    QCOMPARE(accuracySentence(AnsweredBy::Teacher, shown->changes.teacher).section(": ", 0, 1).section(" (", 0, 0),
             QString("Of 8 test image(s) the teacher has 6 right: 75.0\u00a0%"));
    QVERIFY(accuracySentence(AnsweredBy::Merged, shown->changes.merged)
                .contains("has 4 right: 50.0\u00a0% (95\u00a0% interval"));
  }

  void saysHowSureItIs() {
    TaskChanges changes;
    QVERIFY(changeSentence(changes).contains("lost no image"));
    changes.lost = 40;
    for (const auto& [p, expected] : {std::pair{0.5, "in 50 of 100 cases"},
                                      {0.012, "in 1 of 100 cases"},
                                      {0.0042, "in 42 of 10"},
                                      {0.00001, "fewer than 1 of 10,000"}}) {
      changes.p = p;
      QVERIFY2(changeSentence(changes).contains(expected), qPrintable(changeSentence(changes)));
      QCOMPARE(changeSentence(changes).contains("hardly chance"), p < 0.05);
    }
  }

  void saysWhichImagesAreMissing() {
    QVERIFY(imagesSentence(*changesOf(fewAnswers())).isEmpty());
    TaskAnswers damaged = fewAnswers();
    damaged.unreadable = 2;
    const QString text = imagesSentence(*changesOf(damaged, 20));
    QVERIFY2(text.contains("10 of 20 test images"), qPrintable(text));
    QVERIFY2(text.contains("2 image(s) can't be read"), qPrintable(text));
    QVERIFY(!imagesSentence(*changesOf(damaged, 10)).contains("So far"));
  }

  void findsTheImagesBehindEverything() {
    const TaskAnswers answers = fewAnswers();
    using Numbers = std::vector<qint64>;
    QCOMPARE(numbersOf(imagesFor(answers, ImagesAsked::with(Outcome::Lost))), (Numbers{11, 13, 17}));
    QCOMPARE(numbersOf(imagesFor(answers, ImagesAsked::with(Outcome::Won))), Numbers{12});
    QCOMPARE(numbersOf(imagesFor(answers, ImagesAsked::with(Outcome::BothWrong))), Numbers{15});
    const auto inCell = [&](MatrixShown matrix, int label, int answer) {
      return numbersOf(imagesFor(answers, ImagesAsked::inCell(matrix, label, answer)));
    };
    QCOMPARE(inCell(MatrixShown::Teacher, 0, 1), Numbers{12});
    QCOMPARE(inCell(MatrixShown::Merged, 0, 1), (Numbers{11, 13}));
    QCOMPARE(inCell(MatrixShown::Difference, 0, 1), (Numbers{11, 12, 13}));
    QCOMPARE(inCell(MatrixShown::Difference, 1, 2), Numbers{});  // in it for both
    // Those that changed come first.
    QCOMPARE(numbersOf(imagesFor(answers, ImagesAsked::ofClass(0))), (Numbers{11, 12, 13, 10}));
  }

  void beginsWithWhatMatters() {
    TaskChanges changes = changesIn(fewAnswers());
    QVERIFY(firstAsked(changes) == ImagesAsked::with(Outcome::Lost));
    changes.lost = 0;
    QVERIFY(firstAsked(changes) == ImagesAsked::with(Outcome::Won));
    changes.won = 0;
    QVERIFY(firstAsked(changes) == ImagesAsked::with(Outcome::BothWrong));
  }

  /// A newcomer learns whether the image was on the border before anything was merged.
  void saysWhyAnImageTurned() {
    TaskAnswers answers = fewAnswers();
    ImageAnswers image{3, 0, 0, 1, 0.62f, 0.55f, {1, 0.35f}, {0, 0.41f}};
    const QString close = reasonSentence(answers, image);
    QVERIFY2(
        close.startsWith("Teacher: shirt 62.0\u00a0%, coat 35.0\u00a0%; merged: coat 55.0\u00a0%, shirt 41.0\u00a0%."),
        qPrintable(close));
    QVERIFY2(close.contains("It was close for the teacher already: its first two classes were only 27.0 points apart."),
             qPrintable(close));
    QVERIFY(!close.contains("far from the border"));
    image.teacherProbability = 0.98f;
    image.teacherSecond.probability = 0.01f;
    const QString sure = reasonSentence(answers, image);
    QVERIFY2(sure.contains("The teacher was far from the border: its answer was 97.0 points ahead."), qPrintable(sure));
    QVERIFY(!sure.contains("close"));
    image.merged = 0;
    QVERIFY(reasonSentence(answers, image).endsWith("Both answer the same."));
  }

  void namesAreNoPlacesInTheReason() {
    TaskAnswers answers = fewAnswers();
    answers.classNames = {"%2", "a\nb"};
    const QString text = reasonSentence(answers, {3, 0, 0, 1, 0.9f, 0.5f, {1, 0.1f}, {0, 0.5f}});
    QVERIFY2(text.startsWith("Teacher: %2 90.0"), qPrintable(text));
    QVERIFY(!text.contains('\n'));
  }

  void oneClassHasNoSecond() { QVERIFY(reasonSentence(fewAnswers(), {3, 0, 0, 0, 1.0f, 1.0f}).isEmpty()); }

  void namesOfStrangersAreHarmless() {
    TaskAnswers answers = fewAnswers();
    answers.classNames[0] = "a\nb\x1b[31m";
    QVERIFY(!nameOfOutput(answers, 0).contains('\n') && !nameOfOutput(answers, 0).contains('\x1b'));
    QCOMPARE(nameOfOutput(answers, 7), QString("class 7"));
  }

  void cellsAreToldInWords() {
    const auto shown = changesOf(fewAnswers());
    const Confusion& confusion = shown->changes.confusion;
    QCOMPARE(cellSentence(shown->answers, confusion.at(0, 1)),
             QString("Images of shirt that are answered coat: teacher 1, merged 2, difference +1."));
    QCOMPARE(cellLine(shown->answers, confusion.at(0, 0)), QString("shirt recognized: 3 → 2 (−1)"));
    QCOMPARE(cellLine(shown->answers, confusion.at(2, 0)), QString("boot taken for shirt: 0 → 1 (+1)"));
  }

  void theTableHoldsWhatOccurs() {
    TaskAnswers answers = fewAnswers();
    answers.classNames = {"a", "b", "c", "d", "e", "f"};
    for (ImageAnswers& image : answers.images)
      for (int* output : {&image.label, &image.teacher, &image.merged}) *output *= 2;
    const ConfusionTable table(changesOf(answers)->changes.confusion);
    QCOMPARE(table.size(), 3);
    QCOMPARE(table.classAt(2), 4);
    QCOMPARE(table.placeOf(4), 2);
    QCOMPARE(table.placeOf(3), -1);
    QCOMPARE(table.at(0, 1).merged, std::int64_t(2));
    QCOMPARE(table.imagesInRow(0), qint64(4));
    QCOMPARE(table.value(MatrixShown::Teacher, table.at(0, 0)), 0.75);
    QCOMPARE(table.value(MatrixShown::Difference, table.at(0, 0)), -1.0);
    QVERIFY(std::isnan(table.value(MatrixShown::Difference, table.at(1, 1))));
    QCOMPARE(table.scale(MatrixShown::Difference).limit, 1.0);
    const QImage difference = table.image(MatrixShown::Difference, false);
    QCOMPARE(difference.size(), QSize(3, 3));
    QCOMPARE(difference.pixel(0, 0),
             style::divergingColor(1, false));  // one right less, one confusion more: both worse
    QCOMPARE(difference.pixel(1, 0), style::divergingColor(1, false));
    QCOMPARE(qAlpha(difference.pixel(1, 1)), 0);
    QVERIFY(difference.pixel(0, 0) != table.image(MatrixShown::Difference, true).pixel(0, 0));
    QCOMPARE(numberIn(MatrixShown::Merged, table.at(0, 0)), QString("2"));
    QCOMPARE(numberIn(MatrixShown::Difference, table.at(0, 0)), QString("−1"));
  }

  void twentyThousandClassesMakeNoMatrix() {
    TaskAnswers answers = manyAnswers(20000, 1000, 1);
    const ConfusionTable table(changesOf(answers)->changes.confusion);
    QVERIFY(table.isTooLarge());
    QVERIFY(table.image(MatrixShown::Teacher, false).isNull());
  }

  void classesAreSortedByChange() {
    ClassModel model;
    model.setChanges(changesOf(fewAnswers()));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0).data().toString(), QString("shirt"));  // two lost, one won
    QCOMPARE(model.index(1).data().toString(), QString("boot"));
    QCOMPARE(model.index(2).data().toString(), QString("coat"));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QString("shirt, 4 image(s): teacher 75.0\u00a0%, merged 50.0\u00a0%; lost 2, won 1"));
  }

  void theGalleryShowsSomeDozensAndTheRest() {
    const auto shown = changesOf(manyAnswers(4, 130, 2));
    GalleryModel model;
    model.setImages(shown, shown->answers.images);
    QCOMPARE(model.rowCount(), GalleryModel::pageSize + 1);
    const QModelIndex more = model.index(GalleryModel::pageSize);
    QVERIFY(model.isMore(more));
    QCOMPARE(more.data().toString(), QString("82 more"));
    QCOMPARE(model.takeWanted(12).size(), std::size_t(12));
    QCOMPARE(model.takeWanted(12).front(), qint64(12));  // those before were asked for
    model.setPictures({{0, QImage(8, 8, QImage::Format_RGB888)}, {1, {}}});
    QVERIFY(!model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    QVERIFY(model.index(1).data(Qt::DecorationRole).isValid());  // can't be read
    QVERIFY(!model.index(2).data(Qt::DecorationRole).isValid());
    model.giveBackWanted();
    QCOMPARE(model.takeWanted(1).front(), qint64(2));
    model.showMore();
    model.showMore();
    QCOMPARE(model.rowCount(), 130);
    QVERIFY(!model.isMore(model.index(129)));
    QCOMPARE(model.rowOf(129), 129);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith("Test image 1, labelled class number 0"));
  }

  void mapsAreOverlaidInOneScale() {
    const FloatArray map{{1, 3}, {0, 1, 2}};
    const ColorScale scale{ColorScale::Kind::Sequential, 2, 2};
    const QImage image = overlayImage(map, scale);
    QCOMPARE(image.size(), QSize(3, 1));
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    QVERIFY(image.pixelColor(1, 0).alpha() > 80 && image.pixelColor(1, 0).alpha() < image.pixelColor(2, 0).alpha());
    QVERIFY(overlayImage({{2, 2, 2}, std::vector<float>(8)}, scale).isNull());  // no map
    GradCamView view;
    view.setMaps(QImage(8, 8, QImage::Format_Grayscale8), {{1, 1}, {4.f}}, {{1, 1}, {1.f}}, 0);
    QVERIFY(std::abs(view.scale().limit - 4) < 0.01);
  }
};

ZIPPER_TEST_WITH(QApplication, TestChangesContent)
#include "test_changes_content.moc"
