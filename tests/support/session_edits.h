// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "core/containers/safetensors.h"
#include "core/session/session_checksums.h"
#include "core/support/json_reader.h"

namespace zipper::test {

/// Makes the checksum of a session's metadata fit what was changed in it: for edits that somebody meant, not damage.
inline void reseal(Metadata& metadata) { addChecksums(metadata, parseTexts(metadata.at("zipper.hashes"), "hashes")); }

/// Writes the session file `from` to `to` with another description of the session, and a checksum that fits it.
inline void rewriteSession(const std::filesystem::path& from, const std::filesystem::path& to,
                           const std::function<void(std::string& description)>& edit) {
  const TensorFile file = readSafetensors(from);
  Metadata metadata = file.metadata;
  edit(metadata["zipper.session"]);
  reseal(metadata);
  writeSafetensors(to, file.tensors, metadata);
}

}  // namespace zipper::test
