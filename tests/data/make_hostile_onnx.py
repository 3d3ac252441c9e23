#!/usr/bin/python3
"""Small ONNX files that are wrong, byte by byte: seeds for tests/fuzz/corpus/onnx_file.

    make_hostile_onnx.py FOLDER
"""
import os
import struct
import sys


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out + bytes([value]))


def number(field, value):
    return varint(field << 3) + varint(value)


def text(field, value):
    value = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(value)) + value


def tensor(name, shape, kind, data, extra=b""):
    return text(5, b"".join(number(1, n) for n in shape) + number(2, kind) + text(8, name) + text(9, data) + extra)


def node(op, inputs, output, extra=b""):
    return text(1, b"".join(text(1, i) for i in inputs) + text(2, output) + text(4, op) + extra)


def value(field, name, shape):
    dims = b"".join(text(1, number(1, n)) for n in shape)
    return text(field, text(1, name) + text(2, text(1, number(1, 1) + text(2, dims))))


def model(*parts):
    graph = b"".join(parts) + value(11, "x", [1, 3, 64, 64]) + value(12, "y", [1, 2])
    return number(1, 7) + text(2, "hostile") + text(7, graph)


WEIGHT = struct.pack("<6f", *range(6))
GOOD = tensor("w", [3, 2], 1, WEIGHT)
DEEP = b""
for _ in range(300):
    DEEP = text(1, DEEP)
ADDS = b"".join(node("Add", [f"n{i}", f"n{i}"], f"n{i + 1}") for i in range(60))
# A long path of which each value is added once more, behind transpositions, and an addition of what is added.
TURNS = b"".join(node("Transpose", [f"r{i}" if i % 20 == 0 else f"t{i - 1}"], f"t{i}") for i in range(200))
SUMS = (b"".join(node("Relu", [f"r{i - 1}" if i else "x"], f"r{i}") for i in range(200)) + TURNS +
        b"".join(node("Add", [f"t{i}", f"a{i - 1}" if i else "r199"], f"a{i}") for i in range(200)))
CASES = {
    "good": model(node("MatMul", ["x", "w"], "y"), GOOD),
    "truncated": model(node("MatMul", ["x", "w"], "y"), GOOD)[:-9],
    "beyond_the_end": number(1, 7) + b"\x3a" + varint(1 << 40),
    "negative_size": model(tensor("w", [3, -2], 1, WEIGHT)),
    "overflowing_shape": model(tensor("w", [1 << 31, 1 << 31, 1 << 31, 2], 1, WEIGHT)),
    "many_dimensions": model(tensor("w", [1] * 500, 1, WEIGHT[:4])),
    "too_few_bytes": model(tensor("w", [3, 3], 1, WEIGHT)),
    "external_data": model(tensor("w", [3, 2], 1, b"", text(13, text(1, "location") + text(2, "../../etc/passwd")))),
    "twice_the_same": model(GOOD, GOOD),
    "circle": model(node("Relu", ["y"], "z"), node("Relu", ["z"], "y")),
    "branches": model(node("Add", ["x", "x"], "y")),
    "deep_attribute": model(node("Loop", ["x"], "y", text(5, text(1, "body") + text(6, DEEP)))),
    "doubling_pads": model(tensor("n0", [1], 7, bytes([1] + [0] * 7)), ADDS, node("Pad", ["x", "n60"], "p"),
                           node("Conv", ["p", "w"], "y"), GOOD),
    "half_as_varints": model(text(5, number(1, 2) + number(2, 10) + text(5, varint(0x4000) * 2) + text(8, "w"))),
    "deep_spec": model(GOOD) + text(14, text(1, "zipper.spec") + text(2, '{"width":' + "[" * 5000)),
    "additions": model(SUMS, node("Sum", ["a199", "a198"], "y")),
    "added_circle": model(node("Relu", ["x"], "r"), node("Relu", ["r"], "z"), node("Add", ["z", "y"], "s"),
                          node("Add", ["r", "s"], "y")),
    "groups": number(1, 7) + b"\x3b\x3c",
}


def main():
    for name, content in CASES.items():
        with open(os.path.join(sys.argv[1], name + ".onnx"), "wb") as file:
            file.write(content)


if __name__ == "__main__":
    main()
