// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/export/export_subject.h"

namespace zipper::test {

/// Two tasks with heads and images, without a trunk.
inline ExportSubject twoTasks() {
  return {{"A · fashion", "B · digits"}, {true, true}, false, 1000, {"fashion", "digits"}};
}

}  // namespace zipper::test
