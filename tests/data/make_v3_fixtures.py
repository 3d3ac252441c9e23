"""MobileNets V3 as people save them: torchvision's own modules, and networks with the names of others.

    make_v3_fixtures.py FOLDER

Beside each network's file there is NAME.expected with two random images and their logits, as torchvision's modules or
v3_network.py compute them; in it is "channels" where a width alone doesn't give them.
"""
import os
import sys

import numpy
import torch
import torchvision
from make_scheme_fixtures import prefixed, trained
from make_v2_fixtures import random_images
from torch import nn

import v3_network as v3

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402


def expect(folder, name, logits, images, channels=()):
    tensors = {"images": images, "logits": numpy.array(logits)}
    if channels:
        tensors["channels"] = numpy.array(channels, numpy.int64)
    tensor_files.write(os.path.join(folder, name + ".expected"), tensors)


def save_module(folder, name, network, content=None, size=64):
    torch.save(content or network.state_dict(), os.path.join(folder, name + ".pt"))
    images = random_images(len(name), size)
    with torch.no_grad():
        expect(folder, name, network(torch.from_numpy(images)), images)


def alive(network, seed):
    """With batch normalization that has the statistics of random images, and gates that are neither 0 nor 1."""
    network = trained(network, seed)
    generator = torch.Generator().manual_seed(seed)
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    with torch.no_grad():
        for norm in norms:
            norm.momentum = 1.0
        network.train()(torch.randn(8, 3, 64, 64, generator=generator))
        for norm in norms:
            norm.running_var.mul_(torch.empty_like(norm.running_var).uniform_(0.7, 1.4, generator=generator))
        for name, parameter in network.named_parameters():
            if name.endswith("fc1.bias"):
                parameter.normal_(0.3, 0.3, generator=generator)
            if name.endswith("fc2.bias"):
                parameter.normal_(0.3, 1.5, generator=generator)
    return network.eval()


def write_torchvision(folder):
    models = torchvision.models
    for kind, make in (("large", models.mobilenet_v3_large), ("small", models.mobilenet_v3_small)):
        for width in (0.35, 0.5, 0.75, 1.0):
            network = alive(make(width_mult=width, num_classes=7), int(width * 100))
            save_module(folder, f"torchvision-{kind}-{int(width * 100)}", network)
    network = alive(models.mobilenet_v3_small(num_classes=1000), 1)
    network.classifier[3] = nn.Linear(1024, 5)  # as the tutorials do
    save_module(folder, "fine-tuned", network.eval(), {"model": prefixed(network.state_dict(), "module.")})
    network.classifier = nn.Sequential(nn.Linear(576, 48), nn.Hardswish(), nn.Dropout(), nn.Linear(48, 5))
    save_module(folder, "narrow-head", alive(network, 2))
    network.classifier = nn.Sequential(nn.Dropout(), nn.Linear(576, 6))
    save_module(folder, "linear-head", alive(network, 3))
    network.classifier = nn.Sequential(nn.Linear(576, 6))
    save_module(folder, "first-linear-head", alive(network, 4))
    network.classifier = nn.Sequential(nn.Linear(576, 24), nn.ReLU(), nn.Linear(24, 6))
    save_module(folder, "relu-head", alive(network, 5))
    network = alive(models.mobilenet_v3_small(num_classes=6), 8)
    half = {key: value.half() if value.is_floating_point() else value for key, value in network.state_dict().items()}
    network.load_state_dict(half)
    save_module(folder, "half", network, half)
    average, weights = (alive(models.mobilenet_v3_small(width_mult=0.5, num_classes=4), seed) for seed in (6, 7))
    save_module(folder, "averages", average,
                {"state_dict": weights.state_dict(), "state_dict_ema": average.state_dict()})


def with_head(state, named, head, bias=True, transposed=False, convolution=False):
    """`head`: the beginnings of the names of its two layers; the hidden one may be a convolution without a bias."""
    (weight, offset), (last, last_bias) = state["head"]
    named[head[0] + "weight"] = weight[:, :, None, None].copy() if convolution else weight
    if bias:
        named[head[0] + "bias"] = offset
    named[head[1] + "weight"] = last.T.copy() if transposed else last
    named[head[1] + "bias"] = last_bias
    return named


def write_safetensors(folder, name, named, network, state, factor=1.0, **conventions):
    tensor_files.write(os.path.join(folder, name + ".safetensors"), named)
    images = random_images(len(name))
    logits = network.logits(state, network.features(state, images, **conventions), factor)
    expect(folder, name, logits, images, network.channels())


def write_timm(folder):
    def write(name, network, **conventions):
        state = network.random_state(len(name), 6)
        named = v3.torch_like(network, state, v3.timm)
        named = with_head(state, named, ("conv_head.", "classifier."), convolution=True)
        write_safetensors(folder, name, named, network, state, **conventions)
    write("timm-large-100", v3.Network("large"))
    write("timm-large-75", v3.Network("large", 0.75))
    write("timm-small-50", v3.Network("small", 0.5, stem=16, last=v3.rounded(576 * 0.5)))
    tensorflow = {"same": True, "epsilon": 1e-3}
    write("tf_mobilenetv3_large_075-x", v3.Network("large", 0.75), **tensorflow)
    write("timm-large-minimal", v3.Network("large", minimalistic=True), **tensorflow)
    write("timm-small-minimal", v3.Network("small", minimalistic=True), **tensorflow)


def write_paddle(folder):
    for name, kind, width, last in (("paddle-large", "large", 0.35, 960), ("paddle-small", "small", 1.0, 576)):
        network = v3.Network(kind, width, expand_first=True, quarter=lambda n: n // 4, last=v3.rounded(last * width),
                             hidden=1280)
        state = network.random_state(len(name), 6)
        state["head"][0][1][:] = 0  # no bias
        named = with_head(state, v3.torch_like(network, state, v3.paddle, v3.PADDLE_LEAVES), ("last_conv.", "fc."),
                          bias=False, transposed=True, convolution=True)
        images = random_images(len(name))
        logits = network.logits(state, network.features(state, images, slope=0.2), 0.8)
        plain = network.logits(state, network.features(state, images))
        assert (plain - logits).abs().max() > 0.05 * logits.abs().max()  # what has no factors would be noticed
        expect(folder, name, logits, images, network.channels())
        tensor_files.write(os.path.join(folder, name + ".safetensors"), named)


def write_others(folder):
    network = v3.Network("small", quarter=lambda n: n // 4)
    state = network.random_state(1, 6)
    named = v3.torch_like(network, state, v3.li14, linear_gates=True)
    write_safetensors(folder, "d-li14", with_head(state, named, ("classifier.0.", "classifier.3.")), network, state)
    tensorflow = {"same": True, "epsilon": 1e-3}
    for name, network, classes in (("slim-large", v3.Network("large"), 1001),
                                   ("slim-small", v3.Network("small", 0.75), 7),
                                   ("slim-minimal", v3.Network("small", minimalistic=True), 7)):
        state = network.random_state(len(name), classes)
        write_safetensors(folder, name, v3.slim_state(state), network, state, **tensorflow)


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    folder = sys.argv[1]
    write_torchvision(folder)
    write_timm(folder)
    write_paddle(folder)
    write_others(folder)


if __name__ == "__main__":
    main()
