#!/usr/bin/env python3
"""The calibration step of the paper for two MobileNets V2 or V3 in plain PyTorch, on torchvision's modules.

Two frozen teachers in evaluation mode, a merged network that shares expand, project and the last convolution with their
batch normalization, and squeeze-and-excite, cross entropy and the L1 mismatch of each block's output for both tasks,
one SGD update per task.
Prints one JSON object with the median milliseconds of a step (both tasks), for the default layout and for channels_last.

    python3 calibration_step_torchvision.py --width 0.35 --input-size 96 --batch 64 --threads 1
"""
import argparse
import copy
import json
import time

import torch
import torch.nn.functional as F
from torchvision.models import mobilenet_v2, mobilenet_v3_large, mobilenet_v3_small
from torchvision.ops.misc import SqueezeExcitation

ARCHITECTURES = {"mobilenet_v2": mobilenet_v2, "mobilenet_v3_large": mobilenet_v3_large,
                 "mobilenet_v3_small": mobilenet_v3_small}


def network(architecture, width, stem_stride):
    model = ARCHITECTURES[architecture](width_mult=width, num_classes=10)
    model.features[0][0].stride = (stem_stride, stem_stride)
    for module in model.classifier:
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    return model


def forward(model, x):
    outputs, x = [], model.features[0](x)
    for block in model.features[1:]:
        x = block(x)
        outputs.append(x)
    return model.classifier(x.mean((2, 3))), outputs


def share(first, other):
    """Makes every 1x1 convolution and the batch normalization behind it, or its bias, one."""
    for name, module in first.features.named_modules():
        if isinstance(module, SqueezeExcitation):
            own = other.features.get_submodule(name)
            own.fc1, own.fc2 = module.fc1, module.fc2
        children = list(module._modules.items()) if isinstance(module, torch.nn.Sequential) else []
        for (key, convolution), (behind, norm) in zip(children, children[1:]):
            if isinstance(convolution, torch.nn.Conv2d) and convolution.kernel_size == (1, 1):
                own = other.features.get_submodule(name)
                own._modules[key], own._modules[behind] = convolution, norm


def median_step_ms(args, layout):
    torch.manual_seed(0)
    teachers = [network(args.architecture, args.width, args.stem_stride).eval().to(memory_format=layout)
                for _ in range(2)]
    students = [copy.deepcopy(teacher).train() for teacher in teachers]
    share(*students)
    images = [torch.rand(args.batch, 3, args.input_size, args.input_size).to(memory_format=layout) for _ in range(2)]
    labels = [torch.randint(10, (args.batch,)) for _ in range(2)]
    optimizers = [torch.optim.SGD(student.parameters(), lr=1e-3) for student in students]
    times = []
    for _ in range(args.warmup + args.steps):
        start = time.perf_counter()
        for task in range(2):
            with torch.no_grad():
                _, wanted = forward(teachers[task], images[task])
            logits, found = forward(students[task], images[task])
            mismatch = sum((one - other).abs().mean() for one, other in zip(wanted, found))
            optimizers[task].zero_grad()
            (F.cross_entropy(logits, labels[task]) + mismatch).backward()
            optimizers[task].step()
        times.append((time.perf_counter() - start) * 1e3)
    return sorted(times[args.warmup:])[args.steps // 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--architecture", choices=list(ARCHITECTURES), default="mobilenet_v2")
    parser.add_argument("--width", type=float, default=1.0)
    parser.add_argument("--input-size", type=int, default=224)
    parser.add_argument("--stem-stride", type=int, default=2)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=7)
    parser.add_argument("--warmup", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    layouts = {"default": torch.contiguous_format, "channels_last": torch.channels_last}
    print(json.dumps({"calibration_step_ms": {name: median_step_ms(args, layout) for name, layout in layouts.items()},
                      "threads": args.threads, "torch": torch.__version__}))


if __name__ == "__main__":
    main()
