#!/usr/bin/python3
"""MobileNet V3, torchvision's own and as others write it: exported by torch.onnx.export, or written node by node, as
tf2onnx has those of Keras, with hard swish and squeeze-and-excite in all their spellings.

    make_onnx_v3.py FOLDER        writes NAME.onnx, and NAME.safetensors with "images" and the "logits" of PyTorch
    make_onnx_v3.py FOLDER tiny   small networks of some of the graphs, with short names: seeds for
                                  tests/fuzz/corpus/onnx_file
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import make_onnx_v2  # noqa: E402
import numpy  # noqa: E402
import onnx  # noqa: E402
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
import torchvision  # noqa: E402
from onnx import helper, numpy_helper  # noqa: E402
from torch import nn  # noqa: E402

# Howard et al. 2019, tables 1 and 2: kernel, expanded, put out, squeeze-and-excite, hard swish, stride.
BLOCKS = {
    "large": [(3, 16, 16, 0, 0, 1), (3, 64, 24, 0, 0, 2), (3, 72, 24, 0, 0, 1), (5, 72, 40, 1, 0, 2),
              (5, 120, 40, 1, 0, 1), (5, 120, 40, 1, 0, 1), (3, 240, 80, 0, 1, 2), (3, 200, 80, 0, 1, 1),
              (3, 184, 80, 0, 1, 1), (3, 184, 80, 0, 1, 1), (3, 480, 112, 1, 1, 1), (3, 672, 112, 1, 1, 1),
              (5, 672, 160, 1, 1, 2), (5, 960, 160, 1, 1, 1), (5, 960, 160, 1, 1, 1)],
    "small": [(3, 16, 16, 1, 0, 2), (3, 72, 24, 0, 0, 2), (3, 88, 24, 0, 0, 1), (5, 96, 40, 1, 1, 2),
              (5, 240, 40, 1, 1, 1), (5, 240, 40, 1, 1, 1), (5, 120, 48, 1, 1, 1), (5, 144, 48, 1, 1, 1),
              (5, 288, 96, 1, 1, 2), (5, 576, 96, 1, 1, 1), (5, 576, 96, 1, 1, 1)]}
NORM = 1 / 127.5

SWISHES = {
    "op": F.hardswish,
    "product-first": lambda x: x * F.relu6(x + 3) / 6,
    "quotient-first": lambda x: F.relu6(x + 3.0) / 6.0 * x,
    "rounded": lambda x: x * F.relu6(x + 3) * 0.16667,
    "scaled": lambda x: (x * (1 / 6)) * F.relu6(x + 3),
    "clip": lambda x: x * torch.clamp(x / 6 + 0.5, 0, 1),
    "min-max": lambda x: x * (torch.minimum(torch.maximum(x + 3, torch.zeros(1)), torch.full((1,), 6.0)) / 6),
    "silu": F.silu,
    "steep": lambda x: x * torch.clamp(x * 0.2 + 0.5, 0, 1),
    "relu": F.relu,
}
GATES = {
    "op": F.hardsigmoid,
    "relu6": lambda x: F.relu6(x + 3) / 6,
    "late": lambda x: F.relu6(x + 3),  # divided by 6 behind the product
    "steep": lambda x: torch.clamp(x * 0.2 + 0.5, 0, 1),  # PaddleClas
    "sigmoid": torch.sigmoid,
}


class Act(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


class Unit(nn.Module):
    """Convolution, batch normalization and activation; `nhwc`: everything but the convolution in that layout."""

    def __init__(self, inputs, outputs, kernel, stride, groups, act, style):
        super().__init__()
        self.kernel, self.stride = kernel, stride
        self.same, self.nhwc = style["same"] and kernel > 1, style["nhwc"]
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, 0 if self.same else kernel // 2, groups=groups,
                              bias=False)
        self.bn = nn.BatchNorm2d(outputs, eps=style["eps"])
        self.act = act

    def pads(self):
        """Of TensorFlow's SAME for even sizes: left, right, top, bottom."""
        most = self.kernel // 2
        return (most, most) * 2 if self.stride == 1 else (most - 1, most) * 2

    def forward(self, x):
        if self.same:
            x = F.pad(x, (0, 0, *self.pads()) if self.nhwc else self.pads())
        if self.nhwc:
            return self.act(self.bn(self.conv(x.permute(0, 3, 1, 2))).permute(0, 2, 3, 1))
        return self.act(self.bn(self.conv(x)))


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed, style):
        super().__init__()
        self.style, self.nhwc = style, style["nhwc"]
        self.gate = GATES[style["gate"]]
        self.relu = nn.ReLU6() if style["wrong"] == "squeeze" else nn.ReLU()
        self.is_linear = style["se"] in ("linear", "expand")
        layer = nn.Linear if self.is_linear else lambda i, o: nn.Conv2d(i, o, 1)
        self.fc1, self.fc2 = layer(channels, squeezed), layer(squeezed, channels)

    def forward(self, x):
        kind = self.style["se"]
        if self.nhwc:
            y = x.mean([1, 2], keepdim=True).permute(0, 3, 1, 2)
            y = self.gate(self.fc2(self.relu(self.fc1(y)))).permute(0, 2, 3, 1)
        elif self.is_linear:
            n, c, _, _ = x.size()
            y = F.adaptive_avg_pool2d(x, 1).view(n, c)
            y = self.gate(self.fc2(self.relu(self.fc1(y)))).view(n, c, 1, 1)
        else:
            y = x.mean([2, 3], keepdim=True) if kind == "mean" else F.adaptive_avg_pool2d(x, 1)
            y = self.gate(self.fc2(self.relu(self.fc1(y))))
        y = y.expand_as(x) if kind == "expand" else y
        return (x * y) / 6 if self.style["gate"] == "late" else x * y


class Block(nn.Module):
    def __init__(self, number, inputs, row, style):
        super().__init__()
        kernel, expanded, outputs, squeezes, hard_swish, stride = row
        minimal, wrong = style["minimalistic"], style["wrong"]
        swish = SWISHES["relu"] if wrong == "relu" and number == 4 else style["swish"]
        act = Act(swish) if hard_swish and not minimal else style["act"]
        expands = number > 1 or style["expand_first"]
        kernel = 3 if minimal or (wrong == "kernel" and number == 4) else kernel
        self.expand = Unit(inputs, expanded, 1, 1, 1, act, style) if expands else None
        early = wrong == "order" and squeezes
        self.depthwise = Unit(expanded, expanded, kernel, stride, expanded, nn.Identity() if early else act, style)
        self.behind = act if early else None
        squeezed = style["squeezed"](expanded)
        self.se = SqueezeExcite(expanded, squeezed, style) if squeezes and not minimal and not style["no_se"] else None
        self.project = Unit(expanded, outputs, 1, 1, 1, nn.Identity(), style)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x):
        y = self.depthwise(self.expand(x) if self.expand else x)
        y = self.se(y) if self.se else y
        y = self.behind(y) if self.behind else y
        y = self.project(y)
        return x + y if self.adds else y


def rounded(value):
    return torchvision.models._utils._make_divisible(value, 8)


class MobileNetV3(nn.Module):
    def __init__(self, style):
        super().__init__()
        self.style = style = {**style, "swish": SWISHES[style["swish"]]}
        tiny = style["tiny"]
        scaled = (lambda c: max(2, int(c * style["width"]))) if tiny else (lambda c: rounded(c * style["width"]))
        outer = style["act"] if style["minimalistic"] else Act(style["swish"])
        rows = [(k, scaled(e), scaled(o), se, hs, style["strides"][i] if style["strides"] else s)
                for i, (k, e, o, se, hs, s) in enumerate(BLOCKS[style["arch"]])]
        channels = scaled(16)
        self.stem = Unit(style["channels"], channels, 3, style["stem_stride"], 1, outer, style)
        blocks = []
        for number, row in enumerate(rows, 1):
            blocks.append(Block(number, channels, row, style))
            channels = row[2]
        self.blocks = nn.ModuleList(blocks)
        self.last = Unit(channels, 6 * channels, 1, 1, 1, outer, style)
        self.head = head_of(style, 6 * channels, outer)

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
        return self.head(x.permute(0, 3, 1, 2) if nhwc else x)


def head_of(style, features, act):
    hidden, classes = (6 if style["tiny"] else 20), style["classes"]
    return {
        "hidden": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(features, hidden), act,
                                        nn.Dropout(0.2), nn.Linear(hidden, classes)),
        "conv": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(features, hidden, 1), act,
                                      nn.Conv2d(hidden, classes, 1), nn.Flatten()),
        "plain": lambda: nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(features, classes)),
    }[style["head"]]()


class WrittenGraph:
    """A network node by node, batch normalization separate. "keras": images from 0 to 255 in NHWC, rescaled in the
    graph; pads of depthwise convolutions of stride 2 as nodes, SAME_UPPER at the others; softmax at the end."""

    def __init__(self, network, style):
        self.style, self.nodes, self.tensors, self.count = style, [], [], 0
        self.keras, size, classes = style["keras"], style["size"], style["classes"]
        x = self.unit(network.stem, self.image())
        for block in network.blocks:
            x = self.block(block, x)
        x = self.head(network.head, self.unit(network.last, x))
        if self.keras:
            x = self.node("Reshape", [self.node("Transpose", [x], perm=[0, 2, 3, 1]),
                                      self.constant(numpy.array([-1, classes], numpy.int64))])
            x = self.node("Softmax", [x], axis=1)
        self.nodes[-1].output[0] = "y"
        shape = ["n", size, size, 3] if self.keras else [1, style["channels"], size, size]
        value = helper.make_tensor_value_info
        graph = helper.make_graph(self.nodes, "network", [value("x", 1, shape)],
                                  [value("y", 1, [shape[0], classes])], self.tensors)
        self.model = helper.make_model(graph, producer_name="tf2onnx" if self.keras else "somebody", ir_version=7,
                                       opset_imports=[helper.make_opsetid("", style["opset"])])
        onnx.checker.check_model(self.model)

    def constant(self, values):
        self.count += 1
        self.tensors.append(numpy_helper.from_array(numpy.asarray(values), f"const_{self.count}"))
        return self.tensors[-1].name

    def weights(self, tensor):
        return self.constant(tensor.detach().numpy())

    def node(self, op, inputs, **attributes):
        self.count += 1
        self.nodes.append(helper.make_node(op, inputs, [f"v{self.count}"], f"{op}_{self.count}", **attributes))
        return f"v{self.count}"

    def by(self, op, x, number):
        return self.node(op, [x, self.constant(numpy.float32(number))])

    def clip(self, x, low, high):
        return self.node("Clip", [x, self.constant(numpy.float32(low)), self.constant(numpy.float32(high))])

    def image(self):
        if not self.keras:
            return "x"
        return self.node("Transpose", [self.by("Add", self.by("Mul", "x", NORM), -1)], perm=[0, 3, 1, 2])

    def convolve(self, conv, x, **attributes):
        inputs = [x, self.weights(conv.weight)] + ([self.weights(conv.bias)] if conv.bias is not None else [])
        return self.node("Conv", inputs, kernel_shape=list(conv.kernel_size), strides=list(conv.stride),
                         group=conv.groups, dilations=[1, 1], **attributes)

    def linear(self, layer, x):
        return self.node("Gemm", [x, self.weights(layer.weight), self.weights(layer.bias)], transB=1)

    def six(self, x):
        return self.clip(self.by("Add", x, 3), 0, 6)

    def swish(self, x):
        return {
            "op": lambda: self.node("HardSwish", [x]),
            "product-first": lambda: self.by("Div", self.node("Mul", [x, self.six(x)]), 6),
            "quotient-first": lambda: self.node("Mul", [self.by("Div", self.six(x), 6), x]),
            "rounded": lambda: self.by("Mul", self.node("Mul", [x, self.six(x)]), 0.16667),
            "scaled": lambda: self.node("Mul", [self.by("Mul", x, 1 / 6), self.six(x)]),
            "clip": lambda: self.node("Mul", [x, self.clip(self.by("Add", self.by("Div", x, 6), 0.5), 0, 1)]),
            "min-max": lambda: self.node("Mul", [x, self.by(
                "Mul", self.by("Min", self.by("Max", self.by("Add", x, 3), 0), 6), 1 / 6)]),
            "silu": lambda: self.node("Mul", [x, self.node("Sigmoid", [x])]),
            "steep": lambda: self.node("Mul", [x, self.node("HardSigmoid", [x])]),
        }[self.style["swish"]]()

    def gate(self, x):
        return {
            "op": lambda: self.node("HardSigmoid", [x], alpha=1 / 6),
            "relu6": lambda: self.by("Mul", self.six(x), 1 / 6),
            "late": lambda: self.six(x),
            "steep": lambda: self.node("HardSigmoid", [x]),
            "sigmoid": lambda: self.node("Sigmoid", [x]),
        }[self.style["gate"]]()

    def activate(self, act, x):
        if isinstance(act, nn.Identity):
            return x
        if isinstance(act, nn.ReLU6):
            return self.clip(x, 0, 6)
        is_relu = isinstance(act, nn.ReLU) or act.function is F.relu
        return self.node("Relu", [x]) if is_relu else self.swish(x)

    def unit(self, unit, x):
        most = unit.kernel // 2
        if not self.keras:
            x = self.convolve(unit.conv, x, pads=[most] * 4)
        elif unit.stride == 2 and unit.conv.groups > 1:
            left, right, top, bottom = unit.pads()
            pads = numpy.array([0, 0, top, left, 0, 0, bottom, right], numpy.int64)
            x = self.convolve(unit.conv, self.node("Pad", [x, self.constant(pads)], mode="constant"), auto_pad="VALID")
        else:
            x = self.convolve(unit.conv, x, auto_pad="SAME_UPPER")
        bn = unit.bn
        values = [self.weights(v) for v in (bn.weight, bn.bias, bn.running_mean, bn.running_var)]
        return self.activate(unit.act, self.node("BatchNormalization", [x, *values], epsilon=bn.eps))

    def pool(self, x):
        if self.keras or self.style["se"] == "mean":
            return self.node("ReduceMean", [x], axes=[2, 3], keepdims=1)
        return self.node("GlobalAveragePool", [x])

    def squeeze_excite(self, se, x):
        y = self.activate(se.relu, self.convolve(se.fc1, self.pool(x)))
        x = self.node("Mul", [x, self.gate(self.convolve(se.fc2, y))])
        return self.by("Div", x, 6) if self.style["gate"] == "late" else x

    def block(self, block, before):
        x = self.unit(block.depthwise, self.unit(block.expand, before) if block.expand else before)
        x = self.squeeze_excite(block.se, x) if block.se else x
        x = self.unit(block.project, self.activate(block.behind, x) if block.behind else x)
        return self.node("Add", [before, x]) if block.adds else x

    def head(self, layers, x):
        x = self.pool(x)
        for layer in layers[1:]:
            if isinstance(layer, nn.Conv2d):
                x = self.convolve(layer, x)
            elif isinstance(layer, nn.Linear):
                x = self.linear(layer, x)
            elif isinstance(layer, nn.Flatten):
                x = x if self.keras else self.node("Flatten", [x])
            elif not isinstance(layer, nn.Dropout):
                x = self.activate(layer, x)
        return x


class Residual(nn.Module):
    """A small ResNet."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 7, 2, 3)
        self.convs = nn.ModuleList([nn.Conv2d(8, 8, 3, 1, 1) for _ in range(4)])
        self.head = nn.Linear(8, 7)

    def forward(self, x):
        x = F.relu(self.stem(x))
        for first, second in (self.convs[:2], self.convs[2:]):
            x = F.relu(x + second(F.relu(first(x))))
        return self.head(x.mean([2, 3]))


def torchvision_case(arch, opset, keep_bn, width=0.35, size=64):
    return {"torchvision": True, "arch": arch, "opset": opset, "keep_bn": keep_bn, "width": width, "size": size}


BASE = {"torchvision": False, "tiny": False, "arch": "small", "width": 0.35, "channels": 3, "stem_stride": 2,
        "strides": None, "expand_first": False, "minimalistic": False, "no_se": False, "classes": 7, "same": False,
        "nhwc": False, "input": "nchw", "eps": 1e-3, "act": nn.ReLU(), "swish": "op", "se": "conv", "gate": "op",
        "squeezed": lambda expanded: rounded(expanded // 4), "head": "hidden", "size": 64, "opset": 13,
        "keep_bn": False, "wrong": "", "written": False, "keras": False, "dynamic": False,
        "other": None}
CASES = {
    **{f"torchvision-{arch}-{opset}-{kind}": torchvision_case(arch, opset, kind == "separate")
       for arch, opset, kind in (("small", 9, "folded"), ("small", 12, "separate"), ("large", 13, "separate"),
                                 ("small", 14, "separate"), ("large", 17, "folded"))},
    "torchvision-wide-large": torchvision_case("large", 14, False, 1.0),
    "linear": {"se": "linear", "head": "plain", "dynamic": True, "keep_bn": True, "gate": "relu6"},
    "expand": {"se": "expand", "swish": "product-first"},
    "nhwc-everywhere": {"nhwc": True, "input": "nhwc", "same": True, "keep_bn": True, "swish": "product-first",
                        "gate": "relu6", "head": "conv"},
    "hard-swish": {"written": True, "opset": 14, "head": "conv"},
    "product-first": {"written": True, "swish": "product-first", "gate": "relu6"},
    "quotient-first": {"written": True, "swish": "quotient-first", "gate": "late"},
    "rounded": {"written": True, "swish": "rounded", "arch": "large"},
    "scaled": {"written": True, "swish": "scaled"},
    "clip": {"written": True, "swish": "clip", "se": "mean"},
    "min-max": {"written": True, "swish": "min-max", "opset": 12},
    # PaddleClas: every block expands, the hard sigmoid is steeper, a fourth is not rounded; epsilon as PyTorch has it.
    "steep-gate": {"written": True, "swish": "product-first", "gate": "steep", "expand_first": True, "eps": 1e-5,
                   "squeezed": lambda expanded: expanded // 4},
    "minimalistic-small": {"written": True, "minimalistic": True, "head": "conv"},
    "minimalistic-large": {"written": True, "minimalistic": True, "arch": "large", "act": nn.ReLU6()},
    "no-squeeze": {"written": True, "swish": "scaled", "no_se": True},
    "cifar": {"written": True, "swish": "clip", "stem_stride": 1, "strides": [1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1],
              "size": 32, "channels": 1},
    "keras-small": {"keras": True, "swish": "min-max", "gate": "relu6", "same": True, "head": "conv"},
    "keras-large": {"keras": True, "swish": "min-max", "gate": "relu6", "same": True, "head": "conv", "arch": "large"},
    "keras-minimalistic": {"keras": True, "same": True, "head": "conv", "minimalistic": True},
    # Graphs that are refused.
    "wrong-kernel": {"written": True, "swish": "clip", "wrong": "kernel"},
    "wrong-relu": {"written": True, "swish": "clip", "wrong": "relu"},
    "wrong-order": {"written": True, "swish": "clip", "wrong": "order"},
    "wrong-squeeze": {"written": True, "swish": "clip", "wrong": "squeeze"},
    "wrong-gate": {"written": True, "swish": "clip", "gate": "sigmoid"},
    "wrong-slope": {"written": True, "swish": "steep"},
    "wrong-swish": {"written": True, "swish": "silu"},
    "efficientnet": {"other": lambda: torchvision.models.efficientnet_b0(num_classes=7)},
    "resnet": {"other": Residual},
}
TINY = {"torchvision": False, "tiny": True, "width": 1 / 16, "classes": 2, "squeezed": lambda expanded: 2}
SEEDS = ["linear", "expand", "hard-swish", "quotient-first", "scaled", "keras-small"]


def torchvision_network(style):
    from torchvision.models import mobilenetv3
    setting, last = mobilenetv3._mobilenet_v3_conf(f"mobilenet_v3_{style['arch']}", width_mult=style["width"])
    return mobilenetv3.MobileNetV3(setting, last, num_classes=style["classes"])


def randomize(network):
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.7, 1.3)
            nn.init.normal_(module.bias, 0.3, 0.2)
            nn.init.normal_(module.running_mean, 0.0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_in")  # "fan_out" lets depthwise signals die
            if module.bias is not None:
                nn.init.normal_(module.bias, 0.2, 0.5)
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, 0.2)
            nn.init.normal_(module.bias, 0.2, 0.5)
    return network.eval()


def network_of(style):
    if style["other"]:
        return style["other"]().eval()
    return randomize(torchvision_network(style) if style["torchvision"] else MobileNetV3(style))


def is_torchvisions():
    """The network of this file does what torchvision's does: so says each of both architectures."""
    for arch in ("small", "large"):
        style = {**BASE, "arch": arch, "width": 1.0}
        theirs = randomize(torchvision_network(style))
        own = MobileNetV3(style)
        own.head[2], own.head[5] = nn.Linear(*theirs.classifier[0].weight.shape[::-1]), nn.Linear(
            *theirs.classifier[3].weight.shape[::-1])
        own.load_state_dict(dict(zip(own.state_dict(), theirs.state_dict().values())))
        images = torch.randn(2, 3, 64, 64)
        with torch.no_grad():
            difference = (own.eval()(images) - theirs(images)).abs().max()
        assert difference < 1e-4 * theirs(images).abs().max(), (arch, difference)


def excite_of(network):
    """The second layer of squeeze-and-excite of the first block, if it has that."""
    if not isinstance(network, MobileNetV3) or not network.blocks[0].se:
        return {}
    layer = network.blocks[0].se.fc2
    return {"excite.conv.weight": layer.weight, "excite.bias": layer.bias}


def export(network, style, given, path):
    if style["keras"] or style["written"]:
        onnx.save(WrittenGraph(network, style).model, path)
        return
    mode = torch.onnx.TrainingMode.PRESERVE if style["keep_bn"] else torch.onnx.TrainingMode.EVAL
    torch.onnx.export(network, given, path, opset_version=style["opset"], training=mode,
                      do_constant_folding=not style["keep_bn"], input_names=["x"], output_names=["y"],
                      dynamic_axes={"x": {0: "n"}} if style["dynamic"] else None)


def main():
    torch.manual_seed(5)
    torch.set_num_threads(1)
    folder = sys.argv[1]
    tiny = sys.argv[2:] == ["tiny"]
    if not tiny:
        is_torchvisions()
    for name, changes in CASES.items():
        if tiny and name not in SEEDS:
            continue
        style = {**BASE, **changes, **(TINY if tiny else {})}
        network = network_of(style)
        images = torch.randn(3, style["channels"], style["size"], style["size"])
        given = images.permute(0, 2, 3, 1).contiguous() if style["input"] == "nhwc" else images
        path = os.path.join(folder, name + ".onnx")
        export(network, style, given, path)
        if tiny:
            make_onnx_v2.shorten_names(path)
            os.rename(path, os.path.join(folder, f"v3-{name}.onnx"))
            continue
        with torch.no_grad():
            logits = network(given)
        found = {"images": images, "logits": logits, **excite_of(network)}
        tensor_files.write(os.path.join(folder, name + ".safetensors"),
                           {key: tensor.detach().numpy() for key, tensor in found.items()})


if __name__ == "__main__":
    main()
