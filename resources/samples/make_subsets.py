#!/usr/bin/env python3
"""Makes subsets out of complete IDX folders: the class-balanced sample, the first images of each class in the files' order;
or, with class numbers, all images of these classes, numbered anew in that order.

    python3 make_subsets.py COMPLETE_FOLDER OUT_FOLDER [CLASS...]
"""
import gzip
import pathlib
import struct
import sys

PER_CLASS = {"train": 200, "t10k": 100}


def read(folder, name):
    path = folder / name
    if path.exists():
        return path.read_bytes()
    return gzip.decompress((folder / (name + ".gz")).read_bytes())


def write(path, data):
    # No time stamp: the same input gives the same file.
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def first_of_each(labels, most):
    taken, chosen = [0] * 10, []
    for index, label in enumerate(labels):
        if taken[label] < most:
            taken[label] += 1
            chosen.append(index)
    return chosen


def main(source, target, classes):
    target.mkdir(parents=True, exist_ok=True)
    for part, per_class in PER_CLASS.items():
        images = read(source, f"{part}-images-idx3-ubyte")
        labels = read(source, f"{part}-labels-idx1-ubyte")[8:]
        rows, columns = struct.unpack(">II", images[8:16])
        chosen = [i for i, label in enumerate(labels) if label in classes] if classes else first_of_each(labels, per_class)
        size = rows * columns
        pixels = b"".join(images[16 + i * size:16 + (i + 1) * size] for i in chosen)
        numbers = bytes(classes.index(labels[i]) if classes else labels[i] for i in chosen)
        write(target / f"{part}-images-idx3-ubyte.gz", struct.pack(">IIII", 0x803, len(chosen), rows, columns) + pixels)
        write(target / f"{part}-labels-idx1-ubyte.gz", struct.pack(">II", 0x801, len(chosen)) + numbers)
    names = source / "classes.txt"
    if classes and names.exists():
        lines = names.read_text().splitlines()
        (target / "classes.txt").write_text("".join(lines[c] + "\n" for c in classes))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), [int(c) for c in sys.argv[3:]])
