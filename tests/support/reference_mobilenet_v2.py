"""MobileNet V2 in plain PyTorch: the independent peers of the C++ network.

    reference_mobilenet_v2.py forward   IN OUT   logits and taps in evaluation mode
    reference_mobilenet_v2.py calibrate IN OUT   loss terms, gradients and BN statistics of one calibration iteration
IN and OUT are safetensors files; IN's metadata hold the spec and which peer it is to be: "torchvision", that library's
own module, or "paper", written from Sandler et al. 2018, which can be padded like TensorFlow as well and takes its
channels from the weights. `calibrate` also wants the letters of the tasks and the weights of the loss;
`forward+calibrate` does both.
"""
import functools
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

# Table 2: expansion, channels at width 1, blocks, stride of the first of them.
ROWS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
ACTIVATIONS = {"relu": F.relu, "relu6": F.relu6, "none": lambda x: x, "hard-swish": lambda x: x * F.relu6(x + 3) / 6}


def strides_of(spec):
    return spec.get("strides") or [stride for _, _, _, stride in ROWS]


def padded_like_tensorflow(x, kernel, stride):
    """total = max((ceil(n/s)-1)*s + k - n, 0), the smaller half first."""
    pads = []
    for n in (x.shape[3], x.shape[2]):
        total = max((-(-n // stride) - 1) * stride + kernel - n, 0)
        pads += [total // 2, total - total // 2]
    return F.pad(x, pads)


class PaperNetwork:
    def __init__(self, state, spec):
        self.state, self.spec = state, spec

    def tensor(self, name):
        return self.state[name]

    def unit(self, x, name, stride, activation, depthwise=False):
        def of(leaf):
            return self.state[f"{name}.{leaf}"]

        weight = of("conv.weight")
        kernel = weight.shape[2]
        same = self.spec["padding"] == "same"
        x = F.conv2d(padded_like_tensorflow(x, kernel, stride) if same else x, weight, stride=stride,
                     padding=0 if same else (kernel - 1) // 2, groups=x.shape[1] if depthwise else 1)
        x = F.batch_norm(x, of("bn.running_mean"), of("bn.running_var"), of("bn.weight"), of("bn.bias"), self.training,
                         self.momentum, self.spec["bn_epsilon"])
        return ACTIVATIONS[activation](x)

    def block(self, x, layer, expands, stride):
        activation = self.spec["activation"]
        y = self.unit(x, f"layers.{layer}.expand", 1, activation) if expands else x
        y = self.unit(y, f"layers.{layer}.depthwise", stride, activation, depthwise=True)
        y = self.unit(y, f"layers.{layer}.project", 1, "none")
        return x + y if stride == 1 and x.shape[1] == y.shape[1] else y

    def forward(self, x, training=False, momentum=0.1):
        self.training, self.momentum = training, momentum
        taps, layer = [], 0
        x = self.unit(x, "stem", self.spec["stem_stride"], self.spec["activation"])
        for (expansion, _, blocks, _), stride in zip(ROWS, strides_of(self.spec)):
            for i in range(blocks):
                layer += 1
                x = self.block(x, layer, expansion > 1 or self.spec.get("expand_first", False), stride if i == 0 else 1)
                taps.append(x)
        taps.append(self.unit(x, "layers.18.pointwise", 1, self.spec["activation"]))
        x = taps[-1].mean((2, 3))
        for i, hidden in enumerate(self.spec.get("hidden", []), 1):
            x = F.linear(x, self.state[f"hidden.{i}.weight"], self.state[f"hidden.{i}.bias"])
            x = ACTIVATIONS[hidden["activation"]](x)
        return F.linear(x, self.state["head.weight"], self.state["head.bias"]), taps


def torchvision_name(name):
    """What torchvision calls a tensor of ours."""
    unit, leaf = ("head", name[5:]) if name.startswith("head.") else name.rsplit(".", 2)[0::2]
    if unit == "head":
        return f"classifier.1.{leaf}"
    if unit == "stem" or unit.endswith(".pointwise"):
        conv, bn = (f"features.{0 if unit == 'stem' else 18}.{i}" for i in (0, 1))
    else:
        _, layer, role = unit.split(".")
        at = ["expand", "depthwise", "project"].index(role) - (layer == "1")  # the first block has no expand
        prefix = f"features.{layer}.conv"
        conv, bn = (f"{prefix}.{at}.0", f"{prefix}.{at}.1")
        if role == "project":
            conv, bn = (f"{prefix}.{at}", f"{prefix}.{at + 1}")
    return f"{conv if name.endswith('.conv.weight') else bn}.{leaf}"


class TorchvisionNetwork:
    def __init__(self, state, spec):
        from torchvision.models import MobileNetV2
        assert spec["padding"] == "pad-1" and spec["activation"] == "relu6" and not spec.get("hidden")
        setting = [[t, c, n, s] for (t, c, n, _), s in zip(ROWS, strides_of(spec))]
        norm = functools.partial(torch.nn.BatchNorm2d, eps=spec["bn_epsilon"])
        self.net = MobileNetV2(spec["classes"], spec["width"], setting, norm_layer=norm, dropout=0.0)
        self.net.features[0][0].stride = (spec["stem_stride"],) * 2
        self.net.to(next(iter(state.values())).dtype)
        theirs = {torchvision_name(k): v for k, v in state.items()}
        counters = {k: v for k, v in self.net.state_dict().items() if k.endswith("num_batches_tracked")}
        self.net.load_state_dict({**theirs, **counters}, strict=True)
        self.tensors = {**dict(self.net.named_parameters()), **dict(self.net.named_buffers())}
        self.taps = []
        for part in list(self.net.features)[1:]:
            part.register_forward_hook(lambda module, inputs, output: self.taps.append(output))

    def tensor(self, name):
        return self.tensors[torchvision_name(name)]

    def forward(self, x, training=False, momentum=0.1):
        self.taps.clear()
        self.net.train(training)
        for module in self.net.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = momentum
        return self.net(x), list(self.taps)


def prefixed(tensors, prefix):
    return {k[len(prefix):]: v for k, v in tensors.items() if k.startswith(prefix)}


def forward(tensors, metadata, peers):
    with torch.no_grad():
        net = peers[metadata["peer"]](prefixed(tensors, "net."), json.loads(metadata["spec"]))
        logits, taps = net.forward(tensors["images"])
    return {"logits": logits, **{f"tap.{i}": t for i, t in enumerate(taps, 1)}}


def is_trained(name):
    return not name.endswith(("running_mean", "running_var"))


def task_loss(out, task, student, teacher, tensors, metadata):
    """Cross entropy, distances of the taps, distillation: told one by one in `out`, and added up."""
    images = tensors[f"images.{task}"]
    with torch.no_grad():
        hint, wanted = teacher.forward(images)
    logits, got = student.forward(images, True, float(metadata["bn_momentum"]))
    out[f"logits.{task}"] = logits.detach()
    cross_entropy = F.cross_entropy(logits, tensors[f"labels.{task}"])
    l1 = torch.stack([(w - g).abs().mean() for w, g in zip(wanted, got)])
    out[f"ce.{task}"], out[f"l1.{task}"] = cross_entropy.detach().reshape(1), l1.detach()
    loss = cross_entropy + float(metadata["l1_weight"]) * l1.sum()
    if float(metadata["distillation_weight"]) > 0:
        t = float(metadata["temperature"])
        kl = F.kl_div((logits / t).log_softmax(1), (hint / t).softmax(1), reduction="batchmean") * t * t
        out[f"kl.{task}"] = kl.detach().reshape(1)
        loss = loss + float(metadata["distillation_weight"]) * kl
    return loss


def calibrate(tensors, metadata, peers):
    """Tasks, each with a teacher; tensors named shared.* are the same objects in all students."""
    spec, peer = json.loads(metadata["spec"]), peers[metadata["peer"]]
    shared, out, owners = prefixed(tensors, "student.shared."), {}, {}
    for tensor in (tensors[k] for k in tensors if k.startswith("student.") and is_trained(k)):
        tensor.requires_grad_()
    for task in metadata["tasks"]:
        own = prefixed(tensors, f"student.{task}.")
        student = peer({**own, **shared}, spec)
        teacher = peer(prefixed(tensors, f"teacher.{task}."), spec)
        task_loss(out, task, student, teacher, tensors, metadata).backward()
        owners.update({f"{task}.{name}": (student, name) for name in own})
        owners.update({f"shared.{name}": (student, name) for name in shared})
    for key, (student, name) in owners.items():
        tensor = student.tensor(name)
        out[("grad." if is_trained(name) else "stat.") + key] = tensor.grad if is_trained(name) else tensor
    return out


def main(peers):
    command, source, target = sys.argv[1:]
    torch.set_num_threads(1)
    arrays, metadata = tensor_files.read(source)
    tensors = {k: torch.from_numpy(v) for k, v in arrays.items()}
    result = {}
    for one in command.split("+"):
        result.update({"forward": forward, "calibrate": calibrate}[one](tensors, metadata, peers))
    tensor_files.write(target, {k: v.detach().numpy() for k, v in result.items()})


if __name__ == "__main__":
    main({"paper": PaperNetwork, "torchvision": TorchvisionNetwork})
