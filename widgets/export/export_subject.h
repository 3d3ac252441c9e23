// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <cstdint>
#include <string>
#include <vector>

namespace zipper {

/// What the export page is to know of the session.
struct ExportSubject {
  QStringList tasks;                ///< a title each, as it may be shown: "A · fashion"
  std::vector<bool> heads;          ///< of each task: it puts out logits; without a head it puts out features
  bool hasTrunk = false;            ///< all tasks in one file have one input in common
  std::int64_t trainingImages = 0;  ///< of the smallest training set; 0: the images aren't open
  std::vector<std::string> names;   ///< of the tasks, as outputs are called after them; none: they aren't
};

}  // namespace zipper
