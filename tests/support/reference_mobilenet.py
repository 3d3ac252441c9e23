"""MobileNet V1 in plain PyTorch, written from the paper (Howard et al. 2017): the independent peer of the C++ network.

    reference_mobilenet.py forward   IN OUT     logits and taps in evaluation mode
    reference_mobilenet.py calibrate IN OUT     loss terms, gradients and BN statistics of one calibration iteration
IN and OUT are safetensors files; IN's metadata hold the spec, and for `calibrate` the merged layers and the BN policy.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import tensor_files  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

STRIDES = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1]


def convolution(x, weight, stride, groups, same):
    kernel = weight.shape[-1]
    if kernel == 1:
        return F.conv2d(x, weight)
    if same:
        # TensorFlow's definition: total = max((ceil(n/s)-1)*s + k - n, 0), the smaller half first.
        pads = []
        for n in (x.shape[3], x.shape[2]):
            total = max((-(-n // stride) - 1) * stride + kernel - n, 0)
            pads += [total // 2, total - total // 2]
        return F.conv2d(F.pad(x, pads), weight, stride=stride, groups=groups)
    return F.conv2d(x, weight, stride=stride, padding=1, groups=groups)


class Network:
    def __init__(self, state, spec):
        self.state, self.spec = state, spec

    def unit(self, x, name, stride, depthwise, training, momentum):
        s = self.state
        weight = s[name + ".conv.weight"]
        x = convolution(x, weight, stride, weight.shape[0] if depthwise else 1, self.spec["padding"] == "same")
        x = F.batch_norm(x, s[name + ".bn.running_mean"], s[name + ".bn.running_var"], s[name + ".bn.weight"],
                         s[name + ".bn.bias"], training, momentum, self.spec["bn_epsilon"])
        return F.relu6(x) if self.spec["activation"] == "relu6" else F.relu(x)

    def forward(self, x, training=False, momentum=0.1):
        taps = []
        x = self.unit(x, "stem", self.spec["stem_stride"], False, training, momentum)
        for i, stride in enumerate(STRIDES, 1):
            x = self.unit(x, f"layers.{i}.depthwise", stride, True, training, momentum)
            x = self.unit(x, f"layers.{i}.pointwise", 1, False, training, momentum)
            taps.append(x)
        return F.linear(x.mean((2, 3)), self.state["head.weight"], self.state["head.bias"]), taps


def prefixed(tensors, prefix):
    return {k[len(prefix):]: v for k, v in tensors.items() if k.startswith(prefix)}


def forward(tensors, metadata):
    spec = json.loads(metadata["spec"])
    logits, taps = Network(prefixed(tensors, "net."), spec).forward(tensors["images"])
    return {"logits": logits, **{f"tap.{i}": t for i, t in enumerate(taps, 1)}}


def is_trained(name):
    return not name.endswith(("running_mean", "running_var"))


def calibrate(tensors, metadata):
    """Two tasks, each with a teacher; pointwise tensors named shared.* are the same objects in both students."""
    spec = json.loads(metadata["spec"])
    shared, students = prefixed(tensors, "student.shared."), []
    for task in "ab":
        students.append({**prefixed(tensors, f"student.{task}."), **shared})
    every = {f"shared.{k}": v for k, v in shared.items()}
    for task, student in zip("ab", students):
        every.update({f"{task}.{k}": v for k, v in student.items() if k not in shared})
    for name, tensor in every.items():
        if is_trained(name):
            tensor.requires_grad_()
    out = {}
    for task, student in zip("ab", students):
        images, labels = tensors[f"images.{task}"], tensors[f"labels.{task}"]
        with torch.no_grad():
            teacher, wanted = Network(prefixed(tensors, f"teacher.{task}."), spec).forward(images)
        logits, got = Network(student, spec).forward(images, True, float(metadata["bn_momentum"]))
        l1 = torch.stack([(w - g).abs().mean() for w, g in zip(wanted, got)])
        cross_entropy = F.cross_entropy(logits, labels)
        out[f"ce.{task}"], out[f"l1.{task}"] = cross_entropy.detach().reshape(1), l1.detach()
        loss = cross_entropy + float(metadata["l1_weight"]) * l1.sum()
        if float(metadata["distillation_weight"]) > 0:
            t = float(metadata["temperature"])
            kl = F.kl_div((logits / t).log_softmax(1), (teacher / t).softmax(1), reduction="batchmean") * t * t
            out[f"kl.{task}"] = kl.detach().reshape(1)
            loss = loss + float(metadata["distillation_weight"]) * kl
        loss.backward()
    for name, tensor in every.items():
        if is_trained(name):
            out["grad." + name] = tensor.grad
        else:
            out["stat." + name] = tensor
    return out


def main():
    command, source, target = sys.argv[1:]
    torch.set_num_threads(1)
    arrays, metadata = tensor_files.read(source)
    tensors = {k: torch.from_numpy(v) for k, v in arrays.items()}
    result = {"forward": forward, "calibrate": calibrate}[command](tensors, metadata)
    tensor_files.write(target, {k: v.detach().numpy() for k, v in result.items()})


if __name__ == "__main__":
    main()
