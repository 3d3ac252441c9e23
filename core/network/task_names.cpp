// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/task_names.h"

namespace zipper {

std::string taskName(int task) { return std::string(1, char('a' + task)); }

std::string taskCapital(int task) { return std::string(1, char(taskName(task)[0] - 'a' + 'A')); }

}  // namespace zipper
