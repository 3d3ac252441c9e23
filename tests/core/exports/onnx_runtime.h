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

namespace zipper::test {

/// Runs ONNX files in ONNX Runtime, by run_exports.js.
class OnnxRuntime {
 public:
  /// Whether npm could install it. 1.16.3 has its binaries in the package; later versions (1.17.3, say) have a script
  /// that is run at the installation, which isn't allowed here.
  bool isInstalled() {
    QProcess npm;
    npm.setWorkingDirectory(modules_.path());
    npm.start("npm", {"install", "--ignore-scripts", "--no-audit", "--no-fund", "onnxruntime-node@1.16.3"});
    return npm.waitForFinished(60000) && npm.exitStatus() == QProcess::NormalExit && npm.exitCode() == 0;
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

  /// Runs all. Empty if every output is what was expected; otherwise the first that isn't, and how.
  std::string differenceOfAll(const QString& script) {
    writeFileAtomically(file("jobs.json"), QJsonDocument(list_).toJson().toStdString());
    QProcess node;
    node.start("node", {script, modules_.path(), jobs_.path()});
    if (!node.waitForFinished(100000)) return "node was not started or did not end";
    if (node.exitCode() != 0) return node.readAllStandardError().toStdString();
    for (const auto& [name, logits] : expected_) {
      const auto bytes = readTextFile(file(name + ".bin"));
      if (bytes.size() != std::size_t(logits.nbytes())) return name + ": another number of values";
      const auto found = torch::from_blob(const_cast<char*>(bytes.data()), logits.sizes(), torch::kFloat);
      const std::string different = difference(found, logits);
      if (!different.empty()) return name + ": " + different;
    }
    return {};
  }

 private:
  QTemporaryDir modules_, jobs_;
  QJsonArray list_;
  std::map<std::string, torch::Tensor> expected_;
};

}  // namespace zipper::test
