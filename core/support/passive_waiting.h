// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// Makes the threads of LibTorch's operations sleep while they wait for each other instead of spinning, unless
/// OMP_WAIT_POLICY is set: with anything else running on the machine (the batch loader's own threads, a window)
/// spinning threads steal the time that they wait for. OpenMP reads this while it is loaded, so the program starts
/// itself anew; returns if it needn't or can't.
void waitPassively(char** arguments);

}  // namespace zipper
