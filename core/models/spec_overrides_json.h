// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/spec_overrides.h"
#include "core/support/json_reader.h"

namespace zipper {

/// Only what is overridden, with the names of a spec's JSON; "ema" and "part" besides.
Json toJson(const SpecOverrides& overrides);

/// The reverse. Unknown keys, wrong types and unknown names throw Error that begins with `where`; whether numbers are
/// in range is seen when they meet a spec (see whyRefused()).
SpecOverrides overridesFromJson(const Json& json, const std::string& where);

/// "0.5", "0.485,0.456,0.406" or "[0.485, 0.456, 0.406]" as numbers; Error that begins with `where`.
std::vector<double> numbersFromText(const std::string& text, const std::string& where);

/// What "KEY=VALUE" texts say, as overridesFromJson() takes it. Keys with '-' or '_', names in any case, several
/// numbers as numbersFromText() reads them. Error that begins with `where`.
Json overridesFromTexts(const std::vector<std::string>& entries, const std::string& where);

}  // namespace zipper
