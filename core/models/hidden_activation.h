// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/models/naming_scheme.h"
#include "core/models/scheme_head.h"

namespace zipper {

/// Whether both layers of the head of a V3 have the names that they have in the scheme.
bool isHeadOfScheme(const NamingScheme& scheme, const std::map<std::string, std::string>& fileNames);

/// Whether the hidden layer of the head of some published V3 has so many channels, of whatever width.
bool isHiddenOfV3(Architecture architecture, std::int64_t channels);

/// Sets the activations of the hidden layers of a head in the spec: what the file tells, else that of the head that
/// MobileNets V3 have, hard swish (relu in a minimalistic one), behind its only hidden layer, else relu. Returns a note
/// for what is a guess, or an empty text. `fileNames`: what the file calls tensors by their canonical names. With the
/// names of the scheme and the channels that published heads have nothing is a guess.
std::string setHiddenActivations(MobileNetSpec& spec, const MatchedHead& head, const NamingScheme& scheme,
                                 const std::map<std::string, std::string>& fileNames);

}  // namespace zipper
