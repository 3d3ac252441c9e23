// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/containers/crafted_pickle.h"

namespace zipper::test {

/// The archive that an input of the fuzzers of PyTorch files stands for. Its first byte tells: even: the rest is the
/// archive as it is; odd: two bytes with the length of a pickle, the pickle, and the bytes of its one storage "0"; the
/// archive around them is a sound one, which chance would never make.
inline std::string archiveOfInput(const std::uint8_t* data, std::size_t size, bool torchScript) {
  if (size < 3) return "";
  const char* bytes = reinterpret_cast<const char*>(data);
  if (data[0] % 2 == 0) return std::string(bytes + 1, size - 1);
  const std::size_t length = std::min<std::size_t>(data[1] + 256u * data[2], size - 3);
  std::vector<CraftedEntry> entries{{"a/data.pkl", std::string(bytes + 3, length)},
                                    {"a/data/0", std::string(bytes + 3 + length, size - 3 - length)}};
  if (torchScript) entries.push_back({"a/constants.pkl", "\x80\x02)."});
  return craftedZip(entries);
}

}  // namespace zipper::test
