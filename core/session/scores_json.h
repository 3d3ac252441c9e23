// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/session/scores.h"
#include "core/support/json_reader.h"

namespace zipper {

/// Scores in files; reading gives the same values, bit for bit, and throws Error that begins with `where`.
Json scoresJson(const Scores& scores);
Scores scoresFromJson(const Json& json, const std::string& where);

}  // namespace zipper
