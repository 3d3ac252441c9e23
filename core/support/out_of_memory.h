// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// To be called inside a catch block: what to tell if the exception in flight says that there wasn't enough memory,
/// whatever library threw it (std::bad_alloc, LibTorch's allocators, OpenCV, oneDNN); empty if it says something else.
/// Whoever would tell that a file is damaged asks this first.
std::string memoryShortage();

/// To be called inside a catch block: throws Error "NAME: not enough memory ..." if that is what the exception in
/// flight says.
void failIfMemoryIsShort(const std::string& name);

}  // namespace zipper
