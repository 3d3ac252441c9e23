// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/scheme_candidates.h"
#include "core/models/scheme_match.h"

namespace zipper {

// Why the names of a file are not those of a network.

/// Names that no scheme has: the nearest known one of each.
[[noreturn]] void failUnknownNetwork(const std::vector<std::string>& names);

/// The expected names that the candidate lacks, as the file would have them. Batch normalization may be folded into a
/// bias, squeeze-and-excite may be missing everywhere in a minimalistic V3; each layer of the head may be missing as a
/// whole, and is not looked at if `withHead` is false.
std::vector<std::string> missingNames(const Candidate& candidate, const std::vector<ExpectedName>& expected,
                                      bool withHead);

/// "2 keys are missing: 'a', 'b' (MobileNet V1 has 13 blocks, 12 were found)"
std::string describeMissing(const std::vector<std::string>& missing, const Candidate& candidate);

/// "unknown key 'a' (nearest known: 'b')", of these tensors of the file.
std::string describeUnknown(const std::vector<std::size_t>& unknown, const Candidate& candidate,
                            const std::vector<ExpectedName>& expected, const std::vector<std::string>& names);

/// A sentence if a network has the names of a scheme, but is computed otherwise than those of it. Else empty.
std::string describeVariant(const Candidate& candidate, const std::vector<ExpectedName>& expected);

/// A sentence if a MobileNet V2 or V3 has all of its names, and depthwise convolutions besides: a deeper one. Else
/// empty.
std::string describeDepth(const std::vector<std::size_t>& unknown, const Candidate& candidate,
                          const std::vector<NamedShape>& tensors);

}  // namespace zipper
