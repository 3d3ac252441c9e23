// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/session/session.h"
#include "core/support/json_reader.h"

namespace zipper {

/// What was guessed about each network (see guesses.h): said wherever figures of it are.
using NetworkGuesses = std::vector<std::vector<std::string>>;

NetworkGuesses guessesOf(const Session& session);
/// An entry per network of which something was guessed; an empty object if there is none.
Json guessesJson(const NetworkGuesses& guesses);
/// A paragraph of HTML; empty if nothing was guessed.
std::string guessNotice(const NetworkGuesses& guesses);

}  // namespace zipper
