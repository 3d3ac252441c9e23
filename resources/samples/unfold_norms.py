#!/usr/bin/env python3
"""Gives a MobileNet V1 whose batch normalization was folded into its convolutions (that of a TensorFlow Lite file) one
that is worth training: mean and deviation of each convolution are measured on images, and undone by scale and shift. The
network computes what it did, and the first batches of a training no longer turn it upside down.

    unfold_norms.py NETWORK.safetensors IMAGE_FOLDER OUT.safetensors

NETWORK as `zipper train` writes it, with weights 1 and the folded biases as its normalization. Needs NumPy, Pillow, PyTorch.
"""
import json
import pathlib
import struct
import sys

import numpy
import torch
from PIL import Image
from torch.nn import functional

IMAGES = 512


def read_network(path):
    data = pathlib.Path(path).read_bytes()
    begin = 8 + struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:begin])
    metadata = header.pop("__metadata__")
    state = {}
    for name, entry in header.items():
        first, end = (begin + offset for offset in entry["data_offsets"])
        state[name] = torch.frombuffer(bytearray(data[first:end]), dtype=torch.float32).reshape(entry["shape"])
    return metadata, state


def write_network(path, metadata, state):
    header, offset = {"__metadata__": metadata}, 0
    for name, values in state.items():
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [offset, offset + 4 * values.numel()]}
        offset += 4 * values.numel()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    values = b"".join(tensor.contiguous().numpy().tobytes() for tensor in state.values())
    pathlib.Path(path).write_bytes(struct.pack("<Q", len(text)) + text + values)


def images_of(folder, spec):
    """[N,3,H,W] of the first of each n-th file, as the network takes them; they have its size already."""
    files = sorted(pathlib.Path(folder).glob("*/*.jpg"))
    files = files[::max(1, len(files) // IMAGES)][:IMAGES]
    pixels = numpy.stack([numpy.asarray(Image.open(file).convert("RGB")) for file in files])
    images = torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255
    return (images - spec["mean"][0]) / spec["std"][0]


def convolve(x, weight, stride):
    """With TensorFlow's padding "same"."""
    size, kernel = x.shape[-1], weight.shape[-1]
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    x = functional.pad(x, (total // 2, total - total // 2) * 2)
    groups = x.shape[1] if weight.shape[1] == 1 and x.shape[1] > 1 else 1
    return functional.conv2d(x, weight, stride=stride, groups=groups)


def unfold(x, state, name, stride, epsilon):
    """Returns what the unit computes, before as after."""
    y = convolve(x, state[f"{name}.conv.weight"], stride)
    scale = state[f"{name}.bn.weight"]
    shift = state[f"{name}.bn.bias"]
    if not torch.all(scale == 1):
        raise SystemExit(f"{name}: its batch normalization isn't a folded one")
    mean, variance = y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False)
    state[f"{name}.bn.running_mean"], state[f"{name}.bn.running_var"] = mean, variance
    state[f"{name}.bn.weight"], state[f"{name}.bn.bias"] = (variance + epsilon).sqrt(), mean + shift
    return (y + shift[:, None, None]).clamp(0, 6)


def main(network, folder, out):
    metadata, state = read_network(network)
    spec = json.loads(metadata["zipper.spec"])
    strides = {2: 2, 4: 2, 6: 2, 12: 2}
    with torch.no_grad():
        x = unfold(images_of(folder, spec), state, "stem", spec["stem_stride"], spec["bn_epsilon"])
        for layer in range(1, 14):
            x = unfold(x, state, f"layers.{layer}.depthwise", strides.get(layer, 1), spec["bn_epsilon"])
            x = unfold(x, state, f"layers.{layer}.pointwise", 1, spec["bn_epsilon"])
    write_network(out, {"format": "pt", "zipper.spec": metadata["zipper.spec"]}, state)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(*sys.argv[1:])
