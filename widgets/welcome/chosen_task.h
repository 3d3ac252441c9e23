// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

struct ClassView;
struct DataSummary;
struct ModelSummary;

/// What is chosen of a task so far, as the start page shows it. Empty paths and null: not yet.
struct ChosenTask {
  QString name;                              ///< its own; empty: see usualName
  QString model, data;                       ///< paths
  const ModelSummary* summary = nullptr;     ///< what was read of the model
  const DataSummary* dataSummary = nullptr;  ///< what was found in the data folder
  const ClassView* classes = nullptr;  ///< how the classes are matched, once model and data were looked at together
  QString usualName{};                 ///< what it is called without a name of its own; empty: not known yet
};

}  // namespace zipper
