// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/containers/tensor_file.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// The names in a text with one of them a line, without the numbers in front of them where all lines have theirs, from
/// 0 on ("0 cat", "1 dog").
std::vector<std::string> namesOfLines(const std::string& text);

/// Gives a network the names of its classes as Teachable Machine exports them beside a model: "labels.txt" with a line
/// "0 name" for each, or the list of a metadata.json (see tfjs_model.h). A note says so, or that there are more or
/// fewer of them than classes; other texts of that name are left alone.
void addClassNames(MobileNetSpec& spec, const TensorFile& file, const std::filesystem::path& path,
                   std::vector<std::string>& notes);

/// The "labels.txt" beside a model, if it is one that addClassNames() takes names from; else empty.
std::filesystem::path labelFileBeside(const std::filesystem::path& model);

}  // namespace zipper
