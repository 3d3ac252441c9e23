// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/exports/export_snippet.h"
#include "core/exports/snippet_text.h"
#include "snippet_runs.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

/// The targets of exports and the texts of the programs that come with them.
class TestExportSnippets : public QObject {
  Q_OBJECT

 private:
  test::SnippetSubjects subjects_;

 private Q_SLOTS:
  void targetsListWhatCanBeWritten() {
    std::set<std::string> names;
    for (const ExportTarget& target : exportTargets()) {
      QVERIFY2(names.insert(target.name).second, target.name.c_str());
      QVERIFY(!target.title.empty() && target.purpose.back() == '.' && !target.choices.empty());
      for (const ExportChoice& choice : target.choices) QVERIFY(exportFormat(choice.format).has(choice.precision));
      QCOMPARE(&exportTarget(target.name), &target);
    }
    for (const char* name : {"browser", "python", "cpp", "program"}) QCOMPARE(names.count(name), std::size_t(1));
    std::vector<std::string> ofOnnx;
    for (const ExportTarget* target : targetsOf({"onnx"})) ofOnnx.push_back(target->name);
    QCOMPARE(ofOnnx, (std::vector<std::string>{"python", "cpp", "program", "browser"}));
    QVERIFY(targetsOf({"none"}).empty());
    ZIPPER_EXPECT_ERROR(exportTarget("toaster"), "'toaster' found, expected one of");
  }

  void anyTextIsALiteral() {
    const std::string text =
        "\"a'\\b$c\n</\xc3\xa9\xf0\x9f\x99\x82\xff"
        "?"
        "?=";
    QCOMPARE(pythonLiteral(text), std::string("\"\\\"a'\\\\b$c\\u000a</\\u00e9\\U0001f642\\ufffd"
                                              "?"
                                              "?=\""));
    QCOMPARE(javaScriptLiteral(text), std::string("\"\\\"a'\\\\b$c\\u000a\\u003c/\\u00e9\\ud83d\\ude42\\ufffd"
                                                  "?"
                                                  "?=\""));
    QCOMPARE(kotlinLiteral(text), std::string("\"\\\"a'\\\\b\\$c\\u000a</\\u00e9\\ud83d\\ude42\\ufffd"
                                              "?"
                                              "?=\""));
    QCOMPARE(cppLiteral(text), std::string("\"\\\"a'\\\\b$c\\012</\\303\\251\\360\\237\\231\\202\\377\\?\\?=\""));
    QCOMPARE(filled("@A@b@c @A_B@", {{"A", "@A@"}, {"A_B", "x"}}), std::string("@A@b@c x"));
  }

  /// Each is plain ASCII with nothing left to fill in, and names the file.
  void allAreComplete() {
    int count = 0;
    subjects_.forEach([&](const ExportTarget& target, const ExportChoice& choice, const test::SnippetSubject& one) {
      const ExportSnippet snippet = exportSnippet(target, choice, "x\"y." + one.name, one.network);
      const QString text = QString::fromStdString(snippet.text);
      const std::string what = concat(one.name, " ", target.name, " ", choice.format);
      QVERIFY2(text.endsWith('\n') && !text.contains(QRegularExpression("@[A-Z_]+@|[^\\x0a\\x20-\\x7e]")),
               what.c_str());
      QVERIFY2(snippet.language == "Text" || text.contains("\"x\\\"y."), what.c_str());
      QVERIFY2(!snippet.language.empty() && !snippet.fileName.empty(), what.c_str());
      for (const QString& line : text.split('\n'))
        QVERIFY2(line.size() <= 120 || choice.format == "web-page", what.c_str());
      ++count;
    });
    QVERIFY(count >= 30);
    const test::SnippetSubject& one = subjects_.called("one");
    QCOMPARE(exportSnippet(ExportChoice{"onnx"}, "x", one.network).language, std::string("Python"));
    const ExportSnippet node = exportSnippet(exportTarget("program"), {"onnx"}, "/tmp/a.b.onnx", one.network);
    QCOMPARE(node.files.size(), std::size_t(1));
    QCOMPARE(node.files[0].name, std::string("a.b_labels.txt"));
    QCOMPARE(std::count(node.files[0].text.begin(), node.files[0].text.end(), '\n'), std::ptrdiff_t(50));
  }

  void whatCantBeShownIsSaid() {
    const ExportTarget& python = exportTarget("python");
    SnippetNetwork network = subjects_.called("three").network;
    ZIPPER_EXPECT_ERROR(exportSnippet(python, {"torchvision"}, "x.pt", network), "write one task");
    network.tasks.resize(1);
    ZIPPER_EXPECT_ERROR(exportSnippet(python, {"torchvision"}, "x.pt", network), "a MobileNet V2 or V3 was expected");
    network.tasks[0].spec.classes = 0;
    ZIPPER_EXPECT_ERROR(exportSnippet(python, {"onnx"}, "x.onnx", network), "has no head");
    network.tasks.clear();
    ZIPPER_EXPECT_ERROR(exportSnippet(python, {"onnx"}, "x.onnx", network), "there is no task");
    ZIPPER_EXPECT_ERROR(exportSnippet(exportTarget("cpp"), {"safetensors"}, "x", network),
                        "export target 'cpp' has no program for safetensors in float32, only for onnx (float32), "
                        "torchscript (float32), torchscript-frozen (float32); safetensors in float32 has one for "
                        "program, python");
    ZIPPER_EXPECT_ERROR(exportSnippet(exportTarget("program"), {"tflite"}, "x", network),
                        "has no program for tflite in float32, only for onnx (float32, int8), safetensors");
    ZIPPER_EXPECT_ERROR(exportSnippet(exportTarget("python"), {"web-page", ExportPrecision::Float16}, "x", network),
                        "; web-page in float16 has one for browser");
    ZIPPER_EXPECT_ERROR(exportSnippet(ExportChoice{"none"}, "x", network), "no export target has none in float32");
  }

  /// Control characters of a stranger's names are not obeyed by a terminal.
  void namesAreShown() {
    SnippetNetwork network = subjects_.called("three").network;
    network.tasks[0].name = "a\x1b[2J\nb";
    network.tasks[0].spec.classNames[0] = "c\x1b[31m";
    const std::string text = exportSnippet(ExportChoice{"onnx"}, "x", network).text;
    QVERIFY(text.find("\"name\": \"a?[2J?b\"") != std::string::npos);
    QVERIFY(text.find("c?[31m") != std::string::npos);
    QVERIFY(text.find("\"class 3\"") != std::string::npos);  // the one without a name
  }

  void pythonCompilesThem() {
    QStringList files;
    subjects_.forEach([&](const ExportTarget& target, const ExportChoice& choice, const test::SnippetSubject& one) {
      const test::PlacedSnippet placed(subjects_.path("compiled"), target.name, choice, one);
      if (placed.snippet().language == "Python") files << placed.program();
    });
    QVERIFY(files.size() >= 15);
    QCOMPARE(test::runProgram("/usr/bin/python3", QStringList{"-m", "py_compile"} + files, subjects_.path("")).problem,
             std::string());
  }

  /// Looked at only: LiteRT for Android and a compiler for Kotlin are neither in Debian nor at npm.
  void androidAppNamesItsTensors() {
    if (targetsOf({"tflite"}).empty()) QSKIP("TensorFlow Lite isn't written in this build");
    for (const test::SnippetSubject& one : subjects_.all())
      for (const ExportPrecision precision : {ExportPrecision::Float32, ExportPrecision::Int8}) {
        const ExportSnippet snippet =
            exportSnippet(exportTarget("phone"), {"tflite", precision}, "x.tflite", one.network);
        QCOMPARE(snippet.language, std::string("Kotlin"));
        for (const SnippetTask& task : one.network.tasks)
          for (const std::string& name : {task.input, task.output})
            QVERIFY(snippet.text.find(" = \"" + name + "\"") != std::string::npos);
        for (const char* pair : {"{}", "()", "[]"})
          QCOMPARE(std::count(snippet.text.begin(), snippet.text.end(), pair[0]),
                   std::count(snippet.text.begin(), snippet.text.end(), pair[1]));
        const bool quantizes = snippet.text.find("range.zeroPoint") != std::string::npos;
        QCOMPARE(quantizes, precision == ExportPrecision::Int8);
        QCOMPARE(snippet.files.size(), std::size_t(one.isOneTask ? 1 : 0));
      }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExportSnippets)
#include "test_export_snippets.moc"
