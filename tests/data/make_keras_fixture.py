"""Writes MobileNets V1 as Keras does, with h5py; beside each NAME.h5 a NAME.safetensors with what a reader must find.

    make_keras_fixture.py FOLDER

Layouts and names: keras/applications/mobilenet.py, keras/engine/saving.py (Keras 2), keras/src/legacy/saving (Keras 3).
"""
import os
import sys

import h5py
import numpy
import tf_mobilenet

BN = {"weight": "gamma", "bias": "beta", "running_mean": "moving_mean", "running_var": "moving_variance"}


def layer_of(unit):
    if unit == "stem":
        return "conv1"
    _, number, part = unit.split(".")
    return f"conv_{'dw' if part == 'depthwise' else 'pw'}_{number}"


def keras_layers(state, keras3):
    """[(layer, [(weight, values)])] in the order of the network, with layers that have no weights."""
    layers = [("input_1", [])]
    for unit in tf_mobilenet.units():
        name, weight = layer_of(unit), state[unit + ".conv.weight"]
        if "_dw_" in name:
            kernel = [("kernel" if keras3 else "depthwise_kernel", weight.transpose(2, 3, 0, 1))]
        else:
            kernel = [("kernel", weight.transpose(2, 3, 1, 0))]
        layers += [(name, kernel), (name + "_bn", [(BN[k], state[f"{unit}.bn.{k}"]) for k in BN]), (name + "_relu", [])]
    if "head.weight" in state:
        layers += [("global_average_pooling2d", []), ("dropout", [])]
        head = state["head.weight"].T
        layers += [("conv_preds", [("kernel", head.reshape(1, 1, *head.shape)), ("bias", state["head.bias"])])]
    return layers


def write_list(group, name, texts, variable):
    if variable:
        group.attrs.create(name, texts, dtype=h5py.string_dtype())
    else:
        group.attrs[name] = [text.encode() for text in texts]  # as Keras does: float64 if the list is empty


def write_keras(path, layers, keras3=False, under=None, dtype="f4", variable=False, cut=False, nested=None, **storage):
    with h5py.File(path, "w") as file:
        model = file.create_group(under) if under else file
        model.attrs["backend"] = b"tensorflow" if not keras3 else "tensorflow"
        model.attrs["keras_version"] = b"2.0.4" if not keras3 else "3.4.1"
        if under:
            file.attrs["model_config"] = '{"class_name": "Functional"}'
            file.create_group("optimizer_weights").create_dataset("iteration", data=numpy.int64(7))
        names = [name for name, _ in layers]
        if cut:
            write_list(model, "layer_names0", names[:40], variable)
            write_list(model, "layer_names1", names[40:], variable)
        else:
            write_list(model, "layer_names", [nested] if nested else names, variable)
        suffix = "" if keras3 else ":0"
        if nested:
            inner = [(f"{layer}/{weight}", values) for layer, weights in layers for weight, values in weights]
            layers = [(nested, inner)]
        for layer, weights in layers:
            group = model.create_group(layer)
            full = [(weight if nested else f"{layer}/{weight}") + suffix for weight, _ in weights]
            write_list(group, "weight_names", full, variable)
            for name, (_, values) in zip(full, weights):
                group.create_dataset(name, data=values.astype(dtype), **storage)


def make(folder, name, width, classes, seed, **options):
    state = tf_mobilenet.random_state(width, classes, seed)
    if options.get("dtype") == "f2":  # the reference works with what the file can hold
        state = {k: v.astype("f2").astype("f4") for k, v in state.items()}
    layers = keras_layers(state, options.get("keras3", False))
    named = {f"{layer}/{weight}": values for layer, weights in layers for weight, values in weights}
    write_keras(os.path.join(folder, name + ".h5"), layers, **options)
    tf_mobilenet.write_expected(os.path.join(folder, name + ".safetensors"), named, state, 64, seed + 1)


def main():
    folder = sys.argv[1]
    make(folder, "keras2", 0.25, 10, 1)
    make(folder, "keras3", 0.5, 7, 2, keras3=True, under="model_weights", variable=True)
    make(folder, "no_top", 0.25, 0, 3, dtype="f8", cut=True)
    make(folder, "half", 0.25, 10, 4, dtype="f2", chunks=True, compression="gzip", shuffle=True)
    make(folder, "nested", 0.25, 10, 5, nested="mobilenet_0.25_64", under="model_weights")


if __name__ == "__main__":
    main()
