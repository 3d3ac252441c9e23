#!/usr/bin/env python3
"""Makes the class-balanced sample subsets out of complete IDX folders: the first images of each class, in the files' order.

    python3 make_subsets.py COMPLETE_FOLDER OUT_FOLDER
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


def main(source, target):
    target.mkdir(parents=True, exist_ok=True)
    for part, per_class in PER_CLASS.items():
        images = read(source, f"{part}-images-idx3-ubyte")
        labels = read(source, f"{part}-labels-idx1-ubyte")
        count, rows, columns = struct.unpack(">III", images[4:16])
        taken, chosen = [0] * 10, []
        for index in range(count):
            label = labels[8 + index]
            if taken[label] < per_class:
                taken[label] += 1
                chosen.append(index)
        size = rows * columns
        pixels = b"".join(images[16 + i * size:16 + (i + 1) * size] for i in chosen)
        write(target / f"{part}-images-idx3-ubyte.gz", struct.pack(">IIII", 0x803, len(chosen), rows, columns) + pixels)
        write(target / f"{part}-labels-idx1-ubyte.gz", struct.pack(">II", 0x801, len(chosen)) + bytes(labels[8 + i] for i in chosen))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
