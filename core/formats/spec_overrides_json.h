// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/formats/spec_overrides.h"
#include "core/support/json_reader.h"

namespace zipper {

/// Only what is overridden, with the names of a spec's JSON; "ema" and "part" besides.
Json toJson(const SpecOverrides& overrides);

/// The reverse. Unknown keys, wrong types and unknown names throw Error that begins with `where`; whether numbers are
/// in range is seen when they meet a spec (see whyRefused()).
SpecOverrides overridesFromJson(const Json& json, const std::string& where);

}  // namespace zipper
