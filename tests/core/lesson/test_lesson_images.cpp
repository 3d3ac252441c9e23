// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/data/fingerprint.h"
#include "core/lesson/lesson_images.h"
#include "core/support/files.h"
#include "resources/samples/sample_files.h"
#include "support/fewer_images.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"

using namespace zipper;
using namespace zipper::test;
namespace fs = std::filesystem;

class TestLessonImages : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  fs::path path(const char* name) const { return folder_.filePath(name).toStdString(); }

  TaskData partsOf(const fs::path& folder) const {
    OpenOptions options;
    TaskData data;
    data.train = openDataset(folder.string(), options);
    options.split = Split::Test;
    data.test = openDataset(folder.string(), options);
    return data;
  }

 private Q_SLOTS:
  void classesAreBalanced() {
    const TinyDataset dataset(103, 5, 1);
    const auto chosen = imagesOfEachClass(dataset, 4);
    QCOMPARE(chosen.size(), std::size_t(20));
    QVERIFY(std::is_sorted(chosen.begin(), chosen.end()));
    std::vector<int> counts(5);
    for (const std::int64_t index : chosen) ++counts[std::size_t(dataset.label(index))];
    QCOMPARE(counts, std::vector<int>(5, 4));
    QCOMPARE(imagesOfEachClass(dataset, std::nullopt).size(), std::size_t(103));
    QCOMPARE(imagesOfEachClass(dataset, 1000).size(), std::size_t(103));
    QVERIFY(imagesOfEachClass(dataset, 0).empty());
  }

  /// Digits lie in IDX files, photographs in files of their own: pixels, labels and names come back as they were.
  void imagesComeBackAsTheyWere() {
    for (const auto& [sample, name] :
         {std::pair(EmbeddedSample::Digits, "digits"), {EmbeddedSample::Photographs, "flowers"}}) {
      writeSamples(path(name), sample);
      if (sample == EmbeddedSample::Digits) {
        keepImages(path(name) / name, Split::Train, 60);
        keepImages(path(name) / name, Split::Test, 40);
      }
      const TaskData before = partsOf(path(name) / name);
      const fs::path packed = path(name) / "packed";
      int told = 0;
      const LessonImages images = writeLessonImages(before, std::nullopt, packed, [&told](int more) { told += more; });
      QCOMPARE(std::int64_t(told), before.train->size() + before.test->size());
      QVERIFY(!images.isPart());
      const TaskData after = partsOf(packed);
      QCOMPARE(fingerprint(*after.train), fingerprint(*before.train));
      QCOMPARE(fingerprint(*after.test), fingerprint(*before.test));
    }
    // Files are taken as they are, under a name that a list of photographers still fits.
    const TaskData before = partsOf(path("flowers") / "flowers"), after = partsOf(path("flowers") / "packed");
    QCOMPARE(sha256OfFile(after.train->imageFile(3)), sha256OfFile(before.train->imageFile(3)));
    const std::string own = fs::path(before.train->imageFile(3)).filename().string();
    QVERIFY(fs::path(after.train->imageFile(3)).filename().string().find(own) != std::string::npos);
  }

  void licencesAreFound() {
    writeSamples(path("p"), EmbeddedSample::Photographs);
    std::vector<std::string> names;
    for (const fs::path& file : licenceFiles(path("p") / "flowers")) names.push_back(file.filename().string());
    QCOMPARE(names, (std::vector<std::string>{"ATTRIBUTION.tsv", "LICENSE"}));
    std::ofstream(path("p") / "Copying.txt") << "x";
    std::ofstream(path("p") / "secret.txt") << "x";
    QVERIFY(licenceFiles(path("p")).size() >= 1);
    for (const fs::path& file : licenceFiles(path("p"))) QVERIFY(file.filename() != "secret.txt");
    writeSamples(path("d"));
    for (const char* task : {"fashion", "digits"}) QCOMPARE(licenceFiles(path("d") / task).size(), std::size_t(1));
  }
};

ZIPPER_TEST(TestLessonImages)
#include "test_lesson_images.moc"
