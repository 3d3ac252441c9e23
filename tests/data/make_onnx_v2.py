#!/usr/bin/python3
"""MobileNet V2, torchvision's own and as others write it, exported by torch.onnx.export; and graphs that are none, an
exported one with a change (needs python3-onnx).

    make_onnx_v2.py FOLDER        writes NAME.onnx, and NAME.safetensors with "images" and the "logits" of PyTorch
    make_onnx_v2.py FOLDER tiny   small networks of the same graphs, with short names: seeds for
                                  tests/fuzz/corpus/onnx_file
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
import torchvision  # noqa: E402
from torch import nn  # noqa: E402

ROWS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]


class Unit(nn.Module):
    """Convolution, batch normalization and activation; `nhwc`: everything but the convolution in that layout."""

    def __init__(self, inputs, outputs, kernel, stride, groups, act, style):
        super().__init__()
        self.same, self.nhwc = style["same"] and kernel == 3, style["nhwc"]
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, 0 if kernel == 1 or self.same else 1, groups=groups,
                              bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=style["eps"])
        self.act = act

    def forward(self, x):
        if self.same:
            pads = (1, 1, 1, 1) if self.conv.stride[0] == 1 else (0, 1, 0, 1)
            x = F.pad(x, (0, 0, *pads) if self.nhwc else pads)
        if self.nhwc:
            return self.act(self.bn(self.conv(x.permute(0, 3, 1, 2))).permute(0, 2, 3, 1))
        return self.act(self.bn(self.conv(x)))


class Block(nn.Module):
    def __init__(self, inputs, outputs, ratio, stride, expands, style):
        super().__init__()
        hidden = inputs * ratio
        act = style["act"]
        self.units = nn.Sequential(*([Unit(inputs, hidden, 1, 1, 1, act, style)] if expands else []),
                                   Unit(hidden, hidden, 3, stride, hidden, act, style),
                                   Unit(hidden, outputs, 1, 1, 1, nn.Identity(), style))
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.units(x) if self.adds else self.units(x)


class MobileNetV2(nn.Module):
    def __init__(self, style):
        super().__init__()
        self.style = style
        scaled = (lambda c: max(2, int(c * style["width"]))) if style["tiny"] else (
            lambda c: torchvision.models._utils._make_divisible(c * style["width"], 8))
        channels = scaled(32)
        self.stem = Unit(style["channels"], channels, 3, style["stem_stride"], 1, style["act"], style)
        blocks = []
        for row, (ratio, outputs, count, stride) in enumerate(ROWS):
            stride = style["strides"][row] if style["strides"] else stride
            for block in range(count):
                expands = ratio > 1 or style["expand_first"]
                blocks.append(Block(channels, scaled(outputs), ratio, stride if block == 0 else 1, expands, style))
                channels = scaled(outputs)
        self.blocks = nn.ModuleList(blocks)
        self.last = Unit(channels, 8 if style["tiny"] else 1280, 1, 1, 1, style["act"], style)
        self.head = head_of(style, 8 if style["tiny"] else 1280)

    def forward(self, x):
        nhwc = self.style["nhwc"]
        if self.style["input"] == "nhwc":
            x = x if nhwc else x.permute(0, 3, 1, 2)
        elif nhwc:
            x = x.permute(0, 2, 3, 1)
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        x = self.last(x)
        x = x.mean([1, 2]) if nhwc else x if self.style["head"] == "conv" else F.adaptive_avg_pool2d(x, 1).flatten(1)
        return self.head(x)


def head_of(style, features):
    classes = style["classes"]
    return {
        "linear": lambda: nn.Linear(features, classes),
        "conv": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(features, classes, 1, bias=False),
                                      nn.Flatten()),
        "hidden": lambda: nn.Sequential(nn.Linear(features, 12), nn.ReLU(), nn.Linear(12, classes, bias=False)),
        "deep": lambda: nn.Sequential(nn.BatchNorm1d(features), nn.Linear(features, 12), nn.BatchNorm1d(12), nn.ReLU6(),
                                      nn.BatchNorm1d(12), nn.Dropout(0.3), nn.Linear(12, 9), nn.Linear(9, classes)),
    }[style["head"]]()


class Probabilities(nn.Module):
    """Softmax at the end, which is left out."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        return F.softmax(self.network(x), 1)


def torchvision_case(opset, keep_bn, width=0.35, size=64):
    return {"torchvision": True, "opset": opset, "keep_bn": keep_bn, "width": width, "size": size}


BASE = {"torchvision": False, "tiny": False, "width": 0.35, "channels": 3, "stem_stride": 2, "strides": None,
        "expand_first": False, "classes": 7, "same": False, "nhwc": False, "input": "nchw", "eps": 1e-5,
        "act": nn.ReLU6(), "head": "linear", "size": 64, "opset": 11, "keep_bn": False, "softmax": False}
CASES = {
    **{f"torchvision-{opset}-{kind}": torchvision_case(opset, kind == "separate")
       for opset in (9, 11, 13, 17) for kind in ("folded", "separate")},
    "torchvision-wide-folded": torchvision_case(13, False, 1.0),
    "torchvision-wide-separate": torchvision_case(11, True, 1.0, 96),
    "torchvision-narrow": torchvision_case(13, True, 0.1),  # the first block adds its input too
    "cifar": {"strides": [1, 1, 2, 2, 1, 2, 1], "stem_stride": 1, "size": 32, "opset": 13},
    # As the ONNX zoo's mobilenetv2-7, which MXNet wrote.
    "expand-first": {"expand_first": True, "act": nn.ReLU(), "head": "conv", "keep_bn": True, "opset": 9},
    "hidden": {"head": "hidden", "softmax": True, "opset": 13},
    "deep-head": {"head": "deep", "keep_bn": True, "opset": 13, "eps": 1e-3},
    "grey": {"channels": 1, "size": 96, "keep_bn": True, "width": 0.5, "opset": 12},
    # As tf2onnx has it where it leaves all transpositions in, and where it leaves the first.
    "nhwc-everywhere": {"nhwc": True, "input": "nhwc", "same": True, "eps": 1e-3, "opset": 13, "keep_bn": True},
    "nhwc-input": {"input": "nhwc", "same": True, "eps": 1e-3, "opset": 13, "head": "hidden", "softmax": True},
    "own-strides-same": {"same": True, "eps": 1e-3, "opset": 13, "strides": [2, 2, 2, 2, 1, 1, 1]},
}
TINY = {"torchvision": False, "tiny": True, "width": 1 / 32, "classes": 2}


def network_of(style):
    if style["torchvision"]:
        network = torchvision.models.mobilenet_v2(width_mult=style["width"], num_classes=style["classes"])
    else:
        network = MobileNetV2(style)
    for module in network.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            nn.init.uniform_(module.weight, 0.7, 1.3)
            nn.init.normal_(module.bias, 0.3, 0.2)
            nn.init.normal_(module.running_mean, 0.0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_in")  # "fan_out" lets depthwise signals die
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, 0.2)
            if module.bias is not None:
                nn.init.normal_(module.bias, 0.0, 0.2)
    return network.eval()


def shorten_names(path):
    import onnx
    model = onnx.load(path)
    short = {}

    def shortened(name):
        return short.setdefault(name, f"{len(short)}") if name else ""

    for value in [*model.graph.input, *model.graph.output, *model.graph.initializer]:
        value.name = shortened(value.name)
    for node in model.graph.node:
        node.ClearField("name")
        for names in (node.input, node.output):
            names[:] = [shortened(name) for name in names]
    del model.graph.value_info[:]
    onnx.checker.check_model(model)
    onnx.save(model, path)


def without_addition(nodes):
    """Layer 3 does not add its input."""
    addition = next(node for node in nodes if node.op_type == "Add")
    nodes.remove(addition)
    for node in nodes:
        node.input[:] = [addition.input[1] if name == addition.output[0] else name for name in node.input]


def with_earlier_addend(nodes):
    """Layer 6 adds what layer 5 adds."""
    _, layer5, layer6 = [node for node in nodes if node.op_type == "Add"][:3]
    layer6.input[0] = layer5.input[0]


def with_projected_activation(nodes):
    """ReLU6 behind the convolutions that have none."""
    import onnx
    clip = next(node for node in nodes if node.op_type == "Clip")
    activated = {node.input[0] for node in nodes if node.op_type == "Clip"}
    for i in range(len(nodes) - 1, -1, -1):
        name = nodes[i].output[0]
        if nodes[i].op_type != "Conv" or name in activated:
            continue
        nodes[i].output[0] = f"{name}/linear"
        nodes.insert(i + 1, onnx.helper.make_node("Clip", [nodes[i].output[0], *clip.input[1:]], [name], f"{name}/Clip"))


def with_other_activation(nodes):
    import onnx
    for i, node in enumerate(nodes):
        if node.op_type == "Clip":
            nodes[i].CopyFrom(onnx.helper.make_node("HardSwish", node.input[:1], node.output, node.name))


WRONG = {"wrong-none": without_addition, "wrong-earlier": with_earlier_addend,
         "wrong-project": with_projected_activation, "wrong-activation": with_other_activation}


def write_wrong(folder):
    """Graphs that are refused: of one that was exported, at the opset that has HardSwish."""
    import onnx
    for name, change in WRONG.items():
        model = onnx.load(os.path.join(folder, "torchvision-13-folded.onnx"))
        nodes = list(model.graph.node)
        change(nodes)
        del model.graph.node[:], model.graph.value_info[:]
        model.graph.node.extend(nodes)
        model.opset_import[0].version = 14
        onnx.checker.check_model(model)
        onnx.save(model, os.path.join(folder, f"{name}.onnx"))


def main():
    torch.manual_seed(4)
    torch.set_num_threads(1)
    folder = sys.argv[1]
    tiny = sys.argv[2:] == ["tiny"]
    for name, changes in CASES.items():
        style = {**BASE, **changes, **(TINY if tiny else {})}
        network = network_of(style)
        images = torch.randn(3, style["channels"], style["size"], style["size"])
        given = images.permute(0, 2, 3, 1).contiguous() if style["input"] == "nhwc" else images
        mode = torch.onnx.TrainingMode.PRESERVE if style["keep_bn"] else torch.onnx.TrainingMode.EVAL
        torch.onnx.export(Probabilities(network).eval() if style["softmax"] else network, given,
                          os.path.join(folder, name + ".onnx"), opset_version=style["opset"], training=mode,
                          do_constant_folding=not style["keep_bn"], input_names=["x"], output_names=["y"])
        if tiny:
            shorten_names(os.path.join(folder, name + ".onnx"))
            continue
        with torch.no_grad():
            logits = network(given)
        tensor_files.write(os.path.join(folder, name + ".safetensors"),
                           {"images": images.numpy(), "logits": logits.numpy()})
    if not tiny:
        write_wrong(folder)


if __name__ == "__main__":
    main()
