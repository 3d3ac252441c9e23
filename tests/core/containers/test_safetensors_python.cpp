// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include "core/containers/safetensors.h"
#include "crafted_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

/// What make_safetensors.py calls ramp().
torch::Tensor ramp(torch::ScalarType type, at::IntArrayRef shape) {
  std::int64_t count = 1;
  for (const auto size : shape) count *= size;
  const auto values = torch::arange(count).reshape(shape);
  if (type == torch::kBool) return values % 2 == 1;
  if (type == torch::kUInt8) return (values * 3).to(type);
  if (c10::isIntegralType(type, false)) return (values * 3 - 4).to(type);
  return (values.to(torch::kDouble) / 8 - 1).to(type);
}

const std::vector<std::pair<torch::ScalarType, std::vector<std::int64_t>>> written{
    {torch::kDouble, {3, 2}}, {torch::kBool, {5}},        {torch::kFloat, {2, 3, 4}}, {torch::kLong, {2}},
    {torch::kHalf, {7}},      {torch::kBFloat16, {3, 3}}, {torch::kInt, {4}},         {torch::kShort, {}},
    {torch::kInt8, {6}},      {torch::kUInt8, {2, 2}}};

const std::vector<std::string> names{"F64", "BOOL", "F32", "I64", "F16", "BF16", "I32", "I16", "I8", "U8"};

}  // namespace

/// Against a reader and a writer that share no code with ours.
class TestSafetensorsPython : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

  QByteArray runPython(const QString& action, const std::filesystem::path& path) {
    QProcess process;
    process.start("/usr/bin/python3",
                  {QFINDTESTDATA("make_safetensors.py"), action, QString::fromStdString(path.string())});
    const bool fine =
        process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!fine) qWarning("%s", process.readAllStandardError().constData());
    return fine ? process.readAllStandardOutput() + " " : QByteArray();
  }

 private Q_SLOTS:
  void initTestCase() {
    if (QProcess::execute("/usr/bin/python3", {"-c", "import numpy"}) != 0) QSKIP("/usr/bin/python3 has no NumPy");
  }

  void readsWhatPythonWrote() {
    const auto path = files_.path("python.safetensors");
    QVERIFY(!runPython("write", path).isEmpty());
    const TensorFile file = readSafetensors(path);
    QCOMPARE(file.metadata.at("written by"), std::string("Python – NumPy"));
    QCOMPARE(file.metadata.at("empty"), std::string());
    QCOMPARE(file.tensors.size(), written.size() + 1);
    for (std::size_t i = 0; i < written.size(); ++i) {
      const auto& [name, tensor] = file.tensors[i];
      QCOMPARE(name, "ramp." + names[i]);
      QCOMPARE(tensor.scalar_type(), written[i].first);
      QVERIFY2(torch::equal(tensor, ramp(written[i].first, written[i].second)), name.c_str());
    }
    QCOMPARE(file.tensors.back().first, std::string("nothing"));
    QVERIFY(file.tensors.back().second.sizes() == at::IntArrayRef({0, 3}));
  }

  void writesWhatPythonReads() {
    NamedTensors tensors;
    for (std::size_t i = 0; i < written.size(); ++i)
      tensors.emplace_back("x." + names[i], ramp(written[i].first, written[i].second));
    tensors.emplace_back("transposed \"Ж\"", ramp(torch::kFloat, {3, 4}).t());
    const auto path = files_.path("ours.safetensors");
    writeSafetensors(path, tensors, {{"key", "value ✓"}});

    const auto read = QJsonDocument::fromJson(runPython("read", path)).object();
    QCOMPARE(read["metadata"].toObject()["key"].toString(), QString("value ✓"));
    const auto found = read["tensors"].toArray();
    QCOMPARE(std::size_t(found.size()), tensors.size());
    for (int i = 0; i < found.size(); ++i) {
      const auto entry = found[i].toObject();
      const auto& [name, tensor] = tensors[std::size_t(i)];
      QCOMPARE(entry["name"].toString().toStdString(), name);
      QCOMPARE(entry["dtype"].toString().toStdString(), std::size_t(i) < names.size() ? names[std::size_t(i)] : "F32");
      QCOMPARE(entry["shape"].toArray().size(), int(tensor.dim()));
      for (int d = 0; d < tensor.dim(); ++d) QCOMPARE(entry["shape"].toArray()[d].toInt(), int(tensor.size(d)));
      const auto values = entry["values"].toArray();
      const auto expected = tensor.to(torch::kDouble).flatten().contiguous();
      QCOMPARE(std::int64_t(values.size()), expected.numel());
      for (int v = 0; v < values.size(); ++v) QCOMPARE(values[v].toDouble(), expected[v].item<double>());
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSafetensorsPython)
#include "test_safetensors_python.moc"
