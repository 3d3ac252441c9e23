// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper::cli {

/// What a shell may offer after an option, or in the place of a positional argument.
struct CompletedValue {
  std::vector<std::string> words;  ///< the choices, where there is a set of them
  bool files = false;              ///< a path, besides the words
  bool list = false;               ///< several of the words, separated by commas
};

struct CompletedOption {
  std::vector<std::string> names;  ///< with their hyphens
  std::string description;
  bool takesValue = false;
  CompletedValue value;
};

struct CompletedCommand {
  std::string name;
  std::string description;
  std::vector<CompletedOption> options;
  bool takesFiles = false;            ///< has positional arguments, which are all files
  std::vector<std::string> commands;  ///< of its own, one of which follows; behind it there may be files
};

/// The program itself, whose `options` are those before a command, and its commands.
struct CompletedProgram {
  CompletedCommand program;
  std::vector<CompletedCommand> commands;
};

/// Scripts that don't start the program, which takes longer to load than anybody waits for a key. Texts must be the
/// program's own. They go where the shell loads completions of that program by its name.
std::string bashCompletion(const CompletedProgram& program);
std::string zshCompletion(const CompletedProgram& program);
std::string fishCompletion(const CompletedProgram& program);

}  // namespace zipper::cli
