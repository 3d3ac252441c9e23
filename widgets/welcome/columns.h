// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

// The two columns of the start page, which the start bar below it shares. In pixels.
inline constexpr int columnsEdge = 32;     ///< left and right of them
inline constexpr int columnsBetween = 32;  ///< what keeps them apart

}  // namespace zipper
