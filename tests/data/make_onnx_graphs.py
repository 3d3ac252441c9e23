#!/usr/bin/python3
"""MobileNet V1 in graphs that do more than the network: normalization, other layouts, other ways to write the same
activation, pooling and head, more than one output. Exported by torch.onnx.export.

    make_onnx_graphs.py FOLDER        writes NAME.onnx, and NAME.safetensors with "pixels" (RGB in [0,1]) and the
                                      "logits" that PyTorch gets from them; external.onnx and external.data
    make_onnx_graphs.py FOLDER tiny   small networks of the same graphs: seeds for tests/fuzz/corpus/onnx_file
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import make_onnx  # noqa: E402
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
from torch import nn  # noqa: E402

MEAN, STD = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])


class MinRelu(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("six", torch.tensor(6.0))

    def forward(self, x):
        return torch.minimum(F.relu(x), self.six)


class Clamp(nn.Module):
    def forward(self, x):
        return torch.clamp(x, 0.0, 6.0)


class ScaleAndShift(nn.Module):
    """Batch normalization written as a multiplication and an addition."""

    def __init__(self, bn):
        super().__init__()
        scale = (bn.weight / torch.sqrt(bn.running_var + bn.eps)).detach()
        self.register_buffer("scale", scale.view(1, -1, 1, 1).clone())
        self.register_buffer("shift", (bn.bias - bn.running_mean * scale).detach().view(1, -1, 1, 1).clone())

    def forward(self, x):
        return x * self.scale + self.shift


def padded_in_nhwc(unit):
    """As graphs that were converted from TensorFlow do it."""
    def forward(x):
        x = F.pad(x.permute(0, 2, 3, 1), (0, 0, 1, 1, 1, 1) if unit.conv.stride[0] == 1 else (0, 0, 0, 1, 0, 1))
        return unit.act(unit.bn(unit.conv(x.permute(0, 3, 1, 2))))
    return forward


class Graph(nn.Module):
    def __init__(self, network, style):
        super().__init__()
        self.network = network
        self.style = style
        self.register_buffer("mean", MEAN.view(1, 3, 1, 1))
        self.register_buffer("std", STD.view(1, 3, 1, 1))
        self.register_buffer("other", network.head.weight.detach().t()[:, 1:].contiguous())

    def prepared(self, x):
        kind = self.style.get("input")
        if kind == "mean-std":
            return (x - self.mean) / self.std
        if kind == "scaled":
            return x * 2.0 - 1.0
        if kind == "bytes":
            return (x.float() / 255.0 - self.mean) / self.std
        if kind == "nhwc":
            return (x / 127.5 - 1.0).permute(0, 3, 1, 2)
        if kind == "bgr":
            return x[:, [2, 1, 0]] - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
        return x

    def forward(self, x):
        x = self.network.units(self.prepared(x))
        pool, head = self.style.get("pool"), self.network.head
        if pool == "two-means":
            features = x.mean(3).mean(2)
        elif pool == "nhwc-mean":
            features = x.permute(0, 2, 3, 1).mean([1, 2])
        elif pool == "flat":
            features = x.view(x.size(0), x.size(1), -1).mean(2)
        elif pool == "window":
            features = F.avg_pool2d(x, 2).flatten(1)
        elif pool == "keep":
            features = x.mean([2, 3], keepdim=True)
        else:
            features = F.adaptive_avg_pool2d(x, 1).reshape(x.size(0), -1)
        if pool == "keep":
            logits = F.conv2d(features, head.weight[:, :, None, None], head.bias).flatten(1)
        else:
            logits = head(features)
        ending = self.style.get("ending")
        if ending == "features":
            return features, logits
        if ending == "softmax":
            return F.softmax(logits, 1), logits
        if ending == "argmax":
            return torch.argmax(F.softmax(logits, 1), 1)
        if ending == "temperature":
            return logits / 2.5
        if ending == "heads":
            return logits, torch.matmul(features, self.other)
        return logits


SEPARATE = {"keep_bn": True}
CASES = {
    "mean-std": {"input": "mean-std"},
    "scaled": {"input": "scaled", "keep_bn": True, "opset": 13},
    "bytes": {"input": "bytes", "opset": 13},
    "nhwc": {"input": "nhwc", "same": True, "eps": 1e-3},
    "bgr": {"input": "bgr"},
    "two-outputs": {"ending": "features", "opset": 13},
    "probabilities": {"ending": "softmax"},
    "argmax": {"ending": "argmax", "opset": 13},
    "temperature": {"ending": "temperature"},
    "two-means": {"pool": "two-means", "dynamic": {0: "n"}, "opset": 13},
    "flat-mean": {"pool": "flat"},
    "window": {"pool": "window", "dynamic": {0: "n", 2: "h", 3: "w"}},
    "keep": {"pool": "keep", "keep_bn": True, "opset": 13},
    "min-relu": {"act": MinRelu(), "opset": 13},
    "clamp": {"act": Clamp(), "opset": 10},
    "scale-and-shift": {"affine": True, "opset": 13},
    "nhwc-pads": {"pool": "nhwc-mean", "same": True, "eps": 1e-3, "opset": 13},
    # Graphs that are refused.
    "nonsquare": {"size": (32, 64)},
    "small": {"size": 28},
    "leaky": {"act": nn.LeakyReLU()},
    "sigmoid": {"act": nn.Sigmoid()},
    "max-pool": {"pool": "max"},
    "two-heads": {"ending": "heads"},
}


def graph_input(style, pixels):
    kind = style.get("input")
    if kind in ("bytes", "nhwc", "bgr"):
        pixels = torch.round(pixels * 255)
    if kind == "nhwc":
        pixels = pixels.permute(0, 2, 3, 1).contiguous()
    return pixels.to(torch.uint8) if kind == "bytes" else pixels


def varint(value):
    text = b""
    while value > 127:
        text += bytes([value & 127 | 128])
        value >>= 7
    return text + bytes([value])


def fields(data):
    """(number, wire type, value, bytes) of each field of a protobuf message."""
    at = 0

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        start = at
        tag = number()
        if tag & 7 == 0:
            value = number()
        else:
            size = {1: 8, 5: 4}.get(tag & 7) or number()
            value = data[at:at + size]
            at += size
        yield tag >> 3, tag & 7, value, data[start:at]


def message(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data


def externalize(model, location):
    """The model with the data of its large initializers in another file; that file's bytes."""
    outside = b""

    def tensor(data):
        nonlocal outside
        raw = next((value for number, _, value, _ in fields(data) if number == 9), b"")
        if len(raw) < 100:
            return data
        result = b"".join(whole for number, _, _, whole in fields(data) if number != 9)
        outside += b"\0" * (-len(outside) % 64)
        for key, value in (("location", location), ("offset", len(outside)), ("length", len(raw))):
            result += message(13, message(1, key.encode()) + message(2, str(value).encode()))
        outside += raw
        return result + varint(14 << 3) + b"\1"

    def graph(data):
        return b"".join(message(5, tensor(value)) if number == 5 else whole for number, _, value, whole in fields(data))

    return b"".join(message(7, graph(value)) if number == 7 else whole
                    for number, _, value, whole in fields(model)), outside


def write_external(folder, source):
    with open(os.path.join(folder, source + ".onnx"), "rb") as file:
        model, outside = externalize(file.read(), "external.data")
    for name, data in (("external.onnx", model), ("external.data", outside)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


def main():
    torch.manual_seed(4)
    torch.set_num_threads(1)
    folder = sys.argv[1]
    tiny = {"width": 1 / 32, "classes": 2} if sys.argv[2:] == ["tiny"] else {}
    for name, changes in CASES.items():
        style = {**make_onnx.BASE, "opset": 11, **changes, **tiny}
        network = make_onnx.random_network({**style, "head": "linear"})
        if style.get("affine"):
            for unit in network.units:
                unit.bn = ScaleAndShift(unit.bn)
        if style.get("pool") == "nhwc-mean":
            for unit in network.units:
                if unit.same:
                    unit.forward = padded_in_nhwc(unit)
        graph = Graph(network, style).eval()
        size = style["size"] if isinstance(style["size"], tuple) else (style["size"], style["size"])
        pixels = torch.round(torch.rand(3, 3, *size) * 255) / 255
        images = graph_input(style, pixels)
        if style.get("pool") == "max":
            graph.forward = lambda x: network.head(F.adaptive_max_pool2d(network.units(x), 1).flatten(1))
        mode = torch.onnx.TrainingMode.PRESERVE if style["keep_bn"] else torch.onnx.TrainingMode.EVAL
        axes = {"x": style["dynamic"]} if style.get("dynamic") else None
        torch.onnx.export(graph, images, os.path.join(folder, name + ".onnx"), opset_version=style["opset"],
                          training=mode, do_constant_folding=not style["keep_bn"], input_names=["x"],
                          output_names=["y", "z"][:2 if style.get("ending") in ("features", "softmax", "heads") else 1],
                          dynamic_axes=axes)
        if tiny:
            continue
        with torch.no_grad():
            logits = graph(images)
        if isinstance(logits, tuple):
            logits = logits[1]
        if style.get("ending") == "argmax":
            logits = network.head(F.adaptive_avg_pool2d(network.units(images), 1).flatten(1)).detach()
        tensor_files.write(os.path.join(folder, name + ".safetensors"),
                           {"pixels": pixels.numpy(), "logits": logits.numpy()})
    write_external(folder, "mean-std")


if __name__ == "__main__":
    main()
