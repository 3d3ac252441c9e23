// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <map>
#include <string>

#include "core/network/named_tensors.h"
#include "core/support/files.h"
#include "exported_networks.h"
#include "support/npm_packages.h"

namespace zipper::test {

/// Runs ONNX files in ONNX Runtime, by run_exports.js.
class OnnxRuntime {
 public:
  /// Whether npm could install it. 1.16.3 has its binaries in the package; later versions (1.17.3, say) have a script
  /// that is run at the installation, which isn't allowed here.
  bool isInstalled() {
    modules_ = npmPackage("onnxruntime-node@1.16.3");
    return !modules_.isEmpty();
  }

  /// Where to write the file of that name.
  std::string file(const std::string& model) const {
    return jobs_.filePath(QString::fromStdString(model)).toStdString();
  }

  /// To be run with these inputs; `outputs`: what is expected, by name.
  void add(const std::string& model, const NamedTensors& inputs, const NamedTensors& outputs) {
    QJsonObject described;
    for (const auto& [name, tensor] : inputs) {
      const std::string input = model + "." + name + ".in";
      const auto values = tensor.contiguous();
      writeFileAtomically(file(input),
                          std::string(static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes())));
      QJsonArray shape;
      for (const auto size : values.sizes()) shape.append(qint64(size));
      described[QString::fromStdString(name)] = QJsonObject{{"file", QString::fromStdString(input)}, {"shape", shape}};
    }
    list_.append(QJsonObject{{"model", QString::fromStdString(model)}, {"inputs", described}});
    for (const auto& [name, tensor] : outputs) expected_[model + "." + name] = tensor;
  }

  std::size_t outputs() const { return expected_.size(); }

  /// Runs all. Empty, or what went wrong.
  std::string run(const QString& script) {
    writeFileAtomically(file("jobs.json"), QJsonDocument(list_).toJson().toStdString());
    QProcess node;
    node.start("node", {script, modules_, jobs_.path()});
    if (!node.waitForFinished(100000)) return "node was not started or did not end";
    return node.exitCode() == 0 ? std::string() : node.readAllStandardError().toStdString();
  }

  /// What an expected output was, "MODEL.OUTPUT"; undefined if it has another number of values.
  torch::Tensor found(const std::string& name) const {
    const torch::Tensor& expected = expected_.at(name);
    const auto bytes = readTextFile(file(name + ".bin"));
    if (bytes.size() != std::size_t(expected.nbytes())) return {};
    return torch::from_blob(const_cast<char*>(bytes.data()), expected.sizes(), torch::kFloat).clone();
  }

  /// Runs all. Empty if every output is what was expected; otherwise the first that isn't, and how.
  std::string differenceOfAll(const QString& script) {
    const std::string failure = run(script);
    if (!failure.empty()) return failure;
    for (const auto& [name, expected] : expected_) {
      const torch::Tensor output = found(name);
      if (!output.defined()) return name + ": another number of values";
      const std::string different = difference(output, expected);
      if (!different.empty()) return name + ": " + different;
    }
    return {};
  }

 private:
  QString modules_;
  QTemporaryDir jobs_;
  QJsonArray list_;
  std::map<std::string, torch::Tensor> expected_;
};

}  // namespace zipper::test
