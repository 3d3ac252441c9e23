"""MobileNets V1 as PyTorch modules with the names that their publishers gave them, saved as people save them.

    make_scheme_fixtures.py FOLDER

Beside each network's file NAME.pt (or .safetensors) there is NAME.expected with two random images and their logits
(`features` for backbones: the last block's output) as these modules compute them.
"""
import argparse
import collections
import copy
import datetime
import decimal
import enum
import functools
import os
import pathlib
import sys
import types
import uuid

import numpy
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402

STAGES = [[(64, 1)], [(128, 2), (128, 1)], [(256, 2), (256, 1)], [(512, 2)] + 5 * [(512, 1)], [(1024, 2), (1024, 1)]]
BLOCKS = [block for stage in STAGES for block in stage]


class SameConv2d(nn.Conv2d):
    """TensorFlow's SAME padding, from its definition."""

    def forward(self, x):
        pads = []
        for n, k, s in ((x.shape[3], self.kernel_size[1], self.stride[1]),
                        (x.shape[2], self.kernel_size[0], self.stride[0])):
            total = max((-(-n // s) - 1) * s + k - n, 0)
            pads += [total // 2, total - total // 2]
        return F.conv2d(F.pad(x, pads), self.weight, self.bias, self.stride, 0, self.dilation, self.groups)


def conv3x3(inputs, outputs, stride, groups, same):
    if same:
        return SameConv2d(inputs, outputs, 3, stride, groups=groups, bias=False)
    return nn.Conv2d(inputs, outputs, 3, stride, padding=1, groups=groups, bias=False)


def scaled(channels, width):
    return max(8, int(channels * width))


class TimmBlock(nn.Module):
    def __init__(self, inputs, outputs, stride, same):
        super().__init__()
        self.conv_dw = conv3x3(inputs, inputs, stride, inputs, same)
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv_pw = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu6(self.bn2(self.conv_pw(F.relu6(self.bn1(self.conv_dw(x))))))


class Timm(nn.Module):
    def __init__(self, width, classes, same=False, head=0):
        super().__init__()
        inputs = scaled(32, width)
        self.conv_stem = conv3x3(3, inputs, 2, 1, same)
        self.bn1 = nn.BatchNorm2d(inputs)
        stages = []
        for stage in STAGES:
            blocks = []
            for channels, stride in stage:
                blocks.append(TimmBlock(inputs, scaled(channels, width), stride, same))
                inputs = scaled(channels, width)
            stages.append(nn.Sequential(*blocks))
        self.blocks = nn.Sequential(*stages)
        self.conv_head = nn.Conv2d(inputs, head, 1, bias=False) if head else nn.Identity()
        self.bn2 = nn.BatchNorm2d(head) if head else nn.Identity()
        self.classifier = nn.Linear(head or inputs, classes)

    def features(self, x):
        return self.blocks(F.relu6(self.bn1(self.conv_stem(x))))

    def forward(self, x):
        return self.classifier(self.features(x).mean([2, 3]))


class ConvLayer(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, groups, same):
        super().__init__()
        self.convolution = (conv3x3(inputs, outputs, stride, groups, same) if kernel == 3 else
                            nn.Conv2d(inputs, outputs, 1, bias=False))
        self.normalization = nn.BatchNorm2d(outputs, eps=0.001, momentum=0.9997)

    def forward(self, x):
        return F.relu6(self.normalization(self.convolution(x)))


class HuggingFaceBackbone(nn.Module):
    def __init__(self, width, same):
        super().__init__()
        inputs = scaled(32, width)
        self.conv_stem = ConvLayer(3, inputs, 3, 2, 1, same)
        self.layer = nn.ModuleList()
        for channels, stride in BLOCKS:
            self.layer.append(ConvLayer(inputs, inputs, 3, stride, inputs, same))
            self.layer.append(ConvLayer(inputs, scaled(channels, width), 1, 1, 1, same))
            inputs = scaled(channels, width)

    def features(self, x):
        x = self.conv_stem(x)
        for layer in self.layer:
            x = layer(x)
        return x


class HuggingFace(nn.Module):
    def __init__(self, width, classes, same=True):
        super().__init__()
        self.mobilenet_v1 = HuggingFaceBackbone(width, same)
        self.dropout = nn.Dropout(0.001)
        self.classifier = nn.Linear(scaled(1024, width), classes)

    def forward(self, x):
        return self.classifier(self.dropout(F.adaptive_avg_pool2d(self.mobilenet_v1.features(x), 1).flatten(1)))


class CifarBlock(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = conv3x3(inputs, inputs, stride, inputs, False)
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv2 = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu(self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x))))))


class Kuangliu(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        inputs = scaled(32, width)
        self.conv1 = conv3x3(3, inputs, 1, 1, False)
        self.bn1 = nn.BatchNorm2d(inputs)
        blocks = []
        for channels, stride in BLOCKS:
            blocks.append(CifarBlock(inputs, scaled(channels, width), stride))
            inputs = scaled(channels, width)
        self.layers = nn.Sequential(*blocks)
        self.linear = nn.Linear(inputs, classes)

    def forward(self, x):
        x = F.avg_pool2d(self.layers(F.relu(self.bn1(self.conv1(x)))), 2)
        return self.linear(x.view(x.size(0), -1))


class Marvis(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        inputs = scaled(32, width)
        layers = [nn.Sequential(conv3x3(3, inputs, 2, 1, False), nn.BatchNorm2d(inputs), nn.ReLU(inplace=True))]
        for channels, stride in BLOCKS:
            outputs = scaled(channels, width)
            layers.append(nn.Sequential(
                conv3x3(inputs, inputs, stride, inputs, False), nn.BatchNorm2d(inputs), nn.ReLU(inplace=True),
                nn.Conv2d(inputs, outputs, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)))
            inputs = outputs
        self.model = nn.Sequential(*layers, nn.AvgPool2d(2))
        self.fc = nn.Linear(inputs, classes)

    def forward(self, x):
        return self.fc(self.model(x).flatten(1))


def trained(network, seed):
    """Batch normalization that isn't trivial, and weights that keep the signal alive."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.weight.uniform_(0.7, 1.3, generator=generator)
                module.bias.normal_(0.2, 0.2, generator=generator)
                module.running_mean.normal_(0, 0.1, generator=generator)
                module.running_var.uniform_(0.5, 1.5, generator=generator)
            if isinstance(module, nn.Conv2d):
                fan_in = module.weight[0].numel()
                module.weight.normal_(0, (2 / fan_in) ** 0.5, generator=generator)
            if isinstance(module, nn.Linear):
                module.weight.normal_(0, 0.1, generator=generator)
                module.bias.normal_(0, 0.1, generator=generator)
    return network.eval()


def prefixed(state, prefix):
    return type(state)((prefix + key, value) for key, value in state.items())


class Fixtures:
    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def expect(self, name, network, size=64, features=False):
        images = torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(len(name)))
        with torch.no_grad():
            out = {"features": network.features(images)} if features else {"logits": network(images)}
        tensor_files.write(self.path(name + ".expected"), {"images": images.numpy(), **{k: v.numpy() for k, v in out.items()}})

    def torch(self, name, network, content, **options):
        torch.save(content, self.path(name + ".pt"))
        self.expect(name, network, **options)

    def safetensors(self, name, network, state, **options):
        tensor_files.write(self.path(name + ".safetensors"), {k: v.detach().numpy() for k, v in state.items()})
        self.expect(name, network, **options)


def checkpoint_with_optimizer(network, average):
    """What training scripts save: state dict with DataParallel's prefix, optimizer, moving averages."""
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    network(torch.randn(1, 3, 64, 64)).sum().backward()
    optimizer.step()
    return {"epoch": 7, "arch": "mobilenetv1", "best_acc1": torch.tensor(71.5),
            "state_dict": prefixed(network.state_dict(), "module."), "optimizer": optimizer.state_dict(),
            "state_dict_ema": average.state_dict()}


def write_schemes(out):
    for width, label in ((0.25, "25"), (0.5, "50")):
        for same, padding in ((False, "pad1"), (True, "same")):
            network = trained(Timm(width, 12, same), 1)
            out.torch(f"timm-{label}-{padding}", network, network.state_dict())
            network = trained(HuggingFace(width, 1001, same), 2)
            out.safetensors(f"hugging-face-{label}-{padding}", network, network.state_dict())
        network = trained(Kuangliu(width, 10), 3)
        out.torch(f"kuangliu-{label}-pad1", network,
                  {"net": prefixed(network.state_dict(), "module."), "acc": 91.25, "epoch": 199}, size=32)
        network = trained(Marvis(width, 15), 4)
        out.torch(f"marvis-{label}-pad1", network,
                  {"epoch": 90, "arch": "mobilenet", "state_dict": prefixed(network.state_dict(), "module."),
                   "best_prec1": torch.tensor(70.6)})
        network = trained(HuggingFaceBackbone(width, True), 5)
        out.torch(f"backbone-{label}-same", network, network.state_dict(), features=True)


def write_ways_of_saving(out):
    network, average = trained(Timm(0.25, 6), 6), trained(Timm(0.25, 6), 7)
    content = checkpoint_with_optimizer(network, average)
    out.torch("checkpoint", network, content)
    out.expect("checkpoint-ema", average)

    network = trained(Timm(0.25, 6), 8)
    out.torch("parameters", network, dict(network.named_parameters(), **dict(network.named_buffers())))
    torch.save(network.state_dict(), out.path("legacy.pt"), _use_new_zipfile_serialization=False)
    torch.save(network.state_dict(), out.path("protocol4.pt"), pickle_protocol=4)
    write_whole_modules(out, network, average)
    out.torch("extras", network, {"extras": harmless_extras(network), "state_dict": network.state_dict()})
    torch.save({"state_dict": network.state_dict(), "extras": harmless_extras(network)}, out.path("extras-legacy.pt"),
               _use_new_zipfile_serialization=False)
    for kind in (torch.float16, torch.bfloat16, torch.float64):
        rounded = trained(Timm(0.25, 6), 8)
        state = {k: v.to(kind) if v.is_floating_point() else v for k, v in network.state_dict().items()}
        rounded.load_state_dict(state)
        out.torch(str(kind).split(".")[1], rounded, {"model": state})
    strange = {k: v.t().contiguous().t() if v.dim() == 2 else v.contiguous(memory_format=torch.channels_last)
               if v.dim() == 4 else v for k, v in network.state_dict().items()}
    flat = torch.cat([v.flatten() for k, v in strange.items() if "bn" in k and v.is_floating_point()])
    at = 0
    for key, value in strange.items():
        if "bn" in key and value.is_floating_point():
            strange[key] = flat[at:at + value.numel()]
            at += value.numel()
    strange["classifier.weight"] = network.classifier.weight.detach()[:, :, None, None].clone()
    out.torch("strides", network, strange)
    scripted = torch.jit.script(trained(Timm(0.25, 6), 8))
    torch.jit.save(scripted, out.path("script.pt"), _extra_files={"author": "me"})
    traced = torch.jit.trace(network, torch.zeros(1, 3, 64, 64))
    torch.jit.save(traced, out.path("traced.pt"))
    torch.jit.save(torch.jit.freeze(scripted), out.path("frozen.pt"))
    torch.save({"state_dict": network.state_dict(), "args": __import__("argparse").Namespace(lr=0.1)},
               out.path("namespace.pt"))
    torch.save({"teacher": network.state_dict(), "student": average.state_dict()}, out.path("several.pt"))
    head = trained(Timm(0.25, 6, head=160), 9)
    out.torch("timm-100h", head, head.state_dict(), features=True)
    folded = {}
    for key, value in network.state_dict().items():
        folded[key] = value
    fold(network, folded)
    out.torch("folded", network, folded)
    torch.save({"features.0.0.weight": torch.ones(1), "features.1.0.block.0.0.weight": torch.ones(1)},
               out.path("efficientnet.pt"))


class Mode(enum.Enum):
    FAST = 1


class Slots:
    __slots__ = ("value", "weights")


class Config(dict):
    """As EasyDict and OmegaConf are: a dict with attributes, whose parts know the whole."""

    def __init__(self, parent=None, **values):
        super().__init__(values)
        self.__dict__.update(values)
        self.parent = parent


class Marked(torch.Tensor):
    """A class of tensors, as fastai and torchvision have."""


Score = collections.namedtuple("Score", "top1 top5")


def harmless_extras(network):
    """What training scripts put beside the weights."""
    optimizer = torch.optim.Adam(network.parameters(), lr=0.1)
    slots = Slots()
    slots.value, slots.weights = 3, torch.arange(4.0)
    config = Config(lr=0.1, sizes=torch.Size([1, 3]), inner=Config(steps=[1, 2]), path=pathlib.Path("/data/x"))
    config.inner.parent = config
    circle = types.SimpleNamespace(name="trainer")
    circle.itself = [circle, {"again": circle}]
    return {
        "args": argparse.Namespace(lr=0.1, arch="timm", data=pathlib.PurePosixPath("/data"), gpu=None),
        "accuracy": numpy.float64(91.5), "history": numpy.arange(6.0).reshape(2, 3), "losses": [0.5] * 1000,
        "when": datetime.datetime(2024, 5, 17, 12), "took": datetime.timedelta(seconds=5), "mode": Mode.FAST,
        "optimizer": optimizer, "scheduler": torch.optim.lr_scheduler.StepLR(optimizer, 3), "size": torch.Size([2, 3]),
        "dtype": torch.float16, "device": torch.device("cpu"), "layout": torch.strided, "complex": 1 + 2j,
        "counts": collections.Counter("abba"), "default": collections.defaultdict(list, a=[1]),
        "last": collections.deque([torch.ones(2)], maxlen=3), "set": {1, 2}, "frozen": frozenset([3]), "range": range(3),
        "criterion": torch.nn.CrossEntropyLoss(), "function": torch.nn.functional.relu, "class": torch.nn.ReLU6,
        "partial": functools.partial(torch.nn.ReLU, inplace=True), "decimal": decimal.Decimal("1.5"),
        "id": uuid.UUID(int=7), "bytes": b"abc", "array": bytearray(b"abc"), "score": Score(1.0, 2.0), "slots": slots,
        "config": config, "circle": circle, "random": numpy.random.RandomState(1).get_state(),
        "generator": numpy.random.default_rng(1), "torch_random": torch.get_rng_state(), "bound": "x".join,
        "complex_tensor": torch.ones(2, dtype=torch.complex64), "big": 2**100,
        "quantized": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8),
        "sparse": torch.eye(3).to_sparse(), "dtype_of_numpy": numpy.dtype("float32"), "slice": slice(1, 2)}


def write_whole_modules(out, network, average):
    """torch.save(model): the class by its name, and its attributes."""
    torch.save(network, out.path("module.pt"))
    torch.save(nn.DataParallel(network), out.path("module-parallel.pt"))
    torch.save(network, out.path("module-legacy.pt"), _use_new_zipfile_serialization=False)
    torch.save({"epoch": 3, "model": network, "ema": average}, out.path("module-nested.pt"))
    other = copy.deepcopy(network)
    other.register_buffer("scratch", torch.ones(3), persistent=False)
    other.helper = argparse.Namespace(weights=torch.ones(5))
    other.register_forward_hook(print)
    torch.save(other, out.path("module-attributes.pt"))
    marked = collections.OrderedDict((k, v.as_subclass(Marked)) for k, v in network.state_dict().items())
    torch.save(marked, out.path("subclass.pt"))


def fold(network, state):
    """Batch normalization into weights and biases of the convolutions before it, as exporters do."""
    pairs = [("conv_stem", "bn1")]
    for stage, blocks in enumerate(STAGES):
        for block in range(len(blocks)):
            start = f"blocks.{stage}.{block}."
            pairs += [(start + "conv_dw", start + "bn1"), (start + "conv_pw", start + "bn2")]
    for conv, bn in pairs:
        gamma, beta, mean, variance = (state.pop(f"{bn}.{leaf}") for leaf in ("weight", "bias", "running_mean", "running_var"))
        del state[bn + ".num_batches_tracked"]
        scale = gamma / (variance + 1e-5).sqrt()
        state[conv + ".weight"] = state[conv + ".weight"] * scale[:, None, None, None]
        state[conv + ".bias"] = beta - mean * scale


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    out = Fixtures(sys.argv[1])
    write_schemes(out)
    write_ways_of_saving(out)


if __name__ == "__main__":
    main()
