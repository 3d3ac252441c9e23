// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/natural_order.h"
#include "core/data/split_names.h"
#include "support/test_program.h"

using namespace zipper;

class TestSplitNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void folders() {
    for (const char* name :
         {"train", "Train", "TRAINING", "trainset", "train_images", "Training Set", "train-data", "trn"})
      QVERIFY2(splitOfFolder(name) == Split::Train, name);
    for (const char* name : {"val", "Val", "valid", "validation", "VALIDATION", "dev", "eval", "evaluation", "val_set"})
      QVERIFY2(splitOfFolder(name) == Split::Validation, name);
    for (const char* name : {"test", "Test", "testing", "test_images", "testset", "Test Data"})
      QVERIFY2(splitOfFolder(name) == Split::Test, name);
    for (const char* name :
         {"", "images", "trains", "train_test", "trainers", "value", "devil", "steam train", "tester"})
      QVERIFY2(!splitOfFolder(name), name);
  }

  void foldersSideBySide() {
    using Splits = std::vector<std::optional<Split>>;
    QVERIFY((splitsOfFolders({"seg_test", "seg_train", "docs"}) == Splits{Split::Test, Split::Train, std::nullopt}));
    QVERIFY((splitsOfFolders({"steam train", "bus", "test"}) == Splits{std::nullopt, std::nullopt, Split::Test}));
    QVERIFY((splitsOfFolders({"cats_train", "dogs_test"}) == Splits{std::nullopt, std::nullopt}));
  }

  void lists() {
    QVERIFY(splitOfList("train") == Split::Train);
    QVERIFY(splitOfList("labels_train") == Split::Train);
    QVERIFY(splitOfList("my-validation-list") == Split::Validation);
    QVERIFY(splitOfList("Test_labels_2") == Split::Test);
    for (const char* name : {"labels", "train_test_split", "", "trains"}) QVERIFY2(!splitOfList(name), name);
  }

  void numbersCountByTheirValue() {
    const std::vector<std::string> ordered{"", "7", "07", "a", "a1", "a2", "a10", "a10b", "a10c", "a011", "b"};
    for (std::size_t i = 0; i < ordered.size(); ++i)
      for (std::size_t j = 0; j < ordered.size(); ++j)
        if (ordered[i] != "7" && ordered[j] != "7")
          QVERIFY2(naturallyBefore(ordered[i], ordered[j]) == (i < j), (ordered[i] + " " + ordered[j]).c_str());
    QVERIFY(orderNote({"a", "b", "c"}).empty());
    QVERIFY(orderNote({"1", "2", "9"}).empty());
    QVERIFY(
        orderNote({"0", "1", "10", "2"}).find(": ..., 1, 10, 2; by the numbers in them it would be ..., 1, 2, 10") !=
        std::string::npos);
  }
};

ZIPPER_TEST(TestSplitNames)
#include "test_split_names.moc"
