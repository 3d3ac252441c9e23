"""What the programs say with --help, taken apart: CLI11 writes one of them, Qt the other."""
import dataclasses
import os
import re
import subprocess


@dataclasses.dataclass
class Help:
    usage: str = ""
    description: str = ""
    sections: list = dataclasses.field(default_factory=list)  # (title, [(term, text)])
    notes: list = dataclasses.field(default_factory=list)  # lines of text below the sections
    examples: list = dataclasses.field(default_factory=list)  # lines of a shell

    def section(self, title):
        return next((items for name, items in self.sections if name == title), [])


def say(program, *arguments):
    """The program's standard output, in English, without a display and without anybody's settings."""
    environment = {"LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "QT_QPA_PLATFORM": "offscreen"}
    environment.update({name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ})
    command = [program, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def add_item(items, line):
    if line.startswith(" " * 10) and items:  # goes on with the text of the line before
        term, text = items[-1]
        items[-1] = (term, (text + " " + line.strip()).strip())
        return
    term, _, text = re.sub(r"(-\w),\s*(?=--)", r"\1, ", line.strip()).partition("  ")
    items.append((term.strip(), text.strip()))


def parse(text):
    result = Help()
    place = "description"
    for line in text.splitlines():
        if line.startswith("Usage:"):
            result.usage = line[len("Usage:"):].strip()
        elif re.fullmatch(r"Examples?:", line):
            place = "examples"
        elif re.fullmatch(r"\S.*:", line):
            place = "section"
            result.sections.append((line[:-1], []))
        elif place == "examples":
            result.examples.append(line[2:] if line.startswith("  ") else line)
        elif not line.strip():
            continue
        elif place == "section" and line.startswith("  "):
            add_item(result.sections[-1][1], line)
        elif place == "description":
            result.description = (result.description + " " + line.strip()).strip()
        else:
            place = "notes"
            result.notes.append(line.strip())
    return result


def help_of(program, *arguments):
    return parse(say(program, *arguments, "--help"))
