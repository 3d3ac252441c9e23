#!/usr/bin/env python3
"""Makes the manual page of a program from what it says with --help, its subcommands' help included.

    make_man_page.py PROGRAM VERSION DATE OUTPUT.gz

help2man isn't enough: it knows no subcommands, and takes CLI11's "-h,--help" for one option with an argument.
"""
import concurrent.futures
import gzip
import os
import pathlib
import re
import sys

from program_help import help_of


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    for character, name in (("^", "\\(ha"), ("~", "\\(ti"), ("`", "\\(ga")):
        text = text.replace(character, name)
    return "\\&" + text if text.startswith((".", "'")) else text


def value_text(value):
    """CLI11's "TEXT:{sgd,adam}=sgd" is shown as "{sgd,adam}=sgd"."""
    required = " (required)" if re.search(r"\bREQUIRED\b", value) else ""
    value = re.sub(r"\s*\bREQUIRED\b", "", value)
    excludes = re.search(r"\s*Excludes:(.*)", value)
    if excludes:
        required += " (not with " + ", ".join(excludes.group(1).split()) + ")"
        value = value[:excludes.start()]
    value = re.sub(r"^[A-Z]+:(?=\S)", "", value.strip())
    return (" \\fI" + escaped(value) + "\\fR" if value else "") + escaped(required)


def term_text(term):
    """Options bold, what follows them italic; anything else (a command, an argument) as it is, bold."""
    match = re.match(r"((?:-{1,2}[\w-]+(?:, )?)+)\s*(.*)", term)
    if not match:
        name, _, value = term.partition(" ")
        return "\\fB" + escaped(name) + "\\fR" + value_text(value)
    names = ", ".join("\\fB" + escaped(name) + "\\fR" for name in match.group(1).strip().split(", "))
    return names + value_text(match.group(2))


def items_text(items):
    for term, text in items:
        if not text:
            sys.exit(f"make_man_page.py: the help says nothing of {term}: describe it where the option is made")
    return "".join(f".TP\n{term_text(term)}\n{escaped(text)}\n" for term, text in items)


def usage_text(usage, name):
    """The usage with the program's name instead of the path by which it was started."""
    words = usage.split()
    commands = [word for word in words[1:] if re.fullmatch(r"[a-z-]+", word)]
    rest = [word for word in words[1:] if word not in commands]
    return "\\fB" + escaped(" ".join([name, *commands])) + "\\fR " + " ".join("\\fI" + escaped(word) + "\\fR" for word in rest)


def sections_text(page, without=()):
    text = ""
    for title, items in page.sections:
        if title not in without and items:
            text += f".PP\n{escaped(title)}:\n" + items_text(items)
    return text


def tail_text(page):
    text = ".PP\n" + "\n".join(escaped(line) for line in page.notes) + "\n" if page.notes else ""
    if page.examples:
        lines = "\n".join(escaped(line).replace("'", "\\(aq") for line in page.examples).strip("\n")
        text += f".PP\nExample:\n.PP\n.RS 4\n.EX\n{lines}\n.EE\n.RE\n"
    return text


def command_text(name, page):
    return f'.SS "{escaped(name)}"\n{usage_text(page.usage, name.split()[0])}\n.PP\n{escaped(page.description)}.\n' + sections_text(
        page) + tail_text(page)


def page_text(program, version, date):
    name = pathlib.Path(program).name
    page = help_of(program)
    summary = page.description.rstrip(".")
    text = f'.\\" Written by packaging/make_man_page.py from the help of {name}.\n'
    text += f'.TH {name.upper()} 1 "{date}" "Zipper Workbench {version}" "User Commands"\n'
    text += f".SH NAME\n{name} \\- {escaped(summary[0].lower() + summary[1:])}\n"
    text += f".SH SYNOPSIS\n{usage_text(page.usage, name)}\n.SH DESCRIPTION\n{escaped(page.description)}\n"
    for title, items in page.sections:
        if title != "Subcommands" and items:
            text += f".SH {escaped(title.upper())}\n" + items_text(items)
    text += tail_text(page)
    commands = page.section("Subcommands")
    if commands:
        text += ".SH COMMANDS\n" + items_text(commands)
        # Loading the program takes longer than what it says.
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            pages = pool.map(lambda command: help_of(program, command[0]), commands)
            for (command, _), command_page in zip(commands, pages):
                text += command_text(f"{name} {command}", command_page)
                for inner, _ in command_page.section("Subcommands"):
                    text += command_text(f"{name} {command} {inner}", help_of(program, command, inner))
    other = {"zipper": "zipper-workbench", "zipper-workbench": "zipper"}[name]
    return text + f".SH SEE ALSO\n.BR {escaped(other)} (1)\n"


def main():
    program, version, date, output = sys.argv[1:]
    with open(output, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(page_text(program, version, date).encode())


if __name__ == "__main__":
    main()
