"""Writes seeds for the corpora of fuzz_tfjs_model and, where a configuration describes a head, of fuzz_keras_file.

    make_keras_seeds.py tests/fuzz/corpus
"""
import json
import os
import sys

import h5py
import numpy


def layer(kind, name, **config):
    return {"class_name": kind, "config": {"name": name, **config}}


def hard_swish():
    """As Keras 2 writes it."""
    def operation(function, constant):
        return {**layer("TFOpLambda", function, function=function), "inbound_nodes": [["x", 0, 0, {"y": constant}]]}
    return [operation("__operators__.add", 3.0), layer("ReLU", "relu6", max_value=6.0),
            operation("math.multiply", 1 / 6), layer("Multiply", "times")]


def topology(swish=()):
    backbone = [layer("InputLayer", "input", batch_input_shape=[None, 32, 32, 3]),
                layer("ZeroPadding2D", "pad", padding=[[0, 1], [0, 1]]),
                layer("Conv2D", "conv", strides=[2, 2], padding="valid", kernel_size=[1, 1]),
                layer("ReLU", "relu", max_value=6.0)]
    head = [layer("GlobalAveragePooling2D", "pool"), layer("BatchNormalization", "norm", epsilon=0.01),
            layer("Dropout", "dropout", rate=0.5),
            layer("Dense", "dense", units=2, activation="linear" if swish else "relu", use_bias=True), *swish,
            layer("Dense", "classes", units=2, activation="softmax", use_bias=False)]
    inner = layer("Sequential", "backbone", layers=backbone)
    return layer("Sequential", "model", layers=[inner] + head)


def manifest(weights, paths=("weights.bin",)):
    return [{"paths": list(paths), "weights": [{"name": n, "shape": s, "dtype": t} for n, s, t in weights]}]


def tfjs():
    weights = [("conv/kernel", [1, 1, 2, 2], "float32"), ("dense/kernel", [2, 2], "float32"),
               ("dense/bias", [2], "float32"), ("classes/kernel", [2, 2], "float32"), ("steps", [2], "int32")]
    whole = {"modelTopology": topology(), "weightsManifest": manifest(weights), "labels": ["one", "two"]}
    framed = {"format": "layers-model", "modelTopology": {"keras_version": "2.4.0", "model_config": topology()},
              "weightsManifest": manifest(weights[:2]) + manifest(weights[2:])}
    seeds = {"whole": whole, "framed": framed}
    for name, paths in (("outside", ["../weights.bin"]), ("twice", ["weights.bin", "./weights.bin"]), ("none", [])):
        seeds[name] = {**whole, "weightsManifest": manifest(weights, paths)}
    for name, shape in (("huge", [1 << 40, 1 << 40]), ("empty", [0, 1 << 20]), ("negative", [-1]), ("axes", [1] * 40)):
        seeds[name] = {**whole, "weightsManifest": manifest([("conv/kernel", shape, "float32")])}
    seeds["quantized"] = {**whole, "weightsManifest": [{"paths": ["weights.bin"], "weights": [
        {"name": "a", "shape": [64], "dtype": "float32", "quantization": {"dtype": "uint8", "scale": 0.1, "min": 0}}]}]}
    return seeds


def keras(path, swish=()):
    with h5py.File(path, "w", userblock_size=0) as file:
        file.attrs["model_config"] = json.dumps(topology(swish))
        group = file.create_group("model_weights")
        weights = {"backbone": ["conv/kernel"], "norm": ["norm/moving_mean", "norm/moving_variance"],
                   "dense": ["dense/kernel", "dense/bias"], "classes": ["classes/kernel"]}
        group.attrs["layer_names"] = [name.encode() for name in weights]
        for name, own in weights.items():
            inner = group.create_group(name)
            inner.attrs["weight_names"] = [one.encode() + b":0" for one in own]
            for one in own:
                inner.create_dataset(one + ":0", data=numpy.ones((2, 2) if one.endswith("kernel") else 2, "f4"))


def main():
    folder = os.path.join(sys.argv[1], "tfjs_model")
    os.makedirs(folder, exist_ok=True)
    for name, seed in tfjs().items():
        with open(os.path.join(folder, name + ".json"), "w") as file:
            json.dump(seed, file)
    keras(os.path.join(sys.argv[1], "keras_file", "head.h5"))
    keras(os.path.join(sys.argv[1], "keras_file", "hard_swish.h5"), hard_swish())


if __name__ == "__main__":
    main()
