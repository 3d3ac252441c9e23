// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QProcess>
#include <QtTest>

#include "support/test_program.h"
#include "zipper_program.h"

using namespace zipper::test;

/// The small inputs that went wrong once, which lie beside the project and may not be part of it: each opens, or is
/// refused with its reason.
class TestCases : public QObject {
  Q_OBJECT

 private:
  struct Expected {
    int status = 0;
    QStringList words;  ///< what is said, of the reason or of what was done
  };

  const QString folder_ = ZIPPER_TESTS "/../../shared/cases";

  static const QMap<QString, Expected>& expected() {
    static const QMap<QString, Expected> all{
        {"01-session-8GB.zipper", {1, {"01-session-8GB.zipper"}}},
        {"02-session-deep.zipper", {1, {"deeper than"}}},
        {"03-idx-zero-train-labels", {1, {"train-labels-idx1-ubyte"}}},
        {"06-recipe-escape.json", {1, {"unknown key"}}},
        {"07-session-edits.txt", {1, {"text"}}},
        {"D01_validation_ignored", {0, {"validation"}}},
        {"D04_flat_folder_is_a_class", {1, {"labels.csv", "one class"}}},
        {"D06_some_ignored", {0, {"best epoch"}}},
        {"D07_order_of_names", {0, {"class10"}}},
        {"F01_namespace.pth", {0, {"argparse.Namespace"}}},
        {"F02_numpy_scalar.pth", {0, {"numpy"}}},
        {"F05_legacy.pth", {0, {"PyTorch"}}},
        {"F06_names_of_3ddfa.pth", {0, {"guess"}}},
        {"F10_mobilenet.keras", {0, {"Keras"}}},
        {"F12_two_outputs.onnx", {0, {"output"}}},
        {"F14_normalization_in_graph.onnx", {0, {"normalization"}}},
        {"F18_nonsquare.onnx", {1, {"square"}}},
        {"F19_external.onnx", {0, {"ONNX"}}},
        {"F19_external.onnx.data", {1, {"expected"}}},
        {"F20_saved_model.pb", {1, {"SavedModel", "convert"}}},
        {"F21_lfs_pointer.pth", {1, {"Git LFS", "git lfs pull"}}},
    };
    return all;
  }

  /// How the command line is shown a thing of this kind.
  QStringList commandFor(const QFileInfo& file, const QString& out) const {
    const QString path = file.filePath();
    if (file.isDir())
      return {"train", "--data",    path, "--width", "0.125", "--input-size", "32", "--epochs",
              "1",     "--threads", "1",  "--out",   out};
    if (file.suffix() == "zipper") return {"export", path, "--format", "safetensors", "--task", "a", "--out", out};
    if (file.suffix() == "json") return {"merge", "--recipe", path, "--out", out};
    return {"inspect", path};
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!QDir(folder_).exists()) QSKIP("../shared/cases is not there");
  }

  void opensOrIsRefusedWithItsReason_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(folder_).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
      QTest::newRow(qPrintable(name)) << name;
  }
  void opensOrIsRefusedWithItsReason() {
    QFETCH(QString, name);
    QTemporaryDir out;
    const QFileInfo file(folder_ + "/" + name);
    const ProgramResult result = runZipper(commandFor(file, out.filePath("out")), out.path());
    const QString all = result.output + result.errors;
    QVERIFY2(result.status == 0 || result.status == 1, qPrintable(all));
    QCOMPARE(result.errors.count("zipper: error: "), result.status);
    for (const QChar character : all)
      QVERIFY2(character == '\n' || character.isPrint(), qPrintable(QString::number(character.unicode(), 16)));
    const auto wanted = expected().find(name);
    if (wanted == expected().end()) return;  // a new case: it ended in order
    QVERIFY2(result.status == wanted->status, qPrintable(all));
    for (const QString& words : wanted->words) QVERIFY2(all.contains(words), qPrintable(words + "\n" + all));
  }
};

ZIPPER_TEST(TestCases)
#include "test_cases.moc"
