// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// The words of a command, "zipper" first; not quoted.
using Command = std::vector<std::string>;

/// What people said besides the recipe.
struct CommandWishes {
  std::string out = "merged.zipper";
  std::string runName, notes;  ///< empty: none
  std::vector<std::string> classes =
      {};  ///< by task, as --classes takes them; may be shorter; empty: by the usual rule
};

/// The commands that do the steps of a recipe anew, from its networks on: zipper merge, and a zipper resume wherever
/// the settings change. They name what differs from the preset, then from the command before. `layers`: of the networks
/// (unknownLayers if nobody has read them), so that all of them needn't be named. Hashes of the sources aren't told:
/// the same files are taken. Error if a step can't be told, as fine-tuning between layers.
std::vector<Command> mergeCommands(const Recipe& recipe, int layers = unknownLayers, const CommandWishes& wishes = {});

/// As one text to be typed into a terminal: words in quotation marks where a shell would take them apart, a line for
/// each option, and every command only if the one before it is done.
std::string shellText(const std::vector<Command>& commands);

}  // namespace zipper
