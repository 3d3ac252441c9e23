// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <string>
#include <vector>

#include "core/support/files.h"
#include "core/support/libtorch.h"
#include "support/npm_packages.h"

namespace zipper::test {

/// Runs layers models in TensorFlow.js, without native code, by run_tfjs.js.
class TfjsRuntime {
 public:
  /// What came of one model.
  struct Result {
    QJsonArray inputs, outputs;          ///< names of layers
    qint64 parameters = 0;               ///< those of a shared layer once
    std::vector<torch::Tensor> tensors;  ///< one an output, flat
  };

  /// Whether npm could install it.
  bool isInstalled() {
    modules_ = npmPackage("@tensorflow/tfjs@4.22.0");
    return !modules_.isEmpty();
  }

  /// To be run on images [N,C,H,W], one batch an input.
  void add(const std::string& name, const std::string& model, const std::vector<torch::Tensor>& images) {
    QJsonArray list;
    for (std::size_t i = 0; i < images.size(); ++i) {
      const auto values = images[i].permute({0, 2, 3, 1}).contiguous();
      const std::string input = concat(name, ".", i, ".in");
      writeFileAtomically(file(input),
                          std::string(static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes())));
      QJsonArray shape;
      for (const auto size : values.sizes()) shape.append(qint64(size));
      list.append(QJsonObject{{"file", QString::fromStdString(input)}, {"shape", shape}});
    }
    jobs_.append(QJsonObject{
        {"name", QString::fromStdString(name)}, {"model", QString::fromStdString(model)}, {"images", list}});
  }

  /// Runs all, in one process. Empty, or what went wrong.
  std::string run(const QString& script) {
    writeFileAtomically(file("jobs.json"), QJsonDocument(jobs_).toJson().toStdString());
    QProcess node;
    node.start("node", {script, modules_, folder_.path()});
    if (!node.waitForFinished(100000)) return "node was not started or did not end";
    return node.exitCode() == 0 ? std::string() : node.readAllStandardError().toStdString();
  }

  Result resultOf(const std::string& name) const {
    const auto text = readTextFile(file(name + ".json"));
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    Result result{json["inputs"].toArray(), json["outputs"].toArray(), json["parameters"].toInteger(), {}};
    for (int i = 0; i < result.outputs.size(); ++i) {
      const std::string bytes = readTextFile(file(concat(name, ".", i, ".bin")));
      const auto values = torch::from_blob(const_cast<char*>(bytes.data()), {std::int64_t(bytes.size() / 4)});
      result.tensors.push_back(values.clone());
    }
    return result;
  }

 private:
  std::string file(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  QTemporaryDir folder_;
  QString modules_;
  QJsonArray jobs_;
};

}  // namespace zipper::test
