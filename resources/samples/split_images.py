#!/usr/bin/env python3
"""Splits a folder with a folder of images per class into OUT/train and OUT/test, the same share of each class.

    python3 split_images.py FOLDER OUT [--test-share 0.2] [--seed 1] [--list FILE]

FILE names the images that are taken, a line each, "class/file" up to the first tab; without one all are. Files are linked,
not copied.
"""
import argparse
import os
import pathlib
import random

IMAGES = {".jpg", ".jpeg", ".png", ".bmp", ".webp"}


def wanted_names(path):
    if path is None:
        return None
    return {line.split("\t")[0].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--test-share", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", type=pathlib.Path)
    options = parser.parse_args()
    wanted = wanted_names(options.list)
    generator = random.Random(options.seed)
    for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in IMAGES
                       and (wanted is None or f"{folder.name}/{path.name}" in wanted))
        generator.shuffle(files)
        tests = round(len(files) * options.test_share)
        for index, path in enumerate(files):
            place = options.out / ("test" if index < tests else "train") / folder.name
            place.mkdir(parents=True, exist_ok=True)
            os.symlink(path.resolve(), place / path.name)
        print(f"{folder.name}: {len(files) - tests} for training, {tests} for testing")


if __name__ == "__main__":
    main()
