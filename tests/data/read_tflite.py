#!/usr/bin/python3
"""Reads the weights of a TensorFlow Lite model by hand: FlatBuffers' tables, and nothing else.

    read_tflite.py MODEL.tflite OUT.safetensors

writes the real numbers of the weights and biases of its convolutions and linear layers, in the order in which they are
computed: "0.weight" as PyTorch has it (OIHW, a depthwise one (C,1,H,W)), "0.bias", "1.weight", ...
"""
import os
import struct
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import numpy  # noqa: E402
import tensor_files  # noqa: E402

CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED = 3, 4, 9
TYPES = {0: numpy.float32, 1: numpy.float16, 2: numpy.int32, 3: numpy.uint8, 9: numpy.int8}


class Table:
    """A table of a FlatBuffer: its fields by number."""

    def __init__(self, data, place):
        self.data, self.place = data, place
        self.fields = place - struct.unpack_from("<i", data, place)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def at(self, field):
        entry = 4 + 2 * field
        offset = struct.unpack_from("<H", self.data, self.fields + entry)[0] if entry < self.size else 0
        return self.place + offset if offset else 0

    def number(self, field, kind, otherwise=0):
        place = self.at(field)
        return struct.unpack_from("<" + kind, self.data, place)[0] if place else otherwise

    def behind(self, field):
        place = self.at(field)
        return place + struct.unpack_from("<I", self.data, place)[0] if place else 0

    def table(self, field):
        place = self.behind(field)
        return Table(self.data, place) if place else None

    def numbers(self, field, kind):
        place = self.behind(field)
        if not place:
            return []
        count = struct.unpack_from("<I", self.data, place)[0]
        return list(struct.unpack_from("<%d%s" % (count, kind), self.data, place + 4))

    def tables(self, field):
        place = self.behind(field)
        count = struct.unpack_from("<I", self.data, place)[0] if place else 0
        entries = [place + 4 + 4 * i for i in range(count)]
        return [Table(self.data, entry + struct.unpack_from("<I", self.data, entry)[0]) for entry in entries]

    def bytes(self, field):
        place = self.behind(field)
        count = struct.unpack_from("<I", self.data, place)[0] if place else 0
        return self.data[place + 4:place + 4 + count]


def real_numbers(tensor, buffers):
    stored = numpy.frombuffer(buffers[tensor.number(2, "I")].bytes(0), TYPES[tensor.number(1, "b")])
    stored = stored.reshape(tensor.numbers(0, "i"))
    quantization = tensor.table(4)
    scales = quantization.numbers(2, "f") if quantization else []
    if not scales:
        return stored.astype(numpy.float32)
    zeros = quantization.numbers(3, "q") or [0] * len(scales)
    shape = [1] * stored.ndim
    if len(scales) > 1:
        shape[quantization.number(6, "i")] = len(scales)
    kind = numpy.float32 if stored.itemsize == 1 else numpy.float64
    scale = numpy.array(scales, numpy.float32).astype(kind).reshape(shape)
    return ((stored.astype(kind) - numpy.array(zeros, kind).reshape(shape)) * scale).astype(numpy.float32)


def main(model, out):
    with open(model, "rb") as file:
        data = file.read()
    root = Table(data, struct.unpack_from("<I", data, 0)[0])
    codes = [max(code.number(0, "b"), code.number(3, "i")) for code in root.tables(1)]
    graph, buffers = root.tables(2)[0], root.tables(4)
    tensors, found = graph.tables(0), {}
    for operator in graph.tables(3):
        code, inputs = codes[operator.number(0, "I")], operator.numbers(1, "i")
        if code not in (CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED):
            continue
        weight = real_numbers(tensors[inputs[1]], buffers)
        if code != FULLY_CONNECTED:
            weight = weight.transpose((3, 0, 1, 2) if code == DEPTHWISE_CONV_2D else (0, 3, 1, 2))
        place = len(found) // 2
        found["%d.weight" % place] = weight
        found["%d.bias" % place] = real_numbers(tensors[inputs[2]], buffers)
    tensor_files.write(out, found)


main(*sys.argv[1:])
