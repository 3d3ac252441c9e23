// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace zipper {

/// The losses of one calibration iteration.
struct IterationRecord {
  float total = 0;                  ///< weighted sum over the terms of all tasks
  std::vector<float> crossEntropy;  ///< per task; empty if labels aren't used
  std::vector<float> l1;            ///< per task: sum over the layers
  std::vector<float> layerL1;       ///< [task * layers + layer - 1]: mean |teacher - student| of what a layer hands on
  float learningRate = 0;
  std::vector<float> distillation{};  ///< per task; empty if it is off
};

/// The loss terms that not every calibration has.
struct CurveTerms {
  bool crossEntropy = true;
  bool distillation = false;
};

/// Names of a curve's columns, as files have them: "loss", "lr", "ce.a", "l1.a", "l1.a.1", "kl.a", and of the top-1 on
/// held-out images "val.a".
std::string totalLossColumn();
std::string learningRateColumn();
std::string crossEntropyColumn(int task);
std::string l1Column(int task);
std::string l1Column(int task, int layer);
std::string distillationColumn(int task);
std::string validationColumn(int task);
bool isValidationColumn(const std::string& name);

/// A table of numbers with named columns, a row per iteration: total loss, cross entropy and L1 per task, learning
/// rate, L1 per task and layer, and with distillation that per task.
class Curve {
 public:
  /// Without columns: of a step that recorded nothing.
  Curve() = default;
  Curve(int tasks, int layers, CurveTerms terms = {});
  Curve(std::vector<std::string> columns, std::vector<float> values);

  /// The record must have the terms that the curve was made for.
  void append(const IterationRecord& record);
  /// Another column behind the others, a value per row; Error for another number of values.
  void addColumn(const std::string& name, const std::vector<float>& column);
  std::size_t rows() const { return columns_.empty() ? 0 : values_.size() / columns_.size(); }
  const std::vector<std::string>& columns() const { return columns_; }
  float at(std::size_t row, std::size_t column) const { return values_[row * columns_.size() + column]; }
  /// One column as numbers; empty if there is no such column.
  std::vector<float> column(const std::string& name) const;
  /// Row-major, rows x columns.
  const std::vector<float>& values() const { return values_; }

 private:
  std::vector<std::string> columns_;
  std::vector<float> values_;
};

}  // namespace zipper
