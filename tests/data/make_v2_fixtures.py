"""MobileNets V2 as people save them in PyTorch: torchvision's own modules, and networks with the names of others.

    make_v2_fixtures.py FOLDER

Beside each network's file NAME.pt (or .safetensors) there is NAME.expected with two random images and their logits, as
torchvision's modules or v2_network.py compute them.
"""
import os
import sys

import numpy
import torch
import torchvision
from make_scheme_fixtures import prefixed, trained
from torch import nn

import v2_network as v2

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402

SIZE = 64


def expect(folder, name, logits, images):
    tensor_files.write(os.path.join(folder, name + ".expected"), {"images": images, "logits": numpy.array(logits)})


def random_images(seed, size=SIZE):
    return numpy.random.default_rng(seed).normal(0, 1, (2, 3, size, size)).astype(numpy.float32)


def save_module(folder, name, network, content=None, size=SIZE):
    torch.save(content or network.state_dict(), os.path.join(folder, name + ".pt"))
    images = random_images(len(name), size)
    with torch.no_grad():
        expect(folder, name, network(torch.from_numpy(images)), images)


def write_torchvision(folder):
    for width in (0.35, 0.5, 0.75, 1.0, 1.4):
        network = trained(torchvision.models.mobilenet_v2(width_mult=width, num_classes=7), int(width * 100))
        save_module(folder, f"torchvision-{int(width * 100)}", network)
    network = trained(torchvision.models.mobilenet_v2(width_mult=0.5, num_classes=10), 4)  # as chenyaofo has it
    network.features[0][0].stride = network.features[2].conv[1][0].stride = (1, 1)
    save_module(folder, "cifar10_mobilenetv2_x0_5", network, size=32)
    network = torchvision.models.mobilenet_v2(width_mult=0.35, num_classes=7)
    network.classifier = nn.Sequential(nn.Dropout(), nn.Linear(1280, 32), nn.ReLU(), nn.Dropout(), nn.Linear(32, 5))
    save_module(folder, "hidden", trained(network, 1))
    network.classifier = nn.Sequential(nn.BatchNorm1d(1280), nn.Linear(1280, 24), nn.ReLU(), nn.Linear(24, 24),
                                       nn.ReLU(), nn.Linear(24, 4))
    network = trained(network, 2)
    with torch.no_grad():
        network.classifier[0].running_mean.normal_(0.3, 0.1)
        network.classifier[0].running_var.uniform_(0.5, 2)
        network.classifier[0].weight.uniform_(0.5, 1.5)
    save_module(folder, "norm-hidden", network, {"state_dict": prefixed(network.state_dict(), "module.")})


class Wrapped(nn.Module):
    """A head of another name beside the backbone, as in many projects."""

    def __init__(self):
        super().__init__()
        self.backbone = torchvision.models.mobilenet_v2(width_mult=0.35)
        self.backbone.classifier = nn.Identity()
        self.fc = nn.Sequential(nn.Linear(1280, 16), nn.ReLU(), nn.Linear(16, 3))

    def forward(self, x):
        return self.fc(self.backbone(x))


def write_named(folder):
    usual, plain = v2.usual_channels(0.35), v2.plain_channels(0.25)
    cases = {  # names, head, channels, expand in the first block, conventions
        "timm": (v2.timm, "classifier.", usual, False, {}),
        "mmpretrain": (v2.mmpretrain, "head.fc.", usual, False, {}),
        "hugging-face": (v2.hugging_face, "classifier.", usual, False, {"same": True, "epsilon": 1e-3}),
        "paddle": (v2.paddle, "out.", plain, True, {}),
        "kuangliu": (v2.kuangliu, "linear.", v2.usual_channels(0.5), True,
                     {"relu6": False, "stem_stride": 1, "strides": v2.CIFAR_STRIDES}),
        "tonylins": (lambda unit: v2.tonylins(unit, False), "classifier.1.", plain, False, {}),
        "tonylins-first": (lambda unit: v2.tonylins(unit, True), "classifier.1.", plain, True, {}),
        "slim": (None, "", usual[:8] + [v2.rounded(1280 * 0.35)], False, {"same": True, "epsilon": 1e-3}),
    }
    for seed, (name, (names, head, channels, expand_first, conventions)) in enumerate(cases.items()):
        state = v2.random_state(channels, seed, expand_first, [6])
        if name == "slim":
            named = v2.slim_state(state)
        else:
            isPaddle = name == "paddle"
            named = v2.torch_like(state, names, [head], v2.PADDLE_LEAVES if isPaddle else v2.TORCH_LEAVES, isPaddle)
        tensor_files.write(os.path.join(folder, name + ".safetensors"), named)
        images = random_images(seed, 32 if name == "kuangliu" else SIZE)
        expect(folder, name, v2.logits(state, v2.features(state, images, channels, **conventions)), images)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    folder = sys.argv[1]
    write_torchvision(folder)
    save_module(folder, "wrapped", trained(Wrapped(), 3))
    write_named(folder)


if __name__ == "__main__":
    main()
