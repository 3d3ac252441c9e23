// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace zipper {

/// A text file that a snippet reads.
struct SnippetFile {
  std::string name;
  std::string text;
};

/// A program for people to copy.
struct ExportSnippet {
  std::string language;  ///< "Python", "C++", "Kotlin", "HTML", "JavaScript"; "Text" where no program is needed
  std::string fileName;  ///< as its text calls it: "classify.py"
  std::string text;      ///< ASCII, ends with a newline
  std::vector<SnippetFile> files;  ///< to be put beside it: "merged_labels_a.txt" with a line for each class, UTF-8
};

/// Classes of a task whose names are written into a snippet.
inline constexpr std::size_t snippetClasses = 40;

}  // namespace zipper
