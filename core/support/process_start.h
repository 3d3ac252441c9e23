// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// To be called first in main(): gives the process its name (what ps and top show), puts something into the places of
/// standard streams that are closed (so that no file that is opened later gets printed into; writing to them fails as
/// before), and makes signals that end a program without a word (output that nobody reads, a limit on the size of
/// files) into errors of the calls that caused them. `name` must last.
void prepareProcess(const char* name);

/// True if the program was started in a way in which output that nobody reads ends it without a word, as a filter is.
bool endsWithItsReader();

/// Undoes what a program that is started from this one would inherit, before it takes the place of this one.
void restoreSignals();

}  // namespace zipper
