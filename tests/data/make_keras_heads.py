"""Whole Keras models (.h5 with their configuration, .keras): MobileNets V1 and V2 with heads as people put them there.

    make_keras_heads.py FOLDER

Beside each NAME.h5 there is NAME.expected with two random images and their logits, by PyTorch. Those called refused-*
have no such file. Configurations are cut down to what Keras 2 writes about weights, shapes and activations.
"""
import io
import json
import os
import sys
import zipfile

import h5py
import numpy
import torch
import torch.nn.functional as F

import make_keras_fixture
import tf_mobilenet
import v2_network as v2

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402

SIZE = 96


def layer(kind, name, **config):
    return {"class_name": kind, "name": name, "config": {"name": name, "trainable": True, **config}}


def input_layer(size=SIZE):
    return layer("InputLayer", "input_1", batch_input_shape=[None, size, size, 3], dtype="float32")


def convolution(kind, name, stride=1, padding="same"):
    kernel = [3, 3] if kind == "DepthwiseConv2D" or stride == 2 else [1, 1]
    return layer(kind, name, strides=[stride, stride], padding=padding, kernel_size=kernel, activation="linear",
                 use_bias=False)


def norm(name, epsilon=0.001):
    return layer("BatchNormalization", name, axis=[3], momentum=0.999, epsilon=epsilon, center=True, scale=True)


def zeros(name):
    return layer("ZeroPadding2D", name, padding=[[0, 1], [0, 1]], data_format="channels_last")


class V1:
    def __init__(self, seed):
        self.state = tf_mobilenet.random_state(0.25, 0, seed)
        self.layers = [(name, dict(weights)) for name, weights in make_keras_fixture.keras_layers(self.state, False)
                       if weights]
        self.channels = 256

    def features(self, images):
        return torch.from_numpy(tf_mobilenet.features(self.state, images)[0]).mean((2, 3))

    def config(self):
        result = [input_layer()]
        for name, weights in self.layers:
            if name.endswith("_bn"):
                result += [norm(name), layer("ReLU", name[:-2] + "relu", max_value=6.0)]
                continue
            kind = "DepthwiseConv2D" if "_dw_" in name else "Conv2D"
            stride = 2 if name in ("conv1", "conv_dw_2", "conv_dw_4", "conv_dw_6", "conv_dw_12") else 1
            result += [zeros(name + "_pad")] * (stride - 1)
            result.append(convolution(kind, name, stride, "valid" if stride == 2 else "same"))
        return result


class V2:
    def __init__(self, seed, strides=None):
        self.numbers = v2.usual_channels(0.35)
        self.state = v2.random_state(self.numbers, seed)
        self.layers = v2.keras_layers(self.state)
        self.channels, self.strides = 1280, strides

    def features(self, images):
        return v2.features(self.state, images, self.numbers, same=True, epsilon=1e-3, strides=self.strides)

    def config(self):
        strides = {(number, "depthwise"): stride for number, *_, stride in v2.blocks(self.numbers, self.strides)}
        result = [input_layer()]
        for unit in self.state:
            if unit == "head":
                continue
            name, norm_name = v2.keras(unit)
            stride = 2 if unit == "stem" else strides.get(unit, 1)
            result += [zeros(name + "_pad")] * (stride - 1)
            result.append(convolution("DepthwiseConv2D" if v2.is_depthwise(unit) else "Conv2D", name, stride,
                                      "valid" if stride == 2 else "same"))
            result.append(norm(norm_name))
            if unit in ("stem", "last") or unit[1] != "project":
                result.append(layer("ReLU", name + "_relu", max_value=6.0))
        return result


class Head:
    """Layers behind a backbone: their configuration, their weights, and what they compute."""

    def __init__(self, channels, seed):
        self.random = numpy.random.default_rng(seed)
        self.channels = channels
        self.config, self.weights, self.steps = [], [], []

    def add(self, kind, name, step=None, weights=None, **config):
        self.config.append(layer(kind, name, **config))
        if weights:
            self.weights.append((name, {k: v.astype(numpy.float32) for k, v in weights.items()}))
        if step:
            self.steps.append(step)
        return self

    def pool(self):
        return self.add("GlobalAveragePooling2D", "global_average_pooling2d", data_format="channels_last")

    def idle(self, kind, name, **config):
        return self.add(kind, name, None, None, **config)

    def dense(self, name, units, activation="linear", bias=True, convolution=False):
        weight = self.random.normal(0, (1 / self.channels) ** 0.5, (self.channels, units)).astype(numpy.float32)
        offset = self.random.normal(0, 0.2, units).astype(numpy.float32) if bias else numpy.zeros(units, numpy.float32)
        self.channels = units
        kernel = weight.reshape(1, 1, *weight.shape) if convolution else weight
        weights = {"kernel": kernel, **({"bias": offset} if bias else {})}
        known = {"relu": F.relu, "relu6": F.relu6}.get(activation, lambda x: x)
        config = {"filters": units, "kernel_size": [1, 1]} if convolution else {"units": units}
        return self.add("Conv2D" if convolution else "Dense", name,
                        lambda x: known(x @ torch.from_numpy(weight) + torch.from_numpy(offset)), weights,
                        activation=activation, use_bias=bias, **config)

    def norm(self, name, epsilon):
        n = self.channels
        values = {"gamma": self.random.uniform(0.5, 1.5, n), "beta": self.random.normal(0, 0.5, n),
                  "moving_mean": self.random.normal(0.3, 0.3, n), "moving_variance": self.random.uniform(0.05, 2, n)}
        own = {k: torch.from_numpy(v.astype(numpy.float32)) for k, v in values.items()}

        def step(x):
            return (x - own["moving_mean"]) / (own["moving_variance"] + epsilon).sqrt() * own["gamma"] + own["beta"]
        return self.add("BatchNormalization", name, step, values, axis=[1], epsilon=epsilon)

    def activation(self, kind):
        return self.add("Activation", "activation_" + kind, {"relu": F.relu, "relu6": F.relu6}.get(kind), None,
                        activation=kind)

    def compute(self, x):
        with torch.no_grad():
            for step in self.steps:
                x = step(x)
        return x


def write_list(group, name, texts):
    group.attrs[name] = [text.encode() for text in texts]


def write(path, parts, config):
    """`parts`: [(layer, [(weight's path, values)])], where the layer may be a model with the layers of the paths."""
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config)
        model = file.create_group("model_weights")
        model.attrs["backend"], model.attrs["keras_version"] = b"tensorflow", b"2.4.0"
        write_list(model, "layer_names", [name for name, _ in parts])
        for name, weights in parts:
            group = model.create_group(name)
            write_list(group, "weight_names", [path + ":0" for path, _ in weights])
            for path_, values in weights:
                group.create_dataset(path_ + ":0", data=values)


def paths(layers):
    return [(f"{name}/{leaf}", values) for name, own in layers for leaf, values in own.items()]


def sequential(name, layers):
    return {"class_name": "Sequential", "config": {"name": name, "layers": layers}}


def make(folder, name, backbone, head, nested=False):
    """`nested`: a Sequential for the features and one for the head, as Teachable Machine has them."""
    path = os.path.join(folder, name)
    if nested:
        pool, rest = head.config[:1], head.config[1:]
        features = {"class_name": "Functional", "config": {"name": "model1", "layers": backbone.config()}}
        config = sequential("sequential_4", [sequential("sequential_1", [features] + pool),
                                             sequential("sequential_3", rest)])
        parts = [("sequential_1", paths(backbone.layers)), ("sequential_3", paths(head.weights))]
    else:
        config = {"class_name": "Functional", "config": {"name": "model", "layers": backbone.config() + head.config}}
        parts = [(layer_name, paths([(layer_name, own)])) for layer_name, own in backbone.layers + head.weights]
    write(path + ".h5", parts, config)
    if not name.startswith("refused"):
        write_expected(path, backbone, head)


PATHS = {"Conv2D": "conv2d", "DepthwiseConv2D": "depthwise_conv2d", "BatchNormalization": "batch_normalization",
         "Dense": "dense"}


def make_keras3(folder, name, backbone, head, archive):
    """Keras 3's weights, without names; `archive`: with the configuration, which has them."""
    file, counts, weights = io.BytesIO(), {}, dict(backbone.layers + head.weights)
    with h5py.File(file, "w") as root:
        for own in backbone.config() + head.config:
            kind, layer_name = own["class_name"], own["config"]["name"]
            if kind not in PATHS:
                continue
            number = counts.get(kind, 0)
            counts[kind] = number + 1
            group = root.create_group(f"layers/{PATHS[kind]}" + (f"_{number}" if number else "") + "/vars")
            for i, values in enumerate(weights[layer_name].values()):
                group.create_dataset(str(i), data=values)
    path = os.path.join(folder, name)
    if archive:
        config = {"class_name": "Functional", "config": {"name": "model", "layers": backbone.config() + head.config}}
        with zipfile.ZipFile(path + ".h5", "w", zipfile.ZIP_DEFLATED) as target:
            target.writestr("metadata.json", json.dumps({"keras_version": "3.4.1"}))
            target.writestr("config.json", json.dumps(config))
            target.writestr("model.weights.h5", file.getvalue())
    else:
        with open(path + ".h5", "wb") as target:
            target.write(file.getvalue())
    write_expected(path, backbone, head)


def write_expected(path, backbone, head):
    images = numpy.random.default_rng(len(path)).normal(0, 1, (2, 3, SIZE, SIZE)).astype(numpy.float32)
    tensor_files.write(path + ".expected",
                       {"images": images, "logits": head.compute(backbone.features(images)).numpy()})


def heads_of_v1(folder):
    def head(seed):
        return Head(256, seed).pool()
    make(folder, "v1-plain", V1(1), head(1).idle("Dropout", "dropout", rate=0.001).dense("conv_preds", 4, convolution=True)
         .idle("Reshape", "reshape_2", target_shape=[4]).activation("softmax"))
    make(folder, "v1-dense-dense", V1(2), head(2).dense("dense", 16, "relu").idle("Dropout", "dropout", rate=0.5)
         .dense("dense_1", 4, "softmax"))
    make(folder, "v1-bn-dense", V1(3), head(3).norm("batch_normalization", 0.001).dense("dense", 4, "softmax"))
    make(folder, "v1-bn-dense-bn-dense", V1(4), head(4).norm("batch_normalization", 0.01).dense("dense", 12, bias=False)
         .norm("batch_normalization_1", 0.001).activation("relu6").dense("dense_1", 12, "relu")
         .norm("batch_normalization_2", 0.002).dense("dense_2", 3, bias=False).norm("batch_normalization_3", 0.1))


def heads_of_v2(folder):
    def head(seed):
        return Head(1280, seed).pool()
    make(folder, "v2-plain", V2(5), head(5).dense("predictions", 10, "softmax"))
    make(folder, "v2-strides", V2(6, [1, 1, 2, 2, 1, 1, 1]), head(6).dense("predictions", 10, "softmax"))
    make(folder, "v2-linear-linear", V2(7), head(7).dense("dense", 9).dense("dense_1", 4, "softmax", bias=False))
    make(folder, "v2-nested", V2(8), head(8).dense("dense_Dense1", 100, "relu").dense("dense_Dense2", 3, "softmax", False),
         nested=True)
    make(folder, "v2-nested-one", V2(9), head(9).dense("dense_Dense2", 3, "softmax", bias=False), nested=True)
    make(folder, "v2-pooled", V2(10), Head(1280, 10)
         .idle("AveragePooling2D", "average_pooling2d", pool_size=[3, 3], strides=[3, 3], padding="valid")
         .idle("Flatten", "flatten").dense("dense", 16, "relu").dense("dense_1", 2, "softmax"))


    make_keras3(folder, "v2-weights3", V2(13), head(13).dense("dense", 6, "softmax"), archive=False)
    make_keras3(folder, "v2-archive", V2(14), head(14).norm("norm_1", 0.01).dense("dense_a", 8, "relu6")
                .dense("dense_b", 6, "softmax", bias=False), archive=True)


def refused(folder):
    def head(seed):
        return Head(1280, seed).pool()
    make(folder, "refused-tanh", V2(11), head(1).dense("dense", 8, "tanh").dense("dense_1", 2))
    make(folder, "refused-relu-at-the-end", V2(11), head(1).dense("dense", 8, "relu"))
    make(folder, "refused-layer", V2(11), head(1).dense("dense", 8).idle("LayerNormalization", "ln").dense("dense_1", 2))
    make(folder, "refused-norm", V2(11), head(1).norm("bn", 0.01).activation("relu").dense("dense", 2))
    make(folder, "refused-norms", V2(11), head(1).dense("dense", 8, "relu").norm("bn", 0.01).norm("bn_1", 0.01)
         .dense("dense_1", 2))
    make(folder, "refused-norm-at-the-end", V2(11), head(1).dense("dense", 8).activation("relu").norm("bn", 0.01))
    make(folder, "refused-pooling", V2(11), Head(1280, 1).idle("GlobalMaxPooling2D", "max").dense("dense", 2))
    make(folder, "refused-window", V2(11), Head(1280, 1).idle("AveragePooling2D", "average", pool_size=[2, 2])
         .idle("Flatten", "flatten").dense("dense", 2))
    make(folder, "refused-softmax", V2(11), head(1).dense("dense", 8, "softmax").dense("dense_1", 2))
    make(folder, "refused-stride", V2(11, [1, 1, 2, 2, 1, 2, 1]), head(1).dense("dense", 2))


def main():
    torch.set_num_threads(1)
    folder = sys.argv[1]
    heads_of_v1(folder)
    heads_of_v2(folder)
    refused(folder)
    # A stride in the middle of a row.
    path = os.path.join(folder, "refused-stride.h5")
    with h5py.File(path, "r+") as file:
        config = json.loads(file.attrs["model_config"])
        for own in config["config"]["layers"]:
            if own["config"]["name"] == "block_4_depthwise":
                own["config"]["strides"] = [2, 2]
        file.attrs["model_config"] = json.dumps(config)


if __name__ == "__main__":
    main()
