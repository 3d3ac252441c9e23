// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/containers/tflite_graph.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// Gives a network that has none the names of its classes: from the files that its metadata name for an output, any
/// other text file in its archive, or beside a MODEL.tflite from MODEL_labels.txt, MODEL.txt, labels.txt or the only
/// NAME_labels.txt; the first one that has as many lines as there are classes, or all but the background class. A note
/// says which it was, that one of those that are meant for it has more or fewer, one is too large, or has the same name
/// for most classes, or, where none was found, that one that the metadata name isn't in the archive.
void addClassNamesOfTflite(MobileNetSpec& spec, const TfliteGraph& graph, const std::filesystem::path& path,
                           std::vector<std::string>& notes);

/// The files beside a model that the names may have been read from, whether they are there or not. Cheap: of the model,
/// only the directory of its archive is read. Throws nothing for files that are missing or damaged.
std::vector<std::filesystem::path> tfliteLabelFiles(const std::filesystem::path& path);

}  // namespace zipper
