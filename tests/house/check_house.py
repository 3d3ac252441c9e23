#!/usr/bin/env python3
"""Fails when an #include points upwards or in a circle, when core includes Qt, when the top level holds what the design
doesn't name, when a source file has no licence line, when JSON is read past the one reader that checks it, or when a
text of a stranger is shown as it is (foreign_texts.py).

    check_house.py PROJECT_ROOT
"""
import pathlib
import re
import subprocess
import sys

import foreign_texts

# Lower floors first; a file may include its own floor and those below.
FLOORS = ["core", "widgets", "app"]
# Folders of core, lower first. A folder may include itself and the ones listed for it.
CORE = {
    "support": set(),
    "kernels": {"support"},
    "network": {"support"},
    "data": {"support", "network"},
    "compute": {"support", "kernels", "network"},
    "containers": {"support", "network"},
    "models": {"support", "network", "containers"},
    "exports": {"support", "network", "containers", "models"},
    "recipe": {"support", "kernels", "network", "data", "models"},
    "session": {"support", "network", "data", "containers", "models", "recipe"},
    "training": {"support", "kernels", "network", "data", "compute", "models", "recipe", "session"},
    "merging": {"support", "kernels", "network", "data", "compute", "recipe", "session", "training"},
    "zippering": {"support", "kernels", "network", "data", "compute", "models", "exports", "recipe", "session", "training", "merging"},
    "lesson": {"support", "network", "data", "containers", "exports", "recipe", "session", "training", "zippering"},
    "analysis": {"support", "network", "data", "compute", "models", "exports", "recipe", "session", "training", "merging", "zippering"},
    "report": {"support", "network", "data", "models", "recipe", "session", "training", "zippering", "analysis"},
    "bench": {"support", "kernels", "network", "data", "compute", "models", "exports", "recipe", "session", "training", "merging", "zippering"},
}
# Folders of widgets, in the same way.
WIDGETS = {
    "style": set(),
    "plots": {"style"},
    "curves": {"style", "plots"},
    "accuracy": {"style", "plots"},
    "costs": {"style", "plots"},
    "sizes": {"style", "plots"},
    "compare": {"style", "plots"},
    "export": {"style"},
    "inspector": {"style"},
    "changes": {"style", "inspector"},
    "beside": {"style", "inspector", "changes"},
    "summary": {"style"},
    "try_it": {"style", "inspector"},
    "zipper_view": {"style"},
    "layers": {"style"},
    "history": {"style"},
    "recipe": {"style"},
    "queue": {"style"},
    "explain": {"style", "recipe"},
    "welcome": {"style", "recipe"},
    "help": {"style", "welcome"},
    "train": {"style", "plots", "welcome"},
    "lesson": {"style"},
    "log": {"style"},
    "tour": {"style"},
    "notices": {"style"},
}
TOP = set("CMakeLists.txt CMakePresets.json app core widgets resources translations tests packaging README.md LICENSE "
          "CHANGELOG.md CONTRIBUTING.md".split())
LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later"
# nlohmann::json takes any depth, the last of two equal keys, and 2^32+1 for 1: see core/support/json_reader.h.
UNCHECKED_JSON = re.compile(r"\b[jJ]son::(?:sax_)?parse\(|\bget<(?:int|unsigned|long|std::size_t|std::u?int\d+_t)>\(")
JSON_READERS = {"core/support/json_reader.h", "core/containers/safetensors_json.cpp"}
# They read and write decimal commas where Qt has set such a locale: use <charconv> or streams.
LOCALE_NUMBERS = re.compile(r"\b(?:strto(?:d|f|ld)|(?:std::)?sto(?:d|f|ld)|atof|sscanf)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def files_of(root):
    listing = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    if listing.returncode == 0:
        return listing.stdout.split("\n")[:-1]
    return [str(p.relative_to(root)) for p in pathlib.Path(root).rglob("*") if p.is_file()]


def problems_of_include(path, include):
    parts, target = path.split("/"), include.split("/")
    if parts[0] == "core" and re.match(r"(Qt[A-Z]|Q[A-Z][a-z])", target[0]):
        yield f"{path}: core includes Qt: {include}"
    if target[0] in FLOORS and FLOORS.index(target[0]) > FLOORS.index(parts[0]):
        yield f"{path}: includes upwards: {include}"
    for floor, folders in (("core", CORE), ("widgets", WIDGETS)):
        if parts[0] != floor or target[0] != floor:
            continue
        allowed = folders.get(parts[1])
        if allowed is None:
            yield f"{path}: {floor}/{parts[1]} isn't a folder that the design names"
        elif target[1] != parts[1] and target[1] not in allowed:
            yield f"{path}: {floor}/{parts[1]} must not include {floor}/{target[1]}: {include}"


def circles_of(units):
    """Sets of units that include each other, directly or not (Tarjan's algorithm). `units`: a unit's own includes."""
    index, lowest, stack, circles = {}, {}, [], []

    def visit(unit):
        index[unit] = lowest[unit] = len(index)
        stack.append(unit)
        for other in units[unit] & units.keys():
            if other not in index:
                visit(other)
            if other in stack:
                lowest[unit] = min(lowest[unit], lowest[other])
        if lowest[unit] == index[unit]:
            circle = stack[stack.index(unit):]
            del stack[stack.index(unit):]
            if len(circle) > 1:
                circles.append(sorted(circle))

    for unit in sorted(units):
        if unit not in index:
            visit(unit)
    return circles


def unit_of(path):
    """NAME.h and NAME.cpp are one."""
    return path.rsplit(".", 1)[0]


def problems(root):
    units = {}
    for path in files_of(root):
        if not (pathlib.Path(root) / path).exists():
            continue  # removed, and not committed yet
        top = path.split("/")[0]
        if top not in TOP and not top.startswith("."):
            yield f"top level holds '{top}', which the design does not name"
        if top in FLOORS and path.endswith((".cpp", ".h")):
            text = (pathlib.Path(root) / path).read_text(encoding="utf-8", errors="replace")
            if not text.startswith(LICENCE):
                yield f"{path}: the first line isn't '{LICENCE}'"
            if path not in JSON_READERS and UNCHECKED_JSON.search(text):
                yield f"{path}: reads JSON past core/support/json_reader.h: {UNCHECKED_JSON.search(text).group()}"
            if LOCALE_NUMBERS.search(text):
                yield f"{path}: reads numbers as the locale has them: {LOCALE_NUMBERS.search(text).group()}"
            includes = INCLUDE.findall(text)
            for include in includes:
                yield from problems_of_include(path, include)
            units.setdefault(unit_of(path), set()).update(unit_of(include) for include in includes)
            yield from foreign_texts.problems_of(path, text)
    for circle in circles_of(units):
        yield f"{', '.join(circle)}: include each other; what several need belongs into a header of its own"


def main():
    found = sorted(set(problems(sys.argv[1])))
    print("\n".join(found) or "the house is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
