"""Writes HDF5 files that no reader of Keras's weights should fall for, with h5py; each is named after what is odd in it.

    make_hostile_keras.py FOLDER
"""
import os
import sys

import h5py
import numpy

VALUES = numpy.arange(12, dtype="f4").reshape(3, 4)


def keras_file(folder, name, make_weight, weights=("conv1/kernel:0",), **options):
    with h5py.File(os.path.join(folder, name + ".h5"), "w", **options) as file:
        file.attrs["layer_names"] = [b"conv1"]
        group = file.create_group("conv1")
        group.attrs["weight_names"] = [w.encode() for w in weights]
        make_weight(group.create_group("conv1"))


def external_link(group):
    group["kernel:0"] = h5py.ExternalLink("/etc/passwd", "/kernel:0")


def external_values(group):
    group.create_dataset("kernel:0", data=VALUES, external=[("/tmp/zipper-should-not-be-there", 0, 48)])


def virtual(group):
    layout = h5py.VirtualLayout(shape=(3, 4), dtype="f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "kernel:0", shape=(3, 4))
    group.create_virtual_dataset("kernel:0", layout)


def soft_link(group):
    group["kernel:0"] = h5py.SoftLink("/conv1/conv1/kernel:0")


def huge(group):
    group.create_dataset("kernel:0", shape=(2**31, 2**31), dtype="f4", chunks=(1024, 1024))


def large(group):
    group.create_dataset("kernel:0", shape=(3, 2**24), dtype="f4")


def bomb(group):
    """60 MB of zeros in less than 100 kB."""
    group.create_dataset("kernel:0", data=numpy.zeros((15, 2**20), "f4"), chunks=(1, 2**20), compression="gzip")


def large_chunks(group):
    group.create_dataset("kernel:0", data=VALUES, chunks=(3, 2**20), maxshape=(None, None), compression="gzip")


def missing_chunk(group):
    group.create_dataset("kernel:0", shape=(3, 4), dtype="f4", chunks=(1, 4))[0:2] = VALUES[0:2]


def checksummed(group):
    group.create_dataset("kernel:0", data=VALUES, fletcher32=True)


def cycle(group):
    group["again"] = group
    group["again"]["again"]["kernel:0"] = VALUES


def plain(group):
    group["kernel:0"] = VALUES


def integers(group):
    group["kernel:0"] = VALUES.astype("i8")


def group_for_weight(group):
    group.create_group("kernel:0")


def two_names(group):
    group["kernel:0"] = VALUES
    group.create_group("conv1")["kernel:0"] = VALUES


def main():
    folder = sys.argv[1]
    for make in (external_link, external_values, virtual, soft_link, huge, large, bomb, large_chunks, missing_chunk,
                 checksummed, plain, integers, group_for_weight):
        keras_file(folder, make.__name__, make)
    keras_file(folder, "big_endian", lambda group: group.create_dataset("kernel:0", data=VALUES.astype(">f4")))
    keras_file(folder, "absent_weight", lambda group: None)
    keras_file(folder, "cycle", cycle, ["conv1/" + "again/" * 300 + "kernel:0"])
    keras_file(folder, "same_name", two_names, ["conv1/kernel:0", "conv1/kernel"])
    keras_file(folder, "same_name_twice", two_names, ["conv1/kernel:0", "conv1/kernel:0"])
    keras_file(folder, "newer", plain, libver="latest")
    with h5py.File(os.path.join(folder, "tracked.h5"), "w", track_order=True) as file:
        file.attrs["layer_names"] = [b"conv1"]
    with h5py.File(os.path.join(folder, "absent_layer.h5"), "w") as file:
        file.attrs["layer_names"] = [b"conv1"]
    with h5py.File(os.path.join(folder, "no_list.h5"), "w") as file:
        file.attrs["layer_names"] = [b"conv1"]
        file.create_group("conv1")
    with h5py.File(os.path.join(folder, "numbers_for_names.h5"), "w") as file:
        file.attrs["layer_names"] = [1.0, 2.0]
    with h5py.File(os.path.join(folder, "no_keras.h5"), "w") as file:
        file["kernel"] = VALUES
    with h5py.File(os.path.join(folder, "keras3_weights.h5"), "w") as file:
        file.create_group("layers/conv2d/vars")["0"] = VALUES
    with h5py.File(os.path.join(folder, "empty.h5"), "w") as file:
        file.attrs["layer_names"] = []


if __name__ == "__main__":
    main()
