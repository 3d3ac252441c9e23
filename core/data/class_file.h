// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// A text file that says which class of a data set is which output of a network, or names the outputs. Blank lines and
/// lines that begin with "# " are left out.
///
///     cat = 3              a line per class: class, then output, by name or by number (from 0, background counted);
///     dog = domestic dog   between them "=", a tab or a comma (CSV, where quotation marks protect commas);
///     rat = -              "-": the network has no such class. Classes that aren't named have none either.
///
/// or a name per output, in the order of the outputs, or with the number of the output before it ("3,cat", "3 cat" as
/// in Teachable Machine's labels.txt; from 0 or from 1, in any order, below a heading or not).
struct ClassFile {
  struct Line {
    int number = 0;  ///< from 1
    std::string text;
    std::string left, right;  ///< `right` is empty in lines without a separator
  };
  std::string path;
  char separator = 0;  ///< that all lines have; 0: none
  std::vector<Line> lines;
};

/// Error if it can't be read, or there is nothing in it.
ClassFile readClassFile(const std::filesystem::path& path);

/// True if it names outputs: there are as many names as outputs (or as outputs behind the background), and the lines
/// don't have a class of the data on their left; a comma may belong to a name.
bool namesOutputs(const ClassFile& file, const MobileNetSpec& spec, const std::vector<std::string>& classNames);

/// Makes its lines the names of the outputs.
void nameOutputs(MobileNetSpec& spec, const ClassFile& file, const std::vector<std::string>& classNames);

/// The output of each class, noOutput for those without. Error that names file and line: an unknown class or output, a
/// class twice.
std::vector<int> outputsOf(const ClassFile& file, const MobileNetSpec& spec,
                           const std::vector<std::string>& classNames);

}  // namespace zipper
