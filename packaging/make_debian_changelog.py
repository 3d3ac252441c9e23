#!/usr/bin/env python3
"""Writes CHANGELOG.md in the form that Debian's tools read; days come from the releases in the AppStream metadata.

    make_debian_changelog.py CHANGELOG.md METAINFO.xml OUTPUT.gz
"""
import datetime
import gzip
import re
import sys
import textwrap
import xml.etree.ElementTree

MAINTAINER = "The Zipper Workbench authors <noreply@zipperworkbench.org>"


def releases_of(text):
    """(version, [item]) of each release, newest first."""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        items = [" ".join(item.split()) for item in re.split(r"^- ", body, flags=re.MULTILINE)[1:]]
        yield heading.split()[0], items


def main():
    changelog, metainfo, output = sys.argv[1:]
    days = {release.get("version"): release.get("date") for release in xml.etree.ElementTree.parse(metainfo).iter("release")}
    text = ""
    with open(changelog, encoding="utf-8") as file:
        for version, items in releases_of(file.read()):
            if version not in days:
                sys.exit(f"{changelog} has a release {version}, which {metainfo} doesn't name")
            day = datetime.date.fromisoformat(days[version])
            text += f"zipper-workbench ({version}) unstable; urgency=medium\n\n"
            for item in items:
                text += textwrap.fill(item, 79, initial_indent="  * ", subsequent_indent="    ", break_long_words=False) + "\n"
            text += f"\n -- {MAINTAINER}  {day:%a, %d %b %Y} 00:00:00 +0000\n\n"
    with open(output, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.rstrip("\n").encode() + b"\n")


if __name__ == "__main__":
    main()
