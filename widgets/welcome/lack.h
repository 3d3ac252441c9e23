// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

namespace zipper {

struct ChosenTask;

/// What a task lacks before it can be merged with others.
enum class Lack { Nothing, ModelAndData, Model, Data, Head };

Lack lackOf(const ChosenTask& task);
/// What the tasks A, B, ... lack, a line for each kind of lack; empty if they lack nothing.
QString lackText(const std::vector<Lack>& lacks);

}  // namespace zipper
