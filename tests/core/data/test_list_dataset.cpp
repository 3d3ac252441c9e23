// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/dataset.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

DatasetPtr openListed(const Folder& folder, Split split = Split::Train) {
  OpenOptions options;
  options.split = split;
  return openDataset(folder.text(), options);
}

void writeImages(const fs::path& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names) writeImage(folder / name, noise(5, 7, CV_8UC3, 1));
}

/// "NAME:CLASS" of every image, in the order of the data set.
std::vector<std::string> contents(const Dataset& dataset) {
  std::vector<std::string> result;
  for (std::int64_t i = 0; i < dataset.size(); ++i)
    result.push_back(fs::path(dataset.describeImage(i)).filename().string() + ":" +
                     dataset.classNames()[std::size_t(dataset.label(i))]);
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

class TestListDataset : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tables_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("table");
    const char* tables[][2] = {
        {"labels.csv", "filename,label\n0.png,cat\n1.png,dog\n2.png,cat\n3.png,dog\n"},
        {"labels.csv",
         "\xEF\xBB\xBF\"Class\";\"File Name\"\r\n\"cat\";0.png\r\n\"dog\";1.png\r\ncat;2.png\r\ndog;3.png\r\n"},
        {"data.tsv", "path\tspecies\nimages/0.png\tcat\nimages/1.png\tdog\nimages/2.png\tcat\nimages/3.png\tdog\n"},
        {"labels.csv", "id,weight,breed\n0,1,cat\n1,2,dog\n2,3,cat\n3,4,dog\n"},
        {"labels.csv", "0.png,cat\n1.png,dog\n2.png,cat\n3.png,dog\n"},
        {"labels.csv", "file,class\nimages\\0.png,cat\n.\\images\\1.png,dog\n2.png,cat\n3.png,dog\n"},
        {"train.txt", "# a comment\nimages/0.png cat\n1.png dog\n./images/2.png cat\n3.png\tdog\n"},
        {"labels.csv", "image,label\n0.png,\"cat\"\n\n1.png,dog\n2.png,cat\n2.png,cat\n3.png,dog"}};
    int number = 0;
    for (const auto& [name, table] : tables)
      QTest::newRow(qPrintable(QString("%1 %2").arg(++number).arg(name))) << name << QString(table);
  }
  void tables() {
    QFETCH(QString, name);
    QFETCH(QString, table);
    Folder folder;
    writeImages(folder.path() / "images", {"0.png", "1.png", "2.png", "3.png"});
    writeBytes(folder.path() / name.toStdString(), table.toStdString());
    const auto train = openListed(folder), test = openListed(folder, Split::Test);
    QCOMPARE(train->classNames(), (Texts{"cat", "dog"}));
    Texts all = contents(*train);
    for (const std::string& one : contents(*test)) all.push_back(one);
    std::sort(all.begin(), all.end());
    QCOMPARE(all, (Texts{"0.png:cat", "1.png:dog", "2.png:cat", "3.png:dog"}));
    QCOMPARE(train->notes()[0], "the classes are those of " + name.toStdString());
    QCOMPARE(train->image(0).size(), cv::Size(7, 5));
  }

  void numbersKeepTheirOrder() {
    Folder folder;
    writeImages(folder.path(), {"a.png", "b.png", "c.png", "d.png"});
    writeBytes(folder.path() / "train.csv", "image,label\na.png,10\nb.png,2\n");
    writeBytes(folder.path() / "test.csv", "image,label\nc.png,2\nd.png,0\n");
    QCOMPARE(contents(*openListed(folder)), (Texts{"a.png:10", "b.png:2"}));
    QCOMPARE(openListed(folder)->classNames().size(), std::size_t(11));
    QCOMPARE(openListed(folder)->label(0), 10);
    QCOMPARE(contents(*openListed(folder, Split::Test)), (Texts{"c.png:2", "d.png:0"}));
    writeBytes(folder.path() / "train.csv", "image,label\na.png,03\nb.png,1\n");
    writeBytes(folder.path() / "test.csv", "image,label\nc.png,1\nd.png,3\n");
    QCOMPARE(openListed(folder)->label(0), 2);  // the smallest is 1: they count from 1
    writeBytes(folder.path() / "classes.txt", "oak\nelm\nash\n");
    QCOMPARE(contents(*openListed(folder)), (Texts{"a.png:ash", "b.png:oak"}));
    writeBytes(folder.path() / "classes.txt", "oak\nelm\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "classes.txt: names 2 classes, the lists have 3");
    writeBytes(folder.path() / "train.csv", "image,label\na.png,0\nb.png,999999999\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "class 999999999 found, at most 100000 are read");
  }

  void splitsOfListsFoldersAndColumns() {
    Folder lists;
    for (const char* split : {"train", "val", "test"}) {
      writeImages(lists.path() / split, {"0.png", "1.png"});
      writeBytes(lists.path() / concat(split, "_labels.csv"), "file,label\n0.png,a\n1.png,b\n");
    }
    QCOMPARE(openListed(lists)->describeImage(0), lists.text() + "/train/0.png");
    QCOMPARE(openListed(lists, Split::Test)->describeImage(1), lists.text() + "/test/1.png");
    QCOMPARE(openValidation(lists.text())->describeImage(1), lists.text() + "/val/1.png");
    Folder inside;
    for (const char* split : {"train", "test"}) {
      writeImages(inside.path() / split, {"0.png", "1.png"});
      writeBytes(inside.path() / split / "metadata.csv", "file_name,label\n0.png,a\n1.png,b\n");
    }
    QCOMPARE(openListed(inside, Split::Test)->describeImage(1), inside.text() + "/test/1.png");
    Folder column;
    writeImages(column.path(), {"0.png", "1.png", "2.png", "3.png"});
    writeBytes(column.path() / "all.csv",
               "file,label,split\n0.png,a,train\n1.png,b,train\n2.png,a,valid\n3.png,b,valid\n");
    QCOMPARE(openListed(column)->size(), std::int64_t(2));
    QCOMPARE(contents(*openListed(column, Split::Test)), (Texts{"2.png:a", "3.png:b"}));
    QCOMPARE(openListed(column)->notes().back(),
             std::string("the validation images of the lists are the test set: they list no test images"));
    writeBytes(column.path() / "all.csv", "file,label,split\n0.png,a,train\n1.png,b,2\n");
    ZIPPER_EXPECT_ERROR(openListed(column),
                        "all.csv: line 3: train, val or test was expected under \"split\", \"2\" was found");
  }

  void classFoldersComeFirst() {
    Folder folder;
    for (const char* name : {"a", "b"}) writeImages(folder.path() / name, {"0.png", "1.png"});
    writeBytes(folder.path() / "labels.csv", "file,label\na/0.png,b\nb/0.png,a\n");
    QCOMPARE(openListed(folder)->label(0), 0);
  }

  /// Two images of one name with different endings: none is guessed.
  void namesWithoutEndingsMustBeUnique() {
    Folder folder;
    writeImages(folder.path(), {"0.png", "0.bmp", "1.png"});
    writeBytes(folder.path() / "labels.csv", "id,label\n0,cat\n1,dog\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "labels.csv, line 2: \"0\" has no ending, and there are several images");
    writeBytes(folder.path() / "labels.csv", "id,label\n0.bmp,cat\n1,dog\n");
    QCOMPARE(contents(*openListed(folder)).size(), std::size_t(2));
  }

  /// As in fastai's tables.
  void aColumnMayFlagWhatIsHeldOut() {
    for (const char* heading : {"is_valid", "is_test"}) {
      Folder folder;
      writeImages(folder.path(), {"0.png", "1.png", "2.png", "3.png"});
      writeBytes(folder.path() / "labels.csv", std::string("fname,label,") + heading +
                                                   "\n0.png,cat,False\n1.png,dog,False\n2.png,cat,True\n3.png,dog,1\n");
      QCOMPARE(contents(*openListed(folder)), (Texts{"0.png:cat", "1.png:dog"}));
      QCOMPARE(contents(*openListed(folder, Split::Test)), (Texts{"2.png:cat", "3.png:dog"}));
      writeBytes(folder.path() / "labels.csv",
                 std::string("fname,label,") + heading + "\n0.png,cat,maybe\n1.png,dog,0\n");
      ZIPPER_EXPECT_ERROR(openListed(folder), "true or false was expected under");
    }
  }

  void saysWhatIsTrainedAndTestedOn() {
    Folder folder;
    writeImages(folder.path(), {"0.png", "1.png", "2.png", "3.png"});
    writeBytes(folder.path() / "train.csv", "file,label\n0.png,cat\n1.png,dog\n2.png,cat\n");
    writeBytes(folder.path() / "test.csv", "file,label\n1.png,dog\n2.png,cat\n3.png,dog\n");
    const auto notes = openListed(folder, Split::Test)->notes();
    QVERIFY(std::any_of(notes.begin(), notes.end(), [](const std::string& note) {
      return note.find("2 images are listed for training and for validation or test as well") == 0;
    }));
  }

  void listsBesideClassFoldersAreNamed() {
    Folder folder;
    for (const char* name : {"a", "b"}) writeImages(folder.path() / name, {"0.png", "1.png"});
    writeBytes(folder.path() / "test_log.txt", "nothing of the kind\n");
    for (const std::string& note : openListed(folder)->notes())
      QVERIFY2(note.find("lists") == std::string::npos, note.c_str());
    writeBytes(folder.path() / "train.txt", "a/0.png 0\nb/1.png 1\n");
    writeBytes(folder.path() / "test.txt", "a/1.png 0\nb/0.png 1\n");
    const auto notes = openListed(folder)->notes();
    const std::string start = "the folders of classes count, not the lists beside them: ";
    QCOMPARE(std::count_if(notes.begin(), notes.end(),
                           [&](const std::string& note) {
                             return note == start + "train.txt, test.txt" || note == start + "test.txt, train.txt";
                           }),
             1);
  }

  void saysWhatIsMissingAndWhatIsNotListed() {
    Folder folder;
    writeImages(folder.path() / "images", {"0.png", "1.png", "2.png", "3.png"});
    writeBytes(folder.path() / "labels.csv", "file,label\n0.png,a\n1.png,b\n8.png,a\n9.png,c\n");
    const auto train = openListed(folder);
    QCOMPARE(train->classNames(), (Texts{"a", "b", "c"}));  // a missing image moves no class
    QCOMPARE(train->notes()[0],
             std::string("the classes are those of labels.csv; 2 of 4 listed images aren't there, the "
                         "first is 8.png; 2 images aren't listed and left out"));
  }

  void refusals_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("message");
    QTest::newRow("one class") << "filename,label\n0.png,a\n"
                               << "labels.csv gives 1 image of one class (\"a\"), at least two classes were expected";
    QTest::newRow("absolute") << "file,label\n0.png,a\n/etc/passwd,b\n"
                              << "labels.csv, line 3: \"/etc/passwd\" leads out of the data set's folder";
    QTest::newRow("up") << "file,label\n0.png,a\nimages/../../x.png,b\n"
                        << "\"images/../../x.png\" leads out of the data set's folder";
    QTest::newRow("drive") << "file,label\nC:\\x.png,b\n"
                           << "leads out of the data set's folder";
    QTest::newRow("two classes of one image")
        << "file,label\n0.png,a\n1.png,b\n0.png,b\n"
        << "labels.csv, line 4: 0.png has the class \"b\", before that it had \"a\"; images of one class each";
    QTest::newRow("none there") << "file,label\n8.png,a\n9.png,b\n"
                                << "none of the 2 images that labels.csv names is there (8.png ...)";
    QTest::newRow("no class column")
        << "file,width\n0.png,3\n"
        << "labels.csv: no column is headed as one of classes (label, class, category ...)";
    QTest::newRow("no file column") << "label,width\na,3\n"
                                    << "labels.csv: no column is headed as one of files";
    QTest::newRow("short row") << "file,label\n0.png,a\n1.png\n"
                               << "labels.csv: line 3: a file and its class were expected";
    QTest::newRow("open quote") << "file,label\n\"0.png,a\n"
                                << "labels.csv: line 2: a quote is opened and not closed";
    QTest::newRow("empty") << ""
                           << "labels.csv: it is empty";
    QTest::newRow("escape") << "file,label\n/\x1B[31m.png,a\n"
                            << "\"/?[31m.png\" leads out";
  }
  void refusals() {
    QFETCH(QString, list);
    QFETCH(QString, message);
    Folder folder;
    writeImages(folder.path() / "images", {"0.png", "1.png"});
    writeBytes(folder.path() / "labels.csv", list.toStdString());
    ZIPPER_EXPECT_ERROR(openListed(folder), message.toStdString());
  }

  void aTestClassThatTrainingDoesNotHave() {
    Folder folder;
    writeImages(folder.path(), {"0.png", "1.png", "2.png"});
    writeBytes(folder.path() / "train.txt", "0.png a\n1.png b\n");
    writeBytes(folder.path() / "test.txt", "2.png c\n");
    ZIPPER_EXPECT_ERROR(openListed(folder, Split::Test), "test.txt, line 1: the class \"c\" was not expected");
  }

  void severalListsAreRefused() {
    Folder folder;
    writeImages(folder.path(), {"0.png", "1.png"});
    for (const char* name : {"one.csv", "two.csv"}) writeBytes(folder.path() / name, "file,label\n0.png,a\n1.png,b\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "one.csv and two.csv both list images with classes; keep one of them");
  }

  void readsCub() {
    Folder folder;
    writeImages(folder.path() / "images/001.Albatross", {"x.jpg", "y.jpg"});
    writeImages(folder.path() / "images/002.Finch", {"z.jpg"});
    writeBytes(folder.path() / "images.txt", "1 001.Albatross/x.jpg\n2 001.Albatross/y.jpg\n3 002.Finch/z.jpg\n");
    writeBytes(folder.path() / "image_class_labels.txt", "1 1\n2 1\n3 2\n");
    writeBytes(folder.path() / "train_test_split.txt", "1 1\n2 0\n3 1\n");
    writeBytes(folder.path() / "classes.txt", "1 001.Albatross\n2 002.Finch\n");
    QCOMPARE(contents(*openListed(folder)), (Texts{"x.jpg:001.Albatross", "z.jpg:002.Finch"}));
    QCOMPARE(contents(*openListed(folder, Split::Test)), (Texts{"y.jpg:001.Albatross"}));
    fs::remove(folder.path() / "classes.txt");
    QCOMPARE(openListed(folder)->classNames(), (Texts{"1", "2"}));
    writeBytes(folder.path() / "image_class_labels.txt", "1 1\n2 1\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "image_class_labels.txt: there is no line for number 3");
    writeBytes(folder.path() / "image_class_labels.txt", "1 1\n1 2\n");
    ZIPPER_EXPECT_ERROR(openListed(folder), "image_class_labels.txt, line 2: the number 1 occurs twice");
  }

  void listsAreRegularFiles() {
    Folder folder;
    writeImages(folder.path() / "images", {"0.png", "1.png"});
    fs::create_symlink("/dev/zero", folder.path() / "labels.csv");
    ZIPPER_EXPECT_ERROR(openListed(folder), "images/ holds images, but the name says no class");
  }
};

ZIPPER_TEST(TestListDataset)
#include "test_list_dataset.moc"
