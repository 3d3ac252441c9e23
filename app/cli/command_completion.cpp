// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/completion_scripts.h"
#include "app/cli/console.h"

namespace zipper::cli {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

/// What CLI11 and the option itself say in the place of the value: "TEXT:{sgd,adam}", "names|position|FILE", "INT".
CompletedValue valueOf(const CLI::Option& option) {
  CompletedValue value;
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{'), end = type.find('}');
  value.list = option.get_delimiter() == ',';
  value.files = type == "TEXT" && !value.list;
  if (begin != std::string::npos && end != std::string::npos) {
    value.words = split(type.substr(begin + 1, end - begin - 1), ',');
  } else if (type.find('|') != std::string::npos) {
    for (const std::string& part : split(type, '|')) {
      if (part == "FILE")
        value.files = true;
      else
        value.words.push_back(part);
    }
  } else if (type == "BOOLEAN") {
    value.words = {"true", "false"};
  }
  return value;
}

CompletedOption completed(const CLI::Option& option) {
  CompletedOption result;
  for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  result.description = option.get_description();
  result.takesValue = option.get_items_expected_max() > 0;
  if (result.takesValue) result.value = valueOf(option);
  return result;
}

CompletedCommand completed(const CLI::App& app) {
  CompletedCommand result;
  result.name = app.get_name();
  result.description = app.get_description();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    if (option->get_positional())
      result.takesFiles = true;
    else
      result.options.push_back(completed(*option));
  }
  // Of a command with commands of its own, as "lesson make", each of these and its options may follow.
  for (const CLI::App* inner : app.get_parent() != nullptr ? app.get_subcommands([](const CLI::App*) { return true; })
                                                           : std::vector<const CLI::App*>()) {
    result.commands.push_back(inner->get_name());
    for (CompletedOption& option : completed(*inner).options) {
      const auto isSame = [&option](const CompletedOption& other) { return other.names == option.names; };
      if (std::none_of(result.options.begin(), result.options.end(), isSame))
        result.options.push_back(std::move(option));
    }
  }
  return result;
}

CompletedProgram programOf(const CLI::App& app) {
  CompletedProgram result;
  result.program = completed(app);
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty()) result.commands.push_back(completed(*command));
  return result;
}

}  // namespace

void addCompletion(CLI::App& app, Run& run) {
  auto shell = std::make_shared<std::string>();
  // Not in the help: packages install what it writes.
  CLI::App* command =
      app.add_subcommand("completion", "Write the script by which a shell completes commands and options");
  command->group("");
  command->footer("Example:\n  zipper completion bash > ~/.local/share/bash-completion/completions/zipper");
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &app, &run] {
    run = [shell, &app] {
      const CompletedProgram program = programOf(app);
      printOwnText(*shell == "bash"  ? bashCompletion(program)
                   : *shell == "zsh" ? zshCompletion(program)
                                     : fishCompletion(program));
      return 0;
    };
  });
}

}  // namespace zipper::cli
