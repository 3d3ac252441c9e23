// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>

#include "core/support/files.h"
#include "core/support/protected_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

namespace fs = std::filesystem;
using namespace zipper;

/// Whatever was read is recognized under every name that it has.
class TestProtectedFiles : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  fs::path path(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }
  void make(const char* name) const {
    createFolder(path(name).parent_path());
    writeFileAtomically(path(name), name);
  }
  std::vector<ProtectedFile> sources() const {
    return {{"the network of task a", path("net.onnx")},
            {"the network of task b", path("ckpt/model.ckpt-7")},
            {"the data of task a", path("data")},
            {"nothing", ""}};
  }
  bool isRefused(const fs::path& out) const { return sourceReplacedBy(out, sources()) != nullptr; }

 private Q_SLOTS:
  void initTestCase() {
    for (const char* name :
         {"net.onnx", "net.onnx.data", "net.onnx_data", "ckpt/model.ckpt-7.index", "ckpt/model.ckpt-7.meta",
          "ckpt/model.ckpt-7.data-00000-of-00001", "ckpt/model.ckpt-8.index", "data/train/cat/1.png", "pool/2.png",
          "pool/dog/3.png", "pool/4.png", "other.onnx", "database/x"})
      make(name);
    fs::create_symlink(path("net.onnx"), path("link.onnx"));
    fs::create_hard_link(path("net.onnx"), path("hard.onnx"));
    fs::create_symlink(path("pool/2.png"), path("data/train/cat/2.png"));
    fs::create_symlink(path("pool/dog"), path("data/train/dog"));
    fs::create_hard_link(path("pool/4.png"), path("data/train/cat/4.png"));
    fs::create_symlink(path("data"), path("data/train/cat/circle"));
    fs::create_symlink(path("data"), path("linked-data"));
  }

  void refusesWhatWasRead_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"net.onnx", "link.onnx", "hard.onnx", "data/../net.onnx", "net.onnx.data", "net.onnx_data",
          "ckpt/model.ckpt-7.index", "ckpt/model.ckpt-7.meta", "ckpt/model.ckpt-7.data-00000-of-00001",
          "data/train/cat/1.png", "linked-data/train/cat/1.png", "data/train/cat/2.png", "pool/2.png", "pool/dog/3.png",
          "pool/4.png"})
      QTest::newRow(name) << name;
  }
  void refusesWhatWasRead() {
    QFETCH(QString, name);
    QVERIFY(isRefused(path(name.toUtf8().constData())));
    const auto before = fs::current_path();
    fs::current_path(path("ckpt"));
    QVERIFY(isRefused("../" + name.toStdString()));
    fs::current_path(before);
  }

  void allowsWhatTakesNothingAway() {
    for (const char* name : {"other.onnx", "ckpt/model.ckpt-8.index", "new.onnx", "data/new.zipper", "database/x"})
      QVERIFY2(!isRefused(path(name)), name);
    QVERIFY(!isRefused("/dev/null"));
  }

  void saysWhatItIs() {
    ZIPPER_EXPECT_ERROR(refuseToReplace(path("link.onnx"), sources()),
                        "link.onnx: is the network of task a, and what was read");
    ZIPPER_EXPECT_ERROR(refuseToReplace(path("pool/2.png"), sources()), "2.png: belongs to the data of task a (");
    ZIPPER_EXPECT_ERROR(refuseToReplaceIn(path("data/train"), {"x.png", "cat/1.png"}, sources()), "1.png: belongs to");
  }
};

ZIPPER_TEST(TestProtectedFiles)
#include "test_protected_files.moc"
