// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/curve.h"

#include <algorithm>

#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr const char* validationPrefix = "val.";

std::vector<std::string> columnNames(int tasks, int layers, CurveTerms terms) {
  std::vector<std::string> names{totalLossColumn()};
  for (int t = 0; terms.crossEntropy && t < tasks; ++t) names.push_back(crossEntropyColumn(t));
  for (int t = 0; t < tasks; ++t) names.push_back(l1Column(t));
  names.push_back(learningRateColumn());
  for (int t = 0; t < tasks; ++t)
    for (int layer = 1; layer <= layers; ++layer) names.push_back(l1Column(t, layer));
  for (int t = 0; terms.distillation && t < tasks; ++t) names.push_back(distillationColumn(t));
  return names;
}

}  // namespace

std::string totalLossColumn() { return "loss"; }

std::string learningRateColumn() { return "lr"; }

std::string crossEntropyColumn(int task) { return "ce." + taskName(task); }

std::string l1Column(int task) { return "l1." + taskName(task); }

std::string l1Column(int task, int layer) { return concat(l1Column(task), ".", layer); }

std::string distillationColumn(int task) { return "kl." + taskName(task); }

std::string validationColumn(int task) { return validationPrefix + taskName(task); }

bool isValidationColumn(const std::string& name) { return beginsWith(name, validationPrefix); }

Curve::Curve(int tasks, int layers, CurveTerms terms) : columns_(columnNames(tasks, layers, terms)) {}

Curve::Curve(std::vector<std::string> columns, std::vector<float> values)
    : columns_(std::move(columns)), values_(std::move(values)) {
  if (columns_.empty() ? !values_.empty() : values_.size() % columns_.size() != 0)
    fail("curve: ", values_.size(), " values don't fill rows of ", columns_.size(), " columns");
}

void Curve::append(const IterationRecord& record) {
  values_.push_back(record.total);
  values_.insert(values_.end(), record.crossEntropy.begin(), record.crossEntropy.end());
  values_.insert(values_.end(), record.l1.begin(), record.l1.end());
  values_.push_back(record.learningRate);
  values_.insert(values_.end(), record.layerL1.begin(), record.layerL1.end());
  values_.insert(values_.end(), record.distillation.begin(), record.distillation.end());
}

void Curve::addColumn(const std::string& name, const std::vector<float>& column) {
  if (column.size() != rows()) fail("curve: column ", name, " has ", column.size(), " values for ", rows(), " rows");
  std::vector<float> values;
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto begin = values_.begin() + std::ptrdiff_t(row * columns_.size());
    values.insert(values.end(), begin, begin + std::ptrdiff_t(columns_.size()));
    values.push_back(column[row]);
  }
  values_ = std::move(values);
  columns_.push_back(name);
}

std::vector<float> Curve::column(const std::string& name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  std::vector<float> result;
  if (found == columns_.end()) return result;
  const std::size_t column = std::size_t(found - columns_.begin());
  for (std::size_t row = 0; row < rows(); ++row) result.push_back(at(row, column));
  return result;
}

}  // namespace zipper
