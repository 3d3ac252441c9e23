// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

#include "core/containers/pickle_values.h"

namespace zipper {

/// The largest pickle that is read, in bytes; a MobileNet with the state of its optimizer needs 200 kB.
inline constexpr std::uint64_t maximumPickle = 16'000'000;

/// Interprets a pickle (protocols 2 to 5) that holds tensors, numbers, texts, lists, tuples and dicts. Names are looked
/// up in a table of what PyTorch writes into checkpoints; they stand for data, and nothing is ever called. What any
/// other name would be called with becomes a Foreign, which is data too; names of what runs programs or deletes files
/// ("os.system") are refused all the same, because such a file attacks whoever opens it in Python. With `objects`
/// (TorchScript), classes named "__torch__..." are taken as bags of attributes, and any unknown name is refused.
/// Takes memory for 1,000,000 values at most. Throws Error that says at which byte; it does not name the file.
/// Source: https://github.com/python/cpython/blob/main/Lib/pickletools.py
Pickle readPickle(std::string_view bytes, bool objects);
/// The same for the first of several pickles: `end` becomes the place behind it.
Pickle readFirstPickle(std::string_view bytes, bool objects, std::size_t& end);

}  // namespace zipper
