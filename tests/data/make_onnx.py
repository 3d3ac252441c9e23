#!/usr/bin/python3
"""MobileNet V1 as people write it in PyTorch, exported by torch.onnx.export.

    make_onnx.py FOLDER        writes NAME.onnx, and NAME.safetensors with "images" and the "logits" that PyTorch gets
    make_onnx.py FOLDER tiny   small networks of the same graphs: seeds for tests/fuzz/corpus/onnx_file
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
from torch import nn  # noqa: E402

CHANNELS = [64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024]
STRIDES = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1]


class Unit(nn.Module):
    def __init__(self, inputs, outputs, kernel, stride, style):
        super().__init__()
        self.same = style["same"] and kernel == 3
        groups = inputs if kernel == 3 and inputs == outputs else 1
        padding = 0 if kernel == 1 or self.same else 1
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups, bias=style.get("bias", False))
        self.bn = nn.BatchNorm2d(outputs, eps=style["eps"])
        self.act = style["act"]

    def forward(self, x):
        if self.same:
            stride = self.conv.stride[0]
            x = F.pad(x, (1, 1, 1, 1) if stride == 1 or int(x.shape[3]) % 2 else (0, 1, 0, 1))
        return self.act(self.bn(self.conv(x)))


class MobileNet(nn.Module):
    def __init__(self, style):
        super().__init__()
        self.style = style
        width = style["width"]
        channels = int(32 * width)
        units = [Unit(style["channels"], channels, 3, style["stem_stride"], style)]
        for outputs, stride in zip(CHANNELS, STRIDES):
            outputs = int(outputs * width)
            units += [Unit(channels, channels, 3, stride, style), Unit(channels, outputs, 1, 1, style)]
            channels = outputs
        self.units = nn.Sequential(*units)
        head = style["head"]
        self.head = nn.Conv2d(channels, style["classes"], 1) if head == "conv" else nn.Linear(channels, style["classes"])
        if head == "deep":
            self.head = nn.Sequential(nn.BatchNorm1d(channels), nn.Linear(channels, 12), nn.ReLU(), nn.Dropout(0.2),
                                      nn.Linear(12, style["classes"]))
        self.dropout = nn.Dropout(0.2)
        self.pool = nn.AdaptiveAvgPool2d(1)

    def forward(self, x):
        x = self.units(x)
        head = self.style["head"]
        if head == "conv":
            return self.head(self.dropout(self.pool(x))).squeeze(3).squeeze(2)
        if head == "deep":
            return self.head(self.pool(x).flatten(1))
        if head == "mean":
            return self.head(self.dropout(x.mean([2, 3])))
        if head == "view":
            x = F.avg_pool2d(x, int(x.shape[3]))
            return self.head(x.view(x.size(0), -1))
        return torch.matmul(self.pool(x).flatten(1), self.head.weight.t()) + self.head.bias


BASE = {"width": 0.25, "channels": 3, "stem_stride": 2, "classes": 10, "same": False, "eps": 1e-5, "act": nn.ReLU6(),
        "head": "mean", "size": 64, "opset": 10, "keep_bn": False}
CASES = {
    "separate": {"keep_bn": True},
    "separate-bias": {"keep_bn": True, "bias": True, "opset": 13, "eps": 1e-3, "width": 0.5},
    "separate-same": {"keep_bn": True, "same": True, "opset": 13, "eps": 1e-3, "head": "conv", "classes": 1001},
    "folded": {"opset": 11, "act": nn.ReLU(), "head": "view", "stem_stride": 1, "size": 32},
    "folded-same": {"same": True, "opset": 13, "head": "conv", "dynamic": True, "width": 0.5},
    "folded-same-odd": {"same": True, "opset": 10, "size": 75, "head": "matmul"},
    "grey": {"channels": 1, "opset": 12, "head": "view", "size": 96, "keep_bn": True, "act": nn.ReLU()},
    "deep-head": {"keep_bn": True, "opset": 13, "eps": 1e-3, "head": "deep"},
}


def random_network(style):
    network = MobileNet(style)
    for module in network.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            nn.init.uniform_(module.weight, 0.7, 1.3)
            nn.init.normal_(module.bias, 0.3, 0.2)
            nn.init.normal_(module.running_mean, 0.0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_in")  # "fan_out" lets depthwise signals die
    for layer in network.head if style["head"] == "deep" else [network.head]:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            nn.init.normal_(layer.weight, 0.0, 0.2)
    return network.eval()


def main():
    torch.manual_seed(4)
    torch.set_num_threads(1)
    tiny = {"width": 1 / 32, "classes": 2} if sys.argv[2:] == ["tiny"] else {}
    for name, changes in CASES.items():
        style = {**BASE, **changes, **tiny}
        network = random_network(style)
        images = torch.randn(3, style["channels"], style["size"], style["size"])
        mode = torch.onnx.TrainingMode.PRESERVE if style["keep_bn"] else torch.onnx.TrainingMode.EVAL
        axes = {"x": {0: "n"}, "y": {0: "n"}} if style.get("dynamic") else None
        torch.onnx.export(network, images, os.path.join(sys.argv[1], name + ".onnx"), opset_version=style["opset"],
                          training=mode, do_constant_folding=not style["keep_bn"], input_names=["x"],
                          output_names=["y"], dynamic_axes=axes)
        if tiny:
            continue
        with torch.no_grad():
            logits = network(images)
        tensor_files.write(os.path.join(sys.argv[1], name + ".safetensors"),
                           {"images": images.numpy(), "logits": logits.numpy()})


if __name__ == "__main__":
    main()
