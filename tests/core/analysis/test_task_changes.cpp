// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRandomGenerator>
#include <QtTest>
#include <cmath>

#include "core/analysis/paired_test.h"
#include "core/analysis/task_changes.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Ten images of a cat, a dog and a cow, by hand; nobody calls anything a yak.
TaskAnswers answersByHand() {
  TaskAnswers answers;
  answers.classNames = {"cat", "dog", "cow", "yak"};
  const int table[10][3] = {{0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 2, 2}, {1, 1, 1},
                            {1, 1, 0}, {1, 1, 2}, {2, 0, 1}, {2, 2, 2}, {2, 2, 2}};  // label, teacher, merged
  for (int i = 0; i < 10; ++i) answers.images.push_back({100 + i, table[i][0], table[i][1], table[i][2], 0.9f, 0.8f});
  return answers;
}

std::vector<std::int64_t> numbersOfImages(const std::vector<ImageAnswers>& images) {
  std::vector<std::int64_t> numbers;
  for (const ImageAnswers& image : images) numbers.push_back(image.image);
  return numbers;
}

using Numbers = std::vector<std::int64_t>;

/// What SciPy prints for these pairs of numbers.
std::vector<double> scipyOf(const char* command, const std::vector<std::pair<int, int>>& pairs) {
  QStringList first, second;
  for (const auto& [one, other] : pairs) {
    first << QString::number(one);
    second << QString::number(other);
  }
  const QByteArray printed =
      runReferenceScript("reference_solvers.py", {QString(command), first.join(','), second.join(',')});
  std::vector<double> values;
  for (const QByteArray& value : printed.simplified().split(' ')) values.push_back(value.toDouble());
  return values;
}

/// Both small numbers and large ones.
std::vector<std::pair<int, int>> randomPairs(int count) {
  const std::uint32_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %u", seed);
  QRandomGenerator random(seed);
  std::vector<std::pair<int, int>> pairs;
  for (int i = 0; i < count; ++i) {
    const int limit = i % 2 == 0 ? 12 : 2000;
    pairs.emplace_back(random.bounded(limit), random.bounded(limit));
  }
  return pairs;
}

/// Below some size SciPy takes it for 0.
bool isNear(double found, double wanted, double relative) {
  return std::abs(found - wanted) <= relative * std::abs(wanted) + 1e-200;
}

}  // namespace

class TestTaskChanges : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsByHand() {
    const TaskChanges changes = changesIn(answersByHand());
    QCOMPARE(changes.bothRight, std::int64_t(4));
    QCOMPARE(changes.lost, std::int64_t(3));
    QCOMPARE(changes.won, std::int64_t(1));
    QCOMPARE(changes.bothWrong, std::int64_t(2));
    QCOMPARE(changes.images(), std::int64_t(10));
    QCOMPARE(changes.teacher.share, 0.7);
    QCOMPARE(changes.merged.share, 0.5);
    QCOMPARE(changes.p, 0.625);  // 2 (1 + 4) / 16
    QCOMPARE(changes.classes.size(), std::size_t(3));
    QCOMPARE(changes.classes[1].label, 1);
    QCOMPARE(changes.classes[1].teacher.share, 1.0);
    QCOMPARE(changes.classes[1].merged.hits, std::int64_t(1));
    QCOMPARE(changes.classes[1].merged.images, std::int64_t(3));
    QCOMPARE(changes.classes[1].lost, std::int64_t(2));
    QCOMPARE(changes.classes[0].difference(), std::int64_t(0));
    QCOMPARE(changes.classes[0].won, std::int64_t(1));
  }

  void confusionByHand() {
    const Confusion confusion = changesIn(answersByHand()).confusion;
    QCOMPARE(confusion.classes, 4);
    const std::int64_t teacher[3][3] = {{2, 1, 1}, {0, 3, 0}, {1, 0, 2}};
    const std::int64_t merged[3][3] = {{2, 1, 1}, {1, 1, 1}, {0, 1, 2}};
    for (int label = 0; label < 3; ++label)
      for (int answer = 0; answer < 3; ++answer) {
        QCOMPARE(confusion.at(label, answer).teacher, teacher[label][answer]);
        QCOMPARE(confusion.at(label, answer).merged, merged[label][answer]);
        QCOMPARE(confusion.at(label, answer).difference(), merged[label][answer] - teacher[label][answer]);
      }
    QCOMPARE(confusion.at(3, 0).teacher, std::int64_t(0));
    QCOMPARE(confusion.cells.size(), std::size_t(9));
    QCOMPARE(classesIn(confusion), (std::vector<int>{0, 1, 2}));
    QCOMPARE(confusion.at(1, 1).gain(), std::int64_t(-2));
    QCOMPARE(confusion.at(2, 0).gain(), std::int64_t(1));
    QCOMPARE(confusion.at(1, 2).gain(), std::int64_t(-1));
  }

  void whatChangedMostComesFirst() {
    const TaskChanges changes = changesIn(answersByHand());
    const std::vector<ConfusionCell> cells = mostChanged(changes.confusion, 3);
    QCOMPARE(cells.size(), std::size_t(3));
    QCOMPARE(cells[0].difference(), std::int64_t(-2));
    QCOMPARE(std::make_pair(cells[1].label, cells[1].answer), std::make_pair(1, 0));
    QCOMPARE(std::make_pair(cells[2].label, cells[2].answer), std::make_pair(1, 2));
    QCOMPARE(mostChanged(changes.confusion, 100).size(), std::size_t(5));
    const std::vector<ClassChange> classes = mostChanged(changes.classes, 2);
    QCOMPARE(classes[0].label, 1);
    QCOMPARE(classes[1].label, 0);
    QCOMPARE(classes.size(), std::size_t(2));
  }

  void listsTheImagesBehindANumber() {
    const TaskAnswers answers = answersByHand();
    QCOMPARE(numbersOfImages(imagesWith(answers, Outcome::Lost)), (Numbers{101, 105, 106}));
    QCOMPARE(numbersOfImages(imagesWith(answers, Outcome::Won)), Numbers{102});
    QCOMPARE(numbersOfImages(imagesWith(answers, Outcome::BothWrong)), (Numbers{103, 107}));
    QCOMPARE(numbersOfImages(imagesInCell(answers, AnsweredBy::Teacher, 1, 1)), (Numbers{104, 105, 106}));
    QCOMPARE(numbersOfImages(imagesInCell(answers, AnsweredBy::Merged, 1, 1)), Numbers{104});
    QCOMPARE(numbersOfImages(imagesThatChangedCell(answers, 0, 1)), (Numbers{101, 102}));
    QCOMPARE(numbersOfImages(imagesOfClass(answers, 2)), (Numbers{107, 108, 109}));
    QCOMPARE(toString(Outcome::BothWrong), std::string("both wrong"));
  }

  void nothingGivesNothing() {
    TaskAnswers none;
    none.classNames = {"cat"};
    const TaskChanges changes = changesIn(none);
    QCOMPARE(changes.images(), std::int64_t(0));
    QCOMPARE(changes.p, 1.0);
    QCOMPARE(changes.merged.low, 0.0);
    QCOMPARE(changes.merged.high, 1.0);
    QVERIFY(changes.classes.empty() && changes.confusion.cells.empty());
  }

  void mcNemarsTestIsSciPys() {
    std::vector<std::pair<int, int>> pairs = randomPairs(40);
    pairs.insert(pairs.end(), {{0, 0}, {1, 0}, {0, 6}, {5, 5}, {30000, 31000}, {0, 5000}});
    const std::vector<double> wanted = scipyOf("mcnemar", pairs);
    QCOMPARE(wanted.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const double p = mcNemarsTest(pairs[i].first, pairs[i].second);
      QVERIFY2(isNear(p, wanted[i], 1e-8), qPrintable(QString("%1 lost, %2 won: %3 found, %4 expected")
                                                          .arg(pairs[i].first)
                                                          .arg(pairs[i].second)
                                                          .arg(p)
                                                          .arg(wanted[i])));
      QCOMPARE(p, mcNemarsTest(pairs[i].second, pairs[i].first));
    }
    ZIPPER_EXPECT_ERROR(mcNemarsTest(-1, 3), "below 0");
    QCOMPARE(pText(0.0004), std::string("p < 0.001"));
    QCOMPARE(pText(0.625), std::string("p = 0.625"));
  }

  void intervalsAreSciPys() {
    std::vector<std::pair<int, int>> pairs = randomPairs(40);
    for (auto& [hits, images] : pairs) images += hits + 1;
    pairs.insert(pairs.end(), {{0, 1}, {1, 1}, {0, 1000}, {1000, 1000}, {882, 1000}, {49999, 50000}});
    const std::vector<double> wanted = scipyOf("wilson", pairs);
    QCOMPARE(wanted.size(), 2 * pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Proportion found = proportionOf(pairs[i].first, pairs[i].second);
      QVERIFY(std::abs(found.low - wanted[2 * i]) < 1e-12);
      QVERIFY(std::abs(found.high - wanted[2 * i + 1]) < 1e-12);
      QVERIFY(found.low <= found.share && found.share <= found.high);
    }
    ZIPPER_EXPECT_ERROR(proportionOf(3, 2), "3 of 2");
  }
};

ZIPPER_TEST(TestTaskChanges)
#include "test_task_changes.moc"
