"""Writes the seed corpora of fuzz_pytorch_file, fuzz_torch_script and fuzz_safetensors.

    make_pytorch_seeds.py tests/fuzz/corpus

Inputs of the first two: a byte 0 and an archive, or a byte 1, the length of a pickle (two bytes), the pickle and the
bytes of storage "0" (see tests/fuzz/pytorch_input.h).
"""
import argparse
import collections
import datetime
import io
import json
import os
import pathlib
import pickle
import struct
import sys
import zipfile

import numpy
import torch
from torch import nn


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 2, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(2)

    def forward(self, x):
        return self.bn1(self.conv1(x))


def saved(content, **options):
    buffer = io.BytesIO()
    torch.save(content, buffer, **options)
    return buffer.getvalue()


def scripted():
    buffer = io.BytesIO()
    torch.jit.save(torch.jit.script(Small()), buffer, _extra_files={"author": "me"})
    return buffer.getvalue()


def archive(bytes_):
    return b"\0" + bytes_


def crafted(pickle_, storage=b"\0\0\x80\x3f" * 4):
    return b"\1" + struct.pack("<H", len(pickle_)) + pickle_ + storage


def pickle_in(bytes_):
    with zipfile.ZipFile(io.BytesIO(bytes_)) as file:
        return file.read(next(name for name in file.namelist() if name.endswith("data.pkl")))


def one_storage(sizes, strides, offset=0, count=4, kind="FloatStorage"):
    """{"w": tensor} by hand, with numbers of eight bytes."""
    def number(value):
        return b"\x8a\x08" + struct.pack("<q", value)

    def tuple_(values):
        return b"(" + b"".join(number(v) for v in values) + b"t"

    storage = (b"(X\7\0\0\0storagectorch\n" + kind.encode() + b"\nX\1\0\0\x000X\3\0\0\0cpu" + number(count) + b"tQ")
    return (b"\x80\x02}X\1\0\0\0wctorch._utils\n_rebuild_tensor_v2\n(" + storage + number(offset) + tuple_(sizes) +
            tuple_(strides) + b"\x89ccollections\nOrderedDict\n)RtRs.")


class System:
    def __reduce__(self):
        return os.system, ("true",)


def hostile():
    cycle = []
    cycle.append(cycle)
    laughs = []
    for _ in range(30):
        laughs = [laughs, laughs]
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a/data.pkl", one_storage([1 << 20], [1], count=1 << 20))
        file.writestr("a/data/0", bytes(4 << 20))
    return {
        "os_system": crafted(pickle.dumps(System(), 2)),
        "cycle": crafted(pickle.dumps(cycle, 2)),
        "laughs": crafted(pickle.dumps(laughs, 2)),
        "deep": crafted(b"\x80\x02" + b"]" * 20000 + b"a" * 19999 + b"."),
        "expanded": crafted(one_storage([1 << 30], [0])),
        "overflow": crafted(one_storage([1 << 62, 1 << 62], [1 << 62, 1])),
        "negative": crafted(one_storage([-1], [1])),
        "out_of_range": crafted(one_storage([4], [1], offset=1)),
        "wrong_count": crafted(one_storage([4], [1], count=1 << 62)),
        "not_a_bool": crafted(one_storage([4], [1], kind="BoolStorage"), b"\2\0\0\0"),
        "bomb": archive(bomb.getvalue()),
    }


class Trainer:
    """What refers to itself."""

    def __init__(self):
        self.itself = [self]
        self.best = {"weights": torch.ones(2)}


def extras():
    return {"args": argparse.Namespace(lr=0.1), "acc": numpy.float64(1.5), "when": datetime.date(2024, 1, 2),
            "path": pathlib.PurePosixPath("/x"), "trainer": Trainer(), "last": collections.deque([torch.ones(1)]),
            "default": collections.defaultdict(list, a=[1]), "set": {1}, "class": nn.ReLU}


def pytorch_seeds():
    state = Small().state_dict()
    shared = torch.arange(4.0)
    files = {
        "state": saved(state),
        "checkpoint": saved({"net": state, "epoch": 3, "acc": 1.5, "list": [shared, None, True], "name": "x"}),
        "half": saved({k: v.half() for k, v in state.items() if v.is_floating_point()}),
        "protocol5": saved({"a": shared.reshape(2, 2), "b": shared[1:3]}, pickle_protocol=5),
        "parameters": saved(dict(Small().named_parameters())),
        "legacy": saved(state, _use_new_zipfile_serialization=False),
        "whole_module": saved(Small()),
        "extras": saved(extras()),
    }
    seeds = {name: archive(bytes_) for name, bytes_ in files.items()}
    seeds.update({name + "_pickle": crafted(pickle_in(bytes_), bytes(8)) for name, bytes_ in files.items()
                  if not name.startswith("legacy")})
    return seeds


def script_seeds():
    module = scripted()
    return {"module": archive(module), "module_pickle": crafted(pickle_in(module), bytes(8))}


def safetensors(header, data=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def entry(dtype, shape, begin, end):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def safetensors_seeds():
    return {
        "small": safetensors({"__metadata__": {"format": "pt"}, "a": entry("F32", [2, 1], 0, 8),
                              "b": entry("BF16", [], 8, 10), "c": entry("BOOL", [2], 10, 12)}, bytes(12)),
        "names": safetensors({"state_dict.module.conv1.weight": entry("F32", [1, 1, 1, 1], 0, 4),
                              "model.0.0.weight": entry("F16", [2], 4, 8),
                              "M/Conv2d_0_cubs/weights": entry("U8", [1], 8, 9),
                              "conv_stem.weight": entry("I64", [0], 9, 9)}, bytes(9)),
        "overlap": safetensors({"a": entry("U8", [2], 0, 2), "b": entry("U8", [2], 1, 3)}, bytes(3)),
        "hole": safetensors({"a": entry("U8", [1], 0, 1), "b": entry("U8", [1], 2, 3)}, bytes(3)),
        "out_of_range": safetensors({"a": entry("U8", [9], 0, 9)}, bytes(3)),
        "overflow": safetensors({"a": entry("F64", [1 << 62, 1 << 62], 0, 0)}),
        "negative": safetensors({"a": entry("F32", [-1], 0, 4)}, bytes(4)),
        "deep": safetensors(b'{"a":' + b"[" * 20000),
        "long": struct.pack("<Q", 1 << 60) + b"{}",
    }


def main():
    torch.manual_seed(0)
    bad = hostile()
    corpora = {"pytorch_file": {**pytorch_seeds(), **bad}, "torch_script": {**script_seeds(), **bad},
               "safetensors": safetensors_seeds()}
    for corpus, seeds in corpora.items():
        folder = os.path.join(sys.argv[1], corpus)
        os.makedirs(folder, exist_ok=True)
        for name, data in seeds.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)


if __name__ == "__main__":
    main()
