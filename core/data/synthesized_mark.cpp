// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/synthesized_mark.h"

namespace zipper {

std::string synthesizedNote(const std::filesystem::path& train) {
  std::error_code code;
  const bool marked = std::filesystem::exists(train / synthesizedMark, code) ||
                      std::filesystem::exists(train.parent_path() / synthesizedMark, code);
  return marked ? "these images were made from a network (zipper synthesize): how many of them are right says nothing "
                  "about real ones"
                : "";
}

}  // namespace zipper
