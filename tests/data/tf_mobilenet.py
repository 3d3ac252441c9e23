"""Random MobileNets V1 with TensorFlow's conventions (SAME padding, epsilon 1e-3, ReLU6), and their logits by PyTorch.

The networks are those of tests/support/reference_mobilenet.py; the scripts beside this file write them as TensorFlow does.
"""
import os
import sys

import numpy
import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import reference_mobilenet  # noqa: E402
import tensor_files  # noqa: E402

CHANNELS = [32, 64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024]
SPEC = {"padding": "same", "bn_epsilon": 1e-3, "activation": "relu6", "stem_stride": 2}


def random_state(width, classes, seed):
    """A state dict with PyTorch's layouts; classes 0: without a head."""
    random = numpy.random.default_rng(seed)
    channels = [max(8, int(c * width)) for c in CHANNELS]
    state = {}

    def unit(name, shape):
        fan_in = shape[1] * shape[2] * shape[3]
        state[name + ".conv.weight"] = random.normal(0, (2 / fan_in) ** 0.5, shape)
        state[name + ".bn.weight"] = random.uniform(0.7, 1.3, shape[0])
        state[name + ".bn.bias"] = random.normal(0.2, 0.2, shape[0])
        state[name + ".bn.running_mean"] = random.normal(0, 0.1, shape[0])
        state[name + ".bn.running_var"] = random.uniform(0.5, 1.5, shape[0])

    unit("stem", (channels[0], 3, 3, 3))
    for i in range(1, 14):
        unit(f"layers.{i}.depthwise", (channels[i - 1], 1, 3, 3))
        unit(f"layers.{i}.pointwise", (channels[i], channels[i - 1], 1, 1))
    if classes > 0:
        state["head.weight"] = random.normal(0, 0.1, (classes, channels[13]))
        state["head.bias"] = random.normal(0, 0.1, classes)
    return {k: v.astype(numpy.float32) for k, v in state.items()}


def units():
    return ["stem"] + [f"layers.{i}.{part}" for i in range(1, 14) for part in ("depthwise", "pointwise")]


def features(state, images):
    """What comes out of block 13, [N,C,H,W], and the logits or None."""
    tensors = {k: torch.from_numpy(numpy.array(v)) for k, v in state.items()}
    with_head = "head.weight" in tensors
    if not with_head:
        channels = tensors["layers.13.pointwise.conv.weight"].shape[0]
        tensors["head.weight"], tensors["head.bias"] = torch.zeros(1, channels), torch.zeros(1)
    with torch.no_grad():
        logits, taps = reference_mobilenet.Network(tensors, SPEC).forward(torch.from_numpy(images))
    return taps[12].numpy(), logits.numpy() if with_head else None


def write_expected(path, named, state, size, seed):
    """The tensors that a reader is to deliver, as float32, and what the network makes of two random images."""
    images = numpy.random.default_rng(seed).normal(0, 1, (2, 3, size, size)).astype(numpy.float32)
    out = {"file." + name: numpy.asarray(value, numpy.float32) for name, value in named.items()}
    out["images"] = images
    out["features"], logits = features(state, images)
    if logits is not None:
        out["logits"] = logits
    tensor_files.write(path, out)
