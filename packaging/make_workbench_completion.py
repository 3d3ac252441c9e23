#!/usr/bin/env python3
"""Writes the script by which a shell completes the options of zipper-workbench, from what it says with --help. The
command line's own comes from `zipper completion`.

    make_workbench_completion.py PROGRAM bash|zsh|fish OUTPUT
"""
import re
import sys

from program_help import help_of

BASH = """# Completion of zipper-workbench for bash, written by packaging/make_workbench_completion.py.

_zipper_workbench() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}}
  COMPREPLY=()
  case $prev in
    {valued}) return ;;
  esac
  if [[ $cur == -* ]]; then
    compopt +o default 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -W "{options}" -- "$cur")
    return
  fi
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -X '!*.zipper' -- "$cur"; compgen -d -- "$cur")
}}

complete -o default -F _zipper_workbench zipper-workbench
"""


def options_of(program):
    """([names], takes a value, text) of each option."""
    for term, text in help_of(program).section("Options"):
        words = term.replace(",", " ").split()
        yield [word for word in words if word.startswith("-")], words[-1].startswith("<"), text


def bash(options):
    return BASH.format(valued=" | ".join(name for names, valued, _ in options if valued for name in names),
                       options=" ".join(name for names, _, _ in options for name in names))


def zsh(options):
    lines = ["#compdef zipper-workbench", "# Completion of zipper-workbench for zsh, written by packaging/make_workbench_completion.py.", "",
             "_arguments \\"]
    for names, valued, text in options:
        for name in names:
            alone = f"({' '.join(names)})" if len(names) > 1 else ""
            value = ":file:_files" if valued else ""
            spec = alone + name + ("=" if valued and name.startswith("--") else "") + "[" + re.sub(r"([\[\]\\])", r"\\\1", text) + "]" + value
            lines.append("  '" + spec.replace("'", "'\\''") + "' \\")
    return "\n".join(lines) + "\n  '1:session:_files -g \"*.zipper\"'\n"


def fish(options):
    lines = ["# Completion of zipper-workbench for fish, written by packaging/make_workbench_completion.py.", "",
             "complete -c zipper-workbench -f -a '(__fish_complete_suffix .zipper)'"]
    for names, valued, text in options:
        named = " ".join(("-l " if name.startswith("--") else "-s ") + name.lstrip("-") for name in names)
        lines.append(f"complete -c zipper-workbench {named}{' -r -F' if valued else ''} -d '" + text.replace("'", "\\'") + "'")
    return "\n".join(lines) + "\n"


def main():
    program, shell, output = sys.argv[1:]
    script = {"bash": bash, "zsh": zsh, "fish": fish}[shell](list(options_of(program)))
    with open(output, "w", encoding="utf-8") as file:
        file.write(script)


if __name__ == "__main__":
    main()
