// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/zippering/session.h"

namespace zipper {

/// Everything of a session but its tensors, as JSON.
std::string sessionToJson(const Session& session);

/// The reverse: curves have their columns but no values, networks no values. Throws Error that says what is wrong.
Session sessionFromJson(const std::string& json);

}  // namespace zipper
