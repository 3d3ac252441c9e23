// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/network/named_tensors.h"

namespace zipper {

/// What a session file says of itself, so that damage and parts of different sessions are noticed: a SHA-256 of the
/// bytes of each tensor, and one over all of the metadata. It is no signature: whoever means to can make both.
using Metadata = std::map<std::string, std::string>;
/// SHA-256 in hexadecimal, by the tensor's key in the file.
using TensorHashes = std::map<std::string, std::string>;

/// Adds both to the metadata of a file with these tensors' hashes.
void addChecksums(Metadata& metadata, const TensorHashes& hashes);

bool hasChecksums(const Metadata& metadata);

/// The hashes of the tensors; Error if they aren't there, or if the metadata isn't what its own checksum was taken of.
TensorHashes checkedHashes(const Metadata& metadata);

/// Error that names the first tensor whose values aren't those that its hash was taken of, or, without hashes, that
/// holds values that aren't finite. Tensors contiguous, on the CPU; shares the work among LibTorch's threads.
void checkValues(const NamedTensors& tensors, const TensorHashes& hashes);

}  // namespace zipper
