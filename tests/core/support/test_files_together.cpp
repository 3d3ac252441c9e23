// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/files_together.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace fs = std::filesystem;

/// Files that belong beside each other.
class TestFilesTogether : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  fs::path path(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }
  QStringList names() const {
    return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
  }

 private Q_SLOTS:
  void cleanup() {
    for (const QString& name : names()) QFile::remove(folder_.filePath(name));
  }

  void allArePutIntoTheFolder() {
    writeFileAtomically(path("model"), "old");
    const WrittenFiles written = makeFilesAtomically(path("model"), [&](const fs::path& temporary) {
      QCOMPARE(temporary.filename(), fs::path("model"));
      QVERIFY(temporary.parent_path() != path("model").parent_path());
      writeFileAtomically(temporary, "new");
      writeFileAtomically(temporary.parent_path() / "b.txt", "bb");
      writeFileAtomically(temporary.parent_path() / "a.txt", "a");
    });
    const std::vector<fs::path> expected{path("model"), path("a.txt"), path("b.txt")};
    QVERIFY(written.files == expected);
    QCOMPARE(written.bytes, std::int64_t(6));
    QCOMPARE(readTextFile(path("model")), std::string("new"));
    QCOMPARE(readTextFile(path("b.txt")), std::string("bb"));
    QCOMPARE(names(), (QStringList{"a.txt", "b.txt", "model"}));
  }

  void aFailureLeavesNothingBehind() {
    writeFileAtomically(path("model"), "old");
    ZIPPER_EXPECT_ERROR(makeFilesAtomically(path("model"),
                                            [&](const fs::path& temporary) {
                                              writeFileAtomically(temporary, "new");
                                              writeFileAtomically(temporary.parent_path() / "a.txt", "a");
                                              fail("it can't be");
                                            }),
                        "it can't be");
    QCOMPARE(readTextFile(path("model")), std::string("old"));
    QCOMPARE(names(), QStringList{"model"});
  }

  void aFolderThatIsNotThereIsTold() {
    ZIPPER_EXPECT_ERROR(
        makeFilesAtomically(path("missing/model"), [](const fs::path& made) { writeFileAtomically(made, "new"); }),
        "missing");
  }

  /// What already lies there and is a folder can't be replaced.
  void aFolderInTheWayIsTold() {
    QVERIFY(QDir(folder_.path()).mkdir("a.txt"));
    ZIPPER_EXPECT_ERROR(makeFilesAtomically(path("model"),
                                            [&](const fs::path& temporary) {
                                              writeFileAtomically(temporary, "new");
                                              writeFileAtomically(temporary.parent_path() / "a.txt", "a");
                                            }),
                        "is a folder");
    QCOMPARE(names(), QStringList{"a.txt"});
    QVERIFY(QDir(folder_.path()).rmdir("a.txt"));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestFilesTogether)
#include "test_files_together.moc"
