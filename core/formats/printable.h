#pragma once

#include <string>

namespace zipper {

/// The text as it may stand in a one-line message: control characters and bytes that are not UTF-8 become '?', what is
/// longer than `maximumBytes` is cut and ends with "...". For names and paths that come out of files of strangers.
std::string printable(const std::string& text, std::size_t maximumBytes = 200);

}  // namespace zipper
