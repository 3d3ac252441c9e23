// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/exports/export_targets.h"
#include "core/exports/snippet.h"
#include "core/exports/snippet_network.h"

namespace zipper {

/// A complete program for the target that loads the exported file, reads an image file, prepares it as the
/// Preprocessing of core/data/preprocess.h does, runs the network and prints a line for each task: "NAME: CLASS 97.3
/// %". Names of up to snippetClasses classes are in its text; more are read from the exported file by Python, otherwise
/// from ExportSnippet::files, which some formats have beside them anyway. For state dicts, which need a module's code
/// to run, a program that lists the tensors and says what they are. `fileName`: of the exported file, relative to the
/// program's folder, or absolute. Throws Error if the target doesn't have the choice, a task has no head, there is no
/// task, or torchvision has no such network.
ExportSnippet exportSnippet(const ExportTarget& target, const ExportChoice& choice, const std::string& fileName,
                            const SnippetNetwork& network);

/// The same for the target that recommends the choice most.
ExportSnippet exportSnippet(const ExportChoice& choice, const std::string& fileName, const SnippetNetwork& network);

}  // namespace zipper
