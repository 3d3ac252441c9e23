"""Writes MobileNets V1 as TF-slim's checkpoints; beside each NAME.ckpt.* a NAME.safetensors with what a reader must find.

    make_tf_checkpoint_fixture.py FOLDER

Names and layouts: tensorflow/models, research/slim/nets/mobilenet_v1.py. Files: tensorflow/core/protobuf/tensor_bundle.proto
and LevelDB's doc/table_format.md.
"""
import os
import struct
import sys

import numpy
import tf_mobilenet

TYPES = {"float32": 1, "float64": 2, "int64": 9, "float16": 19}
MAGIC = 0xDB4775248B80FB57
BN = {"weight": "gamma", "bias": "beta", "running_mean": "moving_mean", "running_var": "moving_variance"}


def crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


CRC_TABLE = crc_table()


def masked_crc(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ CRC_TABLE[(crc ^ byte) & 0xFF]
    crc ^= 0xFFFFFFFF
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def field(number, value):
    """A protobuf field: varint or bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def block(entries, interval=16):
    out, restarts, last = bytearray(), [], b""
    for i, (key, value) in enumerate(entries):
        shared = 0
        if i % interval == 0:
            restarts.append(len(out))
        else:
            while shared < min(len(key), len(last)) and key[shared] == last[shared]:
                shared += 1
        out += varint(shared) + varint(len(key) - shared) + varint(len(value)) + key[shared:] + value
        last = key
    restarts = restarts or [0]
    return bytes(out) + b"".join(struct.pack("<I", r) for r in restarts) + struct.pack("<I", len(restarts))


def table(entries, entries_per_block=20):
    """A LevelDB table of sorted (key, value) pairs, not compressed."""
    out, index = bytearray(), []

    def add(content):
        handle = varint(len(out)) + varint(len(content))
        out.extend(content + b"\0" + struct.pack("<I", masked_crc(content + b"\0")))
        return handle

    for i in range(0, len(entries), entries_per_block):
        part = entries[i:i + entries_per_block]
        index.append((part[-1][0], add(block(part))))
    meta = add(block([]))
    handles = meta + add(block(index, 1))
    return bytes(out) + handles.ljust(40, b"\0") + struct.pack("<Q", MAGIC)


def write_checkpoint(prefix, variables, shards=1):
    """variables: {name: array}. The data go round the shards."""
    header = field(1, shards) + field(3, field(1, 1))
    entries, data = [(b"", header)], [bytearray() for _ in range(shards)]
    for i, name in enumerate(sorted(variables, key=str.encode)):
        values = numpy.array(variables[name], order="C")
        raw, shard = values.tobytes(), i % shards
        shape = b"".join(field(2, field(1, d)) for d in values.shape)
        entry = field(1, TYPES[values.dtype.name]) + field(2, shape)
        entry += (field(3, shard) if shard else b"") + (field(4, len(data[shard])) if data[shard] else b"")
        entry += field(5, len(raw)) + varint(6 << 3 | 5) + struct.pack("<I", masked_crc(raw))
        entries.append((name.encode(), entry))
        data[shard] += raw
    for shard, content in enumerate(data):
        with open(f"{prefix}.data-{shard:05d}-of-{shards:05d}", "wb") as file:
            file.write(content)
    with open(prefix + ".index", "wb") as file:
        file.write(table(entries))


def slim_variables(state, scope):
    variables = {}
    for number, unit in enumerate(tf_mobilenet.units()):
        weight = state[unit + ".conv.weight"]
        if unit == "stem":
            name, kernel, values = "Conv2d_0", "weights", weight.transpose(2, 3, 1, 0)
        elif unit.endswith("depthwise"):
            name, kernel = f"Conv2d_{unit.split('.')[1]}_depthwise", "depthwise_weights"
            values = weight.transpose(2, 3, 0, 1)
        else:
            name, kernel = f"Conv2d_{unit.split('.')[1]}_pointwise", "weights"
            values = weight.transpose(2, 3, 1, 0)
        variables[f"{scope}/{name}/{kernel}"] = values
        for key, slim in BN.items():
            variables[f"{scope}/{name}/BatchNorm/{slim}"] = state[f"{unit}.bn.{key}"]
    if "head.weight" in state:
        head = state["head.weight"].T
        variables[f"{scope}/Logits/Conv2d_1c_1x1/weights"] = head.reshape(1, 1, *head.shape)
        variables[f"{scope}/Logits/Conv2d_1c_1x1/biases"] = state["head.bias"]
    return variables


def make(folder, name, width, classes, seed, scope="MobilenetV1", shards=1, training=False, averages=False):
    state = tf_mobilenet.random_state(width, classes, seed)
    named = slim_variables(state, scope)
    variables = dict(named)
    if training:
        for key, values in named.items():
            variables[key + "/RMSProp"] = numpy.ones_like(values)
            variables[key + "/RMSProp_1"] = numpy.zeros_like(values)
        variables["global_step"] = numpy.int64(12345)
    if averages:  # what is to be found are the averages, then
        for key, values in named.items():
            variables[key + "/ExponentialMovingAverage"] = values
            variables[key] = values + 1
    write_checkpoint(os.path.join(folder, name + ".ckpt"), variables, shards)
    tf_mobilenet.write_expected(os.path.join(folder, name + ".safetensors"), named, state, 64, seed + 1)


def main():
    folder = sys.argv[1]
    make(folder, "slim", 0.25, 1001, 11)
    make(folder, "trained", 0.125, 5, 12, scope="MobilenetV1_cubs_cropped", shards=2, training=True)
    make(folder, "averages", 0.125, 5, 13, averages=True)
    make(folder, "half_width", 0.5, 5, 14)


if __name__ == "__main__":
    main()
