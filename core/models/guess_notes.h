// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/scheme_network.h"
#include "core/models/spec_overrides.h"

namespace zipper {

/// What is no guess.
struct KnownConventions {
  bool sizeFromName = false;  ///< the file's name tells the input size, so that at least the guess has a reason
  bool strides = false;       ///< of the rows of a MobileNet V2, or of the blocks of a V3
  SpecOverrides values;       ///< what the file or the user says
};

/// Adds a note of what the shapes told, and one for every convention that was guessed (see guesses.h).
void noteGuesses(SchemeNetwork& network, const MobileNetSpec& spec, const KnownConventions& known);

}  // namespace zipper
