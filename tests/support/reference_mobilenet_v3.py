"""MobileNet V3 in plain PyTorch: the independent peers of the C++ network.

    reference_mobilenet_v3.py forward   IN OUT   logits and taps in evaluation mode
    reference_mobilenet_v3.py calibrate IN OUT   loss terms, gradients and BN statistics of one calibration iteration
As reference_mobilenet_v2.py. "torchvision" has the channels that its library gives a width; "paper", written from
Howard et al. 2019, takes them from the weights.
"""
import functools
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import reference_mobilenet_v2  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

# Tables 1 and 2: kernel, squeeze-and-excite, hard swish, stride of each block.
BLOCKS = {
    "mobilenet_v3_large": [(3, 0, 0, 1), (3, 0, 0, 2), (3, 0, 0, 1), (5, 1, 0, 2), (5, 1, 0, 1), (5, 1, 0, 1),
                           (3, 0, 1, 2), (3, 0, 1, 1), (3, 0, 1, 1), (3, 0, 1, 1), (3, 1, 1, 1), (3, 1, 1, 1),
                           (5, 1, 1, 2), (5, 1, 1, 1), (5, 1, 1, 1)],
    "mobilenet_v3_small": [(3, 1, 0, 2), (3, 0, 0, 2), (3, 0, 0, 1), (5, 1, 1, 2), (5, 1, 1, 1), (5, 1, 1, 1),
                           (5, 1, 1, 1), (5, 1, 1, 1), (5, 1, 1, 2), (5, 1, 1, 1), (5, 1, 1, 1)]}


class PaperNetwork(reference_mobilenet_v2.PaperNetwork):
    def squeeze_and_excite(self, x, prefix):
        def linear(y, role):
            name = f"{prefix}.{role}"
            return F.linear(y, self.state[f"{name}.conv.weight"].flatten(1), self.state[f"{name}.bias"])

        # PyTorch's own function, as its gradient is a sixth in float32 also where all else is float64.
        factors = F.hardsigmoid(linear(F.relu(linear(x.mean((2, 3)), "squeeze")), "excite"))
        return x * factors[:, :, None, None]

    def block(self, x, layer, kernel, squeezes, hard_swish, stride):
        prefix = f"layers.{layer}"
        minimalistic = self.spec.get("minimalistic", False)
        activation = "hard-swish" if hard_swish and not minimalistic else self.spec["activation"]
        assert self.state[f"{prefix}.depthwise.conv.weight"].shape[2] == (3 if minimalistic else kernel)
        expands = layer > 1 or self.spec.get("expand_first", False)
        y = self.unit(x, f"{prefix}.expand", 1, activation) if expands else x
        y = self.unit(y, f"{prefix}.depthwise", stride, activation, depthwise=True)
        if squeezes and not minimalistic:
            y = self.squeeze_and_excite(y, prefix)
        y = self.unit(y, f"{prefix}.project", 1, "none")
        return x + y if stride == 1 and x.shape[1] == y.shape[1] else y

    def forward(self, x, training=False, momentum=0.1):
        self.training, self.momentum = training, momentum
        blocks = BLOCKS[self.spec["architecture"]]
        strides = self.spec.get("strides") or [block[-1] for block in blocks]
        outer = self.spec["activation"] if self.spec.get("minimalistic") else "hard-swish"
        taps = []
        x = self.unit(x, "stem", self.spec["stem_stride"], outer)
        for layer, ((kernel, squeezes, hard_swish, _), stride) in enumerate(zip(blocks, strides), 1):
            x = self.block(x, layer, kernel, squeezes, hard_swish, stride)
            taps.append(x)
        taps.append(self.unit(x, f"layers.{len(blocks) + 1}.pointwise", 1, outer))
        x = taps[-1].mean((2, 3))
        for i, hidden in enumerate(self.spec.get("hidden", []), 1):
            x = F.linear(x, self.state[f"hidden.{i}.weight"], self.state[f"hidden.{i}.bias"])
            x = reference_mobilenet_v2.ACTIVATIONS[hidden["activation"]](x)
        return F.linear(x, self.state["head.weight"], self.state["head.bias"]), taps


class TorchvisionNetwork(reference_mobilenet_v2.TorchvisionNetwork):
    def __init__(self, state, spec):
        from torchvision.models import mobilenetv3
        assert spec["padding"] == "pad-1" and spec["activation"] == "relu"
        assert not spec.get("channels") and not spec.get("expand_first")
        settings, last = mobilenetv3._mobilenet_v3_conf(spec["architecture"], width_mult=spec["width"])
        for setting, stride in zip(settings, spec.get("strides") or [setting.stride for setting in settings]):
            setting.stride = stride
            if spec.get("minimalistic"):
                setting.kernel, setting.use_se, setting.use_hs = 3, False, False
        norm = functools.partial(torch.nn.BatchNorm2d, eps=spec["bn_epsilon"])
        self.net = mobilenetv3.MobileNetV3(settings, last, spec["classes"], norm_layer=norm, dropout=0.0)
        self.net.features[0][0].stride = (spec["stem_stride"],) * 2
        if spec.get("minimalistic"):
            for layers, index in ((self.net.features[0], 2), (self.net.features[-1], 2), (self.net.classifier, 1)):
                layers[index] = torch.nn.ReLU()
        self.names = self.torchvision_names(state, len(settings))
        self.net.to(next(iter(state.values())).dtype)
        counters = {k: v for k, v in self.net.state_dict().items() if k.endswith("num_batches_tracked")}
        self.net.load_state_dict({**{self.names[k]: v for k, v in state.items()}, **counters}, strict=True)
        self.tensors = {**dict(self.net.named_parameters()), **dict(self.net.named_buffers())}
        self.taps = []
        for part in list(self.net.features)[1:]:
            part.register_forward_hook(lambda module, inputs, output: self.taps.append(output))

    @staticmethod
    def torchvision_names(state, blocks):
        """What torchvision calls each tensor of ours: modules of a block are numbered as far as there are any."""
        modules = {"stem": "features.0", f"layers.{blocks + 1}.pointwise": f"features.{blocks + 1}",
                   "hidden.1": "classifier.0", "head": "classifier.3"}
        for layer in range(1, blocks + 1):
            roles = [role for role in ("expand", "depthwise", "squeeze", "project")
                     if f"layers.{layer}.{role}.conv.weight" in state]
            for i, role in enumerate(roles):
                module = f"features.{layer}.block.{i}"
                modules[f"layers.{layer}.{role}"] = f"{module}.fc1" if role == "squeeze" else module
            if "squeeze" in roles:
                modules[f"layers.{layer}.excite"] = f"features.{layer}.block.{roles.index('squeeze')}.fc2"
        names = {}
        for name in state:
            unit = next(unit for unit in modules if name.startswith(f"{unit}."))
            leaf = name[len(unit) + 1:]
            normalizes = f"{unit}.bn.weight" in state
            leaf = leaf.replace("conv.", "0." if normalizes else "").replace("bn.", "1.")
            names[name] = f"{modules[unit]}.{leaf}"
        return names

    def tensor(self, name):
        return self.tensors[self.names[name]]


if __name__ == "__main__":
    reference_mobilenet_v2.main({"paper": PaperNetwork, "torchvision": TorchvisionNetwork})
