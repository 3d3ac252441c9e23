// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "snippet_runs.h"
#include "support/npm_packages.h"
#include "support/test_program.h"
#include "web_page_runs.h"

using namespace zipper;

namespace {

constexpr ExportPrecision wholeFloat = ExportPrecision::Float32;

/// Numbers of a step of one pixel value, in what a network reads.
double largestStep(const MobileNetSpec& spec) {
  double least = 1e9;
  for (const double deviation : spec.normalization.std) least = std::min(least, deviation);
  return 1.0 / 255.0 / least;
}

/// int8 in the tests' stand-in for LiteRT: value = scale * (stored - 5).
constexpr double standInScale = 0.03;
constexpr int standInZero = 5;

QJsonObject standInDetail(const std::string& name, const QJsonArray& shape, bool isInt8) {
  return {{"name", QString::fromStdString(name)},
          {"shape", shape},
          {"dtype", isInt8 ? "int8" : "float32"},
          {"scale", isInt8 ? standInScale : 0.0},
          {"zero_point", isInt8 ? standInZero : 0}};
}

}  // namespace

/// The programs that an export comes with: they are run on image files, and have to say what the engine says. Not run,
/// as their runtimes are neither in Debian nor at npm: ONNX Runtime and LiteRT for Python, where modules of the tests
/// stand in, so that what is fed and what is made of an answer are checked.
class TestSnippetRuns : public QObject {
  Q_OBJECT

 private:
  test::SnippetSubjects subjects_;

  /// For what takes long, or loads much.
  static bool isAskedForAll() { return qEnvironmentVariableIsSet("ZIPPER_ALL_SNIPPETS"); }

  static double pointsFor(const ExportChoice& choice) { return choice.precision == ExportPrecision::Int8 ? 4.0 : 0.7; }

  /// Empty, or how what Python's `program` feeds and says differs from the engine's. `axes`: of [1,C,H,W] in the file.
  std::string differenceInPython(const test::PlacedSnippet& placed, const test::SnippetSubject& one,
                                 const std::string& image, const std::vector<std::int64_t>& axes, bool isInt8) const {
    const test::StandIn standIn(placed);
    std::vector<torch::Tensor> logits = one.logits(test::engineInputs(image, one.network), wholeFloat);
    QJsonArray inputs, outputs;
    for (std::size_t t = 0; t < logits.size(); ++t) {
      const SnippetTask& task = one.network.tasks[t];
      torch::Tensor answer = logits[t];
      if (isInt8) {
        answer = (answer / standInScale).round().add(standInZero).clamp(-128, 127).to(torch::kChar);
        logits[t] = standInScale * (answer.to(torch::kFloat) - standInZero);
      }
      standIn.answer(task.output, answer);
      const int size = task.spec.inputSize, channels = task.spec.inputChannels;
      if (t == 0 || task.input != one.network.tasks.front().input)
        inputs.append(standInDetail(task.input, {1, size, size, channels}, isInt8));
      outputs.append(standInDetail(task.output, {1, task.spec.classes}, isInt8));
    }
    standIn.writeDetails({{"inputs", inputs}, {"outputs", outputs}});
    const QString modules = QFileInfo(QFINDTESTDATA("stand_ins/onnxruntime.py")).path();
    const test::ProgramRun run = test::runProgram("/usr/bin/python3", {placed.program(), QString::fromStdString(image)},
                                                  placed.folder(), standIn.variables(modules));
    if (!run.problem.empty()) return run.problem;
    const std::string fed = differenceOfFed(standIn, one, image, axes, isInt8);
    return fed.empty() ? placed.differenceOf(run.output, logits, 0.1) : fed;
  }

  static std::string differenceOfFed(const test::StandIn& standIn, const test::SnippetSubject& one,
                                     const std::string& image, const std::vector<std::int64_t>& axes, bool isInt8) {
    for (const SnippetTask& task : one.network.tasks) {
      const torch::Tensor expected = test::engineInput(image, task.spec).permute(axes);
      torch::Tensor fed = standIn.fed(task.input, isInt8 ? torch::kChar : torch::kFloat, expected.sizes());
      if (!fed.defined()) return task.input + ": another number of values";
      if (isInt8) fed = standInScale * (fed - standInZero);
      const torch::Tensor apart = (fed - expected).abs();
      const double step = largestStep(task.spec), rounding = isInt8 ? standInScale / 2 : 0.0;
      const double most = apart.max().item<double>(), usual = apart.mean().item<double>();
      if (most > 1.01 * step + 1.01 * rounding || usual > 0.2 * step + rounding)
        return concat(task.input, ": what is fed is ", most / step, " steps of a pixel off, ", usual / step,
                      " on average");
    }
    return {};
  }

 private Q_SLOTS:
  void pythonRunsPyTorch() {
    std::vector<test::PlacedSnippet> programs;
    QStringList arguments{QFINDTESTDATA("run_snippets.py")};
    for (const test::SnippetSubject& one : subjects_.all())
      for (const char* format : {"torchscript", "torchscript-frozen", "torchvision"}) {
        const ExportChoice choice{format};
        if (!test::SnippetSubjects::fits(choice, one)) continue;
        programs.emplace_back(subjects_.path("pytorch"), "python", choice, one);
        programs.back().writeModel();
        for (const std::string& image : subjects_.images())
          arguments << programs.back().program() << QString::fromStdString(image);
      }
    const test::ProgramRun run =
        test::runProgram("/usr/bin/python3", arguments, subjects_.path(""), {{"PYTHONUTF8", "1"}});
    QCOMPARE(run.problem, std::string());
    const std::vector<std::string> answers = test::listOf(run.output);
    const std::vector<std::string>& images = subjects_.images();
    QCOMPARE(answers.size(), programs.size() * images.size());
    for (std::size_t i = 0; i < answers.size(); ++i)
      QCOMPARE(programs[i / images.size()].differenceOf(answers[i], images[i % images.size()], 0.7), std::string());
  }

  /// The library safetensors isn't in Debian: its program is only compiled, above.
  void pythonListsTensors() {
    const test::PlacedSnippet placed(subjects_.path("list"), "python", {"pytorch"}, subjects_.called("trunk"));
    placed.writeModel();
    const test::ProgramRun run = test::runProgram("/usr/bin/python3", {placed.program()}, subjects_.path(""));
    QCOMPARE(run.problem, std::string());
    QVERIFY(run.output.find("shared.layers.2.pointwise.conv.weight: (") != std::string::npos);
    QVERIFY(run.output.find("b.head.bias: (5,)") != std::string::npos);
  }

  void pythonFeedsOnnxRuntime() {
    for (const test::SnippetSubject& one : subjects_.all())
      for (const std::string& image : subjects_.images()) {
        const test::PlacedSnippet placed(subjects_.path("feeds"), "python", {"onnx"}, one);
        placed.writeModel();
        QCOMPARE(differenceInPython(placed, one, image, {0, 1, 2, 3}, false), std::string());
      }
  }

  void pythonFeedsLiteRt() {
    for (const ExportPrecision precision : {wholeFloat, ExportPrecision::Int8}) {
      if (targetsOf({"tflite", precision}).empty()) QSKIP("TensorFlow Lite isn't written in this build");
      for (const test::SnippetSubject& one : subjects_.all()) {
        const test::PlacedSnippet placed(subjects_.path("feeds"), "python", {"tflite", precision}, one);
        placed.writeModel();
        QCOMPARE(
            differenceInPython(placed, one, subjects_.images()[0], {0, 2, 3, 1}, precision == ExportPrecision::Int8),
            std::string());
      }
    }
  }

  void nodeRunsOnnxRuntime() {
    const QString runtime = test::npmPackage("onnxruntime-node@1.16.3"), images = test::npmPackage("sharp@0.33.5");
    if (runtime.isEmpty() || images.isEmpty()) QSKIP("npm can't install onnxruntime-node or sharp here");
    const QString modules = runtime + "/node_modules:" + images + "/node_modules";
    for (const ExportChoice& choice : exportTarget("program").choices) {
      if (choice.format != "onnx") continue;
      for (const test::SnippetSubject& one : subjects_.all()) {
        const test::PlacedSnippet placed(subjects_.path("node"), "program", choice, one);
        placed.writeModel();
        for (const std::string& image : subjects_.images()) {
          if (choice.precision == ExportPrecision::Int8 && image != subjects_.images()[0]) continue;
          const test::ProgramRun run = test::runProgram("node", {placed.program(), QString::fromStdString(image)},
                                                        subjects_.path(""), {{"NODE_PATH", modules}});
          QCOMPARE(run.problem, std::string());
          QCOMPARE(placed.differenceOf(run.output, image, pointsFor(choice)), std::string());
        }
      }
    }
  }

  void pagesRunInChromium_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("package");
    QTest::addRow("onnx") << "onnx"
                          << "onnxruntime-web@1.16.3";
    if (!targetsOf({"tfjs"}).empty())
      QTest::addRow("tfjs") << "tfjs"
                            << "@tensorflow/tfjs@4.22.0";
  }

  void pagesRunInChromium() {
    QFETCH(QString, format);
    QFETCH(QString, package);
    const QString chromium = test::WebPageRuns::chromium();
    if (chromium.isEmpty()) QSKIP("there is no Chromium here");
    if (format == "onnx" && !isAskedForAll())
      QSKIP("onnxruntime-web is 114 MB; it is loaded and run with ZIPPER_ALL_SNIPPETS=1");
    const QString modules = test::npmPackage(package);
    if (modules.isEmpty()) QSKIP("npm can't install the runtime here");
    const QString root = QString::fromStdString(subjects_.path("pages-")) + format;
    QStringList arguments{QFINDTESTDATA("run_pages.js"), chromium, modules, root};
    std::vector<test::PlacedSnippet> pages;
    const std::size_t count = isAskedForAll() ? subjects_.all().size() : 1;  // a page takes seconds
    for (std::size_t i = 0; i < count; ++i) {
      pages.emplace_back(root.toStdString(), "browser", ExportChoice{format.toStdString()}, subjects_.all()[i]);
      pages.back().writeModel();
      const std::string& image = subjects_.images()[i % 2];
      std::filesystem::copy_file(image, pages.back().file("photo.png"));
      arguments << QDir(root).relativeFilePath(pages.back().program()) + "?image=photo.png";
    }
    const test::ProgramRun run = test::runProgram("node", arguments, subjects_.path(""));
    QCOMPARE(run.problem, std::string());
    const std::vector<std::string> answers = test::listOf(run.output);
    QCOMPARE(answers.size(), pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i)
      QCOMPARE(pages[i].differenceOf(answers[i], subjects_.images()[i % 2], 0.7), std::string());
  }

  /// No map of these networks has one value only, which OpenCV 4.10 would pad wrongly: see onnx_for_opencv.h.
  void cppRunsWithOpenCv() {
    const QString compiler = QStandardPaths::findExecutable("clang++");
    if (compiler.isEmpty()) QSKIP("there is no clang++ here");
    const test::PlacedSnippet placed(subjects_.path("cpp"), "cpp", {"onnx"}, subjects_.called("three"));
    placed.writeModel();
    const test::ProgramRun flags = test::runProgram("pkg-config", {"--cflags", "opencv4"}, placed.folder());
    QCOMPARE(flags.problem, std::string());
    const QStringList arguments =
        QStringList{"-std=c++17", "-Wall", "-Wextra", placed.program(), "-o", "classify"} +
        QString::fromStdString(flags.output).split(' ', Qt::SkipEmptyParts) +
        QStringList{"-lopencv_dnn", "-lopencv_imgcodecs", "-lopencv_imgproc", "-lopencv_core"};
    QStringList clean;
    for (const QString& argument : arguments) clean << argument.trimmed();
    QCOMPARE(test::runProgram(compiler, clean, placed.folder()).problem, std::string());
    for (const std::string& image : subjects_.images()) {
      const test::ProgramRun run = test::runProgram(QString::fromStdString(placed.file("classify")),
                                                    {QString::fromStdString(image)}, placed.folder());
      QCOMPARE(run.problem, std::string());
      QCOMPARE(placed.differenceOf(run.output, image, 0.3), std::string());
    }
  }

  /// Compiled only: linking with LibTorch and running it take half a minute more, and the parts that differ from the
  /// program above are few.
  void cppForLibTorchCompiles() {
    const QString compiler = QStandardPaths::findExecutable("clang++");
    if (compiler.isEmpty()) QSKIP("there is no clang++ here");
    if (!QFileInfo::exists("/usr/include/torch/csrc/api/include")) QSKIP("LibTorch isn't Debian's");
    if (!isAskedForAll())
      QSKIP("LibTorch's headers take 10 s for each program; with ZIPPER_ALL_SNIPPETS=1 they are read");
    for (const test::SnippetSubject* one : {&subjects_.called("trunk"), &subjects_.called("one")}) {
      const test::PlacedSnippet placed(subjects_.path("cpp"), "cpp", {"torchscript"}, *one);
      QCOMPARE(test::runProgram(compiler,
                                {"-std=c++17", "-fsyntax-only", "-w", "-I/usr/include/torch/csrc/api/include",
                                 "-I/usr/include/opencv4", placed.program()},
                                placed.folder())
                   .problem,
               std::string());
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSnippetRuns)
#include "test_snippet_runs.moc"
