// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_matching.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/data/class_file.h"
#include "core/data/class_names.h"
#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "memory_dataset.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

using Names = std::vector<std::string>;
using Outputs = std::vector<int>;

MobileNetSpec specOf(const Names& outputs, int offset = 0) {
  MobileNetSpec spec;
  spec.classes = int(outputs.size());
  spec.classNames = outputs;
  spec.classOffset = offset;
  return spec;
}

MobileNetSpec nameless(int classes) {
  MobileNetSpec spec;
  spec.classes = classes;
  return spec;
}

/// Four images, one of each class.
class NamedDataset : public test::MemoryDataset {
 public:
  explicit NamedDataset(Names names) : MemoryDataset(std::int64_t(names.size()), 8, CV_8UC1), own_(std::move(names)) {}
  int label(std::int64_t index) const override { return int(index); }
  const Names& classNames() const override { return own_; }

 private:
  Names own_;
};

}  // namespace

class TestClassMatching : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesInAnotherOrder() {
    const ClassMatching found = matchClasses(specOf({"dog", "rat", "cat"}), {"cat", "dog", "rat"});
    QVERIFY(found.basis == ClassBasis::Names && found.doubt.empty() && found.problem.empty());
    QCOMPARE(found.outputs, (Outputs{2, 0, 1}));
  }

  void namesSpelledDifferently() {
    const Names outputs{"Ankle boot", "T-shirt/top", "TROUSER"};
    QCOMPARE(matchClasses(specOf(outputs), {"t_shirt_top", "trouser", "ankle-boot"}).outputs, (Outputs{1, 2, 0}));
    // Two of the same key: neither is guessed.
    const ClassMatching two = matchClasses(specOf({"ab", "c"}), {"a-b", "a_b", "c"});
    QCOMPARE(two.outputs, (Outputs{noOutput, noOutput, 1}));
    QVERIFY(two.problem.find("\"a-b\", \"a_b\"") != std::string::npos);
    // What is equal isn't given to what is only alike.
    QCOMPARE(matchClasses(specOf({"Cat", "cat"}), {"cat", "Cat"}).outputs, (Outputs{1, 0}));
  }

  void imageNetNames() {
    const Names outputs{"background", "n01440764 tench, Tinca tinca", "n02123045 tabby, tabby cat"};
    QCOMPARE(matchClasses(specOf(outputs, 1), {"n02123045", "n01440764"}).outputs, (Outputs{2, 1}));
    QCOMPARE(matchClasses(specOf(outputs, 1), {"Tinca_tinca", "tabby cat"}).outputs, (Outputs{1, 2}));
  }

  void theBackgroundIsNoClass() {
    const ClassMatching found = matchClasses(specOf({"background", "b", "a"}, 1), {"a", "b"});
    QCOMPARE(found.outputs, (Outputs{2, 1}));
    const auto data =
        relabelled(std::make_shared<NamedDataset>(Names{"a", "b"}), found, specOf({"background", "b", "a"}, 1));
    QCOMPARE(data->label(0), 1);  // the loader adds the offset
    QCOMPARE(data->classNames(), (Names{"b", "a"}));
    QCOMPARE(matchClasses(specOf({"background", "b", "a"}, 1), {"background", "a"}).outputs.front(), noOutput);
  }

  void numbersArePositions() {
    QCOMPARE(matchClasses(specOf({"x", "y", "z"}), {"0", "2", "1"}).outputs, (Outputs{0, 2, 1}));
    QCOMPARE(matchClasses(specOf({"x", "y", "z"}), {"1", "2", "3"}).outputs, (Outputs{0, 1, 2}));
    QCOMPARE(matchClasses(specOf({"x", "y", "z", "w"}), {"03", "01"}).outputs, (Outputs{3, 1}));
    QCOMPARE(matchClasses(specOf({"2", "0", "1"}), {"x", "y", "z"}).outputs, (Outputs{1, 2, 0}));
    QCOMPARE(matchClasses(specOf({"2", "0", "1"}), {"00", "01", "02"}).outputs, (Outputs{1, 2, 0}));
    QCOMPARE(matchClasses(nameless(11), {"0", "1", "10"}).outputs, (Outputs{0, 1, 10}));
    QVERIFY(matchClasses(specOf({"x", "y", "z"}), {"0", "1", "2"}).doubt.empty());
  }

  /// Words for the classes on one side only, or an order that may be that of the folders: taken, and said.
  void numbersThatMayMeanSomethingElse() {
    const ClassMatching words = matchClasses(specOf({"2", "0", "1"}), {"x", "y", "z"});
    QVERIFY2(words.doubt.find("only the data set has names") != std::string::npos, words.doubt.c_str());
    const ClassMatching order = matchClasses(nameless(3), {"0", "2", "1"});
    QCOMPARE(order.outputs, (Outputs{0, 2, 1}));
    QVERIFY2(order.doubt.find("each number is taken for that output") != std::string::npos, order.doubt.c_str());
    QVERIFY(matchClasses(nameless(3), {"0", "1", "2"}).doubt.empty());
  }

  /// Numbers without the first or the last one may count from 0 or from 1: said. Where only one is possible it is
  /// taken.
  void numbersThatAreNotAll() {
    for (const MobileNetSpec& spec : {nameless(4), specOf({"w", "x", "y", "z"})}) {
      const ClassMatching some = matchClasses(spec, {"1", "2", "3"});
      QCOMPARE(some.outputs, (Outputs{1, 2, 3}));
      QVERIFY2(some.doubt.find("from 1 to 3, the network has 4 outputs: the numbers are taken to count from 0") !=
                   std::string::npos,
               some.doubt.c_str());
      const ClassMatching last = matchClasses(spec, {"2", "4"});
      QCOMPARE(last.outputs, (Outputs{1, 3}));
      QVERIFY2(last.doubt.find("taken to count from 1") != std::string::npos, last.doubt.c_str());
      QVERIFY(matchClasses(spec, {"0", "3"}).doubt.empty());
      const ClassMatching few = matchClasses(spec, {"0", "1"});
      QCOMPARE(few.outputs, (Outputs{0, 1}));
      QVERIFY2(few.doubt.find("from 0 to 1, the network has 4 outputs: they are taken for its first ones") !=
                   std::string::npos,
               few.doubt.c_str());
      QVERIFY(matchClasses(spec, {"1", "2", "3", "4"}).doubt.empty());
    }
  }

  void strangersKeepTheirPlaceOnlyWhereCountsFit() {
    const ClassMatching loud = matchClasses(specOf({"x", "y"}), {"cat", "dog"});
    QVERIFY(loud.basis == ClassBasis::Position && loud.problem.empty() && loud.scorable);
    QCOMPARE(loud.outputs, (Outputs{0, 1}));
    for (const char* part : {"\"cat\", \"dog\"", "\"x\", \"y\"", "--classes", "wrong"})
      QVERIFY2(loud.doubt.find(part) != std::string::npos, loud.doubt.c_str());
    const ClassMatching none = matchClasses(specOf({"x", "y", "z"}), {"cat", "dog"});
    QVERIFY(!none.scorable && none.problem.find("\"x\", \"y\", \"z\"") != std::string::npos);
    const auto data = relabelled(std::make_shared<NamedDataset>(Names{"cat", "dog"}), none, specOf({"x", "y", "z"}));
    ZIPPER_EXPECT_ERROR(data->label(0), "the class names differ");
    const ClassMatching inOrder = matchClasses(nameless(2), {"cat", "dog"});
    QCOMPARE(inOrder.outputs, (Outputs{0, 1}));
    QVERIFY2(inOrder.doubt.find("\"cat\", \"dog\", are taken for its outputs in this order") != std::string::npos,
             inOrder.doubt.c_str());
    QVERIFY(!matchClasses(nameless(2), {"cat", "dog", "rat"}).scorable);
  }

  void longListsAreCut() {
    Names many;
    for (int i = 0; i < 100; ++i) many.push_back("class " + std::to_string(i));
    QVERIFY(shortList(many).find("and 94 more") != std::string::npos);
    QCOMPARE(shortList({"a\x1b[31m"}), std::string("\"a?[31m\""));
  }

  void imagesWithoutAnOutputAreLeftOut() {
    const MobileNetSpec spec = specOf({"dog", "cat", "rat"});
    const auto base = std::make_shared<NamedDataset>(Names{"cat", "cow", "dog"});
    const ClassMatching found = matchClasses(spec, base->classNames());
    QVERIFY(found.problem.find("1 of the 3 classes") != std::string::npos && found.scorable);
    QVERIFY2(found.problem.find("that no class has: \"rat\";") != std::string::npos, found.problem.c_str());
    QVERIFY(found.doubt.find("left out") != std::string::npos);
    const DatasetPtr data = relabelled(base, found, spec);
    QCOMPARE(data->size(), std::int64_t(2));
    QCOMPARE(data->label(0), 1);
    QCOMPARE(data->label(1), 0);
    QCOMPARE(data->describeImage(1), base->describeImage(2));
    QCOMPARE(data->classNames(), spec.classNames);
    QCOMPARE(whyNotTrainable(*data), found.problem);
    QCOMPARE(asOpened(data).get(), static_cast<const Dataset*>(base.get()));
    QCOMPARE(fingerprint(*data), fingerprint(*base));
  }

  void whatIsInPlaceStaysAsItIs() {
    const DatasetPtr base = std::make_shared<NamedDataset>(Names{"cat", "dog"});
    QCOMPARE(relabelled(base, matchClasses(specOf({"cat", "dog"}), base->classNames()), specOf({"cat", "dog"})), base);
    const MobileNetSpec larger = specOf({"cat", "dog", "rat"});
    const DatasetPtr some = relabelled(base, matchClasses(larger, base->classNames()), larger);
    QCOMPARE(some->classNames().size(), std::size_t(3));
  }

  void recipesSayWhichIsWhich() {
    const MobileNetSpec spec = nameless(4);
    QCOMPARE(matchAsGiven(spec, {"a", "b"}, {3, 1}).outputs, (Outputs{3, 1}));
    QCOMPARE(matchAsGiven(spec, {"a", "b"}, {}).outputs, (Outputs{0, 1}));
    QVERIFY(matchAsGiven(spec, {"a", "b"}, {3, 1}).doubt.empty());
    const ClassMatching one = matchAsGiven(specOf({"x", "y"}), {"a", "b"}, {1, 1});
    QVERIFY2(one.doubt.find("\"a\", \"b\" count as one class, output 1 (\"y\")") == 0, one.doubt.c_str());
    QVERIFY(!matchAsGiven(spec, {"a", "b"}, {noOutput, 1}).problem.empty());
    QVERIFY(!matchAsGiven(spec, {"a", "b"}, {noOutput, noOutput}).scorable);
    ZIPPER_EXPECT_ERROR(matchAsGiven(spec, {"a", "b"}, {1}), "1 entries, the data set 2");
    ZIPPER_EXPECT_ERROR(matchAsGiven(spec, {"a", "b"}, {1, 4}), "output 4");
  }

  /// Classes that have no output: how many are left is told as it is.
  void mapsThatLeaveTooLittleSaySo() {
    const MobileNetSpec spec = specOf({"x", "y"});
    const ClassMatching none = matchAsGiven(spec, {"a", "b"}, {leftOutOnPurpose, leftOutOnPurpose});
    QVERIFY(!none.scorable && none.doubt.empty());
    QVERIFY2(none.problem.find("the class map gives no class an output; one is needed to score") == 0,
             none.problem.c_str());
    const ClassMatching one = matchAsGiven(spec, {"a", "b"}, {leftOutOnPurpose, 1});
    QVERIFY(one.scorable);
    QVERIFY2(one.problem.find("the class map leaves the images of one output only") == 0, one.problem.c_str());
    QVERIFY(matchAsGiven(spec, {"a", "b", "c"}, {leftOutOnPurpose, 1, 0}).problem.empty());
  }

  void namesThatDifferNameTheWayWithoutLabels() {
    const std::string way =
        "; or merge without labels: --no-labels, then zipper eval SESSION --task a --data FOLDER "
        "--agreement";
    const ClassMatching none = matchClasses(specOf({"x", "y", "z"}), {"cat", "dog"});
    QVERIFY2(none.problem.find(way) != std::string::npos, none.problem.c_str());
    const ClassMatching bare = matchNoClasses();
    QVERIFY(!bare.scorable && bare.doubt.empty() && bare.outputs == Outputs{noOutput});
    QVERIFY2(bare.problem.find(way) != std::string::npos, bare.problem.c_str());
    const MobileNetSpec spec = specOf({"x", "y", "z"});
    const auto base = std::make_shared<NamedDataset>(Names{"cat", "dog"});
    const DatasetPtr unknown = relabelled(base, none, spec);
    QCOMPARE(unknown->size(), base->size());
    QCOMPARE(whyNotScorable(*unknown), none.problem);
    const ClassMatching some = matchClasses(spec, {"x", "cat"});
    const DatasetPtr partly = relabelled(std::make_shared<NamedDataset>(Names{"x", "cat"}), some, spec);
    QVERIFY(whyNotScorable(*partly).empty() && !whyNotTrainable(*partly).empty());
    QVERIFY(whyNotScorable(*base).empty());
  }

  void filesMapClasses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("equals") << QByteArray("# a comment\ncat = x\n\nDOG=2\nrat=-\n");
    QTest::newRow("tab") << QByteArray("cat\tx\ndog\t2\nrat\t-\r\n");
    QTest::newRow("csv") << QByteArray("class,output\n\"cat\",x\ndog,2\nrat,-\n");
    QTest::newRow("byte order mark, nothing of the rat") << QByteArray(
        "\xEF\xBB\xBF"
        "cat;x\ndog;z, the last\n");
  }
  void filesMapClasses() {
    QFETCH(QByteArray, text);
    MobileNetSpec spec = specOf({"y", "x", "z, the last"});
    const ClassMatching found = matchAsWished(spec, {"cat", "dog", "rat"}, write(text));
    QCOMPARE(found.outputs, (Outputs{1, 2, noOutput}));
    QVERIFY(found.basis == ClassBasis::Given && found.doubt.find("left out") != std::string::npos);
    QVERIFY(found.problem.empty());  // it was asked for
  }

  void filesNameOutputs() {
    MobileNetSpec spec = nameless(3);
    QCOMPARE(matchAsWished(spec, {"cat", "dog", "tabby"}, write("dog\ntabby, tabby cat\ncat\n")).outputs,
             (Outputs{2, 0, 1}));
    MobileNetSpec offset = nameless(3);
    offset.classOffset = 1;
    QCOMPARE(matchAsWished(offset, {"cat", "dog"}, write("dog\ncat\n")).outputs, (Outputs{2, 1}));
    QCOMPARE(offset.classNames, (Names{"background", "dog", "cat"}));
    MobileNetSpec other = specOf({"cat", "dog"});
    const ClassMatching moved = matchAsWished(other, {"cat", "dog"}, write("dog\ncat\n"));
    QCOMPARE(moved.outputs, (Outputs{1, 0}));
    QVERIFY2(moved.doubt.find("2 names stand for another output") != std::string::npos, moved.doubt.c_str());
    // ImageNet has two outputs of the name "crane": the same list is no contradiction.
    MobileNetSpec twice = specOf({"crane", "dog", "crane"});
    const ClassMatching cranes = matchAsWished(twice, {"dog"}, write("crane\ndog\ncrane\n"));
    QVERIFY2(cranes.outputs == Outputs{1} && cranes.doubt.empty(), cranes.doubt.c_str());
    MobileNetSpec same = specOf({"b", "a"});
    QCOMPARE(matchAsWished(same, {"a", "b"}, "names").outputs, (Outputs{1, 0}));
    QCOMPARE(matchAsWished(same, {"a", "b"}, "position").outputs, (Outputs{0, 1}));
  }

  /// Numbers in the lines count, whatever the order of these.
  void filesNumberOutputs_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("csv") << QByteArray("2,cat\n0,dog\n1,rat\n");
    QTest::newRow("csv with a heading") << QByteArray("index,name\n2,\"cat\"\n0,dog\n1,rat\n");
    QTest::newRow("tab") << QByteArray("2\tcat\n0\tdog\n1\trat\n");
    QTest::newRow("Teachable Machine") << QByteArray("0 dog\n1 rat\n2 cat\n");
    QTest::newRow("colon, from 1") << QByteArray("1: dog\n2: rat\n3: cat\n");
    QTest::newRow("UTF-16, little endian") << QByteArray(
        "\xFF\xFE"
        "d\0o\0g\0\r\0\n\0r\0a\0t\0\n\0c\0a\0t\0",
        26);
    QTest::newRow("UTF-16, big endian") << QByteArray("\xFE\xFF\0d\0o\0g\0\n\0r\0a\0t\0\n\0c\0a\0t\0\n", 26);
  }
  void filesNumberOutputs() {
    QFETCH(QByteArray, text);
    MobileNetSpec spec = nameless(3);
    QCOMPARE(matchAsWished(spec, {"cat", "dog", "rat"}, write(text)).outputs, (Outputs{2, 0, 1}));
    QCOMPARE(spec.classNames, (Names{"dog", "rat", "cat"}));
  }

  void filesThatDoNotFit() {
    MobileNetSpec spec = specOf({"x", "y"});
    const Names classes{"cat", "dog"};
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("cat=x\ncow=y\n")),
                        "line 2: the data set has no class \"cow\"");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("cat=x\ndog=7\n")), "no output \"7\"");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("cat=x\ncat=y\n")), "stands there twice");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("cat\ndog\nrat\n")), "class = output expected");
    // Numbers that are no list of all outputs are no names either.
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("0,cat\n2,dog\n3,rat\n")), "no class \"0\"");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, write("\n")), "empty");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, "/nowhere/classes"), "/nowhere/classes");
    ZIPPER_EXPECT_ERROR(matchAsWished(spec, classes, "/dev/zero"), "/dev/zero");
  }

 private:
  std::string write(const QByteArray& text) {
    const std::string path = folder_.filePath(QString("map%1").arg(++files_)).toStdString();
    std::ofstream(path, std::ios::binary) << text.toStdString();
    return path;
  }

  QTemporaryDir folder_;
  int files_ = 0;
};

ZIPPER_TEST(TestClassMatching)
#include "test_class_matching.moc"
