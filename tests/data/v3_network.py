"""MobileNet V3 in plain PyTorch, written from the paper (Howard et al. 2019, tables 1 and 2), and the names of its
tensors by publisher, written out here and not by the tables of the program.

Units are called "stem", (layer, role) and "last"; layers count from 1, roles are "expand", "depthwise", "squeeze",
"excite" and "project".
"""
import numpy
import torch
import torch.nn.functional as F

from v2_network import rounded, same_pads

# Kernel, expanded, put out, squeeze-and-excite, hard swish, stride.
LARGE = [(3, 16, 16, 0, 0, 1), (3, 64, 24, 0, 0, 2), (3, 72, 24, 0, 0, 1), (5, 72, 40, 1, 0, 2),
         (5, 120, 40, 1, 0, 1), (5, 120, 40, 1, 0, 1), (3, 240, 80, 0, 1, 2), (3, 200, 80, 0, 1, 1),
         (3, 184, 80, 0, 1, 1), (3, 184, 80, 0, 1, 1), (3, 480, 112, 1, 1, 1), (3, 672, 112, 1, 1, 1),
         (5, 672, 160, 1, 1, 2), (5, 960, 160, 1, 1, 1), (5, 960, 160, 1, 1, 1)]
SMALL = [(3, 16, 16, 1, 0, 2), (3, 72, 24, 0, 0, 2), (3, 88, 24, 0, 0, 1), (5, 96, 40, 1, 1, 2),
         (5, 240, 40, 1, 1, 1), (5, 240, 40, 1, 1, 1), (5, 120, 48, 1, 1, 1), (5, 144, 48, 1, 1, 1),
         (5, 288, 96, 1, 1, 2), (5, 576, 96, 1, 1, 1), (5, 576, 96, 1, 1, 1)]
STAGES = {"large": [1, 2, 3, 4, 2, 3], "small": [1, 2, 3, 2, 3]}


def hard_sigmoid(x, slope=1 / 6):
    return (slope * x + 0.5).clamp(0, 1)


def hard_swish(x):
    return x * hard_sigmoid(x)


class Network:
    """Channels and conventions of a V3; `quarter`: the squeezed channels of so many expanded ones."""

    def __init__(self, kind="large", width=1.0, minimalistic=False, expand_first=False, stem=None, last=None,
                 quarter=lambda channels: rounded(channels / 4), hidden=None):
        self.kind, self.minimalistic = kind, minimalistic
        self.stem = stem or rounded(16 * width)
        self.rows, inputs = [], self.stem
        for i, (kernel, expanded, outputs, squeezes, swishes, stride) in enumerate(LARGE if kind == "large" else SMALL):
            hidden_channels = self.stem if i == 0 and not expand_first else rounded(expanded * width)
            outputs = rounded(outputs * width)
            self.rows.append({"layer": i + 1, "kernel": 3 if minimalistic else kernel, "inputs": inputs,
                              "expanded": hidden_channels, "expands": i > 0 or expand_first,
                              "squeezed": quarter(hidden_channels) if squeezes and not minimalistic else 0,
                              "outputs": outputs, "swishes": swishes and not minimalistic, "stride": stride})
            inputs = outputs
        self.last = last or 6 * inputs
        self.hidden = hidden or (1280 if kind == "large" else 1024)

    def units(self):
        """[(unit, shape of its weights)] in the order of computing."""
        result = [("stem", (self.stem, 3, 3, 3))]
        for row in self.rows:
            layer, n, s = row["layer"], row["expanded"], row["squeezed"]
            if row["expands"]:
                result.append(((layer, "expand"), (n, row["inputs"], 1, 1)))
            result.append(((layer, "depthwise"), (n, 1, row["kernel"], row["kernel"])))
            if s:
                result += [((layer, "squeeze"), (s, n, 1, 1)), ((layer, "excite"), (n, s, 1, 1))]
            result.append(((layer, "project"), (row["outputs"], n, 1, 1)))
        return result + [("last", (self.last, self.rows[-1]["outputs"], 1, 1))]

    def channels(self):
        """As a spec has them."""
        result = [self.stem]
        for row in self.rows:
            result += [row["expanded"], row["squeezed"], row["outputs"]]
        return result + [self.last]

    def random_state(self, seed, classes=0):
        """{unit: (weight, gamma, beta, mean, variance)}, of squeeze-and-excite (weight, bias), and under "head" the
        hidden layer and the last one, each (weight, bias)."""
        random = numpy.random.default_rng(seed)
        state = {}
        for unit, shape in self.units():
            weight = random.normal(0, 0.2 / (shape[1] * shape[2] * shape[3]) ** 0.5, shape)
            out = shape[0]
            if is_gate(unit):
                values = (weight, random.normal(0.3, 1.5 if unit[1] == "excite" else 0.3, out))
            else:
                values = (weight, random.uniform(0.7, 1.3, out), random.normal(0.2, 0.2, out),
                          random.normal(0, 0.1, out), random.uniform(0.7, 1.4, out))
            state[unit] = tuple(v.astype(numpy.float32) for v in values)
        images = random.normal(0, 1, (8, 3, 64, 64)).astype(numpy.float32)
        self.features(state, images, settle=lambda unit, y: settle(state, unit, y))
        state["head"], inputs = [], self.last
        for out in [self.hidden, classes] if classes else []:
            state["head"].append((random.normal(0, (2 / inputs) ** 0.5, (out, inputs)).astype(numpy.float32),
                                  random.normal(0, 0.5, out).astype(numpy.float32)))
            inputs = out
        return state

    def features(self, state, images, same=False, epsilon=1e-5, slope=1 / 6, maps=False, settle=None):
        """[N,C], what is averaged behind the last convolution; `maps`: that before. `settle` is told what each
        convolution puts out, and may change the state."""
        def unit(x, name, activation, stride=1):
            x = convolve(x, torch.from_numpy(state[name][0]), stride, is_depthwise(name), same)
            if settle:
                settle(name, x)
            _, gamma, beta, mean, variance = (torch.from_numpy(v) for v in state[name])
            return activation(F.batch_norm(x, mean, variance, gamma, beta, False, 0, epsilon))

        def gate(x, layer):
            y = x.mean((2, 3))
            for role, activation in (("squeeze", F.relu), ("excite", lambda z: hard_sigmoid(z, slope))):
                if settle:
                    settle((layer, role), F.linear(y, torch.from_numpy(state[(layer, role)][0]).flatten(1)))
                weight, bias = (torch.from_numpy(v) for v in state[(layer, role)])
                y = activation(F.linear(y, weight.flatten(1), bias))
            return x * y[:, :, None, None]

        outer = F.relu if self.minimalistic else hard_swish
        with torch.no_grad():
            x = unit(torch.from_numpy(images), "stem", outer, 2)
            for row in self.rows:
                layer, activation = row["layer"], hard_swish if row["swishes"] else F.relu
                y = unit(x, (layer, "expand"), activation) if row["expands"] else x
                y = unit(y, (layer, "depthwise"), activation, row["stride"])
                y = gate(y, layer) if row["squeezed"] else y
                y = unit(y, (layer, "project"), lambda z: z)
                x = x + y if row["stride"] == 1 and row["inputs"] == row["outputs"] else y
            x = unit(x, "last", outer)
            return x if maps else x.mean((2, 3))

    def logits(self, state, x, factor=1.0):
        """Of the usual head; the last layer reads `factor` times what the hidden one puts out."""
        (weight, bias), (last, last_bias) = ([torch.from_numpy(v) for v in pair] for pair in state["head"])
        x = F.linear(x, weight, bias)
        x = F.relu(x) if self.minimalistic else hard_swish(x)
        return F.linear(factor * x, last, last_bias)


def settle(state, unit, y):
    """Gives a convolution the statistics that its outputs have, more or less, and a gate weights that leave its outputs
    between its bounds."""
    if is_gate(unit):
        weight, bias = state[unit]
        state[unit] = (weight * numpy.float32(1 / float(y.std())), bias - (y.mean(0) / y.std()).numpy())
        return
    weight, gamma, beta, mean, variance = state[unit]
    own, spread = y.mean((0, 2, 3)).numpy(), y.var((0, 2, 3)).numpy()
    state[unit] = (weight, gamma, beta, own + mean * numpy.sqrt(spread), variance * spread)


def convolve(x, weight, stride, depthwise, same):
    kernel, groups = weight.shape[-1], weight.shape[0] if depthwise else 1
    if not same:
        return F.conv2d(x, weight, stride=stride, padding=(kernel - 1) // 2, groups=groups)
    pads = same_pads(x.shape[3], kernel, stride) + same_pads(x.shape[2], kernel, stride)
    return F.conv2d(F.pad(x, pads), weight, stride=stride, groups=groups)


def is_depthwise(unit):
    return unit not in ("stem", "last") and unit[1] == "depthwise"


def is_gate(unit):
    return unit not in ("stem", "last") and unit[1] in ("squeeze", "excite")


# Names: (convolution's weight, beginning of batch normalization's or of the bias's) of a unit, by publisher.

def torchvision(network, unit):
    if unit in ("stem", "last"):
        start = "features.0." if unit == "stem" else f"features.{len(network.rows) + 1}."
        return start + "0.weight", start + "1."
    layer, role = unit
    row = network.rows[layer - 1]
    parts = (["expand"] if row["expands"] else []) + ["depthwise"] + (["gate"] if row["squeezed"] else []) + ["project"]
    start = f"features.{layer}.block.{parts.index('gate' if is_gate(unit) else role)}."
    if is_gate(unit):
        start += "fc1." if role == "squeeze" else "fc2."
        return start + "weight", start
    return start + "0.weight", start + "1."


def timm(network, unit):
    if unit == "stem":
        return "conv_stem.weight", "bn1."
    stages = STAGES[network.kind]
    if unit == "last":
        return f"blocks.{len(stages)}.0.conv.weight", f"blocks.{len(stages)}.0.bn1."
    layer, role = unit
    stage, block = 0, layer - 1
    while block >= stages[stage]:
        block -= stages[stage]
        stage += 1
    start = f"blocks.{stage}.{block}."
    if is_gate(unit):
        start += "se.conv_reduce." if role == "squeeze" else "se.conv_expand."
        return start + "weight", start
    names = {"expand": ("conv_pw", "bn1"), "depthwise": ("conv_dw", "bn2"), "project": ("conv_pwl", "bn3")}
    if layer == 1:
        names = {"depthwise": ("conv_dw", "bn1"), "project": ("conv_pw", "bn2")}
    return start + names[role][0] + ".weight", start + names[role][1] + "."


def paddle(network, unit):
    if unit in ("stem", "last"):
        start = "conv." if unit == "stem" else "last_second_conv."
    else:
        layer, role = unit
        kinds = {"expand": "expand_conv", "depthwise": "bottleneck_conv", "project": "linear_conv",
                 "squeeze": "mid_se.conv1", "excite": "mid_se.conv2"}
        start = f"blocks.{layer - 1}.{kinds[role]}."
        if is_gate(unit):
            return start + "weight", start
    return start + "conv.weight", start + "bn."


def li14(network, unit):
    """With squeeze-and-excite behind the activation."""
    if unit in ("stem", "last"):
        start = "features.0." if unit == "stem" else "conv."
        return start + "0.weight", start + "1."
    layer, role = unit
    at = {"expand": 0, "depthwise": 3, "gate": 6, "project": 7}
    if layer == 1:
        at = {"depthwise": 0, "gate": 3, "project": 4}
    if is_gate(unit):
        start = f"features.{layer}.conv.{at['gate']}.fc.{0 if role == 'squeeze' else 2}."
        return start + "weight", start
    return f"features.{layer}.conv.{at[role]}.weight", f"features.{layer}.conv.{at[role] + 1}."


def keras(unit, slashes=False):
    """(layer of the convolution, layer of batch normalization); `slashes`: as Keras 2 has them."""
    if unit in ("stem", "last"):
        name = ("Conv" if slashes else "conv") + ("" if unit == "stem" else "_1")
    else:
        layer, role = unit
        block = "expanded_conv" + ("" if layer == 1 else f"_{layer - 1}")
        gates = {"squeeze": ("squeeze_excite_conv", "squeeze_excite/Conv"),
                 "excite": ("squeeze_excite_conv_1", "squeeze_excite/Conv_1")}
        own = gates[role][1 if slashes else 0] if role in gates else role
        name = block + ("/" if slashes else "_") + own
    return name, name + ("/BatchNorm" if slashes else "_bn")


def slim(unit):
    return "MobilenetV3/" + keras(unit, True)[0]


TORCH_LEAVES = ("weight", "bias", "running_mean", "running_var")
PADDLE_LEAVES = ("weight", "bias", "_mean", "_variance")
TENSORFLOW_LEAVES = ("gamma", "beta", "moving_mean", "moving_variance")


def torch_like(network, state, names, leaves=TORCH_LEAVES, linear_gates=False):
    """A state dict with the names of a publisher, without a head."""
    result = {}
    for unit, values in state.items():
        if unit == "head":
            continue
        weight, start = names(network, unit)
        if is_gate(unit):
            result[weight] = values[0][:, :, 0, 0] if linear_gates else values[0]
            result[start + "bias"] = values[1]
            continue
        result[weight] = values[0]
        result.update({start + leaf: value for leaf, value in zip(leaves, values[1:])})
    return {name: numpy.ascontiguousarray(value) for name, value in result.items()}


def kernel(unit, weight):
    """In the layout of TensorFlow."""
    return numpy.ascontiguousarray(weight.transpose(2, 3, 0, 1) if is_depthwise(unit) else weight.transpose(2, 3, 1, 0))


def as_convolution(weight):
    """A linear layer as a 1x1 convolution of TensorFlow."""
    return numpy.ascontiguousarray(weight.T.reshape(1, 1, *weight.T.shape))


def slim_state(state):
    result = {}
    for unit, values in state.items():
        if unit == "head":
            continue
        leaf = "depthwise_weights" if is_depthwise(unit) else "weights"
        result[f"{slim(unit)}/{leaf}"] = kernel(unit, values[0])
        if is_gate(unit):
            result[slim(unit) + "/biases"] = values[1]
            continue
        for norm, value in zip(TENSORFLOW_LEAVES, values[1:]):
            result[f"{slim(unit)}/BatchNorm/{norm}"] = value
    for name, (weight, bias) in zip(("Conv_2", "Logits/Conv2d_1c_1x1"), state["head"]):
        result[f"MobilenetV3/{name}/weights"] = as_convolution(weight)
        result[f"MobilenetV3/{name}/biases"] = bias
    return result


def keras_layers(state, slashes=False):
    """[(layer, {leaf: values})] in the order of the network; the head as convolutions."""
    result = []
    for unit, values in state.items():
        if unit == "head":
            continue
        convolution, norm = keras(unit, slashes)
        leaf = "depthwise_kernel" if is_depthwise(unit) else "kernel"
        weights = {leaf: kernel(unit, values[0])}
        if is_gate(unit):
            weights["bias"] = values[1]
        result.append((convolution, weights))
        if not is_gate(unit):
            result.append((norm, dict(zip(TENSORFLOW_LEAVES, values[1:]))))
    for name, (weight, bias) in zip(("Conv_2", "Logits") if slashes else ("conv_2", "logits"), state["head"]):
        result.append((name, {"kernel": as_convolution(weight), "bias": bias}))
    return result
