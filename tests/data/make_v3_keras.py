"""MobileNets V3 as Keras 2 and 3 and TensorFlow.js save them: weights alone, whole models, with names and without.

    make_v3_keras.py FOLDER

Beside each NAME.h5 (or folder NAME) there is NAME.expected with two random images and their logits, or maps where there
is no head, by v3_network.py. Configurations are cut down to what Keras writes about weights, shapes and activations.
Names and order: keras/applications/mobilenet_v3.py of Keras 2 and of Keras 3.
"""
import io
import json
import os
import sys
import zipfile

import h5py
import numpy
import torch
from make_keras_heads import PATHS, Head, layer, norm, paths, sequential, write, write_list

import v3_network as v3

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402

SIZE = 96


class Backbone:
    """The layers of a V3 as a configuration lists them."""

    def __init__(self, network, keras2):
        self.network, self.keras2, self.config, self.number = network, keras2, [], 0

    def add(self, kind, name=None, nodes=None, **config):
        self.number += 1
        self.config.append(layer(kind, name or f"{kind.lower()}_{self.number}", **config))
        if nodes is not None:
            self.config[-1]["inbound_nodes"] = nodes
        return self

    def operation(self, function, constant):
        """x + 3.0 and the like."""
        if self.keras2:
            node = [self.config[-1]["config"]["name"], 0, 0, {"y": constant, "name": None}]
            return self.add("TFOpLambda", f"tf.{function}_{self.number}", [node], function=function)
        kind = "Add" if function.endswith("add") else "Multiply"
        return self.add(kind, None, [{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [None, 1, 1, 8]}},
                                               constant], "kwargs": {}}])

    def hard_sigmoid(self):
        self.operation("__operators__.add", 3.0)
        self.add("ReLU", max_value=6.0, negative_slope=0.0, threshold=0.0)
        return self.operation("math.multiply", 1 / 6)

    def activate(self, swishes):
        if not swishes:
            return self.add("ReLU", max_value=None, negative_slope=0.0, threshold=0.0)
        if not self.keras2:
            return self.add("Activation", activation="hard_silu")
        return self.hard_sigmoid().add("Multiply")

    def convolution(self, unit, kernel, stride=1, padding="same", bias=False):
        name, norm_name = v3.keras(unit, self.keras2)
        kind = "DepthwiseConv2D" if v3.is_depthwise(unit) else "Conv2D"
        self.add(kind, name, strides=[stride, stride], padding=padding, kernel_size=[kernel, kernel],
                 activation="linear", use_bias=bias)
        if not bias:
            self.config.append(norm(norm_name))
        return self

    def gate(self, row):
        self.add("GlobalAveragePooling2D", data_format="channels_last", keepdims=not self.keras2)
        if self.keras2:
            self.add("Reshape", target_shape=[1, 1, row["expanded"]])
        self.convolution((row["layer"], "squeeze"), 1, bias=True).activate(False)
        self.convolution((row["layer"], "excite"), 1, bias=True).hard_sigmoid().add("Multiply")

    def block(self, row, size):
        if row["expands"]:
            self.convolution((row["layer"], "expand"), 1).activate(row["swishes"])
        half, same = row["kernel"] // 2, row["stride"] == 1
        if not same:
            pad = [half - 1 + size % 2, half]
            self.add("ZeroPadding2D", padding=[pad, pad], data_format="channels_last")
        self.convolution((row["layer"], "depthwise"), row["kernel"], row["stride"], "same" if same else "valid")
        self.activate(row["swishes"])
        if row["squeezed"]:
            self.gate(row)
        self.convolution((row["layer"], "project"), 1)
        if same and row["inputs"] == row["outputs"]:
            self.add("Add")
        return -(-size // row["stride"])

    def write(self):
        shape = "batch_input_shape" if self.keras2 else "batch_shape"
        self.add("InputLayer", **{shape: [None, SIZE, SIZE, 3]}).add("Rescaling", scale=1 / 127.5, offset=-1.0)
        outer, size = not self.network.minimalistic, SIZE // 2
        self.convolution("stem", 3, 2).activate(outer)
        for row in self.network.rows:
            size = self.block(row, size)
        return self.convolution("last", 1).activate(outer)

    def usual_head(self, classes):
        names = ("Conv_2", "Logits") if self.keras2 else ("conv_2", "logits")
        self.add("GlobalAveragePooling2D", data_format="channels_last", keepdims=True)
        for name, filters in zip(names, (self.network.hidden, classes)):
            self.add("Conv2D", name, filters=filters, kernel_size=[1, 1], strides=[1, 1], padding="same",
                     activation="linear", use_bias=True)
            if name == names[0]:
                self.activate(not self.network.minimalistic).add("Dropout", rate=0.2)
        return self.add("Flatten").add("Activation", activation="softmax")


def expect(path, images, **values):
    tensor_files.write(path + ".expected", {"images": images, **{k: v.numpy() for k, v in values.items()}})


def random_images(path):
    return numpy.random.default_rng(len(path)).normal(0, 1, (2, 3, SIZE, SIZE)).astype(numpy.float32)


def expect_usual(path, network, state):
    images = random_images(path)
    maps = network.features(state, images, same=True, epsilon=1e-3, maps=True)
    if state["head"]:
        expect(path, images, logits=network.logits(state, maps.mean((2, 3))))
    else:
        expect(path, images, features=maps)


def weights_alone(folder, name, network, keras2, classes, seed):
    state = network.random_state(seed, classes)
    path = os.path.join(folder, name)
    with h5py.File(path + ".h5", "w") as file:
        file.attrs["backend"] = b"tensorflow"
        layers = [("input_1", {})] + v3.keras_layers(state, keras2)
        write_list(file, "layer_names", [own for own, _ in layers])
        for own, weights in layers:
            group = file.require_group(own)  # "Conv/BatchNorm" lies in "Conv"
            suffix = ":0" if keras2 else ""
            write_list(group, "weight_names", [f"{own}/{leaf}{suffix}" for leaf in weights])
            for leaf, values in weights.items():
                group.create_dataset(f"{own}/{leaf}{suffix}", data=values)
    expect_usual(path, network, state)


def functional(name, config):
    return {"class_name": "Functional", "config": {"name": name, "layers": config}}


def whole_model(folder, name, network, seed, break_swish=False):
    """As Keras 2 has it, with its usual head."""
    state = network.random_state(seed, 5)
    path = os.path.join(folder, name)
    config = Backbone(network, True).write().usual_head(5).config
    if break_swish:
        adds = [own for own in config if own["config"].get("function") == "__operators__.add"]
        adds[-1]["inbound_nodes"][0][3]["y"] = 2.0
    parts = [(own, paths([(own, weights)])) for own, weights in v3.keras_layers(state, True)]
    with h5py.File(path + ".h5", "w") as file:
        file.attrs["model_config"] = json.dumps(functional("MobilenetV3small", config))
        model = file.create_group("model_weights")
        write_list(model, "layer_names", [own for own, _ in parts])
        for own, weights in parts:
            group = model.require_group(own)
            write_list(group, "weight_names", [weight + ":0" for weight, _ in weights])
            for weight, values in weights:
                group.create_dataset(weight + ":0", data=values)
    expect_usual(path, network, state)
    return state, config


def nested_model(folder, name, network, seed):
    """Keras 2's in a Sequential, with Dense layers behind it."""
    state = network.random_state(seed)
    path = os.path.join(folder, name)
    head = Head(network.last, seed).pool().dense("dense", 16, "relu").dense("dense_1", 4, "softmax")
    inner = functional("MobilenetV3small", Backbone(network, True).write().config)
    parts = [("MobilenetV3small", paths(v3.keras_layers(state, True)))]
    parts += [(own, paths([(own, weights)])) for own, weights in head.weights]
    write(path + ".h5", parts, sequential("sequential", [inner] + head.config))
    images = random_images(path)
    expect(path, images, logits=head.compute(network.features(state, images, same=True, epsilon=1e-3)))


def numbered(config, weights):
    """Keras 3's weights, under the numbers of their layers."""
    file, counts = io.BytesIO(), {}
    with h5py.File(file, "w") as root:
        for own in config:
            kind, name = own["class_name"], own["config"]["name"]
            if kind not in PATHS:
                continue
            number = counts.get(kind, 0)
            counts[kind] = number + 1
            group = root.create_group(f"layers/{PATHS[kind]}" + (f"_{number}" if number else "") + "/vars")
            for i, values in enumerate(weights[name].values()):
                group.create_dataset(str(i), data=values)
    return file.getvalue()


def without_names(folder, name, network, seed, classes):
    state = network.random_state(seed, classes)
    backbone = Backbone(network, False).write()
    config = (backbone.usual_head(classes) if classes else backbone).config
    path = os.path.join(folder, name)
    with open(path + ".h5", "wb") as file:
        file.write(numbered(config, dict(v3.keras_layers(state))))
    expect_usual(path, network, state)


def archive(folder, name, network, seed, gate=None):
    """Keras 3's, with another head. `gate`: an activation in the place of the first hard sigmoid."""
    state = network.random_state(seed)
    head = Head(network.last, seed).pool().dense("dense_a", network.hidden).add(
        "Activation", "swish", v3.hard_swish, None, activation="hard_silu").dense("dense_b", 6, "softmax", bias=False)
    config = Backbone(network, False).write().config + head.config
    if gate:
        at = min(i for i, own in enumerate(config) if own["class_name"] == "ReLU" and own["config"]["max_value"] == 6.0)
        config[at] = layer("Activation", "gate", activation=gate)
    weights = numbered(config, {**dict(v3.keras_layers(state)), **dict(head.weights)})
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path + ".h5", "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("metadata.json", json.dumps({"keras_version": "3.4.1"}))
        target.writestr("config.json", json.dumps(functional("model", config)))
        target.writestr("model.weights.h5", weights)
    images = random_images(path)
    expect(path, images, logits=head.compute(network.features(state, images, same=True, epsilon=1e-3)))


def tfjs(folder, name, network, state, config):
    os.makedirs(os.path.join(folder, name))
    weights = paths(v3.keras_layers(state, True))
    entries = [{"name": own, "shape": list(values.shape), "dtype": "float32"} for own, values in weights]
    topology = {"keras_version": "2.4.0", "backend": "tensorflow", "model_config": functional("model", config)}
    with open(os.path.join(folder, name, "model.json"), "w") as file:
        json.dump({"format": "layers-model", "modelTopology": topology,
                   "weightsManifest": [{"paths": ["weights.bin"], "weights": entries}]}, file)
    with open(os.path.join(folder, name, "weights.bin"), "wb") as file:
        file.write(b"".join(numpy.ascontiguousarray(values).tobytes() for _, values in weights))
    expect_usual(os.path.join(folder, name), network, state)


def main():
    torch.set_num_threads(1)
    folder = sys.argv[1]
    small, narrow = v3.Network("small"), v3.Network("small", 0.5, stem=16)
    weights_alone(folder, "names3", narrow, False, 7, 1)
    weights_alone(folder, "names2", v3.Network("large", minimalistic=True), True, 7, 2)
    weights_alone(folder, "names2-no-top", v3.Network("large"), True, 0, 3)
    state, config = whole_model(folder, "whole2", small, 4)
    tfjs(folder, "tfjs", small, state, config)
    whole_model(folder, "whole2-minimal", v3.Network("small", minimalistic=True), 5)
    nested_model(folder, "nested2", narrow, 6)
    without_names(folder, "numbers3", v3.Network("large", 0.5, stem=16), 7, 5)
    without_names(folder, "numbers3-no-top", small, 8, 0)
    without_names(folder, "numbers3-minimal", v3.Network("small", minimalistic=True), 9, 4)
    archive(folder, "archive3", small, 10)
    archive(folder, "refused-gate", small, 11, "sigmoid")
    whole_model(folder, "refused-swish", small, 12, break_swish=True)


if __name__ == "__main__":
    main()
