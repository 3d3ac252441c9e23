#!/usr/bin/python3
"""An independent reader and writer of safetensors files: NumPy, struct and json only.

make_safetensors.py write FILE   writes the file that test_safetensors_python.cpp expects
make_safetensors.py read FILE    prints what a file holds as JSON:
                                 {"metadata": ..., "tensors": [{name, dtype, shape, values}]}
"""

import json
import struct
import sys

import numpy as np

NUMPY_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8", "I32": "<i4", "I16": "<i2",
               "I8": "i1", "U8": "u1", "BOOL": "?"}


def bfloat16_bits(values):
    """Exact for values that need no more than 8 bits of mantissa."""
    return (np.asarray(values, "<f4").view("<u4") >> 16).astype("<u2")


def from_bfloat16_bits(bits):
    return (bits.astype("<u4") << 16).view("<f4")


def ramp(dtype, shape):
    values = np.arange(np.prod(shape, dtype=int)).reshape(shape)
    if dtype == "BOOL":
        return values % 2 == 1
    if dtype.startswith("U"):
        return values * 3
    if dtype.startswith("I"):
        return values * 3 - 4
    return values / 8 - 1


def write(path):
    header = {"__metadata__": {"written by": "Python – NumPy", "empty": ""}}
    data = b""
    shapes = {"F64": (3, 2), "BOOL": (5,), "F32": (2, 3, 4), "I64": (2,), "F16": (7,), "BF16": (3, 3), "I32": (4,),
              "I16": (), "I8": (6,), "U8": (2, 2)}
    for dtype, shape in shapes.items():
        values = ramp(dtype, shape)
        raw = bfloat16_bits(values) if dtype == "BF16" else values.astype(NUMPY_TYPES[dtype])
        offsets = [len(data), len(data) + raw.nbytes]
        header["ramp." + dtype] = {"dtype": dtype, "shape": list(shape), "data_offsets": offsets}
        data += raw.tobytes()
    header["nothing"] = {"dtype": "F32", "shape": [0, 3], "data_offsets": [len(data), len(data)]}
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack_from("<Q", content)
    assert length % 8 == 0, "the data is not aligned"
    header = json.loads(content[8 : 8 + length])
    data = content[8 + length :]
    metadata = header.pop("__metadata__", {})
    tensors = []
    end = 0
    for name, entry in header.items():
        assert entry["data_offsets"][0] == end, "a hole or an overlap"
        begin, end = entry["data_offsets"]
        values = np.frombuffer(data[begin:end], NUMPY_TYPES[entry["dtype"]])
        if entry["dtype"] == "BF16":
            values = from_bfloat16_bits(values)
        assert values.size == np.prod(entry["shape"], dtype=int), "shape and offsets disagree"
        tensors.append({"name": name, "dtype": entry["dtype"], "shape": entry["shape"],
                        "values": [float(value) for value in values]})
    assert end == len(data), "bytes are left over"
    print(json.dumps({"metadata": metadata, "tensors": tensors}))


if __name__ == "__main__":
    {"read": read, "write": write}[sys.argv[1]](sys.argv[2])
