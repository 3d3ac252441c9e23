// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <map>
#include <string>
#include <vector>

#include "core/containers/safetensors.h"
#include "exported_networks.h"

namespace zipper::test {

/// Runs exported files in Python, by run_exports.py.
class PythonRuns {
 public:
  /// Where to write the file of that name.
  std::string file(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  /// To be run on the images, a tensor per task, of which these logits are expected in the same order. `kind`: the
  /// format's name.
  void add(const std::string& kind, const std::string& name, const NamedTensors& images,
           const std::vector<torch::Tensor>& logits) {
    writeSafetensors(file(name + ".images"), images, {});
    for (const std::string& one : {kind, file(name), file(name + ".images"), file(name + ".logits")})
      arguments_ << QString::fromStdString(one);
    expected_[name] = logits;
  }

  /// Runs all. Empty if all logits are what was expected; otherwise what went wrong first.
  std::string differenceOfAll(const QString& script) {
    QProcess python;
    python.start("/usr/bin/python3", QStringList{script} + arguments_);
    if (!python.waitForFinished(100000)) return "python3 was not started or did not end";
    if (python.exitCode() != 0) return (python.readAllStandardError() + python.readAllStandardOutput()).toStdString();
    for (const auto& [name, logits] : expected_) {
      const NamedTensors found = readSafetensors(file(name + ".logits")).tensors;
      if (found.size() != logits.size()) return name + ": another number of tasks";
      for (std::size_t t = 0; t < found.size(); ++t) {
        const std::string different = difference(found[t].second, logits[t]);
        if (!different.empty()) return name + ": " + different;
      }
    }
    return {};
  }

 private:
  QTemporaryDir folder_;
  QStringList arguments_;
  std::map<std::string, std::vector<torch::Tensor>> expected_;
};

}  // namespace zipper::test
