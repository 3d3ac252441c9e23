"""Writes HDF5 files that no reader of Keras's weights should fall for, with h5py; each is named after what is odd in it.

    make_hostile_keras.py FOLDER
"""
import io
import os
import struct
import sys
import zipfile

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


def weights_of_keras3(make):
    file = io.BytesIO()
    with h5py.File(file, "w") as root:
        make(root)
    return file.getvalue()


def one_layer(root):
    root.create_group("layers/conv2d/vars")["0"] = VALUES


def archive(folder, name, weights, config=b"{}", change=None, **options):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("metadata.json", '{"keras_version": "3.13.2"}')
        zip_.writestr("config.json", config)
        if weights is not None:
            zip_.writestr("model.weights.h5", weights)
    data = file.getvalue()
    with open(os.path.join(folder, name + ".h5"), "wb") as out:
        out.write(change(data) if change else data)


def claims(size):
    """Another size than the data have, in both headers of the last entry."""
    def change(data):
        local, central = data.rindex(b"PK\3\4"), data.rindex(b"PK\1\2")
        number = struct.pack("<I", size)
        return data[:local + 22] + number + data[local + 26:central + 24] + number + data[central + 28:]
    return change


def damaged(data):
    at = data.rindex(b"PK\3\4") + 100
    return data[:at] + bytes(b ^ 0xff for b in data[at:at + 20]) + data[at + 20:]


def two_models(root):
    for model in ("functional", "functional_1"):
        for number in ("", "_1"):
            root.create_group(f"layers/{model}/layers/dense{number}/vars")["0"] = VALUES


def circle(root):
    group = root.create_group("layers/functional")
    for i in range(20):
        group[f"layers_{i}"] = group


def many(root):
    """More links and attributes than fit into an object header."""
    models = root.create_group("layers", track_order=True)
    for i in range(12):
        variables = models.create_group(f"dense_{i}").create_group("vars", track_order=True)
        variables["0"] = VALUES[:1, :1] + i
        for k in range(10 if i == 3 else 0):
            variables.attrs[f"attribute_{k}"] = "x"
        variables.attrs["name"] = f"layer_{i}"
    models["dense_5/vars"].attrs["large"] = numpy.zeros(6000, "u1")


def thousand(root):
    """So many links of long names that their heap and their tree have several levels."""
    models = root.create_group("layers", track_order=True)
    for i in range(1400):
        models.create_group(f"{'dense' * 80}_{i}").create_group("vars")["0"] = numpy.float32(i)


def write_archives(folder):
    small = weights_of_keras3(one_layer)
    archive(folder, "archive_small", small)
    archive(folder, "archive_bomb", b"\x89HDF\r\n\x1a\n" + bytes(100_000_000))
    archive(folder, "archive_claims_more", small, change=claims(60_000_000))
    archive(folder, "archive_claims_less", small, change=claims(1000))
    archive(folder, "archive_claims_gigabytes", small, change=claims(4_000_000_000))
    archive(folder, "archive_damaged", small, change=damaged)
    archive(folder, "archive_without_weights", None)
    archive(folder, "archive_deep_config", small, b'{"config":' * 100_000)
    archive(folder, "archive_odd_config", small, b'{"config": {"layers": [1, {"config": 2}, {"class_name": []}]}}')
    archive(folder, "archive_no_json", small, b"{]")
    for name, make in (("two_models", two_models), ("circle3", circle), ("many", many), ("thousand", thousand)):
        with open(os.path.join(folder, name + ".h5"), "wb") as out:
            out.write(weights_of_keras3(make))


def main():
    folder = sys.argv[1]
    write_archives(folder)
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
