// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/recipe/recipe.h"
#include "core/support/json_reader.h"

namespace zipper {

/// All settings of a step by the keys of recipes, reports and sessions, in the order of recipeFields().
Json toJson(const StepSettings& settings);

/// Of these, those that say how shared weights start.
Json toJson(const Start& start);

/// Only the entries of `settings` that differ from `defaults`. Naming an initialization may change what belongs to it
/// (see setInitialization()), so all of that is named then.
Json difference(const Json& settings, const Json& defaults);

/// Takes those keys out of an object where they are; an initialization other than that of `settings` first changes what
/// belongs to it. Throws Error as JsonReader::read().
void readSettings(JsonReader& reader, StepSettings& settings);

}  // namespace zipper
