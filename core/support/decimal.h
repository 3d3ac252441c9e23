// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// The number that a float32 was written for: 0.001F is 0.0010000000475, but stands for 0.001, its shortest decimal
/// text. The same wherever Qt has set the locale to: the C library's functions read "0.5" as 0 where people write
/// commas.
double decimalOf(float value);

}  // namespace zipper
