// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/completion_scripts.h"

#include <algorithm>

namespace zipper::cli {

namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

/// What fits into a line beside the option: up to the end of a clause if possible.
std::string brief(const std::string& description) {
  constexpr std::size_t most = 70;
  if (description.size() <= most) return description;
  for (const char* end : {"; ", ": ", " (", ", "}) {
    const std::size_t place = description.find(end);
    if (place != std::string::npos && place > 10 && place <= most) return description.substr(0, place);
  }
  return description.substr(0, description.rfind(' ', most - 3)) + "...";
}

/// The text with a backslash before each of those characters.
std::string escaped(const std::string& text, const std::string& characters) {
  std::string result;
  for (const char c : text) {
    if (characters.find(c) != std::string::npos) result += '\\';
    result += c;
  }
  return result;
}

// bash ----------------------------------------------------------------------------------------------------------------

std::vector<std::string> allNames(const CompletedCommand& command) {
  std::vector<std::string> names;
  for (const CompletedOption& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

/// "merge,--align | compare,--align" for all options that a value may follow in the same way.
std::string bashValues(const CompletedCommand& command) {
  std::string text;
  for (const CompletedOption& option : command.options) {
    if (!option.takesValue) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) patterns.push_back("'" + command.name + " " + name + "'");
    text += "    " + joined(patterns, " | ") + ") kind=";
    const CompletedValue& value = option.value;
    text += value.words.empty() ? (value.files ? "files" : "other")
                                : std::string(value.list    ? "list"
                                              : value.files ? "'words files'"
                                                            : "words") +
                                      " words='" + joined(value.words, " ") + "'";
    text += " ;;\n";
  }
  return text;
}

constexpr const char* bashHead = R"(# Completion of zipper for bash, written by "zipper completion bash".

_zipper() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= kind= words= i
  # bash takes --option=value apart.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = && $COMP_CWORD -gt 1 ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      command=${COMP_WORDS[i]}
      break
    fi
  done
  COMPREPLY=()
  case "$command $prev" in
)";

// Where COMPREPLY stays empty, readline completes names of files, unless +o default forbids it.
constexpr const char* bashTail = R"(  esac
  case $kind in
    words) compopt +o default 2>/dev/null ;;
    'words files')
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; compgen -f -- "$cur")
      return ;;
    list)
      local before=
      [[ $cur == *,* ]] && before=${cur%,*},
      compopt +o default -o nospace 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -P "$before" -W "$words" -- "${cur##*,}")
      return ;;
    files) return ;;
    other) compopt +o default 2>/dev/null; return ;;
    *)
      case $command in
)";

constexpr const char* bashEnd = R"(      esac ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}

complete -o default -F _zipper zipper
)";

/// What stands where no value of an option does: options after a hyphen, otherwise files or commands.
std::string bashArguments(const CompletedProgram& program) {
  std::vector<std::string> commands;
  for (const CompletedCommand& command : program.commands) commands.push_back(command.name);
  std::string text = "        '')\n          compopt +o default 2>/dev/null\n          words='" +
                     joined(commands, " ") + "'\n          [[ $cur == -* ]] && words='" +
                     joined(allNames(program.program), " ") + "' ;;\n";
  for (const CompletedCommand& command : program.commands) {
    text += "        " + command.name + ")\n          ";
    text += command.takesFiles ? "[[ $cur == -* ]] || return\n          " : "";
    if (!command.commands.empty())
      text += "if [[ $cur != -* && $prev == " + command.name + " ]]; then\n            words='" +
              joined(command.commands, " ") +
              "'\n            compopt +o default 2>/dev/null\n            mapfile -t "
              "COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n            return\n          fi\n          "
              "[[ $cur == -* ]] || return\n          ";
    text += "compopt +o default 2>/dev/null\n          words='" + joined(allNames(command), " ") + "' ;;\n";
  }
  return text + "        *) return ;;\n";
}

// zsh -----------------------------------------------------------------------------------------------------------------

std::string zshQuoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// "_files", "(a b c)" or what says that something else is expected.
std::string zshAction(const CompletedValue& value) {
  if (value.words.empty()) return value.files ? "_files" : " ";
  const std::string words = joined(value.words, " ");
  if (value.list) return "_sequence compadd - " + words;
  return value.files ? "{ compadd - " + words + "; _files }" : "(" + words + ")";
}

std::string zshOption(const CompletedOption& option, const std::string& indent) {
  std::string text;
  for (const std::string& name : option.names) {
    const bool isLong = name.rfind("--", 0) == 0;
    std::string spec = option.names.size() > 1 ? "(" + joined(option.names, " ") + ")" : "";
    spec += name + (option.takesValue ? (isLong ? "=" : "+") : "");
    spec += "[" + escaped(brief(option.description), "[]\\") + "]";
    if (option.takesValue) spec += ":" + name.substr(isLong ? 2 : 1) + ":" + zshAction(option.value);
    text += " \\\n" + indent + zshQuoted(spec);
  }
  return text;
}

std::string zshArguments(const CompletedCommand& command) {
  std::string text = "        " + command.name + ")\n          _arguments -s";
  for (const CompletedOption& option : command.options) text += zshOption(option, "            ");
  if (!command.commands.empty()) text += " \\\n            '1:command:(" + joined(command.commands, " ") + ")'";
  if (command.takesFiles || !command.commands.empty()) text += " \\\n            '*:file:_files'";
  return text + " ;;\n";
}

// fish ----------------------------------------------------------------------------------------------------------------

std::string fishQuoted(const std::string& text) { return "'" + escaped(text, "\\'") + "'"; }

std::string fishValue(const CompletedValue& value) {
  if (value.words.empty()) return value.files ? " -r -F" : " -x";
  const std::string words = joined(value.words, " ");
  return (value.files ? " -r -F -a " : " -x -a ") + fishQuoted(value.list ? "(__fish_append , " + words + ")" : words);
}

std::string fishOption(const CompletedOption& option, const std::string& condition) {
  std::string text = "complete -c zipper -n " + fishQuoted(condition);
  for (const std::string& name : option.names)
    text += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.takesValue) text += fishValue(option.value);
  return text + " -d " + fishQuoted(brief(option.description)) + "\n";
}

}  // namespace

std::string bashCompletion(const CompletedProgram& program) {
  std::string text = bashHead;
  for (const CompletedCommand& command : program.commands) text += bashValues(command);
  return text + bashTail + bashArguments(program) + bashEnd;
}

std::string zshCompletion(const CompletedProgram& program) {
  std::string text =
      "#compdef zipper\n# Completion of zipper for zsh, written by \"zipper completion zsh\".\n\n"
      "_zipper() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  _arguments -C";
  for (const CompletedOption& option : program.program.options) text += zshOption(option, "    ");
  text += " \\\n    '1: :->command' \\\n    '*:: :->arguments'\n  case $state in\n    command)\n";
  text += "      local -a commands=(\n";
  for (const CompletedCommand& command : program.commands)
    text += "        " + zshQuoted(command.name + ":" + escaped(brief(command.description), ":\\")) + "\n";
  text += "      )\n      _describe command commands ;;\n    arguments)\n      case $words[1] in\n";
  for (const CompletedCommand& command : program.commands) text += zshArguments(command);
  return text + "      esac ;;\n  esac\n}\n\n_zipper \"$@\"\n";
}

std::string fishCompletion(const CompletedProgram& program) {
  std::string text = "# Completion of zipper for fish, written by \"zipper completion fish\".\n\n";
  text += "complete -c zipper -n __fish_use_subcommand -f\n";
  for (const CompletedOption& option : program.program.options) text += fishOption(option, "__fish_use_subcommand");
  for (const CompletedCommand& command : program.commands) {
    const std::string condition = "__fish_seen_subcommand_from " + command.name;
    text += "\ncomplete -c zipper -n __fish_use_subcommand -a " + command.name + " -d " +
            fishQuoted(brief(command.description)) + "\n";
    if (!command.commands.empty())
      text +=
          "complete -c zipper -n " + fishQuoted(condition) + " -a " + fishQuoted(joined(command.commands, " ")) + "\n";
    if (!command.takesFiles && command.commands.empty())
      text += "complete -c zipper -n " + fishQuoted(condition) + " -f\n";
    for (const CompletedOption& option : command.options) text += fishOption(option, condition);
  }
  return text;
}

}  // namespace zipper::cli
