// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// What the factors of a matrix product are rounded to; sums are float32 in either case.
enum class Precision { Float32, BFloat16 };

}  // namespace zipper
