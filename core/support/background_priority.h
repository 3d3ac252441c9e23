// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// From now on the calling thread, and the threads that it starts later (LibTorch's, the loader's), give way to
/// whoever else wants a processor: with all processors computing, another thread of the program that wakes up, as that
/// of a window, gets one within a few milliseconds. Where nobody else wants one, nothing becomes slower. The one place
/// where priorities are set. OpenBLAS with threads of its own starts them while it is loaded: those keep theirs.
void giveWayToOthers();

}  // namespace zipper
