// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// All settings of a recipe with what they mean and their options on the command line, as HTML made from the one table
/// of the fields.
QString settingsPage();

}  // namespace zipper
