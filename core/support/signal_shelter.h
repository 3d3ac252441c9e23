// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// From now on no signal that comes from outside is handled on the calling thread, nor on threads that it starts later;
/// another thread has to take them. Threads that compute need this: oneDNN's compiled matrix products use the register
/// of the stack pointer for addresses of matrices (about 1 % of a calibration's time), and the kernel would write what
/// it saves for a handler there. Measured with oneDNN 2.6, AVX2 and AVX-512: a handler that is called a thousand times
/// a second ends every calibration with a damaged heap. What a thread does to itself (a division by zero, a pipe that
/// nobody reads) stays with it.
void shelterFromSignals();

/// The opposite, for the thread that takes them.
void takeSignals();

}  // namespace zipper
