"""MobileNet V2 in plain PyTorch, written from the paper (Sandler et al. 2018, table 2), and the names of its tensors by
publisher, written out here and not by the tables of the program.

Units are called "stem", (layer, role) and "last"; layers count from 1, roles are "expand", "depthwise" and "project".
"""
import numpy
import torch
import torch.nn.functional as F

ROWS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
CIFAR_STRIDES = [1, 1, 2, 2, 1, 2, 1]


def rounded(value):
    result = max(8, int(value + 4) // 8 * 8)
    return result + 8 if result < 0.9 * value else result


def usual_channels(width):
    return [rounded(32 * width)] + [rounded(c * width) for _, c, _, _ in ROWS] + [rounded(1280 * max(1.0, width))]


def plain_channels(width):
    """As Paddle and tonylins have it."""
    return [int(32 * width)] + [int(c * width) for _, c, _, _ in ROWS] + [int(1280 * max(1.0, width))]


def blocks(channels, strides=None):
    """[(layer, row, place in the row, ratio, inputs, outputs, stride)]"""
    result, inputs, layer = [], channels[0], 0
    for row, (ratio, _, count, stride) in enumerate(ROWS):
        for place in range(count):
            layer += 1
            own = (strides[row] if strides else stride) if place == 0 else 1
            result.append((layer, row, place, ratio, inputs, channels[row + 1], own))
            inputs = channels[row + 1]
    return result


def units(channels, expand_first=False):
    """[(unit, shape of its weights)] in the order of computing."""
    result = [("stem", (channels[0], 3, 3, 3))]
    for layer, _, _, ratio, inputs, outputs, _ in blocks(channels):
        hidden = inputs * ratio
        if ratio > 1 or expand_first:
            result.append(((layer, "expand"), (hidden, inputs, 1, 1)))
        result.append(((layer, "depthwise"), (hidden, 1, 3, 3)))
        result.append(((layer, "project"), (outputs, hidden, 1, 1)))
    return result + [("last", (channels[8], channels[7], 1, 1))]


def random_state(channels, seed, expand_first=False, head=()):
    """{unit: (weight, gamma, beta, mean, variance)}, and under "head" [(weight, bias)] of these widths."""
    random = numpy.random.default_rng(seed)
    state = {}
    for unit, shape in units(channels, expand_first):
        fan_in = shape[1] * shape[2] * shape[3]
        out = shape[0]
        values = (random.normal(0, (2 / fan_in) ** 0.5, shape), random.uniform(0.7, 1.3, out),
                  random.normal(0.2, 0.2, out), random.normal(0, 0.1, out), random.uniform(0.5, 1.5, out))
        state[unit] = tuple(v.astype(numpy.float32) for v in values)
    state["head"], inputs = [], channels[8]
    for out in head:
        state["head"].append((random.normal(0, (1 / inputs) ** 0.5, (out, inputs)).astype(numpy.float32),
                              random.normal(0, 0.1, out).astype(numpy.float32)))
        inputs = out
    return state


def same_pads(size, kernel, stride):
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return [total // 2, total - total // 2]


def convolve(x, weight, stride, groups, same):
    if weight.shape[-1] == 1:
        return F.conv2d(x, weight)
    if not same:
        return F.conv2d(x, weight, stride=stride, padding=1, groups=groups)
    pads = same_pads(x.shape[3], 3, stride) + same_pads(x.shape[2], 3, stride)
    return F.conv2d(F.pad(x, pads), weight, stride=stride, groups=groups)


def features(state, images, channels, same=False, epsilon=1e-5, relu6=True, stem_stride=2, strides=None):
    """[N,C], what is averaged behind the last convolution."""
    def unit(x, name, stride=1, linear=False):
        weight, gamma, beta, mean, variance = (torch.from_numpy(v) for v in state[name])
        groups = weight.shape[0] if weight.shape[1] == 1 and weight.shape[2] == 3 else 1
        x = convolve(x, weight, stride, groups, same)
        x = F.batch_norm(x, mean, variance, gamma, beta, False, 0, epsilon)
        return x if linear else F.relu6(x) if relu6 else F.relu(x)

    with torch.no_grad():
        x = unit(torch.from_numpy(images), "stem", stem_stride)
        for layer, _, _, _, inputs, outputs, stride in blocks(channels, strides):
            y = unit(x, (layer, "expand")) if (layer, "expand") in state else x
            y = unit(unit(y, (layer, "depthwise"), stride), (layer, "project"), linear=True)
            x = x + y if stride == 1 and inputs == outputs else y
        return unit(x, "last").mean((2, 3))


def logits(state, x, activation=F.relu):
    """The head's linear layers, with an activation between them."""
    for i, (weight, bias) in enumerate(state["head"]):
        x = F.linear(activation(x) if i > 0 else x, torch.from_numpy(weight), torch.from_numpy(bias))
    return x


# Names: (convolution's weight, beginning of batch normalization's) of a unit, by publisher.

def place_of(layer):
    return next((row, place) for number, row, place, *_ in blocks(usual_channels(1.0)) if number == layer)


def torchvision(unit):
    if unit == "stem":
        return "features.0.0.weight", "features.0.1."
    if unit == "last":
        return "features.18.0.weight", "features.18.1."
    layer, role = unit
    if layer == 1:
        names = {"depthwise": ("0.0.weight", "0.1."), "project": ("1.weight", "2.")}
    else:
        names = {"expand": ("0.0.weight", "0.1."), "depthwise": ("1.0.weight", "1.1."), "project": ("2.weight", "3.")}
    return tuple(f"features.{layer}.conv.{name}" for name in names[role])


def timm(unit):
    if unit == "stem":
        return "conv_stem.weight", "bn1."
    if unit == "last":
        return "conv_head.weight", "bn2."
    row, place = place_of(unit[0])
    if unit[0] == 1:
        names = {"depthwise": ("conv_dw.weight", "bn1."), "project": ("conv_pw.weight", "bn2.")}
    else:
        names = {"expand": ("conv_pw.weight", "bn1."), "depthwise": ("conv_dw.weight", "bn2."),
                 "project": ("conv_pwl.weight", "bn3.")}
    return tuple(f"blocks.{row}.{place}.{name}" for name in names[unit[1]])


def hugging_face(unit):
    kinds = {"expand": "expand_1x1", "depthwise": "conv_3x3", "project": "reduce_1x1"}
    if unit == "stem":
        start = "mobilenet_v2.conv_stem.first_conv."
    elif unit == "last":
        start = "mobilenet_v2.conv_1x1."
    elif unit[0] == 1:
        start = f"mobilenet_v2.conv_stem.{kinds[unit[1]]}."
    else:
        start = f"mobilenet_v2.layer.{unit[0] - 2}.{kinds[unit[1]]}."
    return start + "convolution.weight", start + "normalization."


def mmpretrain(unit):
    if unit in ("stem", "last"):
        start = "backbone.conv1." if unit == "stem" else "backbone.conv2."
    else:
        row, place = place_of(unit[0])
        number = ["expand", "depthwise", "project"].index(unit[1]) - (1 if unit[0] == 1 else 0)
        start = f"backbone.layer{row + 1}.{place}.conv.{number}."
    return start + "conv.weight", start + "bn."


def paddle(unit):
    if unit in ("stem", "last"):
        start = "conv1." if unit == "stem" else "conv9."
    else:
        row, place = place_of(unit[0])
        kind = {"expand": "_expand_conv", "depthwise": "_bottleneck_conv", "project": "_linear_conv"}[unit[1]]
        block = "_first_block" if place == 0 else f"conv{row + 2}_{place + 1}"
        start = f"conv{row + 2}.{block}.{kind}."
    return start + "_conv.weight", start + "_batch_norm."


def kuangliu(unit):
    if unit in ("stem", "last"):
        number, start = (1 if unit == "stem" else 2), ""
    else:
        number, start = ["expand", "depthwise", "project"].index(unit[1]) + 1, f"layers.{unit[0] - 1}."
    return f"{start}conv{number}.weight", f"{start}bn{number}."


def tonylins(unit, expand_first):
    if unit in ("stem", "last"):
        start = "features.0." if unit == "stem" else "features.18."
        return start + "0.weight", start + "1."
    skipped = 1 if unit[0] == 1 and not expand_first else 0
    at = 3 * (["expand", "depthwise", "project"].index(unit[1]) - skipped)
    return f"features.{unit[0]}.conv.{at}.weight", f"features.{unit[0]}.conv.{at + 1}."


def keras(unit):
    """(layer of the convolution, layer of batch normalization)"""
    if unit == "stem":
        return "Conv1", "bn_Conv1"
    if unit == "last":
        return "Conv_1", "Conv_1_bn"
    name = ("expanded_conv_" if unit[0] == 1 else f"block_{unit[0] - 1}_") + unit[1]
    return name, name + "_BN"


def slim(unit):
    if unit in ("stem", "last"):
        return "MobilenetV2/Conv" if unit == "stem" else "MobilenetV2/Conv_1"
    return f"MobilenetV2/expanded_conv{'' if unit[0] == 1 else f'_{unit[0] - 1}'}/{unit[1]}"


TORCH_LEAVES = ("weight", "bias", "running_mean", "running_var")
PADDLE_LEAVES = ("weight", "bias", "_mean", "_variance")
TENSORFLOW_LEAVES = ("gamma", "beta", "moving_mean", "moving_variance")


def torch_like(state, names, head, leaves=TORCH_LEAVES, transposed=False):
    """A state dict with the names of a publisher; `head`: the beginnings of the names of the head's layers."""
    result = {}
    for unit, values in state.items():
        if unit == "head":
            continue
        weight, norm = names(unit)
        result[weight] = values[0]
        result.update({norm + leaf: value for leaf, value in zip(leaves, values[1:])})
    for start, (weight, bias) in zip(head, state["head"]):
        result[start + "weight"] = weight.T.copy() if transposed else weight
        result[start + "bias"] = bias
    return result


def is_depthwise(unit):
    return unit not in ("stem", "last") and unit[1] == "depthwise"


def kernel(unit, weight):
    """In the layout of TensorFlow."""
    return weight.transpose(2, 3, 0, 1) if is_depthwise(unit) else weight.transpose(2, 3, 1, 0)


def slim_state(state):
    result = {}
    for unit, values in state.items():
        if unit == "head":
            continue
        leaf = "depthwise_weights" if is_depthwise(unit) else "weights"
        result[f"{slim(unit)}/{leaf}"] = kernel(unit, values[0])
        for norm, value in zip(TENSORFLOW_LEAVES, values[1:]):
            result[f"{slim(unit)}/BatchNorm/{norm}"] = value
    for weight, bias in state["head"]:
        result["MobilenetV2/Logits/Conv2d_1c_1x1/weights"] = weight.T.reshape(1, 1, *weight.T.shape)
        result["MobilenetV2/Logits/Conv2d_1c_1x1/biases"] = bias
    return result


def keras_layers(state):
    """[(layer, {leaf: values})] of the backbone, in the order of the network."""
    result = []
    for unit, values in state.items():
        if unit == "head":
            continue
        convolution, norm = keras(unit)
        result.append((convolution, {"depthwise_kernel" if is_depthwise(unit) else "kernel": kernel(unit, values[0])}))
        result.append((norm, dict(zip(TENSORFLOW_LEAVES, values[1:]))))
    return result
